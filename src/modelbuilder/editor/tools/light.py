"""Light: point with a laser or a spotlight; nothing of it is in the document."""

from modelbuilder.editor.desk import Desk
from modelbuilder.editor.events import Event
from modelbuilder.editor.tools.tool import NOTHING, Overlay
from modelbuilder.layout.rect import Point


class Light:
    """Shows where a hand points, as long as it does."""

    def __init__(self, desk: Desk, event: Event, light: str) -> None:
        self.light = light
        self.move(event)

    def move(self, event: Event) -> None:
        """Point elsewhere."""
        spot = Point(event.x, event.y)
        self.overlay = Overlay(laser=spot) if self.light == "laser" else Overlay(spot=spot)

    def release(self, event: Event) -> None:
        """Point no more."""
        self.overlay = NOTHING

    def cancel(self) -> None:
        """Point no more."""
        self.overlay = NOTHING
