"""More than a third of the trustees are employees

Employees of a trust, its chief executive among them, are at most a third of its trustees [KEY-APPT][DCAT]: so
the model articles. This is guidance; a trust's own articles say what binds it.

The rule takes the numbers that were typed, or else counts the trustees who hold a job in the trust or are marked
as employees. It is silent until the number of trustees is recorded, and cannot see jobs that are not drawn.

Wrong:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body TB kind=trust_board of="Merrivane Trust" seats=8 employees=3
    post P role=principal at="Merrivane High" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB

Right:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body TB kind=trust_board of="Merrivane Trust" seats=9 employees=1
    post P role=principal at="Merrivane High" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import MOST_COUNTED, Findings, Fix, Option, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R45",
    slug="too-many-employed-trustees",
    title="Employees are at most a third of the trustees",
    severity=Severity.ERROR,
    source="KEY-APPT, DCAT",
    standing="guidance",
    applies=("trusts",),
    options=(Option("one_in", 3, "trustees for each one who is an employee"),),
)

_FEWEST_LISTED = 3
"""Fewer trustees than a trust must have are not taken for a list of them all."""


def find(ask: Questions) -> Findings:
    """Find boards of trustees with too many employees."""
    one_in = RULE.count(ask, "one_in")
    for body_id in ask.bodies_of_kind("trust_board"):
        number, typed = ask.seats.all(body_id), ask.model.bodies[body_id].employees
        if not number or (ask.model.bodies[body_id].seats is None and number < _FEWEST_LISTED):
            continue
        drawn = ask.employed_trustees(body_id)
        employees = len(drawn) if typed is None else typed
        if employees * one_in <= number:
            continue
        seats = [seat for one in drawn for seat in ask.seats.people(body_id)[one]]
        yield RULE.finding(
            ask,
            f"{wording.number(employees)} of the {wording.counted(number, 'trustee')} on "
            f"{wording.name(ask, body_id)} {'is an employee' if employees == 1 else 'are employees'} of the trust.",
            f"At most {wording.share(one_in)} of the trustees may be employees, so that the board can hold them to "
            "account.",
            subjects=[body_id, *(seat.holder for seat in seats)],
            path=[seat.line_id for seat in seats],
            fixes=_fixes(ask, body_id, number, employees, one_in),
        )


def _fixes(ask: Questions, body_id: ThingId, number: int, employees: int, one_in: int) -> Iterator[Fix]:
    if ask.model.bodies[body_id].employees is not None:
        most = number // one_in
        words = f"Set the number of employees on the board to {wording.number(most)}"
        yield Fix(words, repairs.alter(body_id, employees=most))
    if employees * one_in <= MOST_COUNTED:
        words = f"Set the number of trustees to {wording.number(employees * one_in)}"
        yield Fix(words, repairs.alter(body_id, seats=employees * one_in))
