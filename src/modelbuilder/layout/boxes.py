"""Where everything stands on the page: cards at their places, boxes around what they hold."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Box
from modelbuilder.layout.rect import Point, Rect, bounds

PADDING = 30.0
GAP = 40.0
STACK_GAP = 26.0
GRID = 10.0
SCHOOL_HEADER = 66.0
GROUP_HEADER = 60.0
SCHOOL_MINIMUM = (320.0, 150.0)
GROUP_MINIMUM = (440.0, 230.0)


class Frame(NamedTuple):
    """What a thing needs: its own size (a box's smallest) and, for a box, the height of its header.

    `name` is how far the words in the header reach from the left.
    """

    w: float
    h: float
    header: float | None = None
    name: float = 0.0


def snap(value: float, step: float = GRID) -> float:
    """Round to the grid."""
    return round(value / step) * step


def drawn_boxes(
    holders: Mapping[ThingId | None, Iterable[ThingId]],
    frames: Mapping[ThingId, Frame],
    places: Mapping[ThingId, Box],
) -> dict[ThingId, Rect]:
    """Return the rectangle of every thing on the page; a box reaches around what it holds."""
    rects: dict[ThingId, Rect] = {}
    for thing_id in holders.get(None, ()):
        _draw(thing_id, Point(0, 0), holders, frames, places, rects)
    return rects


def moved_boxes(
    moved: Iterable[ThingId],
    home: Mapping[ThingId, ThingId | None],
    holders: Mapping[ThingId | None, Iterable[ThingId]],
    frames: Mapping[ThingId, Frame],
    places: Mapping[ThingId, Box],
    rects: Mapping[ThingId, Rect],
) -> dict[ThingId, Rect]:
    """Return the rectangles of things whose places changed, of what they hold and of all boxes around them.

    `rects` are the rectangles before; what stays where it was is not drawn again.
    """
    fresh: dict[ThingId, Rect] = {}
    boxes: dict[ThingId, tuple[int, Point]] = {}
    for thing_id in moved:
        if thing_id not in frames:
            continue
        chain: list[ThingId] = []
        step = home.get(thing_id)
        while step is not None:
            chain.append(step)
            step = home.get(step)
        corner = Point(0, 0)
        for depth, box in enumerate(reversed(chain)):
            place = places.get(box) or Box()
            corner = Point(corner.x + place.x, corner.y + place.y)
            boxes[box] = depth, corner
        _draw(thing_id, corner, holders, frames, places, fresh)
    for box, (_, corner) in sorted(boxes.items(), key=lambda row: row[1][0], reverse=True):
        inner = [fresh.get(child) or rects[child] for child in holders.get(box, ())]
        fresh[box] = around(corner, frames[box], places.get(box) or Box(), inner)
    return fresh


def _draw(
    thing_id: ThingId,
    corner: Point,
    holders: Mapping[ThingId | None, Iterable[ThingId]],
    frames: Mapping[ThingId, Frame],
    places: Mapping[ThingId, Box],
    rects: dict[ThingId, Rect],
) -> Rect:
    place = places.get(thing_id) or Box()
    frame = frames[thing_id]
    here = Point(corner.x + place.x, corner.y + place.y)
    contents = holders.get(thing_id, ())
    inner = [_draw(child, here, holders, frames, places, rects) for child in contents]
    rects[thing_id] = rect = around(here, frame, place, inner)
    return rect


def around(here: Point, frame: Frame, place: Box, inner: Iterable[Rect]) -> Rect:
    """Return a thing's rectangle: a card's own, or a box's reaching around its contents."""
    if frame.header is None:
        return Rect(here.x, here.y, frame.w, frame.h)
    least = Rect(here.x, here.y, max(place.w, frame.w), max(place.h, frame.h))
    contents = bounds(inner)
    if contents is None:
        return least
    x = min(least.x, contents.x - PADDING)
    y = min(least.y, contents.y - frame.header)
    right = max(least.right, contents.right + PADDING)
    bottom = max(least.bottom, contents.bottom + PADDING)
    return Rect(x, y, right - x, bottom - y)
