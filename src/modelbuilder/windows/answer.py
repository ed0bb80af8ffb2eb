"""The card that says who answers for the selected school or post, in one sentence."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

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
        self._heading = QLabel()
        self._heading.setObjectName("heading")
        self._heading.setWordWrap(True)
        close = QPushButton("Close")
        close.setObjectName("quiet")
        close.clicked.connect(self.closed)
        head.addWidget(self._heading, 1)
        head.addWidget(close)
        layout.addLayout(head)
        self._sentence = QLabel()
        self._sentence.setObjectName("body")
        self._sentence.setWordWrap(True)
        layout.addWidget(self._sentence)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_answer(self, name: str, answer: Answer) -> None:
        """Say who answers for a thing."""
        self._heading.setText(f"Who answers for {name}?")
        self._sentence.setText(answer.sentence)
        self._sentence.setAccessibleName(answer.sentence)
        self.show()

    def sentence(self) -> str:
        """Return the sentence shown."""
        return self._sentence.text()
