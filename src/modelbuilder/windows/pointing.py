"""Pressing on the window's own tiles and cards: one small layer for the mouse, every pen and every finger."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEventPoint, QMouseEvent, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from modelbuilder.canvas.touch import TOUCHES, pen_of, pointer_of
from modelbuilder.editor.events import MOUSE, PointerId


class Touchable(QWidget):
    """A widget on which several hands can press at once; subclasses say what that means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setMouseTracking(True)
        self._touching: set[PointerId] = set()

    def pressed(self, pointer: PointerId, at: QPointF) -> None:
        """A hand came down at a point of the widget."""

    def dragged(self, pointer: PointerId, at: QPointF) -> None:
        """A hand that is down moved, perhaps off the widget."""

    def released(self, pointer: PointerId, at: QPointF) -> None:
        """A hand was lifted."""

    def cancelled(self, pointer: PointerId) -> None:
        """A hand's doing was cancelled."""

    def hovered(self, at: QPointF | None) -> None:
        """The mouse is over a point, or has left."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press with the left button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed(MOUSE, event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or hover."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged(MOUSE, event.position())
        else:
            self.hovered(event.position())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the left button go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.released(MOUSE, event.position())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what the mouse was over."""
        self.hovered(None)
        super().leaveEvent(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Take a pen as a hand of its own, not as the mouse."""
        pointer = pen_of(event)
        if event.type() == QEvent.Type.TabletPress:
            self._press(pointer, event.position())
        elif pointer not in self._touching:
            self.hovered(event.position())
        elif event.type() == QEvent.Type.TabletMove:
            self.dragged(pointer, event.position())
        elif event.type() == QEvent.Type.TabletRelease:
            self._lift(pointer, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Take touches, each finger a pointer of its own; one that is there no more is lost."""
        if not isinstance(event, QTouchEvent) or event.type() not in TOUCHES:
            return super().event(event)
        cancelled = event.type() == QEvent.Type.TouchCancel
        there = set() if cancelled else {pointer_of(point.id()) for point in event.points()}
        for pointer in [one for one in self._touching if _is_finger(one) and one not in there]:
            self._lose(pointer)
        for point in () if cancelled else event.points():
            pointer = pointer_of(point.id())
            if point.state() == QEventPoint.State.Pressed:
                self._press(pointer, point.position())
            elif pointer in self._touching and point.state() == QEventPoint.State.Released:
                self._lift(pointer, point.position())
            elif pointer in self._touching and point.state() == QEventPoint.State.Updated:
                self.dragged(pointer, point.position())
        event.accept()
        return True

    def _press(self, pointer: PointerId, at: QPointF) -> None:
        self._lose(pointer)
        self._touching.add(pointer)
        self.pressed(pointer, at)

    def _lift(self, pointer: PointerId, at: QPointF) -> None:
        self._touching.discard(pointer)
        self.released(pointer, at)

    def _lose(self, pointer: PointerId) -> None:
        if pointer in self._touching:
            self._touching.discard(pointer)
            self.cancelled(pointer)


def _is_finger(pointer: PointerId) -> bool:
    return isinstance(pointer, tuple) and pointer[0] == "finger"
