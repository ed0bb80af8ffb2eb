"""The pill over the page while one draws or points: pens, inks and lights, for every finger."""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from modelbuilder.drawing import style
from modelbuilder.drawing.ink import ink_colour
from modelbuilder.drawing.marks import Box, Mark, Text
from modelbuilder.editor.events import PointerId
from modelbuilder.editor.modes import ERASER, LIGHTS, Means, Mode
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.render.qt import colour, paint
from modelbuilder.vocabulary.ink import INKS, NIBS
from modelbuilder.windows.pointing import Touchable
from modelbuilder.windows.theme import INDIGO, px, room

_HEIGHT, _PAD, _INK, _GAP = 56.0, 20.0, 48.0, 16.0
_LETTERS = 16.0


class Choice(NamedTuple):
    """One thing to press: the command that it runs, its words, or its ink."""

    command: str
    words: str = ""
    ink: str = ""


class Nibs(Touchable):
    """Shows what can be drawn or pointed with; `chosen` takes the command of what is pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen: Callable[[str], None] = lambda command: None
        self._means = Means()
        self._lit: dict[PointerId, Choice] = {}
        self.hide()

    def choices(self) -> list[list[Choice]]:
        """Return what there is to press, in groups."""
        means = self._means
        if means.mode is Mode.POINT:
            return [[Choice(f"light:{key}", words) for key, words in LIGHTS.items()]]
        nibs = [Choice(f"nib:{key}", nib.label) for key, nib in NIBS.items()]
        inks = [Choice(f"ink:{ink}", ink=ink) for ink in (NIBS[means.nib].inks if means.nib in NIBS else ())]
        groups = [[*nibs, Choice(f"nib:{ERASER}", "Eraser")], inks, [Choice("wipe", "Wipe all")]]
        return [group for group in groups if group]

    def show_means(self, means: Means) -> None:
        """Show what hands mean now."""
        self._means = means
        self.setVisible(means.mode is not Mode.ARRANGE)
        self.setAccessibleName("What to point with" if means.mode is Mode.POINT else "What to draw with")
        self.refit()

    def refit(self) -> None:
        """Take the size of what there is to press."""
        places = self._places()
        rights, bottoms = [rect.right() for _, rect in places], [rect.bottom() for _, rect in places]
        self.resize(round(max(rights, default=0)) + 8, round(max(bottoms, default=0)) + 4)
        self._centre()
        self.update()

    def _centre(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.move(max(8, (parent.width() - self.width()) // 2), 14)

    def follow_parent(self) -> None:
        """Stay over the middle of what it lies over, in as many rows as that needs."""
        self.refit()

    def _places(self) -> list[tuple[Choice, QRectF]]:
        found: list[tuple[Choice, QRectF]] = []
        x, y = 8.0, 4.0
        parent = self.parentWidget()
        most = parent.width() - 24 if parent is not None else x
        for group in self.choices():
            for choice in group:
                words = text.width(choice.words, px(_LETTERS), Weight.SEMIBOLD) + 2 * px(_PAD)
                wide = px(_INK) if choice.ink else words
                if found and x + wide > most:
                    x, y = 8.0, y + room(_HEIGHT)
                found.append((choice, QRectF(x, y, wide, room(_HEIGHT))))
                x += wide
            x += _GAP
        return found

    def rect_of(self, command: str) -> QRectF | None:
        """Return where what runs a command is."""
        return next((rect for choice, rect in self._places() if choice.command == command), None)

    def _at(self, at: QPointF) -> Choice | None:
        return next((choice for choice, rect in self._places() if rect.contains(at)), None)

    def pressed(self, pointer: PointerId, at: QPointF) -> None:
        """Light what a hand came down on."""
        choice = self._at(at)
        if choice is not None:
            self._lit[pointer] = choice
            self.update()

    def released(self, pointer: PointerId, at: QPointF) -> None:
        """Choose what the hand came down on and was lifted from."""
        choice = self._lit.pop(pointer, None)
        self.update()
        if choice is not None and choice == self._at(at):
            self.chosen(choice.command)

    def cancelled(self, pointer: PointerId) -> None:
        """Choose nothing."""
        self._lit.pop(pointer, None)
        self.update()

    def _is_on(self, choice: Choice) -> bool:
        means = self._means
        inks = {f"ink:{means.inks[means.nib]}"} if means.nib in means.inks else set()
        return choice.command in {f"nib:{means.nib}", f"light:{means.light}", *inks}

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill and what is on it."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        whole, places = Rect(1, 1, self.width() - 2, self.height() - 2), self._places()
        high = room(_HEIGHT)
        paint(painter, [Box(whole, high / 2, fill=style.PAPER, stroke=style.EDGE, weight=1.2)])
        for before, after in pairwise(places):
            if after[1].left() - before[1].right() > 1:
                x = (after[1].left() + before[1].right()) / 2
                paint(painter, [Box(Rect(x - 0.5, after[1].top() + high * 0.28, 1, high * 0.44), fill=style.HAIRLINE)])
        for choice, rect in places:
            self._paint(painter, choice, rect)
        painter.end()

    def _paint(self, painter: QPainter, choice: Choice, rect: QRectF) -> None:
        on, down = self._is_on(choice), choice in self._lit.values()
        if choice.ink:
            middle, radius = rect.center(), px(14)
            disc = Rect(middle.x(), middle.y(), 0, 0).grown(radius)
            paint(painter, [Box(disc, radius, fill=ink_colour(choice.ink), stroke=style.EDGE, weight=1.4)])
            if on or down:
                painter.setPen(QPen(colour(style.IDEA), 3))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(middle, radius + 4, radius + 4)
            return
        marks: list[Mark] = []
        box = Rect(rect.x(), rect.y(), rect.width(), rect.height()).grown(-5)
        if on or down:
            fill = INDIGO if on else style.BUTTON_DOWN
            marks.append(Box(box, box.h / 2, fill=fill))
        ink = style.PAPER if on else style.INK
        y = rect.center().y() + px(5.5)
        marks.append(Text(rect.center().x(), y, choice.words, px(_LETTERS), Weight.SEMIBOLD, ink, "middle"))
        paint(painter, marks)

    def words(self) -> str:
        """Return what is chosen, in words."""
        means = self._means
        if means.mode is Mode.POINT:
            return LIGHTS[means.light]
        return f"{NIBS[means.nib].label}, {INKS[means.inks[means.nib]].lower()}" if means.nib in NIBS else "Eraser"
