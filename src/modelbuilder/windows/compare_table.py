"""The table under models beside each other: rows of cells, one a model, with sentences that light the pages."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QWidget

from modelbuilder.compare.several import Lit
from modelbuilder.windows.theme import room

SIDE = 264
"""The width of the headings at the left, in pixels: the table stands under panes that leave as much free."""

_LINE = 1100
"""How long the lines of a paragraph are at most, in pixels: longer ones are hard to follow."""


class Said(NamedTuple):
    """A sentence in a cell. `lit` is what it lights up in each model; `mark` is a sign before it, such as “+”.

    What is on a sticky note says the colour of the `note`.
    """

    words: str
    lit: Lit = ()
    mark: str = ""
    note: str = ""


class Row(NamedTuple):
    """A row of the table: its heading, and what is said in the cell of each model."""

    heading: str
    cells: Sequence[Sequence[Said]]
    part: bool = False
    """Whether it only begins a part of the table, and has no cells: a heading, or sentences to be read."""


class Sentence(QLabel):
    """A sentence to press. `pointed` tells that it is looked at, or no longer, `pressed` that it is wanted."""

    pointed = Signal(bool)
    pressed = Signal()

    def __init__(self, said: Said) -> None:
        super().__init__(f"{said.mark} {said.words}" if said.mark else said.words)
        self.said = said
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName("said" if any(said.lit) else "plain")
        self.setProperty("note", said.note)
        self.setContentsMargins(8, 6, 8, 6)
        if any(said.lit):
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAccessibleDescription("Enter lights it up in the models.")

    def enterEvent(self, event: QEnterEvent) -> None:
        """Be looked at."""
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Be looked at no longer."""
        self.pointed.emit(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be looked at by keyboard."""
        super().focusInEvent(event)
        self.pointed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Be looked at no longer."""
        super().focusOutEvent(event)
        self.pointed.emit(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Be pressed."""
        self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class CompareTable(QScrollArea):
    """Shows rows. `pointed` tells what is looked at, `pressed` what was pressed: what is lit, or nothing."""

    pointed = Signal(object)
    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName("What the models say")

    def show_rows(self, rows: Iterable[Row], models: int) -> None:
        """Show rows, each with a cell for so many models."""
        inner = QWidget()
        inner.setObjectName("sheet")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 24)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, room(SIDE))
        for column in range(models):
            grid.setColumnStretch(column + 1, 1)
        at = -1
        for at, row in enumerate(rows):
            self._add_row(grid, at, row, models)
        grid.setRowStretch(at + 1, 1)
        place = self.verticalScrollBar().value()
        self.setWidget(inner)
        self.verticalScrollBar().setValue(place)

    def _add_row(self, grid: QGridLayout, at: int, row: Row, models: int) -> None:
        heading = QLabel(row.heading)
        heading.setWordWrap(True)
        heading.setAlignment(Qt.AlignmentFlag.AlignTop)
        if row.part:
            heading.setObjectName("paragraph" if row.heading.endswith(".") else "part")
            heading.setMaximumWidth(room(_LINE))
            grid.addWidget(_band(heading), at, 0, 1, models + 1)
            return
        heading.setObjectName("question")
        heading.setContentsMargins(20, 10, 2, 10)
        heading.setFixedWidth(room(SIDE))
        grid.addWidget(heading, at, 0, Qt.AlignmentFlag.AlignTop)
        for column, cell in enumerate(row.cells):
            grid.addWidget(self._cell(row.heading, cell), at, column + 1)

    def _cell(self, heading: str, cell: Sequence[Said]) -> QWidget:
        box = QWidget()
        box.setObjectName("cell")
        box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QGridLayout(box)
        column.setContentsMargins(8, 4, 8, 4)
        column.setVerticalSpacing(6 if any(said.note for said in cell) else 0)
        for index, said in enumerate(cell):
            sentence = Sentence(said)
            sentence.setAccessibleName(f"{heading}: {said.words}")
            sentence.pointed.connect(lambda on, one=said: self.pointed.emit(one.lit if on and any(one.lit) else None))
            sentence.pressed.connect(lambda one=said: self.pressed.emit(one.lit if any(one.lit) else None))
            column.addWidget(sentence, index, 0)
        column.setRowStretch(len(cell), 1)
        return box

    def sentences(self) -> list[Sentence]:
        """List what is said, in the order of reading."""
        inner = self.widget()
        return inner.findChildren(Sentence) if inner is not None else []


def _band(words: QLabel) -> QWidget:
    """Return a band across the whole table, with words that begin at its left."""
    band = QWidget()
    band.setObjectName("band")
    band.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    row = QHBoxLayout(band)
    row.setContentsMargins(24, 14, 12, 12)
    row.addWidget(words, 1, Qt.AlignmentFlag.AlignTop)
    row.addStretch(0)
    return band
