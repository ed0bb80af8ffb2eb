"""A partnership board has no chair, or not one accountable lead

A partnership of schools and services works when its board has a chair, and one person, a director as a rule,
answers to it for the whole plan. With nobody, or with two, partners go back to their own work. This is our
proposal [INF].

The rule looks at partnership boards: who sits on them as chair, and which posts of the rank of an executive or
head answer to them by a primary line. It cannot see a lead who is not drawn.

Wrong:
    group "Castlebarrow Partnership" kind=fourteen_nineteen_partnership
    body PB kind=partnership_board at="Castlebarrow Partnership"
    outside College kind=college label="Castlebarrow College"
    person "Nell Brodie"
    "Nell Brodie" sits_on PB
    PB coordinates "Castlebarrow Partnership"
    College supports_challenges PB

Right:
    group "Castlebarrow Partnership" kind=fourteen_nineteen_partnership
    body PB kind=partnership_board at="Castlebarrow Partnership"
    outside College kind=college label="Castlebarrow College"
    post PD role=partnership_director at="Castlebarrow Partnership"
    College employs PD
    PD accountable_to PB
    person "Nell Brodie"
    "Nell Brodie" sits_on PB capacity=chair
    PB coordinates "Castlebarrow Partnership"
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Edit, Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R89",
    slug="partnership-without-lead",
    title="A partnership has a chair and one accountable lead",
    severity=Severity.WARNING,
    source="INF",
    standing="proposal",
    applies=("fourteen_nineteen_partnership", "whole_town_partnership", "cluster", "teaching_school_alliance"),
)


def find(ask: Questions) -> Findings:
    """Find partnership boards without a chair, or without one leader who answers to them."""
    for body_id, body in ask.each(ask.model.bodies):
        if body.kind != "partnership_board":
            continue
        chairs = ask.seats.chairs(body_id)
        leads = _leads(ask, body_id)
        faults = [
            *(["has no chair"] if not chairs else []),
            *(["has nobody who answers to it for the whole"] if not leads else []),
            *([f"has {wording.number(len(leads))} who answer to it for the whole"] if len(leads) > 1 else []),
        ]
        if faults:
            yield RULE.finding(
                ask,
                f"{wording.name(ask, body_id)} {wording.listed(faults)}.",
                "A partnership needs a chair to call it together, and one person who answers for its plan.",
                subjects=[body_id, *(leads if len(leads) > 1 else ())],
                fixes=_fixes(ask, body_id, chairs, leads),
            )


def _leads(ask: Questions, body_id: ThingId) -> list[ThingId]:
    """List the posts of rank 4 or above that answer to a board, or else whatever post does."""
    posts = [line.source for _, line in ask.lines.into("accountable_to", body_id) if line.primary]
    posts = [post_id for post_id in dict.fromkeys(posts) if post_id in ask.model.posts]
    return ask.sorted([p for p in posts if (ask.rank(p) or 9) <= 4] or posts)


def _fixes(ask: Questions, body_id: ThingId, chairs: list[ThingId], leads: list[ThingId]) -> Iterator[Fix]:
    """Yield one repair of all that is missing for each member who could take the chair, or each who could lead."""
    lead: list[Edit] = [repairs.add_below("partnership_director", body_id)] if not leads else []
    for kept in leads if len(leads) > 1 else [None]:
        if kept:
            others = [post_id for post_id in leads if post_id != kept]
            lead = [step for other in others for step in _put_below(body_id, other, kept)]
        words = f"let {wording.name(ask, kept)} lead" if kept else "add a partnership director" if not leads else ""
        if chairs:
            yield Fix(wording.upper_first(words), repairs.all_of(*lead))
            continue
        for member in [seats[0].holder for seats in ask.seats.people(body_id).values()][:2]:
            chair = f"Let {wording.name(ask, member)} take the chair"
            step = repairs.draw("sits_on", member, body_id, capacity=("chair",))
            yield Fix(f"{chair}, and {words}" if words else chair, repairs.all_of(step, *lead))


def _put_below(body_id: ThingId, lower: ThingId, upper: ThingId) -> tuple[Edit, Edit]:
    return repairs.undraw("accountable_to", lower, body_id), repairs.answer_to(lower, upper)
