"""A function of headship has no owner at a school, or two

Sharing headship out works when each function has exactly one person, or body, who is accountable for it at
each school; any number may contribute. A function that is nobody’s is forgotten, and one that is two people’s
is done twice or not at all [S0]. This is practice, from the tool for redesigning headship.

The rule runs once any function has been allocated in the model. Where a head of school works under an
executive, the rule on their remit speaks of what is open. This rule cannot tell which functions a school does
not have.

Wrong:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    post DHT role=deputy_headteacher at="Ash Lane Primary" held_by="Owen Pryce"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    DHT accountable_to HT
    duty f01-f18 of "Ash Lane Primary" accountable=HT
    duty f18-f23 of "Ash Lane Primary" accountable=DHT

Right:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    post DHT role=deputy_headteacher at="Ash Lane Primary" held_by="Owen Pryce"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    DHT accountable_to HT
    duty f01-f18 of "Ash Lane Primary" accountable=HT
    duty f19-f23,f25-f36 of "Ash Lane Primary" accountable=DHT contributes=HT
    duty f24 of "Ash Lane Primary" accountable=GB
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.allocation import Allocation, named, shared_headship
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.functions import FUNCTIONS

RULE = Rule(
    code="R80",
    slug="function-without-one-owner",
    title="Each headship function has one accountable owner at each school",
    severity=Severity.WARNING,
    source="S0",
    standing="practice",
)


def find(ask: Questions) -> Findings:
    """Find functions that nobody owns at a school, and those that several do."""
    allocation = Allocation(ask)
    if not allocation.begun:
        return
    for school_id, _ in ask.each(ask.model.placements):
        if not shared_headship(ask, school_id):
            yield from _unowned(ask, allocation, school_id)
        several: dict[tuple[ThingId, ...], list[str]] = {}
        for function in FUNCTIONS:
            owners = tuple(allocation.owners(school_id, function))
            if len(owners) > 1:
                several.setdefault(owners, []).append(function)
        for owners, functions in several.items():
            yield RULE.finding(
                ask,
                f"At {wording.name(ask, school_id)}, {named(functions)} {'has' if len(functions) == 1 else 'have'} "
                f"{wording.number(len(owners))} owners: {wording.names(ask, owners)}.",
                "One is accountable, and the others contribute; otherwise each waits for the other.",
                subjects=[school_id, *owners],
                fixes=[
                    Fix(f"Leave it to {wording.name(ask, owner)}", repairs.allocate(functions, school_id, owner))
                    for owner in owners
                ],
            )


def _unowned(ask: Questions, allocation: Allocation, school_id: ThingId) -> Findings:
    missing = allocation.open(school_id)
    if missing:
        leads = list(dict.fromkeys(lead.post for lead in ask.day_to_day(school_id)))
        yield RULE.finding(
            ask,
            f"At {wording.name(ask, school_id)}, nobody owns {named(missing)}.",
            "A function that is nobody’s is forgotten until something goes wrong.",
            subjects=[school_id],
            fixes=[
                Fix(f"Give what is open to {wording.name(ask, holder)}", edit)
                for holder in leads[:2]
                if (edit := allocation.give(school_id, missing, holder))
            ],
        )
