"""The shortest orthogonal way between two things past others: searched for where no plain route is free."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from modelbuilder.layout.rect import Point, Rect


class Dock(NamedTuple):
    """Where a line can leave a thing: the point on its edge, and the point before it where the line may turn."""

    edge: Point
    outside: Point


def way(
    starts: Sequence[Dock], ends: Sequence[Dock], obstacles: Sequence[Rect], clear: float, bend: float
) -> list[Point] | None:
    """Return the corners of the cheapest way from a start to an end that keeps clear of all obstacles, if there is one.

    A way costs its length, and `bend` for each turn. It runs along lines just outside `clear` of the obstacles.
    """
    walls = [rect.grown(clear) for rect in obstacles]
    free = [dock for dock in ends if not any(_inside(wall, dock.outside) for wall in walls)]
    if not free:
        return None
    docks = [*starts, *free]
    xs = _lines((dock.outside.x for dock in docks), ((wall.x, wall.right) for wall in walls))
    ys = _lines((dock.outside.y for dock in docks), ((wall.y, wall.bottom) for wall in walls))
    goals = {(bisect_left(xs, dock.outside.x), bisect_left(ys, dock.outside.y)): dock for dock in free}
    queue: list[tuple[float, float, int, int, int, int]] = []
    came: dict[tuple[int, int, int], tuple[int, int, int] | Dock] = {}
    spent: dict[tuple[int, int, int], float] = {}

    def ahead(i: int, j: int) -> float:
        return min(abs(xs[i] - dock.outside.x) + abs(ys[j] - dock.outside.y) for dock in free)

    def reach(state: tuple[int, int, int], cost: float, source: "tuple[int, int, int] | Dock") -> None:
        if cost < spent.get(state, float("inf")):
            spent[state], came[state] = cost, source
            heappush(queue, (cost + ahead(state[0], state[1]), cost, *state, len(queue)))

    for dock in starts:
        if not any(_inside(wall, dock.outside) for wall in walls):
            i, j = bisect_left(xs, dock.outside.x), bisect_left(ys, dock.outside.y)
            reach((i, j, int(dock.edge.x == dock.outside.x)), 0.0, dock)
    while queue:
        _, cost, i, j, upright, _ = heappop(queue)
        state = (i, j, upright)
        if cost > spent[state]:
            continue
        if (goal := goals.get((i, j))) is not None and upright == int(goal.edge.x == goal.outside.x):
            return _traced(state, came, xs, ys, goal)
        reach((i, j, 1 - upright), cost + bend, state)
        for step in (-1, 1):
            a, b = (i, j + step) if upright else (i + step, j)
            if 0 <= a < len(xs) and 0 <= b < len(ys) and not _blocked(walls, xs, ys, (i, j), (a, b)):
                reach((a, b, upright), cost + abs(xs[a] - xs[i]) + abs(ys[b] - ys[j]), state)
    return None


def _lines(docks: Iterable[float], walls: Iterable[tuple[float, float]]) -> list[float]:
    found = set(docks)
    for low, high in walls:
        found |= {low - 1, high + 1}
    return sorted(found)


def _inside(wall: Rect, point: Point) -> bool:
    return wall.x < point.x < wall.right and wall.y < point.y < wall.bottom


def _blocked(
    walls: Sequence[Rect], xs: Sequence[float], ys: Sequence[float], here: tuple[int, int], there: tuple[int, int]
) -> bool:
    left, right = sorted((xs[here[0]], xs[there[0]]))
    top, bottom = sorted((ys[here[1]], ys[there[1]]))
    return any(wall.x < right and left < wall.right and wall.y < bottom and top < wall.bottom for wall in walls)


def _traced(
    state: tuple[int, int, int],
    came: dict[tuple[int, int, int], tuple[int, int, int] | Dock],
    xs: Sequence[float],
    ys: Sequence[float],
    goal: Dock,
) -> list[Point]:
    points = [goal.edge]
    step: tuple[int, int, int] | Dock = state
    while not isinstance(step, Dock):
        points.append(Point(xs[step[0]], ys[step[1]]))
        step = came[step]
    points.append(step.edge)
    return points[::-1]
