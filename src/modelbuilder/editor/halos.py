"""Halos: each hand has a colour of its own from coming down to letting go, so that a group sees whose is whose."""

from typing import NamedTuple

from modelbuilder.document.ids import ThingId
from modelbuilder.editor.events import Event, PointerId

COLOURS = 8


class Halo(NamedTuple):
    """Where a hand is on the page, the number of its colour, and what it holds; `bare` is a hand without a cursor."""

    x: float
    y: float
    colour: int
    bare: bool
    holds: frozenset[ThingId] = frozenset()


class Halos:
    """The hands that are down, and the colour that each has; the mouse shows none while it is alone."""

    def __init__(self) -> None:
        self._at: dict[PointerId, Event] = {}
        self._colours: dict[PointerId, int] = {}

    def follow(self, event: Event, *, down: bool = False) -> None:
        """Note where a hand is; one that comes down gets the first colour that no other has."""
        if down:
            taken = set(self._colours.values()) - {self._colours.get(event.pointer)}
            free = (number for number in range(COLOURS) if number not in taken)
            self._colours[event.pointer] = next(free, len(taken) % COLOURS)
        if down or event.pointer in self._at:
            self._at[event.pointer] = event

    def lift(self, pointer: PointerId) -> None:
        """Forget a hand."""
        self._at.pop(pointer, None)
        self._colours.pop(pointer, None)

    def shown(self, holds: dict[PointerId, frozenset[ThingId]]) -> list[Halo]:
        """Return the halos to be seen."""
        return [
            Halo(event.x, event.y, self._colours[pointer], event.bare, holds.get(pointer, frozenset()))
            for pointer, event in self._at.items()
            if event.bare or len(self._at) > 1
        ]
