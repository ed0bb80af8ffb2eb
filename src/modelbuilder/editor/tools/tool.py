"""What every tool has: it follows one pointer from press to release, and shows what it is about."""

from typing import NamedTuple, Protocol

from modelbuilder.document.ids import ThingId
from modelbuilder.editor.events import Event
from modelbuilder.layout.rect import Point, Rect
from modelbuilder.layout.snapping import Guide


class Overlay(NamedTuple):
    """What a tool shows over the page while it works."""

    guides: tuple[Guide, ...] = ()
    rubber: tuple[Point, Point] | None = None
    band: Rect | None = None
    target: ThingId | None = None
    dimmed: frozenset[ThingId] = frozenset()
    laser: Point | None = None
    spot: Point | None = None


NOTHING = Overlay()


class Tool(Protocol):
    """One pointer's doing. A tool leaves the document alone until `release`; `cancel` leaves no trace."""

    overlay: Overlay

    def move(self, event: Event) -> None:
        """Follow the pointer."""

    def release(self, event: Event) -> None:
        """Finish where the pointer was let go."""

    def cancel(self) -> None:
        """Leave everything as it was."""
