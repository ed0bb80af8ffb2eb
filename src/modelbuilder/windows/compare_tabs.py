"""The ways to read models beside each other, each with what has to be chosen for it."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from modelbuilder.compare.several import Member, Several
from modelbuilder.compare.subjects import Subject, about_of, bearers, subject_called
from modelbuilder.document.errors import InputError
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import person_name
from modelbuilder.document.records import Fit
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.windows.compare_rows import change_rows, difference_rows, opinion_rows, question_rows, suit_rows
from modelbuilder.windows.compare_table import Row
from modelbuilder.windows.fields import drop_down, labelled
from modelbuilder.windows.private_card import NAME, load_card
from modelbuilder.windows.theme import room

ROLES_FIRST = ("Head of School", "Executive Headteacher", "Headteacher", "Chair", "Deputy Headteacher", "CEO")
"""Roles that are offered first, whether models have them or not: that there is none answers the question too."""


class Tab(NamedTuple):
    """A way to read models beside each other; `asks_whom` says that somebody is chosen for it."""

    key: str
    label: str
    asks_whom: bool = False


TABS = (
    Tab("questions", "Questions"),
    Tab("changes", "What changes for me?", asks_whom=True),
    Tab("suits", "Would it suit me?", asks_whom=True),
    Tab("opinions", "For and against"),
    Tab("differences", "What differs"),
)


class Chosen(QWidget):
    """What is chosen for a tab: whom it is about, and the private card. `changed` asks to read the models anew."""

    changed = Signal()
    card_wanted = Signal()

    def __init__(self, card: Path) -> None:
        super().__init__()
        self.card = card
        self.fit = Fit(name=NAME)
        self.fault = ""
        self._people: list[str] = []
        self.read_card()
        self.whom = drop_down("About whom")
        self.whom.activated.connect(self.changed)
        self._labelled = labelled("About whom", self.whom)
        self.button = QPushButton("My card…")
        self.button.clicked.connect(self.card_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._labelled)
        column.addWidget(self.button)
        self.refit()

    def refit(self) -> None:
        """Have room for fingers and for letters of this size."""
        for widget in (self.whom, self.button):
            widget.setMinimumHeight(room(44))

    def read_card(self) -> None:
        """Read the private card again; one that cannot be read is left where it lies, and said."""
        try:
            self.fit, self.fault = load_card(self.card), ""
        except InputError as error:
            self.fit, self.fault = Fit(name=NAME), str(error)

    def hold_card(self, fit: Fit) -> None:
        """Take a card that was filled in, and ask about the post on it, if there is one."""
        self.fit, self.fault = fit, ""
        self._offer(self._people)
        if fit.role:
            self.whom.setCurrentText(ROLES[fit.role].label)

    def show_for(self, tab: Tab) -> None:
        """Show what has to be chosen for a tab."""
        self._labelled.setVisible(tab.asks_whom)
        self.button.setVisible(tab.key == "suits")

    def offer(self, several: Several) -> None:
        """Offer the roles and people of the models that are compared; who was chosen stays chosen."""
        people = dict.fromkeys(
            name
            for ask in several.asks
            for post in ask.model.posts.values()
            if (name := person_name(ask.document, post))
        )
        self._offer(sorted(people))

    def _offer(self, people: list[str]) -> None:
        on_card = ROLES[self.fit.role].label if self.fit.role else ""
        was = self.whom.currentText() or on_card
        roles = dict.fromkeys([*ROLES_FIRST, *([on_card] if on_card else [])])
        self._people = people
        self.whom.clear()
        self.whom.addItems(list(roles))
        self.whom.insertSeparator(len(roles))
        self.whom.addItems(people)
        self.whom.setCurrentIndex(max(0, self.whom.findText(was)) if was else 0)

    def choose(self, several: Several, at: int, thing_id: ThingId) -> bool:
        """Choose somebody who was tapped; False when it is nobody with a name."""
        ask = several.asks[at]
        post = ask.model.posts.get(thing_id)
        index = self.whom.findText(person_name(ask.document, post)) if post is not None else -1
        if index >= 0:
            self.whom.setCurrentIndex(index)
        return index >= 0

    def subject(self, several: Several) -> Subject:
        """Return whom it is about."""
        documents = {id(ask.document): ask.document for ask in several.asks}
        with suppress(InputError):
            return subject_called(documents.values(), self.whom.currentText())
        return Subject(self.whom.currentText())

    def member(self, several: Several) -> Member:
        """Return whom it is about with the cards that stand for them in each model."""
        subject = self.subject(several)
        lit = tuple(frozenset(bearers(ask, subject)) for ask in several.asks)
        absent = f"{subject.label} is not in this model" if subject.named else f"No {subject.within} in this model"
        return Member(subject.label, lit, absent)

    def about(self, several: Several) -> tuple[str, ...]:
        """Return whom it is about, as a deck says it."""
        return about_of([ask.document for ask in several.asks[:1]], self.subject(several))

    def rows(self, tab: Tab, several: Several) -> Iterable[Row]:
        """Read the models as a tab does."""
        if tab.key == "changes":
            return change_rows(several, self.subject(several))
        if tab.key == "suits":
            return suit_rows(several, self.fit, self.subject(several))
        plain: dict[str, Callable[[Several], Iterable[Row]]] = {
            "questions": question_rows,
            "opinions": opinion_rows,
            "differences": difference_rows,
        }
        return plain[tab.key](several)
