"""The outline beside the canvas: the model as a tree and as a list of lines, in step with the canvas both ways."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.naming import name_thing
from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Box, Icon, Mark, Text
from modelbuilder.editor import verbs
from modelbuilder.editor.outline import Row
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.render.qt import paint
from modelbuilder.windows.chips import Chips
from modelbuilder.windows.flow import Flow
from modelbuilder.windows.outline_rows import Index, OutlineRows
from modelbuilder.windows.theme import px

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work

_ROW, _CHIP = 44, 24.0
_MOST_OPEN = 2000
_THINGS, _LINES = "things", "lines"


class _Painter(QStyledItemDelegate):
    """Paints a row: its icon, its title, and under it the rest in grey."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, _high())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rows, rect = index.model(), option.rect
        assert isinstance(rows, OutlineRows)
        thing_id = rows.thing_at(index)
        if thing_id is None:
            return
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.translate(rect.topLeft())
        paint(painter, row_marks(rows.row(thing_id), float(rect.width()), chosen=chosen, focused=focused))
        painter.restore()


def _high() -> int:
    """Return how high a row is, in pixels: two lines of words."""
    return round(px(_ROW))


def row_marks(row: Row, w: float, *, chosen: bool, focused: bool) -> list[Mark]:
    """Return the marks of a row: its title, and under it whoever is meant, which a long title would crowd out."""
    marks: list[Mark] = []
    high = _high()
    if chosen or focused:
        ring = style.IDEA if focused else ""
        marks.append(Box(Rect(1, 2, w - 3, high - 4), 8, fill=style.CHOSEN if chosen else "", stroke=ring, weight=2))
    left = 8.0
    if row.icon:
        top = (high - _CHIP) / 2
        marks.append(Box(Rect(6, top, _CHIP, _CHIP), 6, fill=style.TIERS[row.tier]))
        marks.append(Icon(row.icon, 6 + 4, top + 4, _CHIP - 8, style.PAPER))
        left = 6 + _CHIP + 9
    space = w - left - 8
    lines = [(row.title, 14.5, Weight.SEMIBOLD if row.icon else Weight.REGULAR, style.INK)]
    lines += [(row.second, 13.0, Weight.REGULAR, style.SECOND)] if row.second else []
    middle = high / 2 + px(5)
    bases = (middle - px(8.5), middle + px(9)) if row.second else (middle,)
    for (words, size, weight, ink), base in zip(lines, bases, strict=True):
        marks.append(Text(left, base, text.elide(words, px(size), weight, space), px(size), weight, ink))
    return marks


class OutlineTree(QTreeView):
    """The rows; Enter names, and the keys of the window work on what is selected."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Name by Enter; Esc goes back to the canvas. While a name is typed, both are for its field."""
        typing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not typing:
                self.begin_naming()
        elif event.key() == Qt.Key.Key_Escape and not typing:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Question:
            event.ignore()  # a tree would look for a row that begins so
        else:
            super().keyPressEvent(event)

    def begin_naming(self) -> None:
        """Type a name in the row that the keyboard is on; lines have none."""
        index = self.currentIndex()
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)


class Outline(QWidget):
    """The panel: which view, a filter, the rows, and the commands that are wanted most."""

    closed = Signal()
    moved = Signal()
    """It is to stand on the other side of the canvas."""

    def __init__(self, work: "Work") -> None:
        super().__init__()
        self.work, self.desk = work, work.desk
        self.setObjectName("outline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(260)
        self.rows = OutlineRows(self.desk)
        self.rows.renamed = self._rename
        self._following = False
        self._stale = True
        self._model_id: ModelId | None = None
        self.search = QLineEdit(placeholderText="Show only…", clearButtonEnabled=True)
        self.search.setObjectName("search")
        self.search.setAccessibleName("Show only what is called so")
        self.search.textChanged.connect(self._narrow)
        self.tree = OutlineTree()
        self.tree.setObjectName("outline")
        self.tree.setAccessibleName("Outline of the model")
        self.tree.setModel(self.rows)
        self.tree.setItemDelegate(_Painter(self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(20)
        self.tree.setAnimated(False)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._menu)
        self.tree.left.connect(work.canvas.setFocus)
        self.tree.selectionModel().selectionChanged.connect(self._chosen)
        self.chips = Chips([(_THINGS, "Things"), (_LINES, "Lines")], 220, "What is listed")
        self.chips.take(_THINGS)
        self.chips.chosen.connect(self._list)
        self._nothing = QLabel("Nothing is drawn yet. Press A on the canvas, or Insert, to add something.")
        self._nothing.setObjectName("second")
        self._nothing.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 10, 10)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addWidget(self.chips)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self.tree, 1)
        column.addLayout(self._foot())

    def refit(self) -> None:
        """Lay the rows out again in the height that letters of this size need."""
        self.tree.scheduleDelayedItemsLayout()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        heading = QLabel("Outline")
        heading.setObjectName("heading")
        head.addWidget(heading)
        head.addStretch(1)
        for words, name, signal in (
            ("⇄", "Stand on the other side of the canvas", self.moved),
            ("Close", "Close the outline", self.closed),
        ):
            button = QPushButton(words)
            button.setObjectName("quiet")
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(signal)
            head.addWidget(button)
        return head

    def _foot(self) -> Flow:
        foot = Flow()
        for key, words in (("add_here", "Add"), ("connect", "Connect"), ("move_into", "Move"), ("delete", "Delete")):
            action = self.work.commands.actions[key]
            button = QPushButton(words)
            button.setObjectName("small")
            button.setToolTip(action.text())
            button.setAccessibleName(action.text())
            button.clicked.connect(lambda _=False, one=key: self.work.commands.run_if_can(one))
            action.changed.connect(lambda one=button, of=action: one.setEnabled(of.isEnabled()))
            button.setEnabled(action.isEnabled())
            foot.addWidget(button)
        return foot

    # In step with the canvas

    def refresh(self) -> None:
        """Follow a change of the document; what cannot be seen follows when it is shown."""
        if not self.isVisible():
            self._stale = True
            return
        fresh = self._stale or not self.rows.rowCount() or self._model_id != self.desk.model_id
        self._stale, self._model_id = False, self.desk.model_id
        self._following = True  # rows that move are not let go of by a hand
        self.rows.refresh()
        self._following = False
        self._nothing.setVisible(not self.rows.rowCount())
        self._nothing.setText(
            f"Nothing is called “{self.rows.query}”."
            if self.rows.query
            else "No lines yet."
            if self.rows.as_lines
            else "Nothing is drawn yet. Press A on the canvas, or Insert, to add something."
        )
        if fresh or self.rows.query:
            self._open_all()
        self.follow()

    def _open_all(self) -> None:
        """Open every box, or of very many only the outermost."""
        if len(self.desk.page().rects) <= _MOST_OPEN:
            self.tree.expandAll()
        else:
            self.tree.expandToDepth(0)

    def follow(self) -> None:
        """Follow a change of the view: select what is selected on the canvas, and bring it into sight."""
        if not self.isVisible():
            return
        chosen = self.desk.view.selection
        if chosen == frozenset(self._selected()):
            return
        self._following = True
        selection, first = QItemSelection(), None
        for one in sorted(chosen):
            index = self.rows.index_of(one)
            if index.isValid():
                selection.select(index, index)
                first = first or index
        model = self.tree.selectionModel()
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if first is not None:
            model.setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.tree.scrollTo(first)
        self._following = False

    def _selected(self) -> Iterator[ThingId]:
        for index in self.tree.selectionModel().selectedIndexes():
            thing_id = self.rows.thing_at(index)
            if thing_id is not None:
                yield thing_id

    def _chosen(self) -> None:
        """Select on the canvas what was selected here."""
        if self._following:
            return
        chosen = tuple(self._selected())
        if frozenset(chosen) != self.desk.view.selection:
            self.desk.select(*chosen)
            current = self.rows.thing_at(self.tree.currentIndex())
            self.work.canvas.reveal(frozenset({current} if current in chosen and current else chosen[:1]))

    def _rename(self, thing_id: ThingId, words: str) -> None:
        desk, model_id = self.desk, self.desk.model_id
        label = verbs.named_thing(desk, "Name" if thing_id in desk.model.posts else "Rename", thing_id)
        desk.session.do(label, model_id, lambda document: name_thing(document, model_id, thing_id, words))

    def next_row(self) -> ThingId | None:
        """Return the row that comes after what is selected, or before it when that is the last."""
        tree, rows = self.tree, self.rows
        for step in (tree.indexBelow, tree.indexAbove):
            index: QModelIndex = step(tree.currentIndex())
            while index.isValid() and self._goes(index):
                index = step(index)
            if index.isValid():
                return rows.thing_at(index)
        return None

    def _goes(self, index: QModelIndex) -> bool:
        """Tell whether a row is selected, or stands in one that is."""
        return index.isValid() and (self.tree.selectionModel().isSelected(index) or self._goes(index.parent()))

    def go_to(self, thing_id: ThingId | None) -> None:
        """Put the keyboard on a row."""
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        index = self.rows.index_of(thing_id)
        if index.isValid():
            self.tree.setCurrentIndex(index)

    # What hands do

    def _narrow(self, words: str) -> None:
        self.rows.query = words.strip()
        self.refresh()

    def _list(self, what: str) -> None:
        self.rows.as_lines = what == _LINES
        self._stale = True
        self.refresh()

    def _menu(self, at: QPoint) -> None:
        self.work.commands.card_menu(self.tree.viewport().mapToGlobal(at))
