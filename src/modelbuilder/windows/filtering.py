"""The card that asks what is to be looked at only: types of line, a school, a person; the rest dimmed or hidden."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel

from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import label_of
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.sifting import OPEN, Sieve
from modelbuilder.vocabulary.lines import LINES
from modelbuilder.windows.card import ROOM, Card
from modelbuilder.windows.chips import Chips
from modelbuilder.windows.fields import labelled
from modelbuilder.windows.words import wrapped


class FilterCard(Card):
    """Fields that make the sieve of the view, and follow it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Look at only", "Show everything")
        self.desk = desk
        self.closed.connect(self.leave)
        self.school, self.person = QComboBox(), QComboBox()
        for box, name in ((self.school, "School or group"), (self.person, "Person")):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
            box.setMaxVisibleItems(14)
            box.activated.connect(self._choose)
            box.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]
            self.column.addWidget(labelled(name, box))
        heading = QLabel("Types of line")
        heading.setObjectName("field")
        self.column.addWidget(heading)
        self.kinds: dict[str, QCheckBox] = {}
        self._rest = QLabel("The rest is")
        self._rest.setObjectName("field")
        self.hiding = Chips([("", "Dimmed"), ("hidden", "Hidden")], ROOM, "The rest is")
        self.hiding.chosen.connect(self._choose)
        self.column.addSpacing(4)
        self.column.addWidget(self._rest)
        self.column.addWidget(self.hiding)
        self.column.addWidget(wrapped("Nothing of this changes the model, and nothing of it is saved.", "second", ROOM))

    def ask(self) -> None:
        """Show the card and go to its first field."""
        self.follow()
        self.show()
        self.school.setFocus()

    def follow(self) -> None:
        """Offer what there is in the model, and mark what is chosen."""
        document, model, sieve = self.desk.document, self.desk.model, self.desk.view.sieve
        boxes = {one: label_of(document, model, one) for one in (*model.groups, *model.placements)}
        people = {post.person for post in model.posts.values() if post.person} | model.figures.keys()
        names = {one: document.people[one].name for one in people if one in document.people}
        _fill(self.school, "All schools and groups", boxes, sieve.places)
        _fill(self.person, "Everybody", names, sieve.people)
        drawn = {line.kind for line in model.lines.values()}
        for kind in LINES.values():
            if kind.key in drawn and kind.key not in self.kinds:
                box = self.kinds[kind.key] = QCheckBox(kind.label[:1].upper() + kind.label[1:])
                box.clicked.connect(self._choose)
                self.column.insertWidget(self.column.indexOf(self._rest) - 1, box)
        for key, box in self.kinds.items():
            box.setVisible(key in drawn)
            box.setChecked(key in sieve.kinds)
        self.hiding.take("hidden" if sieve.hiding else "")

    def _choose(self) -> None:
        """Look as the fields say."""
        drawn = {line.kind for line in self.desk.model.lines.values()}
        kinds = frozenset(key for key, box in self.kinds.items() if box.isChecked() and key in drawn)
        sieve = Sieve(kinds, _chosen(self.school), _chosen(self.person), self.hiding.buttons["hidden"].isChecked())
        self.desk.look(replace(self.desk.view.choosing() if sieve.hiding else self.desk.view, sieve=sieve))

    def leave(self) -> None:
        """Show everything, and put the card away."""
        self.hide()
        self.desk.look(replace(self.desk.view, sieve=OPEN))


def _fill(box: QComboBox, everything: str, names: dict[ThingId, str], chosen: Iterable[ThingId]) -> None:
    box.clear()
    box.addItem(everything, "")
    for one, name in sorted(names.items(), key=lambda row: row[1].casefold()):
        box.addItem(" ".join(name.split()), one)
    box.setCurrentIndex(max(0, box.findData(next(iter(chosen), ""))))


def _chosen(box: QComboBox) -> frozenset[ThingId]:
    return frozenset({ThingId(box.currentData())} if box.currentData() else ())
