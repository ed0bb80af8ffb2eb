"""School-to-school support has no written agreement

Support without an agreement damages both schools: nobody knows what was promised, for how long, and what the
supporting school can afford [S3]. This is practice.

The rule sees whether an agreement is recorded on the line. It cannot see one that lies in a drawer.

Wrong:
    group "Dunnockley Federation" kind=hard_federation
    "Dunnockley Infant" in "Dunnockley Federation"
    "Dunnockley Junior" in "Dunnockley Federation"
    body FGB kind=governing_body of="Dunnockley Federation"
    post HT role=headteacher at="Dunnockley Federation"
    HT accountable_for "Dunnockley Federation"
    HT accountable_to FGB
    school "Dunnockley Infant"
    school "Dunnockley Junior"
    "Dunnockley Infant" school_to_school_support "Dunnockley Junior"

Right:
    group "Dunnockley Federation" kind=hard_federation
    "Dunnockley Infant" in "Dunnockley Federation"
    "Dunnockley Junior" in "Dunnockley Federation"
    body FGB kind=governing_body of="Dunnockley Federation"
    post HT role=headteacher at="Dunnockley Federation"
    HT accountable_for "Dunnockley Federation"
    HT accountable_to FGB
    school "Dunnockley Infant"
    school "Dunnockley Junior"
    outside QA kind=qa_lead
    "Dunnockley Infant" school_to_school_support "Dunnockley Junior" agreement=yes supporting_duties=coach supported_duties=share impact=fluency evidence=tests schedule=weekly interim_report=2027-02-01 final_report=2027-07-01 qa_lead=QA
"""  # noqa: E501

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.records import Agreement

RULE = Rule(
    code="R83",
    slug="support-without-agreement",
    title="School-to-school support has a written agreement",
    severity=Severity.WARNING,
    source="S3",
    standing="practice",
    applies=("school_to_school_support",),
)


def find(ask: Questions) -> Findings:
    """Find lines of school-to-school support without an agreement."""
    for line_id, line in ask.lines.of("school_to_school_support"):
        if line.agreement is None:
            yield RULE.finding(
                ask,
                f"{wording.name(ask, line.source)} supports {wording.name(ask, line.target)} without a written "
                "agreement.",
                "Agree in writing who does what, to what end and until when.",
                subjects=[line_id, line.source, line.target],
                fixes=[Fix("Record an agreement, to be filled in", repairs.alter(line_id, agreement=Agreement()))],
            )
