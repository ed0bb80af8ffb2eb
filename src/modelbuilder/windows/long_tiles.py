"""Tiles of which there are more than can be seen: at either end a fade and an arrow say so."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QPen, QTransform

from modelbuilder.drawing import style
from modelbuilder.render.qt import colour
from modelbuilder.windows.theme import px
from modelbuilder.windows.tiles import Tiles

_FADE, _DISC, _ARROW = 40.0, 12.0, 5.0
_LITTLE = 8.0


class LongTiles(Tiles):
    """Tiles that show whether they go on."""

    def begin(self) -> None:
        """Show the first tile."""
        self._scroll_to(0.0)

    def goes_on(self) -> tuple[bool, bool]:
        """Tell whether there are tiles before those that are seen, and after them."""
        return self._scroll > _LITTLE, self._long - self._seen - self._scroll > _LITTLE

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tiles, and over their ends what says that they go on."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = float(self.height() if self.across else self.width())
        for after, there in enumerate(self.goes_on()):
            if there:
                painter.setTransform(self._to_end(after=bool(after)))
                _paint_end(painter, wide)
        painter.end()

    def _to_end(self, *, after: bool) -> QTransform:
        """Return how what is painted for the lower end of a column lies at an end."""
        lie = QTransform()
        if self.across:
            lie.rotate(-90)
            lie.scale(-1, 1)
        if after:
            lie.translate(0, self._seen)
        else:
            lie.scale(1, -1)
        return lie


def _paint_end(painter: QPainter, wide: float) -> None:
    """Paint a fade that ends at nought, and in its middle an arrow downwards."""
    fade = QLinearGradient(0, -_FADE, 0, 0)
    fade.setColorAt(0, colour(style.PAPER, 0.0))
    fade.setColorAt(1, colour(style.PAPER))
    painter.fillRect(QRectF(2, -_FADE, wide - 4, _FADE), fade)
    middle, arrow = QPointF(wide / 2, -px(_DISC) - 2), px(_ARROW)
    painter.setPen(QPen(colour(style.EDGE), 1.5))
    painter.setBrush(colour(style.PAPER))
    painter.drawEllipse(middle, px(_DISC), px(_DISC))
    painter.setPen(QPen(colour(style.INK), 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    tip = middle + QPointF(0, arrow / 2)
    painter.drawLine(tip, tip + QPointF(-arrow, -arrow))
    painter.drawLine(tip, tip + QPointF(arrow, -arrow))
