"""Measures of a model, post by post: a figure with its unit, and how strongly to tint the card."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from types import MappingProxyType

from modelbuilder.accountability import journeys, wording
from modelbuilder.accountability.away import HELP
from modelbuilder.accountability.keystones import Keystone, keystones
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.stand_ins import covers, human
from modelbuilder.accountability.yardsticks import MEASURES, MOST_TINT
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document
from modelbuilder.vocabulary.bodies import BOARDS
from modelbuilder.vocabulary.lines import LINES
from modelbuilder.vocabulary.roles import EXECUTIVES

LEADERS = 4
"""The lowest rank of those who lead a school or trust (R06)."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a measure says of one post: the amount, None where there is none to give; its words and the tint, 0 to 4."""

    amount: float | None
    words: str
    tint: int
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The values of one post by the keys of the measures; a measure that does not apply to it is left out."""

    post: ThingId
    name: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Table:
    """The posts of a model with their values, the highest first."""

    rows: tuple[Row, ...]

    def tints(self, key: str) -> dict[ThingId, int]:
        """Map each post that a measure applies to onto the tint of its card."""
        return {row.post: row.values[key].tint for row in self.rows if key in row.values}


def measures(document: Document, model_id: ModelId) -> Table:
    """Measure every post of a model."""
    return measured(Questions(document, model_id))


def measured(ask: Questions) -> Table:
    """Measure the same from questions that have been asked already."""
    measuring = _Measuring(ask)
    posts = sorted(ask.model.posts, key=lambda post_id: (ask.rank(post_id) or 9, ask.key(post_id)))
    return Table(tuple(Row(p, wording.titled(ask, p), MappingProxyType(measuring.values(p))) for p in posts))


class _Measuring:
    """The measures of one model while they are being taken."""

    def __init__(self, ask: Questions) -> None:
        self.ask = ask
        self.ways: tuple[tuple[str, Callable[[ThingId], Value | None]], ...] = (
            ("span", lambda post_id: plain("span", len(self.reports(post_id)))),
            ("layers", self.layers),
            ("schools", self.schools),
            ("journey", self.journey),
            ("failure", self.failure),
            ("isolation", self.isolation),
            ("load", self.load),
        )

    def values(self, post_id: ThingId) -> dict[str, Value]:
        found = ((key, way(post_id)) for key, way in self.ways)
        return {key: value for key, value in found if value is not None}

    def reports(self, post_id: ThingId) -> list[ThingId]:
        """List the posts that answer to a post by primary lines."""
        posts, lines = self.ask.model.posts, self.ask.lines.into("accountable_to", post_id)
        sources = (line.source for _, line in lines if line.primary)
        return [source for source in sources if source in posts and source != post_id]

    def layers(self, post_id: ThingId) -> Value | None:
        ask = self.ask
        if (ask.rank(post_id) or 9) > LEADERS:
            return None
        way = way_to_board(ask, post_id)
        if way:
            return plain("layers", sum(thing_id in ask.model.posts for thing_id in way))
        if post_id in ask.ladder.answered:
            return None  # the line may end elsewhere, at a partnership's board
        return Value(None, "no line to a board", MOST_TINT)

    def below(self, post_id: ThingId) -> list[ThingId]:
        """List the schools that a post leads, answers for or has below it."""
        return sorted({*self.ask.schools_of(post_id), *self.ask.answers_for(post_id), *self._under.get(post_id, ())})

    @cached_property
    def _under(self) -> dict[ThingId, set[ThingId]]:
        """The schools of executives whose heads answer to them, directly or not."""
        under: dict[ThingId, set[ThingId]] = {}
        for school_id in self.ask.model.placements:
            for lead in self.ask.day_to_day(school_id):
                for thing_id in self.ask.ladder.reach(lead.post):
                    if self.executive(thing_id):
                        under.setdefault(thing_id, set()).add(school_id)
        return under

    def executive(self, thing_id: ThingId) -> bool:
        post = self.ask.model.posts.get(thing_id)
        return post is not None and post.role in ("executive_headteacher", "executive_principal")

    def schools(self, post_id: ThingId) -> Value | None:
        return plain("schools", len(self.below(post_id))) if self.executive(post_id) else None

    def journey(self, post_id: ThingId) -> Value | None:
        pairs = list(combinations(self.below(post_id), 2))
        known = [way for pair in pairs if (way := journeys.journey(self.ask, *pair)) is not None]
        if not known:
            return None
        longest = max(known, key=lambda way: (way.minutes, way.estimated))
        partly = ["not all ways known"] if len(known) < len(pairs) else []
        notes = [*(["estimate"] if longest.estimated else []), *partly]
        words = MEASURES["journey"].words(longest.minutes) + (f" ({', '.join(notes)})" if notes else "")
        return Value(longest.minutes, words, MEASURES["journey"].tint(longest.minutes), longest.estimated)

    @cached_property
    def _keystones(self) -> dict[ThingId, Keystone]:
        return keystones(self.ask)

    def failure(self, post_id: ThingId) -> Value:
        """Count the schools that hang on the holder of a post, unless somebody would cover all that holder's posts."""
        person = human(self.ask, post_id)
        stone = self._keystones.get(person, Keystone())
        if not stone.schools:
            return plain("failure", 0, ", but lines meet here" if stone.joint else "")
        stand_ins = [cover.by for cover in covers(self.ask, frozenset([person]))]
        if stand_ins and all(stand_ins):
            names = wording.names(self.ask, (by for by in stand_ins if by))
            return Value(0, f"{MEASURES['failure'].words(len(stone.schools))}, but {names} can step in", 0)
        return plain("failure", len(stone.schools), ", and nobody can step in")

    def isolation(self, post_id: ThingId) -> Value | None:
        ask, posts = self.ask, self.ask.model.posts
        leads = any(lead.post == post_id for school in ask.schools_of(post_id) for lead in ask.on_site(school))
        if not leads and posts[post_id].role not in EXECUTIVES:
            return None
        links, above = links_of(ask, post_id), bool(executives_above(ask, post_id))
        value = plain("isolation", len(links), ", but an executive above" if above and not links else "")
        worst = MOST_TINT if leads and not above else MOST_TINT - 1
        return Value(value.amount, value.words, min(value.tint, worst))

    def load(self, post_id: ThingId) -> Value:
        """Count what the holder carries: posts, schools, reports, seats, cover promised and help given."""
        ask = self.ask
        person = human(ask, post_id)
        posts = ask.posts_held(person) or [post_id]
        schools = {school_id for one in posts for school_id in self.below(one)}
        reports = {report for one in posts for report in self.reports(one)}
        kinds = ("sits_on", "covers", "develops", *sorted(HELP & LINES.keys()))
        given = {drawn.id for end in {*posts, person} for kind in kinds for drawn in ask.lines.out(kind, end)}
        return plain("load", len(posts) + len(schools) + len(reports) + len(given))


def way_to_board(ask: Questions, post_id: ThingId) -> tuple[ThingId, ...]:
    """Return the shortest line from a post to a board: things and lines by turns; empty if there is none."""
    bodies = ask.model.bodies
    return ask.ladder.path(post_id, lambda end: end in bodies and bodies[end].kind in BOARDS)


def links_of(ask: Questions, post_id: ThingId) -> frozenset[ThingId]:
    """Return the lines of support and peer support that a post or its holder has, in and out."""
    ends = {post_id, human(ask, post_id)}
    return frozenset(drawn.id for end in ends for drawn in ask.lines.at(sorted(HELP & LINES.keys()), end))


def executives_above(ask: Questions, post_id: ThingId) -> list[ThingId]:
    """List the executives whom a post answers to, the nearest first."""
    posts = ask.model.posts
    return [p for p in ask.ladder.reach(post_id) if p != post_id and p in posts and posts[p].role in EXECUTIVES]


def plain(key: str, amount: int, note: str = "") -> Value:
    """Return an amount of a measure with the words and the tint that follow from it."""
    return Value(amount, MEASURES[key].words(amount) + note, MEASURES[key].tint(amount))
