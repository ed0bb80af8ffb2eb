"""The page from far away: ready-made lists of rectangles and lines, painted with a few calls."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from modelbuilder.canvas.items import Z
from modelbuilder.document.ids import ThingId
from modelbuilder.drawing import style
from modelbuilder.drawing.afar import afar
from modelbuilder.drawing.page import Page
from modelbuilder.drawing.routing import Route
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.render.qt import colour, font, pen

FAR = 0.42
"""Zoom below which cards are painted as rectangles with names of a size that can be read (see the page of figures)."""

_BASELINE = 0.36
"""How far below their middle letters stand, in parts of their size."""
FARTHEST, _FEW = 0.3, 300
"""So few things are painted whole from a little farther away, where their shapes still tell more than their names."""

_TILE = 8_000.0
"""How wide and high, in slide units, parts of a page are; what is not seen of them is left out as a whole."""
_WIDE = 4.0
_EDGED = 0.06
"""Zoom from which boxes have an edge, since their grounds may be alike; further away it would be all that one sees."""


def is_far(zoom: float, page: Page | None) -> bool:
    """Tell whether a page is painted as plain rectangles at a zoom."""
    few = page is not None and len(page.faces) <= _FEW
    return zoom < (FARTHEST if few else FAR)


class _Layer(NamedTuple):
    """Rectangles of one colour at one height over the board."""

    height: float
    colour: str


class _Tile:
    """What stands in one part of a page, by its corner or its first point; `reach` is all that it has covered."""

    def __init__(self) -> None:
        self.rects: dict[_Layer, list[QRectF]] = {}
        self.reach = QRectF()
        self._runs: dict[ThingId, list[QLineF]] = {}
        self._lines: list[QLineF] | None = None

    def put(self, layer: _Layer, rect: QRectF) -> "_Slot":
        """Take one more rectangle, and return where it is kept."""
        rects = self.rects.setdefault(layer, [])
        rects.append(rect)
        self.reach = self.reach.united(rect)
        return _Slot(self, layer, len(rects) - 1)

    def run(self, line_id: ThingId, route: Route) -> None:
        """Take a line, or another route for it."""
        self._runs[line_id] = [QLineF(a.x, a.y, b.x, b.y) for a, b in pairwise(route)]
        self._lines = None
        xs, ys = [point.x for point in route], [point.y for point in route]
        left, top = min(xs) - _WIDE, min(ys) - _WIDE
        self.reach = self.reach.united(QRectF(left, top, max(xs) + _WIDE - left, max(ys) + _WIDE - top))

    def lines(self) -> list[QLineF]:
        """Return the runs of all lines."""
        if self._lines is None:
            self._lines = list(chain.from_iterable(self._runs.values()))
        return self._lines


class _Slot(NamedTuple):
    """Where the rectangle of a thing is kept."""

    tile: _Tile
    layer: _Layer
    place: int

    def move(self, rect: QRectF) -> None:
        """Put another rectangle in its place."""
        self.tile.rects[self.layer][self.place] = rect
        self.tile.reach = self.tile.reach.united(rect)


class FarPage:
    """Rectangles by colour and lines by colour, kept up to date piece by piece."""

    def __init__(self) -> None:
        self._tiles: defaultdict[tuple[int, int], _Tile] = defaultdict(_Tile)
        self._slots: dict[ThingId, _Slot] = {}
        self._homes: dict[ThingId, _Tile] = {}
        self._waiting: Page | None = None
        self._told: _Told | None = None

    def rebuild(self, page: Page) -> None:
        """Take another page; its lists are made when they are painted."""
        self._waiting = page

    def make_ready(self) -> None:
        """Make the lists of a page that waits."""
        if self._waiting is not None:
            self._build(self._waiting)
            self._waiting = None

    def _build(self, page: Page) -> None:
        self._tiles, self._slots, self._homes = defaultdict(_Tile), {}, {}
        for thing_id, rect in page.rects.items():
            self._slots[thing_id] = self._tile(rect.x, rect.y).put(_layer(page, thing_id), QRectF(*rect))
        for line_id, route in page.routes.items():
            self._homes[line_id] = tile = self._tile(*route[0])
            tile.run(line_id, route)

    def _tile(self, x: float, y: float) -> "_Tile":
        return self._tiles[int(x // _TILE), int(y // _TILE)]

    def update(self, page: Page, changed: Iterable[ThingId]) -> None:
        """Take over what changed on a page."""
        if self._waiting is not None:
            self._waiting = page
            return
        for one in changed:
            if one in self._slots:
                self._slots[one].move(QRectF(*page.rects[one]))
            elif one in self._homes:
                self._homes[one].run(one, page.routes[one])

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        """Paint what is seen of a page: boxes, then lines, then cards, then notes."""
        self.make_ready()
        tiles = [tile for tile in self._tiles.values() if tile.reach.intersects(seen)]
        layers = sorted({layer for tile in tiles for layer in tile.rects})
        _paint_rects(painter, tiles, [layer for layer in layers if layer.height < Z["line"]])
        painter.setPen(pen(style.SECOND, _WIDE))
        for tile in tiles:
            if lines := tile.lines():
                painter.drawLines(lines)
        _paint_rects(painter, tiles, [layer for layer in layers if layer.height > Z["line"]])

    def paint_signs(self, painter: QPainter, page: Page, seen: QRectF, larger: float) -> None:
        """Paint what is said of the part that is seen, in letters of one size at any zoom, so many times the usual."""
        to_screen, told = painter.transform(), self._told
        sight = to_screen.m11(), seen, larger
        if told is None or told.page is not page or told.sight != sight:
            told = self._told = _tell(page, *sight)
        painter.setPen(Qt.PenStyle.NoPen)
        for ground, rects in told.plates.items():
            painter.setBrush(colour(ground))
            painter.drawRects(rects)
        painter.save()
        painter.resetTransform()
        for (size, weight, ink), rows in told.signs.items():
            painter.setFont(font(size, weight))
            painter.setPen(colour(ink))
            for at, off, words in rows:
                painter.drawText(to_screen.map(at) + off, words)
        painter.restore()


class _Told(NamedTuple):
    """Plates by their colour, and words by their look, each at a place of the page and so many pixels off it."""

    page: Page
    sight: tuple[float, QRectF, float]
    plates: dict[str, list[QRectF]]
    signs: dict[tuple[float, Weight, str], list[tuple[QPointF, QPointF, str]]]


def _tell(page: Page, zoom: float, seen: QRectF, larger: float) -> _Told:
    told = _Told(page, (zoom, seen, larger), {}, {})
    # Larger letters have as much room as the usual ones have from further away.
    found = afar(page, zoom / larger, Rect(seen.x(), seen.y(), seen.width(), seen.height()))
    for rect, ground in found.plates:
        told.plates.setdefault(ground, []).append(QRectF(*rect))
    for sign in found.signs:
        size = sign.size * larger
        left = _wide(sign.words, round(size), sign.weight) / 2 if sign.centred else 0.0
        off = QPointF(-left, size * _BASELINE)
        look = size, sign.weight, sign.ink
        told.signs.setdefault(look, []).append((QPointF(sign.x, sign.y), off, sign.words))
    return told


@lru_cache(maxsize=8192)
def _wide(words: str, size: float, weight: Weight) -> float:
    return text.width(words, size, weight)


def _layer(page: Page, thing_id: ThingId) -> _Layer:
    face = page.faces[thing_id]
    if face.kind == "group":
        return _Layer(Z["group"] + page.depth(thing_id), style.TINTS[face.tier])
    if face.kind == "school":
        return _Layer(Z["school"], style.PAPER)
    if face.kind == "note":
        return _Layer(Z["note"], style.NOTES.get(face.colour, style.NOTES["yellow"])[0])
    return _Layer(Z[face.kind], style.TIERS[face.tier])


def _paint_rects(painter: QPainter, tiles: list[_Tile], layers: list[_Layer]) -> None:
    near = painter.transform().m11() >= _EDGED
    for layer in layers:
        edged = near and layer.height != Z["card"]
        painter.setPen(QPen(colour(style.EDGE), 0) if edged else Qt.PenStyle.NoPen)
        painter.setBrush(colour(layer.colour))
        for tile in tiles:
            if layer in tile.rects:
                painter.drawRects(tile.rects[layer])
