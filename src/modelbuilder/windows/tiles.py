"""The tiles of the palette: painted, scrolled and carried out by hand, so that every finger can take one."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent

from modelbuilder.canvas.canvas import Canvas
from modelbuilder.drawing import style
from modelbuilder.drawing.cards import panel_path
from modelbuilder.drawing.marks import Box, Icon, Mark, Path, Text
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.events import MOUSE, Event, PointerId
from modelbuilder.editor.hands import Hands
from modelbuilder.editor.newcomers import Kind
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.render.qt import colour, paint
from modelbuilder.windows import theme
from modelbuilder.windows.flick import Flick
from modelbuilder.windows.pointing import Touchable
from modelbuilder.windows.theme import px, room

_TILE, _GAP, _PILL, _PILL_GAP = 64.0, 10.0, 44.0, 8.0
_SLACK = 8.0
_NOTHING = "Nothing is called that."


class Tile(NamedTuple):
    """One thing to press, or a heading between."""

    rect: QRectF
    kind: Kind | None = None
    heading: str = ""

    def is_same(self, other: "Tile | None") -> bool:
        """Tell whether another tile, perhaps laid out anew meanwhile, is of the same kind."""
        return other is not None and other.kind == self.kind


class Tiles(Touchable):
    """The tiles themselves, painted and scrolled by hand so that every finger can take one."""

    def __init__(self, desk: Desk, hands: Hands, canvas: Canvas) -> None:
        super().__init__()
        self.desk, self.hands, self.canvas = desk, hands, canvas
        self.side = "left"
        """The side of the page at which the palette stands; at the bottom its tiles lie side by side."""
        self.chosen: Callable[[Kind], None] = lambda kind: None
        self._tiles: list[Tile] = []
        self._long = 0.0
        self._scroll = 0.0
        self._down: dict[PointerId, tuple[QPointF, Tile | None]] = {}
        self._scrolling: dict[PointerId, float] = {}
        self._dragging: set[PointerId] = set()
        self._thrown = Flick()
        self._over: Tile | None = None
        self.current = -1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Roles, bodies, schools and groups to add")

    def show_kinds(self, found: list[Kind], tray: list[Kind], tray_heading: str) -> None:
        """Lay the tiles out in one column, the tray below; or in one row, the tray to the right."""
        self._tiles, self._long = (_in_a_row if self.across else _in_a_column)(found, tray, tray_heading)
        self.current = min(self.current, len(self._tiles) - 1)
        self._scroll_to(self._scroll)

    @property
    def across(self) -> bool:
        """Whether the tiles lie side by side."""
        return self.side == "bottom"

    def _along(self, at: QPointF) -> float:
        """Return how far a point is along the tiles."""
        return at.x() if self.across else at.y()

    @property
    def _offset(self) -> QPointF:
        """How far the tiles are scrolled."""
        return QPointF(self._scroll, 0) if self.across else QPointF(0, self._scroll)

    @property
    def _seen(self) -> float:
        """How much of the tiles can be seen, along them."""
        return self.width() if self.across else self.height()

    def _scroll_to(self, offset: float) -> None:
        self._scroll = max(0.0, min(offset, self._long - self._seen + 16))
        self.update()

    def tile_at(self, at: QPointF) -> Tile | None:
        """Return the tile under a point of the widget."""
        spot = at + self._offset
        return next((tile for tile in self._tiles if tile.kind and tile.rect.contains(spot)), None)

    def rect_of(self, key: str) -> QRectF | None:
        """Return where the tile of a kind is in the widget now."""
        found = next((tile.rect for tile in self._tiles if tile.kind and tile.kind.key == key), None)
        return found.translated(-self._offset) if found else None

    def pressed(self, pointer: PointerId, at: QPointF) -> None:
        """Remember where a hand came down."""
        self._down[pointer] = (at, self.tile_at(at))
        self.update()

    def dragged(self, pointer: PointerId, at: QPointF) -> None:
        """Take the tile up and carry it, or scroll when a finger moves up or down."""
        if pointer not in self._down:
            return
        start, tile = self._down[pointer]
        self._thrown.follow(pointer, at)
        if pointer in self._dragging:
            self.hands.move(self._moment(pointer, at))
        elif pointer in self._scrolling:
            self._scroll_to(self._scrolling[pointer] + self._along(start) - self._along(at))
        else:
            dx, dy = abs(at.x() - start.x()), abs(at.y() - start.y())
            if max(dx, dy) < _SLACK:
                return
            lengthwise = dx > dy if self.across else dy > dx
            if tile is None or (self._is_finger(pointer) and lengthwise):
                self._scrolling[pointer] = self._scroll
                return
            assert tile.kind is not None
            self._dragging.add(pointer)
            self.hands.arm(None, self.side)
            self.hands.take_up(self._moment(pointer, start), tile.kind)
            self.hands.move(self._moment(pointer, at))
        self.canvas.refresh()

    def released(self, pointer: PointerId, at: QPointF) -> None:
        """Let the tile go where it is; a tap arms it for the next tap on the page."""
        _, tile = self._down.pop(pointer, (at, None))
        if pointer in self._dragging:
            self._dragging.discard(pointer)
            if tile is not None and tile.kind is not None and tile.kind.table == "stickies":
                at = self._thrown.landing(pointer, at, self._page())
                self.hands.move(self._moment(pointer, at))
            self.hands.release(self._moment(pointer, at))
            self.canvas.setFocus()
        elif pointer in self._scrolling:
            del self._scrolling[pointer]
        elif tile is not None and tile.is_same(self.tile_at(at)):
            self.hands.arm(None if self.hands.armed_at(self.side) == tile.kind else tile.kind, self.side)
        self.canvas.refresh()
        self.update()

    def cancelled(self, pointer: PointerId) -> None:
        """Let a finger's tile go without adding it."""
        self._down.pop(pointer, None)
        self._scrolling.pop(pointer, None)
        self._dragging.discard(pointer)
        self.hands.cancel(pointer)
        self.canvas.refresh()

    def hovered(self, at: QPointF | None) -> None:
        """Light the tile under the mouse and say what it is."""
        over = self.tile_at(at) if at is not None else None
        if over is not self._over:
            self._over = over
            self.setToolTip(over.kind.hint if over and over.kind else "")
            self.update()

    def _page(self) -> QRectF:
        """Return where the page is shown, in points of the palette."""
        view = self.canvas.viewport()
        return QRectF(view.rect()).translated(QPointF(self.mapFromGlobal(view.mapToGlobal(view.rect().topLeft()))))

    def _is_finger(self, pointer: PointerId) -> bool:
        return pointer != MOUSE or self.hands.bare_mouse

    def _moment(self, pointer: PointerId, at: QPointF) -> Event:
        spot = self.canvas.viewport().mapFromGlobal(self.mapToGlobal(at))
        return self.canvas.event_at(pointer, spot, Qt.KeyboardModifier.NoModifier, touch=self._is_finger(pointer))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll."""
        self._scroll_to(self._scroll - (event.angleDelta().y() or event.angleDelta().x()) / 2)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrow keys; Enter adds to the middle of the page."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        real = [index for index, tile in enumerate(self._tiles) if tile.kind]
        if event.key() in steps and real:
            at = real.index(self.current) + steps[Qt.Key(event.key())] if self.current in real else 0
            self.current = real[max(0, min(at, len(real) - 1))]
            rect = self._tiles[self.current].rect
            first, last = self._along(rect.topLeft()), self._along(rect.bottomRight())
            self._scroll_to(min(max(self._scroll, last - self._seen + 8), first))
            kind = self._tiles[self.current].kind
            if kind is not None:
                self.setAccessibleDescription(kind.label)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current in real:
            kind = self._tiles[self.current].kind
            if kind is not None:
                self.chosen(kind)
        else:
            super().keyPressEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tiles that can be seen."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.translate(-self._offset)
        seen = QRectF(self._offset, self.size().toSizeF())
        for index, tile in enumerate(self._tiles):
            if not tile.rect.intersects(seen):
                continue
            painter.save()
            painter.translate(tile.rect.topLeft())
            if tile.kind is None:
                paint(painter, [Text(0, px(17), tile.heading, px(13.5), Weight.SEMIBOLD, style.SECOND)])
            else:
                self._paint_tile(painter, tile, tile.kind, focused=self.hasFocus() and index == self.current)
            painter.restore()
        painter.end()

    def _paint_tile(self, painter: QPainter, tile: Tile, kind: Kind, *, focused: bool) -> None:
        w, h = tile.rect.width(), tile.rect.height()
        down = any(tile.is_same(pressed) for _, pressed in self._down.values())
        lit = self.hands.armed_at(self.side) == kind or down
        paint(painter, tile_marks(kind, w, h, lit=lit or tile is self._over))
        if self.hands.armed_at(self.side) == kind or focused:
            painter.setPen(QPen(colour(style.IDEA), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = h / 2 if kind.thing_id else 12.0
            painter.drawRoundedRect(QRectF(-2.5, -2.5, w + 5, h + 5), radius, radius)


def _in_a_column(found: list[Kind], tray: list[Kind], heading: str) -> tuple[list[Tile], float]:
    """Return tiles under one another, and how long the column is."""
    y, tiles, wide = 0.0, [], room(theme.PALETTE_WIDTH) - 32
    for kind in found:
        tiles.append(Tile(QRectF(16, y, wide, room(_TILE)), kind))
        y += room(_TILE) + _GAP
    if tray:
        y += 12
        tiles.append(Tile(QRectF(16, y, wide, px(26)), heading=heading))
        y += px(34)
        for kind in tray:
            tiles.append(Tile(QRectF(16, y, wide, room(_PILL)), kind))
            y += room(_PILL) + _PILL_GAP
    if not found and not tray:
        tiles.append(Tile(QRectF(16, y, wide, px(26)), heading=_NOTHING))
        y += px(34)
    return tiles, y


def _in_a_row(found: list[Kind], tray: list[Kind], heading: str) -> tuple[list[Tile], float]:
    """Return tiles beside each other, and how long the row is."""
    x, tiles, wide, down = 4.0, [], room(theme.PALETTE_WIDTH) - 32, (room(_TILE) - room(_PILL)) / 2 + 4
    for kind in found:
        tiles.append(Tile(QRectF(x, 4, wide, room(_TILE)), kind))
        x += wide + _GAP
    if tray or not found:
        words = heading if tray else _NOTHING
        long = text.width(words, px(13.5), Weight.SEMIBOLD) + 2
        tiles.append(Tile(QRectF(x + 12, room(_TILE) / 2 - px(9), long, px(26)), heading=words))
        x += long + 24
    for kind in tray:
        long = min(wide, text.width(kind.label, px(15), Weight.REGULAR) + 44)
        tiles.append(Tile(QRectF(x, down, long, room(_PILL)), kind))
        x += long + _PILL_GAP
    return tiles, x


def tile_marks(kind: Kind, w: float, h: float, *, lit: bool) -> list[Mark]:
    """Return the marks of a tile: a panel with the icon and the name beside, or a pill from the tray."""
    if kind.thing_id is not None:
        name = text.elide(kind.label, px(15), Weight.REGULAR, w - 40)
        fill = style.BUTTON_LIT if lit else style.QUIET
        return [
            Box(Rect(0, 0, w, h), h / 2, fill=fill, stroke=style.HAIRLINE, weight=1),
            Text(20, h / 2 + px(5), name, px(15), Weight.REGULAR, style.INK),
        ]
    colour = style.TIERS[kind.tier] if kind.icon else style.NOTE
    panel, size = room(60), room(34)
    marks: list[Mark] = [
        Box(Rect(0, 0, w, h), 12, fill=style.QUIET if lit else style.PAPER, stroke=style.HAIRLINE, weight=1.5),
        Path(panel_path(panel, h, 12), fill=colour),
    ]
    if kind.icon:
        marks.append(Icon(kind.icon, (panel - size) / 2, (h - size) / 2, size, style.PAPER))
    lines = text.wrap(kind.label, px(15), Weight.SEMIBOLD, w - panel - 22, most=2)
    y = h / 2 + px(5.5) - px(10) * (len(lines) - 1)
    for line in lines:
        marks.append(Text(panel + 12, y, line, px(15), Weight.SEMIBOLD, style.INK))
        y += px(20)
    return marks
