"""A board has several chairs, or none

A board has one chair: the register of schools keeps chair of governors, of trustees and of a local governing
body as posts that one person holds [GIAS-ROLES]. Others can be vice-chairs. That a board has several is an
error, that none is drawn no more than advice. The register's word is guidance.

The rule looks at who sits as chair; one person counts once. It says nothing of missing chairs until the chair of
some board is recorded, and cannot see how two chairs share their work.

Wrong:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    person "Una Bright"
    person "Carl Osei"
    "Una Bright" sits_on GB capacity=chair
    "Carl Osei" sits_on GB capacity=chair

Right:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    person "Una Bright"
    "Una Bright" sits_on GB capacity=chair
"""

from collections.abc import Iterator

from modelbuilder.accountability import appointments, chairs, repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.bodies import BOARDS

RULE = Rule(
    code="R36",
    slug="chair-count",
    title="Each board has one chair",
    severity=Severity.ERROR,
    source="GIAS-ROLES",
    standing="guidance",
)


def find(ask: Questions) -> Findings:
    """Find boards with several chairs, and boards without one once any board's chair is recorded."""
    if not ask.lines.of("sits_on"):
        return
    recorded = any(ask.seats.chairs(body_id) for body_id in ask.all_boards)
    proper = frozenset(ask.proper_boards)
    for body_id, body in ask.each(ask.model.bodies):
        row = ask.seats.chairs(body_id) if body.kind in BOARDS or body.kind == "local_governing_body" else []
        if len(row) > 1:
            holders = [ask.seats.people(body_id)[chair][0].holder for chair in row]
            yield RULE.finding(
                ask,
                f"{wording.name(ask, body_id)} has {wording.number(len(row))} chairs: {wording.names(ask, holders)}.",
                "One person leads the board and speaks for it; another can be vice-chair.",
                subjects=[body_id, *holders],
                path=[seat.line_id for chair in row for seat in ask.seats.people(body_id)[chair]],
                fixes=_one_chair(ask, body_id, row),
            )
        elif not row and recorded and body_id in proper:
            board = wording.name(ask, body_id)
            add = appointments.add_post(chairs.chair_role(ask, body_id), None, ("sits_on", body_id))
            yield RULE.finding(
                ask,
                f"No chair is drawn for {board}.",
                "Where the chair of one board is shown, readers look for that of the others.",
                subjects=[body_id],
                fixes=[Fix(f"Add a chair for {board}", add)],
                severity=Severity.ADVICE,
            )


def _one_chair(ask: Questions, body_id: ThingId, row: list[ThingId]) -> Iterator[Fix]:
    people = ask.seats.people(body_id)
    for kept in row[:3]:
        seats = [seat for chair in row if chair != kept for seat in people[chair]]
        steps = [
            repairs.alter(seat.line_id, capacity=(*(c for c in seat.capacity if c != "chair"), "vice_chair"))
            for seat in seats
        ]
        yield Fix(f"Keep {wording.name(ask, people[kept][0].holder)} as chair", repairs.all_of(*steps))
