"""A committee hangs from no board

A local governing body, a joint committee and any other committee have the powers that a board gives them, and
answer to that board. A trust's local tier is a committee of its board of trustees [LEO]; the regulations on
collaboration make a joint committee one of the governing bodies that set it up [COLL2003]. Mostly this is
guidance and what trusts publish of themselves.

A line “accountable to” the board, a line “delegates to” from it, or being drawn as part of it will do; a plain
committee may also hang from the board of a partnership. The rule cannot see a scheme of delegation that is not drawn.

Wrong:
    school "Hexley Vale Primary"
    body TB kind=trust_board of="Hexley Vale Primary"
    body LGB kind=local_governing_body at="Hexley Vale Primary"
    post HT role=headteacher at="Hexley Vale Primary"
    HT leads "Hexley Vale Primary" mode=head
    HT accountable_to TB

Right:
    school "Hexley Vale Primary"
    body TB kind=trust_board of="Hexley Vale Primary"
    body LGB kind=local_governing_body at="Hexley Vale Primary"
    post HT role=headteacher at="Hexley Vale Primary"
    HT leads "Hexley Vale Primary" mode=head
    HT accountable_to TB
    LGB accountable_to TB
    TB delegates_to LGB scheme="standards; safeguarding; SEND"
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.bodies import BOARDS, COMMITTEES

RULE = Rule(
    code="R16",
    slug="floating-committee",
    title="Committees hang from their parent board",
    severity=Severity.ERROR,
    source="LEO, COLL2003",
    standing="guidance",
    applies=("multi_academy_trust", "federations"),
)


def find(ask: Questions) -> Findings:
    """Find committees without a line to or from a board or another committee."""
    bodies = ask.model.bodies
    for body_id, body in ask.each(bodies):
        if body.kind not in COMMITTEES:
            continue
        parents = BOARDS | COMMITTEES | ({"partnership_board"} if body.kind == "committee" else set())
        if any(bodies[parent].kind in parents for parent in _parents(ask, body_id)):
            continue
        yield RULE.finding(
            ask,
            f"{wording.name(ask, body_id)} hangs from no board.",
            "A committee has only the powers that its board delegates, and answers to that board for them.",
            subjects=[body_id],
            path=[drawn.id for drawn in ask.lines.out("accountable_to", body_id)],
            fixes=[
                Fix(
                    f"Make it accountable to {wording.name(ask, board_id)}",
                    repairs.draw("accountable_to", body_id, board_id, primary=True),
                )
                for board_id in _candidates(ask, body_id)[:3]
            ],
        )


def _parents(ask: Questions, body_id: ThingId) -> set[ThingId]:
    above = {rung.target for rung in ask.ladder.above(body_id)}
    above |= {line.source for _, line in ask.lines.into("delegates_to", body_id)}
    above |= {line.target for _, line in ask.lines.out("part_of", body_id)}
    return (above & ask.model.bodies.keys()) - {body_id}


def _candidates(ask: Questions, body_id: ThingId) -> list[ThingId]:
    at = ask.model.bodies[body_id].at
    places = ask.places.schools(at) if at else ask.governed_by(body_id)
    boards = [board for trust in ask.trusts.of_body(body_id) for board in ask.sorted(ask.trusts.boards(trust))]
    boards += [board for school_id in places for board in ask.boards(school_id, BOARDS)]
    found = dict.fromkeys(boards or ask.all_boards)
    return [board for board in found if body_id not in ask.ladder.reach(board, secondary=True)]
