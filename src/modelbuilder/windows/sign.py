"""A sign over the canvas: that something is left out, or that the board is frozen, and a button that ends it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from modelbuilder.document.records import Document, Model
from modelbuilder.editor.sifting import Sieve, described
from modelbuilder.layout import text
from modelbuilder.layout.text import Weight
from modelbuilder.windows.theme import px, room

_ROOM = 420.0


class Sign(QFrame):
    """One line and a button; hidden while there is nothing to say."""

    wanted = Signal()
    """It is to end."""

    def __init__(self, over: QWidget, button_words: str, tip: str) -> None:
        super().__init__(over)
        self.setObjectName("sign")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = QLabel()
        self._words.setObjectName("strong")
        button = QPushButton(button_words)
        button.setObjectName("quiet")
        button.setToolTip(tip)
        button.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 10, 6)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(button)
        self.hide()

    def show_sieve(self, document: Document, model: Model, sieve: Sieve, count: int) -> None:
        """Say what a sieve keeps and how much it leaves out; nothing when it is open."""
        self.setVisible(bool(sieve))
        if not sieve:
            return
        only = text.elide(described(document, model, sieve), px(15), Weight.SEMIBOLD, room(_ROOM))
        things = f"{count} {'thing or line is' if count == 1 else 'things and lines are'}"
        self._words.setToolTip(described(document, model, sieve))
        self.say(f"Only {only}: {things} {'hidden' if sieve.hiding else 'dimmed'}.")

    def say(self, words: str) -> None:
        """Show the sign with other words."""
        self._words.setText(words)
        self.adjustSize()
        self.show()
        self.raise_()

    def words(self) -> str:
        """Return what it says."""
        return self._words.text()
