"""The arithmetic of ink: fewer points where fewer will do, and what a rubber meets."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from modelbuilder.layout.rect import Point, Rect


def points_of(run: Sequence[float]) -> list[Point]:
    """Return a row of numbers as points: x and y in turn."""
    return [Point(x, y) for x, y in zip(run[::2], run[1::2], strict=True)]


def thinned(points: Sequence[Point], reach: float) -> list[Point]:
    """Leave out points that lie no further than `reach` from the line without them (Douglas and Peucker)."""
    kept = {0, len(points) - 1}
    pending = [(0, len(points) - 1)]
    while pending:
        first, last = pending.pop()
        between = range(first + 1, last)
        far = max(between, key=lambda at: apart(points[at], points[first], points[last]), default=None)
        if far is not None and apart(points[far], points[first], points[last]) > reach:
            kept.add(far)
            pending += [(first, far), (far, last)]
    return [points[at] for at in sorted(kept)]


def apart(point: Point, a: Point, b: Point) -> float:
    """Return how far a point is from the straight line between two others."""
    length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2
    share = 0.0 if length == 0 else ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length
    share = min(1.0, max(0.0, share))
    return hypot(point.x - a.x - share * (b.x - a.x), point.y - a.y - share * (b.y - a.y))


def meets(run: Sequence[float], at: Point, reach: float) -> bool:
    """Tell whether ink runs within `reach` of a point."""
    if not around(run).grown(reach).holds(*at):
        return False
    points = points_of(run)
    return any(apart(at, a, b) <= reach for a, b in (pairwise(points) if len(points) > 1 else [points * 2]))


def around(run: Sequence[float]) -> Rect:
    """Return the rectangle around a row of numbers that are points."""
    left, top = min(run[::2]), min(run[1::2])
    return Rect(left, top, max(run[::2]) - left, max(run[1::2]) - top)
