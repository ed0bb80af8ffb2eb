"""Badges of findings on the canvas and in the panel: grey for a moment, then in the colour of how grave they are."""

from typing import NamedTuple

from PySide6.QtGui import QPainter

from modelbuilder.drawing import style
from modelbuilder.drawing.badges import COLOURS, badge_marks
from modelbuilder.render.qt import paint

BADGE = 30.0
NEW = style.SECOND
"""The colour of what was found a moment ago, and may be gone in the next."""


class Badge(NamedTuple):
    """How grave a finding is, and whether it is so new that it is still grey."""

    severity: str
    new: bool = False

    @property
    def colour(self) -> str:
        """The colour that it has now."""
        return NEW if self.new else COLOURS[self.severity]


def paint_badge(painter: QPainter, badge: Badge, x: float, y: float, size: float = 26.0) -> None:
    """Paint a badge around a point."""
    painter.save()
    painter.translate(x, y)
    paint(painter, badge_marks(badge.severity, 0.0, 0.0, size, badge.colour))
    painter.restore()
