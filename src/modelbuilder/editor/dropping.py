"""Where dragged things land: in which box, at which place, and what moves aside for them."""

from collections.abc import Collection, Iterable, Mapping
from operator import is_
from typing import Any

from modelbuilder.document import edits
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import table_of
from modelbuilder.document.records import Body, Box, Document, Line, Model, Post
from modelbuilder.drawing.page import Page
from modelbuilder.layout.boxes import GAP, PADDING, STACK_GAP, Frame, around
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
    ground = _Ground(page, {**page.frames, **frames} if frames else page.frames)
    left = {page.home.get(one) for one in wanted}
    for box in left:
        ground.holders[box] = [one for one in page.holders.get(box, ()) if one not in wanted]
    origin = corner(page, holder)
    dx, dy = _yielding(page, wanted, holder, ground.inside(holder), origin, ground.frames)
    places: dict[ThingId, Box] = {}
    for thing_id, rect in wanted.items():
        old = page.model.places.get(thing_id, Box())
        spot = rect.moved(dx, dy)
        places[thing_id] = old.model_copy(update={"x": spot.x - origin.x, "y": spot.y - origin.y})
        ground.rects[thing_id] = ground.dropped(thing_id, spot, old)
    ground.holders[holder] = [*ground.inside(holder), *wanted]
    levels = [holder, *page.around(holder)] if holder is not None else []
    for box in left:
        ground.redraw([step for step in _outwards(page, box) if step not in levels])
    fixed = set(wanted)
    for level in (*levels, None):
        places |= shifted(page.model.places, ground.make_way(level, fixed))
        if level is None or not ground.redraw([level]):
            break
        fixed = {level}
    return places


def neighbours(
    siblings: Collection[ThingId], holder: ThingId | None, frames: Mapping[ThingId, Frame], fixed: Collection[ThingId]
) -> tuple[list[ThingId], set[ThingId]]:
    """Return which siblings can be in each other's way, and which of them keep clear of all the rest.

    In a box that is everything; on the page itself plain cards may lie as a hand put them.
    """
    near = list(siblings)
    if holder is not None:
        return near, set(near)
    boxes = {one for one in near if frames[one].header is not None}
    return near if boxes & set(fixed) else [one for one in near if one in boxes or one in fixed], boxes


def shifted(places: Mapping[ThingId, Box], shifts: Mapping[ThingId, tuple[float, float]]) -> dict[ThingId, Box]:
    """Return the places of things that move by so much."""
    olds = {thing_id: places.get(thing_id, Box()) for thing_id in shifts}
    return {
        one: olds[one].model_copy(update={"x": olds[one].x + dx, "y": olds[one].y + dy})
        for one, (dx, dy) in shifts.items()
    }


def _outwards(page: Page, box: ThingId | None) -> list[ThingId]:
    return [] if box is None else [box, *page.around(box)]


class _Ground:
    """The page while something lands: what stands in each box, and the rectangles that differ by now."""

    def __init__(self, page: Page, frames: Mapping[ThingId, Frame]) -> None:
        self.page = page
        self.frames = frames
        self.holders: dict[ThingId | None, list[ThingId]] = {}
        self.rects: dict[ThingId, Rect] = {}

    def inside(self, holder: ThingId | None) -> list[ThingId]:
        """List what stands in a box by now."""
        found = self.holders.get(holder)
        return found if found is not None else self.page.holders.get(holder, [])

    def dropped(self, thing_id: ThingId, spot: Rect, old: Box) -> Rect:
        """Return the rectangle of a thing whose stored corner is dropped at a spot; a box may reach left of it."""
        drawn, frame = self.page.rects.get(thing_id), self.frames[thing_id]
        if drawn is None:
            return Rect(spot.x, spot.y, max(frame.w, old.w), max(frame.h, old.h))
        was = corner(self.page, self.page.home.get(thing_id))
        return drawn.moved(spot.x - was.x - old.x, spot.y - was.y - old.y)

    def redraw(self, boxes: Iterable[ThingId]) -> bool:
        """Draw boxes, the inner ones first, around what they hold by now; tell whether any differs from the page."""
        changed = False
        for box in boxes:
            inner = [self.rects.get(one) or self.page.rects[one] for one in self.inside(box)]
            place = self.page.model.places.get(box, Box())
            self.rects[box] = around(corner(self.page, box), self.frames[box], place, inner)
            changed |= self.rects[box] != self.page.rects[box]
        return changed

    def make_way(self, holder: ThingId | None, fixed: set[ThingId]) -> dict[ThingId, tuple[float, float]]:
        """Push aside what the fixed things of one box now cover, and return by how much.

        Where the fixed things are as large as before, nothing has to move.
        """
        if all(self.rects[one] == self.page.rects.get(one) for one in fixed):
            return {}
        fixed = fixed | self.page.pinned.intersection(self.inside(holder))
        near, boxes = neighbours(self.inside(holder), holder, self.frames, fixed)
        rects = {one: self.rects.get(one) or self.page.rects[one] for one in near}
        shifts = make_room(rects, fixed, boxes)
        self.rects.update((one, rects[one].moved(dx, dy)) for one, (dx, dy) in shifts.items())
        return shifts


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


_BESIDE_PLACES = tuple(name for name in Model.model_fields if name != "places")


class Rehoming:
    """Things carried into a box: what that makes of a document is worked out once, not at each move over the box."""

    def __init__(
        self, model_id: ModelId, things: tuple[ThingId, ...], leaving: tuple[ThingId, ...], holder: ThingId | None
    ) -> None:
        self.model_id = model_id
        self.things = things
        self.leaving = leaving
        self.holder = holder
        self._last: tuple[tuple[object, ...], dict[str, Any]] | None = None

    def put(self, document: Document, boxes: dict[ThingId, Box]) -> Document:
        """Return the document with the things in the box, at their places."""
        model = document.models.get(self.model_id)
        if model is None:
            return document
        known = {one for one in {*self.things, *boxes} if table_of(model, one) not in (None, "lines")}
        if known.isdisjoint(self.things):
            return document
        read = (document.people, document.schools, *(getattr(model, name) for name in _BESIDE_PLACES))
        if self._last is None or not all(map(is_, self._last[0], read)):
            self._last = read, self._changes(document, known)
        changed = self._last[1]
        document = edits.put_model(document, self.model_id, **changed) if changed else document
        return edits.carry(document, self.model_id, {one: box for one, box in boxes.items() if one in known})

    def _changes(self, document: Document, known: Collection[ThingId]) -> dict[str, Any]:
        """Return what becomes of the model beside its places: other hands move things at every moment."""
        before, after = (one.models[self.model_id] for one in (document, self._held(document, known)))
        fields = {name: getattr(after, name) for name in _BESIDE_PLACES}
        return {name: value for name, value in fields.items() if value is not getattr(before, name)}

    def _held(self, document: Document, known: Collection[ThingId]) -> Document:
        model, holder = document.models[self.model_id], self.holder
        if not self.leaving or (holder is not None and holder not in model.groups and holder not in model.placements):
            return document
        document = edits.hold(document, self.model_id, self.leaving, holder)
        for thing_id in self.leaving:
            if thing_id in known:
                document = join_holder(document, self.model_id, thing_id, holder)
        return document
