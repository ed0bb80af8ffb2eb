"""Everything that a widget really paints, recorded by a device that Qt paints on, and what lies under each piece.

Sheets, styles, items of the canvas and our own marks all go through a paint engine in the end: this is one.
"""

from collections.abc import Iterator
from functools import reduce
from typing import Any, NamedTuple
from unittest.mock import patch

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QGlyphRun,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QRegion,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import QGraphicsItem, QGraphicsView, QWidget

from modelbuilder.drawing.colours import contrast
from modelbuilder.layout.text import Weight
from modelbuilder.render import qt

_CLEAR = QColor(0, 0, 0, 0)


class Piece(NamedTuple):
    """Words, a shape or a picture in pixels of the device; colours carry the opacity that they were painted with."""

    path: QPainterPath
    box: QRectF
    clip: QRegion | None
    fill: QColor = _CLEAR
    edge: QColor = _CLEAR
    width: float = 0.0
    words: str = ""
    image: QImage | None = None
    faded: bool = False

    def shows_at(self, spot: QPointF) -> bool:
        """Tell whether it was let paint at a spot."""
        return self.clip is None or self.clip.contains(spot.toPoint())

    def colour_at(self, spot: QPointF) -> QColor:
        """Return what it covers a spot with, perhaps nothing."""
        if self.words or not self.box.contains(spot) or not self.shows_at(spot) or not self.path.contains(spot):
            return _CLEAR
        if self.image is None:
            return self.fill
        x = int((spot.x() - self.box.x()) / self.box.width() * self.image.width())
        y = int((spot.y() - self.box.y()) / self.box.height() * self.image.height())
        return self.image.pixelColor(min(x, self.image.width() - 1), min(y, self.image.height() - 1))


class Pair(NamedTuple):
    """An ink on a ground, as they were painted: of words or of a part."""

    what: str
    ink: str
    ground: str
    words: bool

    @property
    def contrast(self) -> float:
        """From 1 to 21 (WCAG 2.2)."""
        return contrast(self.ink, self.ground)


class _Engine(QPaintEngine):
    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.pieces: list[Piece] = []
        self._pen, self._brush = (_CLEAR, 0.0), _CLEAR
        self._opacity = 1.0
        self._transform = QTransform()
        self._clip: QRegion | None = None
        self._own_clip: QRegion | None = None

    def begin(self, device: QPaintDevice) -> bool:
        self.setActive(True)
        return True

    def end(self) -> bool:
        self.setActive(False)
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        pen = state.pen()
        self._opacity = state.opacity()
        self._transform = state.transform()
        scale = 1.0 if pen.isCosmetic() else self._transform.m11()
        inked = pen.style() != Qt.PenStyle.NoPen
        self._pen = (pen.color(), max(1.0, pen.widthF() * scale)) if inked else (_CLEAR, 0.0)
        self._brush = _solid(state.brush())
        self._clip = self._clipped(state)

    def _clipped(self, state: QPaintEngineState) -> QRegion | None:
        found = [QRegion(self.systemClip())] if not self.systemClip().isEmpty() else []
        dirty = state.state()
        if not state.isClipEnabled() or (
            dirty & QPaintEngine.DirtyFlag.DirtyClipRegion and state.clipRegion().isEmpty()
        ):
            self._own_clip = None
        elif dirty & QPaintEngine.DirtyFlag.DirtyClipRegion:
            self._own_clip = self._transform.map(state.clipRegion())
        elif dirty & QPaintEngine.DirtyFlag.DirtyClipPath:
            self._own_clip = QRegion(self._transform.map(state.clipPath()).toFillPolygon().toPolygon())
        if self._own_clip is not None:
            found.append(self._own_clip)
        return reduce(QRegion.intersected, found) if found else None

    def _keep(self, path: QPainterPath, **looks: Any) -> None:
        whole = self._transform.map(path)
        box = whole.boundingRect()
        if self._clip is None or self._clip.intersects(box.adjusted(-1, -1, 1, 1).toRect()):
            faded = self._opacity < 1
            self.pieces.append(Piece(whole, box, self._clip, faded=faded, **looks))

    def _painted(self, colour: QColor) -> QColor:
        result = QColor(colour)
        result.setAlphaF(colour.alphaF() * self._opacity)
        return result

    def _add(self, path: QPainterPath, *, filled: bool = True) -> None:
        edge, width = self._pen
        fill = self._painted(self._brush) if filled else _CLEAR
        self._keep(path, fill=fill, edge=self._painted(edge), width=width)

    def drawPath(self, path: QPainterPath) -> None:
        self._add(QPainterPath(path))

    def drawRects(self, rects: Any) -> None:
        for rect in rects:
            path = QPainterPath()
            path.addRect(QRectF(rect))
            self._add(path)

    def drawEllipse(self, rect: Any) -> None:
        path = QPainterPath()
        path.addEllipse(QRectF(rect))
        self._add(path)

    def drawLines(self, lines: Any) -> None:
        for line in lines:
            path = QPainterPath(QPointF(line.p1()))
            path.lineTo(QPointF(line.p2()))
            self._add(path, filled=False)

    def drawPolygon(self, points: Any, mode: QPaintEngine.PolygonDrawMode) -> None:
        spots = [QPointF(point) for point in points]
        path = QPainterPath(spots[0])
        for spot in spots[1:]:
            path.lineTo(spot)
        line = mode == QPaintEngine.PolygonDrawMode.PolylineMode
        if not line:
            path.closeSubpath()
        self._add(path, filled=not line)

    def drawTextItem(self, at: Any, item: QTextItem) -> None:
        box = QFontMetricsF(item.font()).tightBoundingRect(item.text())
        path = QPainterPath()
        path.addRect(box.translated(QPointF(at)))
        self._keep(path, edge=self._painted(self._pen[0]), words=item.text())

    def drawPixmap(self, target: Any, pixmap: Any, source: Any) -> None:
        self.drawImage(target, pixmap.toImage().copy(QRectF(source).toRect()), source)

    def drawImage(self, target: Any, image: Any, source: Any, *flags: Any) -> None:
        path = QPainterPath()
        path.addRect(QRectF(target))
        if not image.isNull():
            self._keep(path, image=QImage(image))


def _solid(brush: QBrush) -> QColor:
    """Return the colour of a brush; the styles shade only the first part of what they fill."""
    if brush.style() == Qt.BrushStyle.NoBrush:
        return _CLEAR
    gradient = brush.gradient()
    return gradient.stops()[-1][1] if gradient is not None else brush.color()


class _Device(QPaintDevice):
    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._w, self._h = widget.width(), widget.height()
        self.engine = _Engine()

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, asked: QPaintDevice.PaintDeviceMetric) -> int:
        metrics = QPaintDevice.PaintDeviceMetric
        known = {
            metrics.PdmWidth: self._w,
            metrics.PdmHeight: self._h,
            metrics.PdmWidthMM: self._w // 4,
            metrics.PdmHeightMM: self._h // 4,
            metrics.PdmNumColors: 1 << 24,
            metrics.PdmDepth: 32,
            metrics.PdmDevicePixelRatioScaled: 65536,
        }
        resolution = (metrics.PdmDpiX, metrics.PdmDpiY, metrics.PdmPhysicalDpiX, metrics.PdmPhysicalDpiY)
        return 96 if asked in resolution else known.get(asked, 1)


def _paint_words(painter: QPainter, at: QPointF, run: QGlyphRun) -> None:
    """Paint as words what comes as glyphs, for a device is not told of which words they are."""
    painter.setFont(qt.font(run.rawFont().pixelSize(), Weight(run.rawFont().weight())))
    painter.drawText(at, run.sourceString())


def painted(widget: QWidget) -> list[Piece]:
    """Return what a widget with everything in it paints, in its order."""
    for view in (*widget.findChildren(QGraphicsView), *([widget] if isinstance(widget, QGraphicsView) else [])):
        for item in view.items():
            item.setCacheMode(QGraphicsItem.CacheMode.NoCache)  # a cached card would come as a picture
    device = _Device(widget)
    with patch.object(qt, "_paint_glyphs", _paint_words):
        widget.render(device)
    return device.engine.pieces


def pairs(pieces: list[Piece], floor: str) -> Iterator[Pair]:
    """Yield every ink with what lies under it, on a device that is filled with a colour to begin with.

    An edge is compared with what lies outside it, unless what it encloses stands out more; a line with what it runs
    over, a shape with what it covers.
    What was painted faded is left out: it is what one is not to look at now.
    """
    base = QColor(floor)
    for index, piece in enumerate(pieces):
        if piece.faded or piece.image is not None:
            continue
        for what, inks, spot in _inks(piece):
            if piece.shows_at(spot):
                ground = _ground(pieces, index, spot, base)
                seen = (Pair(what, _hex(_over(ink, ground)), _hex(ground), bool(piece.words)) for ink in inks)
                yield max(seen, key=lambda pair: pair.contrast)


def _inks(piece: Piece) -> Iterator[tuple[str, tuple[QColor, ...], QPointF]]:
    """Yield what is seen of a piece: what it is, in which colours, and where to look for its ground."""
    box, middle = piece.box, piece.box.center()
    if piece.words:
        if piece.words.strip() and piece.edge.alpha():
            yield piece.words, (piece.edge,), middle
        return
    if piece.fill.alpha() and box.width() > 2 and box.height() > 2:
        yield "shape", (piece.fill,), middle
    if piece.edge.alpha() and piece.fill.alpha():
        yield "edge", (piece.edge, piece.fill), QPointF(box.left() - piece.width / 2 - 1.5, middle.y())
    elif piece.edge.alpha() and box.width() + box.height() > 2:
        for share in (0.2, 0.5, 0.8):
            yield "line", (piece.edge,), piece.path.pointAtPercent(share)


def _ground(pieces: list[Piece], index: int, spot: QPointF, base: QColor) -> QColor:
    """Return what is seen at a spot before the piece of an index is painted."""
    above: list[QColor] = []
    for piece in reversed(pieces[:index]):
        colour = piece.colour_at(spot)
        if colour.alpha():
            above.append(colour)
        if colour.alpha() == 255:
            break
    result = base
    for colour in reversed(above):
        result = _over(colour, result)
    return result


def _over(colour: QColor, ground: QColor) -> QColor:
    share = colour.alphaF()
    parts = ((colour.redF(), ground.redF()), (colour.greenF(), ground.greenF()), (colour.blueF(), ground.blueF()))
    return QColor.fromRgbF(*(over * share + under * (1 - share) for over, under in parts))


def _hex(colour: QColor) -> str:
    return colour.name().upper()
