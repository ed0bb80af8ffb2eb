"""A maintained school has no governing body, or several

Every maintained school has one governing body: its own, or that of its federation [EA2002 s19, s24]. This is
law. An interim executive board stands in its place.

The rule looks at schools that are recorded as maintained and stand in neither a federation nor a trust: there
R23, R50 and R53 speak. A school that nothing governs is the business of R20. It cannot see which of two
bodies is the older.

Wrong:
    school "St Wilfrith’s Primary" category=maintained
    body GB1 kind=governing_body of="St Wilfrith’s Primary"
    body GB2 kind=governing_body of="St Wilfrith’s Primary" label="Old Governing Body"
    post HT role=headteacher at="St Wilfrith’s Primary"
    HT leads "St Wilfrith’s Primary" mode=head
    HT accountable_to GB1

Right:
    school "St Wilfrith’s Primary" category=maintained
    body GB1 kind=governing_body of="St Wilfrith’s Primary"
    post HT role=headteacher at="St Wilfrith’s Primary"
    HT leads "St Wilfrith’s Primary" mode=head
    HT accountable_to GB1
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity

RULE = Rule(
    code="R22",
    slug="governing-body-count",
    title="A maintained school has exactly one governing body",
    severity=Severity.ERROR,
    source="EA2002 s19, EA2002 s24",
    standing="law",
    applies=("maintained",),
)


def find(ask: Questions) -> Findings:
    """Find maintained schools outside federations whose governing bodies are not one."""
    for school_id, _ in ask.each(ask.model.placements):
        bodies = ask.governing_bodies(school_id)
        if len(bodies) == 1 or not ask.boards(school_id) or ask.places.binding(school_id):
            continue
        if ask.places.category(school_id) != "maintained":
            continue
        school, membership = wording.name(ask, school_id), ask.places.membership(school_id)
        if bodies:
            message = f"{wording.upper_first(wording.number(len(bodies)))} governing bodies govern {school}."
        else:
            message = f"{school} is maintained, but no governing body governs it."
        fixes, named = [], wording.distinct(ask, bodies)
        for kept in bodies:
            others = [
                repairs.merge_body(other, kept)
                if ask.governed_by(other) == (school_id,)
                else repairs.unsay("governs", other, school_id, membership)
                for other in bodies
                if other != kept
            ]
            fixes.append(Fix(f"Keep only {named[kept]}", repairs.all_of(*others)))
        if not bodies:
            below = [lead.post for lead in ask.on_site(school_id) if not ask.ladder.above(lead.post)]
            add = repairs.add_board("governing_body", school_id, below)
            fixes = [Fix(f"Add a governing body for {school}", add)]
        yield RULE.finding(
            ask,
            message,
            "The law gives a maintained school one governing body, its own or its federation’s.",
            subjects=[school_id, *bodies],
            path=[drawn.id for drawn in ask.governing(school_id) if drawn.line.source in bodies],
            fixes=fixes,
        )
