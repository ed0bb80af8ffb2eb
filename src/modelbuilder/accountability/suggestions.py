"""Whom a post or body could answer to, the likeliest first: what fixes offer."""

from collections.abc import Iterable

from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.bodies import BOARDS, COMMITTEES
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.roles import EXECUTIVES, ROLES
from modelbuilder.vocabulary.tiers import Tier


def seat_above(ask: Questions, school_id: ThingId) -> ThingId | None:
    """Return whom a new head of the school would answer to: the chief executive of its trust, or its board."""
    for trust_id in ask.places.trusts(school_id)[:1]:
        chiefs = ask.trusts.senior_executives(trust_id)
        if ask.model.groups[trust_id].kind == "multi_academy_trust" and chiefs:
            return ask.sorted(chiefs)[0]
        for board_id in ask.sorted(ask.trusts.boards(trust_id)):
            return board_id
    return next(iter(ask.boards(school_id, BOARDS)), None)


def executives_near(ask: Questions, school_id: ThingId) -> list[ThingId]:
    """List the executives of the school's groups and of the schools beside it, the lowest in rank first.

    Where there are none, they are those who stand on the page without a place.
    """
    found = ask.executives_around(ask.places.around(school_id) or (school_id,))
    return _lowest_first(ask, found) or _loose_executives(ask, ceo=not ask.places.federations(school_id))


def executives_for(ask: Questions, post_id: ThingId) -> list[ThingId]:
    """List the executives whom a head of school could answer to."""
    schools = ask.schools_of(post_id)
    return executives_near(ask, schools[0]) if schools else _loose_executives(ask, ceo=True)


def loose(ask: Questions, post_id: ThingId) -> bool:
    """Tell whether a post stands on the page without a school, group or trust."""
    post = ask.model.posts[post_id]
    return not (post.at or post.home or ask.schools_of(post_id) or ask.trusts.of_post(post_id))


def chiefs(ask: Questions, trust_id: ThingId) -> list[ThingId]:
    """List the chief executives of a trust, or else the one who stands beside it and belongs to no other."""
    posts = ask.model.posts
    found = [post_id for post_id in ask.trusts.leading(trust_id) if posts[post_id].role == "ceo"]
    if found:
        return ask.sorted(found)
    strays = [post_id for post_id in ask.in_roles(["ceo"]) if loose(ask, post_id)]
    return strays if len(strays) == 1 and set(trusts_of(ask, strays[0])) <= {trust_id} else []


def trusts_of(ask: Questions, post_id: ThingId) -> list[ThingId]:
    """List the trusts of a post, or of those below it; a trust's officer without a place has the only trust."""
    found = dict.fromkeys(ask.trusts.of_post(post_id))
    found = found or dict.fromkeys(trust for place in places_of(ask, post_id) for trust in ask.places.trusts(place))
    if not found and ROLES[ask.model.posts[post_id].role].tier is Tier.TRUST and loose(ask, post_id):
        return list(ask.trusts.all) if len(ask.trusts.all) == 1 else []
    return ask.sorted(found)


def places_of(ask: Questions, thing_id: ThingId) -> list[ThingId]:
    """List the schools and the group of a post; of one that has none, and of a body, those of the posts below.

    An executive who has neither is taken to belong to the only federation or trust on the page.
    """
    own = _own_places(ask, thing_id)
    if not own:
        below = [line.source for _, line in ask.lines.into("accountable_to", thing_id)]
        own = [place for source in ask.sorted(below) for place in _own_places(ask, source)]
    post = ask.model.posts.get(thing_id)
    if not own and post and post.role in EXECUTIVES and loose(ask, thing_id):
        groups = ask.model.groups
        binding = [group_id for group_id in groups if GROUPS[groups[group_id].kind].binding]
        own = binding if len(binding) == 1 else []
    return list(dict.fromkeys(own))


def _own_places(ask: Questions, thing_id: ThingId) -> list[ThingId]:
    post = ask.model.posts.get(thing_id)
    if post is None:
        return []
    group = [post.at] if post.at is not None and post.at in ask.model.groups else []
    return [*ask.schools_of(thing_id), *ask.answers_for(thing_id), *group]


def boards_beside(ask: Questions) -> list[ThingId]:
    """List the boards that govern nothing yet, stand in no school or group and belong to no trust."""
    taken = {board_id for trust_id in ask.trusts.all for board_id in ask.trusts.boards(trust_id)}
    return [
        board_id
        for board_id in ask.all_boards
        if board_id not in taken and not ask.model.bodies[board_id].at and not ask.lines.out("governs", board_id)
    ]


def local_bodies(ask: Questions, trust_id: ThingId) -> list[ThingId]:
    """List the governing bodies and committees of a trust that answer to nobody: a new board takes them on."""
    return [
        body_id
        for body_id in ask.sorted(b for kind in (*COMMITTEES, "governing_body") for b in ask.bodies_of_kind(kind))
        if ask.trusts.of_body(body_id) == (trust_id,) and not ask.ladder.above(body_id)
    ]


def could_answer_to(ask: Questions, thing_id: ThingId) -> list[ThingId]:
    """List posts and boards that a post or body could answer to, so that its line can end at a board.

    A board is that of its own schools, group or trust, or governs nothing yet.
    """
    nearby = _of_post(ask, thing_id) if thing_id in ask.model.posts else _of_body(ask, thing_id)
    return [target for target in dict.fromkeys(nearby) if _suits(ask, thing_id, target)]


def _of_body(ask: Questions, body_id: ThingId) -> list[ThingId]:
    trusts = ask.trusts.of_body(body_id)
    found = [board for trust_id in trusts for board in ask.sorted(ask.trusts.boards(trust_id))]
    found += [board for school in ask.governed_by(body_id) for board in ask.boards(school, BOARDS)]
    return [*found, *_boards_of(ask, places_of(ask, body_id))] or boards_beside(ask)


def _of_post(ask: Questions, post_id: ThingId) -> list[ThingId]:
    role, posts, places = ask.model.posts[post_id].role, ask.model.posts, places_of(ask, post_id)
    schools = list(dict.fromkeys(school for place in places for school in ask.places.schools(place)))
    if role == "partnership_director":
        return ask.bodies_of_kind("partnership_board")
    found: list[ThingId] = []
    if (ask.rank(post_id) or 9) > 4:
        found += [lead.post for school_id in schools[:1] for lead in ask.on_site(school_id)]
    over = [executive for school_id in schools[:1] for executive in executives_near(ask, school_id)]
    if role == "head_of_school":
        found += over or executives_for(ask, post_id)
    trusts = trusts_of(ask, post_id)
    if trusts:
        boards = [board for trust_id in trusts for board in ask.sorted(ask.trusts.boards(trust_id))]
        boards = boards or [board for board in boards_beside(ask) if ask.model.bodies[board].kind == "trust_board"]
        return [*found, *(chief for trust_id in trusts for chief in chiefs(ask, trust_id)), *over, *boards]
    boards = _boards_of(ask, places)
    if not places and posts[post_id].role != "ceo":
        found += _loose_executives(ask, ceo=True)
    return [*found, *(boards or boards_beside(ask))]


def _boards_of(ask: Questions, places: Iterable[ThingId]) -> list[ThingId]:
    """List the boards that govern some places, are their federation's or their trust's, or stand in them."""
    found: list[ThingId] = []
    for place in places:
        trusts = [board for trust_id in ask.places.trusts(place) for board in ask.sorted(ask.trusts.boards(trust_id))]
        if trusts:
            found += trusts
            continue
        found += [board for school_id in ask.places.schools(place) for board in ask.boards(school_id, BOARDS)]
        found += [board for group_id in ask.places.federations(place) for board in ask.boards_of_group(group_id)]
        drawn = {line.source for _, line in ask.lines.into("governs", place)}
        found += [board for board in ask.all_boards if board in drawn or ask.model.bodies[board].at == place]
    return found


def _lowest_first(ask: Questions, posts: Iterable[ThingId]) -> list[ThingId]:
    return sorted(ask.sorted(posts), key=lambda post_id: -(ask.rank(post_id) or 0))


def _loose_executives(ask: Questions, *, ceo: bool) -> list[ThingId]:
    roles = EXECUTIVES if ceo else EXECUTIVES - {"ceo"}
    return _lowest_first(ask, [p for p in ask.in_roles(roles) if loose(ask, p)])


def _suits(ask: Questions, thing_id: ThingId, target: ThingId) -> bool:
    posts = ask.model.posts
    person = posts[thing_id].person if thing_id in posts else None
    if person is not None and target in posts and posts[target].person == person:
        return False
    if target == thing_id or target in ask.ladder.knotted or thing_id in ask.ladder.reach(target, secondary=True):
        return False
    rank, rank_above = ask.rank(thing_id), ask.rank(target)
    return target in ask.model.bodies or rank is None or (rank_above is not None and rank_above < rank)
