"""Whose hand it is: each palette stands at a side of the page, and a press belongs to the nearest one."""

from collections.abc import Iterable

from modelbuilder.editor.events import Event
from modelbuilder.layout.rect import Rect

SIDES = {"left": "on the left", "right": "on the right", "bottom": "at the bottom"}
"""Where a palette can stand, in words."""


def nearest(sides: Iterable[str], event: Event, visible: Rect | None) -> str:
    """Return the side that a press is nearest to, in parts of what is shown; of sides alike, the first."""
    if visible is None:
        return next(iter(sides))
    away = {
        "left": (event.x - visible.x) / max(visible.w, 1.0),
        "right": (visible.right - event.x) / max(visible.w, 1.0),
        "bottom": (visible.bottom - event.y) / max(visible.h, 1.0),
    }
    return min(sides, key=lambda side: away.get(side, 1.0))


def opposite(side: str) -> str:
    """Return where a second palette stands first: across the board from the first."""
    return "left" if side == "right" else "right"
