"""The ladder of accountability: who answers to whom, step by step upward."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from modelbuilder.accountability.lines import Lines
from modelbuilder.accountability.remembering import Asked, gathered, remembered
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Model
from modelbuilder.vocabulary.bodies import BOARDS


class Rung(NamedTuple):
    """One step upward: the line, what it ends at, and whether it is a primary line."""

    line_id: ThingId
    target: ThingId
    primary: bool


_PARTNERSHIP_ROLES = frozenset({"partnership_director", "locality_lead", "curriculum_lead"})
_WIDE = 200
"""In a knot of more things than this, the shortest circle is looked for from only so many of them."""


@dataclass(frozen=True, eq=False)
class Ladder(Asked):
    """The lines `accountable to` between posts and bodies, without those from a thing to itself."""

    model: Model
    lines: Lines
    key: Callable[[ThingId], Any]

    @cached_property
    def _actors(self) -> frozenset[ThingId]:
        return frozenset(self.model.posts.keys() | self.model.bodies.keys())

    def joins(self, source: ThingId, target: ThingId) -> bool:
        """Tell whether a line between two things can be a step of the ladder: both are posts or bodies."""
        return source in self._actors and target in self._actors

    @gathered(by=lambda ladder, rung: ladder.key(rung.target))
    def _rungs(self) -> Iterator[tuple[ThingId, Rung]]:
        ends = self._actors
        for line_id, line in self.each(self.model.lines):
            if line.kind == "accountable_to":
                source, target = line.source, line.target
                if source != target and source in ends and target in ends:
                    yield source, Rung(line_id, target, line.primary)

    @remembered
    def _primary(self, thing_id: ThingId) -> list[Rung]:
        return [rung for rung in self._rungs.get(thing_id, ()) if rung.primary]

    def above(self, thing_id: ThingId, *, secondary: bool = False) -> list[Rung]:
        """List the steps upward from a thing: its primary lines, or the secondary ones too."""
        return self._rungs.get(thing_id, []) if secondary else self._primary(thing_id)

    def reach(self, start: ThingId, *, secondary: bool = False) -> dict[ThingId, Rung | None]:
        """Map everything that can be reached upward, nearest first, to the step that leads there.

        The step's target is what one comes from, so that a path can be walked back; the start maps to None.
        """
        found: dict[ThingId, Rung | None] = {start: None}
        pending = [start]
        for thing_id in pending:
            for rung in self.above(thing_id, secondary=secondary):
                if rung.target not in found:
                    found[rung.target] = Rung(rung.line_id, thing_id, rung.primary)
                    pending.append(rung.target)
        return found

    def path(self, start: ThingId, ends: Callable[[ThingId], bool], *, secondary: bool = False) -> tuple[ThingId, ...]:
        """Return the shortest way up to one of the ends: things and lines by turns; empty if there is none."""
        found = self.reach(start, secondary=secondary)
        for thing_id in found:
            if thing_id != start and ends(thing_id):
                return walk_back(found, thing_id)
        return ()

    @cached_property
    def answered(self) -> frozenset[ThingId]:
        """Everything whose primary line ends where a line may end: at a board, as a rule."""
        below: dict[ThingId, list[ThingId]] = {}
        for source, rungs in self._rungs.items():
            for rung in rungs:
                if rung.primary:
                    below.setdefault(rung.target, []).append(source)
        bodies, posts = self.model.bodies, self.model.posts
        found = {body_id for body_id, body in bodies.items() if body.kind in BOARDS}
        for body_id, body in bodies.items():
            roles = {"partnership_board": _PARTNERSHIP_ROLES, "agency": frozenset({"agency_worker"})}
            allowed = roles.get(body.kind, frozenset())
            found |= {p for p in below.get(body_id, ()) if p in posts and posts[p].role in allowed}
        pending = list(found)
        while pending:
            for source in below.get(pending.pop(), ()):
                if source not in found:
                    found.add(source)
                    pending.append(source)
        return frozenset(found)

    @cached_property
    def knots(self) -> list[frozenset[ThingId]]:
        """Sets of things that all answer to one another, by secondary lines too."""
        left = self._unpeeled()
        if not left:
            return []
        import networkx as nx  # a quarter of a second, so only where there are circles to look for

        graph: nx.DiGraph[ThingId] = nx.DiGraph()
        graph.add_edges_from((source, rung.target) for source in left for rung in self._rungs[source])
        return [frozenset(part) for part in nx.strongly_connected_components(graph) if len(part) > 1]

    def _unpeeled(self) -> list[ThingId]:
        """List what is left when everything below which nothing is left is taken away: mostly nothing."""
        steps = dict(self._rungs.items())
        targets = {rung.target for rungs in steps.values() for rung in rungs}
        below = dict.fromkeys(targets & steps.keys(), 0)
        for thing_id in below:
            for rung in steps[thing_id]:
                if rung.target in below:
                    below[rung.target] += 1
        bare = [thing_id for thing_id, count in below.items() if not count]
        for thing_id in bare:
            for rung in steps[thing_id]:
                if rung.target in below:
                    below[rung.target] -= 1
                    if not below[rung.target]:
                        bare.append(rung.target)
        return [thing_id for thing_id, count in below.items() if count]

    @cached_property
    def knotted(self) -> frozenset[ThingId]:
        """Everything that goes round in some circle."""
        return frozenset().union(*self.knots)

    def circle(self, knot: frozenset[ThingId], order: Iterable[ThingId]) -> tuple[ThingId, ...]:
        """Return a shortest circle of a knot, things and lines by turns, beginning at the first in order."""
        best: tuple[ThingId, ...] = ()
        for number, start in enumerate(order):
            if len(best) == 4 or (number >= _WIDE and best):
                break
            found = self.reach(start, secondary=True)
            for thing_id in found:
                closing = [r for r in self.above(thing_id, secondary=True) if r.target == start]
                if closing:
                    way = (*walk_back(found, thing_id), closing[0].line_id)
                    best = way if not best or len(way) < len(best) else best
                    break
        return best


def walk_back(found: dict[ThingId, Rung | None], end: ThingId) -> tuple[ThingId, ...]:
    """Return the way that `reach` found to an end: things and lines by turns, from the start."""
    way = [end]
    step = found[end]
    while step is not None:
        way += [step.line_id, step.target]
        step = found[step.target]
    return tuple(reversed(way))
