"""Stretch: pull the corner of a school or group box; its contents set the least size."""

from modelbuilder.document import edits
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import label_of
from modelbuilder.document.records import Box, Document
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.events import Event
from modelbuilder.editor.gesture import Gesture
from modelbuilder.editor.tools.tool import NOTHING, Overlay
from modelbuilder.layout.boxes import snap


class Stretch:
    """Changes the least size of a box."""

    def __init__(self, desk: Desk, event: Event, box_id: ThingId) -> None:
        self.desk = desk
        self.start = event
        self.box_id = box_id
        self.overlay: Overlay = NOTHING
        self.rect = desk.page().rects[box_id]

    def move(self, event: Event) -> None:
        """Follow the pointer with the corner."""
        w = snap(max(0.0, self.rect.w + event.x - self.start.x))
        h = snap(max(0.0, self.rect.h + event.y - self.start.y))
        box_id, model_id = self.box_id, self.desk.model_id

        def edit(document: Document) -> Document:
            model = document.models.get(model_id)
            if model is None or (box_id not in model.groups and box_id not in model.placements):
                return document
            place = model.places.get(box_id, Box())
            return edits.move(document, model_id, {box_id: place.model_copy(update={"w": w, "h": h})})

        label = f"Resize {label_of(self.desk.document, self.desk.model, box_id)}"
        self.desk.session.hold(event.pointer, Gesture(label, model_id, edit, frozenset({box_id})))

    def release(self, event: Event) -> None:
        """Keep the size."""
        self.move(event)
        self.desk.session.release(event.pointer)

    def cancel(self) -> None:
        """Put the size back."""
        self.desk.session.drop(self.start.pointer)
