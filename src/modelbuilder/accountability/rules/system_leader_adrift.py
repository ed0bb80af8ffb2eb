"""A system leader supports a school, but nobody employs or commissions them

A specialist, local or national leader who is deployed to another school keeps a home employer, and somebody
has commissioned the work: the school itself, a trust, a teaching school hub or the local authority [S3]. This is
practice.

The rule looks at system leaders from whom a line of support or advice goes out. Standing in a school counts as
being employed there. It cannot see a contract that is not drawn.

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
    outside SLE kind=system_leader label="Specialist for Maths"
    SLE supports_challenges "Dunnockley Junior"

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
    outside SLE kind=system_leader label="Specialist for Maths"
    "Dunnockley Infant" employs SLE
    "Dunnockley Junior" commissions SLE
    SLE supports_challenges "Dunnockley Junior"
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R88",
    slug="system-leader-adrift",
    title="A deployed system leader has a home employer and is commissioned",
    severity=Severity.WARNING,
    source="S3",
    standing="practice",
    applies=("system_leaders",),
)

_WORK = ("supports_challenges", "school_to_school_support", "advises")
_BUYERS = ("local_authority", "teaching_school_hub", "teaching_school", "dfe", "regional_director")


def find(ask: Questions) -> Findings:
    """Find system leaders at work without an employer, or whom nobody has commissioned."""
    for body_id, body in ask.each(ask.model.bodies):
        rows = [drawn for kind in _WORK for drawn in ask.lines.out(kind, body_id)]
        if body.kind != "system_leader" or not rows:
            continue
        helped = ask.sorted({drawn.line.target for drawn in rows})
        named, path = wording.name(ask, body_id), [drawn.id for drawn in rows]
        if not body.at and not ask.lines.into("employs", body_id):
            yield RULE.finding(
                ask,
                f"{named} supports {wording.names(ask, helped)}, but has no home employer.",
                "A system leader is on loan: a school or trust pays them, and takes them back.",
                subjects=[body_id],
                path=path,
                fixes=[
                    Fix(f"Make {wording.name(ask, home)} the employer", repairs.draw("employs", home, body_id))
                    for home in [s for s in ask.sorted(ask.model.placements) if s not in helped][:2]
                ],
            )
        if not ask.lines.into("commissions", body_id):
            yield RULE.finding(
                ask,
                f"Nobody has commissioned {named} to support {wording.names(ask, helped)}.",
                "Whoever commissions the work agrees its purpose, pays for it and hears of the result.",
                subjects=[body_id, *helped],
                path=path,
                fixes=[
                    Fix(
                        f"Let {wording.name(ask, buyer)} commission the work",
                        repairs.draw("commissions", buyer, body_id),
                    )
                    for buyer in _buyers(ask, helped)[:3]
                ],
            )


def _buyers(ask: Questions, helped: list[ThingId]) -> list[ThingId]:
    """List the schools that are helped, or those of whoever is helped, and then bodies that commission."""
    schools = [
        school_id
        for one in helped
        for school_id in (ask.schools_of(one) if one in ask.model.posts else ask.places.schools(one))
    ]
    outside = [b for b in ask.sorted(ask.model.bodies) if ask.model.bodies[b].kind in _BUYERS]
    return list(dict.fromkeys([*schools, *outside]))
