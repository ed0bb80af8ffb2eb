"""Employees besides the chief executive sit on the board of trustees

The chief executive should be the only employee on the board of trustees [ASKCLERK-ART], so that those whom the
board holds to account do not hold themselves to account. This is guidance from the academy trust handbook, as a
clerking service reports it.

The rule looks at trustees who hold a job in the trust or are marked as employees, and at the number of employees
that was typed. It cannot see people who are not named, nor jobs that are not drawn.

Wrong:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body TB kind=trust_board of="Merrivane Trust" seats=9
    post P role=principal at="Merrivane High" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB
    post DHT role=deputy_headteacher at="Merrivane High" held_by="Ottilie Brace"
    DHT accountable_to P
    DHT sits_on TB
    P sits_on TB capacity=ex_officio

Right:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body TB kind=trust_board of="Merrivane Trust" seats=9
    post P role=principal at="Merrivane High" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB
    post DHT role=deputy_headteacher at="Merrivane High" held_by="Ottilie Brace"
    DHT accountable_to P
    P sits_on TB capacity=ex_officio
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R46",
    slug="employees-as-trustees",
    title="The chief executive is the only employee among the trustees",
    severity=Severity.WARNING,
    source="ASKCLERK-ART",
    standing="guidance",
    applies=("trusts",),
)


def find(ask: Questions) -> Findings:
    """Find employees besides the senior executive leader on the board of a trust."""
    for body_id in ask.bodies_of_kind("trust_board"):
        employed = ask.employed_trustees(body_id)
        chiefs = _chiefs(ask, body_id) if employed else set()
        others = [one for one in employed if one not in chiefs]
        typed = ask.model.bodies[body_id].employees or 0
        if not others and typed < 2:
            continue
        seats = [seat for one in others for seat in ask.seats.people(body_id)[one]]
        board = wording.name(ask, body_id)
        steps = [repairs.undraw("sits_on", seat.holder, body_id) for seat in seats]
        if typed > 1:
            steps.append(repairs.alter(body_id, employees=1))
        if others:
            whom = wording.names(ask, dict.fromkeys(seat.holder for seat in seats))
            works = "works" if len(others) == 1 else "work"
            message = f"{whom} {works} for the trust, and {'sits' if len(others) == 1 else 'sit'} on {board}."
            words = f"Take {whom} off the board of trustees"
        else:
            message = f"{wording.counted(typed, 'employee')} of the trust sit on {board}."
            words = "Set the number of employees on the board to one"
        yield RULE.finding(
            ask,
            message,
            "The chief executive should be the only employee on the board: the others answer to it.",
            subjects=[body_id, *(seat.holder for seat in seats)],
            path=[seat.line_id for seat in seats],
            fixes=[Fix(words, repairs.all_of(*steps))],
        )


def _chiefs(ask: Questions, body_id: ThingId) -> set[ThingId]:
    """Collect the people and posts that lead the trusts of a board."""
    posts = [post for trust_id in ask.trusts.of_body(body_id) for post in ask.trusts.senior_executives(trust_id)]
    return {*posts, *(person for post in posts if (person := ask.model.posts[post].person))}
