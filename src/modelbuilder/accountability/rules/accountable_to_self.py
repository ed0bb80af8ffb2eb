"""Something is accountable to itself

A line of accountability leads from one post or body to another. A line that comes back to where it starts
says nothing. This is a matter of logic and our proposal [INF]; no law is needed for it.

The rule sees a line with both ends on one card, and cannot see which end was meant to be another. One person
in two posts is the business of R05.

Wrong:
    post CEO role=ceo
    body TB kind=trust_board
    CEO accountable_to CEO
    CEO accountable_to TB

Right:
    post CEO role=ceo
    body TB kind=trust_board
    CEO accountable_to TB
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity

RULE = Rule(
    code="R03",
    slug="accountable-to-self",
    title="Nobody is accountable to themselves",
    severity=Severity.ERROR,
    source="INF",
    standing="proposal",
)


def find(ask: Questions) -> Findings:
    """Find lines of accountability from a thing to itself."""
    for line_id, line in ask.each(ask.model.lines):
        if line.source != line.target or line.kind != "accountable_to" or not ask.lines.first(line_id):
            continue
        yield RULE.finding(
            ask,
            f"{wording.subject(ask, line.source)} has a line of accountability that comes back to the same card.",
            "Accountability needs someone else to answer to.",
            subjects=[line.source],
            path=[line_id],
            fixes=[Fix("Remove the line", repairs.undraw("accountable_to", line.source, line.source))],
        )
