"""Where one looks on the page: how large it is shown, what is in the middle, and what stands over it."""

from PySide6.QtCore import QPointF, QRect, Signal
from PySide6.QtGui import QResizeEvent, QTransform
from PySide6.QtWidgets import QGraphicsView, QWidget

from modelbuilder.drawing.gliding import Sight
from modelbuilder.editor.shown import Shown
from modelbuilder.layout.rect import Point, Rect

SMALLEST, LARGEST = 0.02, 4.0


class Scope(QGraphicsView):
    """A view that is zoomed and moved; `zoomed` tells the new zoom."""

    zoomed = Signal(float)
    sighted = Signal()
    """Another part of the page is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.over: list[QWidget] = []
        """What stands over the canvas: the buttons of what is selected keep clear of it."""

    def refresh_overlay(self) -> None:
        """Follow what is shown now."""

    def shown(self) -> Shown:
        """Return what is shown of the page, and which of it lies under what stands over the canvas."""
        over = (one.geometry() for one in self.over if one.isVisible())
        return Shown(self._on_page(self.viewport().rect()), tuple(map(self._on_page, over)))

    def _on_page(self, area_v: QRect) -> Rect:
        area = self.mapToScene(area_v).boundingRect()
        return Rect(area.x(), area.y(), area.width(), area.height())

    @property
    def zoom(self) -> float:
        """Pixels on the screen to a slide unit."""
        return self.transform().m11()

    @property
    def sight(self) -> Sight:
        """How the page is fitted into the viewport now."""
        corner = self.viewportTransform().map(QPointF(0, 0))
        return Sight(self.zoom, corner.x(), corner.y())

    def zoom_to(self, zoom: float, around: QPointF | None = None) -> None:
        """Set the zoom, keeping a point of the viewport where it is."""
        zoom = max(SMALLEST, min(LARGEST, zoom))
        spot = around if around is not None else QPointF(self.viewport().rect().center())
        before = self.mapToScene(spot.toPoint())
        self.setTransform(QTransform.fromScale(zoom, zoom))
        after = self.mapToScene(spot.toPoint())
        self._pan_scene(before.x() - after.x(), before.y() - after.y())
        self.refresh_overlay()
        self.zoomed.emit(zoom)

    def _pan_scene(self, dx: float, dy: float) -> None:
        centre = self.mapToScene(self.viewport().rect().center())
        self.centerOn(centre.x() + dx, centre.y() + dy)

    def pan(self, dx_v: float, dy_v: float) -> None:
        """Move the page by pixels of the screen."""
        horizontal, vertical = self.horizontalScrollBar(), self.verticalScrollBar()
        horizontal.setValue(round(horizontal.value() - dx_v))
        vertical.setValue(round(vertical.value() - dy_v))
        self.refresh_overlay()

    def middle(self) -> Point:
        """Return the page point in the middle of what is shown."""
        centre = self.mapToScene(self.viewport().rect().center())
        return Point(centre.x(), centre.y())

    def spot_v(self, at: Point) -> QPointF:
        """Return where a page point is in the viewport."""
        return QPointF(self.mapFromScene(at.x, at.y))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the overlay true when the window changes."""
        super().resizeEvent(event)
        self.refresh_overlay()
