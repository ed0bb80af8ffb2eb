"""The page from far away: ready-made lists of rectangles and lines, painted with a few calls."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter

from modelbuilder.document.ids import ThingId
from modelbuilder.drawing import style
from modelbuilder.drawing.page import Page, Route
from modelbuilder.render.qt import colour, pen

FAR = 0.25
"""Zoom below which cards are painted as plain rectangles (measured in tech notes: 400 ms against 11)."""


class FarPage:
    """Rectangles by colour and lines by colour, kept up to date piece by piece."""

    def __init__(self) -> None:
        self._rects: dict[tuple[int, str], list[QRectF]] = {}
        self._slot: dict[ThingId, tuple[tuple[int, str], int]] = {}
        self._lines: list[QLineF] = []
        self._runs: dict[ThingId, tuple[int, int]] = {}

    def rebuild(self, page: Page) -> None:
        """Make the lists for a page."""
        self._rects, self._slot, self._lines, self._runs = {}, {}, [], {}
        for thing_id, rect in page.rects.items():
            face = page.faces[thing_id]
            key = {
                "group": (0, style.TINTS[face.tier]),
                "school": (1, style.PAPER),
                "card": (2, style.TIERS[face.tier]),
                "note": (3, style.NOTE),
            }[face.kind]
            rows = self._rects.setdefault(key, [])
            self._slot[thing_id] = key, len(rows)
            rows.append(QRectF(*rect))
        for line_id, route in page.routes.items():
            self._run(line_id, route)

    def update(self, page: Page, changed: Iterable[ThingId]) -> None:
        """Take over what changed on a page."""
        for one in changed:
            if one in self._slot:
                key, index = self._slot[one]
                self._rects[key][index] = QRectF(*page.rects[one])
            elif one in self._runs:
                self._run(one, page.routes[one])

    def _run(self, line_id: ThingId, route: Route) -> None:
        """Write the pieces of a line where they were, or at the end when there are more of them now."""
        pieces = [QLineF(a.x, a.y, b.x, b.y) for a, b in pairwise(route)]
        start, end = self._runs.get(line_id, (0, 0))
        spare = [QLineF(pieces[-1].p2(), pieces[-1].p2())] * (end - start)
        if len(pieces) > end - start:
            self._lines[start:end] = spare
            start, end = len(self._lines), len(self._lines) + len(pieces)
            self._runs[line_id] = start, end
        self._lines[start:end] = (pieces + spare)[: end - start]

    def paint(self, painter: QPainter) -> None:
        """Paint the lists: boxes, then lines, then cards."""
        painter.setPen(Qt.PenStyle.NoPen)
        for key in sorted(self._rects):
            if key[0] == 2:
                continue
            painter.setBrush(colour(key[1]))
            painter.drawRects(self._rects[key])
        painter.setPen(pen(style.SECOND, 4.0, ()))
        if self._lines:
            painter.drawLines(self._lines)
        painter.setPen(Qt.PenStyle.NoPen)
        for key in sorted(self._rects):
            if key[0] == 2:
                painter.setBrush(colour(key[1]))
                painter.drawRects(self._rects[key])
