"""A tidy forest: real sizes, parents centred over their children, boxes on one level, no overlap."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from modelbuilder.document.ids import ThingId
from modelbuilder.layout.rect import Rect

_CHANNEL = 20.0
"""Half the width kept free for a line that passes a level."""


class Leaf(NamedTuple):
    """A thing inside a stacked item, at its place in it."""

    thing_id: ThingId
    rect: Rect


@dataclass
class Item:
    """A card, a box, or several stacked as one, with what hangs below it; lines go up from `port`."""

    thing_id: ThingId
    w: float
    h: float
    is_box: bool
    children: list["Item"] = field(default_factory=list)
    leaves: list[Leaf] = field(default_factory=list)
    port: float = 0.0
    level: int = 0
    x: float = 0.0


def plant(roots: Sequence[Item], gap: float, tree_gap: float, level_gap: float) -> dict[ThingId, Rect]:
    """Return the rectangle of every thing; `gap` is between neighbours, `level_gap` between levels."""
    for root in roots:
        _set_levels(root, 0)
    items = [item for root in roots for item in _walk(root)]
    _align_boxes(roots)
    tops = _tops(items, level_gap)
    edge: dict[int, float] = {}
    for root in roots:
        contour = _place(root, gap)
        shift = max((edge[level] + tree_gap - left for level, (left, _) in contour.items() if level in edge), default=0)
        if not edge:
            shift = 0
        _shift(root, shift)
        for level, (_, right) in contour.items():
            edge[level] = max(edge.get(level, right + shift), right + shift)
    rects: dict[ThingId, Rect] = {}
    for item in items:
        top = tops[item.level]
        if item.leaves:
            rects |= {leaf.thing_id: leaf.rect.moved(item.x, top) for leaf in item.leaves}
        else:
            rects[item.thing_id] = Rect(item.x, top, item.w, item.h)
    return rects


def _walk(item: Item) -> list[Item]:
    found, pending = [], [item]
    while pending:
        one = pending.pop()
        found.append(one)
        pending.extend(reversed(one.children))
    return found


def _set_levels(root: Item, level: int) -> None:
    root.level = level
    for item in _walk(root):
        for child in item.children:
            child.level = item.level + 1


def _align_boxes(roots: Sequence[Item]) -> None:
    """Bring boxes that nothing hangs below to the level of the deepest one of their tree."""
    for root in roots:
        boxes = [item for item in _walk(root) if item.is_box and not item.children]
        deepest = max((box.level for box in boxes), default=0)
        for box in boxes:
            if box is not root:
                box.level = deepest


def _tops(items: Sequence[Item], level_gap: float) -> dict[int, float]:
    heights: dict[int, float] = {}
    for item in items:
        heights[item.level] = max(heights.get(item.level, 0), item.h)
    tops: dict[int, float] = {}
    y = 0.0
    for level in sorted(heights):
        tops[level] = y
        y += heights[level] + level_gap
    return tops


_Contour = dict[int, tuple[float, float]]


def _place(item: Item, gap: float) -> _Contour:
    """Place an item over the middle of its children and return how far its tree reaches on each level.

    Over rows of boxes it stands where their lines go up, so that those of the lower rows find their way past the upper.
    """
    merged: _Contour = {}
    for child in item.children:
        contour = _place(child, gap)
        middle = child.x + child.port
        for level in range(item.level + 1, child.level):
            contour[level] = (middle - _CHANNEL, middle + _CHANNEL)
        shift = max(
            (merged[level][1] + gap - left for level, (left, _) in contour.items() if level in merged), default=0.0
        )
        _shift(child, shift)
        for level, (left, right) in contour.items():
            before = merged.get(level, (left + shift, right + shift))
            merged[level] = (min(before[0], left + shift), max(before[1], right + shift))
    if item.children:
        ports = [child.x + child.port for child in item.children]
        rows = [child.x + child.port for child in item.children if child.is_box and child.leaves]
        middle = rows[0] if rows else (ports[0] + ports[-1]) / 2
        near = [port for port in ports if abs(port - middle) <= _CHANNEL]
        item.x = min(near, key=lambda port: abs(port - middle), default=middle) - item.port
    merged[item.level] = (item.x, item.x + item.w)
    return merged


def _shift(root: Item, by: float) -> None:
    if by:
        for item in _walk(root):
            item.x += by
