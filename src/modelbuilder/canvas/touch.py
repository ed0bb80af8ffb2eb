"""Fingers: each its own pointer; two on the empty page pinch and pan, one on the empty page pans."""

from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEventPoint, QNativeGestureEvent, QTouchEvent

from modelbuilder.editor.events import PointerId

if TYPE_CHECKING:
    from modelbuilder.canvas.canvas import Canvas

_TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)
_SLACK = 14.0


class Fingers:
    """Turns touch events into presses, moves and releases of as many pointers as there are fingers."""

    def __init__(self, canvas: "Canvas") -> None:
        self.canvas = canvas
        self._free: dict[int, QPointF] = {}
        self._start: dict[int, QPointF] = {}
        self._busy: set[int] = set()

    def take(self, event: object) -> bool:
        """Handle a touch or track-pad event; False for any other."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.canvas.zoom_to(self.canvas.zoom * (1 + event.value()), event.position())
            return True
        if not isinstance(event, QTouchEvent) or event.type() not in _TOUCHES:
            return False
        if event.type() == QEvent.Type.TouchCancel:
            self._cancel()
        else:
            before = dict(self._free)
            for point in event.points():
                self._point(point)
            self._pan_or_pinch(before)
        self.canvas.refresh()
        event.accept()
        return True

    def _pointer(self, finger: int) -> PointerId:
        return ("finger", finger)

    def _point(self, point: QEventPoint) -> None:
        finger, at_v = point.id(), point.position()
        moment = self.canvas.event_at(self._pointer(finger), at_v, Qt.KeyboardModifier.NoModifier, touch=True)
        hands = self.canvas.hands
        if point.state() == QEventPoint.State.Pressed:
            if self.canvas.accept_ghost(moment):
                return
            self.canvas.away()
            if hands.armed is None and hands.hit(moment).part == "empty":
                self._free[finger] = self._start[finger] = at_v
            else:
                self._busy.add(finger)
                hands.press(moment)
        elif point.state() == QEventPoint.State.Released:
            if finger in self._busy:
                self._busy.discard(finger)
                hands.release(moment)
            elif self._free.pop(finger, None) is not None:
                start = self._start.pop(finger)
                if hypot(at_v.x() - start.x(), at_v.y() - start.y()) < _SLACK and not self._free:
                    self.canvas.desk.select()
        elif finger in self._busy:
            hands.move(moment)
        elif finger in self._free:
            self._free[finger] = at_v

    def _pan_or_pinch(self, before: dict[int, QPointF]) -> None:
        both = [finger for finger in self._free if finger in before]
        if not both:
            return
        if len(both) == 1:
            delta = self._free[both[0]] - before[both[0]]
            self.canvas.pan(delta.x(), delta.y())
            return
        first, second = both[:2]
        was, now = (self._span(points, first, second) for points in (before, self._free))
        middle_was = (before[first] + before[second]) / 2
        middle = (self._free[first] + self._free[second]) / 2
        delta = middle - middle_was
        self.canvas.pan(delta.x(), delta.y())
        if was > 1 and now > 1:
            self.canvas.zoom_to(self.canvas.zoom * now / was, middle)

    @staticmethod
    def _span(points: dict[int, QPointF], first: int, second: int) -> float:
        apart = points[first] - points[second]
        return hypot(apart.x(), apart.y())

    def _cancel(self) -> None:
        """End everything that fingers are doing; other pointers go on."""
        for finger in list(self._busy):
            self.canvas.hands.cancel(self._pointer(finger))
        self._busy.clear()
        self._free.clear()
        self._start.clear()
