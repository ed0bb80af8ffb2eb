"""Chips: a few choices as finger-sized buttons in rows, of which one is taken."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from modelbuilder.layout import text
from modelbuilder.layout.text import Weight
from modelbuilder.windows import theme

_SIZE, _PADDING, _GAP = 14.0, 30.0, 8


class Chips(QWidget):
    """Buttons of which one is marked; `chosen` tells which was pressed."""

    chosen = Signal(str)

    def __init__(self, choices: Iterable[tuple[str, str]], width: int, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._width = width
        self._group = QButtonGroup(self)
        self.buttons = {key: self._button(key, words) for key, words in choices}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 4)
        self._column.setSpacing(_GAP)
        self.refit()

    def refit(self) -> None:
        """Lay the chips out in rows, as many in each as there is room for."""
        while self._column.count():
            self._column.takeAt(0)
        row, left = QHBoxLayout(), 0.0
        for button in self.buttons.values():
            words = f"✓ {button.accessibleName()}"
            wide = text.width(words, theme.px(_SIZE), Weight.SEMIBOLD) + _PADDING
            if wide > left:
                row = QHBoxLayout()
                row.setSpacing(_GAP)
                row.addStretch(1)
                self._column.addLayout(row)
                left = theme.room(self._width)
            left -= wide + _GAP
            button.setMinimumWidth(round(wide))
            row.insertWidget(row.count() - 1, button)

    def _button(self, key: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName("chip")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self.chosen.emit(key))
        button.toggled.connect(lambda taken: button.setText(f"✓ {words}" if taken else words))
        self._group.addButton(button)
        return button

    def take(self, key: str) -> None:
        """Mark a choice."""
        self.buttons[key].setChecked(True)
