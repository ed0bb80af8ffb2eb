"""What a hand does and what it touches, without any toolkit's events."""

from collections.abc import Hashable
from typing import NamedTuple, TypeAlias

from modelbuilder.document.ids import ThingId

PointerId: TypeAlias = Hashable
"""The mouse, the pen, one finger, or the keyboard."""

MOUSE: PointerId = "mouse"
KEYBOARD: PointerId = "keyboard"


class Event(NamedTuple):
    """One moment of one pointer: where it is on the page (slide units) and what is held down.

    `touch` says that it is a finger, `pen` that it is a pen, `over_panel` that it is in the window beside the page.
    """

    pointer: PointerId
    x: float
    y: float
    ctrl: bool = False
    shift: bool = False
    alt: bool = False
    zoom: float = 1.0
    touch: bool = False
    over_canvas: bool = True
    over_panel: bool = False
    pen: bool = False

    @property
    def bare(self) -> bool:
        """Whether nothing on the screen shows where it is: fingers and pens have no cursor."""
        return self.touch or self.pen

    @property
    def slack(self) -> float:
        """How far, in slide units, a hand may wander before a press becomes a drag."""
        return (14.0 if self.touch else 8.0 if self.pen else 5.0) / self.zoom


class Hit(NamedTuple):
    """What lies under a pointer.

    `part` is thing, line, handle (a card's side), end (source or target of a line), corner (of a
    box), button (of the pill) or empty; `name` says which handle, end or button.
    """

    part: str
    thing_id: ThingId | None = None
    name: str = ""


EMPTY = Hit("empty")
