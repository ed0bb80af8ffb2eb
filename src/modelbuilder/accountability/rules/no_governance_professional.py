"""A board has no governance professional

A governing body must appoint a clerk to advise it on its functions [R2013-6]; the word used now is governance
professional. That is in the regulations for maintained schools; for a board of trustees it is no less needed,
and the same warning is given as good practice.

The rule looks for a line “advises” from a governance professional to governing bodies, boards of trustees and
interim executive boards; a governing body in a multi-academy trust is the business of R50. It cannot see a clerk
who is not drawn.

Wrong:
    school "Wrenbeck Primary" category=maintained
    body GB kind=governing_body of="Wrenbeck Primary"
    post HT role=headteacher at="Wrenbeck Primary"
    HT leads "Wrenbeck Primary" mode=head
    HT accountable_to GB

Right:
    school "Wrenbeck Primary" category=maintained
    body GB kind=governing_body of="Wrenbeck Primary"
    post HT role=headteacher at="Wrenbeck Primary"
    post GP role=governance_professional held_by="Hester Quayle"
    HT leads "Wrenbeck Primary" mode=head
    HT accountable_to GB
    GP advises GB
"""

from modelbuilder.accountability import appointments, repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity

RULE = Rule(
    code="R37",
    slug="no-governance-professional",
    title="Each board has a governance professional",
    severity=Severity.WARNING,
    source="R2013-6",
    standing="law",
)


def find(ask: Questions) -> Findings:
    """Find boards that no governance professional advises."""
    clerks = ask.in_roles(["governance_professional"])
    free = [clerk for clerk in clerks if not ask.lines.out("advises", clerk)]
    advised = {line.target for clerk in clerks for _, line in ask.lines.out("advises", clerk)}
    for body_id in ask.proper_boards:
        if body_id in advised:
            continue
        board = wording.name(ask, body_id)
        fixes = [
            Fix(f"Let {wording.name(ask, clerk)} advise {board}", repairs.draw("advises", clerk, body_id))
            for clerk in free[:2]
        ]
        yield RULE.finding(
            ask,
            f"No governance professional is drawn for {board}.",
            "A board needs somebody who knows its duties and procedures, and who is not one of its members.",
            subjects=[body_id],
            fixes=[*fixes, Fix("Add a governance professional", appointments.add_clerk(body_id))],
        )
