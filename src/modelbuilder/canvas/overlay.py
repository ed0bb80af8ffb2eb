"""What lies over the page: rings, handles, the pill of buttons, guides, the rubber line and the band."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from modelbuilder.canvas.badges import Badge, paint_badge
from modelbuilder.canvas.exposing import expose
from modelbuilder.canvas.tags import TagsItem
from modelbuilder.document.ids import ThingId
from modelbuilder.drawing import style
from modelbuilder.drawing.page import Page
from modelbuilder.editor.adornments import FINGER, Adornment, handles, letters, pill_of
from modelbuilder.editor.halos import Halo
from modelbuilder.editor.shown import Shown
from modelbuilder.editor.tools.tool import Overlay
from modelbuilder.editor.view import View
from modelbuilder.layout.rect import Point, Rect
from modelbuilder.layout.text import Weight
from modelbuilder.render.qt import colour, font

RING = style.IDEA
_HALO = 34.0
_MOST_RINGED = 40
_LASER, _GLOW = 8.0, 20.0
_SPOT = 190.0
"""How wide a spotlight is, from its middle, in pixels."""
_EVERYWHERE = QRectF(-1e6, -1e6, 2e6, 2e6)


class OverlayItem(QGraphicsItem):
    """One item above all others; what it shows changes in a few small areas."""

    def __init__(self, tags: TagsItem) -> None:
        super().__init__()
        self._tags = tags
        self._areas: list[Rect] = []
        self._state: tuple[object, ...] = ()
        self._rings: list[Rect] = []
        self._routes: list[tuple[QPointF, ...]] = []
        self._lit: list[Rect] = []
        self._badges: list[tuple[Rect, Badge]] = []
        self._adornments: list[Adornment] = []
        self._pill: Rect | None = None
        self._overlays: list[Overlay] = []
        self._spots: list[Point] = []
        self._visible: Rect | None = None
        self._targets: list[Rect] = []
        self._halos: list[Halo] = []
        self._held: list[tuple[Rect, int]] = []
        self._zoom, self._finger = 1.0, FINGER
        self.setZValue(10_000)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_over(
        self,
        page: Page,
        view: View,
        zoom: float,
        overlays: list[Overlay],
        visible: Shown,
        badges: Mapping[ThingId, Badge],
        *,
        at_rest: bool,
        halos: list[Halo],
        finger: float,
    ) -> None:
        """Show what belongs over a page; buttons and handles only while no hand is at work on what has them.

        Badges of what is ringed are painted once more, so that no ring runs through them.
        """
        self._zoom, self._finger = zoom, finger
        self._overlays = overlays
        self._spots = [overlay.spot for overlay in overlays if overlay.spot is not None]
        self._visible = visible.whole
        self._rings = [page.rects[one] for one in view.selection if one in page.rects]
        ringed = view.selection | view.lit
        self._badges = [
            (page.rects[one], badge) for one, badge in badges.items() if one in ringed and one in page.rects
        ]
        self._routes = [
            tuple(QPointF(point.x, point.y) for point in page.routes[one])
            for one in view.selection
            if one in page.routes
        ]
        self._lit = [page.rects[one] for one in view.lit if one in page.rects]
        self._targets = [page.rects[one.target] for one in overlays if one.target in page.rects and one.target]
        self._halos = halos
        self._held = [
            (page.rects[one], halo.colour)
            for halo in halos
            if len(halo.holds) <= _MOST_RINGED
            for one in sorted(halo.holds)
            if one in page.rects
        ]
        pill = pill_of(page, view, zoom, visible, finger) if at_rest else None
        self._adornments = [*(pill[1] if pill else []), *(handles(page, view, zoom, finger) if at_rest else [])]
        self._pill = pill[0] if pill else None
        shown = (self._rings, self._routes, self._lit, self._badges, self._targets, self._adornments)
        state = (zoom, overlays, *shown, pill, self._halos, self._held)
        if state != self._state:
            self._state = state
            self._expose()

    def _expose(self) -> None:
        """Have painted anew what was shown and what is shown now: a few small areas, not all between them."""
        before, self._areas = self._areas, [rect.grown(6 / self._zoom + 16) for rect in self._shown()]
        expose(self, {*before, *self._areas})

    def _shown(self) -> list[Rect]:
        found = [*self._rings, *self._lit, *self._targets, *(one.rect for one in self._adornments)]
        if self._pill:
            found.append(self._pill)
        if self._spots and self._visible is not None:
            found.append(self._visible)
        found += [rect for rect, _ in self._held]
        found += [Rect(halo.x, halo.y, 0, 0).grown(_HALO / self._zoom) for halo in self._halos]
        for route in self._routes:
            found += [_spanned(a.x(), a.y(), b.x(), b.y()) for a, b in pairwise(route)]
        for overlay in self._overlays:
            if overlay.band:
                found.append(overlay.band)
            if overlay.laser:
                found.append(Rect(*overlay.laser, 0, 0).grown(_GLOW / self._zoom))
            if overlay.rubber:
                a, b = overlay.rubber
                found.append(_spanned(a.x, a.y, b.x, b.y))
            for guide in overlay.guides:
                ends = (guide.at, guide.start, guide.at, guide.end)
                found.append(_spanned(*(ends if guide.upright else (guide.start, guide.at, guide.end, guide.at))))
        return found

    def boundingRect(self) -> QRectF:
        """Return the area painted, in page units."""
        return _EVERYWHERE

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint rings, guides, band and buttons."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        scale = 1 / self._zoom
        for rect in self._lit:
            self._ring(painter, rect, style.IDEA, 5 * scale, 6)
        for route in self._routes:
            self._ring_route(painter, route, scale)
        for rect in self._rings:
            self._ring(painter, rect, RING, 3 * scale, 5)
        for rect, number in self._held:
            self._ring(painter, rect, style.HALOS[number], 4 * scale, 5)
        for rect in self._targets:
            self._ring(painter, rect, style.TIERS[next(iter(style.TIERS))], 4 * scale, 7)
        for rect, badge in self._badges:
            paint_badge(painter, badge, rect.right, rect.y)
        self._tags.paint_words(painter)
        for overlay in self._overlays:
            self._paint_overlay(painter, overlay, scale)
        self._paint_pill(painter, scale)
        for adornment in self._adornments:
            if adornment.hit.part in ("handle", "end"):
                painter.setPen(QPen(colour(RING), 2 * scale))
                painter.setBrush(colour(style.PAPER))
                painter.drawEllipse(QRectF(*adornment.rect).adjusted(2 * scale, 2 * scale, -2 * scale, -2 * scale))
            elif adornment.hit.part == "corner":
                painter.setPen(QPen(colour(RING), 2 * scale))
                painter.setBrush(colour(style.PAPER))
                painter.drawRect(QRectF(*adornment.rect).adjusted(3 * scale, 3 * scale, -3 * scale, -3 * scale))
        self._paint_lights(painter, scale)
        for halo in self._halos:
            painter.setPen(QPen(colour(style.PAPER, 0.85), 7 * scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(halo.x, halo.y), _HALO * scale, _HALO * scale)
            painter.setPen(QPen(colour(style.HALOS[halo.colour]), 3 * scale))
            painter.setBrush(colour(style.HALOS[halo.colour], 0.16))
            painter.drawEllipse(QPointF(halo.x, halo.y), _HALO * scale, _HALO * scale)

    def _paint_lights(self, painter: QPainter, scale: float) -> None:
        """Darken all but what spotlights fall on, and show lasers."""
        painter.setPen(Qt.PenStyle.NoPen)
        if self._spots and self._visible is not None:
            dark, lit = QPainterPath(), QPainterPath()
            dark.addRect(QRectF(*self._visible.grown(40 * scale)))
            for spot in self._spots:
                one = QPainterPath()
                one.addEllipse(QPointF(*spot), _SPOT * scale, _SPOT * scale)
                lit = lit.united(one)
            painter.fillPath(dark.subtracted(lit), colour(style.SHADE, 0.72))
        for overlay in self._overlays:
            if overlay.laser is not None:
                for radius, share in ((_GLOW, 0.28), (_LASER, 1.0)):
                    painter.setBrush(colour(style.MUST_FIX, share))
                    painter.drawEllipse(QPointF(*overlay.laser), radius * scale, radius * scale)

    def _ring(self, painter: QPainter, rect: Rect, name: str, weight: float, gap: float) -> None:
        painter.setPen(QPen(colour(name), weight))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(*rect.grown(gap)), style.CARD_RADIUS + 4, style.CARD_RADIUS + 4)

    def _ring_route(self, painter: QPainter, route: tuple[QPointF, ...], scale: float) -> None:
        """Ring a line as a card is ringed: around, not over it, so that its own colour shows."""
        run = QPainterPath(route[0])
        for point in route[1:]:
            run.lineTo(point)
        around = QPainterPathStroker()
        around.setWidth(12 * scale)
        around.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(QPen(colour(RING), 2.4 * scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(around.createStroke(run).simplified())

    def _paint_overlay(self, painter: QPainter, overlay: Overlay, scale: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(style.GUIDE), 1.4 * scale))
        for guide in overlay.guides:
            if guide.upright:
                painter.drawLine(QPointF(guide.at, guide.start), QPointF(guide.at, guide.end))
            else:
                painter.drawLine(QPointF(guide.start, guide.at), QPointF(guide.end, guide.at))
        if overlay.rubber:
            pen = QPen(colour(RING), 3 * scale)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            a, b = overlay.rubber
            painter.drawLine(QPointF(a.x, a.y), QPointF(b.x, b.y))
            painter.setBrush(colour(RING))
            painter.drawEllipse(QPointF(b.x, b.y), 6 * scale, 6 * scale)
        if overlay.band:
            painter.setPen(QPen(colour(RING), 1.5 * scale))
            painter.setBrush(colour(RING, 0.1))
            painter.drawRect(QRectF(*overlay.band))

    def _paint_pill(self, painter: QPainter, scale: float) -> None:
        if self._pill is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(style.INK))
        radius = self._finger * scale / 2
        painter.drawRoundedRect(QRectF(*self._pill), radius, radius)
        painter.setPen(colour(style.PAPER))
        for adornment in self._adornments:
            if adornment.hit.part == "button":
                painter.save()
                painter.translate(adornment.rect.x, adornment.rect.y)
                painter.scale(scale, scale)
                painter.setFont(font(letters(self._finger), Weight.SEMIBOLD))
                box = QRectF(0, 0, adornment.rect.w / scale, adornment.rect.h / scale)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, adornment.words)
                painter.restore()


def _spanned(x: float, y: float, other_x: float, other_y: float) -> Rect:
    """Return the rectangle between two points."""
    return Rect(min(x, other_x), min(y, other_y), abs(x - other_x), abs(y - other_y))
