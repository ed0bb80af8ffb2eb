"""Fixes that give a post or body a line upward: to whom it could answer, or to a board that is added."""

from collections.abc import Iterator
from itertools import pairwise

from modelbuilder.accountability import repairs, suggestions, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Fix
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.roles import HEADS, ROLES
from modelbuilder.vocabulary.tiers import Tier


def link(ask: Questions, source: ThingId, target: ThingId) -> Fix:
    """Make a thing answer to another, and that one, if it answers to nobody, to the board it could answer to."""
    words = f"Make {wording.name(ask, source)} accountable to {wording.name(ask, target)}"
    way = [source, target]
    while way[-1] in ask.model.posts and not ask.ladder.above(way[-1]):
        further = [t for t in suggestions.could_answer_to(ask, way[-1]) if not ask.ladder.reach(t).keys() & set(way)]
        if not further:
            return Fix(words, repairs.answer_to(source, target))
        way.append(further[0])
    if way[-1] not in ask.ladder.answered:
        return Fix(words, repairs.answer_to(source, target))
    words += "".join(f", under {wording.name(ask, thing_id)}" for thing_id in way[2:])
    return Fix(words, repairs.all_of(*(repairs.answer_to(*step) for step in pairwise(way))))


def ways_up(ask: Questions, thing_id: ThingId) -> Iterator[Fix]:
    """Yield the fixes for a thing that answers to nobody, the likeliest first."""
    targets = suggestions.could_answer_to(ask, thing_id)[:3]
    for target in targets:
        yield link(ask, thing_id, target)
    if thing_id in ask.model.posts and (ask.rank(thing_id) or 9) <= 4:
        trusts = suggestions.trusts_of(ask, thing_id)
        yield from _in_trust(ask, thing_id, trusts[0]) if trusts else _outside(ask, thing_id, bare=not targets)


def add_chief(ask: Questions, trust_id: ThingId, *below: ThingId) -> Fix:
    """Add a chief executive to a trust, with a board where there is none, over those below."""
    board_id, trust = next(iter(ask.sorted(ask.trusts.boards(trust_id))), None), wording.name(ask, trust_id)
    words = f"Add a CEO to {trust}" if board_id else f"Add a CEO and a board of trustees to {trust}"
    if board_id:
        return Fix(words, repairs.add_chief(trust_id, board_id, below))
    return Fix(words, repairs.add_chief_and_board(trust_id, below, suggestions.local_bodies(ask, trust_id)))


def trust_around(ask: Questions, school_id: ThingId, *below: ThingId) -> Fix:
    """Draw a single-academy trust around an academy, with a board over its head unless a board governs it already."""
    school = wording.name(ask, school_id)
    if ask.boards(school_id, ["trust_board"]):
        around = repairs.surround("single_academy_trust", f"{school} Trust", school_id)
        return Fix(f"Draw a single-academy trust around {school}", around)
    heads = [lead.post for lead in ask.on_site(school_id) if ask.model.posts[lead.post].role in HEADS]
    own = [post_id for post_id in heads if ask.answers_for(post_id) == [school_id]]
    add = repairs.add_trust(f"{school} Trust", school_id, dict.fromkeys([*below, *own]))
    return Fix(f"Draw a single-academy trust with a board around {school}", add)


def _in_trust(ask: Questions, post_id: ThingId, trust_id: ThingId) -> Iterator[Fix]:
    several = ask.model.groups[trust_id].kind == "multi_academy_trust"
    if several and ask.model.posts[post_id].role != "ceo":
        if not suggestions.chiefs(ask, trust_id):
            yield add_chief(ask, trust_id, post_id)
    elif not ask.trusts.boards(trust_id):
        add = repairs.add_board("trust_board", trust_id, [post_id, *suggestions.local_bodies(ask, trust_id)])
        yield Fix(f"Add a board of trustees to {wording.name(ask, trust_id)}", add)


def _outside(ask: Questions, post_id: ThingId, *, bare: bool) -> Iterator[Fix]:
    """Add the board of a federation, school or academy; where there is nothing to govern, one that stands beside."""
    post, places = ask.model.posts[post_id], suggestions.places_of(ask, post_id)
    for group_id in [group for place in places for group in ask.places.federations(place)][:1]:
        if bare:
            words = f"Add a governing body for {wording.name(ask, group_id)}"
            yield Fix(words, repairs.add_board("governing_body", group_id, [post_id]))
        return
    schools = [school_id for place in places for school_id in ask.places.schools(place)]
    if post.role == "partnership_director":
        if bare:
            at = post.at if post.at in ask.model.groups else None
            yield Fix("Add a partnership board", repairs.add_board("partnership_board", at, [post_id], governs=False))
    elif schools and ask.places.category(schools[0]) == "academy":
        yield from _into_trust(ask, post_id, schools[0])
    elif schools and not ask.boards(schools[0]):
        words = f"Add a governing body for {wording.name(ask, schools[0])}"
        yield Fix(words, repairs.add_board("governing_body", schools[0], [post_id]))
    elif bare and ROLES[post.role].tier is Tier.TRUST:
        yield Fix("Add a board of trustees", repairs.add_board("trust_board", None, [post_id]))
    elif bare and not schools:
        yield Fix("Add a governing body", repairs.add_board("governing_body", None, [post_id]))


def _into_trust(ask: Questions, post_id: ThingId, school_id: ThingId) -> Iterator[Fix]:
    school = wording.name(ask, school_id)
    if ask.boards(school_id) or any(GROUPS[ask.model.groups[g].kind].binding for g in ask.places.around(school_id)):
        return
    for trust_id in ask.trusts.all[:2]:
        seats = [*suggestions.chiefs(ask, trust_id), *ask.sorted(ask.trusts.boards(trust_id))]
        for seat in [seat for seat in seats if seat in ask.ladder.answered and seat != post_id][:1]:
            join = repairs.all_of(repairs.leave(school_id, (), trust_id), repairs.answer_to(post_id, seat))
            yield Fix(f"Put {school} into {wording.name(ask, trust_id)}, under {wording.name(ask, seat)}", join)
    yield trust_around(ask, school_id, post_id)
