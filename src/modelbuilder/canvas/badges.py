"""Badges of findings: octagon, triangle or circle, so that shape as well as colour tells how grave."""

from math import cos, pi, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF

from modelbuilder.drawing import style
from modelbuilder.layout.text import Weight
from modelbuilder.render.qt import colour, font

BADGE = 30.0
COLOURS = {"error": style.MUST_FIX, "warning": style.CHECK, "advice": style.IDEA}
NEW = style.SECOND
"""The colour of what was found a moment ago, and may be gone in the next."""
_SIGNS = {"error": "!", "warning": "!", "advice": "i"}


class Badge(NamedTuple):
    """How grave a finding is, and whether it is so new that it is still grey."""

    severity: str
    new: bool = False

    @property
    def colour(self) -> str:
        """The colour that it has now."""
        return NEW if self.new else COLOURS[self.severity]


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


def paint_badge(painter: QPainter, badge: Badge, x: float, y: float, size: float = 26.0) -> None:
    """Paint a badge around a point."""
    pen = QPen(colour(style.PAPER), 2)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QBrush(colour(badge.colour)))
    painter.drawPath(badge_path(badge.severity, x, y, size))
    painter.setPen(colour(style.PAPER))
    painter.setFont(font(size * 0.58, Weight.BOLD))
    drop = size * 0.08 if badge.severity == "warning" else 0
    box = QRectF(x - size / 2, y - size / 2 + drop, size, size)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _SIGNS[badge.severity])
