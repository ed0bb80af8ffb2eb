"""An umbrella trust is drawn as governing schools

An umbrella trust is a charity that serves several schools or trusts and may appoint some of their governors or
members. Each school keeps its own board, and the umbrella does not run it [CC2015][KC][BF]. This is guidance.

The rule looks for lines “governs” from an umbrella trust, or to its box. It cannot see what the trust's own deed
says.

Wrong:
    school "Ash Lane Primary" category=maintained
    body GB kind=governing_body of="Ash Lane Primary"
    body UT kind=umbrella_trust of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB

Right:
    school "Ash Lane Primary" category=maintained
    body GB kind=governing_body of="Ash Lane Primary"
    body UT kind=umbrella_trust
    post HT role=headteacher at="Ash Lane Primary"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    UT supports_challenges "Ash Lane Primary"
"""

from modelbuilder.accountability import charities, repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity

RULE = Rule(
    code="R59",
    slug="umbrella-trust-governs",
    title="An umbrella trust does not run schools",
    severity=Severity.ERROR,
    source="CC2015, KC, BF",
    standing="guidance",
    applies=("umbrella_trust",),
)


def find(ask: Questions) -> Findings:
    """Find umbrella trusts that govern, and bodies that govern the box of one."""
    rows = dict(charities.governs(ask, "umbrella_trust"))
    for body_id, lines in charities.governed(ask, "umbrella_trust"):
        rows.setdefault(body_id, lines)
    for body_id, lines in rows.items():
        name = wording.name(ask, body_id)
        targets = ask.sorted(drawn.line.target for drawn in lines)
        support = [repairs.draw("supports_challenges", body_id, target) for target in targets]
        instead = repairs.all_of(charities.no_longer(ask, body_id, lines), *support)
        yield RULE.finding(
            ask,
            f"{name} is drawn as governing {wording.labels(ask, targets)}.",
            "An umbrella trust serves its schools; each is governed by a board of its own.",
            subjects=[body_id, *targets],
            path=[drawn.id for drawn in lines],
            fixes=[
                Fix(f"Let {name} support them instead" if len(targets) > 1 else "Make it a line of support", instead)
            ],
        )
