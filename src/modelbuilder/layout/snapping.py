"""Align guides: where the edges and middles of what is dragged meet those of what stands still."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from modelbuilder.layout.boxes import GRID, snap
from modelbuilder.layout.rect import Rect

REACH = 8.0
"""How near, in slide units at zoom 1, a thing has to be for a guide to catch it."""


class Guide(NamedTuple):
    """A guide line that was met: along x or y, from `start` to `end` across the other way."""

    upright: bool
    at: float
    start: float
    end: float


class Snap(NamedTuple):
    """How far to correct a drag, and the guides to show."""

    dx: float
    dy: float
    guides: tuple[Guide, ...]


class Ruler(NamedTuple):
    """The edges and middles of everything that stands still, sorted, each with its extent across."""

    xs: tuple[tuple[float, float, float], ...]
    ys: tuple[tuple[float, float, float], ...]


def ruler(still: Iterable[Rect]) -> Ruler:
    """Collect what a drag can align with."""
    xs: list[tuple[float, float, float]] = []
    ys: list[tuple[float, float, float]] = []
    for rect in still:
        xs += [(x, rect.y, rect.bottom) for x in (rect.x, rect.cx, rect.right)]
        ys += [(y, rect.x, rect.right) for y in (rect.y, rect.cy, rect.bottom)]
    return Ruler(tuple(sorted(xs)), tuple(sorted(ys)))


def snap_to(moving: Rect, against: Ruler, reach: float = REACH) -> Snap:
    """Correct the place of a dragged rectangle to the nearest guide, or else to the grid."""
    dx, across_x = _nearest((moving.x, moving.cx, moving.right), against.xs, reach)
    dy, across_y = _nearest((moving.y, moving.cy, moving.bottom), against.ys, reach)
    shift_x = snap(moving.x, GRID) - moving.x if dx is None else dx
    shift_y = snap(moving.y, GRID) - moving.y if dy is None else dy
    settled = moving.moved(shift_x, shift_y)
    guides: list[Guide] = []
    if across_x is not None:
        at, start, end = across_x
        guides.append(Guide(True, at, min(start, settled.y), max(end, settled.bottom)))
    if across_y is not None:
        at, start, end = across_y
        guides.append(Guide(False, at, min(start, settled.x), max(end, settled.right)))
    return Snap(shift_x, shift_y, tuple(guides))


def _nearest(
    edges: tuple[float, ...], marks: tuple[tuple[float, float, float], ...], reach: float
) -> tuple[float | None, tuple[float, float, float] | None]:
    best: tuple[float, float, tuple[float, float, float]] | None = None
    for edge in edges:
        index = bisect_left(marks, (edge,))
        for mark in marks[max(0, index - 1) : index + 1]:
            distance = abs(mark[0] - edge)
            if distance <= reach and (best is None or distance < best[0]):
                best = (distance, mark[0] - edge, mark)
    return (best[1], best[2]) if best else (None, None)
