"""A school has an executive above it, but no head of its own

Where an executive headteacher leads several schools, each has its own head of school or headteacher, who is
there every day [S3]. This is practice: the third school that is led only from the other two is the one whose
parents do not know whom to ask.

The rule sees who leads as head, acting or shared. It cannot see how many days the executive spends at the
school.

Wrong:
    school "Fennimoor Primary"
    body GB kind=governing_body of="Fennimoor Primary"
    post EHT role=executive_headteacher held_by="Dai Okonedo-Reyes"
    EHT leads "Fennimoor Primary" mode=executive
    EHT accountable_for "Fennimoor Primary"
    EHT accountable_to GB

Right:
    school "Fennimoor Primary"
    body GB kind=governing_body of="Fennimoor Primary"
    post EHT role=executive_headteacher held_by="Dai Okonedo-Reyes"
    post HoS role=head_of_school at="Fennimoor Primary" held_by="Joss Ferrant"
    HoS leads "Fennimoor Primary" mode=head
    EHT leads "Fennimoor Primary" mode=executive
    EHT accountable_for "Fennimoor Primary"
    EHT accountable_to GB
    HoS accountable_to EHT
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.vocabulary.roles import EXECUTIVES

RULE = Rule(
    code="R63",
    slug="nobody-on-site",
    title="Every school has its own head of school or headteacher",
    severity=Severity.WARNING,
    source="S3",
    standing="practice",
)


def find(ask: Questions) -> Findings:
    """Find schools that only an executive leads or answers for."""
    for school_id, _ in ask.each(ask.model.placements):
        above = [*ask.acc(school_id), *(lead.post for lead in ask.leads(school_id) if lead.mode == "executive")]
        executives = [post_id for post_id in dict.fromkeys(above) if ask.model.posts[post_id].role in EXECUTIVES]
        if not executives or not ask.acc(school_id) or ask.on_site(school_id):
            continue
        add = repairs.add_leader("head_of_school", school_id, executives[0])
        yield RULE.finding(
            ask,
            f"Nobody leads {wording.name(ask, school_id)} on site; above it is {wording.titled(ask, executives[0])}.",
            "Pupils and parents need a head whom they meet every day.",
            subjects=[school_id, *executives],
            path=[lead.line_id for lead in ask.leads(school_id)],
            fixes=[Fix(f"Add a head of school to {wording.name(ask, school_id)}", add)]
            if ask.firm(executives[0])
            else [],
        )
