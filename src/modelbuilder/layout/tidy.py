"""Tidy arrangement: levels by accountability, nobody overlapping, what a box holds inside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Box
from modelbuilder.layout.boxes import GAP, PADDING, STACK_GAP, Frame, snap
from modelbuilder.layout.forest import Item, Leaf, plant
from modelbuilder.layout.rect import Rect, bounds

INDENT = 30.0
_LEVEL_GAP = 64.0
_SATELLITE_GAP = 120.0
_TREE_GAP = 80.0
_STACK_FROM = 5
_ROW_OF_BOXES = 8
_WIDEST_SHIFT = 130.0
_NARROW = 760.0
_SIDE_TOP = 66.0


@dataclass(frozen=True)
class Plan:
    """What tidying needs to know of a model.

    `holders` lists what each box holds, in the order it should read; None is the page. `upward` are
    (lower, upper) pairs by accountability, the binding ones first. `beside` are (satellite, target)
    pairs: things that only help or advise. `columns` are boxes whose contents hang in one column.
    """

    holders: Mapping[ThingId | None, Sequence[ThingId]]
    frames: Mapping[ThingId, Frame]
    upward: Sequence[tuple[ThingId, ThingId]]
    beside: Sequence[tuple[ThingId, ThingId]] = ()
    columns: frozenset[ThingId] = frozenset()
    left: frozenset[ThingId] = field(default_factory=frozenset)


class _Meeting(NamedTuple):
    """A pair of the plan where its two sides stand in one holder: the pair, and the siblings that hold it."""

    lower: ThingId
    below: ThingId
    above: ThingId


def arrange(plan: Plan) -> dict[ThingId, Box]:
    """Return a place for every thing, relative to its holder; boxes get the size of what they hold."""
    places: dict[ThingId, Box] = {}
    home = {child: holder for holder, children in plan.holders.items() for child in children}
    _Arranger(plan, home, places).content(None)
    return places


class _Arranger:
    def __init__(self, plan: Plan, home: Mapping[ThingId, ThingId | None], places: dict[ThingId, Box]) -> None:
        self.plan = plan
        self.home = home
        self.places = places
        self.upward = self._meetings(plan.upward)
        self.beside = self._meetings(plan.beside)
        self.rising: dict[ThingId | None, list[tuple[ThingId, ThingId]]] = {}
        for lower, upper in plan.upward:
            self.rising.setdefault(home.get(lower), []).append((lower, upper))

    def _meetings(self, pairs: Iterable[tuple[ThingId, ThingId]]) -> dict[ThingId | None, list[_Meeting]]:
        """Sort pairs by the innermost holder that both sides stand in; none where one side holds the other."""
        found: dict[ThingId | None, list[_Meeting]] = {}
        for lower, upper in pairs:
            siblings = {self.home[step]: step for step in self._steps(lower)}
            above = next((step for step in self._steps(upper) if self.home[step] in siblings), None)
            if above is not None and (below := siblings[self.home[above]]) != above:
                found.setdefault(self.home[above], []).append(_Meeting(lower, below, above))
        return found

    def _steps(self, thing_id: ThingId | None) -> Iterator[ThingId]:
        """Yield a thing and the boxes around it, from the inside out."""
        while thing_id is not None and thing_id in self.home:
            yield thing_id
            thing_id = self.home[thing_id]

    def content(self, holder: ThingId | None) -> tuple[float, float]:
        """Arrange what a holder holds and return the width and height that it takes."""
        children = list(self.plan.holders.get(holder, ()))
        sizes: dict[ThingId, tuple[float, float]] = {}
        for child in children:
            frame = self.plan.frames[child]
            if frame.header is None:
                sizes[child] = (frame.w, frame.h)
                continue
            inner = self.content(child)
            empty = not self.plan.holders.get(child)
            w = max(frame.w, inner[0] + 2 * PADDING)
            h = frame.h if empty else max(frame.h, frame.header + inner[1] + PADDING)
            sizes[child] = (w, h)
        column = holder in self.plan.columns
        rects = (self._column if column else self._levels)(holder, children, sizes)
        whole = bounds(rects.values()) or Rect(0, 0, 0, 0)
        frame = self.plan.frames[holder] if holder is not None else Frame(0, 0, 0)
        left, top = (PADDING, frame.header or 0) if holder is not None else (0.0, 0.0)
        spare = max(0.0, frame.w - 2 * PADDING - whole.w) / 2 if holder is not None else 0.0
        leader = self._leader(holder, rects)
        if leader is not None:
            # The line to the leader comes in beside the name of the box, not through it.
            spare = max(spare, min(frame.name + 16 - left - rects[leader].cx + whole.x, _WIDEST_SHIFT))
        for child, rect in rects.items():
            own = self.plan.frames[child]
            size = {"w": rect.w, "h": rect.h} if own.header is not None else {}
            self.places[child] = Box(
                x=snap(rect.x - whole.x + left + spare, 1), y=snap(rect.y - whole.y + top, 1), **size
            )
        return whole.w + spare * (1 if column else 2), whole.h

    def _leader(self, holder: ThingId | None, rects: Mapping[ThingId, Rect]) -> ThingId | None:
        """Return the topmost card of a box from which a line goes up and out of the box."""
        if holder is None:
            return None
        rising = [
            lower
            for lower, upper in self.rising.get(holder, ())
            if lower in rects and upper != holder and holder not in map(self.home.get, self._steps(upper))
        ]
        return min(rising, key=lambda lower: (rects[lower].y, rects[lower].x), default=None)

    def _parents(self, holder: ThingId | None) -> dict[ThingId, ThingId]:
        """Choose one parent for each sibling, by the first line that binds it, without circles."""
        parents: dict[ThingId, ThingId] = {}
        for _, below, above in self.upward.get(holder, ()):
            if below in parents:
                continue
            step: ThingId | None = above
            while step is not None and step != below:
                step = parents.get(step)
            if step is None:
                parents[below] = above
        return parents

    def _ports(self, holder: ThingId | None, parents: Mapping[ThingId, ThingId]) -> dict[ThingId, float]:
        """Return where the line upward leaves each box: over its topmost card that answers to the box's parent."""
        spots: dict[ThingId, tuple[float, float]] = {}
        for lower, box, above in self.upward.get(holder, ()):
            if lower == box or parents.get(box) != above:
                continue
            x, y, step = self.plan.frames[lower].w / 2, 0.0, lower
            while step != box:
                x, y = x + self.places[step].x, y + self.places[step].y
                step = self.home[step] or box
            spots[box] = min(spots.get(box, (y, x)), (y, x))
        return {box: x for box, (_, x) in spots.items()}

    def _column(
        self, holder: ThingId | None, children: Sequence[ThingId], sizes: Mapping[ThingId, tuple[float, float]]
    ) -> dict[ThingId, Rect]:
        """Hang what answers to a leader under them, indented, in one column; bodies come last."""
        parents = self._parents(holder)
        rects: dict[ThingId, Rect] = {}
        y = 0.0

        def hang(child: ThingId, depth: int) -> None:
            nonlocal y
            w, h = sizes[child]
            rects[child] = Rect(depth * INDENT, y, w, h)
            y += h + STACK_GAP
            reports = [other for other in children if parents.get(other) == child]
            for other in reports:
                hang(other, depth + (len(reports) > 1))

        for child in children:
            if child not in parents:
                hang(child, 0)
        return rects

    def _levels(
        self, holder: ThingId | None, children: Sequence[ThingId], sizes: Mapping[ThingId, tuple[float, float]]
    ) -> dict[ThingId, Rect]:
        parents = self._parents(holder)
        ports = self._ports(holder, parents)
        beside: dict[ThingId, ThingId] = {}
        leading = set(parents.values())
        for _, here, there in self.beside.get(holder, ()):
            if self.plan.frames[here].header is None and here not in parents and here not in leading:
                beside.setdefault(here, there)
        beside = {here: there for here, there in beside.items() if there not in beside}
        items: dict[ThingId, Item] = {}
        for child in children:
            if child not in beside:
                w, h = sizes[child]
                is_box = self.plan.frames[child].header is not None
                items[child] = Item(child, w, h, is_box, port=ports.get(child) or w / 2)
        roots: list[Item] = []
        for child, item in items.items():
            parent = parents.get(child)
            (items[parent].children if parent else roots).append(item)
        self._stack(roots)
        rects = plant(roots, GAP, _TREE_GAP, _LEVEL_GAP)
        self._satellites(beside, sizes, rects)
        return rects

    def _stack(self, roots: Sequence[Item]) -> None:
        """Turn many plain reports of one leader into columns under them; wrap long rows of boxes."""
        pending = list(roots)
        while pending:
            item = pending.pop()
            ends = [child for child in item.children if not child.children]
            leaves = [child for child in ends if not child.is_box]
            boxes = [child for child in ends if child.is_box]
            rest = [child for child in item.children if child.children]
            pending.extend(rest)
            if len(leaves) >= _STACK_FROM or len(boxes) > _ROW_OF_BOXES:
                if len(leaves) >= _STACK_FROM:
                    leaves = [_stacked(leaves[start : start + 6]) for start in range(0, len(leaves), 6)]
                if len(boxes) > _ROW_OF_BOXES:
                    boxes = [_in_rows(boxes)]
                item.children = [*leaves, *rest, *boxes]

    def _satellites(
        self,
        beside: Mapping[ThingId, ThingId],
        sizes: Mapping[ThingId, tuple[float, float]],
        rects: dict[ThingId, Rect],
    ) -> None:
        """Set what only helps or advises beside what it helps, outside bodies on the left.

        Beside a card they stand in its row; beside a narrow box in a column, and over a wide box in
        the row above it.
        """
        sides: dict[tuple[ThingId, bool], int] = {}
        for satellite, target in beside.items():
            w, h = sizes[satellite]
            place = rects.get(target)
            if place is None:
                whole = bounds(rects.values()) or Rect(0, 0, 0, 0)
                rects[satellite] = Rect(whole.x, whole.bottom + GAP, w, h)
                continue
            left = satellite in self.plan.left
            is_box = self.plan.frames[target].header is not None
            if is_box and place.w <= _NARROW:
                number = sides[(target, left)] = sides.get((target, left), -1) + 1
                y = place.y + _SIDE_TOP + number * (h + STACK_GAP)
                x = place.x - _SATELLITE_GAP - w if left else place.right + _SATELLITE_GAP
                rects[satellite] = _free(Rect(x, y, w, h), rects.values(), -1 if left else 1, GAP / 2)
                continue
            y = place.y + (place.h - h) / 2
            if is_box:
                above = [rect for rect in rects.values() if rect.bottom <= place.y]
                y = max((rect.y for rect in above), default=place.y - h - GAP)
            row = [rect for rect in rects.values() if rect.y < y + h and y < rect.bottom]
            if is_box:
                start = Rect(place.x if left else place.right - w, y, w, h)
                inward = _free(start, row, 1 if left else -1, _SATELLITE_GAP / 2)
                if place.x <= inward.x and inward.right <= place.right:
                    rects[satellite] = inward
                    continue
            edge = bounds(row) or place
            rects[satellite] = Rect(edge.x - _SATELLITE_GAP - w if left else edge.right + _SATELLITE_GAP, y, w, h)


def _free(rect: Rect, others: Iterable[Rect], step: int, gap: float) -> Rect:
    """Return the rectangle moved sideways until it keeps clear of the others."""
    taken = list(others)
    while any(rect.grown(gap).meets(other) for other in taken):
        rect = rect.moved(step * GAP, 0)
    return rect


def _stacked(leaves: list[Item]) -> Item:
    width = max(leaf.w for leaf in leaves) + INDENT
    height = sum(leaf.h for leaf in leaves) + STACK_GAP * (len(leaves) - 1)
    stack = Item(leaves[0].thing_id, width, height, False)
    y = 0.0
    for leaf in leaves:
        stack.leaves.append(Leaf(leaf.thing_id, Rect(INDENT, y, leaf.w, leaf.h)))
        y += leaf.h + STACK_GAP
    return stack


def _in_rows(boxes: list[Item]) -> Item:
    """Set boxes in two or more rows of even length."""
    rows = -(-len(boxes) // _ROW_OF_BOXES)
    if len(boxes) > 3 * _ROW_OF_BOXES:
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
        y += max(item.h for item in row) + _LEVEL_GAP
    grid.w, grid.h = width, y - _LEVEL_GAP
    return grid
