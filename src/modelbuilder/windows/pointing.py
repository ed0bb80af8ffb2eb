"""Pressing on the window's own tiles and cards: one small layer for the mouse and every finger."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from modelbuilder.editor.events import MOUSE, PointerId

_TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)


class Touchable(QWidget):
    """A widget on which several hands can press at once; subclasses say what that means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setMouseTracking(True)

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

    def event(self, event: QEvent) -> bool:
        """Take touches, each finger a pointer of its own."""
        if not isinstance(event, QTouchEvent) or event.type() not in _TOUCHES:
            return super().event(event)
        for point in event.points():
            pointer: PointerId = ("finger", point.id())
            if event.type() == QEvent.Type.TouchCancel:
                self.cancelled(pointer)
            elif point.state() == QEventPoint.State.Pressed:
                self.pressed(pointer, point.position())
            elif point.state() == QEventPoint.State.Released:
                self.released(pointer, point.position())
            elif point.state() == QEventPoint.State.Updated:
                self.dragged(pointer, point.position())
        event.accept()
        return True
