"""The ghost on the canvas: faint and dashed what would come, crossed out what would go."""

from itertools import pairwise
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from modelbuilder.document.ids import ThingId
from modelbuilder.drawing import style
from modelbuilder.drawing.ghost import Ghost
from modelbuilder.drawing.marks import Group
from modelbuilder.drawing.routing import Route
from modelbuilder.layout.rect import bounds
from modelbuilder.render.qt import colour, paint

_FAINT = 0.72
_GROUND = 26.0


class GhostItem(QGraphicsItem):
    """One item over the page and under the rings and buttons; empty when no repair is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.ghost: Ghost | None = None
        self._bounds = QRectF()
        self.setZValue(9_000)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_ghost(self, ghost: Ghost | None) -> None:
        """Show another ghost, or none."""
        self.prepareGeometryChange()
        self.ghost = ghost
        inner = ghost.bounds() if ghost is not None else None
        outer = [rect for rect, _ in ghost.outlines()] if ghost is not None else []
        whole = bounds([*outer, *([inner] if inner is not None else [])])
        self._bounds = QRectF(*whole.grown(40)) if whole is not None else QRectF()
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the area painted, in page units."""
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint what would come and what would go."""
        if self.ghost is None:
            return
        painter.save()
        self._paint_ways(painter, self.ghost)
        painter.setOpacity(_FAINT)
        for drawn in self.ghost.drawn():
            painter.save()
            if isinstance(drawn, Group):
                painter.translate(drawn.x, drawn.y)
            paint(painter, drawn.marks)
            painter.restore()
        painter.setOpacity(1.0)
        pen = QPen(colour(style.IDEA), 2.2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect, radius in self.ghost.outlines():
            painter.drawRoundedRect(QRectF(*rect.grown(4)), radius + 4, radius + 4)
        painter.setPen(QPen(colour(style.MUST_FIX), 3))
        for thing_id in self.ghost.go:
            self._cross(painter, self.ghost, thing_id)
        painter.restore()

    def _paint_ways(self, painter: QPainter, ghost: Ghost) -> None:
        """Lay a soft ground under new lines, so that they are seen among the others, and dashes over lost ones."""
        pen = QPen(colour(style.IDEA, 0.16), _GROUND / 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for one in ghost.come:
            if one in ghost.page.routes:
                painter.drawPolyline([QPointF(point.x, point.y) for point in ghost.page.routes[one]])
        pen = QPen(colour(style.MUST_FIX, 0.55), 2.2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        for one in ghost.go:
            if one in ghost.rest.routes:
                painter.drawPolyline([QPointF(point.x, point.y) for point in ghost.rest.routes[one]])

    def _cross(self, painter: QPainter, ghost: Ghost, thing_id: ThingId) -> None:
        rect = ghost.rest.rects.get(thing_id)
        if rect is None:
            at, half = _halfway(ghost.rest.routes[thing_id]), 9.0
        else:
            at, half = QPointF(rect.cx, rect.cy), min(rect.w, rect.h, 84.0) / 2 - 8
        painter.drawLine(at + QPointF(-half, -half), at + QPointF(half, half))
        painter.drawLine(at + QPointF(-half, half), at + QPointF(half, -half))


def _halfway(route: Route) -> QPointF:
    """Return the point in the middle of a line's way."""
    left = sum(hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(route)) / 2
    for a, b in pairwise(route):
        length = hypot(b.x - a.x, b.y - a.y)
        if length >= left > 0:
            return QPointF(a.x + (b.x - a.x) * left / length, a.y + (b.y - a.y) * left / length)
        left -= length
    return QPointF(route[-1].x, route[-1].y)
