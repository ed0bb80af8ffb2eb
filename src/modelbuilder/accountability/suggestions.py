"""Whom a post or body could answer to, the likeliest first: what fixes offer."""

from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.bodies import BOARDS


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
    """List the executives of the school's groups and of the schools beside it, the lowest in rank first."""
    groups = ask.places.around(school_id)
    beside = {school_id, *(other for group_id in groups for other in ask.places.members(group_id))}
    found = dict.fromkeys(post_id for place in (*groups, *beside) for post_id in ask.executives_at(place))
    return sorted(ask.sorted(found), key=lambda post_id: -(ask.rank(post_id) or 0))


def could_answer_to(ask: Questions, thing_id: ThingId) -> list[ThingId]:
    """List posts and boards that a post or body could answer to, so that its line ends at a board."""
    nearby = _nearby(ask, thing_id)
    if not any(target in ask.model.bodies for target in nearby) and len(ask.all_boards) <= 2:
        nearby += ask.all_boards
    return [target for target in dict.fromkeys(nearby) if _suits(ask, thing_id, target)]


def _nearby(ask: Questions, thing_id: ThingId) -> list[ThingId]:
    if thing_id in ask.model.bodies:
        trusts = ask.trusts.of_body(thing_id)
        found = [board for trust_id in trusts for board in ask.sorted(ask.trusts.boards(trust_id))]
        return found + [board for school in ask.governed_by(thing_id) for board in ask.boards(school, BOARDS)]
    post = ask.model.posts[thing_id]
    places = [*ask.schools_of(thing_id), *([post.at] if post.at in ask.model.groups and post.at else [])]
    schools = list(dict.fromkeys(school for place in places for school in ask.places.schools(place)))
    posts: list[ThingId] = []
    if post.role == "head_of_school":
        posts = [executive for school_id in schools[:1] for executive in executives_near(ask, school_id)]
    elif (ask.rank(thing_id) or 9) > 4:
        posts = [lead.post for school_id in schools[:1] for lead in ask.on_site(school_id)]
    elif post.role != "ceo":
        posts = [above for school_id in schools[:1] if (above := seat_above(ask, school_id))]
    boards = [board for school_id in schools for board in ask.boards(school_id, BOARDS)]
    of_trust = [
        board
        for place in places
        for trust_id in ask.places.trusts(place)
        for board in ask.sorted(ask.trusts.boards(trust_id))
    ]
    return [*posts, *boards, *of_trust]


def _suits(ask: Questions, thing_id: ThingId, target: ThingId) -> bool:
    if target == thing_id or target not in ask.ladder.answered:
        return False
    if thing_id in ask.ladder.reach(target, secondary=True):
        return False
    rank, rank_above = ask.rank(thing_id), ask.rank(target)
    return target in ask.model.bodies or rank is None or (rank_above is not None and rank_above < rank)
