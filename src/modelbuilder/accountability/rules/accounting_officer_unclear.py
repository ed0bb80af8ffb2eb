"""It is not clear who is a trust's senior executive and accounting officer

A trust's board appoints one senior executive leader, who should also be its one accounting officer and an
employee [KEY-STRUCT]. None, or two, is an error; two different people, or a job that is no employment, is a
warning. This is guidance, from the academy trust handbook as a governors' service explains it.

The accounting officer is the mark “AO” on a post. Where there is one chief executive and no mark, the rule
warns that it is not recorded. A single-academy trust without a chief executive has its principal instead. The
rule cannot see an appointment that is not recorded.

Wrong:
    group "Merrivane Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Trust"
    "Hexley Vale Primary" in "Merrivane Trust"
    school "Merrivane High" category=academy
    school "Hexley Vale Primary" category=academy
    body TB kind=trust_board of="Merrivane Trust"
    post CEO1 role=ceo at="Merrivane Trust" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    post CEO2 role=ceo at="Merrivane Trust" held_by="Gil Ashdown" accounting_officer=yes
    post HT1 role=headteacher at="Merrivane High" held_by="Lucian Farthingale"
    post HT2 role=headteacher at="Hexley Vale Primary" held_by="Simeon Underhay"
    HT1 leads "Merrivane High" mode=head
    HT2 leads "Hexley Vale Primary" mode=head
    HT1 accountable_to CEO1
    HT2 accountable_to CEO2
    CEO1 accountable_to TB
    CEO2 accountable_to TB

Right:
    group "Merrivane Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Trust"
    "Hexley Vale Primary" in "Merrivane Trust"
    school "Merrivane High" category=academy
    school "Hexley Vale Primary" category=academy
    body TB kind=trust_board of="Merrivane Trust"
    post CEO1 role=ceo at="Merrivane Trust" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    post COO role=coo at="Merrivane Trust" held_by="Gil Ashdown"
    post HT1 role=headteacher at="Merrivane High" held_by="Lucian Farthingale"
    post HT2 role=headteacher at="Hexley Vale Primary" held_by="Simeon Underhay"
    HT1 leads "Merrivane High" mode=head
    HT2 leads "Hexley Vale Primary" mode=head
    HT1 accountable_to CEO1
    HT2 accountable_to CEO1
    COO accountable_to CEO1
    CEO1 accountable_to TB
"""

from collections.abc import Iterable, Iterator, Sequence

from modelbuilder.accountability import repairs, suggestions, upward, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Finding, Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.roles import ROLES

RULE = Rule(
    code="R47",
    slug="accounting-officer-unclear",
    title="A trust has one senior executive leader, who is its accounting officer",
    severity=Severity.ERROR,
    source="KEY-STRUCT",
    standing="guidance",
    applies=("trusts",),
)


def find(ask: Questions) -> Findings:
    """Find trusts without one clear accounting officer and senior executive."""
    for trust_id in ask.trusts.all:
        if not ask.places.members(trust_id):
            continue
        officers = ask.sorted(ask.trusts.accounting_officers(trust_id))
        chiefs = ask.sorted(ask.trusts.senior_executives(trust_id))
        trust = wording.name(ask, trust_id)
        if _people(ask, officers) > 1:
            message = f"{trust} has {wording.number(len(officers))} accounting officers: {wording.roll(ask, officers)}."
            fixes = [_only(ask, kept, officers, chiefs) for kept in officers]
        elif _people(ask, chiefs) > 1 and all(ask.model.posts[chief].role == "ceo" for chief in chiefs):
            message = f"{trust} has {wording.number(len(chiefs))} chief executives: {wording.roll(ask, chiefs)}."
            fixes = [_only(ask, kept, officers, chiefs) for kept in chiefs]
        elif not officers and not chiefs:
            message = f"{trust} has no senior executive leader and no accounting officer."
            fixes = [
                Fix(f"Put {wording.name(ask, chief)} into {trust}", repairs.put_into(chief, trust_id))
                for chief in suggestions.chiefs(ask, trust_id)
            ]
            fixes.append(upward.add_chief(ask, trust_id))
        else:
            yield from _warnings(ask, trust_id, officers, chiefs)
            continue
        yield _finding(ask, message, [trust_id, *dict.fromkeys([*officers, *chiefs])], fixes, Severity.ERROR)


def _warnings(
    ask: Questions, trust_id: ThingId, officers: Sequence[ThingId], chiefs: Sequence[ThingId]
) -> Iterator[Finding]:
    trust, posts = wording.name(ask, trust_id), ask.model.posts
    mark = [
        Fix(f"Mark {wording.name(ask, chief)} as accounting officer", _only(ask, chief, officers, ()).apply)
        for chief in chiefs[:2]
    ]
    if not officers:
        message = f"Nobody is marked as the accounting officer of {trust}."
        yield _finding(ask, message, [trust_id, *chiefs], mark, Severity.WARNING)
    elif chiefs and not {posts[p].person or p for p in officers} & {posts[p].person or p for p in chiefs}:
        roles = f"{wording.roll(ask, officers)} is accounting officer, and {wording.roll(ask, chiefs)} leads"
        message = f"{roles} {trust}."
        yield _finding(ask, message, [officers[0], *chiefs, trust_id], mark, Severity.WARNING)
    elif not any(ROLES[posts[post_id].role].employed for post_id in officers):
        message = f"{wording.roll(ask, officers)} is accounting officer of {trust}, but holds no job in it."
        yield _finding(ask, message, [officers[0], trust_id], mark, Severity.WARNING)


def _finding(
    ask: Questions, message: str, subjects: Iterable[ThingId], fixes: Iterable[Fix], severity: Severity
) -> Finding:
    detail = "The accounting officer answers in person for the trust’s money, and leads the trust."
    return RULE.finding(ask, message, detail, subjects=subjects, fixes=fixes, severity=severity)


def _people(ask: Questions, post_ids: Iterable[ThingId]) -> int:
    return len({ask.model.posts[post_id].person or post_id for post_id in post_ids})


def _only(ask: Questions, kept: ThingId, officers: Iterable[ThingId], chiefs: Iterable[ThingId]) -> Fix:
    """Leave one accounting officer and chief executive; other chief executives become operating officers."""
    steps = [repairs.alter(other, accounting_officer=False) for other in officers if other != kept]
    for other in chiefs:
        if other != kept and ask.model.posts[other].role == "ceo":
            steps += [repairs.alter(other, role="coo", label=""), repairs.answer_to(other, kept)]
    steps.append(repairs.alter(kept, accounting_officer=True))
    return Fix(f"Let {wording.roll(ask, [kept])} be the one accounting officer", repairs.all_of(*steps))
