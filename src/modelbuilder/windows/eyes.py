"""The card through whose eyes the model is seen: one switch, and what that reader looks for."""

from PySide6.QtCore import Signal

from modelbuilder.windows.card import ROOM, Card
from modelbuilder.windows.chips import Chips
from modelbuilder.windows.words import rewrite, wrapped

EVERYBODY = "Everybody"


class EyesCard(Card):
    """A chip for each reader; `chosen` tells the key of one, or nothing for everybody."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("Through whose eyes?")
        self.chips: Chips | None = None
        self._sentence = wrapped("", "body", ROOM)
        self.column.addWidget(self._sentence)

    def show_reader(self, key: str) -> None:
        """Mark a reader and say what they look for."""
        from modelbuilder.accountability.lenses import READERS

        if self.chips is None:
            choices = [("", EVERYBODY), *((reader.key, reader.label) for reader in READERS.values())]
            self.chips = Chips(choices, ROOM, "Through whose eyes")
            self.chips.chosen.connect(self.chosen)
            self.column.insertWidget(1, self.chips)
        self.chips.take(key)
        rewrite(self._sentence, READERS[key].sentence)
        self.show()

    def sentence(self) -> str:
        """Return what the reader looks for."""
        return self._sentence.text()
