"""A card of the side: a heading, a way to close it, and what is put under them."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout

from modelbuilder.windows.words import rewrite, wrapped

ROOM = 314
"""The width of what a card holds, in pixels."""


class Card(QFrame):
    """Closed by its button or by Esc; whoever shows it hides it too."""

    closed = Signal()

    def __init__(self, heading: str = "", close: str = "Close") -> None:
        super().__init__()
        self.setObjectName("card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(22, 18, 18, 20)
        self.column.setSpacing(8)
        head = QHBoxLayout()
        self._heading = wrapped(heading, "heading", 216)
        self._heading.setAccessibleName(heading)
        button = QPushButton(close)
        button.setObjectName("quiet")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.closed)
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.hide()

    def entitle(self, heading: str) -> None:
        """Give the card another heading."""
        rewrite(self._heading, heading)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the card into sight where the side is scrolled."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        part = self.parentWidget()
        while part is not None and not isinstance(part, QScrollArea):
            part = part.parentWidget()
        if part is not None:
            bar = part.verticalScrollBar()
            if not bar.value() <= self.y() <= bar.value() + part.height() / 2:
                bar.setValue(self.y() - 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the card by Esc, wherever in it the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
