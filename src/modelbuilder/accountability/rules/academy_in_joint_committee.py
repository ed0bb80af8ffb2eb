"""An academy takes part in a statutory joint committee

The formal joint committees of the collaboration regulations are for maintained schools and further education
bodies [FED2003][DFE-COLLAB]. An academy can sign a partnership agreement and sit on a partnership board. This
is guidance; the rule warns.

The rule looks for lines between the committee and the academy or its board, and at the group that the
committee stands in. It cannot see who sits round the table.

Wrong:
    group "Castlebarrow Partnership" kind=fourteen_nineteen_partnership
    group "Castlebarrow Trust" kind=single_academy_trust
    "Highmoor High" in "Castlebarrow Partnership"
    "Castlebarrow Academy" in "Castlebarrow Trust"
    school "Highmoor High" category=maintained
    school "Castlebarrow Academy" category=academy
    body GB kind=governing_body of="Highmoor High"
    body TB kind=trust_board of="Castlebarrow Trust"
    body JC kind=joint_committee at="Castlebarrow Partnership"
    post HT role=headteacher at="Highmoor High"
    post P role=principal at="Castlebarrow Academy" accounting_officer=yes
    HT leads "Highmoor High" mode=head
    P leads "Castlebarrow Academy" mode=head
    HT accountable_to GB
    P accountable_to TB
    JC accountable_to GB
    JC accountable_to TB

Right:
    group "Castlebarrow Partnership" kind=fourteen_nineteen_partnership
    group "Castlebarrow Trust" kind=single_academy_trust
    "Highmoor High" in "Castlebarrow Partnership"
    "Castlebarrow Academy" in "Castlebarrow Trust"
    school "Highmoor High" category=maintained
    school "Castlebarrow Academy" category=academy
    body GB kind=governing_body of="Highmoor High"
    body TB kind=trust_board of="Castlebarrow Trust"
    body PB kind=partnership_board at="Castlebarrow Partnership"
    post HT role=headteacher at="Highmoor High"
    post P role=principal at="Castlebarrow Academy" accounting_officer=yes
    HT leads "Highmoor High" mode=head
    P leads "Castlebarrow Academy" mode=head
    HT accountable_to GB
    P accountable_to TB
    P sits_on PB capacity=chair
    post PD role=partnership_director at="Castlebarrow Partnership"
    "Highmoor High" employs PD
    PD accountable_to PB
    PB coordinates "Highmoor High"
    PB coordinates "Castlebarrow Academy"
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R28",
    slug="academy-in-joint-committee",
    title="Formal joint committees are for maintained schools and colleges",
    severity=Severity.WARNING,
    source="FED2003, DFE-COLLAB",
    standing="guidance",
    applies=("soft_federation", "fourteen_nineteen_partnership"),
)

_LINES = ("governs", "coordinates", "accountable_to", "delegates_to", "part_of")


def find(ask: Questions) -> Findings:
    """Find joint committees in which an academy takes part."""
    for body_id, body in ask.each(ask.model.bodies):
        academies = _academies(ask, body_id) if body.kind == "joint_committee" else []
        if academies:
            yield RULE.finding(
                ask,
                f"{wording.labels(ask, academies)} takes part in {wording.name(ask, body_id)}, but is an academy."
                if len(academies) == 1
                else f"{wording.labels(ask, academies)} take part in {wording.name(ask, body_id)}, but are academies.",
                "An academy can join by a partnership agreement and sit on a partnership board.",
                subjects=[body_id, *academies],
                path=[drawn.id for drawn in ask.lines.at(_LINES, body_id)],
                fixes=[Fix("Call it a partnership board", repairs.alter(body_id, kind="partnership_board", label=""))],
            )


def _academies(ask: Questions, body_id: ThingId) -> list[ThingId]:
    at = ask.model.bodies[body_id].at
    ends = {end for _, line in ask.lines.at(_LINES, body_id) for end in (line.source, line.target)}
    schools = {school for place in (*ends, *([at] if at else [])) for school in ask.places.schools(place)}
    for end in ends & ask.model.bodies.keys() - {body_id}:
        if ask.model.bodies[end].kind == "trust_board":
            schools.update(ask.governed_by(end))
    return ask.sorted(school for school in schools if ask.places.category(school) == "academy")
