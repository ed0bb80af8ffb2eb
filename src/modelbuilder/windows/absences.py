"""The card that says what follows while some people are away, with a way back for each."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from modelbuilder.document.ids import ThingId
from modelbuilder.layout import text
from modelbuilder.layout.text import Weight
from modelbuilder.windows.card import ROOM, Card
from modelbuilder.windows.words import rewrite, wrapped

if TYPE_CHECKING:
    from modelbuilder.accountability.away import Absence


class AbsenceCard(Card):
    """Lists who is away and what follows; `back` puts one person back, closing it everybody."""

    back = Signal(str)

    def __init__(self) -> None:
        super().__init__("What if they are away?", "Everybody back")
        self.buttons: dict[ThingId, QPushButton] = {}
        self._rows: list[QWidget] = []
        self._steps = wrapped("", "body", ROOM)
        self._consequences = wrapped("", "strong", ROOM)
        self.column.addWidget(self._steps)
        self.column.addWidget(self._consequences)

    def show_absence(self, people: Iterable[tuple[ThingId, str]], absence: "Absence") -> None:
        """Say who is away and what follows from it."""
        for row in self._rows:
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self.buttons = [], {}
        for thing_id, name in people:
            self._add(thing_id, name)
        told = len(absence.sentences) - len(absence.consequences)
        rewrite(self._steps, "\n".join(absence.sentences[:told]))
        rewrite(self._consequences, "\n".join(absence.consequences))
        self._consequences.setVisible(bool(absence.consequences))
        self.show()

    def _add(self, thing_id: ThingId, name: str) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        words = wrapped(text.elide(name, 15, Weight.SEMIBOLD, 220), "strong", 228)
        words.setToolTip(name)
        button = self.buttons[thing_id] = QPushButton("Back")
        button.setObjectName("chip")
        button.setAccessibleName(f"{name} is back")
        button.clicked.connect(lambda: self.back.emit(thing_id))
        line.addWidget(words, 1)
        line.addWidget(button)
        self._rows.append(row)
        self.column.insertWidget(len(self._rows), row)

    def sentences(self) -> list[str]:
        """Return what is said, sentence by sentence."""
        return [one for one in (*self._steps.text().split("\n"), *self._consequences.text().split("\n")) if one]
