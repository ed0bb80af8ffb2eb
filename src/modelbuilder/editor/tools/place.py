"""Place: bring a new card from the palette or the tray onto the page."""

from modelbuilder.document import edits
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import label_of, table_of
from modelbuilder.document.permit import offers
from modelbuilder.document.records import Box, Document
from modelbuilder.drawing.faces import face
from modelbuilder.drawing.links import link
from modelbuilder.drawing.page import Page
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.dropping import box_at, join_holder, land
from modelbuilder.editor.events import Event
from modelbuilder.editor.gesture import Gesture
from modelbuilder.editor.newcomers import Kind, Newcomer, newcomer
from modelbuilder.editor.tools.tool import NOTHING, Overlay
from modelbuilder.layout.boxes import GAP, Frame
from modelbuilder.layout.rect import Point, Rect
from modelbuilder.layout.snapping import ruler, snap_to


class Place:
    """Carries a new thing under the pointer; it comes to be when it is let go over the canvas."""

    def __init__(self, desk: Desk, event: Event, kind: Kind) -> None:
        self.desk = desk
        self.start = event
        self.kind = kind
        self.overlay: Overlay = NOTHING
        self.page = desk.page()
        self._draw_new()
        self.under: ThingId | None = None
        self._ruler = ruler(self.page.rects[one] for one in list(self.page.holders.get(None, ()))[:4000])

    def _draw_new(self) -> None:
        self.new = newcomer(self.desk.session.trial, self.kind)
        self.frame = frame_of(self.desk.document, self.desk.model_id, self.new)

    def _is_mine(self, event: Event) -> bool:
        """Tell whether the thing is this hand's own: another may have brought one of the same id meanwhile."""
        held = self.desk.session.holder(self.new.thing_id) == event.pointer
        return held and table_of(self.desk.model, self.new.thing_id) is None

    def move(self, event: Event) -> None:
        """Show the thing under the pointer while it is over the canvas."""
        if not event.over_canvas:
            self.overlay = NOTHING
            self.desk.session.drop(event.pointer)
            return
        self.page = self.desk.page()
        if not self._is_mine(event):
            self._draw_new()
        rect = Rect(event.x - self.frame.w / 2, event.y - self.frame.h / 2, self.frame.w, self.frame.h)
        self.under = self._post_under(event)
        holder = self._holder(event)
        if self.under is not None:
            below = self.page.rects[self.under]
            rect = Rect(below.x, below.bottom + GAP, rect.w, rect.h)
        else:
            snapped = snap_to(rect, self._ruler, 8.0 / event.zoom)
            rect = rect.moved(snapped.dx, snapped.dy)
            self.overlay = Overlay(guides=snapped.guides, target=holder)
        if self.under is not None:
            self.overlay = Overlay(target=self.under)
        if self.under is not None and self.kind.table == "figures":
            if not self.desk.session.hold(event.pointer, self._appointing(self.under)):
                self.desk.session.drop(event.pointer)
            return
        self.desk.session.hold(event.pointer, place_gesture(self.page, self.new, self.frame, rect, holder))

    def _holder(self, event: Event) -> ThingId | None:
        if self.kind.table == "stickies":
            return None
        return box_at(self.page, event.x, event.y, (), for_school=self.kind.is_box)

    def _post_under(self, event: Event) -> ThingId | None:
        if self.kind.table not in ("posts", "figures"):
            return None
        return next((one for one in self.page.model.posts if self.page.rects[one].holds(event.x, event.y)), None)

    def _appointing(self, post_id: ThingId) -> Gesture:
        """Return the gesture by which a person from the tray takes a post."""
        model_id, person_id = self.page.model_id, self.new.thing_id

        def edit(document: Document) -> Document:
            if person_id not in document.people:
                return document
            return edits.change(document, model_id, post_id, person=person_id, status="")

        label = f"Give {self.kind.label} the post of {label_of(self.desk.document, self.desk.model, post_id)}"
        return Gesture(label.replace("\n", " "), model_id, edit, frozenset({person_id, post_id}))

    def release(self, event: Event) -> None:
        """Add the thing here and select it; dropped on a post, it stands below and a line is offered.

        A person from the tray who is dropped on a post takes it.
        """
        self.move(event)
        self.overlay = NOTHING
        if not event.over_canvas:
            return
        if self.desk.session.release(event.pointer):
            if self.kind.table == "figures" and self.under is not None:
                self.desk.select(self.under)
                return
            self.desk.select(self.new.thing_id)
            if self.under is not None:
                found = offers(self.desk.document, self.desk.model, self.new.thing_id, self.under)
                self.desk.offer(found, Point(event.x, event.y))

    def cancel(self) -> None:
        """Leave the page without the thing."""
        self.overlay = NOTHING
        self.desk.session.drop(self.start.pointer)


def frame_of(document: Document, model_id: ModelId, new: Newcomer) -> Frame:
    """Return the size that a new thing will have."""
    document = new.add(document, model_id)
    model = document.models[model_id]
    return face(document, model, link(model), new.thing_id).frame()


def place_gesture(page: Page, new: Newcomer, frame: Frame, rect: Rect, holder: ThingId | None) -> Gesture:
    """Return the gesture that adds a new thing at a rectangle of the page, in a box or on the page."""
    boxes = land(page, {new.thing_id: rect}, holder, {new.thing_id: frame})
    model_id = page.model_id

    def edit(document: Document) -> Document:
        return _added(document, model_id, new, boxes, holder)

    return Gesture(f"Add {new.label}", model_id, edit, frozenset({new.thing_id}))


def _added(
    document: Document, model_id: ModelId, new: Newcomer, boxes: dict[ThingId, Box], holder: ThingId | None
) -> Document:
    if model_id not in document.models:
        return document
    document = new.add(document, model_id)
    model = document.models[model_id]
    known = model.posts.keys() | model.bodies.keys() | model.groups.keys() | model.placements.keys()
    known |= model.figures.keys() | model.stickies.keys()
    document = edits.move(document, model_id, {one: box for one, box in boxes.items() if one in known})
    if holder is not None and (holder in model.groups or holder in model.placements):
        document = edits.hold(document, model_id, [new.thing_id], holder)
        document = join_holder(document, model_id, new.thing_id, holder)
    return document
