"""One model as it is read: its lines, groups and ladder, and the order of its things."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from modelbuilder.accountability.graph import Graph, graph_of
from modelbuilder.accountability.ladder import Ladder
from modelbuilder.accountability.lines import Drawn, Lines
from modelbuilder.accountability.places import Places
from modelbuilder.accountability.remembering import Asked, remembered
from modelbuilder.accountability.seats import Seats
from modelbuilder.accountability.trusts import Trusts
from modelbuilder.document.ids import ModelId, ThingId, natural_key
from modelbuilder.document.lookup import handle_of
from modelbuilder.document.records import Document, Model

NaturalKey: TypeAlias = tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, eq=False)
class Reading(Asked):
    """The parts that questions about one model are asked of; each is made when it is first wanted."""

    document: Document
    model_id: ModelId

    @cached_property
    def model(self) -> Model:
        """The model that is asked about."""
        return self.document.models[self.model_id]

    @cached_property
    def graph(self) -> Graph:
        """The whole model as a networkx graph."""
        return graph_of(self.document, self.model)

    @cached_property
    def lines(self) -> Lines:
        """The lines by kind and by end."""
        return Lines(self.model)

    @cached_property
    def places(self) -> Places:
        """The groups, and the schools in them."""
        return Places(self.document, self.model, self.lines, self.key)

    @cached_property
    def ladder(self) -> Ladder:
        """The lines of accountability, upward."""
        return Ladder(self.model, self.lines, self.key)

    @cached_property
    def trusts(self) -> Trusts:
        """The academy trusts with their boards and posts."""
        return Trusts(self.model, self.lines, self.places, self.ladder, self.key)

    @cached_property
    def seats(self) -> Seats:
        """The seats on boards and committees."""
        return Seats(self.model, self.lines, self.key)

    @cached_property
    def empty(self) -> bool:
        """Whether nothing stands in the model."""
        model = self.model
        return not (model.posts or model.bodies or model.placements or model.groups or model.figures)

    @remembered
    def key(self, thing_id: ThingId) -> NaturalKey:
        """Return what things are sorted by: their handles, so that no order hangs on ids or rows."""
        return natural_key(handle_of(self.document, self.model, thing_id))

    def sorted(self, thing_ids: Iterable[ThingId]) -> list[ThingId]:
        """Sort things by their handles."""
        rows = list(thing_ids)
        if len(rows) > 1:
            rows.sort(key=self.key)
        return rows

    def meaning(self, kind: str, school_id: ThingId) -> list[Drawn]:
        """List the lines of a kind that mean a school; a line to a group means each school in it."""
        if school_id not in self.model.placements:
            return []
        places = (school_id, *self.places.around(school_id))
        rows = [drawn for place in places for drawn in self.lines.into(kind, place)]
        if len(rows) > 1:
            rows.sort(key=lambda drawn: self.key(drawn.line.source))
        return rows
