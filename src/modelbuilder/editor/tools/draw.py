"""Draw: write on the page with a pen or a highlighter."""

from modelbuilder.document.inking import new_stroke_id, put_stroke
from modelbuilder.document.records import Document, Stroke
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.events import Event
from modelbuilder.editor.gesture import Gesture
from modelbuilder.editor.tools.tool import NOTHING, Overlay
from modelbuilder.layout.rect import Point
from modelbuilder.layout.strokes import thinned
from modelbuilder.vocabulary.ink import NIBS

_FINE = 0.6
"""How far, in pixels, a stroke that was thinned may lie from where the hand was."""
_LONGEST = 3900
"""Points that a stroke can have."""


class Draw:
    """Follows the hand with ink; each stroke is a step of its own."""

    def __init__(self, desk: Desk, event: Event, nib: str, colour: str) -> None:
        self.desk = desk
        self.start = event
        self.nib, self.colour = nib, colour
        self.overlay: Overlay = NOTHING
        self.points = [Point(event.x, event.y)]
        self.stroke_id = new_stroke_id(desk.session.trial)

    def move(self, event: Event) -> None:
        """Write on to where the hand is."""
        at = Point(event.x, event.y)
        if at != self.points[-1] and len(self.points) < _LONGEST:
            self.points.append(at)
        if self.desk.session.holder(self.stroke_id) != event.pointer or self.stroke_id in self.desk.model.strokes:
            self.stroke_id = new_stroke_id(self.desk.session.trial)
        self._hold(event)

    def _hold(self, event: Event) -> None:
        model_id, stroke_id = self.desk.model_id, self.stroke_id
        run = tuple(round(number, 1) for point in self.points for number in point)
        stroke = Stroke.model_construct(nib=self.nib, colour=self.colour, points=run)

        def edit(document: Document) -> Document:
            return put_stroke(document, model_id, stroke_id, stroke)

        label = f"Draw with the {NIBS[self.nib].label.lower()}"
        self.desk.session.hold(event.pointer, Gesture(label, model_id, edit, frozenset({stroke_id})))

    def release(self, event: Event) -> None:
        """Leave the ink on the page."""
        self.move(event)
        self.points = thinned(self.points, _FINE / event.zoom)
        self._hold(event)
        self.desk.session.release(event.pointer)

    def cancel(self) -> None:
        """Leave the page as it was."""
        self.desk.session.drop(self.start.pointer)
