"""Connect: draw a line from a card to another; and take a line's end to another card."""

from modelbuilder.document import edits
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import end_of, label_of
from modelbuilder.document.permit import offers, refusal, refusal_to_join
from modelbuilder.document.records import Document, Line
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.events import Event
from modelbuilder.editor.gesture import Gesture
from modelbuilder.editor.hits import thing_at
from modelbuilder.editor.tools.tool import NOTHING, Overlay
from modelbuilder.layout.rect import Point
from modelbuilder.vocabulary.lines import LINES


class Connect:
    """Pulls a new line from a card; what cannot be joined is dimmed, and the status bar says why."""

    def __init__(self, desk: Desk, event: Event, source: ThingId) -> None:
        self.desk = desk
        self.start = event
        self.source = source
        self.page = desk.page()
        self.reasons: dict[ThingId, str | None] = {}
        others = [one for one in self.page.rects if one != source]
        if len(others) <= 400:
            self.reasons = {one: refusal_to_join(desk.document, desk.model, source, one) for one in others}
        self.dimmed = frozenset(one for one, reason in self.reasons.items() if reason)
        self.overlay = Overlay(dimmed=self.dimmed)
        self.target: ThingId | None = None
        desk.say("Drag to the card, school or body to join.")

    def move(self, event: Event) -> None:
        """Follow the pointer and find what it is over."""
        target = thing_at(self.page, event.x, event.y)
        target = None if target == self.source else target
        if target is not None and target != self.target:
            self.desk.say(self._words(target))
        self.target = target
        start = self.page.rects[self.source]
        rubber = (Point(start.cx, start.cy), Point(event.x, event.y))
        good = target if target is not None and target not in self.dimmed else None
        self.overlay = Overlay(rubber=rubber, target=good, dimmed=self.dimmed)

    def _words(self, target: ThingId) -> str:
        reason = self.reasons.get(target)
        if reason:
            return reason
        found = offers(self.desk.document, self.desk.model, self.source, target)
        return f"{found[0].words}." if found else "These two cannot be joined."

    def release(self, event: Event) -> None:
        """Offer the lines that can join the two."""
        self.move(event)
        self.overlay = NOTHING
        if self.target is None:
            self.desk.say("")
            return
        found = offers(self.desk.document, self.desk.model, self.source, self.target)
        if found:
            self.desk.offer(found, Point(event.x, event.y))
        else:
            self.desk.say(self._words(self.target))

    def cancel(self) -> None:
        """Draw nothing."""
        self.overlay = NOTHING
        self.desk.say("")


class Reconnect:
    """Takes one end of a line to another thing."""

    def __init__(self, desk: Desk, event: Event, line_id: ThingId, end: str) -> None:
        self.desk = desk
        self.start = event
        self.line_id = line_id
        self.end = end
        self.page = desk.page()
        self.overlay = NOTHING
        self.line: Line = desk.model.lines[line_id]
        self._pulled = False

    def _changed(self, target: ThingId) -> Line:
        return self.line.model_copy(update={self.end: target})

    def move(self, event: Event) -> None:
        """Show the line at what the pointer is over, when it may go there; a mere press pulls nothing."""
        dx, dy = event.x - self.start.x, event.y - self.start.y
        self._pulled = self._pulled or max(abs(dx), abs(dy)) >= self.start.slack
        if not self._pulled:
            return
        target = thing_at(self.page, event.x, event.y)
        fixed = self.line.target if self.end == "source" else self.line.source
        anchor = self.page.rects.get(self.page.links.anchors.get(fixed, fixed))
        start = Point(anchor.cx, anchor.cy) if anchor else Point(self.start.x, self.start.y)
        reason = self._refusal(target) if target is not None else "Drop it on a card, school or body."
        if reason is not None:
            self.desk.session.drop(event.pointer)
            self.overlay = Overlay(rubber=(start, Point(event.x, event.y)))
            self.desk.say(reason)
            return
        assert target is not None
        self.overlay = Overlay(target=target)
        line_id, values, model_id = self.line_id, {self.end: target}, self.desk.model_id

        def edit(document: Document) -> Document:
            model = document.models.get(model_id)
            if model is None or line_id not in model.lines or end_of(document, model, target) is None:
                return document
            return edits.change(document, model_id, line_id, **values)

        label = f"Move “{LINES[self.line.kind].label}” to {label_of(self.desk.document, self.desk.model, target)}"
        self.desk.session.hold(event.pointer, Gesture(label, model_id, edit, frozenset({line_id})))

    def _refusal(self, target: ThingId) -> str | None:
        if target == getattr(self.line, self.end):
            return "It is already there."
        return refusal(self.desk.document, self.desk.model, self._changed(target))

    def release(self, event: Event) -> None:
        """Leave the line where it is shown."""
        self.move(event)
        self.overlay = NOTHING
        self.desk.session.release(event.pointer)

    def cancel(self) -> None:
        """Put the end back."""
        self.overlay = NOTHING
        self.desk.session.drop(self.start.pointer)
