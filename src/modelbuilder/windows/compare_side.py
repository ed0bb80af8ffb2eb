"""The side of the comparison: the ways to read models beside each other, and what else can be done with them."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from modelbuilder.windows.compare_table import SIDE
from modelbuilder.windows.compare_tabs import TABS, Chosen
from modelbuilder.windows.scrolling import scrolling
from modelbuilder.windows.theme import room
from modelbuilder.windows.words import wrapped


class CompareSide(QWidget):
    """Offers the tabs with what is `chosen` for them, and buttons. `wanted` tells the tab that was pressed."""

    wanted = Signal(object)

    def __init__(self, chosen: Chosen) -> None:
        super().__init__()
        self.export = _button("Export this comparison…")
        self.export.setToolTip("Slides on these models, for PowerPoint or PDF")
        self.more = _button("+ model")
        self.more.setToolTip("Put one more model beside these: four have room")
        self.done = _button("Done")
        self._tabs = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 16, 12)
        column.setSpacing(8)
        column.addWidget(wrapped("Compare", "title", SIDE - 40))
        column.addWidget(scrolling(self._ways(chosen)), 1)
        column.addWidget(self.export)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addWidget(self.done)
        column.addLayout(foot)
        self.refit()

    def _ways(self, chosen: Chosen) -> QWidget:
        inner = QWidget()
        inner.setObjectName("start")
        ways = QVBoxLayout(inner)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(4)
        for tab in TABS:
            button = _button(tab.label)
            button.setObjectName("tab")
            button.setCheckable(True)
            button.setChecked(tab is TABS[0])
            button.clicked.connect(partial(self.wanted.emit, tab))
            self._tabs.addButton(button)
            ways.addWidget(button)
        ways.addWidget(chosen)
        ways.addStretch(1)
        return inner

    def refit(self) -> None:
        """Give everything the room that letters of this size need."""
        self.setFixedWidth(room(SIDE))
        for button in self._tabs.buttons():
            button.setMinimumHeight(room(44))


def _button(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
