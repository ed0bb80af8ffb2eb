"""Chips: a few choices as finger-sized buttons in rows, of which one is taken."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from modelbuilder.layout import text
from modelbuilder.layout.text import Weight

_SIZE, _PADDING, _GAP = 14.0, 30.0, 8


class Chips(QWidget):
    """Buttons of which one is marked; `chosen` tells which was pressed."""

    chosen = Signal(str)

    def __init__(self, choices: Iterable[tuple[str, str]], width: int, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(_GAP)
        row, left = QHBoxLayout(), 0.0
        for key, words in choices:
            wide = text.width(f"✓ {words}", _SIZE, Weight.SEMIBOLD) + _PADDING
            if wide > left:
                row = QHBoxLayout()
                row.setSpacing(_GAP)
                row.addStretch(1)
                column.addLayout(row)
                left = width
            left -= wide + _GAP
            row.insertWidget(row.count() - 1, self._button(key, words, round(wide)))

    def _button(self, key: str, words: str, wide: int) -> QPushButton:
        button = self.buttons[key] = QPushButton(words)
        button.setObjectName("chip")
        button.setCheckable(True)
        button.setMinimumWidth(wide)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self.chosen.emit(key))
        button.toggled.connect(lambda taken: button.setText(f"✓ {words}" if taken else words))
        self._group.addButton(button)
        return button

    def take(self, key: str) -> None:
        """Mark a choice."""
        self.buttons[key].setChecked(True)
