"""Questions about seats: who sits on a body, and how many there are, as typed or as drawn."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from modelbuilder.accountability.lines import Lines
from modelbuilder.accountability.remembering import Asked, gathered, remembered
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Model
from modelbuilder.vocabulary.bodies import GOVERNING_BODIES

_CAPACITY = {
    "parents": "parent",
    "staff": "staff",
    "la": "la",
    "coopted": "coopted",
    "foundation": "foundation",
    "employees": "employee",
}
"""The counts of a body, and the capacity of the seats that each counts."""

_OFFICES = frozenset({"chair", "vice_chair", "ex_officio"})
CHAIRS = {
    "chair_of_governors": GOVERNING_BODIES,
    "chair_of_trustees": frozenset({"trust_board"}),
    "chair_of_lgb": frozenset({"local_governing_body"}),
}
"""The roles of those who chair a body, and the kinds of bodies that each chairs."""


class Seat(NamedTuple):
    """A seat on a body: who or what the line comes from, and the person, if one is named."""

    holder: ThingId
    person: ThingId | None
    line_id: ThingId
    capacity: tuple[str, ...]
    represents: ThingId | None

    @property
    def sitter(self) -> ThingId:
        """Who sits there: the person, or the post while nobody is named."""
        return self.person or self.holder


@dataclass(frozen=True, eq=False)
class Seats(Asked):
    """The seats of one model's bodies. Counts that were typed win over the seats that are drawn."""

    model: Model
    lines: Lines
    key: Callable[[ThingId], Any]

    @remembered
    def people(self, body_id: ThingId) -> dict[ThingId, list[Seat]]:
        """List the seats drawn on a body by who sits there."""
        people: dict[ThingId, list[Seat]] = {}
        posts, lines = self.model.posts, self.lines.into("sits_on", body_id)
        for line_id, line in sorted(lines, key=lambda row: self.key(row.line.source)) if lines else ():
            person = posts[line.source].person if line.source in posts else line.source
            seat = Seat(line.source, person, line_id, line.capacity, line.represents)
            people.setdefault(seat.sitter, []).append(seat)
        return people

    def bodies_of(self, sitter: ThingId) -> list[ThingId]:
        """List the bodies that somebody sits on."""
        return self._bodies.get(sitter, [])

    @gathered(by=lambda seats, body_id: seats.key(body_id))
    def _bodies(self) -> Iterator[tuple[ThingId, ThingId]]:
        for body_id, _ in self.each(self.model.bodies):
            for sitter in self.people(body_id):
                yield sitter, body_id

    def with_capacity(self, body_id: ThingId, capacity: str) -> list[ThingId]:
        """List who sits on a body in some capacity."""
        people = self.people(body_id)
        return [one for one, seats in people.items() if any(capacity in seat.capacity for seat in seats)]

    def chairs(self, body_id: ThingId) -> list[ThingId]:
        """List who chairs a body: by the capacity of the seat, or by the post of chair that sits there."""
        posts, kind = self.model.posts, self.model.bodies[body_id].kind

        def chairs(seat: Seat) -> bool:
            role = posts[seat.holder].role if seat.holder in posts else ""
            return "chair" in seat.capacity or (not seat.capacity and kind in CHAIRS.get(role, ()))

        return [one for one, seats in self.people(body_id).items() if any(chairs(seat) for seat in seats)]

    def all(self, body_id: ThingId) -> int | None:
        """Count the seats of a body: as typed, or else as drawn; None where neither says.

        Seats that are drawn for nobody but the chair and the head are remarks about these two, not a list.
        """
        typed = self.model.bodies[body_id].seats
        if typed is not None:
            return typed
        people = self.people(body_id)
        ordinary = any(_OFFICES.isdisjoint(seat.capacity) for seats in people.values() for seat in seats)
        return len(people) if ordinary and len(people) > 1 else None

    def listed(self, body_id: ThingId) -> bool:
        """Tell whether all seats of a body are drawn, as far as its number is known."""
        number = self.all(body_id)
        return number is not None and len(self.people(body_id)) >= number

    def count(self, body_id: ThingId, what: str) -> int | None:
        """Count the seats of a kind, such as `parents`: as typed, or else as drawn; None where neither says."""
        typed: int | None = getattr(self.model.bodies[body_id], what)
        if typed is not None:
            return typed
        drawn = len(self.with_capacity(body_id, _CAPACITY[what]))
        return drawn if drawn or self.listed(body_id) else None
