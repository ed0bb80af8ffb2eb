"""It is not clear who is the chief financial officer of a trust

The board of a trust appoints a chief financial officer [KEY-STRUCT]. That this one answers to the chief
executive, and is somebody else than the accounting officer, we have from general knowledge and did not look up
[GK], so the rule as a whole is a proposal.

The rule looks at the posts of the trust, and compares people where they are named. It cannot see a finance
officer who is not drawn; one who answers to nobody is the business of R06.

Wrong:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body TB kind=trust_board of="Merrivane Trust"
    post P role=principal at="Merrivane High" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB
    post CFO role=cfo at="Merrivane Trust" held_by="Priya Anselm-Vaughn"
    CFO accountable_to TB

Right:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body TB kind=trust_board of="Merrivane Trust"
    post P role=principal at="Merrivane High" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB
    post CFO role=cfo at="Merrivane Trust" held_by="Conrad Whitlow"
    CFO accountable_to P
"""

from collections.abc import Iterator, Sequence

from modelbuilder.accountability import appointments, repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R49",
    slug="finance-officer-unclear",
    title="A trust has one chief financial officer, who answers to the chief executive",
    severity=Severity.WARNING,
    source="KEY-STRUCT, GK",
    standing="proposal",
    applies=("trusts",),
)


def find(ask: Questions) -> Findings:
    """Find trusts without one chief financial officer who answers to the chief executive and is not that one."""
    posts = ask.model.posts
    for trust_id in ask.trusts.all:
        if not ask.places.members(trust_id):
            continue
        officers = ask.sorted(p for p in ask.trusts.leading(trust_id) if posts[p].role == "cfo")
        chiefs = ask.sorted(ask.trusts.accounting_officers(trust_id) or ask.trusts.senior_executives(trust_id))
        for message, subjects, fixes in _faults(ask, trust_id, officers, chiefs):
            yield RULE.finding(
                ask,
                message,
                "One person looks after the trust’s money for the chief executive, and a second pair of eyes checks.",
                subjects=subjects,
                path=[rung.line_id for officer in officers for rung in ask.ladder.above(officer)],
                fixes=fixes,
            )


def _faults(
    ask: Questions, trust_id: ThingId, officers: Sequence[ThingId], chiefs: Sequence[ThingId]
) -> Iterator[tuple[str, list[ThingId], list[Fix]]]:
    trust, posts = wording.name(ask, trust_id), ask.model.posts
    people = {posts[chief].person for chief in chiefs} - {None}
    if not officers:
        seats = [chief for chief in chiefs if ask.firm(chief)] if chiefs else ask.sorted(ask.trusts.boards(trust_id))
        adds = [Fix(f"Add a CFO to {trust}", appointments.add_post("cfo", trust_id, above=seat)) for seat in seats[:1]]
        yield f"No chief financial officer is drawn for {trust}.", [trust_id], adds
    elif len({posts[officer].person or officer for officer in officers}) > 1:
        fixes = [_only(ask, kept, officers) for kept in officers[:3]]
        number = wording.number(len(officers))
        message = f"{trust} has {number} chief financial officers: {wording.roll(ask, officers)}."
        yield message, [trust_id, *officers], fixes
    elif posts[officers[0]].person in people:
        vacant = [repairs.alter(officer, person=None, status="vacant") for officer in officers]
        fix = Fix("Leave the post of chief financial officer vacant", repairs.all_of(*vacant))
        message = f"{wording.name(ask, officers[0])} is both accounting officer and chief financial officer of {trust}."
        yield message, [officers[0], trust_id, *chiefs], [fix]
    elif chiefs and not ask.stranded(officers[0]) and not set(chiefs) & ask.ladder.reach(officers[0]).keys():
        fix = Fix(
            f"Make {wording.name(ask, officers[0])} accountable to {wording.name(ask, chiefs[0])}",
            repairs.answer_to(officers[0], chiefs[0]),
        )
        message = f"{wording.subject(ask, officers[0])} does not answer to {wording.titled(ask, chiefs[0])}."
        yield message, [officers[0], chiefs[0]], [fix]


def _only(ask: Questions, kept: ThingId, officers: Sequence[ThingId]) -> Fix:
    steps = [repairs.alter(other, role="coo", label="") for other in officers if other != kept]
    rest = "the other an operating officer" if len(officers) == 2 else "the others operating officers"
    return Fix(f"Keep {wording.name(ask, kept)} as CFO, and make {rest}", repairs.all_of(*steps))
