"""Fingers on the canvas: each its own pointer; those on the empty page move it, and a palm is none."""

from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QEventPoint, QInputDevice, QMouseEvent, QNativeGestureEvent, QTabletEvent, QTouchEvent

from modelbuilder.canvas.pinch import SLACK, Pinch
from modelbuilder.canvas.screen import millimetre
from modelbuilder.editor.events import Event, PointerId
from modelbuilder.editor.modes import Mode

if TYPE_CHECKING:
    from modelbuilder.canvas.canvas import Canvas

TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)
_PALM = 32.0
"""Millimetres that no finger is wide, nor the rubber tip of a pen that is taken for one."""
_RESTING = 150.0
"""Millimetres around a pen that is down in which a hand rests on the board."""
_JUST_NOW = 0.6
"""Seconds in which the hand that holds a pen comes down before the pen does."""
_MOUSE = -1
"""The finger that a mouse is; those of touch screens count from nought."""
_LONG = 600
"""Milliseconds that a finger is held still for a menu."""


class Down(NamedTuple):
    """A finger that is down: on which device, where it is in the viewport, and whether it holds a tool.

    `start_v` is where it came down, and `since` when.
    """

    device: QInputDevice
    at_v: QPointF
    start_v: QPointF
    since: float
    holds: bool


def pointer_of(finger: int) -> PointerId:
    """Return the pointer that a finger is, wherever it came down."""
    return ("finger", finger)


def pen_of(event: QTabletEvent) -> PointerId:
    """Return the pointer that a pen is."""
    return ("pen", event.pointingDevice().uniqueId().numericId())


def _is_still(down: Down) -> bool:
    apart = down.at_v - down.start_v
    return QPointF.dotProduct(apart, apart) < SLACK**2


class Fingers:
    """Turns touch events into presses, moves and releases of as many pointers as there are fingers."""

    def __init__(self, canvas: "Canvas") -> None:
        self.canvas = canvas
        self._free = Pinch(canvas)
        self._down: dict[int, Down] = {}

    def take(self, event: object) -> bool:
        """Handle a touch or track-pad event; False for any other."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.canvas.zoom_to(self.canvas.zoom * (1 + event.value()), event.position())
            return True
        if not isinstance(event, QTouchEvent) or event.type() not in TOUCHES:
            return False
        device, cancelled = event.device(), event.type() == QEvent.Type.TouchCancel
        there = set() if cancelled else {point.id() for point in event.points()}
        for finger in [one for one, down in self._down.items() if down.device is device and one not in there]:
            self._lose(finger)  # a driver that lost a touch does not say that it was let go
        with self.canvas.together():
            if not cancelled:
                for point in event.points():
                    self._follow(point, device)
                if self._free.follow():
                    self._carry_along()
        event.accept()
        return True

    def take_mouse(self, event: QMouseEvent) -> None:
        """Take the mouse as a finger, on a board that tells of fingers so."""
        at_v, kind = event.position(), event.type()
        if kind == QEvent.Type.MouseButtonRelease:
            if _MOUSE in self._down:
                self._release(_MOUSE, at_v)
        elif kind == QEvent.Type.MouseMove:
            if _MOUSE in self._down:
                self._move(_MOUSE, at_v)
        else:
            self._lose(_MOUSE)
            self._press(_MOUSE, at_v, event.device())
        with self.canvas.together():
            if self._free.follow():
                self._carry_along()

    def rest(self, pen_v: QPointF) -> None:
        """Forget the fingers that came down just now beside a pen: they are the hand that holds it."""
        for finger, down in list(self._down.items()):
            if monotonic() - down.since < _JUST_NOW and self._is_near(pen_v, down.at_v):
                self._lose(finger)

    def _is_near(self, pen_v: QPointF, at_v: QPointF) -> bool:
        apart = pen_v - at_v
        return QPointF.dotProduct(apart, apart) < (_RESTING * millimetre(self.canvas.screen())) ** 2

    def _is_palm(self, point: QEventPoint) -> bool:
        across = max(point.ellipseDiameters().width(), point.ellipseDiameters().height())
        return across > _PALM * millimetre(self.canvas.screen())

    def _moment(self, finger: int, at_v: QPointF) -> Event:
        return self.canvas.event_at(pointer_of(finger), at_v, Qt.KeyboardModifier.NoModifier, touch=True)

    def _follow(self, point: QEventPoint, device: QInputDevice) -> None:
        finger, at_v, state = point.id(), point.position(), point.state()
        if self._is_palm(point):
            self._lose(finger)
        elif state == QEventPoint.State.Pressed:
            self._lose(finger)
            if not any(self._is_near(pen_v, at_v) for pen_v in self.canvas.pens.values()):
                self._press(finger, at_v, device)
        elif finger in self._down:
            if state == QEventPoint.State.Released:
                self._release(finger, at_v)
            else:
                self._move(finger, at_v)

    def _press(self, finger: int, at_v: QPointF, device: QInputDevice) -> None:
        moment, hands = self._moment(finger, at_v), self.canvas.hands
        if self.canvas.accept_ghost(moment):
            return
        self.canvas.away()
        free = hands.lies_free(moment)
        self._down[finger] = Down(device, at_v, at_v, monotonic(), not free)
        if free:
            self._free.press(finger, at_v)
        else:
            hands.press(moment)
        since = self._down[finger].since
        QTimer.singleShot(_LONG, self.canvas, lambda: self._hold(finger, since))

    def _hold(self, finger: int, since: float) -> None:
        """Ask for the menu of what a finger was held still on."""
        down = self._down.get(finger)
        if down is None or down.since != since or not _is_still(down):
            return
        moment = self._moment(finger, down.at_v)
        if self.canvas.hands.means.meant(moment) is Mode.ARRANGE:
            self._lose(finger)
            self.canvas.hands.by_touch = True
            self.canvas.ask_menu(moment, self.canvas.viewport().mapToGlobal(down.at_v.toPoint()))

    def _move(self, finger: int, at_v: QPointF) -> None:
        down = self._down[finger]
        self._down[finger] = moved = down._replace(at_v=at_v)
        if not _is_still(moved):
            self._down[finger] = moved._replace(since=0.0)  # one that comes back to where it was is not held still
        if not down.holds:
            self._free.move(finger, at_v)
        elif at_v != down.at_v:
            self.canvas.hands.move(self._moment(finger, at_v))

    def _release(self, finger: int, at_v: QPointF) -> None:
        if self._down.pop(finger).holds:
            self.canvas.hands.release(self._moment(finger, at_v))
        elif self._free.lift(finger, at_v):
            self.canvas.tapped_free()

    def _lose(self, finger: int) -> None:
        """End what one finger is doing without a trace."""
        down = self._down.pop(finger, None)
        self._free.lose(finger)
        if down is not None and down.holds:
            self.canvas.hands.cancel(pointer_of(finger))

    def _carry_along(self) -> None:
        """Let what other fingers hold stay under them while the page moves."""
        for finger, down in self._down.items():
            if down.holds:
                self.canvas.hands.move(self._moment(finger, down.at_v))
