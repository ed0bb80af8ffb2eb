"""The parts of a model that no line, box or person joins."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from modelbuilder.accountability.remembering import Asked, gathered
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import HELD_TABLES, Model


@dataclass(frozen=True, eq=False)
class Parts(Asked):
    """What is joined to what, in one model."""

    model: Model

    @gathered()
    def _joined(self) -> Iterator[tuple[ThingId, ThingId]]:
        for name, field in HELD_TABLES.items():
            for thing_id, record in self.each(getattr(self.model, name)):
                holder = getattr(record, field)
                if holder is not None:
                    yield thing_id, holder
                    yield holder, thing_id
        for post_id, post in self.each(self.model.posts):
            if post.person is not None:
                yield post_id, post.person
        for _, line in self.each(self.model.lines):
            yield line.source, line.target
            yield line.target, line.source

    @gathered()
    def _held(self) -> Iterator[tuple[ThingId, ThingId]]:
        for post_id, post in self.each(self.model.posts):
            if post.person is not None:
                yield post.person, post_id

    @cached_property
    def all(self) -> list[set[ThingId]]:
        """The things of each part: the weakly connected components of the model's graph, found faster."""
        standing = {thing_id for name in HELD_TABLES for thing_id in getattr(self.model, name)}
        joined, held = dict(self._joined.items()), dict(self._held.items())
        left = standing.union(held)
        parts: list[set[ThingId]] = []
        while left:
            part: set[ThingId] = set()
            found = {next(iter(left))}
            while found:
                part |= found
                left -= found
                near = [rows for one in found for rows in (joined.get(one), held.get(one)) if rows]
                found = left.intersection(chain.from_iterable(near))
            parts.append(part & standing)
        return parts
