"""The sheet of keyboard shortcuts: those of the canvas, and of every command by its menu."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from modelbuilder.editor.actions import ACTIONS, MENUS, SUBMENUS
from modelbuilder.windows.keys import ON_THE_CANVAS

_COLUMNS = 3
_HEADING = 1.9
"""How many rows a heading takes, with the space above it."""
_FRAME = 64
"""Pixels of a window that the frame of the sheet takes, and what is left around it."""


class Group(NamedTuple):
    """A heading, and what each key under it does."""

    heading: str
    rows: tuple[tuple[str, str], ...]

    @property
    def length(self) -> float:
        """How many rows it takes."""
        return len(self.rows) + _HEADING


def groups() -> Iterator[Group]:
    """Yield what the sheet lists: every key of the program, once."""
    yield Group("On the canvas", ON_THE_CANVAS)
    for menu in MENUS:
        rows = tuple(
            (action.label.rstrip("…"), _native(action.shortcut))
            for action in ACTIONS.values()
            if action.shortcut and menu in (action.menu, SUBMENUS.get(action.menu))
        )
        if rows:
            yield Group(menu, rows)


def _native(shortcut: str) -> str:
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def columns(found: list[Group]) -> list[list[Group]]:
    """Spread groups over columns of about the same length: each goes where there is most room."""
    rows: list[list[Group]] = [[] for _ in range(_COLUMNS)]
    for group in found:
        min(rows, key=lambda row: sum(one.length for one in row)).append(group)
    return rows


class ShortcutSheet(QDialog):
    """Lists the keys; Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        inner = QWidget()
        inner.setObjectName("paper")
        row = QHBoxLayout(inner)
        row.setContentsMargins(8, 0, 8, 8)
        row.setSpacing(44)
        for column in columns(list(groups())):
            row.addLayout(_column(column))
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = QPushButton("Close")
        close.clicked.connect(self.accept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 14, 24, 14)
        whole.addWidget(area, 1)
        whole.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        wanted = inner.sizeHint()
        room = parent.window().size()
        self.resize(min(wanted.width() + 70, room.width() - 40), min(wanted.height() + 90, room.height() - _FRAME))
        close.setFocus()


def _column(found: list[Group]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    for group in found:
        heading = QLabel(group.heading)
        heading.setObjectName("heading")
        heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column.addWidget(heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(3)
        grid.setContentsMargins(0, 0, 0, 6)
        grid.setColumnStretch(0, 1)
        for number, (words, keys) in enumerate(group.rows):
            label, key = QLabel(words), QLabel(keys)
            label.setObjectName("plain")
            key.setObjectName("key")
            label.setBuddy(key)
            grid.addWidget(label, number, 0)
            grid.addWidget(key, number, 1, Qt.AlignmentFlag.AlignRight)
        column.addLayout(grid)
    column.addStretch(1)
    return column


def show_shortcuts(window: QWidget) -> None:
    """Show the sheet until it is closed."""
    sheet = ShortcutSheet(window)
    sheet.exec()
    sheet.deleteLater()
