"""What lines go around, found quickly by where it lies."""

from collections.abc import Collection, Mapping

from modelbuilder.document.ids import ThingId
from modelbuilder.layout.rect import Rect

_CELL = 400.0
_MOST = 150


class Obstacles:
    """Rectangles sorted into square cells."""

    def __init__(self, spots: Mapping[ThingId, Rect]) -> None:
        self._spots = spots
        self._cells: dict[tuple[int, int], list[ThingId]] = {}
        for thing_id, rect in spots.items():
            for cell in _cells(rect):
                self._cells.setdefault(cell, []).append(thing_id)

    def at(self, x: float, y: float) -> list[ThingId]:
        """Return what lies at a point, in the order of the rectangles."""
        found = self._cells.get((int(x // _CELL), int(y // _CELL)), ())
        return [thing_id for thing_id in found if self._spots[thing_id].holds(x, y)]

    def near(self, region: Rect, without: Collection[ThingId]) -> list[Rect]:
        """Return the rectangles that meet a region; none at all when there are too many to go around."""
        cells = _cells(region)
        if len(cells) > 4 * _MOST:
            return []
        found = {
            thing_id
            for cell in cells
            for thing_id in self._cells.get(cell, ())
            if thing_id not in without and self._spots[thing_id].meets(region)
        }
        if len(found) > _MOST:
            return []
        return [self._spots[thing_id] for thing_id in sorted(found)]


def _cells(rect: Rect) -> list[tuple[int, int]]:
    return [
        (column, row)
        for column in range(int(rect.x // _CELL), int(rect.right // _CELL) + 1)
        for row in range(int(rect.y // _CELL), int(rect.bottom // _CELL) + 1)
    ]
