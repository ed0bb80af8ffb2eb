"""Tints of cards by a measure, from none to the darkest; the ink on them stays legible."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from modelbuilder.drawing import style
from modelbuilder.render.qt import colour

TINTS = ("#FFFFFF", "#FFF3D1", "#FFE09A", "#FFC76B", "#FFAC5C")
_EDGE = 1.5


def paint_tint(painter: QPainter, tint: int, width: float, height: float) -> None:
    """Lay a tint over the body of a card, right of its panel, so that what is written there shows through."""
    body = QPainterPath()
    body.addRoundedRect(
        QRectF(_EDGE, _EDGE, width - 2 * _EDGE, height - 2 * _EDGE), style.CARD_RADIUS, style.CARD_RADIUS
    )
    right = QPainterPath()
    right.addRect(QRectF(style.PANEL, 0, width - style.PANEL, height))
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(TINTS[tint]))
    painter.drawPath(body.intersected(right))
    painter.restore()
