"""The edge between the page and what stands beside it: a finger, the mouse or the arrow keys move it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTouchEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from modelbuilder.canvas.touch import TOUCHES
from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Box
from modelbuilder.layout.rect import Rect
from modelbuilder.render.qt import paint

_STEP = 24
_BAR, _LONG = 4.0, 40.0


class Edge(QSplitterHandle):
    """A narrow bar to drag, with a grip in its middle."""

    def __init__(self, between: QSplitter) -> None:
        super().__init__(Qt.Orientation.Horizontal, between)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Edge of the outline")
        self.setAccessibleDescription("The arrow keys move it")
        self.setToolTip("Drag to make the outline wider or narrower")
        self._held: float | None = None

    def sizeHint(self) -> QSize:
        return QSize(self.splitter().handleWidth(), super().sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Follow a finger, which Qt would hear only while no other one is down."""
        if not isinstance(event, QTouchEvent) or event.type() not in TOUCHES:
            return super().event(event)
        if event.points():
            x = event.points()[0].globalPosition().x() - self.splitter().mapToGlobal(self.pos() * 0).x()
            self._held = x - self.x() if event.type() == QEvent.Type.TouchBegin else self._held
            self.moveSplitter(round(x - (self._held or 0.0)))
        event.accept()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrow keys."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moveSplitter(self.x() + (_STEP if event.key() == Qt.Key.Key_Right else -_STEP))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a hairline where the page begins, and the grip."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        w, h = float(self.width()), float(self.height())
        lit = self.underMouse() or self.hasFocus()
        ground = Box(Rect(0, 0, w, h), fill=style.PAPER)
        wide = min(_BAR, w - 1)
        grip = Box(Rect((w - wide) / 2, (h - _LONG) / 2, wide, _LONG), 2, fill=style.IDEA if lit else style.EDGE)
        paint(painter, [ground, Box(Rect(w - 1, 0, 1, h), fill=style.HAIRLINE), grip])
        painter.end()
