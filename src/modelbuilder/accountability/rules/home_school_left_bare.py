"""The home school of an executive has no head of school or deputy

When a head takes on a second school, the first must keep somebody who can lead it: a head of school or a deputy
[S3]. Otherwise the home school pays for the help that it gives. This is practice.

The rule looks at executives whose home school is recorded, for somebody else there who leads it or is its deputy.
It cannot see how much of the week the executive is at home.

Wrong:
    school "Pellowby Primary"
    school "Fennimoor Primary"
    body GB kind=governing_body of="Pellowby Primary"
    body GB2 kind=governing_body of="Fennimoor Primary"
    post EHT role=executive_headteacher home="Pellowby Primary" held_by="Dai Okonedo-Reyes"
    post HoS role=head_of_school at="Fennimoor Primary" held_by="Joss Ferrant"
    EHT leads "Pellowby Primary" mode=head
    EHT accountable_for "Pellowby Primary"
    HoS leads "Fennimoor Primary" mode=head
    HoS accountable_to EHT
    EHT accountable_to GB
    EHT accountable_to GB2 primary=no

Right:
    school "Pellowby Primary"
    school "Fennimoor Primary"
    body GB kind=governing_body of="Pellowby Primary"
    body GB2 kind=governing_body of="Fennimoor Primary"
    post EHT role=executive_headteacher home="Pellowby Primary" held_by="Dai Okonedo-Reyes"
    post HoS role=head_of_school at="Fennimoor Primary" held_by="Joss Ferrant"
    post DHT role=deputy_headteacher at="Pellowby Primary" held_by="Anouk Delacombe"
    EHT leads "Pellowby Primary" mode=head
    EHT accountable_for "Pellowby Primary"
    HoS leads "Fennimoor Primary" mode=head
    HoS accountable_to EHT
    DHT accountable_to EHT
    EHT accountable_to GB
    EHT accountable_to GB2 primary=no
"""

from modelbuilder.accountability import appointments, repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.roles import HEADS_OF_SEVERAL

RULE = Rule(
    code="R76",
    slug="home-school-left-bare",
    title="The home school of an executive keeps somebody to lead it",
    severity=Severity.WARNING,
    source="S3",
    standing="practice",
    applies=("executive_headship",),
)


def find(ask: Questions) -> Findings:
    """Find executives whose home school has neither a head of its own nor a deputy."""
    for post_id, post in ask.each(ask.model.posts):
        home = post.home
        if post.role not in HEADS_OF_SEVERAL or home is None or home not in ask.model.placements:
            continue
        if any(_stays(ask, other, post_id) for other in ask.posts_at(home)):
            continue
        school = wording.name(ask, home)
        yield RULE.finding(
            ask,
            f"{school} is the home school of {wording.titled(ask, post_id)}, and has neither a head of school nor a "
            "deputy.",
            "A school that gives its head to another keeps somebody who can lead it.",
            subjects=[home, post_id],
            fixes=[
                Fix(f"Add a head of school to {school}", repairs.add_leader("head_of_school", home, post_id)),
                Fix(f"Add a deputy headteacher to {school}", appointments.add_deputy(home, post_id, covers=False)),
            ]
            if ask.firm(post_id)
            else [],
        )


def _stays(ask: Questions, other: ThingId, executive: ThingId) -> bool:
    posts = ask.model.posts
    able = ask.rank(other) == 4 or posts[other].role == "deputy_headteacher"
    same = posts[other].person is not None and posts[other].person == posts[executive].person
    return able and other != executive and not same and posts[other].status != "vacant"
