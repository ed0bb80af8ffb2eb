"""A governing body has fewer than seven governors

The governing body of a maintained school or a federation has at least seven governors [C2012-13][F2012-21].
This is in the regulations on their constitution.

The rule takes the number of seats that was typed, or else counts the seats that are drawn. A seat or two that
are drawn for the chair and the head are not taken for a list. It cannot see governors of whom nothing is
recorded, and says nothing while no number is.

Wrong:
    school "Ash Lane Primary" category=maintained
    body GB kind=governing_body of="Ash Lane Primary" seats=5
    post HT role=headteacher at="Ash Lane Primary"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB

Right:
    school "Ash Lane Primary" category=maintained
    body GB kind=governing_body of="Ash Lane Primary" seats=7
    post HT role=headteacher at="Ash Lane Primary"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Option, Rule, Severity

RULE = Rule(
    code="R30",
    slug="small-governing-body",
    title="A governing body has at least seven governors",
    severity=Severity.ERROR,
    source="C2012-13, F2012-21",
    standing="law",
    applies=("maintained",),
    options=(Option("fewest", 7, "governors on a governing body"),),
)


def find(ask: Questions) -> Findings:
    """Find governing bodies of maintained schools with too few governors, where their number is recorded."""
    fewest = RULE.count(ask, "fewest")
    for body_id in ask.maintained_boards:
        number = ask.seats.all(body_id)
        if number is None or number >= fewest:
            continue
        yield RULE.finding(
            ask,
            f"{wording.name(ask, body_id)} has {'only ' if number else ''}{wording.counted(number, 'governor')}.",
            f"The regulations ask for at least {wording.number(fewest)}.",
            subjects=[body_id],
            path=[seat.line_id for seats in ask.seats.people(body_id).values() for seat in seats],
            fixes=[
                Fix(f"Set the number of governors to {wording.number(fewest)}", repairs.alter(body_id, seats=fewest))
            ],
        )
