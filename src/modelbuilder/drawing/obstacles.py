"""What lines and names keep clear of, found quickly by where it lies."""

from collections.abc import Collection, Mapping
from typing import Generic, TypeVar

from modelbuilder.document.ids import ThingId
from modelbuilder.layout.rect import Rect

K = TypeVar("K", ThingId, tuple[ThingId, int])
_CELL = 400.0
_MOST = 150


class Obstacles(Generic[K]):
    """Rectangles sorted into square cells."""

    def __init__(self, spots: Mapping[K, Rect]) -> None:
        self._spots: dict[K, Rect] = {}
        self._cells: dict[tuple[int, int], list[K]] = {}
        for key, rect in spots.items():
            self.add(key, rect)

    def add(self, key: K, rect: Rect) -> None:
        """Put in one more rectangle."""
        self._spots[key] = rect
        for cell in _cells(rect):
            self._cells.setdefault(cell, []).append(key)

    def at(self, x: float, y: float) -> list[K]:
        """Return what lies at a point, in the order of the rectangles."""
        found = self._cells.get((int(x // _CELL), int(y // _CELL)), ())
        return [key for key in found if self._spots[key].holds(x, y)]

    def meeting(self, region: Rect) -> dict[K, Rect]:
        """Return the rectangles that meet a region, in no order."""
        found: dict[K, Rect] = {}
        x, y, w, h = region
        right, bottom = x + w, y + h
        for cell in _cells(region):
            for key in self._cells.get(cell, ()):
                rect = self._spots[key]
                left, top, width, height = rect
                if left < right and x < left + width and top < bottom and y < top + height:
                    found[key] = rect
        return found

    def near(self, region: Rect, without: Collection[K]) -> list[Rect]:
        """Return the rectangles that meet a region; none at all when there are too many to go around."""
        if len(_cells(region)) > 4 * _MOST:
            return []
        found = self.meeting(region)
        chosen = sorted(key for key in found if key not in without)
        return [found[key] for key in chosen] if len(chosen) <= _MOST else []


def _cells(rect: Rect) -> list[tuple[int, int]]:
    x, y, w, h = rect
    first, last = int(x // _CELL), int((x + w) // _CELL)
    top, bottom = int(y // _CELL), int((y + h) // _CELL)
    if first == last and top == bottom:
        return [(first, top)]
    return [(column, row) for column in range(first, last + 1) for row in range(top, bottom + 1)]
