"""Badges of findings on the page and in panels."""

from PySide6.QtGui import QPainter

from modelbuilder.drawing.badges import COLOURS, badge_marks
from modelbuilder.render.qt import paint

__all__ = ["BADGE", "COLOURS", "paint_badge"]

BADGE = 30.0


def paint_badge(painter: QPainter, severity: str, x: float, y: float, size: float = 26.0) -> None:
    """Paint a badge around a point."""
    paint(painter, badge_marks(severity, x, y, size))
