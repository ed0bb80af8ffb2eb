"""Fingers on what is not held: one pans, two pan and pinch, a still one taps."""

from math import hypot

from PySide6.QtCore import QPointF

from modelbuilder.canvas.stage import Stage

SLACK = 14.0
"""How far, in pixels, a finger that taps may wander."""


class Pinch:
    """The free fingers on a stage, in points of its viewport; `follow` after each event moves the page with them."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._at: dict[int, QPointF] = {}
        self._before: dict[int, QPointF] = {}
        self._start: dict[int, QPointF] = {}

    def press(self, finger: int, at_v: QPointF) -> None:
        """Take a finger that came down."""
        self._at[finger] = self._start[finger] = at_v
        self._before.pop(finger, None)

    def move(self, finger: int, at_v: QPointF) -> bool:
        """Follow a finger; False when it is none of these."""
        if finger in self._at:
            self._at[finger] = at_v
        return finger in self._at

    def lift(self, finger: int, at_v: QPointF) -> bool:
        """Let a finger go; True when it was a tap: still, and by itself."""
        if self._at.pop(finger, None) is None:
            return False
        start = self._start.pop(finger)
        return not self._at and hypot(at_v.x() - start.x(), at_v.y() - start.y()) < SLACK

    def lose(self, finger: int) -> None:
        """Forget a finger that is there no more, or that was none."""
        for known in (self._at, self._before, self._start):
            known.pop(finger, None)

    def clear(self) -> None:
        """Let all fingers go."""
        self._at.clear()
        self._before.clear()
        self._start.clear()

    def follow(self) -> bool:
        """Move and zoom the page by what the fingers did since the last event; tell whether it moved."""
        before, self._before = self._before, dict(self._at)
        both = [finger for finger in self._at if finger in before][:2]
        if not both or all(self._at[finger] == before[finger] for finger in both):
            return False
        now = [self._at[finger] for finger in both]
        was = [before[finger] for finger in both]
        delta = (sum(now, QPointF()) - sum(was, QPointF())) / len(both)
        self.stage.pan(delta.x(), delta.y())
        if len(both) == 2:
            spread, spread_before = (hypot(a.x() - b.x(), a.y() - b.y()) for a, b in (now, was))
            if spread > 1 and spread_before > 1:
                self.stage.zoom_to(self.stage.zoom * spread / spread_before, (now[0] + now[1]) / 2)
        return True
