"""What lies under a point of the page: the topmost thing, line, handle or button."""

from collections.abc import Container
from itertools import pairwise
from math import hypot

from modelbuilder.document.ids import ThingId
from modelbuilder.drawing.afar import plate_at
from modelbuilder.drawing.ghost import Ghost
from modelbuilder.drawing.page import Page
from modelbuilder.editor.adornments import FINGER, adornments
from modelbuilder.editor.events import EMPTY, Hit
from modelbuilder.editor.shown import Shown
from modelbuilder.editor.view import View
from modelbuilder.layout.rect import Point


def hit(
    page: Page,
    view: View,
    x: float,
    y: float,
    zoom: float,
    *,
    touch: bool = False,
    visible: Shown | None = None,
    bare: bool = False,
    finger: float = FINGER,
) -> Hit:
    """Return what a press at a point means: adornments first (unless `bare`), then cards, lines, boxes."""
    reach = (22.0 if touch else 10.0) / zoom * max(1.0, finger / FINGER)
    for adornment in () if bare else adornments(page, view, zoom, visible, finger):
        area = adornment.rect.grown(reach if adornment.hit.part != "button" else 0)
        if area.holds(x, y) and not _is_in_the_middle(page, adornment.hit, x, y):
            return adornment.hit
    plate = plate_at(page, zoom / max(1.0, finger / FINGER), x, y)
    if plate is not None:
        return Hit("thing", plate)
    card = _card_at(page, x, y)
    if card is not None:
        return Hit("thing", card)
    line = line_at(page, x, y, reach * 0.8)
    if line is not None:
        return Hit("line", line)
    box = _box_at(page, x, y)
    return Hit("thing", box) if box is not None else EMPTY


def _is_in_the_middle(page: Page, at: Hit, x: float, y: float) -> bool:
    """Tell whether a point in reach of a handle is in the middle of its card, which carries the card at any zoom."""
    rect = page.rects.get(at.thing_id) if at.part == "handle" and at.thing_id is not None else None
    return rect is not None and abs(x - rect.cx) < rect.w / 4 and abs(y - rect.cy) < rect.h / 4


def thing_at(page: Page, x: float, y: float) -> ThingId | None:
    """Return the topmost card or the innermost box at a point."""
    card = _card_at(page, x, y)
    return card if card is not None else _box_at(page, x, y)


def touches(ghost: Ghost, x: float, y: float, reach: float) -> bool:
    """Tell whether a point is on what a ghost would add, change or take away."""
    for page, ids in ((ghost.page, ghost.come), (ghost.rest, ghost.go)):
        if thing_at(page, x, y) in ids or line_at(page, x, y, reach, ids) is not None:
            return True
    return False


def _card_at(page: Page, x: float, y: float) -> ThingId | None:
    found = None
    for thing_id, rect in page.rects.items():
        inside = rect.x <= x <= rect.x + rect.w and rect.y <= y <= rect.y + rect.h
        if inside and page.faces[thing_id].kind in ("card", "folded", "note"):
            found = thing_id
    return found


def _box_at(page: Page, x: float, y: float) -> ThingId | None:
    inside = [one for one in page.boxes if page.rects[one].holds(x, y)]
    return max(inside, key=page.depth, default=None)


def line_at(page: Page, x: float, y: float, reach: float, among: Container[ThingId] | None = None) -> ThingId | None:
    """Return the nearest line, or of some lines the nearest, within reach of a point."""
    best: tuple[float, ThingId] | None = None
    for line_id, points in page.routes.items():
        if among is not None and line_id not in among:
            continue
        for a, b in pairwise(points):
            level = min(a.x, b.x) - reach <= x <= max(a.x, b.x) + reach
            if level and min(a.y, b.y) - reach <= y <= max(a.y, b.y) + reach:
                distance = _distance(Point(x, y), a, b)
                if distance <= reach and (best is None or distance < best[0]):
                    best = (distance, line_id)
    return best[1] if best else None


def _distance(point: Point, a: Point, b: Point) -> float:
    length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2
    share = 0.0 if length == 0 else ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length
    share = min(1.0, max(0.0, share))
    return hypot(point.x - a.x - share * (b.x - a.x), point.y - a.y - share * (b.y - a.y))
