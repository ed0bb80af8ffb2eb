"""A support agreement leaves something open

An agreement says what each school does, what difference the support is to make and how that will be measured,
when it happens, and when there will be an interim and a final report [S3]. This is practice.

The rule sees which of these are empty. It cannot judge what was written.

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
    outside QA kind=qa_lead
    "Dunnockley Infant" school_to_school_support "Dunnockley Junior" agreement=yes priority=reading qa_lead=QA

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

from modelbuilder.accountability import wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Rule, Severity

RULE = Rule(
    code="R84",
    slug="agreement-incomplete",
    title="A support agreement says all that it should",
    severity=Severity.WARNING,
    source="S3",
    standing="practice",
    applies=("school_to_school_support",),
)

NEEDED = {
    "supporting_duties": "the duties of the supporting school",
    "supported_duties": "the duties of the supported school",
    "impact": "the intended impact",
    "evidence": "the evidence that will be measured",
    "schedule": "the schedule",
    "interim_report": "the date of the interim report",
    "final_report": "the date of the final report",
}


def find(ask: Questions) -> Findings:
    """Find agreements in which something is not said; only those who agree can say it, so there is no fix."""
    for line_id, line in ask.lines.of("school_to_school_support"):
        agreement = line.agreement
        missing = [words for field, words in NEEDED.items() if agreement and not getattr(agreement, field).strip()]
        if missing:
            yield RULE.finding(
                ask,
                f"The agreement on the support of {wording.name(ask, line.source)} for "
                f"{wording.name(ask, line.target)} does not say {wording.listed(missing)}.",
                "What is left open now is argued about later.",
                subjects=[line_id, line.source, line.target],
            )
