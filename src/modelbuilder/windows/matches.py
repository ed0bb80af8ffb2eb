"""Which is which: what of a model of another file is the same as something in the first, as found, and corrected."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from modelbuilder.accountability import wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.aspects import called
from modelbuilder.compare.matching import Matching
from modelbuilder.compare.pairing import Way
from modelbuilder.document.ids import ThingId
from modelbuilder.windows.fields import drop_down
from modelbuilder.windows.words import wrapped

_WIDTH = 860
_PARTS = {"schools": "Schools", "groups": "Groups", "people": "People", "posts": "Posts", "bodies": "Boards and bodies"}
_SAID = "as you said"
_WAYS = {Way.SAID: _SAID, Way.ID: "the same in both files", Way.NAME: "by school, role or name"}
_NONE = "None of these"


class MatchesDialog(QDialog):
    """Shows the pairs. `corrected` tells which thing of the first model is which of the other, or None for none."""

    corrected = Signal(str, object)

    def __init__(self, parent: QWidget, one: Questions, other: Questions, names: tuple[str, str]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Which is which?")
        self.resize(_WIDTH + 76, 720)
        self._one, self._other = one, other
        self.choices: dict[ThingId, QComboBox] = {}
        self.ways: dict[ThingId, QLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 22)
        column.setSpacing(12)
        column.addWidget(wrapped("Which is which?", "title", _WIDTH))
        words = (
            "The two models come from different files. This is what was taken to be the same in both. "
            "Where it is wrong, choose what is right: the comparison follows at once."
        )
        column.addWidget(wrapped(words, "second", _WIDTH))
        column.addWidget(self._pairs(names), 1)
        foot = QHBoxLayout()
        done = QPushButton("Done")
        done.setObjectName("main")
        done.setDefault(True)
        done.clicked.connect(self.accept)
        foot.addStretch(1)
        foot.addWidget(done)
        column.addLayout(foot)

    def _pairs(self, names: tuple[str, str]) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("sheet")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 12, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for at, name in enumerate(names):
            grid.addWidget(wrapped(name, "field", 260), 0, at)
        for table, heading in _PARTS.items():
            ours, theirs = _rows(self._one, table), _rows(self._other, table)
            if not ours or not theirs:
                continue
            part = QLabel(heading)
            part.setObjectName("heading")
            part.setContentsMargins(0, 12, 0, 0)
            grid.addWidget(part, grid.rowCount(), 0, 1, 3)
            for thing_id, name in ours.items():
                self._add(grid, thing_id, name, theirs)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setObjectName("sheet")
        area.setWidgetResizable(True)
        area.setWidget(inner)
        return area

    def _add(self, grid: QGridLayout, thing_id: ThingId, name: str, theirs: Mapping[ThingId, str]) -> None:
        row = grid.rowCount()
        choice = drop_down(f"The same as {name}")
        choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        choice.addItem(_NONE, None)
        for other, words in theirs.items():
            choice.addItem(words, other)
        choice.activated.connect(partial(self._choose, thing_id))
        way = QLabel()
        way.setObjectName("second")
        grid.addWidget(wrapped(name, "body", 260), row, 0)
        grid.addWidget(choice, row, 1)
        grid.addWidget(way, row, 2)
        self.choices[thing_id], self.ways[thing_id] = choice, way

    def show_matching(self, matching: Matching, said: Mapping[ThingId, ThingId | None]) -> None:
        """Show what is taken to be the same, and how that was found."""
        ways = {pair.one: pair.way for pair in matching.pairs}
        for thing_id, choice in self.choices.items():
            choice.setCurrentIndex(choice.findData(matching.there.get(thing_id)))
            found = _WAYS[ways[thing_id]] if thing_id in ways else _SAID if thing_id in said else ""
            self.ways[thing_id].setText(found)

    def _choose(self, thing_id: ThingId, at: int) -> None:
        self.corrected.emit(thing_id, self.choices[thing_id].itemData(at))


def _rows(ask: Questions, table: str) -> dict[ThingId, str]:
    """Map what of a table is in the model onto its name, by name; people and schools as far as they have a place."""
    model = ask.model
    held = {post.person for post in model.posts.values()} | set(model.figures)
    rows: Iterable[ThingId] = getattr(model, table, ())
    if table == "schools":
        rows = model.placements
    elif table == "people":
        rows = [one for one in ask.document.people if one in held]
    names = {one: wording.upper_first(called(ask, one)) for one in rows}
    return dict(sorted(names.items(), key=lambda item: item[1].casefold()))
