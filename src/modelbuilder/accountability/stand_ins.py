"""Who steps in for whom when some people are away."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from modelbuilder.accountability.lines import Drawn
from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId

_LAST = 100
"""Where cover without an order stands: after all that have one (an order is 99 at most)."""


class Why(StrEnum):
    """Why somebody who is named as cover cannot step in."""

    AWAY = "away"
    VACANT = "vacant"
    BUSY = "busy"


class Passed(NamedTuple):
    """Cover that does not count: who it is, why, and the other post they cover already."""

    by: ThingId
    why: Why
    other: ThingId | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """Who covers a post whose holder is away: a post or person, or None; and who was passed over first.

    `order` is the place in the line of cover, 1 for the first; `then` are those who could follow.
    """

    post: ThingId
    by: ThingId | None = None
    order: int | None = None
    line: ThingId | None = None
    passed: tuple[Passed, ...] = ()
    then: tuple[ThingId, ...] = ()


def human(ask: Questions, thing_id: ThingId) -> ThingId:
    """Return the person who holds a post; a post that names nobody, and anything else, stands for itself."""
    post = ask.model.posts.get(thing_id)
    return post.person if post and post.person else thing_id


def is_vacant(ask: Questions, thing_id: ThingId) -> bool:
    """Tell whether a post is marked vacant and nobody holds it."""
    post = ask.model.posts.get(thing_id)
    return post is not None and post.status == "vacant" and post.person is None


def posts_of(ask: Questions, humans: Iterable[ThingId]) -> list[ThingId]:
    """List the posts of some people, the highest first; a post that names nobody is its own, a vacant one nobody's."""
    found = [
        post_id
        for one in dict.fromkeys(humans)
        for post_id in ([one] if one in ask.model.posts else ask.posts_held(one))
        if not is_vacant(ask, post_id)
    ]
    return sorted(found, key=lambda post_id: (ask.rank(post_id) or 9, ask.key(post_id)))


def line_of_cover(ask: Questions, post_id: ThingId) -> list[Drawn]:
    """List the lines that name a post or person as cover of a post, the first to step in first."""
    rows = [drawn for drawn in ask.lines.into("covers", post_id) if _can_cover(ask, drawn.line.source)]
    return sorted(rows, key=lambda drawn: (drawn.line.order or _LAST, ask.key(drawn.line.source)))


def _can_cover(ask: Questions, thing_id: ThingId) -> bool:
    return thing_id in ask.model.posts or thing_id in ask.document.people


def covers(ask: Questions, away: frozenset[ThingId]) -> tuple[Cover, ...]:
    """Say who covers each post of the people who are away.

    All who come first are asked before anybody who comes second, and the higher post chooses first. Whoever is
    away too, or covers another post already, does not count (R71).
    """
    posts = posts_of(ask, away)
    lines = {post_id: line_of_cover(ask, post_id) for post_id in posts}
    found: dict[ThingId, Cover] = {}
    passed: dict[ThingId, list[Passed]] = {post_id: [] for post_id in posts}
    busy: dict[ThingId, ThingId] = {}
    for turn in range(max(map(len, lines.values()), default=0)):
        for post_id in posts:
            if post_id in found or turn >= len(lines[post_id]):
                continue
            line_id, line = lines[post_id][turn]
            why = _why_not(ask, line.source, away, busy)
            if why is not None:
                passed[post_id].append(Passed(line.source, why, busy.get(human(ask, line.source))))
                continue
            busy[human(ask, line.source)] = post_id
            found[post_id] = Cover(post_id, line.source, turn + 1, line_id)
    rows = []
    for post_id in posts:
        cover = found.get(post_id, Cover(post_id))
        rest = lines[post_id][cover.order :] if cover.order else []
        then = tuple(line.source for _, line in rest if _why_not(ask, line.source, away, busy) is None)
        rows.append(Cover(post_id, cover.by, cover.order, cover.line, tuple(passed[post_id]), then))
    return tuple(rows)


def _why_not(ask: Questions, thing_id: ThingId, away: frozenset[ThingId], busy: dict[ThingId, ThingId]) -> Why | None:
    if human(ask, thing_id) in away:
        return Why.AWAY
    if is_vacant(ask, thing_id):
        return Why.VACANT
    return Why.BUSY if human(ask, thing_id) in busy else None
