"""Who stands beside a leader: peers, mentors, and those who support from outside."""

from collections.abc import Iterable

from modelbuilder.accountability.lines import Drawn
from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId

_GUIDES = ("coaches", "mentors")


def _ends(ask: Questions, post_id: ThingId) -> list[ThingId]:
    person = ask.model.posts[post_id].person
    return [post_id, person] if person else [post_id]


def guides(ask: Questions, post_id: ThingId) -> list[Drawn]:
    """List the lines from those who coach or mentor the holder of a post."""
    return [drawn for end in _ends(ask, post_id) for kind in _GUIDES for drawn in ask.lines.into(kind, end)]


def peers(ask: Questions, post_id: ThingId) -> list[Drawn]:
    """List the lines of peer support of a post, of its holder and of the schools that it leads."""
    ends = [*_ends(ask, post_id), *ask.schools_of(post_id)]
    return [drawn for end in ends for drawn in ask.lines.at(("peer_support",), end)]


def helpers(ask: Questions, post_id: ThingId) -> list[Drawn]:
    """List the lines of support that come to a post or to its holder, from wherever."""
    return [drawn for end in _ends(ask, post_id) for drawn in ask.helped(end)]


def circles(ask: Questions, post_ids: Iterable[ThingId]) -> list[list[ThingId]]:
    """List the posts in circles of those whom peer support joins, directly or through others among them."""
    rows = list(post_ids)
    own: dict[ThingId, set[ThingId]] = {p: {*_ends(ask, p), *ask.schools_of(p)} for p in rows}
    joined = {p: {end for _, line in peers(ask, p) for end in (line.source, line.target)} | own[p] for p in rows}
    found: list[list[ThingId]] = []
    for post_id in rows:
        touching = [circle for circle in found if any(joined[other] & own[post_id] for other in circle)]
        found = [circle for circle in found if circle not in touching]
        found.append([other for circle in touching for other in circle] + [post_id])
    return found
