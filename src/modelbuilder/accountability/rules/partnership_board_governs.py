"""A partnership board governs a school

A partnership board has only the powers that its partners lend it, and replaces none of their own boards
[KEY-SOFT]. So it coordinates, and may be delegated to, but it governs no school. This is guidance on joint
committees, carried over to partnerships.

The rule looks at lines `governs` from partnership boards. It cannot see what the partners have agreed to.

Wrong:
    group "Castlebarrow Partnership" kind=cluster
    "Highmoor High" in "Castlebarrow Partnership"
    school "Highmoor High"
    body GB kind=governing_body of="Highmoor High"
    post HT role=headteacher at="Highmoor High" held_by="Ruth Calder"
    HT leads "Highmoor High" mode=head
    HT accountable_to GB
    body PB kind=partnership_board at="Castlebarrow Partnership"
    outside LA kind=local_authority
    post PD role=partnership_director at="Castlebarrow Partnership" held_by="Owen Pryce"
    LA employs PD
    PD accountable_to PB
    HT sits_on PB capacity=chair
    PB governs "Castlebarrow Partnership"

Right:
    group "Castlebarrow Partnership" kind=cluster
    "Highmoor High" in "Castlebarrow Partnership"
    school "Highmoor High"
    body GB kind=governing_body of="Highmoor High"
    post HT role=headteacher at="Highmoor High" held_by="Ruth Calder"
    HT leads "Highmoor High" mode=head
    HT accountable_to GB
    body PB kind=partnership_board at="Castlebarrow Partnership"
    outside LA kind=local_authority
    post PD role=partnership_director at="Castlebarrow Partnership" held_by="Owen Pryce"
    LA employs PD
    PD accountable_to PB
    HT sits_on PB capacity=chair
    PB coordinates "Castlebarrow Partnership"
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Edit, Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R92",
    slug="partnership-board-governs",
    title="A partnership board does not overrule its partners",
    severity=Severity.WARNING,
    source="KEY-SOFT",
    standing="guidance",
    applies=("fourteen_nineteen_partnership", "whole_town_partnership", "cluster"),
)


def find(ask: Questions) -> Findings:
    """Find partnership boards that are drawn as governing."""
    for body_id, body in ask.each(ask.model.bodies):
        governs = ask.lines.out("governs", body_id)
        if body.kind == "partnership_board" and governs:
            places = ask.sorted({drawn.line.target for drawn in governs})
            schools = [school_id for place_id in places for school_id in ask.places.schools(place_id)]
            steps = repairs.all_of(*(step for place_id in places for step in _turn(body_id, place_id)))
            instead = Fix("Let it co-ordinate instead of govern", steps)
            others = all(set(ask.boards(school_id)) - {body_id} for school_id in schools)
            yield RULE.finding(
                ask,
                f"{wording.name(ask, body_id)} is drawn as governing {wording.labels(ask, places)}.",
                "A partnership board has the powers that its partners lend it; each partner keeps its own board.",
                subjects=[body_id, *places],
                path=[drawn.id for drawn in governs],
                fixes=[instead] if others else [],
            )


def _turn(body_id: ThingId, place_id: ThingId) -> tuple[Edit, Edit]:
    return repairs.undraw("governs", body_id, place_id), repairs.draw("coordinates", body_id, place_id)
