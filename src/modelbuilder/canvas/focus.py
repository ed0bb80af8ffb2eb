"""The frame that shows that the canvas has the keyboard, where nothing that is selected shows it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from modelbuilder.drawing import style
from modelbuilder.render.qt import colour

_WEIGHT = 3.0


class FocusFrame(QWidget):
    """Lies over the whole canvas and lets every hand through."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()

    def show_around(self, rect: QRect, on: bool) -> None:
        """Lie over a rectangle, or go."""
        self.setVisible(on)
        if on:
            self.setGeometry(rect)
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        painter = QPainter(self)
        painter.setPen(QPen(colour(style.IDEA), _WEIGHT))
        half = _WEIGHT / 2
        painter.drawRect(self.rect().toRectF().adjusted(half, half, -half, -half))
        painter.end()
