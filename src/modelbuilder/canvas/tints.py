"""Tints of cards by a measure, from none to the strongest; the ink on them stays legible."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from modelbuilder.drawing import style
from modelbuilder.render.qt import colour, worn

_EDGE = 1.5


def paint_tint(painter: QPainter, tint: int, width: float, height: float) -> None:
    """Lay a tint over the body of a card, right of its panel, so that what is written there shows through.

    Of tint and card the darker shows, and the lighter where paper is dark: on paper, that is the tint as it is.
    """
    body = QPainterPath()
    body.addRoundedRect(
        QRectF(_EDGE, _EDGE, width - 2 * _EDGE, height - 2 * _EDGE), style.CARD_RADIUS, style.CARD_RADIUS
    )
    right = QPainterPath()
    right.addRect(QRectF(style.PANEL, 0, width - style.PANEL, height))
    painter.save()
    modes = QPainter.CompositionMode
    painter.setCompositionMode(modes.CompositionMode_Lighten if worn().dark else modes.CompositionMode_Darken)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(style.HEAT[tint]))
    painter.drawPath(body.intersected(right))
    painter.restore()
