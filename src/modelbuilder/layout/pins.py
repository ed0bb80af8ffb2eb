"""Arranging around what is pinned: it stays where it is, and the rest keeps clear of it."""

from collections.abc import Mapping
from statistics import median_low

from modelbuilder.document.ids import ThingId
from modelbuilder.layout.rect import Point, Rect


def around_pins(
    rects: Mapping[ThingId, Rect], pins: Mapping[ThingId, Rect], least: Point | None, gap: float
) -> dict[ThingId, Rect]:
    """Return the rectangles of what is not pinned among the siblings of one holder.

    `rects` are all siblings as they would stand without pins. They move as one to where most of the pinned things
    are, right of and below `least` if there is such a corner; then each that would cover something goes right or
    down, the shorter way.
    """
    dx = median_low(pin.x - rects[one].x for one, pin in pins.items())
    dy = median_low(pin.y - rects[one].y for one, pin in pins.items())
    free = {one: rect.moved(dx, dy) for one, rect in rects.items() if one not in pins}
    if least is not None and free:
        right = max(0.0, least.x - min(rect.x for rect in free.values()))
        down = max(0.0, least.y - min(rect.y for rect in free.values()))
        free = {one: rect.moved(right, down) for one, rect in free.items()}
    taken = list(pins.values())
    found: dict[ThingId, Rect] = {}
    for one in sorted(free, key=lambda one: (free[one].y, free[one].x)):
        found[one] = _clear(free[one], taken, gap)
        taken.append(found[one])
    return found


def _clear(rect: Rect, taken: list[Rect], gap: float) -> Rect:
    """Return the rectangle moved right and down until it covers nothing."""
    while (hit := next((other for other in taken if rect.grown(gap / 2).meets(other)), None)) is not None:
        right, down = hit.right + gap - rect.x, hit.bottom + gap - rect.y
        rect = rect.moved(right, 0) if right <= down else rect.moved(0, down)
    return rect
