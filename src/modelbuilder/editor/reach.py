"""Whose hand it is: each palette stands at a side of the page, and a press belongs to the nearest one."""

from collections.abc import Iterable

from modelbuilder.editor.events import Event
from modelbuilder.editor.shown import Shown

SIDES = {"left": "on the left", "right": "on the right", "bottom": "at the bottom"}
"""Where a palette can stand, in words."""


def nearest(sides: Iterable[str], event: Event, visible: Shown | None) -> str:
    """Return the side that a press is nearest to, in parts of what is shown; of sides alike, the first."""
    if visible is None:
        return next(iter(sides))
    whole = visible.whole
    away = {
        "left": (event.x - whole.x) / max(whole.w, 1.0),
        "right": (whole.right - event.x) / max(whole.w, 1.0),
        "bottom": (whole.bottom - event.y) / max(whole.h, 1.0),
    }
    return min(sides, key=lambda side: away.get(side, 1.0))


def opposite(side: str) -> str:
    """Return where a second palette stands first: across the board from the first."""
    return "left" if side == "right" else "right"
