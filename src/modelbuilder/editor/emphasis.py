"""What is brought out on the page beside the selection: faded, ringed, tagged, broken, stepping in, tinted."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Model, Post

if TYPE_CHECKING:
    from modelbuilder.accountability.away import Absence
    from modelbuilder.accountability.lenses import Lens
    from modelbuilder.accountability.measures import Table


class Tag(NamedTuple):
    """Words on a card's edge, and what they are about: `away`, `cover`, `alarm`, `value`, `pinned`, or what differs."""

    words: str
    about: str


class StepIn(NamedTuple):
    """Who steps in for which post, and in which turn: the first who does is 1."""

    by: ThingId
    post: ThingId
    turn: int
    now: bool = True


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Things and lines by their ids; how each looks is up to the canvas."""

    faded: frozenset[ThingId] = frozenset()
    ringed: frozenset[ThingId] = frozenset()
    broken: frozenset[ThingId] = frozenset()
    steps: tuple[StepIn, ...] = ()
    tags: Mapping[ThingId, tuple[Tag, ...]] = field(default_factory=lambda: MappingProxyType({}))
    tints: Mapping[ThingId, int] = field(default_factory=lambda: MappingProxyType({}))


PLAIN = Emphasis()


def together(parts: Iterable[Emphasis]) -> Emphasis:
    """Bring out several things at once; PLAIN itself when there is nothing."""
    parts = [part for part in parts if part != PLAIN]
    if len(parts) < 2:
        return parts[0] if parts else PLAIN
    tags: dict[ThingId, tuple[Tag, ...]] = {}
    for part in parts:
        for thing_id, row in part.tags.items():
            tags[thing_id] = (*tags.get(thing_id, ()), *row)
    return Emphasis(
        frozenset().union(*(part.faded for part in parts)),
        frozenset().union(*(part.ringed for part in parts)),
        frozenset().union(*(part.broken for part in parts)),
        tuple(step for part in parts for step in part.steps),
        MappingProxyType(tags),
        MappingProxyType({one: tint for part in parts for one, tint in part.tints.items()}),
    )


def of_stops(stops: Iterable[tuple[ThingId, str]]) -> Emphasis:
    """Mark where a light stops."""
    return Emphasis(tags={one: (Tag(words[:1].upper() + words[1:], "alarm"),) for one, words in stops})


def of_pins(model: Model) -> Emphasis:
    """Tag what no arrangement moves."""
    return Emphasis(tags={one: (Tag("Pinned", "pinned"),) for one, box in model.places.items() if box.pinned})


def of_lens(model: Model, lens: "Lens") -> Emphasis:
    """Fade what a reader does not look for."""
    tables = (model.groups, model.placements, model.posts, model.bodies, model.figures)
    things = frozenset(one for table in tables for one in table) - lens.things
    return Emphasis(faded=things | (model.lines.keys() - lens.lines))


def of_measure(table: "Table", key: str) -> Emphasis:
    """Tint the cards by a measure, and write the amount on each."""
    from modelbuilder.accountability.yardsticks import MEASURES

    rows = {row.post: row.values[key] for row in table.rows if key in row.values}
    words = {
        one: value.words
        if value.amount is None
        else f"{'about ' if value.estimated else ''}{MEASURES[key].words(value.amount)}"
        for one, value in rows.items()
    }
    tags = {one: (Tag(told, "value"),) for one, told in words.items()}
    return Emphasis(tags=tags, tints={one: value.tint for one, value in rows.items()})


def of_absence(model: Model, absence: "Absence", people: frozenset[ThingId]) -> Emphasis:
    """Show who is away and who steps in, which lines break, and who is left alone."""
    gone = frozenset((*absence.posts, *(people & model.figures.keys())))
    steps = tuple(_steps(model, absence))
    tags: dict[ThingId, list[Tag]] = {one: [Tag("Away", "away")] for one in gone}
    for step in steps:
        words = f"Steps in {_ordinal(step.turn)}" if step.now else f"Could follow {_ordinal(step.turn)}"
        if words not in [tag.words for tag in tags.setdefault(step.by, [])]:
            tags[step.by].append(Tag(words, "cover"))
    told = {*absence.nobody, *absence.cut}  # what is said of a school need not be said of every post in it
    rows = (
        (absence.nobody, "Nobody left to lead it"),
        ([one for one in absence.cut if one in model.placements], "Cut off from the board"),
        ([one for one, post in _posts(model, absence.cut) if post.at not in told], "Cut off"),
        (absence.unsupported, "No support left"),
    )
    for thing_ids, words in rows:
        for one in thing_ids:
            tags.setdefault(one, []).append(Tag(words, "alarm"))
    return Emphasis(
        faded=gone | absence.broken,
        ringed=frozenset(absence.nobody),
        broken=absence.broken,
        steps=steps,
        tags={one: tuple(row) for one, row in tags.items()},
    )


def _posts(model: Model, thing_ids: Iterable[ThingId]) -> Iterator[tuple[ThingId, Post]]:
    return ((one, model.posts[one]) for one in thing_ids if one in model.posts)


def _steps(model: Model, absence: "Absence") -> Iterator[StepIn]:
    """Yield who steps in for each post and who could follow, as the cards that stand for them."""
    for cover in absence.covers:
        if cover.by is not None and cover.order is not None:
            for number, one in enumerate((cover.by, *cover.then)):
                for card in _cards(model, one)[:1]:
                    yield StepIn(card, cover.post, cover.order + number, now=number == 0)


def _cards(model: Model, thing_id: ThingId) -> list[ThingId]:
    """Return the cards of a post or person: a person has those of their posts, or one of their own."""
    if thing_id in model.posts or thing_id in model.figures:
        return [thing_id]
    return [post_id for post_id, post in model.posts.items() if post.person == thing_id]


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(number % 10, 'th')}"
