"""The parts of a model that no line, box or person joins."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from modelbuilder.accountability.remembering import Asked, gathered, remembered
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import HELD_TABLES, Group, Model, Placement


@dataclass(frozen=True, eq=False)
class Parts(Asked):
    """What is joined to what, in one model; `held` are the posts of each person."""

    model: Model
    held: Mapping[ThingId, list[ThingId]]

    @remembered
    def _home(self, thing_id: ThingId) -> ThingId:
        """Return the box that a card stands in, or else the card: whatever is joined to the one is to the other.

        Somebody who stands in no other way is at home where one of their posts is.
        """
        model = self.model
        card = model.posts.get(thing_id) or model.bodies.get(thing_id) or model.figures.get(thing_id)
        if card is None:
            held = self.held.get(thing_id)
            return self._home(held[0]) if held else thing_id
        at = card.at
        return at if at is not None and (at in model.placements or at in model.groups) else thing_id

    @gathered()
    def _joined(self) -> Iterator[tuple[ThingId, ThingId]]:
        model, home = self.model, self._home
        boxes: tuple[Mapping[ThingId, Placement | Group], ...] = (model.placements, model.groups)
        for table in boxes:
            for thing_id, record in self.each(table):
                if record.group is not None:
                    yield thing_id, record.group
                    yield record.group, thing_id
        for post_id, post in self.each(model.posts):
            if post.person is not None and (post.person in model.figures or len(self.held[post.person]) > 1):
                one, other = home(post_id), home(post.person)
                yield one, other
                yield other, one
        for _, line in self.each(model.lines):
            one, other = home(line.source), home(line.target)
            if one != other:
                yield one, other
                yield other, one

    @cached_property
    def all(self) -> list[set[ThingId]]:
        """The things of each part: the weakly connected components of the model's graph, found faster."""
        inside: dict[ThingId, list[ThingId]] = {}
        for name in HELD_TABLES:
            for thing_id in getattr(self.model, name):
                inside.setdefault(self._home(thing_id), []).append(thing_id)
        joined = dict(self._joined.items())
        parts: list[set[ThingId]] = []
        while inside:
            found = [next(iter(inside))]
            part = set(inside.pop(found[0]))
            for one in found:
                for other in joined.get(one, ()):
                    if other in inside:
                        part.update(inside.pop(other))
                        found.append(other)
            parts.append(part)
        return parts
