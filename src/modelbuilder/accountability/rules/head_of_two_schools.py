"""One person is drawn as the headteacher of two schools

An executive headteacher is accountable for several schools, and each of them has a head on the spot whom
pupils and parents know. In the seed document heads learn that the executive is not the headteacher of two or
more schools [S3]. This is practice. The law allows one head of several schools [DFE-COLLAB][ASCL09], so the
rule only warns.

The rule counts the schools that a post, or the posts of one named person, lead as head. It cannot see how far
apart the schools are, nor how large.

Wrong:
    group "Dunnockley Federation" kind=hard_federation
    "Dunnockley Infant" in "Dunnockley Federation"
    "Dunnockley Junior" in "Dunnockley Federation"
    school "Dunnockley Infant"
    school "Dunnockley Junior"
    body FGB kind=governing_body of="Dunnockley Federation"
    post EHT role=executive_headteacher at="Dunnockley Federation" held_by="Ada Finch"
    EHT leads "Dunnockley Infant" mode=head
    EHT leads "Dunnockley Junior" mode=head
    EHT accountable_for "Dunnockley Federation"
    EHT accountable_to FGB

Right:
    group "Dunnockley Federation" kind=hard_federation
    "Dunnockley Infant" in "Dunnockley Federation"
    "Dunnockley Junior" in "Dunnockley Federation"
    school "Dunnockley Infant"
    school "Dunnockley Junior"
    body FGB kind=governing_body of="Dunnockley Federation"
    post EHT role=executive_headteacher at="Dunnockley Federation" held_by="Ada Finch"
    post HoS1 role=head_of_school at="Dunnockley Infant" held_by="Ben Orchard"
    post HoS2 role=head_of_school at="Dunnockley Junior" held_by="Cleo Marsh"
    HoS1 leads "Dunnockley Infant" mode=head
    HoS2 leads "Dunnockley Junior" mode=head
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    EHT leads "Dunnockley Federation" mode=executive
    EHT accountable_to FGB
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Lead, Questions
from modelbuilder.accountability.rule import Edit, Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R62",
    slug="head-of-two-schools",
    title="Nobody is the headteacher of two schools: each has a head on site",
    severity=Severity.WARNING,
    source="S3, DFE-COLLAB, ASCL09",
    standing="practice",
    applies=("executive_headship",),
)


def find(ask: Questions) -> Findings:
    """Find posts and people that lead more than one school as head."""
    for _, rows in ask.each(ask.gather(_headed)):
        schools = dict.fromkeys(school_id for school_id, _ in rows)
        if len(schools) < 2:
            continue
        posts = ask.sorted(dict.fromkeys(lead.post for _, lead in rows))
        places = ask.sorted(schools)
        yield RULE.finding(
            ask,
            f"{wording.subject(ask, posts[0])} is drawn as the head of {wording.labels(ask, places)}.",
            "Each school needs a head on the spot whom its pupils and parents know.",
            subjects=[*posts, *places],
            path=[lead.line_id for _, lead in rows],
            fixes=_fixes(ask, posts, places),
        )


def _headed(ask: Questions) -> Iterator[tuple[ThingId, tuple[ThingId, Lead]]]:
    """Yield each school with who leads it as head, by person."""
    for school_id, _ in ask.each(ask.model.placements):
        for lead in ask.leads(school_id):
            if lead.mode == "head":
                yield ask.model.posts[lead.post].person or lead.post, (school_id, lead)


def _fixes(ask: Questions, posts: list[ThingId], places: list[ThingId]) -> list[Fix]:
    if len(posts) > 1:
        return [
            Fix(
                f"Leave {wording.unheld(ask, post_id)} vacant",
                repairs.all_of(repairs.alter(post_id, person=None, status="vacant")),
            )
            for post_id in posts
            if len(posts) == 2 and len(ask.schools_of(post_id)) == 1
        ]
    executive, steps = posts[0], list[Edit]()
    for school_id in places:
        if not ask.claims(school_id):
            steps.append(repairs.draw("accountable_for", executive, school_id))
        steps.append(repairs.unsay("leads", executive, school_id, ask.places.membership(school_id)))
        steps.append(repairs.draw("leads", executive, school_id, mode="executive"))
        if not any(lead.post != executive for lead in ask.on_site(school_id)):
            steps.append(repairs.add_leader("head_of_school", school_id, executive))
    if (ask.rank(executive) or 9) > 3:
        steps.append(repairs.alter(executive, role="executive_headteacher", label=""))
    words = f"Make {wording.name(ask, executive)} the executive, with a head of school at each school"
    return [Fix(words, repairs.all_of(*steps))]
