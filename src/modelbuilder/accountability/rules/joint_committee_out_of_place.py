"""A joint committee governs, or does not answer to every governing body that set it up

A joint committee does what the governing bodies delegate to it, and each of them must get its reports; it
replaces none of them [KEY-SOFT]. So it governs no school, and answers to the board of every school that takes
part. This is guidance on the regulations.

The rule takes it that every school of the soft federation takes part. It cannot see an agreement that leaves
one out.

Wrong:
    group "Tollencroft Partnership" kind=soft_federation
    "Cotterdale Primary" in "Tollencroft Partnership"
    "Old Forge Primary" in "Tollencroft Partnership"
    school "Cotterdale Primary" category=maintained
    school "Old Forge Primary" category=maintained
    body GB1 kind=governing_body of="Cotterdale Primary"
    body GB2 kind=governing_body of="Old Forge Primary"
    body JC kind=joint_committee at="Tollencroft Partnership"
    post HT1 role=headteacher at="Cotterdale Primary"
    post HT2 role=headteacher at="Old Forge Primary"
    HT1 leads "Cotterdale Primary" mode=head
    HT2 leads "Old Forge Primary" mode=head
    HT1 accountable_to GB1
    HT2 accountable_to GB2
    JC accountable_to GB1
    JC governs "Cotterdale Primary"
    JC governs "Old Forge Primary"

Right:
    group "Tollencroft Partnership" kind=soft_federation
    "Cotterdale Primary" in "Tollencroft Partnership"
    "Old Forge Primary" in "Tollencroft Partnership"
    school "Cotterdale Primary" category=maintained
    school "Old Forge Primary" category=maintained
    body GB1 kind=governing_body of="Cotterdale Primary"
    body GB2 kind=governing_body of="Old Forge Primary"
    body JC kind=joint_committee at="Tollencroft Partnership"
    post HT1 role=headteacher at="Cotterdale Primary"
    post HT2 role=headteacher at="Old Forge Primary"
    HT1 leads "Cotterdale Primary" mode=head
    HT2 leads "Old Forge Primary" mode=head
    HT1 accountable_to GB1
    HT2 accountable_to GB2
    JC accountable_to GB1
    JC accountable_to GB2
    JC coordinates "Tollencroft Partnership"
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Edit, Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.bodies import BOARDS

RULE = Rule(
    code="R25",
    slug="joint-committee-out-of-place",
    title="A joint committee answers to every participating body and replaces none",
    severity=Severity.ERROR,
    source="KEY-SOFT",
    standing="guidance",
    applies=("soft_federation",),
)


def find(ask: Questions) -> Findings:
    """Find joint committees that govern, or that are not joined to the board of every member."""
    for body_id, body in ask.each(ask.model.bodies):
        if body.kind != "joint_committee":
            continue
        named, governs = wording.name(ask, body_id), ask.lines.out("governs", body_id)
        if governs:
            places = ask.sorted({drawn.line.target for drawn in governs})
            turns = [step for p in places for step in _turn(body_id, p)]
            yield RULE.finding(
                ask,
                f"{named} is drawn as governing {wording.labels(ask, places)}.",
                "A joint committee does what governing bodies delegate to it, and replaces none of them.",
                subjects=[body_id, *places],
                path=[drawn.id for drawn in governs],
                fixes=[Fix("Let it co-ordinate instead of govern", repairs.all_of(*turns))],
            )
        missed = [board_id for board_id in _boards(ask, body_id) if not _joined(ask, body_id, board_id)]
        if missed:
            joins = [repairs.draw("accountable_to", body_id, board_id) for board_id in missed]
            yield RULE.finding(
                ask,
                f"{named} does not answer to {wording.names(ask, missed)}.",
                "Every governing body that takes part gets the joint committee’s reports and stays responsible.",
                subjects=[body_id, *missed],
                path=[rung.line_id for rung in ask.ladder.above(body_id)],
                fixes=[Fix(f"Make it accountable to {wording.names(ask, missed)}", repairs.all_of(*joins))],
            )


def _turn(body_id: ThingId, place_id: ThingId) -> tuple[Edit, Edit]:
    return repairs.undraw("governs", body_id, place_id), repairs.draw("coordinates", body_id, place_id)


def _boards(ask: Questions, body_id: ThingId) -> list[ThingId]:
    """List the boards of the soft federations that the committee serves."""
    at = ask.model.bodies[body_id].at
    drawn = ask.lines.at(("governs", "coordinates", "part_of"), body_id)
    places = [*([at] if at else []), *(line.target for _, line in drawn)]
    groups = dict.fromkeys(group_id for place in places for group_id in ask.places.collaborations(place))
    return ask.sorted({board for group_id in groups for board in ask.boards_of_group(group_id, BOARDS)})


def _joined(ask: Questions, body_id: ThingId, board_id: ThingId) -> bool:
    above = {rung.target for rung in ask.ladder.above(body_id, secondary=True)}
    return board_id in above or any(line.source == board_id for _, line in ask.lines.into("delegates_to", body_id))
