"""Who steps in for a leader who is away, and who could."""

from collections.abc import Iterator

from modelbuilder.accountability import appointments, repairs, wording
from modelbuilder.accountability.lines import Drawn
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Fix
from modelbuilder.document.ids import ThingId

LOWEST = 5
"""The rank of a deputy: only a deputy can be required to step in for a head, or somebody above one [TES08]."""


def first_in_line(ask: Questions, drawn: Drawn) -> bool:
    """Tell whether a line `covers` names the first to step in: it says so, or it is the only one."""
    order = drawn.line.order
    return order == 1 or (order is None and len(ask.lines.into("covers", drawn.line.target)) == 1)


def leader(ask: Questions, post_id: ThingId) -> bool:
    """Tell whether a post leads a school or stands above one that does."""
    return (ask.rank(post_id) or 9) <= 4


def busy(ask: Questions, post_id: ThingId) -> bool:
    """Tell whether the holder of a post is the first to step in for a leader already, in whichever post."""
    person = ask.model.posts[post_id].person
    return any(
        leader(ask, drawn.line.target) and first_in_line(ask, drawn)
        for source in ((person, *ask.posts_held(person)) if person else (post_id,))
        for drawn in ask.lines.out("covers", source)
    )


def could_cover(ask: Questions, post_id: ThingId) -> list[ThingId]:
    """List the posts that could step in: deputies there, others who answer to the post, and then who is above it."""
    schools, posts = ask.schools_of(post_id), ask.model.posts
    rows = {line.source: 2 for _, line in ask.lines.into("accountable_to", post_id) if line.primary}
    for school_id in schools:
        rows |= dict.fromkeys(ask.deputies(school_id), 1)
    for rung in ask.ladder.above(post_id):
        if 1 < (ask.rank(rung.target) or 0) <= 3:
            rows[rung.target] = 3
    near = [p for p in rows if p in posts and _free(ask, p, post_id)]
    return sorted(ask.sorted(near), key=lambda p: (rows[p], ask.rank(p) or 9)) if len(near) > 1 else near


def _free(ask: Questions, post_id: ThingId, away: ThingId) -> bool:
    post = ask.model.posts[post_id]
    return (
        (ask.rank(post_id) or 9) <= LOWEST
        and post_id != away
        and post.status != "vacant"
        and (post.person is None or post.person != ask.model.posts[away].person)
        and not busy(ask, post_id)
    )


def fixes(ask: Questions, post_id: ThingId, school_id: ThingId | None) -> Iterator[Fix]:
    """Yield the fixes that name somebody who steps in; at a school a deputy can be added."""
    away = wording.name(ask, post_id)
    for other in could_cover(ask, post_id)[: 2 if school_id else 3]:
        words = f"Let {wording.name(ask, other)} step in for {away}"
        yield Fix(words, repairs.draw("covers", other, post_id, order=1))
    if school_id and ask.firm(post_id):
        words = f"Add a deputy headteacher who steps in for {away}"
        yield Fix(words, appointments.add_deputy(school_id, post_id, covers=True))
