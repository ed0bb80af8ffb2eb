"""The card of measures: one is chosen, the cards on the page are tinted, and a table has the worst first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from modelbuilder.document.ids import ThingId
from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Box, Text
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.render.qt import paint
from modelbuilder.windows.card import ROOM, Card
from modelbuilder.windows.icons import icon_of
from modelbuilder.windows.theme import px, room
from modelbuilder.windows.words import rewrite, wrapped

if TYPE_CHECKING:
    from modelbuilder.accountability.measures import Row, Table

_MOST_HIGH = 420
_NAME, _VALUE, _WORDS = 146, 58, 108


class MeasureCard(Card):
    """`chosen` tells the key of a measure, `shown` the post of a row that was pressed."""

    chosen = Signal(str)
    shown = Signal(str)

    def __init__(self) -> None:
        super().__init__("Measures")
        self.choice: QComboBox | None = None
        self._explanation = wrapped("", "second", ROOM)
        self._key = _Key()
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels(["Post", "Value", "In words"])
        self.table.setAccessibleName("Posts by this measure, the worst first")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setIconSize(QSize(16, 28))
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.cellClicked.connect(self._press)
        self.table.cellActivated.connect(self._press)
        self._empty = wrapped("This measure applies to no post here.", "second", ROOM)
        for widget in (self._explanation, self._key, self.table, self._empty):
            self.column.addWidget(widget)
        self._posts: list[ThingId] = []
        self.refit()

    def refit(self) -> None:
        """Give columns and rows the room that their words need."""
        header = self.table.horizontalHeader()
        self.table.setFixedWidth(room(ROOM) + 12)
        for column, width in enumerate((_NAME, _VALUE)):
            header.resizeSection(column, room(width))
        rows = self.rows()
        for index, (name, _, words) in enumerate(rows):
            self.table.setRowHeight(index, max(_high(name, _NAME), _high(words, _WORDS)))
        high = sum(self.table.rowHeight(index) for index in range(len(rows))) + round(px(40))
        self.table.setFixedHeight(min(high, _MOST_HIGH))

    def _offer(self) -> QComboBox:
        from modelbuilder.accountability.yardsticks import MEASURES

        if self.choice is None:
            self.choice = QComboBox()
            self.choice.setAccessibleName("Measure")
            for measure in MEASURES.values():
                self.choice.addItem(measure.label, measure.key)
            self.choice.activated.connect(self._choose)
            self.column.insertWidget(1, self.choice)
        return self.choice

    def _choose(self, index: int) -> None:
        if self.choice is not None:
            self.chosen.emit(self.choice.itemData(index))

    def show_measure(self, table: "Table", key: str) -> None:
        """List the posts that a measure applies to, the worst first."""
        from modelbuilder.accountability.yardsticks import MEASURES

        measure, choice = MEASURES[key], self._offer()
        choice.setCurrentIndex(choice.findData(key))
        rewrite(self._explanation, measure.explanation)
        rows = _worst_first(table, key)
        self._posts = [row.post for row in rows]
        self.table.clearSelection()
        self.table.setRowCount(len(rows))
        for index, row in enumerate(rows):
            value = row.values[key]
            amount = "–" if value.amount is None else f"{value.amount:.0f}"
            cells = (row.name, amount, value.words)
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                if column == 1:
                    item.setIcon(_swatch(value.tint))
                self.table.setItem(index, column, item)
        self._empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self.refit()
        self.show()

    def _press(self, index: int, column: int) -> None:
        self.shown.emit(self._posts[index])

    def rows(self) -> list[tuple[str, ...]]:
        """Return the words of the table, row by row."""
        items = [[self.table.item(row, column) for column in range(3)] for row in range(self.table.rowCount())]
        return [tuple(item.text() if item else "" for item in row) for row in items]


def _worst_first(table: "Table", key: str) -> list["Row"]:
    from modelbuilder.accountability.yardsticks import MEASURES

    fewer = MEASURES[key].fewer

    def order(row: "Row") -> tuple[int, float, str]:
        value = row.values[key]
        amount = float("inf") if value.amount is None else value.amount
        return (-value.tint, amount if fewer else -amount, row.name)

    return sorted((row for row in table.rows if key in row.values), key=order)


def _high(words: str, width: int) -> int:
    """Return how high a cell must be for its words; Qt measures rows before the sheet has given them their font."""
    return round(px(20) * len(text.wrap(words, px(14), Weight.REGULAR, room(width) - 12))) + 16


def _swatch(tint: int) -> QIcon:
    return icon_of([_tinted(tint, 0, 6, 15, 15)], 16, 28)


def _tinted(tint: int, x: float, y: float, w: float, h: float) -> Box:
    return Box(Rect(x + 0.5, y + 0.5, w - 1, h - 1), 3, fill=style.HEAT[tint], stroke=style.SECOND, weight=1)


class _Key(QWidget):
    """The key of the tints: five swatches between “fine” and “worst”."""

    def __init__(self) -> None:
        super().__init__()
        self.refit()
        self.setAccessibleName("Tints from none to the strongest, which is the worst")

    def refit(self) -> None:
        """Be as high as the words."""
        self.setFixedSize(room(ROOM), round(px(24)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the swatches with their words."""
        count, high = len(style.HEAT), px(20)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        paint(painter, [_tinted(tint, px(38) + tint * 34, 2, 30, high) for tint in range(count)])
        ends = ((0, "fine"), (px(38) + count * 34 + 6, "worst"))
        paint(painter, [Text(x, px(17), words, px(14), Weight.REGULAR, style.SECOND) for x, words in ends])
        painter.end()
