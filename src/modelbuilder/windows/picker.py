"""The panel that a finger chooses from: names, with keys for a new one, or what can be done with a card."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Box, Mark, Text
from modelbuilder.editor.events import PointerId
from modelbuilder.editor.suggestions import Names
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.render.qt import paint
from modelbuilder.windows.panels import Panel
from modelbuilder.windows.theme import INDIGO, TEAL, px, room

_ROWS = ("1234567890", "qwertyuiop", "asdfghjkl’", "zxcvbnm-.&")
_WIDE, _KEY, _CHIP, _GAP, _PAD, _HEAD, _TITLE = 720.0, 54.0, 46.0, 8.0, 20.0, 84.0, 32.0
_ASIDE = 132.0
"""How wide the headings are of what can be done: they stand beside it, those of names over them."""
_WIDER = 800.0
_MOST = 264.0
"""How high the names may be before they scroll."""
_SLACK = 10.0
_NARROW = 600.0


class Part(NamedTuple):
    """One thing on the panel: where it is, its words, and what it does; a heading does nothing."""

    rect: QRectF
    words: str
    does: str = ""


class Picker(Panel):
    """Shows names in rows; a tap on one takes it, and keys write a new one where one may. `taken` gets the name.

    It stands over the page, and as high as the window where the page is too low for the keys.
    """

    def __init__(self, page: QWidget, window: QWidget) -> None:
        super().__init__(window, page)
        self._page, self._window = page, window
        self.taken: Callable[[str], None] = lambda name: None
        self._title = self._hint = ""
        self._writes = True
        self._chosen = False
        """Whether the next letter takes the place of all words."""
        self._turned = False
        """Whether the next letter is a capital where it would be small, or the other way round."""
        self.words = ""
        self.keys = False
        self._names: Sequence[Names] = ()
        self._chips: list[Part] = []
        self._long = 0.0
        self._scroll = 0.0
        self._hands: dict[PointerId, tuple[QPointF, Part | None, float]] = {}

    def ask(self, title: str, names: Sequence[Names], words: str, at: QPointF) -> None:
        """Ask for a name near a point of the page; `words` is what it is called now."""
        self._show(title, "Tap a name", names, at, words=words, writes=True)

    def offer(self, title: str, rows: Sequence[Names], at: QPointF) -> None:
        """Offer near a point of the page what is there, and nothing else."""
        self._show(title, "Tap what to do", rows, at, words="", writes=False)

    def _show(self, title: str, hint: str, names: Sequence[Names], at: QPointF, *, words: str, writes: bool) -> None:
        self._title, self._hint, self._names, self.words = title, hint, names, words
        self._writes, self.keys, self._scroll = writes, writes and not names, 0.0
        self._chosen = self.keys and bool(words)
        self.setAccessibleName(title)
        self._lay_out()
        self._place(at)
        self.open()

    def refit(self) -> None:
        """Take the size that letters of this size need."""
        self._lay_out()

    # Where everything is

    def _lay_out(self) -> None:
        wide = min(room(_WIDE if self._writes else _WIDER), self._page.width() - 24)
        left = _PAD if self._writes else _PAD + room(_ASIDE)
        chips: list[Part] = []
        y = 0.0
        for row in self._names:
            if chips:
                y += room(_CHIP) + (14 if self._writes else _GAP)
            beside = QRectF(_PAD, y, (wide if self._writes else left) - 2 * _PAD, room(_TITLE))
            chips.append(Part(beside if self._writes else beside.translated(0, room(_CHIP - _TITLE) / 2), row.heading))
            x, y = left, y + room(_TITLE) * self._writes
            for name in row.names:
                words = text.elide(name, px(15), Weight.REGULAR, wide - left - _PAD - 32)
                long = text.width(words, px(15), Weight.REGULAR) + 32
                if x + long > wide - _PAD and x > left:
                    x, y = left, y + room(_CHIP) + _GAP
                chips.append(Part(QRectF(x, y, long, room(_CHIP)), words, f"take {name}"))
                x += long + _GAP
        self._chips, self._long = chips, y + room(_CHIP) if chips else 0.0
        self.resize(round(wide), self.height())
        self.resize(round(wide), round(self._head + self._shown + 16 + self._keys_high + 12))
        self._scroll_to(self._scroll)

    @property
    def _shown(self) -> float:
        """How high the part with the names is."""
        free = self._window.height() - 24 - self._head - 16 - self._keys_high - 12
        most = room(_MOST) * (0.6 if self.keys else 1.0) if self._writes else free
        return max(0.0, min(self._long, most, free))

    @property
    def _keys_high(self) -> float:
        """How high the keys are."""
        return (len(_ROWS) + 1) * (room(_KEY) + _GAP) if self.keys else 0.0

    def _place(self, at: QPointF) -> None:
        page, whole = self._page.rect(), self._window.rect()
        corner = self._page.mapTo(self._window, page.topLeft())
        x = max(12, min(round(at.x() - self.width() / 2), page.width() - self.width() - 12))
        lowest = corner.y() + page.height() - self.height() - 12
        y = min(corner.y() + max(12, round(at.y())), lowest)
        if y < corner.y() + 12:  # the page is too low for it
            y = max(12, min(corner.y() + 12, whole.height() - self.height() - 12))
        self.move(corner.x() + x, y)

    def parts(self) -> list[Part]:
        """Return what can be pressed, as it lies now."""
        y = self._head - self._scroll
        seen = QRectF(0, self._head, self.width(), self._shown)
        chips = [part._replace(rect=part.rect.translated(0, y)) for part in self._chips]
        return [*self._buttons(), *(part for part in chips if part.rect.intersects(seen)), *self._keys()]

    @property
    def _head(self) -> float:
        """How high the head is: its buttons stand below its words where there is little room."""
        return room(_HEAD) + (room(_CHIP) + _GAP if self._is_narrow else 0)

    @property
    def _is_narrow(self) -> bool:
        return self.width() < px(_NARROW)

    def _buttons(self) -> list[Part]:
        found, right = [], self.width() - 14.0
        top = room(_HEAD) - 8.0 if self._is_narrow else 12.0
        for does, words in (("done", "Done"), ("close", "Close"), ("keys", "Hide keys" if self.keys else "New name")):
            if (does == "done" and not self.keys) or (does == "keys" and not self._writes):
                continue
            long = text.width(words, px(15), Weight.SEMIBOLD) + 36
            found.append(Part(QRectF(right - long, top, long, room(_CHIP)), words, does))
            right -= long + _GAP
        return found

    def _keys(self) -> list[Part]:
        if not self.keys:
            return []
        found, y = [], self._head + self._shown + 12
        wide = (self.width() - 2 * _PAD + _GAP) / 10
        for row in _ROWS:
            for at, letter in enumerate(row):
                shown = letter.upper() if self._is_new_word() != self._turned else letter
                rect = QRectF(_PAD + at * wide, y, wide - _GAP, room(_KEY))
                found.append(Part(rect, shown, f"type {shown}"))
            y += room(_KEY) + _GAP
        x = _PAD
        for words, does, keys in (
            ("Aa", "turn", 1),
            (",", "type ,", 1),
            ("Space", "type  ", 4),
            ("?", "type ?", 1),
            ("Delete", "back", 3),
        ):
            found.append(Part(QRectF(x, y, wide * keys - _GAP, room(_KEY)), words, does))
            x += wide * keys
        return found

    def _is_new_word(self) -> bool:
        return self._chosen or not self.words or self.words[-1] in " -"

    def rect_of(self, words: str) -> QRectF | None:
        """Return where what has these words lies."""
        return next((part.rect for part in self.parts() if part.words == words and part.does), None)

    def _at(self, at: QPointF) -> Part | None:
        return next((part for part in self.parts() if part.does and part.rect.contains(at)), None)

    # Hands and keys

    def pressed(self, pointer: PointerId, at: QPointF) -> None:
        """Light what a hand came down on."""
        self._hands[pointer] = (at, self._at(at), self._scroll)
        self.update()

    def dragged(self, pointer: PointerId, at: QPointF) -> None:
        """Scroll the names."""
        start, part, scroll = self._hands.get(pointer, (at, None, self._scroll))
        if abs(at.y() - start.y()) > _SLACK or (part is None and pointer in self._hands):
            self._hands[pointer] = (start, None, scroll)
            self._scroll_to(scroll + start.y() - at.y())

    def released(self, pointer: PointerId, at: QPointF) -> None:
        """Do what the hand came down on and was lifted from."""
        _, part, _ = self._hands.pop(pointer, (at, None, 0.0))
        self.update()
        if part is not None and part == self._at(at):
            self._do(part.does)

    def cancelled(self, pointer: PointerId) -> None:
        """Do nothing."""
        self._hands.pop(pointer, None)
        self.update()

    def _scroll_to(self, offset: float) -> None:
        self._scroll = max(0.0, min(offset, self._long - self._shown))
        self.update()

    def _do(self, does: str) -> None:
        verb, _, given = does.partition(" ")
        if verb == "take":
            self._finish(given)
        elif verb == "done":
            self._finish(self.words)
        elif verb == "turn":
            self._turned = not self._turned
            self.update()
        elif verb == "close":
            self.dismiss()
        elif verb == "keys":
            self.keys = not self.keys
            self._chosen = self.keys and bool(self.words)
            self._lay_out()
            self._place(
                QPointF(self._page.mapFrom(self._window, self.geometry().center())) - QPointF(0, self.height() / 2)
            )
        else:
            self._write(given if verb == "type" else "", back=verb == "back")

    def _write(self, letters: str, *, back: bool = False) -> None:
        kept = "" if self._chosen and not back else self.words
        self.words = kept[:-1] if back else kept + letters
        self._chosen = self._turned = False
        self.update()

    def _finish(self, name: str) -> None:
        self.dismiss()
        self.taken(name)

    def dismiss(self) -> None:
        """Close without a name."""
        super().dismiss()
        self._hands.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a real keyboard as well: letters write, Enter takes, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif not self._writes:
            pass
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish(self.words)
        elif event.key() == Qt.Key.Key_Backspace or event.text().isprintable():
            if not self.keys:
                self._do("keys")
            self._write(event.text(), back=event.key() == Qt.Key.Key_Backspace)
        event.accept()

    # What it looks like

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the panel."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        whole = Rect(1, 1, self.width() - 2, self.height() - 2)
        paint(painter, [Box(whole, 16, fill=style.PAPER, stroke=style.SECOND, weight=1.2)])
        right = self.width() if self._is_narrow else min(part.rect.left() for part in self._buttons())
        free = right - _PAD - 8
        said = self.words if self.keys else self._title
        said = text.elide(f"{said}|" if self.keys and not self._chosen else said, px(19), Weight.BOLD, free)
        hint = self._title if self.keys else self._hint
        hint = text.elide(hint, px(13.5), Weight.REGULAR, free)
        if self._chosen:
            wide = text.width(self.words, px(19), Weight.BOLD)
            paint(painter, [Box(Rect(_PAD - 4, room(34) - px(20), min(wide, free) + 8, px(27)), 4, fill=style.CHOSEN)])
        paint(painter, [Text(_PAD, room(34), said, px(19), Weight.BOLD, style.INK)])
        paint(painter, [Text(_PAD, room(60), hint, px(13.5), Weight.REGULAR, style.SECOND)])
        lit = [part for _, part, _ in self._hands.values()]
        for part in (*self._buttons(), *self._keys()):
            paint(painter, _button(part, lit=part in lit))
        painter.setClipRect(QRectF(0, self._head, self.width(), self._shown))
        for part in self.parts():
            if part.does.startswith("take ") or not part.does:
                paint(painter, _chip(part, lit=part in lit))
        painter.end()


def _rect(part: Part) -> Rect:
    return Rect(part.rect.x(), part.rect.y(), part.rect.width(), part.rect.height())


def _chip(part: Part, *, lit: bool) -> list[Mark]:
    """Return a name as a pill, or a heading."""
    box = _rect(part)
    if not part.does:
        return [Text(box.x, box.y + px(18), part.words, px(13.5), Weight.SEMIBOLD, style.SECOND)]
    fill = style.BUTTON_DOWN if lit else style.QUIET
    return [
        Box(box, box.h / 2, fill=fill, stroke=style.HAIRLINE, weight=1),
        Text(box.cx, box.cy + px(5), part.words, px(15), Weight.REGULAR, style.INK, "middle"),
    ]


def _button(part: Part, *, lit: bool) -> list[Mark]:
    """Return a key, or a button of the head."""
    box, done = _rect(part), part.does == "done"
    fill = INDIGO if lit else TEAL if done else style.BUTTON
    ink = style.PAPER if lit or done else style.INK
    return [
        Box(box, 10, fill=fill),
        Text(box.cx, box.cy + px(5.5), part.words, px(16), Weight.SEMIBOLD, ink, "middle"),
    ]
