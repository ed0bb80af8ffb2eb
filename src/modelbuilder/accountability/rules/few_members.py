"""A trust has few members

A trust has at least three members and should have five or more: so says the academy trust handbook [ATH1 1.3],
as guidance that the funding agreement makes binding. Fewer than three is an error, three or four is advice.

The rule takes the number that was typed, or else counts the members who are drawn. It cannot see members of
whom nothing is recorded: then it is silent.

Wrong:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body M kind=members at="Merrivane Trust" seats=2
    body TB kind=trust_board of="Merrivane Trust"
    post P role=principal at="Merrivane High" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB
    TB accountable_to M

Right:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body M kind=members at="Merrivane Trust" seats=5
    body TB kind=trust_board of="Merrivane Trust"
    post P role=principal at="Merrivane High" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB
    TB accountable_to M
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Option, Rule, Severity

RULE = Rule(
    code="R41",
    slug="few-members",
    title="A trust has at least three members, better five",
    severity=Severity.ERROR,
    source="ATH1 1.3",
    standing="guidance",
    applies=("trusts",),
    options=(
        Option("fewest", 3, "members that a trust must have"),
        Option("better", 5, "members that a trust should have"),
    ),
)


def find(ask: Questions) -> Findings:
    """Find bodies of members that are too small, where their number is recorded."""
    fewest = RULE.count(ask, "fewest")
    better = max(fewest, RULE.count(ask, "better"))
    for body_id in ask.bodies_of_kind("members"):
        number = ask.seats.all(body_id)
        if number is None or number >= better:
            continue
        trusts = wording.labels(ask, ask.trusts.of_body(body_id)) or "The trust"
        enough = number >= fewest
        least, best = wording.number(fewest), wording.number(better)
        yield RULE.finding(
            ask,
            f"{trusts} has {wording.counted(number, 'member')}{', which is enough, but few' if enough else ''}.",
            f"With {best} or more members a trust does not hang on a few people."
            if enough
            else f"A trust has at least {least} members, and better {best}.",
            subjects=[body_id],
            path=[seat.line_id for row in ask.seats.people(body_id).values() for seat in row],
            fixes=[Fix(f"Set the number of members to {best}", repairs.alter(body_id, seats=better))],
            severity=Severity.ADVICE if enough else Severity.ERROR,
        )
