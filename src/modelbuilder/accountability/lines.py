"""The lines of one model, looked up by their kind and by either end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from modelbuilder.accountability.remembering import Asked, gathered
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Line, Model


class Drawn(NamedTuple):
    """A line together with its id."""

    id: ThingId
    line: Line


@dataclass(frozen=True, eq=False)
class Lines(Asked):
    """The lines whose two ends stand in the model."""

    model: Model

    @cached_property
    def standing(self) -> frozenset[ThingId | None]:
        """Everything that a line can end at."""
        model = self.model
        people = {post.person for post in model.posts.values()}
        return frozenset(people.union(model.figures, model.posts, model.bodies, model.placements, model.groups))

    @gathered()
    def _drawn(self) -> Iterator[tuple[tuple[str, str, str], Drawn]]:
        """The lines by kind, and by kind and either end."""
        standing = self.standing
        for line_id, line in self.each(self.model.lines):
            kind, source, target = line.kind, line.source, line.target
            if source in standing and target in standing:
                drawn = Drawn(line_id, line)
                yield (kind, "", ""), drawn
                yield (kind, "source", source), drawn
                yield (kind, "target", target), drawn

    def of(self, kind: str) -> list[Drawn]:
        """List all lines of a kind."""
        return self._drawn.get((kind, "", ""), [])

    def first(self, line_id: ThingId) -> bool:
        """Tell whether a line is the first of its kind from its source to its target, and both stand in the model."""
        line = self.model.lines[line_id]
        alike = (drawn.id for drawn in self.out(line.kind, line.source) if drawn.line.target == line.target)
        return next(alike, None) == line_id

    def out(self, kind: str, source: ThingId) -> list[Drawn]:
        """List the lines of a kind that start at a thing."""
        return self._drawn.get((kind, "source", source), [])

    def into(self, kind: str, target: ThingId) -> list[Drawn]:
        """List the lines of a kind that end at a thing."""
        return self._drawn.get((kind, "target", target), [])

    def at(self, kinds: Iterable[str], thing_id: ThingId) -> list[Drawn]:
        """List the lines of some kinds that have an end at a thing."""
        return [drawn for kind in kinds for drawn in (*self.out(kind, thing_id), *self.into(kind, thing_id))]
