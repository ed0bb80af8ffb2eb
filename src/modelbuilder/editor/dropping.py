"""Where dragged things land: in which box, at which place, and what moves aside for them."""

from collections.abc import Collection, Mapping

from modelbuilder.document import edits
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Body, Box, Document, Line, Post
from modelbuilder.drawing.page import Page
from modelbuilder.layout.boxes import GAP, PADDING, STACK_GAP, Frame, drawn_boxes
from modelbuilder.layout.rect import Point, Rect, bounds
from modelbuilder.layout.room import find_room, make_room
from modelbuilder.vocabulary.bodies import BOARDS
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.roles import SCHOOL_LEADERS


def box_at(page: Page, x: float, y: float, without: Collection[ThingId], *, for_school: bool) -> ThingId | None:
    """Return the innermost box under a point that may hold what is dragged."""
    best: ThingId | None = None
    depth = -1
    for thing_id in page.boxes_at(x, y):
        if thing_id in without or (for_school and thing_id in page.model.placements):
            continue
        if (here := page.depth(thing_id)) > depth:
            best, depth = thing_id, here
    return best


def corner(page: Page, holder: ThingId | None) -> Point:
    """Return the corner that the places in a box are counted from."""
    x = y = 0.0
    while holder is not None:
        place = page.model.places.get(holder, Box())
        x, y, holder = x + place.x, y + place.y, page.home.get(holder)
    return Point(x, y)


def land(
    page: Page, wanted: Mapping[ThingId, Rect], holder: ThingId | None, frames: Mapping[ThingId, Frame] | None = None
) -> dict[ThingId, Box]:
    """Return the places of things dropped at page rectangles into a box, and of all that makes room.

    `frames` are those of things that the page does not show yet.
    """
    known = {**page.frames, **frames} if frames else page.frames
    origin = corner(page, holder)
    places = page.model.places.copy()
    left = {page.home.get(one) for one in wanted}
    holders = {**page.holders, **{box: [one for one in page.holders.get(box, ()) if one not in wanted] for box in left}}
    dx, dy = _yielding(page, wanted, holder, holders.get(holder, []), origin, known)
    for thing_id, rect in wanted.items():
        old = places.get(thing_id, Box())
        places[thing_id] = old.model_copy(update={"x": rect.x + dx - origin.x, "y": rect.y + dy - origin.y})
    holders[holder] = [*holders.get(holder, []), *wanted]
    changed = set(wanted)
    stale = {around for one in (holder, *left) if one is not None for around in (one, *page.around(one))}.union(wanted)
    _settle_level(page, stale, holders, known, places, holder, set(wanted), changed)
    step = holder
    while step is not None:
        above = page.home.get(step)
        _settle_level(page, stale, holders, known, places, above, {step}, changed)
        step = above
    return {thing_id: places[thing_id] for thing_id in changed}


def _yielding(
    page: Page,
    wanted: Mapping[ThingId, Rect],
    holder: ThingId | None,
    siblings: Collection[ThingId],
    origin: Point,
    frames: Mapping[ThingId, Frame],
) -> tuple[float, float]:
    """Return how far dropped things move aside for what stands in the box already."""
    whole = bounds(wanted.values())
    if holder is None or whole is None:
        return 0.0, 0.0
    least = Point(origin.x + PADDING, origin.y + (frames[holder].header or 0.0))
    inside = whole._replace(x=max(whole.x, least.x), y=max(whole.y, least.y))
    boxes = any(frames[one].header is not None for one in (*wanted, *siblings))
    spot = find_room(inside, [page.rects[one] for one in siblings], least, GAP if boxes else STACK_GAP)
    return spot.x - whole.x, spot.y - whole.y


def _settle_level(
    page: Page,
    stale: set[ThingId],
    holders: Mapping[ThingId | None, list[ThingId]],
    frames: Mapping[ThingId, Frame],
    places: dict[ThingId, Box],
    holder: ThingId | None,
    fixed: set[ThingId],
    changed: set[ThingId],
) -> None:
    """Push aside what the fixed things of one box now cover, and note whose place changed.

    Only the `stale` things are drawn anew; the others stand as on the page. Where the fixed things are
    as large as before, nothing has to move.
    """
    siblings = holders.get(holder, [])
    boxes = {one for one in siblings if frames[one].header is not None}
    if holder is None and not (boxes & fixed):
        near = [one for one in siblings if one in boxes or one in fixed]
    else:
        near = list(siblings)
        boxes = set(siblings) if holder is not None else boxes
    if len(near) < 2:
        return
    fresh = drawn_boxes({**holders, None: [one for one in near if one in stale]}, frames, places)
    x, y = corner(page, holder)
    if all(fresh[one].moved(x, y) == page.rects.get(one) for one in fixed):
        return
    rects = {one: fresh[one] if one in stale else page.rects[one].moved(-x, -y) for one in near}
    shifts = make_room(rects, fixed, boxes)
    for thing_id, (dx, dy) in shifts.items():
        place = places.get(thing_id, Box())
        places[thing_id] = place.model_copy(update={"x": place.x + dx, "y": place.y + dy})
        changed.add(thing_id)


def join_holder(document: Document, model_id: ModelId, thing_id: ThingId, holder: ThingId | None) -> Document:
    """Draw the line that comes with a place: a head leads the school they stand in, a board governs its box."""
    model = document.models[model_id]
    if holder is None:
        return document
    thing = model.posts.get(thing_id) or model.bodies.get(thing_id)
    if isinstance(thing, Post) and thing.role in SCHOOL_LEADERS and holder in model.placements:
        mode = {"acting_headteacher": "acting", "co_headteacher": "co"}.get(thing.role, "head")
        return _with_line(document, model_id, Line(kind="leads", source=thing_id, target=holder, mode=mode))
    if isinstance(thing, Body) and thing.kind in BOARDS:
        return _with_line(document, model_id, Line(kind="governs", source=thing_id, target=holder))
    if thing_id in model.placements and holder in model.groups:
        kind = GROUPS[model.groups[holder].kind]
        said = document.schools[thing_id].category or model.placements[thing_id].category
        if kind.binding and not said:
            return edits.change(document, model_id, thing_id, category="academy" if kind.trust else "maintained")
    return document


def _with_line(document: Document, model_id: ModelId, line: Line) -> Document:
    model = document.models[model_id]
    for line_id, other in model.lines.items():
        if other.kind == line.kind and other.source == line.source:
            if other.target != line.target and line.kind == "leads" and other.mode == line.mode:
                return edits.change(document, model_id, line_id, target=line.target)
            return document
    return edits.add_line(document, model_id, line)
