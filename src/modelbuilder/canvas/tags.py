"""Tags on cards, cut lines, and arrows of those who step in: what a reading of the page brings out."""

from itertools import pairwise
from math import atan2, cos, hypot, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from modelbuilder.canvas.badges import Badge, paint_badge
from modelbuilder.canvas.exposing import expose
from modelbuilder.canvas.far import is_far
from modelbuilder.document.ids import ThingId
from modelbuilder.drawing import style
from modelbuilder.drawing.page import Page
from modelbuilder.editor.emphasis import PLAIN, Emphasis, StepIn, Tag
from modelbuilder.layout import text
from modelbuilder.layout.rect import Point, Rect
from modelbuilder.layout.text import Weight
from modelbuilder.render.qt import colour, font
from modelbuilder.vocabulary.strokes import Hue

_EVERYWHERE = QRectF(-1e6, -1e6, 2e6, 2e6)
_SIZE, _HEIGHT, _PADDING, _GAP = 13.0, 24.0, 9.0, 6.0
_CORNER = 28.0
"""How far from the right edge the first tag ends, so that the badge of a finding stays free."""
_OVER = 8.0
"""How far a tag reaches over its card."""
_LEGIBLE = 0.8
"""Tags are painted no smaller than this share of their size from far away, as long as they fit their card."""
_LARGEST = 2.4
_MOST = 800
"""Of more tags none could be read."""
_GREEN = style.HUES[Hue.GREEN]
_LOOKS = {
    "away": (style.INK, style.PAPER, style.INK),
    "cover": (_GREEN, style.PAPER, _GREEN),
    "alarm": (style.PAPER, style.MUST_FIX, style.MUST_FIX),
    "value": (style.PAPER, style.INK, style.SECOND),
    "pinned": (style.QUIET, style.INK, style.SECOND),
    "new": (_GREEN, style.PAPER, _GREEN),
    "gone": (style.PAPER, style.MUST_FIX, style.MUST_FIX),
    "moved": (style.IDEA, style.PAPER, style.IDEA),
    "changed": (style.PAPER, style.INK, style.INK),
}
"""Ground, ink and edge of a tag."""


class TagsItem(QGraphicsItem):
    """One item above all cards; it takes part in nothing while there is nothing to bring out."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[tuple[Rect, Tag]] = []
        self.cuts: list[tuple[Point, ...]] = []
        self.arrows: list[tuple[Point, Point, Point, StepIn]] = []
        self.rings: list[Rect] = []
        self.tinted: list[tuple[Rect, int]] = []
        self._scale = 1.0
        self._areas: set[tuple[Rect, object]] = set()
        self._near: list[ThingId] = []
        self._near_for: tuple[Rect, Emphasis] | None = None
        self.setZValue(9_000)
        self.setVisible(False)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_over(self, page: Page, emphasis: Emphasis, zoom: float, visible: Rect, *, at_rest: bool) -> None:
        """Show what is brought out over a page; of tags, those in the part that is shown, unless there are too many.

        Which ones these are is not asked again while a hand drags something on the same part.
        """
        if emphasis is PLAIN and not self._areas:
            return
        self._scale = min(max(1.0, _LEGIBLE / zoom), _LARGEST)
        rects, seen = page.rects, visible.grown(2 * _HEIGHT * self._scale)
        if at_rest or self._near_for != (seen, emphasis):
            near = [one for one in emphasis.tags if (spot := _spot(page, one)) is not None and spot.meets(seen)]
            self._near = near if len(near) <= _MOST else []
            self._near_for = (seen, emphasis)
        spots = ((_spot(page, one), emphasis.tags[one]) for one in self._near)
        self.shown = [row for spot, tags in spots if spot is not None for row in self._row(spot, tags)]
        self.cuts = [tuple(page.routes[one]) for one in emphasis.broken if one in page.routes]
        self.arrows = [
            (*_bow(rects[step.by], rects[step.post]), step)
            for step in emphasis.steps
            if step.by in rects and step.post in rects
        ]
        self.rings = [rects[one] for one in emphasis.ringed if one in rects]
        far = emphasis.tints if is_far(zoom, page) else {}
        self.tinted = [(rects[one], tint) for one, tint in far.items() if one in rects]
        self._expose()

    def _expose(self) -> None:
        """Have painted anew what differs from what was shown before."""
        before, scale = self._areas, self._scale
        areas: set[tuple[Rect, object]] = {(rect.grown(8 * scale), tag) for rect, tag in self.shown}
        areas |= {(rect.grown(12 * scale), scale) for rect in self.rings}
        areas |= {(_around(a, b).grown(16 * scale), row) for row in self.cuts for a, b in pairwise(row)}
        areas |= {(_around(a, b, c).grown(20 * scale), step) for a, b, c, step in self.arrows}
        areas |= set(self.tinted)
        if areas == before:
            return
        self._areas = areas
        self.setVisible(bool(areas))
        expose(self, [area for area, _ in before ^ areas])

    def _row(self, card: Rect, tags: tuple[Tag, ...]) -> list[tuple[Rect, Tag]]:
        """Place tags at the right, where boxes have no words: values on the bottom edge, others on the top one."""
        found = []
        x = card.right - _CORNER
        for tag in tags:
            wide = text.width(tag.words, _SIZE, Weight.SEMIBOLD) + 2 * _PADDING + (18 if tag.about == "alarm" else 0)
            scale = max(1.0, min(self._scale, (card.w - _CORNER) / wide)) if card.w else self._scale
            wide, high = wide * scale, _HEIGHT * scale
            if not card.w:
                rect = Rect(card.x - wide / 2, card.y - high / 2, wide, high)
            elif tag.about == "value":
                rect = Rect(card.right - wide - _GAP, card.bottom + _OVER + 4 - high, wide, high)
            else:
                rect = Rect(x - wide, card.y + _OVER - high, wide, high)
                x -= wide + _GAP
            found.append((rect, tag))
        return found

    def boundingRect(self) -> QRectF:
        """Return the area painted, in page units."""
        return _EVERYWHERE

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint what lies under the words: rings, cuts and arrows."""
        for rect in self.rings:
            pen = QPen(colour(style.MUST_FIX), 4 * self._scale)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(*rect.grown(5)), style.SCHOOL_RADIUS + 5, style.SCHOOL_RADIUS + 5)
        for route in self.cuts:
            self._paint_cut(painter, route)
        for start, bend, end, step in self.arrows:
            self._paint_arrow(painter, start, bend, end, now=step.now)

    def paint_words(self, painter: QPainter) -> None:
        """Paint the tags; the overlay does so between its rings and its buttons."""
        for rect, tag in self.shown:
            self._paint_tag(painter, rect, tag)

    def paint_far(self, painter: QPainter) -> None:
        """Paint the page's tints and tags from far away, where cards are plain rectangles."""
        painter.setPen(Qt.PenStyle.NoPen)
        for rect, tint in self.tinted:
            painter.setBrush(colour(style.HEAT[tint]))
            painter.drawRect(QRectF(*rect))
        self.paint(painter, None)  # type: ignore[arg-type]

    def _paint_cut(self, painter: QPainter, route: tuple[Point, ...]) -> None:
        scale = self._scale
        pen = QPen(colour(style.MUST_FIX), 3 * scale)
        pen.setDashPattern([2.5, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline([QPointF(*point) for point in route])
        a, b = max(pairwise(route), key=lambda ends: hypot(ends[1].x - ends[0].x, ends[1].y - ends[0].y))
        x, y, arm = (a.x + b.x) / 2, (a.y + b.y) / 2, 5 * scale
        painter.setPen(QPen(colour(style.MUST_FIX), 2 * scale))
        painter.setBrush(colour(style.PAPER))
        painter.drawEllipse(QPointF(x, y), 2.2 * arm, 2.2 * arm)
        painter.setPen(QPen(colour(style.MUST_FIX), 3 * scale))
        painter.drawLine(QPointF(x - arm, y - arm), QPointF(x + arm, y + arm))
        painter.drawLine(QPointF(x - arm, y + arm), QPointF(x + arm, y - arm))

    def _paint_arrow(self, painter: QPainter, start: Point, bend: Point, end: Point, *, now: bool) -> None:
        scale = self._scale
        pen = QPen(colour(_GREEN), (4 if now else 2.5) * scale)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if not now:
            pen.setDashPattern([3, 2])
        path = QPainterPath(QPointF(*start))
        path.quadTo(QPointF(*bend), QPointF(*end))
        painter.strokePath(path, pen)
        turn, head = atan2(end.y - bend.y, end.x - bend.x), 15 * scale
        wings = [QPointF(end.x - head * cos(turn + w), end.y - head * sin(turn + w)) for w in (-pi / 7, pi / 7)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(_GREEN))
        painter.drawPolygon(QPolygonF([QPointF(*end), *wings]))

    def _paint_tag(self, painter: QPainter, rect: Rect, tag: Tag) -> None:
        ground, ink, edge = _LOOKS[tag.about]
        scale = rect.h / _HEIGHT
        painter.save()
        painter.translate(rect.x, rect.y)
        painter.scale(scale, scale)
        whole = QRectF(0, 0, rect.w / scale, rect.h / scale)
        painter.setPen(QPen(colour(edge), 1.6))
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(whole, 7, 7)
        if tag.about == "alarm":
            paint_badge(painter, Badge("error"), 14, whole.height() / 2, 17)
            whole.setLeft(18)
        painter.setPen(colour(ink))
        painter.setFont(font(_SIZE, Weight.SEMIBOLD))
        painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, tag.words)
        painter.restore()


def _spot(page: Page, one: ThingId) -> Rect | None:
    """Return the rectangle of a thing, or the middle of the longest run of a line; None for what is not drawn."""
    if one in page.rects or one not in page.routes:
        return page.rects.get(one)
    a, b = max(pairwise(page.routes[one]), key=lambda ends: hypot(ends[1].x - ends[0].x, ends[1].y - ends[0].y))
    return Rect((a.x + b.x) / 2, (a.y + b.y) / 2, 0, 0)


def _bow(source: Rect, target: Rect) -> tuple[Point, Point, Point]:
    """Return start, bend and end of a bowed arrow from card to card."""
    bow = 0.16
    dx, dy = target.cx - source.cx, target.cy - source.cy
    bend = Point((source.cx + target.cx) / 2 - dy * bow, (source.cy + target.cy) / 2 + dx * bow)
    return _edge(source, bend), bend, _edge(target, bend)


def _edge(rect: Rect, towards: Point) -> Point:
    """Return where the way from a card's middle to a point leaves the card."""
    dx, dy = towards.x - rect.cx, towards.y - rect.cy
    share = min(
        (rect.w / 2 + 3) / abs(dx) if dx else float("inf"), (rect.h / 2 + 3) / abs(dy) if dy else float("inf"), 1.0
    )
    return Point(rect.cx + dx * share, rect.cy + dy * share)


def _around(*points: Point) -> Rect:
    xs, ys = [point.x for point in points], [point.y for point in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
