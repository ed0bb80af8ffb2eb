"""Rectangles and points of the page, in slide units, y down."""

from collections.abc import Iterable
from typing import NamedTuple


class Point(NamedTuple):
    """A place on the page."""

    x: float
    y: float


class Rect(NamedTuple):
    """An upright rectangle."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    @property
    def cx(self) -> float:
        """The middle from left to right."""
        return self.x + self.w / 2

    @property
    def cy(self) -> float:
        """The middle from top to bottom."""
        return self.y + self.h / 2

    def moved(self, dx: float, dy: float) -> "Rect":
        """Return the rectangle shifted."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def grown(self, by: float) -> "Rect":
        """Return the rectangle with each edge moved outwards."""
        return Rect(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)

    def meets(self, other: "Rect") -> bool:
        """Tell whether the two overlap by more than a touch."""
        return (
            self.x < other.x + other.w
            and other.x < self.x + self.w
            and self.y < other.y + other.h
            and other.y < self.y + self.h
        )

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside."""
        return self.x <= x <= self.x + self.w and self.y <= y <= self.y + self.h

    def covers(self, other: "Rect") -> bool:
        """Tell whether the other lies wholly inside."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.x + other.w <= self.x + self.w
            and other.y + other.h <= self.y + self.h
        )


def bounds(rects: Iterable[Rect]) -> Rect | None:
    """Return the smallest rectangle around all, or None for none."""
    found = list(rects)
    if not found:
        return None
    x = min(rect.x for rect in found)
    y = min(rect.y for rect in found)
    right = max(rect.x + rect.w for rect in found)
    bottom = max(rect.y + rect.h for rect in found)
    return Rect(x, y, right - x, bottom - y)
