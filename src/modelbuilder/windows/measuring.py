"""The card of measures: one is chosen, the cards on the page are tinted, and a table has the worst first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QLabel, QTableWidget, QTableWidgetItem

from modelbuilder.canvas.tints import TINTS
from modelbuilder.document.ids import ThingId
from modelbuilder.drawing import style
from modelbuilder.layout import text
from modelbuilder.layout.text import Weight
from modelbuilder.windows.card import ROOM, Card
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
        self._key = QLabel()
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels(["Post", "Value", "In words"])
        self.table.setFixedWidth(ROOM + 12)
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
        for column, width in enumerate((_NAME, _VALUE)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.cellClicked.connect(self._press)
        self.table.cellActivated.connect(self._press)
        self._empty = wrapped("This measure applies to no post here.", "second", ROOM)
        for widget in (self._explanation, self._key, self.table, self._empty):
            self.column.addWidget(widget)
        self._posts: list[ThingId] = []

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
        self._key.setPixmap(_scale(self.devicePixelRatioF()))
        self._key.setAccessibleName("Tints from none to the darkest, which is the worst")
        rows = _worst_first(table, key)
        self._posts = [row.post for row in rows]
        self.table.clearSelection()
        self.table.setRowCount(len(rows))
        for index, row in enumerate(rows):
            value = row.values[key]
            amount = "–" if value.amount is None else f"{value.amount:.0f}"
            cells = (row.name, amount, value.words)
            self.table.setRowHeight(index, max(_high(row.name, _NAME), _high(value.words, _WORDS)))
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                if column == 1:
                    item.setIcon(_swatch(value.tint))
                self.table.setItem(index, column, item)
        self._empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        high = sum(self.table.rowHeight(index) for index in range(len(rows))) + 40
        self.table.setFixedHeight(min(high, _MOST_HIGH))
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
    return 20 * len(text.wrap(words, 14, Weight.REGULAR, width - 12)) + 16


def _swatch(tint: int) -> QIcon:
    pixmap = QPixmap(32, 56)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _paint_swatch(painter, tint, 0, 12, 30, 30)
    painter.end()
    return QIcon(pixmap)


def _paint_swatch(painter: QPainter, tint: int, x: float, y: float, w: float, h: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(style.SECOND))
    painter.setBrush(QColor(TINTS[tint]))
    painter.drawRoundedRect(round(x) + 1, round(y) + 1, round(w) - 2, round(h) - 2, 4, 4)


def _scale(ratio: float) -> QPixmap:
    """Return the key of the tints: five swatches between “fine” and “worst”."""
    pixmap = QPixmap(round(ROOM * ratio), round(24 * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    for tint in range(len(TINTS)):
        _paint_swatch(painter, tint, 38 + tint * 34, 2, 30, 20)
    painter.setPen(QColor(style.SECOND))
    painter.drawText(0, 17, "fine")
    painter.drawText(38 + len(TINTS) * 34 + 6, 17, "worst")
    painter.end()
    return pixmap
