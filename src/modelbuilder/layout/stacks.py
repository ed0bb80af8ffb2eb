"""Many of one leader stacked as one: plain reports in columns, boxes in rows, or as somebody has chosen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from modelbuilder.document.ids import ThingId
from modelbuilder.layout.boxes import GAP, STACK_GAP
from modelbuilder.layout.forest import Item, Leaf
from modelbuilder.layout.rect import Rect

INDENT = 30.0
LEVEL_GAP = 64.0
ROW_OF_BOXES = 8
"""How many boxes stand beside one another before a row is wrapped, unless less is asked for."""
COLUMN = 6
"""How many reports hang in one column, unless another height is asked for."""
_STACK_FROM = 5
_ROOMY = 4800.0
_BROAD = 2.2
"""Rows of boxes broader than that are broken so that all of them are about so many times as broad as high."""


class Measures(NamedTuple):
    """How many boxes stand in a row at most, how many cards in a column, and what is chosen for some leaders."""

    across: int = ROW_OF_BOXES
    column: int = COLUMN
    chosen: Mapping[ThingId | None, str] = {}


def stack(roots: list[Item], holder: ThingId | None, measures: Measures) -> None:
    """Turn many plain reports of one leader into columns under them, and wrap long rows of boxes.

    What stands below nothing in a box, the `holder`, is wrapped as if it answered to the box.
    """
    chosen = measures.chosen.get(holder)
    alone = [item for item in roots if item.is_box and not item.children]
    if chosen == "column" and len(roots) > 1:
        roots[:] = [_in_rows(roots, 1)] if len(alone) == len(roots) else roots
    elif chosen != "row" and len(alone) > (length := _row(alone, measures.across)):
        roots[:] = [*(item for item in roots if item not in alone), _in_rows(alone, length)]
    pending = list(roots)
    while pending:
        item = pending.pop()
        chosen = measures.chosen.get(item.thing_id)
        if chosen == "column" and item.children:
            item.children = [_hung(item.children)]
        elif chosen != "row":
            _stack_reports(item, measures)
            pending.extend(child for child in item.children if child.children)
        else:
            pending.extend(item.children)


def _stack_reports(item: Item, measures: Measures) -> None:
    ends = [child for child in item.children if not child.children]
    boxes = [child for child in ends if child.is_box]
    length = _row(boxes, measures.across)
    many = len(ends) - len(boxes) >= _STACK_FROM
    if not many and len(boxes) <= length:
        return
    cards = [child for child in item.children if child not in boxes]
    if many:
        cards = list(_in_columns(cards, measures))
    if len(boxes) > length:
        boxes = [_in_rows(boxes, length)]
    item.children = [*cards, *boxes]


def _in_columns(items: Iterable[Item], measures: Measures) -> Iterator[Item]:
    """Yield items in their order, those that follow one another and fit in columns as columns."""
    column: list[Item] = []
    height = 0
    for item in items:
        cards = _cards(item, measures)
        if column and (not cards or height + cards > measures.column):
            yield _column(column)
            column, height = [], 0
        if cards:
            column.append(item)
            height += cards
        else:
            yield item
    if column:
        yield _column(column)


def _column(items: Sequence[Item]) -> Item:
    alone = len(items) == 1 and not items[0].children
    return items[0] if alone else _hung(items)


def _cards(item: Item, measures: Measures) -> int:
    """Count the cards of a small team, or of one person; 0 for what does not hang in a column with others."""
    parts = [_cards(child, measures) for child in item.children]
    apart = item.is_box or 0 in parts or (parts and measures.chosen.get(item.thing_id) == "row")
    count = 1 + sum(parts)
    return 0 if apart or count > max(1, measures.column) else count


def _hung(items: Sequence[Item]) -> Item:
    """Hang items below one another, each with what answers to it indented below it."""
    leaves = list(_hanging(items, INDENT, 0.0))
    w = max(leaf.rect.right for leaf in leaves)
    return Item(items[0].thing_id, w, max(leaf.rect.bottom for leaf in leaves), False, leaves=leaves)


def _hanging(items: Iterable[Item], x: float, y: float) -> Iterable[Leaf]:
    for item in items:
        yield from _at(item, x, y)
        y += item.h + STACK_GAP
        for leaf in _hanging(item.children, x + INDENT, y):
            y = max(y, leaf.rect.bottom + STACK_GAP)
            yield leaf


def _at(item: Item, x: float, y: float) -> list[Leaf]:
    own = item.leaves or [Leaf(item.thing_id, Rect(0, 0, item.w, item.h))]
    return [Leaf(leaf.thing_id, leaf.rect.moved(x, y)) for leaf in own]


def _row(boxes: Sequence[Item], most: int) -> int:
    """Return how many boxes stand in a row: all that may, or, where that is very broad, what suits a slide best."""
    w = max((item.w for item in boxes), default=0.0) + GAP
    h = max((item.h for item in boxes), default=0.0) + LEVEL_GAP
    whole = min(most, len(boxes))
    if whole * w <= _ROOMY:
        return most
    return min(range(whole, 0, -1), key=lambda length: max(length * w / _BROAD, -(-len(boxes) // length) * h))


def _in_rows(boxes: Sequence[Item], across: int) -> Item:
    """Set boxes in two or more rows of even length; lines go up from the gutter next to their middle."""
    rows = -(-len(boxes) // across)
    length = -(-len(boxes) // rows)
    grid = Item(boxes[0].thing_id, 0, 0, True)
    y = width = 0.0
    for start in range(0, len(boxes), length):
        row = boxes[start : start + length]
        x = 0.0
        for item in row:
            grid.leaves += _at(item, x, y)
            x += item.w + GAP
        width = max(width, x - GAP)
        y += max(item.h for item in row) + LEVEL_GAP
    grid.w, grid.h = width, y - LEVEL_GAP
    grid.port = max(0.0, sum(item.w + GAP for item in boxes[: length // 2]) - GAP / 2)
    return grid
