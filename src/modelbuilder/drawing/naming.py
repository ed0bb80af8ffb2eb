"""The names of all lines of a page, set one after another, and kept where nothing near them changed."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import copysign
from typing import TYPE_CHECKING, TypeAlias

from modelbuilder.document.ids import ThingId
from modelbuilder.drawing.names import Name, is_named, quick_name, reach_of, set_name
from modelbuilder.drawing.obstacles import Obstacles
from modelbuilder.drawing.routing import Route, boxes_of, obstacles_of
from modelbuilder.layout.rect import Point, Rect, bounds
from modelbuilder.vocabulary.lines import LINES
from modelbuilder.vocabulary.strokes import Tip

if TYPE_CHECKING:
    from modelbuilder.drawing.page import Page

_Run: TypeAlias = tuple[ThingId, int]
_HALF = 2.0
_TIP, _TIP_HALF = 16.0, 8.0
_AIR = 5.0
"""What a name keeps off a card more than off a line."""
_BEYOND = 400.0


def names_of(page: "Page", kept: Mapping[ThingId, Name], spots: Iterable[Rect]) -> dict[ThingId, Name]:
    """Set the names of a page's lines in their order, each clear of those before it.

    `spots` are the parts of the page that changed since the kept names were set: a name stays that
    reaches into none of them, which is what setting it anew would come to.
    """
    lines = [line_id for line_id in page.links.drawn if is_named(page.model.lines[line_id].kind)]
    if not lines:
        return {}
    changed = list(spots)
    whole = bounds(changed)
    stale = (old.reach for old in kept.values() if whole is not None and whole.meets(old.reach))
    ground = _Ground(page, bounds([*changed, *stale]) or page.bounds())
    names: dict[ThingId, Name] = {}
    for line_id in lines:
        old = kept.get(line_id)
        near = whole is not None and old is not None and whole.meets(old.reach)
        if old is not None and not (near and any(spot.meets(old.reach) for spot in changed)):
            name = old
        else:
            name = ground.name(line_id)
            if kept and name != old:
                changed += [one.rect.grown(_HALF) for one in (old, name) if one is not None]
                whole = bounds(changed)
        names[line_id] = name
        if name.words:
            ground.names.add(line_id, name.rect)
    return names


def quick_names(page: "Page", routes: Mapping[ThingId, Route]) -> dict[ThingId, Name]:
    """Set the names of the lines that a hand moves, each for itself."""
    kinds = ((line_id, page.model.lines[line_id].kind) for line_id in routes)
    return {line_id: quick_name(kind, routes[line_id]) for line_id, kind in kinds if is_named(kind)}


def spots_of(route: Route) -> list[Rect]:
    """Return what a line covers: its runs, with room for its tips."""
    return [_run(a, b).grown(_TIP_HALF) for a, b in pairwise(route)]


class _Ground:
    """What a page holds that names keep clear of; of its lines only what lies in a window."""

    def __init__(self, page: "Page", window: Rect | None) -> None:
        self.page = page
        self.names: Obstacles[ThingId] = Obstacles({})
        self._window = window or Rect(0, 0, 0, 0)
        self._runs: Obstacles[_Run] | None = None

    def name(self, line_id: ThingId) -> Name:
        """Set the name of a line."""
        kind, route = self.page.model.lines[line_id].kind, self.page.routes[line_id]
        reach = reach_of(kind, route)
        if self._runs is None or not self._window.covers(reach):
            self._window = (bounds([self._window, reach]) or reach).grown(_BEYOND)
            self._runs = Obstacles(dict(_runs(self.page, self._window)))
        return set_name(kind, route, self._taken, lambda spot: self._taken(spot, line_id), self._edges)

    def _taken(self, spot: Rect, without: ThingId | None = None) -> Iterator[Rect]:
        """Yield cards, names of boxes, lines and names set before; of one line the tips only."""
        assert self._runs is not None
        yield from (rect.grown(_AIR) for rect in obstacles_of(self.page).meeting(spot.grown(_AIR)).values())
        yield from self.names.meeting(spot).values()
        for (line_id, index), rect in self._runs.meeting(spot).items():
            if line_id != without or index < 0:
                yield rect

    def _edges(self, spot: Rect) -> Iterator[Rect]:
        for rect in boxes_of(self.page).meeting(spot).values():
            if not rect.covers(spot):
                sides = (
                    Rect(rect.x, rect.y, 0, rect.h),
                    Rect(rect.right, rect.y, 0, rect.h),
                    Rect(rect.x, rect.y, rect.w, 0),
                    Rect(rect.x, rect.bottom, rect.w, 0),
                )
                yield from (side.grown(1) for side in sides if side.grown(1).meets(spot))


def _runs(page: "Page", window: Rect) -> Iterator[tuple[_Run, Rect]]:
    """Yield the runs of all lines in a part of the page by their number, and their tips by -1 and -2."""
    lines = page.model.lines
    left, top, right, bottom = window.x, window.y, window.right, window.bottom
    for line_id, route in page.routes.items():
        met = False
        for index, ((ax, ay), (bx, by)) in enumerate(pairwise(route)):
            x, w = (ax, bx - ax) if ax < bx else (bx, ax - bx)
            y, h = (ay, by - ay) if ay < by else (by, ay - by)
            if x <= right and x + w >= left and y <= bottom and y + h >= top:
                met = True
                yield (line_id, index), Rect(x - _HALF, y - _HALF, w + 2 * _HALF, h + 2 * _HALF)
        if met:
            kind = LINES[lines[line_id].kind]
            if kind.head is not Tip.NONE:
                yield (line_id, -1), _tip(route[-2], route[-1])
            if kind.tail is not Tip.NONE:
                yield (line_id, -2), _tip(route[1], route[0])


def _run(a: Point, b: Point) -> Rect:
    return Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))


def _tip(before: Point, at: Point) -> Rect:
    dx, dy = before.x - at.x, before.y - at.y
    back = Point(
        at.x + copysign(min(_TIP, abs(dx)), dx),
        at.y + copysign(min(_TIP, abs(dy)), dy),
    )
    return _run(at, back).grown(_TIP_HALF)
