"""Fingerprints of things: what a thing is, and what its neighbours are, so that a copy is known whatever its ids."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

from modelbuilder.compare.likeness import plain
from modelbuilder.compare.pairing import Pairing, Side, Way
from modelbuilder.compare.references import POINTERS
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import fact
from modelbuilder.document.records import HELD_TABLES, Agreement, Facts

_ROUNDS = 3
"""How far a fingerprint looks: to the neighbours of neighbours of neighbours."""

_MOST_TWINS = 12
"""So many times one of several that cannot be told apart is paired by itself; after that all of them in order."""

_TABLES = ("schools", "people", "groups", "posts", "bodies", "stickies")
_NAMES = frozenset({"name", "label", "text"})
_UNSEEN = frozenset({"handle", "again"})


def by_fingerprints(pairing: Pairing) -> None:
    """Pair what is the same in two models as far as can be seen from it."""
    if not any(pairing.left(table) for table in _TABLES):
        return
    ours, theirs = _Prints(pairing.one), _Prints(pairing.other)
    for _ in range(_MOST_TWINS):
        pins = [(pair.one, pair.other, number) for number, pair in enumerate(pairing.pairs)]
        one = ours.refined({pin[0]: pin[2] for pin in pins})
        other = theirs.refined({pin[1]: pin[2] for pin in pins})

        def likeness(side: Side, thing_id: ThingId, _row: Any, found: Any = (one, other)) -> Hashable:
            return found[side is pairing.other].get(thing_id)  # type: ignore[no-any-return]

        for table in _TABLES:
            pairing.by(table, likeness, only=True)
        twins = next((twins for table in _TABLES if (twins := pairing.twins(table, likeness))), None)
        if twins is None:
            return
        pairing.join(*twins, Way.NAME)
    for table in _TABLES:
        pairing.by(table, likeness)


class _Prints:
    """What can be seen of each thing of a model, and what joins it to which other."""

    def __init__(self, side: Side) -> None:
        self.side = side
        self.first = {thing_id: hash(seen) for thing_id, seen in self._things()}
        self.edges = [edge for edge in self._edges() if edge[1] in self.first and edge[2] in self.first]

    def refined(self, pins: Mapping[ThingId, int]) -> dict[ThingId, int]:
        """Return the fingerprints; things that are paired already are told by the number of their pair."""
        prints = {thing_id: hash((seen, pins.get(thing_id))) for thing_id, seen in self.first.items()}
        for _ in range(_ROUNDS):
            around: dict[ThingId, list[int]] = {thing_id: [] for thing_id in prints}
            for what, source, target in self.edges:
                around[source].append(hash((what, 1, prints[target])))
                around[target].append(hash((what, 0, prints[source])))
            prints = {one: hash((seen, tuple(sorted(around[one])))) for one, seen in prints.items()}
        return prints

    def _things(self) -> Iterator[tuple[ThingId, Hashable]]:
        ask = self.side.ask
        model, document = ask.model, ask.document
        for table in ("groups", "posts", "bodies", "stickies"):
            for thing_id, row in getattr(model, table).items():
                yield thing_id, (table, _seen(table, row))
        for school_id in model.placements:
            facts = tuple(fact(document, model, school_id, name) for name in Facts.model_fields)
            yield school_id, ("schools", plain(document.schools[school_id].name), facts)
        held = {post.person for post in model.posts.values() if post.person}
        for person_id in held.union(model.figures):
            yield person_id, ("people", plain(document.people[person_id].name))

    def _edges(self) -> Iterator[tuple[int, ThingId, ThingId]]:
        model = self.side.ask.model
        for table in HELD_TABLES:
            for thing_id, row in getattr(model, table).items():
                yield from ((hash(name), thing_id, end) for name in POINTERS[table] if (end := getattr(row, name)))
        for line in model.lines.values():
            what = _seen("lines", line)
            yield hash(what), line.source, line.target
            if line.represents:
                yield hash((what, "represents")), line.source, line.represents
        for duty in model.duties.values():
            owner = [duty.accountable] if duty.accountable else []
            yield from ((hash((duty.function, "owner")), duty.school, one) for one in owner)
            yield from ((hash((duty.function, "")), duty.school, one) for one in duty.contributes)


def _seen(table: str, row: Any) -> Hashable:
    """Return what is seen of a row by itself: all but its handle and what it points at."""
    unseen = {*_UNSEEN, *POINTERS[table]}
    rest = tuple(
        plain(value) if name in _NAMES else value
        for name, value in row
        if name not in unseen and not isinstance(value, Agreement)
    )
    return table, rest
