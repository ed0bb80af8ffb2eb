"""Band: drag across the empty page to select what lies in it."""

from modelbuilder.document.ids import ThingId
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.events import Event
from modelbuilder.editor.tools.tool import NOTHING, Overlay
from modelbuilder.layout.rect import Rect


class Band:
    """Selects everything that lies wholly in the band; with Ctrl or Shift it adds to the selection."""

    def __init__(self, desk: Desk, event: Event, group_id: ThingId | None = None) -> None:
        self.desk = desk
        self.start = event
        self.group_id = group_id
        self.overlay = NOTHING
        self.was = desk.view
        self.kept = self.was.selection if event.ctrl or event.shift else frozenset[ThingId]()

    def move(self, event: Event) -> None:
        """Stretch the band."""
        if abs(event.x - self.start.x) < self.start.slack and abs(event.y - self.start.y) < self.start.slack:
            return
        x, y = min(event.x, self.start.x), min(event.y, self.start.y)
        band = Rect(x, y, abs(event.x - self.start.x), abs(event.y - self.start.y))
        self.overlay = Overlay(band=band)
        inside = {one for one, rect in self.desk.page().rects.items() if band.covers(rect)}
        self.desk.look(self.desk.view.choosing(self.kept | inside))

    def release(self, event: Event) -> None:
        """Keep the selection; a mere press clears it, or selects the group that was pressed."""
        self.move(event)
        if self.overlay is NOTHING:
            pressed = frozenset() if self.group_id is None else frozenset({self.group_id})
            self.desk.look(self.desk.view.choosing(self.kept | pressed))
        self.overlay = NOTHING

    def cancel(self) -> None:
        """Select again what was selected before."""
        self.overlay = NOTHING
        self.desk.look_back(self.was)
