"""More than a third of the governors work at the school

The headteacher, the staff governor and co-opted governors who could be elected as staff governor are together
at most a third of the governing body of a maintained school or federation [C2012-13]. This is in the
regulations.

The rule takes the numbers that were typed, or else counts the seats that are drawn, of people who have a job at
the school too; the head counts where the head's seat is drawn. It is silent until the number of all governors is
recorded, and cannot see which co-opted governors work at the school if nobody says so.

Wrong:
    school "Ash Lane Primary" category=maintained
    body GB kind=governing_body of="Ash Lane Primary" seats=9 staff=1 staff_coopted=2
    post HT role=headteacher at="Ash Lane Primary"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    HT sits_on GB capacity=ex_officio

Right:
    school "Ash Lane Primary" category=maintained
    body GB kind=governing_body of="Ash Lane Primary" seats=9 staff=1 staff_coopted=1
    post HT role=headteacher at="Ash Lane Primary"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    HT sits_on GB capacity=ex_officio
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import MOST_COUNTED, Findings, Fix, Option, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R33",
    slug="too-many-staff-governors",
    title="At most a third of the governors work at the school",
    severity=Severity.ERROR,
    source="C2012-13",
    standing="law",
    applies=("maintained",),
    options=(Option("one_in", 3, "governors for each one who works at the school"),),
)

_FEWEST_LISTED = 7
"""Fewer governors than the law asks for are not taken for a list of them all."""


def find(ask: Questions) -> Findings:
    """Find governing bodies of maintained schools with too many governors who work there."""
    one_in = RULE.count(ask, "one_in")
    for body_id in ask.maintained_boards:
        number = ask.seats.all(body_id)
        if not number or (ask.model.bodies[body_id].seats is None and number < _FEWEST_LISTED):
            continue
        drawn = _drawn(ask, body_id)
        staff = max(len(drawn), _typed(ask, body_id, drawn))
        if staff * one_in <= number:
            continue
        lines = [seat.line_id for sitter in drawn for seat in ask.seats.people(body_id)[sitter]]
        yield RULE.finding(
            ask,
            f"{wording.number(staff)} of the {wording.number(number)} governors of {_place(ask, body_id)} work there.",
            f"The head, the staff governor and co-opted staff may be at most {wording.share(one_in)} of the governing "
            "body.",
            subjects=[body_id, *(seat.holder for sitter in drawn for seat in ask.seats.people(body_id)[sitter])],
            path=lines,
            fixes=_fixes(ask, body_id, number, staff, len(drawn), one_in),
        )


def _fixes(ask: Questions, body_id: ThingId, number: int, staff: int, drawn: int, one_in: int) -> Iterator[Fix]:
    coopted, most = ask.model.bodies[body_id].staff_coopted or 0, number // one_in
    if not ask.model.bodies[body_id].employees and drawn <= most and staff - most <= coopted:
        fewer = coopted - (staff - most)
        yield Fix(
            f"Set the number of co-opted governors who work there to {wording.number(fewer)}",
            repairs.alter(body_id, staff_coopted=fewer),
        )
    if staff * one_in <= MOST_COUNTED:
        words = f"Set the number of governors to {wording.number(staff * one_in)}"
        yield Fix(words, repairs.alter(body_id, seats=staff * one_in))


def _drawn(ask: Questions, body_id: ThingId) -> list[ThingId]:
    staff = ask.staff_of(body_id)
    return [
        sitter
        for sitter, seats in ask.seats.people(body_id).items()
        if not staff.isdisjoint(ask.jobs(sitter)) or any({"staff", "employee"} & set(s.capacity) for s in seats)
    ]


def _typed(ask: Questions, body_id: ThingId, drawn: list[ThingId]) -> int:
    """Add up the typed numbers of staff, and the heads whose seats are drawn beside them."""
    body, people = ask.model.bodies[body_id], ask.seats.people(body_id)
    heads = [s for s in drawn if any((ask.rank(job) or 9) <= 4 for job in ask.jobs(s))]
    heads = [s for s in heads if not any({"staff", "coopted"} & set(seat.capacity) for seat in people[s])]
    return max((body.staff or 0) + (body.staff_coopted or 0) + len(heads), body.employees or 0)


def _place(ask: Questions, body_id: ThingId) -> str:
    schools = ask.governed_by(body_id)
    return wording.labels(ask, schools) if schools else wording.name(ask, body_id)
