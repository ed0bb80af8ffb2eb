"""The card that says who answers for the selected school or post, in one sentence."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from modelbuilder.windows.card import ROOM, Card
from modelbuilder.windows.chips import Chips
from modelbuilder.windows.words import rewrite, wrapped

if TYPE_CHECKING:
    from modelbuilder.accountability.answers import Answer


class AnswerCard(Card):
    """Shows an answer while its chain is lit; closing it puts the light out. `asked` tells another question."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.chips: Chips | None = None
        self._sentence = wrapped("", "body", ROOM)
        self._end = wrapped("", "alarm", ROOM)
        self.column.addWidget(self._end)
        self.column.addWidget(self._sentence)

    def show_answer(self, question: str, answer: "Answer", key: str = "", end: str = "") -> None:
        """Say who answers for a thing, or whom it answers to; `key` names the question about a school.

        `end` says where the light stops.
        """
        self.entitle(question)
        if key and self.chips is None:
            self._add_chips()
        if self.chips is not None:
            self.chips.setVisible(bool(key))
            if key:
                self.chips.take(key)
        rewrite(self._sentence, answer.sentence)
        self._sentence.setAccessibleName(answer.sentence)
        rewrite(self._end, end)
        self._end.setVisible(bool(end))
        self.show()

    def _add_chips(self) -> None:
        from modelbuilder.accountability.who import QUESTIONS

        self.chips = Chips([(one.key, one.name) for one in QUESTIONS.values()], ROOM, "What for")
        self.chips.chosen.connect(self.asked)
        self.column.insertWidget(1, self.chips)

    def sentence(self) -> str:
        """Return the sentence shown."""
        return self._sentence.text()

    def end(self) -> str:
        """Return what is said of where the light stops, or nothing."""
        return self._end.text()
