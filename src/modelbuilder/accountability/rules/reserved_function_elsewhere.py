"""A function that is reserved to the head or the board is owned by somebody else

Only the headteacher, or an acting one, may suspend or exclude a pupil, and the appraisal of the head belongs
to the board [GK]. In a trust the accounting officer has a part in the money that nobody can take over: the
rule warns where the officer neither owns budget and finance nor contributes. We take this from general
knowledge, as a proposal.

The head is the one marked as headteacher in law, or else the headteacher on site; where a school has neither,
head of school and executive may both own it. The rule cannot see who signs, nor what a committee was asked to do.

Wrong:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    post SBM role=school_business_manager at="Ash Lane Primary" held_by="Owen Pryce"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    SBM accountable_to HT
    duty f01-f13,f15-f18 of "Ash Lane Primary" accountable=HT
    duty f14,f19-f23,f25-f36 of "Ash Lane Primary" accountable=SBM
    duty f24 of "Ash Lane Primary" accountable=GB

Right:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    post SBM role=school_business_manager at="Ash Lane Primary" held_by="Owen Pryce"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    SBM accountable_to HT
    duty f01-f18 of "Ash Lane Primary" accountable=HT
    duty f19-f23,f25-f36 of "Ash Lane Primary" accountable=SBM
    duty f24 of "Ash Lane Primary" accountable=GB
"""

from collections.abc import Iterable, Iterator

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.allocation import Allocation, named
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.functions import FUNCTIONS, Reserve

RULE = Rule(
    code="R82",
    slug="reserved-function-elsewhere",
    title="Reserved functions stay with the head or the board",
    severity=Severity.ERROR,
    source="GK",
    standing="proposal",
)

_WHOSE = {
    Reserve.HEAD: "A headteacher, or an acting one, decides alone on suspension and exclusion.",
    Reserve.BOARD: "A board appraises its head itself, or by a panel of its own.",
    Reserve.OFFICER: "A trust’s accounting officer answers in person for its money, and cannot hand that on.",
}


def find(ask: Questions) -> Findings:
    """Find owners of reserved functions to whom these are not reserved."""
    allocation = Allocation(ask)
    for school_id, _ in ask.each(ask.model.placements) if allocation.begun else ():
        strays: dict[tuple[ThingId, bool], dict[str, ThingId | None]] = {}
        for function, whose in _RESERVED.items():
            allowed = allocation.allowed(school_id, function)
            owners = allocation.owners(school_id, function)
            officer = whose is Reserve.OFFICER
            if allowed is None or (officer and not allocation.holders(school_id, function).isdisjoint(allowed)):
                continue
            for owner in owners:
                if owner not in allowed:
                    strays.setdefault((owner, officer), {})[function] = next(iter(allowed), None)
        for (stray, officer), functions in strays.items():
            rights = dict.fromkeys(one for one in functions.values() if one)
            yield RULE.finding(
                ask,
                f"{wording.subject(ask, stray)} owns {named(functions)} at {wording.name(ask, school_id)}, reserved to "
                f"{wording.names(ask, rights) or _nobody(functions)}.",
                " ".join(_WHOSE[_RESERVED[function]] for function in functions),
                subjects=[stray, school_id, *(rights if officer else ())],
                severity=Severity.WARNING if officer else None,
                fixes=_fixes(ask, school_id, functions, rights),
            )


def _nobody(functions: Iterable[str]) -> str:
    """Name whom functions are reserved to where no such post or body is drawn."""
    whose = {_RESERVED[function] for function in functions}
    return (
        "a headteacher" if whose == {Reserve.HEAD} else "a board" if whose == {Reserve.BOARD} else "a head and a board"
    )


def _fixes(
    ask: Questions, school_id: ThingId, functions: dict[str, ThingId | None], rights: dict[ThingId, None]
) -> Iterator[Fix]:
    """Yield the edit that gives each function to whom it is reserved, where there is one for each."""
    if all(functions.values()):
        steps = [repairs.allocate([function], school_id, one) for function, one in functions.items() if one]
        yield Fix(f"Give {'it' if len(steps) == 1 else 'them'} to {wording.names(ask, rights)}", repairs.all_of(*steps))


_RESERVED = {key: function.reserved for key, function in FUNCTIONS.items() if function.reserved}
