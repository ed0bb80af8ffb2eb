"""Erase: rub out the strokes that the hand goes over."""

from modelbuilder.document.ids import ThingId
from modelbuilder.document.inking import rub_out
from modelbuilder.document.records import Document
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.events import Event
from modelbuilder.editor.gesture import Gesture
from modelbuilder.editor.tools.tool import NOTHING, Overlay
from modelbuilder.layout.rect import Point
from modelbuilder.layout.strokes import apart, meets
from modelbuilder.vocabulary.ink import NIBS

_REACH = 14.0
"""How far the rubber reaches, in pixels."""


class Erase:
    """Takes away whole strokes, all that one hand goes over as one step."""

    def __init__(self, desk: Desk, event: Event) -> None:
        self.desk = desk
        self.start = event
        self.overlay: Overlay = NOTHING
        self.last = Point(event.x, event.y)
        self.gone: frozenset[ThingId] = frozenset()

    def move(self, event: Event) -> None:
        """Rub out what lies between where the hand was and where it is."""
        here, reach = Point(event.x, event.y), _REACH / event.zoom
        steps = max(1, round(apart(here, self.last, self.last) / reach))
        way = [
            Point(self.last.x + (here.x - self.last.x) * at / steps, self.last.y + (here.y - self.last.y) * at / steps)
            for at in range(steps + 1)
        ]
        self.last = here
        held = self.desk.session.held() - self.gone
        met = {
            stroke_id
            for stroke_id, stroke in self.desk.model.strokes.items()
            if stroke_id not in self.gone
            and stroke_id not in held
            and any(meets(stroke.points, point, reach + NIBS[stroke.nib].width / 2) for point in way)
        }
        if not met:
            return
        self.gone |= met
        model_id, gone = self.desk.model_id, self.gone

        def edit(document: Document) -> Document:
            return rub_out(document, model_id, gone)

        self.desk.session.hold(event.pointer, Gesture("Rub out ink", model_id, edit, gone))

    def release(self, event: Event) -> None:
        """Leave out what was rubbed out."""
        self.move(event)
        self.desk.session.release(event.pointer)

    def cancel(self) -> None:
        """Bring it all back."""
        self.desk.session.drop(self.start.pointer)
