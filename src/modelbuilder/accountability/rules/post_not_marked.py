"""A post is vacant or acting, and its card does not say so

A board makes sure that somebody carries out a head’s functions while the post is empty or held for a time
[KEY-ABS]; a picture that does not show it hides the question. This is practice.

The rule sees acting headteachers whose card says something else, posts marked vacant that somebody is named
for, and posts of which nothing is said at all while others of their level are named: among heads with their names
an empty head’s box is a question, but a picture may name its heads and leave its deputies as posts. It cannot know
who is in post.

Wrong:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=acting_headteacher at="Ash Lane Primary" held_by="Ruth Calder" label="Head of Ash Lane"
    HT leads "Ash Lane Primary" mode=acting
    HT accountable_to GB

Right:
    school "Ash Lane Primary"
    body GB kind=governing_body of="Ash Lane Primary"
    post HT role=acting_headteacher at="Ash Lane Primary" held_by="Ruth Calder" label="Head of Ash Lane" status=acting
    HT leads "Ash Lane Primary" mode=acting
    HT accountable_to GB
"""

from collections.abc import Iterator

from modelbuilder.accountability import repairs, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Fix, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import person_name, post_title
from modelbuilder.document.records import Post
from modelbuilder.vocabulary.roles import ROLES

RULE = Rule(
    code="R95",
    slug="post-not-marked",
    title="Vacant and acting posts are marked",
    severity=Severity.ADVICE,
    source="KEY-ABS",
    standing="practice",
)


def find(ask: Questions) -> Findings:
    """Find acting posts and vacancies that no card shows, and posts of which nothing is said."""
    posts = ask.model.posts
    acting = {line.source for _, line in ask.lines.of("leads") if line.mode == "acting"}
    for post_id, post in ask.each(posts):
        acts = post.role == "acting_headteacher" or post_id in acting
        if acts and not post.status and "acting" not in post_title(post).casefold():
            yield RULE.finding(
                ask,
                f"{wording.subject(ask, post_id)} is acting, but the card does not say so.",
                "Mark the post as acting, so that everybody sees that it is held for a time.",
                subjects=[post_id],
                fixes=[Fix("Mark the post as acting", repairs.alter(post_id, status="acting"))],
            )
        if post.status == "vacant" and (holder := person_name(ask.document, post)):
            yield RULE.finding(
                ask,
                f"{wording.subject(ask, post_id)} is named for a post that is marked as vacant.",
                "A post is vacant or held; the card shows the name, and nobody sees the vacancy.",
                subjects=[post_id],
                fixes=[
                    Fix("Leave the post vacant", repairs.alter(post_id, person=None)),
                    Fix(f"Keep {holder} in post", repairs.alter(post_id, status="")),
                ],
            )
    levels = ask.gather(_levels)
    blank = [p for (level, state), rows in levels.items() if not state and (level, "named") in levels for p in rows]
    if blank:
        blank = ask.sorted(blank)
        vacate = [repairs.alter(post_id, status="vacant") for post_id in blank]
        yield RULE.finding(
            ask,
            f"Others are named, but nothing says who holds {wording.names(ask, blank)}.",
            "Name somebody, or mark the post as vacant.",
            subjects=blank,
            fixes=[Fix("Mark as vacant", repairs.all_of(*vacate))],
        )


def _levels(ask: Questions) -> Iterator[tuple[tuple[int | str, str], ThingId]]:
    """Yield the posts that are held, and those of which nothing is said, by their level."""
    for post_id, post in ask.each(ask.model.posts):
        if post.person is not None or not post.status:
            yield (_level(post), "named" if post.person is not None else ""), post_id


def _level(post: Post) -> int | str:
    """Return the rank of a post, or its role where that has none."""
    return ROLES[post.role].rank or post.role
