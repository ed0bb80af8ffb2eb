"""The small panel that asks which line is meant: likeliest first, each with a sample of how it is drawn."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from modelbuilder.document.permit import Offer
from modelbuilder.drawing import style
from modelbuilder.drawing.connectors import connector_marks
from modelbuilder.drawing.marks import Box, Mark, Text, moved
from modelbuilder.editor.events import PointerId
from modelbuilder.layout import text
from modelbuilder.layout.rect import Point, Rect
from modelbuilder.layout.text import Weight
from modelbuilder.render.qt import paint
from modelbuilder.windows.panels import Panel
from modelbuilder.windows.theme import px, room

_ROW, _FEW, _W = 52.0, 5, 470.0
_HEAD = 46.0
_MOST, _NARROWEST = 9, 300
_SLACK = 12.0
_CLOSE = "Close"


class Offers(Panel):
    """Rows to press; Enter takes the lit one, Esc, “Close” or a press elsewhere takes none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, parent)
        self.taken: Callable[[Offer], object] = lambda offer: None
        self.said: Callable[[str], None] = lambda words: None
        self._offers: list[Offer] = []
        self._all = False
        self._lit = 0
        self._scroll = 0
        self._seen = 1
        self._typed = ""
        self._down: dict[PointerId, tuple[QPointF, int]] = {}
        self._swiping: set[PointerId] = set()
        self.setAccessibleName("Which line is meant?")

    def ask(self, offers: Sequence[Offer], at: QPointF) -> None:
        """Show the offers near a point of the parent."""
        self._offers, self._all, self._lit, self._scroll = list(offers), len(offers) <= _FEW + 1, 0, 0
        self._typed = ""
        self._place(at)
        self.open()
        self._describe()

    def _place(self, at: QPointF) -> None:
        parent = self.parentWidget()
        area = parent.rect() if parent is not None else self.rect()
        fitting = (area.height() - 16 - room(_HEAD) - 10) // room(_ROW)
        self._seen = max(1, min(len(self._rows()), _MOST, fitting))
        wide = min(room(_W), max(area.width() - 16, _NARROWEST))
        self.resize(wide, room(_HEAD) + room(_ROW) * self._seen + 10)
        x = max(8, min(round(at.x()) + 12, area.width() - self.width() - 8))
        y = max(8, min(round(at.y()) + 12, area.height() - self.height() - 8))
        self.move(x, y)

    def _rows(self) -> list[Offer | None]:
        """Return the rows: the likely offers, and None for “more”."""
        return [*self._offers] if self._all else [*self._offers[:_FEW], None]

    def _row_at(self, at: QPointF) -> int | None:
        row = int((at.y() - room(_HEAD)) // room(_ROW)) + self._scroll
        inside = self.rect().contains(at.toPoint()) and at.y() >= room(_HEAD)
        return row if inside and 0 <= row < len(self._rows()) else None

    def _close(self) -> Rect:
        """Return where the button lies that takes none."""
        wide, high = text.width(_CLOSE, px(15), Weight.SEMIBOLD) + 32, room(_HEAD) - 10
        return Rect(self.width() - wide - 8, 6, wide, high)

    def pressed(self, pointer: PointerId, at: QPointF) -> None:
        """Light the row under a hand."""
        row = self._row_at(at)
        self._down[pointer] = at, self._scroll
        if row is not None:
            self._lit = row
            self.update()

    def dragged(self, pointer: PointerId, at: QPointF) -> None:
        """Scroll the rows; a hand that has done so takes none."""
        start, scroll = self._down.get(pointer, (at, self._scroll))
        if abs(at.y() - start.y()) > _SLACK:
            self._swiping.add(pointer)
        if pointer in self._swiping:
            moved = round((start.y() - at.y()) / room(_ROW))
            self._scroll = max(0, min(scroll + moved, len(self._rows()) - self._seen))
            self.update()

    def cancelled(self, pointer: PointerId) -> None:
        """Take none."""
        self._down.pop(pointer, None)
        self._swiping.discard(pointer)

    def released(self, pointer: PointerId, at: QPointF) -> None:
        """Take the row under the hand."""
        swiped = pointer in self._swiping
        start, _ = self._down.get(pointer, (at, 0))
        self.cancelled(pointer)
        if all(self._close().holds(spot.x(), spot.y()) for spot in (start, at)):
            self.dismiss()
            return
        row = self._row_at(at) if not swiped else None
        if row is not None and row == self._lit:
            self._take(row)

    def hovered(self, at: QPointF | None) -> None:
        """Light the row under the mouse."""
        row = self._row_at(at) if at is not None else None
        offer = self._rows()[row] if row is not None else None
        self.setToolTip(offer.words if offer is not None else "")
        if row is not None and row != self._lit:
            self._lit = row
            self._describe()

    def _take(self, row: int) -> None:
        offer = self._rows()[row]
        if offer is None:
            self._all = True
            self._place(QPointF(self.pos()) - QPointF(12, 12))
            self.update()
            return
        self.dismiss()
        self.taken(offer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrow keys, or by the first letters of a type."""
        rows = len(self._rows())
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._take(self._lit)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab):
            self._lit = (self._lit + (-1 if event.key() == Qt.Key.Key_Up else 1)) % rows
            self._typed = ""
            self._show_lit()
        elif event.text().strip():
            self._go_to(self._typed + event.text().casefold())
        event.accept()

    def _go_to(self, typed: str) -> None:
        """Light the first type that begins so, among all of them."""
        found = [index for index, offer in enumerate(self._offers) if offer.kind.label.casefold().startswith(typed)]
        if found:
            self._typed, self._lit = typed, found[0]
            if self._lit >= len(self._rows()) - 1 and not self._all:
                self._all = True
                self._place(QPointF(self.pos()) - QPointF(12, 12))
            self._show_lit()

    def _show_lit(self) -> None:
        self._scroll = max(min(self._scroll, self._lit), self._lit - self._seen + 1)
        self._describe()

    def _describe(self) -> None:
        offer = self._rows()[self._lit]
        words = offer.words.replace("\n", " ") if offer else "More kinds of line"
        self.setAccessibleDescription(words)
        self.said(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the panel and its rows."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        w, h, close = float(self.width()), float(self.height()), self._close()
        marks: list[Mark] = [
            Box(Rect(1, 1, w - 2, h - 2), 12, fill=style.PAPER, stroke=style.SECOND, weight=1.2),
            Text(20, room(31), "Which line is meant?", px(15), Weight.SEMIBOLD, style.SECOND),
            Box(close, close.h / 2, fill=style.BUTTON),
            Text(close.cx, close.cy + px(5), _CLOSE, px(15), Weight.SEMIBOLD, style.INK, "middle"),
        ]
        for index, offer in enumerate(self._rows()[self._scroll : self._scroll + self._seen]):
            y = room(_HEAD) + room(_ROW) * index
            if index + self._scroll == self._lit:
                marks.append(Box(Rect(8, y, w - 16, room(_ROW) - 4), 8, fill=style.CHOSEN))
            marks += _row_marks(offer, y, w)
        paint(painter, marks)
        painter.end()
        del event


def _row_marks(offer: Offer | None, y: float, w: float) -> list[Mark]:
    if offer is None:
        return [Text(92, y + room(29), "More kinds of line…", px(15), Weight.SEMIBOLD, style.INK)]
    sample = connector_marks(offer.kind.key, True, (Point(22, room(24)), Point(76, room(24))))
    label = offer.kind.label
    words = text.elide(offer.words.replace("\n", " "), px(12.5), Weight.REGULAR, w - 116)
    return [
        *(moved(mark, 0, y) for mark in sample),
        Text(92, y + room(20), label, px(15), Weight.SEMIBOLD, style.INK),
        Text(92, y + room(38), words, px(12.5), Weight.REGULAR, style.SECOND),
    ]
