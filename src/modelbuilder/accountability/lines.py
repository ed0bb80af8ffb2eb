"""The lines of one model, looked up by their kind and by either end."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Line, Model


class Drawn(NamedTuple):
    """A line together with its id."""

    id: ThingId
    line: Line


_ByEnd: TypeAlias = dict[ThingId, list[Drawn]]


@dataclass(frozen=True, eq=False)
class Lines:
    """The lines whose two ends stand in the model; each kind is sorted by its ends when first wanted."""

    model: Model

    @cached_property
    def _kinds(self) -> dict[str, list[Drawn]]:
        model = self.model
        people = {post.person for post in model.posts.values()} | model.figures.keys()
        standing = people.union(model.posts, model.bodies, model.placements, model.groups)
        kinds: dict[str, list[Drawn]] = {}
        for line_id, line in model.lines.items():
            if line.source in standing and line.target in standing:
                kinds.setdefault(line.kind, []).append(Drawn(line_id, line))
        return kinds

    @cached_property
    def _from(self) -> dict[str, _ByEnd]:
        return {}

    @cached_property
    def _to(self) -> dict[str, _ByEnd]:
        return {}

    def _by_end(self, kind: str, end: str) -> _ByEnd:
        found: _ByEnd = {}
        end_of = attrgetter(end)
        for drawn in self.of(kind):
            found.setdefault(end_of(drawn.line), []).append(drawn)
        return found

    def of(self, kind: str) -> list[Drawn]:
        """List all lines of a kind."""
        return self._kinds.get(kind, [])

    def out(self, kind: str, source: ThingId) -> list[Drawn]:
        """List the lines of a kind that start at a thing."""
        known = self._from.get(kind)
        if known is None:
            known = self._from[kind] = self._by_end(kind, "source")
        return known.get(source, [])

    def into(self, kind: str, target: ThingId) -> list[Drawn]:
        """List the lines of a kind that end at a thing."""
        known = self._to.get(kind)
        if known is None:
            known = self._to[kind] = self._by_end(kind, "target")
        return known.get(target, [])

    def at(self, kinds: Iterable[str], thing_id: ThingId) -> list[Drawn]:
        """List the lines of some kinds that have an end at a thing."""
        return [drawn for kind in kinds for drawn in (*self.out(kind, thing_id), *self.into(kind, thing_id))]
