"""One supporter helps too many at once

A school that supports others gives away time that its own pupils need: support damages the supporter where
there is too much of it [S3]. More than three supported schools is a reason to ask. A teaching school alliance
that works for more than one trust without an agreement should get one first. Both figures are practice.

The rule counts the schools that lines of support go to. It cannot see how large the support is.

Wrong:
    group "Dunnockley Federation" kind=hard_federation
    "Infant" in "Dunnockley Federation"
    "Junior" in "Dunnockley Federation"
    "Larkfold" in "Dunnockley Federation"
    "Wharf Road" in "Dunnockley Federation"
    body FGB kind=governing_body of="Dunnockley Federation"
    post HT role=headteacher at="Dunnockley Federation"
    HT accountable_for "Dunnockley Federation"
    HT accountable_to FGB
    school "Infant"
    school "Junior"
    school "Larkfold"
    school "Wharf Road"
    outside QA kind=qa_lead
    outside NLE kind=teaching_school_hub label="Northern Hub"
    NLE school_to_school_support "Infant" agreement=yes supporting_duties=coach supported_duties=share impact=fluency evidence=tests schedule=weekly interim_report=2027-02-01 final_report=2027-07-01 qa_lead=QA
    NLE school_to_school_support "Junior" agreement=yes supporting_duties=coach supported_duties=share impact=fluency evidence=tests schedule=weekly interim_report=2027-02-01 final_report=2027-07-01 qa_lead=QA
    NLE school_to_school_support "Larkfold" agreement=yes supporting_duties=coach supported_duties=share impact=fluency evidence=tests schedule=weekly interim_report=2027-02-01 final_report=2027-07-01 qa_lead=QA
    NLE school_to_school_support "Wharf Road" agreement=yes supporting_duties=coach supported_duties=share impact=fluency evidence=tests schedule=weekly interim_report=2027-02-01 final_report=2027-07-01 qa_lead=QA

Right:
    group "Dunnockley Federation" kind=hard_federation
    "Infant" in "Dunnockley Federation"
    "Junior" in "Dunnockley Federation"
    body FGB kind=governing_body of="Dunnockley Federation"
    post HT role=headteacher at="Dunnockley Federation"
    HT accountable_for "Dunnockley Federation"
    HT accountable_to FGB
    school "Infant"
    school "Junior"
    outside QA kind=qa_lead
    outside NLE kind=teaching_school_hub label="Northern Hub"
    NLE school_to_school_support "Infant" agreement=yes supporting_duties=coach supported_duties=share impact=fluency evidence=tests schedule=weekly interim_report=2027-02-01 final_report=2027-07-01 qa_lead=QA
    NLE school_to_school_support "Junior" agreement=yes supporting_duties=coach supported_duties=share impact=fluency evidence=tests schedule=weekly interim_report=2027-02-01 final_report=2027-07-01 qa_lead=QA
"""  # noqa: E501

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.lines import Drawn
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Edit, Findings, Fix, Option, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Agreement

RULE = Rule(
    code="R87",
    slug="supporter-spread-thin",
    title="A supporter is not spread too thin",
    severity=Severity.ADVICE,
    source="S3",
    standing="practice",
    applies=("school_to_school_support", "teaching_school_alliance"),
    options=(Option("most", 3, "schools that one supporter helps at once"),),
)


def find(ask: Questions) -> Findings:
    """Find supporters of too many schools, and alliances that serve several trusts without an agreement."""
    most = RULE.count(ask, "most")
    supported: dict[ThingId, list[Drawn]] = {}
    for drawn in ask.lines.of("school_to_school_support"):
        supported.setdefault(drawn.line.source, []).append(drawn)
    for supporter, rows in supported.items():
        schools = ask.sorted({drawn.line.target for drawn in rows})
        if len(schools) > most:
            yield RULE.finding(
                ask,
                f"{wording.name(ask, supporter)} supports {wording.number(len(schools))} schools at once: "
                f"{wording.labels(ask, schools)}.",
                "Share the support out, or take one school after the other.",
                subjects=[supporter, *schools],
                path=[drawn.id for drawn in rows],
                fixes=[
                    Fix(f"End the support for {wording.name(ask, school)}", _end(rows, school))
                    for school in schools[most:][:2]
                ],
            )
        bare = [drawn.id for drawn in rows if drawn.line.agreement is None]
        trusts = ask.sorted({trust_id for school in schools for trust_id in ask.places.trusts(school)})
        if bare and len(trusts) > 1 and _is_alliance(ask, supporter):
            agree = [repairs.alter(line_id, agreement=Agreement()) for line_id in bare]
            yield RULE.finding(
                ask,
                f"{wording.name(ask, supporter)} serves {wording.names(ask, trusts)} without an agreement.",
                "An alliance that works for several trusts agrees with each what it will do.",
                subjects=[supporter, *trusts],
                path=bare,
                severity=Severity.WARNING,
                fixes=[Fix("Record agreements, to be filled in", repairs.all_of(*agree))],
            )


def _end(rows: list[Drawn], school: ThingId) -> Edit:
    return repairs.remove(*(drawn.id for drawn in rows if drawn.line.target == school))


def _is_alliance(ask: Questions, supporter: ThingId) -> bool:
    body, group = ask.model.bodies.get(supporter), ask.model.groups.get(supporter)
    return (body is not None and body.kind == "teaching_school") or (
        group is not None and group.kind == "teaching_school_alliance"
    )
