"""Badges of findings: octagon, triangle or circle, so that shape as well as colour tells how grave."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF

from modelbuilder.drawing import style
from modelbuilder.layout.text import Weight
from modelbuilder.render.qt import colour, font

BADGE = 30.0
COLOURS = {"error": style.MUST_FIX, "warning": style.CHECK, "advice": style.IDEA}
_SIGNS = {"error": "!", "warning": "!", "advice": "i"}


def badge_path(severity: str, x: float, y: float, size: float) -> QPainterPath:
    """Return the shape of a badge around a point."""
    path = QPainterPath()
    half = size / 2
    if severity == "error":
        corners = [pi / 8 + index * pi / 4 for index in range(8)]
        path.addPolygon(QPolygonF([QPointF(x + half * cos(turn), y + half * sin(turn)) for turn in corners]))
        path.closeSubpath()
    elif severity == "warning":
        tip = QPolygonF(
            [QPointF(x, y - half), QPointF(x + half * 1.05, y + half * 0.8), QPointF(x - half * 1.05, y + half * 0.8)]
        )
        path.addPolygon(tip)
        path.closeSubpath()
    else:
        path.addEllipse(QPointF(x, y), half * 0.92, half * 0.92)
    return path


def paint_badge(painter: QPainter, severity: str, x: float, y: float, size: float = 26.0) -> None:
    """Paint a badge around a point."""
    pen = QPen(colour(style.PAPER), 2)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QBrush(colour(COLOURS[severity])))
    painter.drawPath(badge_path(severity, x, y, size))
    painter.setPen(colour(style.PAPER))
    painter.setFont(font(size * 0.58, Weight.BOLD))
    drop = size * 0.08 if severity == "warning" else 0
    box = QRectF(x - size / 2, y - size / 2 + drop, size, size)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _SIGNS[severity])
