"""An executive headteacher has only one school

An executive headteacher leads two schools or more; somebody with one school is its headteacher, whatever the
title says. The governors' association found single-school “executives” at odds with the definition [NGA16a].
This is practice: no law defines the title.

The rule counts the schools that the executive leads or answers for, those whose heads answer to that one, and
the home school. It is silent while no school is drawn, and cannot see schools that are left off the page.

Wrong:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post EHT role=executive_headteacher held_by="Ruth Calder"
    EHT leads "Ash Lane Primary" mode=head
    EHT accountable_for "Ash Lane Primary"
    EHT accountable_to GB

Right:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=headteacher held_by="Ruth Calder"
    HT leads "Ash Lane Primary" mode=head
    HT accountable_for "Ash Lane Primary"
    HT accountable_to GB
"""

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Option, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.roles import HEADS_OF_SEVERAL
from modelbuilder.vocabulary.tiers import Tier

RULE = Rule(
    code="R61",
    slug="executive-of-one-school",
    title="An executive headteacher leads two or more schools",
    severity=Severity.WARNING,
    source="NGA16a",
    standing="practice",
    options=(Option("fewest", 2, "schools per executive headteacher"),),
)


def find(ask: Questions) -> Findings:
    """Find executive headteachers over one school."""
    fewest = RULE.count(ask, "fewest")
    for post_id, post in ask.each(ask.model.posts):
        schools = _schools(ask, post_id) if post.role in HEADS_OF_SEVERAL else []
        if not 0 < len(schools) < fewest:
            continue
        school_id = schools[0]
        head = "principal" if post.role == "executive_principal" else "headteacher"
        rename = repairs.all_of(
            repairs.alter(post_id, role=head, label="", home=None),
            repairs.draw("leads", post_id, school_id, mode="head"),
        )
        alone = all(lead.post == post_id for lead in ask.on_site(school_id))
        yield RULE.finding(
            ask,
            f"{wording.subject(ask, post_id)} has only {wording.counted(len(schools), 'school')}: "
            f"{wording.labels(ask, schools)}.",
            f"Whoever leads one school is its head; an executive headteacher leads {wording.number(fewest)} or more.",
            subjects=[post_id, *schools],
            path=[lead.line_id for one in schools for lead in ask.leads(one) if lead.post == post_id],
            fixes=[Fix(f"Call the post {head}", rename)] if alone and len(schools) == 1 else [],
        )


def _schools(ask: Questions, post_id: ThingId) -> list[ThingId]:
    post, groups = ask.model.posts[post_id], ask.model.groups
    found = {*ask.schools_under(post_id), *ask.schools_of(post_id)}
    if post.home in ask.model.placements and post.home:
        found.add(post.home)
    if post.at in groups and post.at and GROUPS[groups[post.at].kind].tier is Tier.EXECUTIVE:
        found.update(ask.places.members(post.at))
    return ask.sorted(found)
