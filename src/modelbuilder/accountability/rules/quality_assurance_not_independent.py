"""Nobody independent assures the quality of support

A quality assurance lead plans, monitors and evaluates support between two schools, and works for neither of
them [S3]. This is practice.

The rule looks at the lead named in the agreement, and at lines `quality assures` to either school: where the
lead stands, leads, is based or is employed. It cannot see friendships, nor an employer who is not drawn.

Wrong:
    group "Dunnockley Federation" kind=hard_federation
    "Dunnockley Infant" in "Dunnockley Federation"
    "Dunnockley Junior" in "Dunnockley Federation"
    body FGB kind=governing_body of="Dunnockley Federation"
    post HT role=headteacher at="Dunnockley Federation"
    post AHT role=assistant_headteacher at="Dunnockley Infant" label="Leader of Reading"
    HT accountable_for "Dunnockley Federation"
    HT accountable_to FGB
    AHT accountable_to HT
    school "Dunnockley Infant"
    school "Dunnockley Junior"
    outside QA kind=qa_lead
    "Dunnockley Infant" school_to_school_support "Dunnockley Junior" agreement=yes supporting_duties=coach supported_duties=share impact=fluency evidence=tests schedule=weekly interim_report=2027-02-01 final_report=2027-07-01 qa_lead=AHT

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

from collections.abc import Iterable

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Edit, Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Agreement, Line

RULE = Rule(
    code="R85",
    slug="quality-assurance-not-independent",
    title="Somebody independent assures the quality of support",
    severity=Severity.WARNING,
    source="S3",
    standing="practice",
    applies=("school_to_school_support",),
)


def find(ask: Questions) -> Findings:
    """Find agreed support without a quality assurance lead, or whose lead works for one of the two."""
    for line_id, line in ask.lines.of("school_to_school_support"):
        if line.agreement is None:
            continue
        drawn = [
            (row.id, row.line.source) for school in _ends(line) for row in ask.lines.into("quality_assures", school)
        ]
        leads = dict.fromkeys([*filter(None, [line.agreement.qa_lead]), *(lead for _, lead in drawn)])
        tied = [lead for lead in leads if not _ends(line).isdisjoint(_employers(ask, lead))]
        if leads and not tied:
            continue
        pair = f"{wording.name(ask, line.source)} for {wording.name(ask, line.target)}"
        fault = f"Nobody assures the quality of the support of {pair}."
        if tied:
            where = [end for end in (line.source, line.target) if end in _employers(ask, tied[0])]
            fault = f"{wording.subject(ask, tied[0])} assures the quality of the support of {pair}, and belongs to "
            fault += f"{wording.names(ask, where)}."
        stale = [row_id for row_id, lead in drawn if lead in tied]
        yield RULE.finding(
            ask,
            fault,
            "Choose somebody from neither school, who can say to both what works.",
            subjects=[line_id, *_ends_in_order(line), *tied],
            path=stale,
            fixes=[
                Fix(f"Ask {wording.name(ask, one)} to lead it", _ask_to_lead(line_id, line.agreement, one, stale))
                for one in _candidates(ask, line)[:3]
            ],
        )


def _ends(line: Line) -> set[ThingId]:
    return {line.source, line.target}


def _ends_in_order(line: Line) -> tuple[ThingId, ThingId]:
    return line.source, line.target


def _employers(ask: Questions, lead: ThingId) -> set[ThingId]:
    """Collect whom somebody works for, or stands in, or is."""
    person = ask.model.posts[lead].person if lead in ask.model.posts else lead
    found = {lead}
    for one in {lead, *(ask.posts_held(person) if person else ())}:
        found.update(line.source for _, line in ask.lines.into("employs", one))
        if post := ask.model.posts.get(one):
            found.update(place for place in (post.at, post.home, *ask.schools_of(one)) if place)
        elif body := ask.model.bodies.get(one):
            found.update([body.at] if body.at else [])
    if person:
        found.update(line.source for _, line in ask.lines.into("employs", person))
        figure = ask.model.figures.get(person)
        found.update([figure.at] if figure and figure.at else [])
    return found


def _candidates(ask: Questions, line: Line) -> list[ThingId]:
    """List quality assurance leads and system leaders, and then the heads of other schools."""
    bodies = ask.model.bodies
    found = [body_id for body_id in ask.sorted(bodies) if bodies[body_id].kind in ("qa_lead", "system_leader")]
    found += [lead.post for school_id in ask.sorted(ask.model.placements) for lead in ask.on_site(school_id)]
    return [one for one in dict.fromkeys(found) if _ends(line).isdisjoint(_employers(ask, one))]


def _ask_to_lead(line_id: ThingId, agreement: Agreement, lead: ThingId, stale: Iterable[ThingId]) -> Edit:
    agreed = agreement.model_copy(update={"qa_lead": lead})
    return repairs.all_of(repairs.alter(line_id, agreement=agreed), repairs.remove(*stale))
