"""The page from far away: ready-made lists of rectangles and lines, painted with a few calls."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

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
FARTHEST, _FEW = 0.1, 300
"""So few things are painted whole from farther away too: their shapes and icons still tell them apart."""

_EDGED = 0.06
"""Zoom from which boxes have an edge, since their grounds may be alike; further away it would be all that one sees."""


def is_far(zoom: float, page: Page | None) -> bool:
    """Tell whether a page is painted as plain rectangles at a zoom."""
    few = page is not None and len(page.faces) <= _FEW
    return zoom < (FARTHEST if few else FAR)


class FarPage:
    """Rectangles by colour and lines by colour, kept up to date piece by piece."""

    def __init__(self) -> None:
        self._rects: dict[tuple[int, str], list[QRectF]] = {}
        self._slot: dict[ThingId, tuple[tuple[int, str], int]] = {}
        self._runs: dict[ThingId, list[QLineF]] = {}
        self._lines: list[QLineF] | None = None
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
        self._rects, self._slot, self._runs, self._lines = {}, {}, {}, None
        for thing_id, rect in page.rects.items():
            face = page.faces[thing_id]
            key = {
                "group": (0, style.TINTS[face.tier]),
                "school": (1, style.PAPER),
                "card": (2, style.TIERS[face.tier]),
                "folded": (2, style.TIERS[face.tier]),
                "note": (3, style.NOTES.get(face.colour, style.NOTES["yellow"])[0]),
            }[face.kind]
            rows = self._rects.setdefault(key, [])
            self._slot[thing_id] = key, len(rows)
            rows.append(QRectF(*rect))
        for line_id, route in page.routes.items():
            self._runs[line_id] = _pieces(route)

    def update(self, page: Page, changed: Iterable[ThingId]) -> None:
        """Take over what changed on a page."""
        if self._waiting is not None:
            self._waiting = page
            return
        for one in changed:
            if one in self._slot:
                key, index = self._slot[one]
                self._rects[key][index] = QRectF(*page.rects[one])
            elif one in self._runs:
                self._runs[one] = _pieces(page.routes[one])
                self._lines = None

    def paint(self, painter: QPainter) -> None:
        """Paint the lists: boxes, then lines, then cards."""
        self.make_ready()
        near = painter.transform().m11() >= _EDGED
        painter.setPen(QPen(colour(style.EDGE), 0) if near else Qt.PenStyle.NoPen)
        for key in sorted(self._rects):
            if key[0] == 2:
                continue
            painter.setBrush(colour(key[1]))
            painter.drawRects(self._rects[key])
        painter.setPen(pen(style.SECOND, 4.0))
        if self._lines is None:
            self._lines = list(chain.from_iterable(self._runs.values()))
        if self._lines:
            painter.drawLines(self._lines)
        painter.setPen(Qt.PenStyle.NoPen)
        for key in sorted(self._rects):
            if key[0] == 2:
                painter.setBrush(colour(key[1]))
                painter.drawRects(self._rects[key])

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


def _pieces(route: Route) -> list[QLineF]:
    return [QLineF(a.x, a.y, b.x, b.y) for a, b in pairwise(route)]
