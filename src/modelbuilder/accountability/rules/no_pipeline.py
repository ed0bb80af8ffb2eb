"""Nobody is being prepared to lead a school next

Headships are filled from below: where there is no deputy, assistant head or aspiring leader, there is nobody to
succeed the head [S0][S2][S3]. This is practice, and no more than advice.

The rule looks for such a post at each school that is led by somebody, in its group or below its head, and for a
line “develops” from the head. It cannot see people who are not drawn.

Wrong:
    school "Wrenbeck Primary"
    body GB kind=governing_body of="Wrenbeck Primary"
    post HT role=headteacher at="Wrenbeck Primary" held_by="Ines Marlowe-Tate"
    HT leads "Wrenbeck Primary" mode=head
    HT accountable_to GB

Right:
    school "Wrenbeck Primary"
    body GB kind=governing_body of="Wrenbeck Primary"
    post HT role=headteacher at="Wrenbeck Primary" held_by="Ines Marlowe-Tate"
    HT leads "Wrenbeck Primary" mode=head
    HT accountable_to GB
    post DHT role=deputy_headteacher at="Wrenbeck Primary" held_by="Tobin Ashgrove"
    DHT accountable_to HT
"""

from collections.abc import Iterator

from modelbuilder.accountability import appointments, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R78",
    slug="no-pipeline",
    title="Somebody at each school is on the way to headship",
    severity=Severity.ADVICE,
    source="S0, S2, S3",
    standing="practice",
)

PIPELINE = frozenset({"deputy_headteacher", "assistant_headteacher", "aspiring_leader"})


def find(ask: Questions) -> Findings:
    """Find schools with a lead and nobody who could follow."""
    posts = ask.model.posts
    followers = ask.gather(_followers)
    for school_id, _ in ask.each(ask.model.placements):
        leads = list(dict.fromkeys(lead.post for lead in ask.day_to_day(school_id)))
        if not leads or any(one in followers for one in (school_id, *leads, *ask.places.around(school_id))):
            continue
        if any(ask.lines.out("develops", end) for p in leads for end in (p, posts[p].person) if end):
            continue
        school = wording.name(ask, school_id)
        yield RULE.finding(
            ask,
            f"{school} has no deputy, assistant head or aspiring leader.",
            "Leaders are grown over years; somebody at the school should be on the way.",
            subjects=[school_id, *leads],
            fixes=_fixes(ask, school_id, leads[0]),
        )


def _followers(ask: Questions) -> Iterator[tuple[ThingId, ThingId]]:
    """Yield who could follow, by the places where they stand and whom they answer to."""
    for post_id, post in ask.each(ask.model.posts):
        if post.role in PIPELINE:
            yield from ((place, post_id) for place in (post.at, *ask.schools_of(post_id)) if place)
            yield from ((rung.target, post_id) for rung in ask.ladder.above(post_id))


def _fixes(ask: Questions, school_id: ThingId, lead: ThingId) -> Iterator[Fix]:
    school = wording.name(ask, school_id)
    if ask.firm(lead):
        yield Fix(f"Add a deputy headteacher to {school}", appointments.add_deputy(school_id, lead, covers=False))
    yield Fix(f"Add an aspiring head to {school}", appointments.add_aspirant(school_id, lead))
