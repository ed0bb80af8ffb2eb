"""Tidy arrangement: levels by accountability, nobody overlapping, what a box holds inside it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Box
from modelbuilder.layout.boxes import GAP, PADDING, STACK_GAP, Frame, snap
from modelbuilder.layout.forest import Item, Leaf, plant
from modelbuilder.layout.pins import around_pins
from modelbuilder.layout.plan import Plan
from modelbuilder.layout.rect import Point, Rect, bounds
from modelbuilder.layout.satellites import set_between, set_satellites
from modelbuilder.layout.siblings import Meeting, is_box, sort
from modelbuilder.layout.stacks import INDENT, LEVEL_GAP, stack

_TREE_GAP = 80.0
_WIDEST_SHIFT = 130.0
_UNEVEN = 160.0
"""How much sibling schools may differ in width and still be made equal."""
_ROOMY = 4
"""Up to so many schools in a row have as much room right of their cards as left; more have to stand close."""


def arrange(plan: Plan) -> dict[ThingId, Box]:
    """Return a place for every thing, relative to its holder; boxes get the size of what they hold."""
    home = {child: holder for holder, children in plan.holders.items() for child in children}
    arranger = _Arranger(plan, home)
    arranger.content(None)
    return {thing_id: _box(plan, thing_id, spot) for thing_id, spot in arranger.spots.items()}


def _box(plan: Plan, thing_id: ThingId, spot: Rect) -> Box:
    size = {"w": spot.w, "h": spot.h} if plan.frames[thing_id].header is not None else {}
    x, y = plan.pins.get(thing_id) or Point(snap(spot.x, 1), snap(spot.y, 1))
    return Box(x=x, y=y, **size)


class _Arranger:
    """Arranges from the inside out. `spots` are relative to the holder, `axes` the middles of columns.

    `reach` is how far a box with pinned contents reaches left of and above its corner.
    """

    def __init__(self, plan: Plan, home: Mapping[ThingId, ThingId | None]) -> None:
        self.plan = plan
        self.home = home
        self.spots: dict[ThingId, Rect] = {}
        self.axes: dict[ThingId, float] = {}
        self.reach: dict[ThingId, Point] = {}
        self.upward = self._meetings(plan.upward)
        self.beside = self._meetings(plan.beside)
        self.rising: dict[ThingId | None, list[tuple[ThingId, ThingId]]] = {}
        for lower, upper in plan.upward:
            self.rising.setdefault(home.get(lower), []).append((lower, upper))

    def _meetings(self, pairs: Iterable[tuple[ThingId, ThingId]]) -> dict[ThingId | None, list[Meeting]]:
        """Sort pairs by the innermost holder that both sides stand in; none where one side holds the other."""
        found: dict[ThingId | None, list[Meeting]] = {}
        for lower, upper in pairs:
            siblings = {self.home[step]: step for step in self._steps(lower)}
            above = next((step for step in self._steps(upper) if self.home[step] in siblings), None)
            if above is not None and (below := siblings[self.home[above]]) != above:
                found.setdefault(self.home[above], []).append(Meeting(lower, below, above))
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
        self._even(children, sizes)
        column = self._in_column(holder, children)
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
            self.spots[child] = rect.moved(left + spare - whole.x, top - whole.y)
        if any(child in self.plan.pins for child in children):
            return self._hold(holder, children, sizes)
        if column and holder is not None and rects:
            self.axes[holder] = left + spare - whole.x
        row = self.plan.holders.get(self.home.get(holder), ()) if holder is not None else ()
        narrow = column and sum(one in self.plan.columns for one in row) > _ROOMY
        return whole.w + spare * (1 if narrow else 2), whole.h

    def _in_column(self, holder: ThingId | None, children: Sequence[ThingId]) -> bool:
        chosen = self.plan.measures.chosen
        return holder in self.plan.columns and "row" not in map(chosen.get, (holder, *children))

    def _hold(
        self, holder: ThingId | None, children: Sequence[ThingId], sizes: Mapping[ThingId, tuple[float, float]]
    ) -> tuple[float, float]:
        """Set what is pinned at its place and the rest around it; return the width and height that all takes."""
        pins: dict[ThingId, Rect] = {}
        for child in children:
            if (place := self.plan.pins.get(child)) is not None:
                dx, dy = self.reach.get(child, Point(0, 0))
                w, h = sizes[child]
                self.spots[child] = Rect(*place, w, h)
                pins[child] = Rect(place.x + dx, place.y + dy, w - dx, h - dy)
        header = self.plan.frames[holder].header or 0.0 if holder is not None else 0.0
        least = Point(PADDING, header) if holder is not None else None
        self.spots |= around_pins({child: self.spots[child] for child in children}, pins, least, GAP)
        whole = bounds([*(self.spots[child] for child in children if child not in pins), *pins.values()])
        assert whole is not None
        if holder is not None:
            self.reach[holder] = Point(min(0.0, whole.x - PADDING), min(0.0, whole.y - header))
        return whole.right - PADDING, whole.bottom - header

    def _even(self, children: Sequence[ThingId], sizes: dict[ThingId, tuple[float, float]]) -> None:
        """Make sibling schools equally wide, and set their columns alike, where they differ by little.

        Heights are made equal where they differ by less than a card.
        """
        schools = [child for child in children if child in self.plan.columns and child not in self.plan.pins]
        if len(schools) < 2:
            return
        headers = {school: self.plan.frames[school].header or 0.0 for school in schools}
        deepest = _evened(headers, _UNEVEN)
        axes = _evened({school: self.axes[school] for school in schools if school in self.axes}, _UNEVEN)
        widths: dict[ThingId, float] = {}
        heights: dict[ThingId, float] = {}
        for school in schools:
            right = axes[school] - self.axes[school] if school in axes else 0.0
            down = deepest[school] - headers[school]
            for child in self.plan.holders.get(school, ()):
                self.spots[child] = self.spots[child].moved(right, down)
            widths[school], heights[school] = sizes[school][0] + right, sizes[school][1] + down
        widths, heights = _evened(widths, _UNEVEN), _evened(heights, GAP)
        sizes.update((school, (widths[school], heights[school])) for school in schools)

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
        asides = self._asides(holder)
        for _, below, above in self.upward.get(holder, ()):
            if below in parents or below in asides:
                continue
            step: ThingId | None = above
            while step is not None and step != below:
                step = parents.get(step)
            if step is None:
                parents[below] = above
        return parents

    def _asides(self, holder: ThingId | None) -> dict[ThingId, ThingId]:
        """Return beside whom each card stands that is to stand beside its leader; not where somebody answers to it."""
        pairs = self.upward.get(holder, ())
        leading = {above for _, _, above in pairs}
        found: dict[ThingId, ThingId] = {}
        for lower, below, above in pairs:
            if lower == below and below in self.plan.asides and self.plan.frames[above].header is None:
                found.setdefault(below, above)
        return {below: above for below, above in found.items() if below not in leading}

    def _ports(self, holder: ThingId | None, parents: Mapping[ThingId, ThingId]) -> dict[ThingId, float]:
        """Return where the line upward leaves each box: over its topmost card that answers to the box's parent."""
        spots: dict[ThingId, tuple[float, float]] = {}
        for lower, box, above in self.upward.get(holder, ()):
            if lower == box or parents.get(box) != above:
                continue
            x, y, step = self.plan.frames[lower].w / 2, 0.0, lower
            while step != box:
                x, y = x + self.spots[step].x, y + self.spots[step].y
                step = self.home[step] or box
            spots[box] = min(spots.get(box, (y, x)), (y, x))
        return {box: x for box, (_, x) in spots.items()}

    def _column(
        self, holder: ThingId | None, children: Sequence[ThingId], sizes: Mapping[ThingId, tuple[float, float]]
    ) -> dict[ThingId, Rect]:
        """Hang what answers to a leader under them in one column; bodies come last.

        Several of one leader are indented, and so is all that answers to them, or to one of several leaders. What is
        not has its middle at 0.
        """
        parents, asides = self._parents(holder), self._asides(holder)
        team = sort(children, parents, asides, self.upward.get(holder, ()), self.plan, column=True)
        rects: dict[ThingId, Rect] = {}
        y = 0.0

        def hang(child: ThingId, x: float, *, indented: bool) -> None:
            nonlocal y
            w, h = sizes[child]
            rects[child] = Rect(x, y, w, h)
            right = x + w
            for aside in team.beside.get(child, ()):
                rects[aside] = Rect(right + GAP, y, *sizes[aside])
                right, h = rects[aside].right, max(h, sizes[aside][1])
            y += h + STACK_GAP
            reports = team.under.get(child, ())
            indented = indented or len(reports) > 1
            for other in reports:
                hang(other, x + INDENT if indented else x + (w - sizes[other][0]) / 2, indented=indented)

        several = sum(one not in self.plan.last for one in team.roots) > 1
        for child in sorted(team.roots, key=lambda one: one in self.plan.last):
            hang(child, -sizes[child][0] / 2, indented=several)
        return rects

    def _levels(
        self, holder: ThingId | None, children: Sequence[ThingId], sizes: Mapping[ThingId, tuple[float, float]]
    ) -> dict[ThingId, Rect]:
        parents, asides = self._parents(holder), self._asides(holder)
        ports = self._ports(holder, parents)
        beside: dict[ThingId, ThingId] = {}
        taken = {*parents, *parents.values(), *asides, *asides.values()}
        for _, here, there in self.beside.get(holder, ()):
            if self.plan.frames[here].header is None and here not in taken:
                beside.setdefault(here, there)
        beside = {here: there for here, there in beside.items() if there not in beside}
        rest = [child for child in children if child not in beside]
        team = sort(rest, parents, asides, self.upward.get(holder, ()), self.plan)
        items: dict[ThingId, Item] = {}
        for child in (child for siblings in (team.roots, *team.under.values()) for child in siblings):
            w, h = sizes[child]
            items[child] = Item(child, w, h, is_box(self.plan, child), port=ports.get(child) or w / 2)
        roots = [items[child] for child in team.roots]
        for leader, reports in team.under.items():
            items[leader].children = [items[child] for child in reports]
        for leader, aides in team.beside.items():
            for aside in aides:
                _set_beside(items[leader], aside, *sizes[aside])
        stack(roots, holder, self.plan.measures)
        rects = plant(roots, GAP, _TREE_GAP, LEVEL_GAP)
        set_between([(low, up) for _, low, up in self.upward.get(holder, ())], parents, self.plan, rects)
        set_satellites(beside, sizes, self.plan, rects)
        return rects


def _set_beside(leader: Item, aside: ThingId, w: float, h: float) -> None:
    """Let a card stand right of its leader, as one item with it."""
    leader.leaves = leader.leaves or [Leaf(leader.thing_id, Rect(0, 0, leader.w, leader.h))]
    leader.leaves.append(Leaf(aside, Rect(leader.w + GAP, 0, w, h)))
    leader.w, leader.h = leader.w + GAP + w, max(leader.h, h)


def _evened(measures: Mapping[ThingId, float], most: float) -> dict[ThingId, float]:
    """Raise each measure to the largest one that is above it by no more than that."""
    known = sorted(measures.values())
    return {one: known[bisect_right(known, measure + most) - 1] for one, measure in measures.items()}
