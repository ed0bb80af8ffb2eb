"""The panel that one chooses from by typing: commands, things to go to, kinds to add, ends of lines."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Box, Icon, Mark, Text
from modelbuilder.editor.matching import ranked, sought
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.render.qt import paint
from modelbuilder.windows import theme
from modelbuilder.windows.choice import Choice
from modelbuilder.windows.theme import px, room

_WIDTH, _ROW, _ROWS = 640, 52, 9
_TOP = 96
_MOST = 300
_CHIP = 32.0
_Index = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractListModel):
    """The rows that fit what is typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices: Sequence[Choice] = ()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        self.beginResetModel()
        self.choices = choices
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        roles = Qt.ItemDataRole
        if role in (roles.DisplayRole, roles.AccessibleTextRole, roles.ToolTipRole):
            return self.choices[index.row()].spoken()
        return None


class _Painter(QStyledItemDelegate):
    """Paints a row: an icon, the words, what else is said below them, and the key at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(room(_WIDTH) - 40, room(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rows = index.model()
        assert isinstance(rows, _Rows)
        rect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.translate(rect.topLeft())
        paint(painter, row_marks(rows.choices[index.row()], float(rect.width()), chosen=chosen))
        painter.restore()


def row_marks(choice: Choice, w: float, *, chosen: bool) -> list[Mark]:
    """Return the marks of a row."""
    marks: list[Mark] = []
    high = room(_ROW)
    if chosen:
        marks.append(Box(Rect(2, 2, w - 4, high - 4), 9, fill=style.CHOSEN, stroke=theme.INDIGO, weight=1.5))
    left, right = 16.0, w - 16
    if choice.icon and choice.tier is not None:
        top = (high - _CHIP) / 2
        marks.append(Box(Rect(14, top, _CHIP, _CHIP), 8, fill=style.TIERS[choice.tier]))
        marks.append(Icon(choice.icon, 14 + 6, top + 6, _CHIP - 12, style.PAPER))
        left = 14 + _CHIP + 14
    if choice.keys:
        wide = text.width(choice.keys, px(13), Weight.SEMIBOLD) + 18
        key = Rect(right - wide, high / 2 - px(13), wide, px(26))
        marks.append(Box(key, 6, fill=style.QUIET, stroke=style.HAIRLINE, weight=1))
        marks.append(Text(key.cx, key.cy + px(4.6), choice.keys, px(13), Weight.SEMIBOLD, style.SECOND, "middle"))
        right = key.x - 14
    words = text.elide(choice.words, px(15), Weight.SEMIBOLD, right - left)
    base = high / 2 - px(3) if choice.detail else high / 2 + px(5)
    marks.append(Text(left, base, words, px(15), Weight.SEMIBOLD, style.INK))
    if choice.detail:
        more = text.elide(choice.detail, px(13), Weight.REGULAR, right - left)
        marks.append(Text(left, high / 2 + px(15), more, px(13), Weight.REGULAR, style.SECOND))
    return marks


class Chooser(QFrame):
    """A field and the rows that fit it; Enter takes, Esc leaves. The keyboard goes back to where it was."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chooser")
        self._taken: Callable[[Any], None] = lambda value: None
        self._choices: Sequence[Choice] = ()
        self._sought: list[Any] = []
        self._before: QWidget | None = None
        self._leaving = False
        self._heading = QLabel()
        self._heading.setObjectName("field")
        self.field = QLineEdit()
        self.field.setObjectName("search")
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self._rows = _Rows(self)
        self.list = QListView()
        self.list.setObjectName("choices")
        self.list.setModel(self._rows)
        self.list.setItemDelegate(_Painter(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._take)
        self._nothing = QLabel()
        self._nothing.setObjectName("second")
        self._nothing.setContentsMargins(16, 6, 16, 8)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        for widget in (self._heading, self.field, self.list, self._nothing):
            column.addWidget(widget)
        self.hide()

    def ask(
        self, heading: str, hint: str, choices: Sequence[Choice], taken: Callable[[Any], None], query: str = ""
    ) -> None:
        """Let one choose a row; `taken` gets its value."""
        self._before = self._before if self.isVisible() else QApplication.focusWidget()
        self._taken, self._choices = taken, choices
        self._sought = [sought(choice.words, choice.detail) for choice in choices]
        self._heading.setText(heading)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(f"{heading}. {hint}")
        self.field.blockSignals(True)
        self.field.setText(query)
        self.field.blockSignals(False)
        self._narrow(query)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def shown(self) -> Sequence[Choice]:
        """Return the rows that fit what is typed."""
        return self._rows.choices

    def _narrow(self, query: str) -> None:
        found = ranked(query, self._sought)[:_MOST]
        self._rows.show_choices([self._choices[index] for index in found])
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._nothing.setText(f"Nothing fits “{query.strip()}”." if query.strip() else "There is nothing to choose.")
        self._place(len(found))
        self._move_to(0)

    def _place(self, count: int) -> None:
        over = self.parentWidget()
        assert over is not None
        area = over.rect()
        width, high = min(room(_WIDTH), area.width() - 40), room(_ROW)
        rows = min(count, _ROWS, max(3, (area.height() - _TOP - room(160)) // high))
        self.list.setFixedHeight(rows * high)
        self._column.activate()
        self.setGeometry((area.width() - width) // 2, min(_TOP, area.height() // 10), width, self.sizeHint().height())

    def _move_to(self, row: int) -> None:
        count = self._rows.rowCount()
        if not count:
            return
        index = self._rows.index(max(0, min(row, count - 1)))
        self.list.setCurrentIndex(index)
        words = f"{self._rows.choices[index.row()].spoken()}, {index.row() + 1} of {count}"
        self.field.setAccessibleDescription(words)
        if self.isVisible() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _take(self, index: _Index) -> None:
        choice = self._rows.choices[index.row()]
        self.leave()
        self._taken(choice.value)

    def leave(self) -> None:
        """Close, and give the keyboard back."""
        if not self.isVisible() or self._leaving:
            return
        self._leaving = True
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)  # before hiding, or Qt would try other fields first
        self.hide()
        self._leaving = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys, Enter and Esc of the field do what they do in the list."""
        if watched is not self.field or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            if watched is self.field and event.type() == QEvent.Type.FocusOut and not self.underMouse():
                self._left_alone()
            return super().eventFilter(watched, event)
        row = self.list.currentIndex().row()
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS - 1,
            Qt.Key.Key_PageUp: 1 - _ROWS,
            Qt.Key.Key_Tab: 1,
            Qt.Key.Key_Backtab: -1,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._move_to(row + steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._rows.rowCount():
                self._take(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True

    def _left_alone(self) -> None:
        """Close when the keyboard goes elsewhere by a press beside the panel."""
        if self.isVisible() and QApplication.activePopupWidget() is None and self.window().isActiveWindow():
            self._before = None
            self.leave()
