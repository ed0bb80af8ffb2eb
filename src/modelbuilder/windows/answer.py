"""The card that says who answers for the selected school or post, in one sentence."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from modelbuilder.windows.words import rewrite, wrapped

if TYPE_CHECKING:
    from modelbuilder.accountability.answers import Answer


class AnswerCard(QFrame):
    """Shows an answer while its chain is lit; closing it puts the light out."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 18, 20)
        layout.setSpacing(8)
        head = QHBoxLayout()
        self._heading = wrapped("", "heading", 240)
        close = QPushButton("Close")
        close.setObjectName("quiet")
        close.clicked.connect(self.closed)
        head.addWidget(self._heading, 1)
        head.addWidget(close)
        layout.addLayout(head)
        self._sentence = wrapped("", "body", 314)
        layout.addWidget(self._sentence)
        self.hide()

    def show_answer(self, question: str, answer: "Answer") -> None:
        """Say who answers for a thing, or whom it answers to."""
        rewrite(self._heading, question)
        rewrite(self._sentence, answer.sentence)
        self._sentence.setAccessibleName(answer.sentence)
        self.show()

    def sentence(self) -> str:
        """Return the sentence shown."""
        return self._sentence.text()
