"""Ink on the screen: one way to paint it, for the canvas and for whoever presents."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Stroke
from modelbuilder.drawing.ink import ink_colour, opacity, run, width
from modelbuilder.layout.strokes import around
from modelbuilder.render.qt import colour, painter_path


def paint_strokes(painter: QPainter, strokes: Iterable[Stroke]) -> None:
    """Paint strokes in units of the slide, the highlighters' under the pens'."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in sorted(strokes, key=lambda one: one.nib == "pen"):
        _paint(painter, stroke, painter_path(run(stroke.points)))


def _paint(painter: QPainter, stroke: Stroke, path: QPainterPath) -> None:
    pen = QPen(colour(ink_colour(stroke.colour), opacity(stroke.nib)), width(stroke))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(path)


def _area(stroke: Stroke) -> QRectF:
    return QRectF(*around(stroke.points).grown(width(stroke)))


class StrokeItem(QGraphicsItem):
    """One stroke."""

    def __init__(self, stroke: Stroke) -> None:
        super().__init__()
        self.stroke = stroke
        self._show(stroke)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_stroke(self, stroke: Stroke) -> None:
        """Show the stroke as it is now."""
        if stroke is not self.stroke:
            self.prepareGeometryChange()
            self._show(stroke)

    def _show(self, stroke: Stroke) -> None:
        self.stroke = stroke
        self._path, self._bounds = painter_path(run(stroke.points)), _area(stroke)
        self.setZValue(_ABOVE if stroke.nib == "pen" else _ABOVE - 1)

    def boundingRect(self) -> QRectF:
        """Return the area painted."""
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the stroke."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _paint(painter, self.stroke, self._path)


_ABOVE = 9_000
"""Over all things, under what hangs on them."""


class InkLayer:
    """The items of a model's strokes, kept in line with it."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self._items: dict[ThingId, StrokeItem] = {}
        self._shown: Mapping[ThingId, Stroke] = {}

    def show_ink(self, strokes: Mapping[ThingId, Stroke]) -> bool:
        """Show strokes and no others; tell whether that is anything new."""
        if strokes is self._shown:
            return False
        self._shown = strokes
        for gone in self._items.keys() - strokes.keys():
            self._scene.removeItem(self._items.pop(gone))
        for stroke_id, stroke in strokes.items():
            item = self._items.get(stroke_id)
            if item is None:
                self._items[stroke_id] = item = StrokeItem(stroke)
                self._scene.addItem(item)
            item.show_stroke(stroke)
        return True

    def paint(self, painter: QPainter) -> None:
        """Paint all, as they are seen from far away."""
        paint_strokes(painter, self._shown.values())
