"""Answer “What if she is away?”: who steps in, which lines break, and which schools would have nobody."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from modelbuilder.accountability import wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.stand_ins import Cover, Why, covers, human, is_vacant, posts_of
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document
from modelbuilder.vocabulary.lines import LINES, SUPPORT

HELP = SUPPORT | {"coaches", "mentors"}
"""Lines by which people support one another; they are personal, so that a stand-in does not take them over."""

_PERSONAL = HELP | {"develops"}


@dataclass(frozen=True, slots=True)
class Absence:
    """What follows when some people are away; all but `posts` is what their absence changes.

    `posts` are theirs, `broken` the lines that no longer hold, `nobody` the schools that would have nobody to
    lead them, `unsupported` those whose only support is away, and `cut` the schools, then the posts, whose line
    to a board would be cut. The first of the `sentences` are the `consequences`: what would be lost.
    """

    posts: tuple[ThingId, ...]
    covers: tuple[Cover, ...]
    broken: frozenset[ThingId]
    nobody: tuple[ThingId, ...]
    unsupported: tuple[ThingId, ...]
    cut: tuple[ThingId, ...]
    sentences: tuple[str, ...]
    consequences: tuple[str, ...] = ()


def away(document: Document, model_id: ModelId, absent: Collection[ThingId]) -> Absence:
    """Say what follows when people are away; the id of a post stands for whoever holds it."""
    return absence(Questions(document, model_id), absent)


def absence(ask: Questions, absent: Collection[ThingId]) -> Absence:
    """Say the same from questions that have been asked already."""
    people = frozenset(human(ask, thing_id) for thing_id in absent)
    posts, found = tuple(posts_of(ask, people)), covers(ask, people)
    open_posts = frozenset(cover.post for cover in found if cover.by is None)
    nobody = tuple(school_id for school_id in ask.sorted(ask.model.placements) if _deserted(ask, school_id, open_posts))
    unsupported = tuple(_unsupported(ask, people))
    cut = tuple(_cut(ask, people, open_posts, nobody))
    figures = [
        person_id for person_id in ask.sorted(people & ask.model.figures.keys()) if not ask.posts_held(person_id)
    ]
    consequences = tuple(_consequences(ask, nobody, cut, unsupported))
    sentences = (
        *consequences,
        *(f"{wording.name(ask, person_id)} is away." for person_id in figures),
        *(_covered(ask, cover) for cover in found),
        *(["No school would be left without a leader."] if ask.model.placements and not nobody else []),
    )
    broken = frozenset(_broken(ask, people, open_posts))
    if not (posts or figures):
        sentences, consequences = ("Nobody is away.",), ()
    return Absence(posts, found, broken, nobody, unsupported, cut, sentences, consequences)


def _broken(ask: Questions, people: frozenset[ThingId], open_posts: frozenset[ThingId]) -> Iterator[ThingId]:
    """Yield the lines of posts that nobody covers, and what is personal to those who are away."""
    for kind in LINES:
        for line_id, line in ask.lines.of(kind):
            ends = {line.source, line.target}
            if kind == "covers":
                personal = {line.source}
            else:
                personal = ends if kind in _PERSONAL else ends - ask.model.posts.keys()
            if ends & open_posts or any(human(ask, end) in people and not is_vacant(ask, end) for end in personal):
                yield line_id


def _leaders(ask: Questions, school_id: ThingId) -> list[ThingId]:
    """List who leads a school on the spot, or else who leads it, without vacant posts."""
    leads = ask.on_site(school_id) or ask.leads(school_id)
    return [lead.post for lead in leads if not is_vacant(ask, lead.post)]


def _deserted(ask: Questions, school_id: ThingId, open_posts: frozenset[ThingId]) -> bool:
    leaders = _leaders(ask, school_id)
    return bool(leaders) and open_posts.issuperset(leaders)


def _unsupported(ask: Questions, people: frozenset[ThingId]) -> Iterator[ThingId]:
    """Yield the post, or the highest one, of everybody whose only support comes from those who are away."""
    helpers: dict[ThingId, set[ThingId]] = {}
    for kind in sorted(HELP & LINES.keys()):
        for _, line in ask.lines.of(kind):
            helpers.setdefault(human(ask, line.target), set()).add(human(ask, line.source))
            if LINES[kind].mutual:
                helpers.setdefault(human(ask, line.source), set()).add(human(ask, line.target))
    alone = (one for one, others in helpers.items() if others - {one} and others - {one} <= people)
    found = (posts_of(ask, [one])[:1] for one in alone if one not in people)
    yield from ask.sorted(post_id for posts in found for post_id in posts)


def _cut(
    ask: Questions, people: frozenset[ThingId], open_posts: frozenset[ThingId], nobody: Collection[ThingId]
) -> Iterator[ThingId]:
    """Yield the schools and posts that reached a board and do not when the open posts are taken out."""
    if not open_posts:
        return
    before, after = ask.ladder.answered, _without(ask, open_posts).ladder.answered
    for school_id in ask.sorted(ask.model.placements):
        leaders = set(_leaders(ask, school_id))
        if school_id not in nobody and leaders & before and not leaders & after:
            yield school_id
    posts = {human(ask, post_id) for post_id in ask.model.posts.keys() & before - after}
    yield from (post_id for post_id in posts_of(ask, posts - people) if post_id in before - after)


def _without(ask: Questions, posts: frozenset[ThingId]) -> Questions:
    """Ask of the model as it would be without some posts."""
    rows = {post_id: post for post_id, post in ask.model.posts.items() if post_id not in posts}
    model = ask.model.model_copy(update={"posts": MappingProxyType(rows)})
    models = MappingProxyType({**ask.document.models, ask.model_id: model})
    return Questions(ask.document.model_copy(update={"models": models}), ask.model_id)


_TURNS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def _turn(order: int) -> str:
    return _TURNS[order - 1] if order <= len(_TURNS) else f"number {order}"


def _covered(ask: Questions, cover: Cover) -> str:
    who = wording.upper_first(wording.subject(ask, cover.post))
    reasons = [_reason(ask, cover, number) for number in range(len(cover.passed))]
    if cover.by is None:
        rest = f"nobody is left to step in: {', and '.join(reasons)}" if reasons else "nobody is named to step in"
        return f"{who} is away, and {rest}."
    by = wording.subject(ask, cover.by)
    if reasons:
        return f"{who} is away; {', and '.join(reasons)}, so {by} steps in."
    then = f", and {wording.names(ask, cover.then)} could follow" if cover.then else ""
    return f"{who} is away: {by} steps in{then}."


def _reason(ask: Questions, cover: Cover, number: int) -> str:
    by, why, other = cover.passed[number]
    if why is Why.VACANT:
        return f"{wording.name(ask, by)} has nobody in it"
    who = f"{wording.name(ask, by)}, who comes {_turn(number + 1)},"
    if why is Why.AWAY:
        return f"{who} is away too"
    return f"{who} stands in for {wording.name(ask, other) if other else 'somebody else'} already"


def _consequences(
    ask: Questions, nobody: Collection[ThingId], cut: Collection[ThingId], unsupported: Collection[ThingId]
) -> Iterator[str]:
    if nobody:
        names = wording.upper_first(wording.labels(ask, tuple(nobody), most=len(nobody)))
        yield f"{names} would have nobody to lead {'it' if len(nobody) == 1 else 'them'}."
    schools = [thing_id for thing_id in cut if thing_id in ask.model.placements]
    posts = [thing_id for thing_id in cut if thing_id in ask.model.posts]
    if schools:
        names = wording.labels(ask, schools, most=len(schools))
        yield f"The line from {names} to a board would be cut."
    if posts:
        yield f"No line to a board would be left for {wording.roll(ask, posts)}."
    if unsupported:
        names = wording.upper_first(wording.roll(ask, unsupported, most=len(unsupported)))
        yield f"{names} would be left without support."
