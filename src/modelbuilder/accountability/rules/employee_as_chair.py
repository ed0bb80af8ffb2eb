"""The chair of a governing body works at the school

Nobody who is paid to work at a federated school chairs its governing body: that is in the regulations on
federations [F2012-S6]. That the same holds for a single school we have from general knowledge and did not look
up [GK], so the rule as a whole is a proposal.

The rule compares people: whoever sits as chair, and whoever holds a job at the schools that the body governs or
in their federation. It cannot see anything where nobody is named, nor jobs that are not drawn. The chair of a
board of trustees is the business of R58.

Wrong:
    school "Ash Lane Primary" category=maintained
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    HT sits_on GB capacity=chair

Right:
    school "Ash Lane Primary" category=maintained
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
    post Chair role=chair_of_governors held_by="Una Bright"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_to GB
    HT sits_on GB capacity=ex_officio
    Chair sits_on GB capacity=chair
"""

from modelbuilder.accountability import chairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Rule, Severity
from modelbuilder.vocabulary.bodies import GOVERNING_BODIES

RULE = Rule(
    code="R35",
    slug="employee-as-chair",
    title="The chair of governors is not paid to work at the school",
    severity=Severity.ERROR,
    source="F2012-S6, GK",
    standing="proposal",
)


def find(ask: Questions) -> Findings:
    """Find chairs of governing bodies who hold a job at a school that the body governs."""
    for body_id in ask.sorted(ask.model.bodies):
        if ask.model.bodies[body_id].kind not in GOVERNING_BODIES:
            continue
        for chair in ask.seats.chairs(body_id):
            jobs = ask.sorted(ask.staff_of(body_id).intersection([*ask.jobs(chair), chair]))
            if not jobs:
                continue
            seats = ask.seats.people(body_id)[chair]
            post = next((job for job in jobs if job in ask.model.posts), chair)
            yield RULE.finding(
                ask,
                f"{wording.subject(ask, post)} chairs {wording.name(ask, body_id)}, and is paid to work at "
                "a school that it governs.",
                "The chair leads the body that holds the school’s staff to account, and so is not one of them.",
                subjects=[seats[0].holder, body_id, *jobs],
                path=[seat.line_id for seat in seats],
                fixes=chairs.others(ask, body_id, chair),
            )
