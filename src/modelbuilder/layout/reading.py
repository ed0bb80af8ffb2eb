"""In which order siblings stood: rows are read row by row, columns from top to bottom, whatever the widths of cards."""

from collections.abc import Iterable, Mapping
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeAlias

from modelbuilder.document.ids import ThingId
from modelbuilder.layout.rect import Rect

_ALIGNED = 100.0
"""Things whose left edges differ by less stand in one column: less than half the width of a card."""


class Stood(NamedTuple):
    """How a sibling stood: the `bottom` is that of all that answers to it, its line upward left it at `port`.

    What is `low` is a box that nothing answers to, which may stand levels deeper than its siblings.
    """

    rect: Rect
    bottom: float
    port: float
    low: bool = False


_Siblings: TypeAlias = Mapping[ThingId, Stood]


def read(siblings: _Siblings, *, level: bool = False) -> list[ThingId]:
    """Return siblings in the order in which they are read.

    What stood close from left to right is read as rows, what stood close from top to bottom as columns. Low boxes
    come last if they stood in several rows, or are read among the others: by where their lines went up, or, if all
    are on one `level`, by where they stood.
    """
    if len(siblings) < 2:
        return list(siblings)
    lefts = [one.rect.x for one in siblings.values()]
    if max(lefts) - min(lefts) < _ALIGNED:
        return _in_columns(siblings)
    low = {name: one for name, one in siblings.items() if one.low}
    rows = _rows(low)
    if level and len(rows) < 2:
        return _in_rows(_rows(siblings))
    others = _in_rows(_rows({name: one for name, one in siblings.items() if name not in low}))
    if len(rows) > 1:
        return [*others, *_in_rows(rows)]
    keys: dict[ThingId, float] = {}
    for order in (others, _in_columns(low)):
        keys |= zip(order, accumulate((siblings[name].port for name in order), max), strict=True)
    return sorted(keys, key=keys.__getitem__)


def _in_rows(rows: Iterable[_Siblings]) -> list[ThingId]:
    return [name for row in rows for name in _in_columns(row)]


def _rows(siblings: _Siblings) -> list[dict[ThingId, Stood]]:
    """Return the rows in which siblings stood; all as one where they stood beside one another or in columns."""
    columns = _runs((one.rect.x, one.rect.right, name) for name, one in siblings.items())
    lines = _runs((one.rect.y, one.bottom, name) for name, one in siblings.items())
    rows = [{name: siblings[name] for name in line} for line in lines]
    if len(rows) > 1 and len(columns) < len(siblings):
        across = [sorted((one.rect for one in row.values()), key=lambda rect: rect.x) for row in rows]
        pairs = [pair for rects in across for pair in pairwise(rects)]
        beside = [right.x - left.right for left, right in pairs if left.right <= right.x]
        tops, bottoms = [min(rect.y for rect in rects) for rects in across], [_bottom(row) for row in rows]
        below = min(top - bottom for bottom, top in zip(bottoms, tops[1:], strict=False))
        if beside and below > min(beside):
            return rows
    return [dict(siblings)]


def _bottom(row: _Siblings) -> float:
    return max(one.bottom for one in row.values())


def _in_columns(siblings: _Siblings) -> list[ThingId]:
    """Return siblings column by column, each from top to bottom."""
    columns = _runs((one.rect.x, one.rect.right, name) for name, one in siblings.items())
    return [name for column in columns for name in sorted(column, key=lambda name: siblings[name].rect[1::-1])]


def _runs(spans: Iterable[tuple[float, float, ThingId]]) -> list[list[ThingId]]:
    """Group things whose spans, from and to, overlap; in the order of the spans."""
    found: list[list[ThingId]] = []
    end = float("-inf")
    for first, last, name in sorted(spans, key=lambda span: span[:2]):
        if first >= end or not found:
            found.append([])
        found[-1].append(name)
        end = max(end, last)
    return found
