"""Pairs of things in two models while they are being found, one way of telling after another."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId


class Way(StrEnum):
    """How two things were found to be the same: somebody said so, by their id, or by school, role and name."""

    SAID = "said"
    ID = "id"
    NAME = "name"


class Pair(NamedTuple):
    """A thing of one model, and the same thing in the other."""

    table: str
    one: ThingId
    other: ThingId
    way: Way


class Side:
    """One of the two models; `turn` says by which id the other model has a thing, as far as that is known."""

    def __init__(self, ask: Questions, turn: Callable[[ThingId], ThingId]) -> None:
        self.ask, self.turn = ask, turn

    def rows(self, table: str) -> Mapping[ThingId, Any]:
        """Return a table of the model, or of the document’s cast."""
        return getattr(self.ask.document if table in ("people", "schools") else self.ask.model, table)  # type: ignore[no-any-return]

    def turned(self, thing_id: ThingId | None) -> ThingId | None:
        """Return the id that the other model has, or None for none."""
        return None if thing_id is None else self.turn(thing_id)

    def all_turned(self, thing_ids: Iterable[ThingId]) -> frozenset[ThingId]:
        """Return the ids that the other model has."""
        return frozenset(map(self.turn, thing_ids))


Likeness: TypeAlias = Callable[[Side, ThingId, Any], Hashable]
"""What two rows have in common when they are the same thing; None says nothing about a row."""


class Pairing:
    """What is paired so far; a thing that is said to have no partner is left out of everything that follows."""

    def __init__(self, one: Questions, other: Questions, said: Mapping[ThingId, ThingId | None]) -> None:
        self.one = Side(one, lambda thing_id: self.there.get(thing_id, ThingId(f"only {thing_id}")))
        self.other = Side(other, lambda thing_id: thing_id)
        self.said = said
        self.there: dict[ThingId, ThingId] = {}
        self.back: dict[ThingId, ThingId] = {}
        self.pairs: list[Pair] = []

    def join(self, table: str, one: ThingId, other: ThingId, way: Way) -> None:
        """Pair two things, unless either has a partner."""
        if one not in self.there and other not in self.back:
            self.there[one], self.back[other] = other, one
            self.pairs.append(Pair(table, one, other, way))

    def by_hand(self, table: str) -> None:
        """Pair what somebody has said to be the same."""
        ours, theirs = self.one.rows(table), self.other.rows(table)
        for one, other in self.said.items():
            if one in ours and other is not None and other in theirs:
                self.join(table, one, other, Way.SAID)

    def by_id(self, table: str, agree: Callable[[Side, Side, ThingId], bool] | None = None) -> None:
        """Pair what has the same id; where ids may have met by chance, only what agrees in something else too."""
        ours, theirs = self.one.rows(table), self.other.rows(table)
        for thing_id in ours:
            if thing_id in theirs and self._free(thing_id) and (agree is None or agree(self.one, self.other, thing_id)):
                self.join(table, thing_id, thing_id, Way.ID)

    def by(self, table: str, likeness: Likeness, *, only: bool = False) -> None:
        """Pair what is alike, in order where several are; `only` where there is just one on either side."""
        ours = self._left(self.one, table, likeness, self.there)
        theirs = self._left(self.other, table, likeness, self.back) if ours else {}
        for like, rows in ours.items():
            others = theirs.get(like, [])
            if not only or len(rows) == len(others) == 1:
                in_order = zip(self.one.ask.sorted(rows), self.other.ask.sorted(others), strict=False)
                for one, other in in_order:
                    self.join(table, one, other, Way.NAME)

    def left(self, table: str) -> bool:
        """Tell whether both models have things without a partner."""
        rows = self.one.rows(table).keys() - self.there.keys(), self.other.rows(table).keys() - self.back.keys()
        return all(rows)

    def twins(self, table: str, likeness: Likeness) -> tuple[str, ThingId, ThingId] | None:
        """Return the first two that are alike, where others are too."""
        theirs = self._left(self.other, table, likeness, self.back)
        for like, rows in self._left(self.one, table, likeness, self.there).items():
            if like in theirs:
                return table, self.one.ask.sorted(rows)[0], self.other.ask.sorted(theirs[like])[0]
        return None

    def _free(self, one: ThingId) -> bool:
        return one not in self.there and one not in self.said

    def _left(
        self, side: Side, table: str, likeness: Likeness, paired: Mapping[ThingId, ThingId]
    ) -> dict[Hashable, list[ThingId]]:
        left: dict[Hashable, list[ThingId]] = {}
        barred = self.said if side is self.one else ()
        for thing_id, row in side.rows(table).items():
            free = thing_id not in paired and thing_id not in barred
            if free and (like := likeness(side, thing_id, row)) is not None:
                left.setdefault(like, []).append(thing_id)
        return left
