"""Orthogonal routes for lines: sibling lines share a bus, and cards in the way are gone around."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from modelbuilder.layout.maze import Dock, way
from modelbuilder.layout.rect import Point, Rect

BUS_DROP = 40.0
STUB = 22.0
CLEAR = 10.0
HANG = 15.0
HANG_FROM, HANG_TO = 24.0, 70.0
_BEND = 70.0
_HIT = 4000.0
_EDGE = 20.0
_REACH = 260.0
_DOCK = 30.0
_SEARCHED = 50
"""Among more obstacles no way is searched for that a plain route does not find."""


class Shape(Enum):
    """How a line likes to run."""

    TREE = "tree"
    GOVERNS = "governs"
    SIDE = "side"


class Wish(NamedTuple):
    """A line to route: its two ends, how it likes to run, and how far off the middle it docks."""

    source: Rect
    target: Rect
    shape: Shape
    hung: bool = False
    source_shift: float = 0.0
    target_shift: float = 0.0


def route(wish: Wish, obstacles: Sequence[Rect] = ()) -> tuple[Point, ...]:
    """Return the corners of the best route from source to target."""
    if wish.target.covers(wish.source) or wish.source.covers(wish.target):
        best = _best(_to_the_frame(wish), obstacles, None)
    else:
        best = _best(_liked(wish, obstacles), obstacles, None)
        if best is None or best[0] > 0:
            best = _best(_around(wish, obstacles), obstacles, best)
        if best is None or (len(obstacles) <= _SEARCHED and _hits(best[1], obstacles)):
            found = way(*_docks(wish), [*obstacles, wish.source, wish.target], CLEAR, _BEND)
            best = _best([(0, found)] if found else [], obstacles, best)
    assert best is not None
    return best[1]


def _docks(wish: Wish) -> tuple[list[Dock], list[Dock]]:
    """Return where a line may leave its source and come to its target: what answers docks below its leader."""
    source, target = wish.source, wish.target
    if wish.shape is Shape.TREE:
        upper = [_dock(target, 0, 1)] if source.y > target.bottom else _sides(target, 0)
        return [_dock(source, 0, -1), *_sides(source, 0)], upper
    if wish.shape is Shape.GOVERNS:
        return [_dock(source, 0, 1), *_sides(source, 0)], [_dock(target, 0, -1), *_sides(target, 0)]
    ends = ((source, wish.source_shift), (target, wish.target_shift))
    first, second = ([*_sides(rect, shift), _dock(rect, 0, -1), _dock(rect, 0, 1)] for rect, shift in ends)
    return first, second


def _sides(rect: Rect, shift: float) -> list[Dock]:
    return [_dock(rect, side, 0, shift) for side in (-1, 1)]


def _dock(rect: Rect, across: int, down: int, shift: float = 0.0) -> Dock:
    """Return the dock in the middle of a side, or so far off it."""
    edge = Point(rect.cx + across * rect.w / 2, rect.cy + down * rect.h / 2 + shift)
    return Dock(edge, Point(edge.x + across * STUB, edge.y + down * STUB))


def _best(
    candidates: Iterable[tuple[float, list[Point]]],
    obstacles: Sequence[Rect],
    best: tuple[float, tuple[Point, ...]] | None,
) -> tuple[float, tuple[Point, ...]] | None:
    """Return the cheapest route of all, with its cost: how long it is, how often it turns and what it runs into."""
    for extra, points in candidates:
        if best is not None and extra + _span(points[0], points[-1]) >= best[0]:
            continue
        line = _clean(points)
        cost = extra + _length(line) + _BEND * (len(line) - 2)
        if best is not None and cost >= best[0]:
            continue
        cost += _HIT * _hits(line, obstacles)
        if best is None or cost < best[0]:
            best = (cost, line)
    return best


def is_hung(lower: Rect, upper: Rect) -> bool:
    """Tell whether a card hangs indented under another, as in a column."""
    return lower.y >= upper.bottom and HANG_FROM <= lower.x - upper.x <= HANG_TO


def is_close(lower: Rect, upper: Rect) -> bool:
    """Tell whether a card follows another as in a column, and not under its middle: an only report, indented."""
    return lower.y - upper.bottom < BUS_DROP and abs(lower.cx - upper.cx) > 1


def _liked(wish: Wish, obstacles: Sequence[Rect]) -> Iterator[tuple[float, list[Point]]]:
    """Yield the routes that the shape of a line likes; they cost less than nothing, unless they run into things."""
    if wish.shape is Shape.TREE:
        yield from _tree(wish, obstacles)
    elif wish.shape is Shape.GOVERNS:
        yield from _governs(wish.source, wish.target)


def _tree(wish: Wish, obstacles: Sequence[Rect]) -> Iterator[tuple[float, list[Point]]]:
    lower, upper = wish.source, wish.target
    if wish.hung:
        x = upper.x + HANG
        yield -3000, [Point(lower.x, lower.cy), Point(x, lower.cy), Point(x, upper.bottom)]
    if lower.y < upper.bottom + 16:
        if lower.bottom + 16 <= upper.y:
            middle = (lower.bottom + upper.y) / 2
            yield 0, _via_y(Point(lower.cx, lower.bottom), Point(upper.cx, upper.y), middle)
        return
    gap = lower.y - upper.bottom
    bus = upper.bottom + (BUS_DROP if gap >= 1.6 * BUS_DROP else gap / 2)
    end = Point(upper.cx, upper.bottom)
    if lower.x + _DOCK <= upper.cx <= lower.right - _DOCK and gap < 3 * BUS_DROP:
        yield -2200, [Point(upper.cx, lower.y), end]
    yield -2000, _via_y(Point(lower.cx, lower.y), end, bus)
    between = [rect for rect in obstacles if upper.bottom < rect.bottom <= lower.y]
    for x in _channels(
        [rect for rect in between if rect.x < lower.right], lower.x + _DOCK, lower.right - _DOCK, upright=True
    ):
        yield -1700, _via_y(Point(x, lower.y), end, bus)
    beside = [lower.x - STUB, lower.right + STUB]
    beside += _channels(obstacles, lower.right + STUB, lower.right + _REACH, upright=True)
    beside += _channels(obstacles, lower.x - _REACH, lower.x - STUB, upright=True)
    for x in beside:
        side = lower.x if x < lower.x else lower.right
        start = Point(side, lower.cy)
        yield -1600, [start, Point(x, lower.cy), Point(x, bus), Point(end.x, bus), end]
    for y in _channels(obstacles, upper.bottom + 12, lower.y - 12, upright=False):
        yield -1500, _via_y(Point(lower.cx, lower.y), end, y)
    yield from _through_gutters(lower, end, bus, between)


def _through_gutters(
    lower: Rect, end: Point, bus: float, obstacles: Sequence[Rect]
) -> Iterator[tuple[float, list[Point]]]:
    """Yield ways past a row of boxes: up to below the row, along it to a gutter, and through that to the bus."""
    x = lower.cx
    for y in sorted({rect.bottom + _EDGE for rect in obstacles if bus < rect.bottom + _EDGE < lower.y})[-2:]:
        row = [rect for rect in obstacles if rect.y < y and bus < rect.bottom]
        gutters = {side for rect in row for side in (rect.x - _EDGE, rect.right + _EDGE)}
        for gutter in sorted(gutters, key=lambda side: (abs(side - x) + abs(side - end.x), side))[:8]:
            yield -1400, [Point(x, lower.y), Point(x, y), Point(gutter, y), Point(gutter, bus), Point(end.x, bus), end]


def _governs(body: Rect, box: Rect) -> Iterator[tuple[float, list[Point]]]:
    if box.y >= body.bottom + 12:
        for share in (5 / 6, 1 / 6, 0.5):
            x = body.x + body.w * share
            if box.x + 40 <= x <= box.right - 40:
                yield -1200 * share, [Point(x, body.bottom), Point(x, box.y)]
        x = body.x + body.w * (5 / 6 if box.cx >= body.cx else 1 / 6)
        middle = (body.bottom + box.y) / 2 if box.y - body.bottom < 2 * BUS_DROP else body.bottom + BUS_DROP * 0.6
        yield -1000, _via_y(Point(x, body.bottom), Point(box.cx, box.y), middle)


def _to_the_frame(wish: Wish) -> Iterator[tuple[float, list[Point]]]:
    """Join a box and something inside it: straight to the nearest edge."""
    source, target = wish.source, wish.target
    inner, outer, shift = (source, target, wish.source_shift)
    if not target.covers(source):
        inner, outer, shift = (target, source, wish.target_shift)
    y, x = inner.cy + shift, inner.cx + shift
    ways = [
        [Point(inner.x, y), Point(outer.x, y)],
        [Point(inner.right, y), Point(outer.right, y)],
        [Point(x, inner.bottom), Point(x, outer.bottom)],
    ]
    for start, end in ways:
        yield 0 if start != end else _HIT, [start, end] if inner is source else [end, start]


def _around(wish: Wish, obstacles: Sequence[Rect]) -> Iterator[tuple[float, list[Point]]]:
    """Yield routes from side to side, the plain ones first, then those through free channels."""
    source, target = wish.source, wish.target
    sy, ty = source.cy + wish.source_shift, target.cy + wish.target_shift
    right, left = Point(source.right, sy), Point(source.x, sy)
    to_left, to_right = Point(target.x, ty), Point(target.right, ty)
    if source.right + 16 <= target.x:
        start, end = right, to_left
        low, high = source.right + 12, target.x - 12
    elif target.right + 16 <= source.x:
        start, end = left, to_right
        low, high = target.right + 12, source.x - 12
    else:
        yield from _beside(source, target, sy, ty, obstacles)
        return
    if abs(sy - ty) < 20 and (sy == ty or 0 in (wish.source_shift, wish.target_shift)):
        # Straight: the end that docks in the middle gives way.
        y, gives = (sy, target) if wish.target_shift == 0 else (ty, source)
        if gives.y + CLEAR <= y <= gives.bottom - CLEAR:
            yield 0, [Point(start.x, y), Point(end.x, y)]
    for x in ((low + high) / 2, low + 18, high - 18, *_channels(obstacles, low, high, upright=True)):
        yield 0, _via_x(start, end, x)
    step = min(STUB, (high - low + 24) / 2 - 1)  # far enough for a tip to stand clear of the corner
    tops, bottoms = [source.y, target.y], [source.bottom, target.bottom]
    between = [rect for rect in obstacles if rect.x < high and low < rect.right]
    between = [rect for rect in between if rect.y < max(bottoms) and min(tops) < rect.bottom]
    for y in (
        min(tops) - STUB,
        max(bottoms) + STUB,
        min([*tops, *(rect.y for rect in between)]) - STUB,
        max([*bottoms, *(rect.bottom for rect in between)]) + STUB,
        *_channels(obstacles, min(sy, ty), max(sy, ty), upright=False),
    ):
        out = start.x + (step if start is right else -step)
        back = end.x + (-step if start is right else step)
        yield 30, [start, Point(out, start.y), Point(out, y), Point(back, y), Point(back, end.y), end]
    top = Point(target.cx + wish.target_shift, target.y if sy < target.y else target.bottom)
    if not target.y - 12 <= sy <= target.bottom + 12:
        yield 40, [start, Point(top.x, start.y), top]


def _beside(
    source: Rect, target: Rect, sy: float, ty: float, obstacles: Sequence[Rect]
) -> Iterator[tuple[float, list[Point]]]:
    """Join two that stand one above the other: by the sides, or straight where that is free."""
    reach = [rect for rect in obstacles if rect.y < max(sy, ty) and rect.bottom > min(sy, ty)]
    rights = [source.right, target.right, *(rect.right for rect in reach)]
    lefts = [source.x, target.x, *(rect.x for rect in reach)]
    for x in sorted({max(source.right, target.right), *rights}):
        if x >= max(source.right, target.right):
            yield 0, [Point(source.right, sy), Point(x + STUB, sy), Point(x + STUB, ty), Point(target.right, ty)]
    for x in sorted({min(source.x, target.x), *lefts}, reverse=True):
        if x <= min(source.x, target.x):
            yield 0, [Point(source.x, sy), Point(x - STUB, sy), Point(x - STUB, ty), Point(target.x, ty)]
    x = min(max(target.cx + 24, source.x + 20), source.right - 20)
    if target.x + 10 <= x <= target.right - 10:
        if source.bottom <= target.y:
            yield -20, [Point(x, source.bottom), Point(x, target.y)]
        elif target.bottom <= source.y:
            yield -20, [Point(x, source.y), Point(x, target.bottom)]


def _via_x(start: Point, end: Point, x: float) -> list[Point]:
    return [start, Point(x, start.y), Point(x, end.y), end]


def _via_y(start: Point, end: Point, y: float) -> list[Point]:
    return [start, Point(start.x, y), Point(end.x, y), end]


def _channels(obstacles: Iterable[Rect], low: float, high: float, *, upright: bool) -> list[float]:
    """Return the lines just beside obstacles that lie between two limits."""
    found: set[float] = set()
    for rect in obstacles:
        first, last = (rect.x, rect.right) if upright else (rect.y, rect.bottom)
        found.update(value for value in (first - _EDGE, last + _EDGE) if low < value < high)
    return sorted(found)[:16]


def _clean(points: Sequence[Point]) -> tuple[Point, ...]:
    """Drop corners that do not turn."""
    line: list[Point] = []
    for point in points:
        if line and abs(line[-1].x - point.x) < 0.01 and abs(line[-1].y - point.y) < 0.01:
            continue
        if len(line) > 1:
            a, b = line[-2], line[-1]
            upright = abs(a.x - b.x) < 0.01 and abs(b.x - point.x) < 0.01
            level = abs(a.y - b.y) < 0.01 and abs(b.y - point.y) < 0.01
            if upright or level:
                line[-1] = point
                continue
        line.append(point)
    return tuple(line) if len(line) > 1 else (line[0], line[0])


def _length(line: Sequence[Point]) -> float:
    return sum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in pairwise(line))


def _span(start: Point, end: Point) -> float:
    """Return the least that any route between two points can be long."""
    return abs(start.x - end.x) + abs(start.y - end.y)


def _hits(line: Sequence[Point], obstacles: Sequence[Rect]) -> int:
    count = 0
    for a, b in pairwise(line):
        left, right = (a.x, b.x) if a.x <= b.x else (b.x, a.x)
        top, bottom = (a.y, b.y) if a.y <= b.y else (b.y, a.y)
        for rect in obstacles:
            if (
                rect.x - CLEAR < right
                and left < rect.x + rect.w + CLEAR
                and rect.y - CLEAR < bottom
                and top < rect.y + rect.h + CLEAR
            ):
                count += 1
    return count
