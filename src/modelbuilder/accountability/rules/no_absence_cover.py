"""Nobody is named to step in for the head of a school

Boards have to make sure that somebody carries out the head's functions during an absence [KEY-ABS], and the seed
models ask who steps in at each school [S3]. This is practice: name the person before the day comes.

The rule looks for a line “covers” to whoever leads a school on site. Vacant posts are left out, and two
co-headteachers stand in for each other. It cannot see arrangements that are not drawn.

Wrong:
    school "Wrenbeck Primary"
    body GB kind=governing_body of="Wrenbeck Primary"
    post HT role=headteacher at="Wrenbeck Primary" held_by="Ines Marlowe-Tate"
    HT leads "Wrenbeck Primary" mode=head
    HT accountable_to GB
    post DHT role=deputy_headteacher at="Wrenbeck Primary" held_by="Tobin Ashgrove"
    DHT accountable_to HT

Right:
    school "Wrenbeck Primary"
    body GB kind=governing_body of="Wrenbeck Primary"
    post HT role=headteacher at="Wrenbeck Primary" held_by="Ines Marlowe-Tate"
    HT leads "Wrenbeck Primary" mode=head
    HT accountable_to GB
    post DHT role=deputy_headteacher at="Wrenbeck Primary" held_by="Tobin Ashgrove"
    DHT accountable_to HT
    DHT covers HT order=1
"""

from modelbuilder.accountability import cover, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R70",
    slug="no-absence-cover",
    title="Somebody is named who steps in for the head of each school",
    severity=Severity.WARNING,
    source="S3, KEY-ABS",
    standing="practice",
)


def find(ask: Questions) -> Findings:
    """Find leaders of schools whom nobody covers."""
    posts = ask.model.posts
    leads: dict[ThingId, ThingId] = {}
    for school_id in ask.model.placements:
        on_site = dict.fromkeys(lead.post for lead in ask.on_site(school_id))
        shared = [post_id for post_id in on_site if posts[post_id].role == "co_headteacher"]
        for post_id in on_site:
            if post_id not in shared or len(shared) == 1:
                leads.setdefault(post_id, school_id)
    for post_id, school_id in leads.items():
        if posts[post_id].status == "vacant" or ask.lines.into("covers", post_id):
            continue
        yield RULE.finding(
            ask,
            f"Nobody is named to step in when {wording.subject(ask, post_id)} is away.",
            "Staff and parents need to know who is in charge today.",
            subjects=[post_id, school_id],
            fixes=cover.fixes(ask, post_id, school_id),
        )
