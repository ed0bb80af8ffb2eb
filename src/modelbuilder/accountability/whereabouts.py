"""Where in a narration a board or post is told: with its school, with its group, or on its own."""

from collections.abc import Iterable

from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.vocabulary.tiers import Tier


def told_with(ask: Questions) -> dict[ThingId | None, list[ThingId]]:
    """List the boards and posts to be told with each school or group; None is for those that belong to neither.

    Boards come in the order of the vocabulary with the highest first, posts by rank; outside bodies are left out.
    """
    found: dict[ThingId | None, list[ThingId]] = {}
    places = {body_id: _of_body(ask, body_id) for body_id in ask.model.bodies if not _outside(ask, body_id)}
    for body_id in sorted(places, key=lambda one: (_ORDER.index(ask.model.bodies[one].kind), ask.key(one))):
        found.setdefault(places[body_id], []).append(body_id)
    for post_id in sorted(ask.model.posts, key=lambda one: (ask.rank(one) or 9, ask.key(one))):
        found.setdefault(_of_post(ask, post_id, places), []).append(post_id)
    return found


_TOP = ("members", "trust_board", "governing_body", "interim_executive_board")
_ORDER = (*_TOP, *(kind for kind in BODIES if kind not in _TOP))


def _outside(ask: Questions, body_id: ThingId) -> bool:
    return BODIES[ask.model.bodies[body_id].kind].outside


def _of_body(ask: Questions, body_id: ThingId) -> ThingId | None:
    at = ask.model.bodies[body_id].at
    if at in ask.model.placements or at in ask.model.groups:
        return at
    governed = dict.fromkeys(line.target for _, line in ask.lines.out("governs", body_id))
    return around_all(ask, governed) if governed else _only(ask.trusts.of_body(body_id))


def _of_post(ask: Questions, post_id: ThingId, places: dict[ThingId, ThingId | None]) -> ThingId | None:
    post = ask.model.posts[post_id]
    if post.at in ask.model.placements or post.at in ask.model.groups:
        return post.at
    if ROLES[post.role].tier is Tier.GOVERNANCE:
        lines = (*ask.lines.out("sits_on", post_id), *ask.lines.out("advises", post_id))
        return _only(dict.fromkeys(places.get(line.target) for _, line in lines))
    schools = dict.fromkeys((*ask.schools_of(post_id), *ask.answers_for(post_id)))
    return around_all(ask, schools) if schools else _only(ask.trusts.of_post(post_id))


def around_all(ask: Questions, place_ids: Iterable[ThingId]) -> ThingId | None:
    """Return the one place, or the nearest group that holds all of several."""
    places = list(place_ids)
    if len(places) == 1:
        return places[0]
    for group_id in (places[0], *ask.places.around(places[0])):
        if group_id in ask.model.groups and all(
            group_id == place or group_id in ask.places.around(place) for place in places
        ):
            return group_id
    return None


def _only(places: Iterable[ThingId | None]) -> ThingId | None:
    found = list(places)
    return found[0] if len(found) == 1 else None
