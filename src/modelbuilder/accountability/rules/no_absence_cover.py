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
    for post_id, schools in ask.each(ask.heads):
        if ask.lines.into("covers", post_id) or ask.shares_headship(post_id):
            continue
        yield RULE.finding(
            ask,
            f"Nobody is named to step in when {wording.subject(ask, post_id)} is away.",
            "Staff and parents need to know who is in charge today.",
            subjects=[post_id, *schools],
            fixes=cover.fixes(ask, post_id, schools[0]),
        )
