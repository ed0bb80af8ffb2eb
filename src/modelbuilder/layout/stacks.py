"""Many of one leader stacked as one: plain reports in columns, boxes in rows."""

from modelbuilder.layout.boxes import GAP, STACK_GAP
from modelbuilder.layout.forest import Item, Leaf
from modelbuilder.layout.rect import Rect

INDENT = 30.0
LEVEL_GAP = 64.0
_STACK_FROM = 5
ROW_OF_BOXES = 8
"""How many boxes stand beside one another before a row is wrapped, unless less is asked for."""


def stack(roots: list[Item], across: int = ROW_OF_BOXES) -> None:
    """Turn many plain reports of one leader into columns under them; wrap rows of more than so many boxes.

    Boxes below nothing are wrapped only where shorter rows are asked for.
    """
    alone = [item for item in roots if item.is_box and not item.children]
    if across < ROW_OF_BOXES and len(alone) > across:
        roots[:] = [*(item for item in roots if item not in alone), _in_rows(alone, across)]
    pending = list(roots)
    while pending:
        item = pending.pop()
        ends = [child for child in item.children if not child.children]
        leaves = [child for child in ends if not child.is_box]
        boxes = [child for child in ends if child.is_box]
        rest = [child for child in item.children if child.children]
        pending.extend(rest)
        if len(leaves) >= _STACK_FROM or len(boxes) > across:
            if len(leaves) >= _STACK_FROM:
                leaves = [_stacked(leaves[start : start + 6]) for start in range(0, len(leaves), 6)]
            if len(boxes) > across:
                boxes = [_in_rows(boxes, across)]
            item.children = [*leaves, *rest, *boxes]


def _stacked(leaves: list[Item]) -> Item:
    width = max(leaf.w for leaf in leaves) + INDENT
    height = sum(leaf.h for leaf in leaves) + STACK_GAP * (len(leaves) - 1)
    stack = Item(leaves[0].thing_id, width, height, False)
    y = 0.0
    for leaf in leaves:
        stack.leaves.append(Leaf(leaf.thing_id, Rect(INDENT, y, leaf.w, leaf.h)))
        y += leaf.h + STACK_GAP
    return stack


def _in_rows(boxes: list[Item], across: int) -> Item:
    """Set boxes in two or more rows of even length."""
    rows = -(-len(boxes) // across)
    if len(boxes) > 3 * across:
        rows = max(rows, round((len(boxes) / 3) ** 0.5))
    length = -(-len(boxes) // rows)
    grid = Item(boxes[0].thing_id, 0, 0, True)
    y = width = 0.0
    for start in range(0, len(boxes), length):
        row = boxes[start : start + length]
        x = 0.0
        for item in row:
            grid.leaves.append(Leaf(item.thing_id, Rect(x, y, item.w, item.h)))
            x += item.w + GAP
        width = max(width, x - GAP)
        y += max(item.h for item in row) + LEVEL_GAP
    grid.w, grid.h = width, y - LEVEL_GAP
    return grid
