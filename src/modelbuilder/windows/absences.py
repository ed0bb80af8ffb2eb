"""The card that says what follows while some people are away, with a way back for each."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from modelbuilder.document.ids import ThingId
from modelbuilder.layout import text
from modelbuilder.layout.text import Weight
from modelbuilder.windows.card import ROOM, Card
from modelbuilder.windows.theme import px, room
from modelbuilder.windows.words import wrapped

if TYPE_CHECKING:
    from modelbuilder.accountability.away import Absence


class AbsenceCard(Card):
    """Lists who is away and what follows; `back` puts one person back, closing it everybody."""

    back = Signal(str)

    def __init__(self) -> None:
        super().__init__("Who is away", "Everybody back")
        self.buttons: dict[ThingId, QPushButton] = {}
        self._rows: list[QWidget] = []
        self._sentences: tuple[str, ...] = ()

    def show_absence(self, people: Iterable[tuple[ThingId, str]], absence: "Absence") -> None:
        """Say who is away and what follows from it."""
        for row in self._rows:
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self.buttons = [], {}
        for thing_id, name in people:
            self._add(thing_id, name)
        self._sentences = absence.sentences
        for number, sentence in enumerate(absence.sentences):
            self._put(wrapped(sentence, "strong" if number < len(absence.consequences) else "body", ROOM))
        self.show()

    def _put(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self.column.addWidget(widget)

    def _add(self, thing_id: ThingId, name: str) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        words = wrapped(text.elide(name, px(15), Weight.SEMIBOLD, room(206)), "strong", 214)
        words.setToolTip(name)
        button = self.buttons[thing_id] = QPushButton("Back")
        button.setObjectName("chip")
        button.setAccessibleName(f"{name} is back")
        button.clicked.connect(lambda: self.back.emit(thing_id))
        line.addWidget(words, 1)
        line.addWidget(button)
        self._put(row)

    def sentences(self) -> tuple[str, ...]:
        """Return what is said, sentence by sentence."""
        return self._sentences
