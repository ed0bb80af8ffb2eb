"""The clerk of a governing body is a governor or the head

Whoever clerks for a governing body advises it from outside: the head is not the clerk of a committee [R2013-23],
and neither a governor nor the head clerks for the governing body. For the latter we have seen only the Welsh
regulations [W2010-50]; that the English ones say the same is general knowledge [GK], so the rule as a whole is
a proposal.

The rule compares people: the governance professional who advises a governing body or its committee, those who
sit on it, and the heads of its schools. It cannot see anything where nobody is named.

Wrong:
    school "Ash Lane Primary" category=maintained
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary"
    post DHT role=deputy_headteacher at="Ash Lane Primary" held_by="Owen Pryce"
    post GP role=governance_professional held_by="Owen Pryce"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    DHT accountable_to HT
    DHT sits_on GB capacity=staff
    GP advises GB

Right:
    school "Ash Lane Primary" category=maintained
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary"
    post DHT role=deputy_headteacher at="Ash Lane Primary" held_by="Owen Pryce"
    post GP role=governance_professional held_by="Hester Quayle"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    DHT accountable_to HT
    GP advises GB
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.bodies import GOVERNING_BODIES

RULE = Rule(
    code="R38",
    slug="governor-as-clerk",
    title="The clerk is neither a governor nor the head",
    severity=Severity.ERROR,
    source="R2013-23, W2010-50, GK",
    standing="proposal",
    applies=("maintained",),
)


def find(ask: Questions) -> Findings:
    """Find governance professionals who sit on the body that they advise, or who lead a school of it."""
    posts, bodies = ask.model.posts, ask.model.bodies
    for clerk in ask.in_roles(["governance_professional"]):
        one = posts[clerk].person or clerk
        for line_id, line in ask.lines.out("advises", clerk):
            body_id = line.target
            if body_id not in bodies or bodies[body_id].kind not in GOVERNING_BODIES | {"committee", "joint_committee"}:
                continue
            seats = ask.seats.people(body_id).get(one, []) if bodies[body_id].kind in GOVERNING_BODIES else []
            heads = [p for p in _heads(ask, body_id) if posts[p].person == one]
            if not seats and not heads:
                continue
            board = wording.name(ask, body_id)
            also = f"heads {wording.labels(ask, ask.schools_of(heads[0]))}" if heads else "is one of its governors"
            yield RULE.finding(
                ask,
                f"{wording.name(ask, clerk)} is the clerk of {board}, and {also}.",
                "A clerk advises the board from outside, and can do so only as somebody else.",
                subjects=[clerk, body_id, *heads, *(seat.holder for seat in seats)],
                path=[line_id, *(seat.line_id for seat in seats)],
                fixes=_fixes(ask, clerk, body_id),
            )


def _heads(ask: Questions, body_id: ThingId) -> Iterator[ThingId]:
    schools = [*ask.governed_by(body_id)]
    for rung in ask.ladder.above(body_id, secondary=True):
        if rung.target in ask.model.bodies:
            schools += ask.governed_by(rung.target)
    for school_id in dict.fromkeys(schools):
        yield from dict.fromkeys((*ask.ultimate(school_id), *(lead.post for lead in ask.on_site(school_id))))


def _fixes(ask: Questions, clerk: ThingId, body_id: ThingId) -> Iterator[Fix]:
    if ask.model.posts[clerk].person:
        vacant = repairs.alter(clerk, person=None, status="vacant")
        if not any(seat.holder == clerk for row in ask.seats.people(body_id).values() for seat in row):
            yield Fix("Leave the post of governance professional vacant", vacant)
    undraw = repairs.undraw("advises", clerk, body_id)
    yield Fix(f"Let {wording.name(ask, clerk)} no longer advise {wording.name(ask, body_id)}", undraw)
