"""An employee chairs the board of trustees

The chair leads the board that holds the chief executive and all other employees to account, and so is none of
them. The model articles say so as far as we know; we did not look them up [GK], so this is a proposal.

The rule compares people: whoever sits as chair of the board, and whoever holds a job in the trust. It cannot see
anything where nobody is named, nor jobs that are not drawn.

Wrong:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body TB kind=trust_board of="Merrivane Trust"
    post P role=principal at="Merrivane High" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB
    P sits_on TB capacity=chair

Right:
    group "Merrivane Trust" kind=single_academy_trust
    "Merrivane High" in "Merrivane Trust"
    school "Merrivane High" category=academy
    body TB kind=trust_board of="Merrivane Trust"
    post P role=principal at="Merrivane High" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    P leads "Merrivane High" mode=head
    P accountable_to TB
    person "Una Bright"
    "Una Bright" sits_on TB capacity=chair
"""

from modelbuilder.accountability import chairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Rule, Severity

RULE = Rule(
    code="R58",
    slug="employee-as-chair-of-trustees",
    title="The chair of trustees is not an employee of the trust",
    severity=Severity.ERROR,
    source="GK",
    standing="proposal",
    applies=("trusts",),
)


def find(ask: Questions) -> Findings:
    """Find chairs of boards of trustees who hold a job in the trust."""
    for body_id in ask.bodies_of_kind("trust_board"):
        for chair in ask.seats.chairs(body_id):
            jobs = ask.sorted(ask.staff_of(body_id).intersection([*ask.jobs(chair), chair]))
            if not jobs:
                continue
            seats = ask.seats.people(body_id)[chair]
            post = next((job for job in jobs if job in ask.model.posts), seats[0].holder)
            yield RULE.finding(
                ask,
                f"{wording.subject(ask, post)} chairs {wording.name(ask, body_id)}, and is employed by the trust.",
                "The chair leads those who hold the trust’s employees to account, and so is not one of them.",
                subjects=[seats[0].holder, body_id, *jobs],
                path=[seat.line_id for seat in seats],
                fixes=chairs.others(ask, body_id, chair),
            )
