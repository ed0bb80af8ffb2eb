"""A trust has fewer than three trustees

A board of trustees has at least three trustees [KEY-SIZE]: so the model articles, as a guide for governors
reports them. This is guidance; a trust's own articles say what binds it.

The rule takes the number of seats that was typed, or else counts the seats that are drawn. A seat or two drawn
for the chair and the chief executive are not taken for a list. It cannot see trustees of whom nothing is
recorded: then it is silent.

Wrong:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body TB kind=trust_board of="Merrivane Trust" seats=2
    post P role=principal at="Merrivane High" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB

Right:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body TB kind=trust_board of="Merrivane Trust" seats=7
    post P role=principal at="Merrivane High" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Option, Rule, Severity

RULE = Rule(
    code="R44",
    slug="few-trustees",
    title="A trust has at least three trustees",
    severity=Severity.ERROR,
    source="KEY-SIZE",
    standing="guidance",
    applies=("trusts",),
    options=(Option("fewest", 3, "trustees on a board"),),
)


def find(ask: Questions) -> Findings:
    """Find boards of trustees that are too small, where their number is recorded."""
    fewest = RULE.count(ask, "fewest")
    for body_id in ask.bodies_of_kind("trust_board"):
        number = ask.seats.all(body_id)
        if number is None or number >= fewest:
            continue
        least = wording.number(fewest)
        yield RULE.finding(
            ask,
            f"{wording.name(ask, body_id)} has {'only ' if number else ''}{wording.counted(number, 'trustee')}.",
            f"A board of trustees has at least {least}.",
            subjects=[body_id],
            path=[seat.line_id for row in ask.seats.people(body_id).values() for seat in row],
            fixes=[Fix(f"Set the number of trustees to {least}", repairs.alter(body_id, seats=fewest))],
        )
