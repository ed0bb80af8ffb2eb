"""The parts of a model that no line, box or person joins."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

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
                yield post.person, post_id
        for _, line in self.each(self.model.lines):
            yield line.source, line.target
            yield line.target, line.source

    @cached_property
    def all(self) -> list[list[ThingId]]:
        """The things of each part: the weakly connected components of the model's graph, found faster."""
        model, joined = self.model, dict(self._joined.items())
        standing = [thing_id for name in HELD_TABLES for thing_id in getattr(model, name)]
        people = {post.person for post in model.posts.values()}
        left = {*standing, *people}
        parts: list[list[ThingId]] = []
        for start in standing:
            if start in left:
                left.remove(start)
                part = [start]
                for thing_id in part:
                    near = left.intersection(joined.get(thing_id, ()))
                    left -= near
                    part += near
                parts.append([thing_id for thing_id in part if thing_id not in people or thing_id in model.figures])
        return parts
