"""One graphics item for each card, box and line, painting its marks."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from modelbuilder.canvas.badges import BADGE, Badge, paint_badge
from modelbuilder.canvas.tints import paint_tint
from modelbuilder.document.ids import ThingId
from modelbuilder.drawing.faces import Face
from modelbuilder.drawing.marks import Mark
from modelbuilder.drawing.names import Name
from modelbuilder.drawing.routing import Route
from modelbuilder.layout.rect import Rect
from modelbuilder.render.qt import paint

Z = {"group": -1000.0, "school": -500.0, "line": 0.0, "card": 100.0, "folded": 100.0, "note": 200.0}
_LIFTED = 300.0
_TIPS = 14.0


class ThingItem(QGraphicsItem):
    """A card, box or note."""

    def __init__(self, thing_id: ThingId) -> None:
        super().__init__()
        self.thing_id = thing_id
        self.face: Face | None = None
        self.size = (0.0, 0.0)
        self.badge: Badge | None = None
        self.tint = 0
        self._lifted = False
        self._marks: tuple[Mark, ...] = ()
        self._bounds = QRectF()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_at(self, face: Face, rect: Rect, marks: tuple[Mark, ...], depth: int) -> None:
        """Show a face at a place; only what differs is painted anew."""
        if self.face is not face or self.size != (rect.w, rect.h):
            self.prepareGeometryChange()
            self.face = face
            self.size = (rect.w, rect.h)
            self._marks = marks
            self._bounds = QRectF(0, 0, rect.w, rect.h).adjusted(-2, -BADGE / 2, BADGE / 2, 2)
            if face.kind in ("group", "school"):
                self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
            else:
                self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
            self.setZValue(_LIFTED if self._lifted else Z[face.kind] + depth)
            self.update()
        self.setPos(rect.x, rect.y)

    def set_badge(self, badge: Badge | None) -> None:
        """Show the badge of the gravest finding, or none."""
        if badge != self.badge:
            self.badge = badge
            self.update()

    def set_tint(self, tint: int) -> None:
        """Tint the body of a card, 0 for none."""
        if tint != self.tint:
            self.tint = tint
            self.update()

    def lift(self, lifted: bool) -> None:
        """Bring a held card before the others."""
        if self.face is not None and self.face.kind in ("card", "folded", "note"):
            self._lifted = lifted
            self.setZValue(_LIFTED if lifted else Z[self.face.kind])

    def boundingRect(self) -> QRectF:
        """Return the area painted, in item units."""
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the marks; of a box, which is too large to be kept painted, only what is exposed."""
        boxed = self.cacheMode() == QGraphicsItem.CacheMode.NoCache
        paint(painter, self._marks, option.exposedRect if boxed else None)
        if self.tint:
            paint_tint(painter, self.tint, *self.size)
        if self.badge:
            paint_badge(painter, self.badge, self.size[0], 0.0)


class LineItem(QGraphicsItem):
    """A line of the model."""

    def __init__(self, line_id: ThingId) -> None:
        super().__init__()
        self.line_id = line_id
        self.route: Route | None = None
        self._marks: tuple[Mark, ...] = ()
        self._bounds = QRectF()
        self.setZValue(Z["line"])
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_along(self, route: Route, marks: tuple[Mark, ...], name: Name | None) -> None:
        """Show the line along a route, with its name."""
        if marks is self._marks:
            return
        self.prepareGeometryChange()
        self.route = route
        self._marks = marks
        xs, ys = [point.x for point in route], [point.y for point in route]
        x, y = min(xs), min(ys)
        self._bounds = QRectF(x, y, max(xs) - x, max(ys) - y).adjusted(-_TIPS, -_TIPS, _TIPS, _TIPS)
        if name is not None and name.words:
            self._bounds = self._bounds.united(QRectF(*name.rect.grown(2)))
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the area painted, in page units."""
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the marks."""
        paint(painter, self._marks)
