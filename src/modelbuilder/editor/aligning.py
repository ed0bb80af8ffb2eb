"""Lining up what is selected, and spreading it evenly; what stands in the way makes room."""

from collections.abc import Mapping
from typing import NamedTuple

from modelbuilder.document import edits
from modelbuilder.document.ids import ThingId
from modelbuilder.drawing.page import Page
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.dropping import neighbours, shifted
from modelbuilder.editor.fitting import fit_in
from modelbuilder.layout.boxes import STACK_GAP
from modelbuilder.layout.rect import Rect, bounds
from modelbuilder.layout.room import make_room


class Side(NamedTuple):
    """An edge or middle to line up at: its name, whether it is upright, and at what share of a thing it lies."""

    label: str
    upright: bool
    share: float


SIDES = {
    "left": Side("left edges", True, 0.0),
    "centre": Side("centres", True, 0.5),
    "right": Side("right edges", True, 1.0),
    "top": Side("top edges", False, 0.0),
    "middle": Side("middles", False, 0.5),
    "bottom": Side("bottom edges", False, 1.0),
}


def outermost(page: Page, chosen: frozenset[ThingId]) -> dict[ThingId, Rect]:
    """Return the rectangles of the selected things that stand in no other selected thing."""
    things = sorted(one for one in chosen if one in page.rects)
    return {one: page.rects[one] for one in things if chosen.isdisjoint(page.around(one))}


def can_align(desk: Desk) -> bool:
    """Tell whether there are at least two things to line up."""
    return len(desk.view.selection) > 1 and len(outermost(desk.page(), desk.view.selection)) > 1


def can_spread(desk: Desk) -> bool:
    """Tell whether there are at least three things to spread."""
    return len(desk.view.selection) > 2 and len(outermost(desk.page(), desk.view.selection)) > 2


def align(desk: Desk, key: str) -> None:
    """Line up what is selected at a side of all of it, as one step."""
    side = SIDES[key]
    _move(desk, f"Align {side.label}", aligned(outermost(desk.page(), desk.view.selection), side))


def spread(desk: Desk, way: str) -> None:
    """Make the gaps between what is selected even, `across` or `down`, as one step."""
    _move(desk, f"Distribute {way}", spread_out(outermost(desk.page(), desk.view.selection), across=way == "across"))


def aligned(rects: Mapping[ThingId, Rect], side: Side) -> dict[ThingId, Rect]:
    """Return rectangles lined up; what would then lie upon another goes on below or right of it, in order."""
    if not side.upright:
        return _turned(aligned(_turned(rects), side._replace(upright=True)))
    whole = bounds(rects.values()) or Rect(0, 0, 0, 0)
    found: dict[ThingId, Rect] = {}
    for one in sorted(rects, key=lambda one: (rects[one].cy, rects[one].cx)):
        rect = rects[one]._replace(x=whole.x + (whole.w - rects[one].w) * side.share)
        for other in found.values():
            if rect.meets(other):
                rect = rect._replace(y=other.bottom + STACK_GAP)
        found[one] = rect
    return found


def spread_out(rects: Mapping[ThingId, Rect], *, across: bool) -> dict[ThingId, Rect]:
    """Return rectangles with even gaps from the first to the last; where there is too little room, beyond the last."""
    if not across:
        return _turned(spread_out(_turned(rects), across=True))
    whole = bounds(rects.values()) or Rect(0, 0, 0, 0)
    room = whole.w - sum(rect.w for rect in rects.values())
    gap = max(STACK_GAP, room / max(1, len(rects) - 1))
    at, found = whole.x, dict[ThingId, Rect]()
    for one in sorted(rects, key=lambda one: (rects[one].cx, rects[one].cy)):
        found[one] = rects[one]._replace(x=at)
        at = found[one].right + gap
    return found


def _turned(rects: Mapping[ThingId, Rect]) -> dict[ThingId, Rect]:
    """Return rectangles with across and down exchanged."""
    return {one: Rect(rect.y, rect.x, rect.h, rect.w) for one, rect in rects.items()}


def _move(desk: Desk, label: str, wanted: Mapping[ThingId, Rect]) -> None:
    page, model_id = desk.page(), desk.model_id
    ways = {one: (rect.x - page.rects[one].x, rect.y - page.rects[one].y) for one, rect in wanted.items()}
    shifts = {one: way for one, way in ways.items() if way != (0, 0)}
    if not shifts:
        desk.say("They stand so already.")
        return
    for holder in {page.home.get(one) for one in wanted}:
        shifts |= _making_way(page, wanted, holder)
    boxes = shifted(page.model.places, shifts)
    desk.session.do(label, model_id, lambda document: fit_in(page, edits.move(document, model_id, boxes)))


def _making_way(
    page: Page, wanted: Mapping[ThingId, Rect], holder: ThingId | None
) -> dict[ThingId, tuple[float, float]]:
    """Return by how much the others in a box move for what is put at its place there."""
    here = page.holders.get(holder, [])
    fixed = {one for one in here if one in wanted} | page.pinned.intersection(here)
    near, boxes = neighbours(here, holder, page.frames, fixed)
    return make_room({one: wanted.get(one, page.rects[one]) for one in near}, fixed, boxes)
