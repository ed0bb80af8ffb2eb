"""How the lines of a page run: which sides they dock at, what they go around, and what they share."""

from collections import ChainMap
from collections.abc import Iterable, Mapping, MutableMapping
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from modelbuilder.document.ids import ThingId
from modelbuilder.drawing.faces import Face
from modelbuilder.drawing.obstacles import Obstacles
from modelbuilder.drawing.style import SCHOOL_LINE
from modelbuilder.layout.rect import Point, Rect
from modelbuilder.layout.routes import Shape, Wish, is_close, is_hung, route

if TYPE_CHECKING:
    from modelbuilder.drawing.page import Page

Route = tuple[Point, ...]
_SHAPES = {"accountable_to": Shape.TREE, "governs": Shape.GOVERNS}
_PORT = 16.0
_MARGIN = 12.0
_BUSIEST = 60
_AROUND = 120.0
_STRAIGHT = 20.0
_FAR = 5000.0


def ends_of(page: "Page", line_id: ThingId) -> tuple[ThingId, ThingId]:
    """Return the two things that a line is drawn between."""
    line = page.model.lines[line_id]
    anchors = page.links.anchors
    return anchors.get(line.source, line.source), anchors.get(line.target, line.target)


def region_of(page: "Page", line_id: ThingId) -> Rect:
    """Return the part of the page where something in the way makes a line go around it."""
    source, target = ends_of(page, line_id)
    a, b = page.rects[source], page.rects[target]
    x, y = min(a.x, b.x) - _AROUND, min(a.y, b.y) - _AROUND
    return Rect(x, y, max(a.x + a.w, b.x + b.w) + _AROUND - x, max(a.y + a.h, b.y + b.h) + _AROUND - y)


def routes_of(page: "Page", line_ids: Iterable[ThingId], *, live: bool) -> dict[ThingId, Route]:
    """Route lines: those of accountability first, then what a body governs, because the rest gives way.

    At rest, lines that share a card with one that runs otherwise than on the page before are routed
    as well, where they give way to it.
    """
    routes: dict[ThingId, Route] = {}
    known = ChainMap(routes, cast(MutableMapping[ThingId, Route], page.routes))
    wanted = {shape: dict[ThingId, None]() for shape in Shape}
    for line_id in line_ids:
        wanted[_shape(page, line_id)][line_id] = None
    for shape, given_way in ((Shape.TREE, (Shape.GOVERNS, Shape.SIDE)), (Shape.GOVERNS, (Shape.SIDE,))):
        cards: dict[ThingId, None] = {}
        for line_id in wanted[shape]:
            before = page.routes.get(line_id)
            routes[line_id] = _route(page, line_id, known, live=live)
            if before != routes[line_id]:
                cards.update(dict.fromkeys(ends_of(page, line_id)))
        if page.routes and not live:
            for line_id in (line_id for card in cards for line_id in page.links.at.get(card, ())):
                if (other := _shape(page, line_id)) in given_way:
                    wanted[other][line_id] = None
    for line_id in wanted[Shape.SIDE]:
        routes[line_id] = _route(page, line_id, known, live=live)
    return routes


def _shape(page: "Page", line_id: ThingId) -> Shape:
    return _SHAPES.get(page.model.lines[line_id].kind, Shape.SIDE)


def _route(page: "Page", line_id: ThingId, known: Mapping[ThingId, Route], *, live: bool) -> Route:
    source, target = ends_of(page, line_id)
    if source == target:
        return _loop(page.rects[source])
    shape = _shape(page, line_id)
    a, b = page.rects[source], page.rects[target]
    hung = shape is Shape.TREE and is_hung(a, b) and (is_close(a, b) or _hung_count(page, target) > 1)
    shifts = (0.0, 0.0)
    if shape is Shape.SIDE:
        shifts = _port(page, line_id, source, b, known), _port(page, line_id, target, a, known)
    near: list[Rect] = []
    if not live:
        near = _in_the_way(page, line_id) if shape is Shape.TREE else _near(page, line_id)
        if shape is Shape.GOVERNS:
            near += _levels_under(page, source, known)
        near += _fences(region_of(page, line_id))
    return route(Wish(a, b, shape, hung, *shifts), near)


def _fences(region: Rect) -> list[Rect]:
    """Return what stands for all that lies outside a region, where nobody has looked what is in the way."""
    x, y, w, h = region
    return [
        Rect(x - _FAR, y - _FAR, _FAR, h + 2 * _FAR),
        Rect(x + w, y - _FAR, _FAR, h + 2 * _FAR),
        Rect(x, y - _FAR, w, _FAR),
        Rect(x, y + h, w, _FAR),
    ]


def _near(page: "Page", line_id: ThingId) -> list[Rect]:
    return obstacles_of(page).near(region_of(page, line_id), set(ends_of(page, line_id)))


def _in_the_way(page: "Page", line_id: ThingId) -> list[Rect]:
    """Return what stands beside the two ends and beside the boxes around them: other boxes are gone around whole."""
    region = region_of(page, line_id)
    first, second = ([one, *page.around(one)] for one in ends_of(page, line_id))
    path, shared = {*first, *second}, [*(box for box in first if box in second), None]
    holders = dict.fromkeys(page.home.get(step) for step in (*first, *second))
    boxes = (one for one in path if page.faces[one].kind in ("school", "group"))
    found = [_name_rect(page.faces[box], page.rects[box]) for box in boxes]
    for holder in holders:
        if holder not in shared[1:]:
            found += _inside(page, holder).near(region, path)
    return [rect for rect in found if rect.meets(region)]


def _inside(page: "Page", holder: ThingId | None) -> Obstacles[ThingId]:
    """Return where the things lie that stand in a box, boxes as a whole."""
    key = f"inside {holder}"
    found = page.cache.get(key)
    if found is None:
        found = page.cache[key] = Obstacles({one: page.rects[one] for one in page.holders.get(holder, ())})
    return found


def _levels_under(page: "Page", body: ThingId, known: Mapping[ThingId, Route]) -> list[Rect]:
    """Return the level runs of those who answer to a body: what it governs is not drawn across them."""
    lines = page.links.at.get(body, ())
    if len(lines) > _BUSIEST:
        return []
    rising = (known.get(one) for one in lines if _shape(page, one) is Shape.TREE and ends_of(page, one)[1] == body)
    runs = (run for points in rising if points is not None for run in pairwise(points))
    return [Rect(min(a.x, b.x), a.y, abs(b.x - a.x), 0) for a, b in runs if a.y == b.y]


def _loop(rect: Rect) -> Route:
    right, y = rect.right, rect.y
    return (
        Point(right, y + 24),
        Point(right + 30, y + 24),
        Point(right + 30, y - 24),
        Point(right - 40, y - 24),
        Point(right - 40, y),
    )


def _hung_count(page: "Page", upper: ThingId) -> int:
    count = 0
    for line_id in page.links.at.get(upper, ()):
        source, target = ends_of(page, line_id)
        if target == upper and page.model.lines[line_id].kind == "accountable_to":
            count += is_hung(page.rects[source], page.rects[upper])
    return count


def _port(page: "Page", line_id: ThingId, card: ThingId, other: Rect, known: Mapping[ThingId, Route]) -> float:
    """Return how far off the middle of a card's side a line docks.

    Lines dock in the order of where they lead, so that they do not cross, the straight one in the
    middle. Where a line of accountability docks in the middle, all others dock on its free side.
    """
    lines = page.links.at.get(card, ())
    if len(lines) > _BUSIEST:
        return 0.0
    here = page.rects[card]
    side = _side(here, other)
    docked: list[tuple[int, float, ThingId]] = []
    bend = 0.0
    for sibling in lines:
        source, target = ends_of(page, sibling)
        if page.model.lines[sibling].kind in _SHAPES:
            points = known.get(sibling)
            if points is not None and source != target:
                bend = bend or _bend(here, side, points if source == card else points[::-1])
            continue
        there = page.rects[target if source == card else source]
        if _side(here, there) == side:
            docked.append((*_leads(here, there), sibling))
    order = [sibling for _, _, sibling in sorted(docked, key=lambda one: one[:2])]
    rank, last = order.index(line_id), len(order) - 1
    room = here.h / 2 - _MARGIN
    if bend:
        step = min(_PORT, room / len(order))
        return (rank + 1) * step if bend < 0 else (rank - last - 1) * step
    middle = min(sum(1 for way, _, _ in docked if way < 0), last)
    return (rank - middle) * min(_PORT, room / max(1, middle, last - middle))


def _bend(here: Rect, side: str, points: Route) -> float:
    """Return which way a route turns that leaves a card by a side: below 0 upwards; 0 if it leaves elsewhere."""
    start = points[0]
    edge = {"left": here.x, "right": here.right}.get(side)
    if edge is None or abs(start.x - edge) > 0.01 or not here.y + 1 < start.y < here.bottom - 1:
        return 0.0
    return next((point.y - start.y for point in points if abs(point.y - start.y) > 0.01), -1.0)


def _leads(here: Rect, there: Rect) -> tuple[int, float]:
    """Return where a line leads, from the top of a side to its bottom: up, straight or down, and how far."""
    if abs(there.cy - here.cy) < _STRAIGHT:
        return 0, 0.0
    far = abs(there.cx - here.cx)
    return (-1, far) if there.cy < here.cy else (1, -far)


def _side(card: Rect, other: Rect) -> str:
    if other.x >= card.right:
        return "right"
    return "left" if other.right <= card.x else "level"


def obstacles_of(page: "Page") -> Obstacles[ThingId]:
    """Return what lines should go around: cards, notes, and the names of boxes."""
    found = page.cache.get("obstacles")
    if found is None:
        spots = {}
        for thing_id, rect in page.rects.items():
            one = page.faces[thing_id]
            spots[thing_id] = rect if one.kind in ("card", "folded", "note") else _name_rect(one, rect)
        found = page.cache["obstacles"] = Obstacles(spots)
    return found


def boxes_of(page: "Page") -> Obstacles[ThingId]:
    """Return where the schools and groups lie."""
    found = page.cache.get("boxes")
    if found is None:
        found = page.cache["boxes"] = Obstacles({one: page.rects[one] for one in page.boxes})
    return found


def _name_rect(one: Face, rect: Rect) -> Rect:
    """Return where the name of a box stands, from the edge on: a line around it keeps clear of the edge as well."""
    left, top, height = (14, 12, 44 + one.further_lines() * SCHOOL_LINE) if one.kind == "school" else (16, 14, 32)
    return Rect(rect.x, rect.y + top, left + 46 + one.header_width(), height)
