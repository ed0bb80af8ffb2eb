"""Icons of the window from marks: painted when they are shown, sharp at any size and in the theme that is worn."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from modelbuilder.drawing.marks import Mark
from modelbuilder.render.qt import paint


def icon_of(marks: Sequence[Mark], w: float, h: float) -> QIcon:
    """Return marks that fill a width and a height as an icon."""
    return QIcon(_Engine(tuple(marks), w, h))


class _Engine(QIconEngine):
    """Looks alike in every mode, so that what is selected is not tinted."""

    def __init__(self, marks: tuple[Mark, ...], w: float, h: float) -> None:
        super().__init__()
        self._marks, self._w, self._h = marks, w, h

    def clone(self) -> QIconEngine:
        """Return another engine for the same marks."""
        return _Engine(self._marks, self._w, self._h)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the marks in the middle of a rectangle, as large as it lets them be."""
        scale = min(rect.width() / self._w, rect.height() / self._h)
        corner = QRectF(rect).center() - QPointF(self._w, self._h) * scale / 2
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.translate(corner)
        painter.scale(scale, scale)
        paint(painter, self._marks)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the marks as pixels."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap
