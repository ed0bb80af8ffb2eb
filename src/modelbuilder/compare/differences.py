"""What differs between two models, row by row and field by field; where things are drawn does not count."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.matching import Matching, match
from modelbuilder.compare.references import CAST, TABLES, turned, unturned
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import fact
from modelbuilder.document.records import Agreement, Document, Facts, Record
from modelbuilder.vocabulary.lines import LINES


class What(StrEnum):
    """What became of a thing; to move is to another school, group or holder."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


_OPPOSITE = {What.ADDED: What.REMOVED, What.REMOVED: What.ADDED}

_PLACES = frozenset(
    {("placements", "group"), ("groups", "group"), ("figures", "at"), ("bodies", "at"), ("posts", "at")}
    | {("posts", "person")}
)
"""The fields of which a thing is said to move when they differ."""

_PASSED = frozenset({"handle", "again"})
"""What a thing is called in charts, and what a stage says of a return, is no difference."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: its ids in the two models, and for a move or a change the field with both values.

    Of what is added `after` is the row, of what is removed `before`. Each value has the ids of its own model.
    """

    what: What
    table: str
    one: ThingId | None
    other: ThingId | None
    field: str = ""
    before: Any = None
    after: Any = None

    def turned(self) -> "Difference":
        """Return the same difference seen from the second model."""
        what = _OPPOSITE.get(self.what, self.what)
        return Difference(what, self.table, self.other, self.one, self.field, self.after, self.before)


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two models, which things are the same in both, and all that differs."""

    one: Questions
    other: Questions
    matching: Matching
    differences: tuple[Difference, ...]


def compare(document: Document, one: ModelId, other: ModelId) -> Comparison:
    """Compare two models of a document."""
    return compare_models(Questions(document, one), Questions(document, other))


def compare_models(one: Questions, other: Questions, matching: Matching | None = None) -> Comparison:
    """Compare two models that may be of two documents, things matched as given or as can be seen."""
    matching = match(one, other) if matching is None else matching
    return Comparison(one, other, matching, tuple(_Comparing(one, other, matching).all()))


class _Comparing:
    """One comparison while it is being made."""

    def __init__(self, one: Questions, other: Questions, matching: Matching) -> None:
        self.one, self.other = one, other
        self.there, self.back = matching.there, matching.back
        self.shared = one.document is other.document

    def turn(self, thing_id: ThingId) -> ThingId:
        return self.there.get(thing_id, ThingId(f"only {thing_id}"))

    def all(self) -> Iterator[Difference]:
        if not self.shared:
            for table in CAST:
                yield from self.cast(table)
        for table in TABLES:
            yield from self.rows(table)

    def rows(self, table: str) -> Iterator[Difference]:
        ours: Mapping[ThingId, Record] = getattr(self.one.model, table)
        theirs: Mapping[ThingId, Record] = getattr(self.other.model, table)
        gone = [thing_id for thing_id in ours if self.there.get(thing_id) not in theirs]
        for thing_id in self.one.sorted(gone):
            yield Difference(What.REMOVED, table, thing_id, None, before=ours[thing_id])
        new = [thing_id for thing_id in theirs if self.back.get(thing_id) not in ours]
        for thing_id in self.other.sorted(new):
            yield Difference(What.ADDED, table, None, thing_id, after=theirs[thing_id])
        kept = [thing_id for thing_id in theirs if self.back.get(thing_id) in ours]
        if table != "placements" or self.shared:  # else the facts that each document has count too
            kept = [one for one in kept if not self.alike(table, ours[self.back[one]], theirs[one])]
        for thing_id in self.other.sorted(kept):
            yield from self.fields(table, self.back[thing_id], thing_id)

    def alike(self, table: str, before: Record, after: Record) -> bool:
        """Tell whether two rows are equal and mean the same."""
        return (before is after or before == after) and unturned(table, before, self.there)

    def fields(self, table: str, one: ThingId, other: ThingId) -> Iterator[Difference]:
        """Yield the fields that differ in two rows of the same thing."""
        before, after = getattr(self.one.model, table)[one], getattr(self.other.model, table)[other]
        ours, theirs = (
            dict(_values(ask, table, thing_id, row))
            for ask, thing_id, row in ((self.one, one, before), (self.other, other, after))
        )
        seen = dict(_values(self.one, table, one, turned(table, before, self.turn)))
        if _crossed(table, seen, theirs):
            seen |= {"source": seen["target"], "target": seen["source"]}
        for field in {**theirs, **seen}:
            if seen.get(field) != theirs.get(field):
                what = What.MOVED if (table, field) in _PLACES else What.CHANGED
                yield Difference(what, table, one, other, field, ours.get(field), theirs.get(field))

    def cast(self, table: str) -> Iterator[Difference]:
        """Yield what differs in the schools and people of two documents that stand in either model."""
        name = CAST[table]
        ours, theirs = getattr(self.one.document, name), getattr(self.other.document, name)
        here, there = present(self.one, table), present(self.other, table)
        known = [other for other in theirs if (one := self.back.get(other)) and (one in here or other in there)]
        for other in self.other.sorted(known):
            one = self.back[other]
            for field in type(theirs[other]).model_fields:
                if field in _PASSED or field in Facts.model_fields:
                    continue
                before, after = getattr(ours[one], field), getattr(theirs[other], field)
                if before != after:
                    yield Difference(What.CHANGED, name, one, other, field, before, after)


def present(ask: Questions, table: str) -> frozenset[ThingId]:
    """Return the schools, or the people, of the cast that stand in a model."""
    model = ask.model
    if table == "placements":
        return frozenset(model.placements)
    return frozenset(model.figures) | {post.person for post in model.posts.values() if post.person}


def _values(ask: Questions, table: str, thing_id: ThingId, row: Record) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a row that can differ: facts of a school as they hold here, agreements piece by piece."""
    for field, value in row:
        if field in _PASSED:
            continue
        if table == "placements" and field in Facts.model_fields:
            known = fact(ask.document, ask.model, thing_id, field)
            yield field, None if known == "" else known
        elif field == "agreement":
            yield field, value is not None
            yield from _agreed(value)
        else:
            yield field, value


def _agreed(agreement: Agreement | None) -> Iterator[tuple[str, Any]]:
    for field, value in agreement or ():
        if value:
            yield f"agreement.{field}", value


def _crossed(table: str, ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
    """Tell whether a line without a direction is drawn from its other end."""
    if table != "lines" or not LINES[theirs["kind"]].mutual:
        return False
    return (ours["source"], ours["target"]) == (theirs["target"], theirs["source"])
