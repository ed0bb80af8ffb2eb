"""How the model is looked at: the light, who is away, through whose eyes, what is measured, and the narration."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from modelbuilder.canvas.canvas import Canvas
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import label_of, person_name
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.emphasis import Emphasis, of_absence, of_lens, of_measure, of_pins, of_stops, together
from modelbuilder.windows.asking import Asking
from modelbuilder.windows.card import Card
from modelbuilder.windows.narrator import Narrator

if TYPE_CHECKING:
    from modelbuilder.accountability.questions import Questions
    from modelbuilder.windows.absences import AbsenceCard
    from modelbuilder.windows.eyes import EyesCard
    from modelbuilder.windows.filtering import FilterCard
    from modelbuilder.windows.measuring import MeasureCard
    from modelbuilder.windows.reading import ReadingPanel

_READ = ("groups", "placements", "posts", "figures", "bodies", "lines", "duties", "label", "title")
"""What readings take from a model: it is not asked again when things are only moved about."""


class Looking:
    """Keeps cards and canvas in line with the view. What is off costs nothing and loads nothing.

    `place` puts a card into the side when it is first wanted.
    """

    def __init__(self, desk: Desk, canvas: Canvas, narrator: Narrator) -> None:
        self.desk, self.canvas = desk, canvas
        self.asking = Asking(desk)
        self.place: Callable[[Card], None] = lambda card: None
        self.narrator = narrator
        self.panel: ReadingPanel | None = None
        self._read: list[object] = []
        self._questions: Questions | None = None
        self._parts: dict[str, tuple[object, Emphasis]] = {}

    # The cards, made when they are first wanted

    @cached_property
    def absences(self) -> "AbsenceCard":
        """Who is away, and what follows."""
        from modelbuilder.windows.absences import AbsenceCard

        card = AbsenceCard()
        card.back.connect(lambda one: self.put_back(ThingId(one)))
        card.closed.connect(self.all_back)
        self.place(card)
        return card

    @cached_property
    def eyes(self) -> "EyesCard":
        """Whose eyes the model is seen through."""
        from modelbuilder.windows.eyes import EyesCard

        card = EyesCard()
        card.chosen.connect(self.see_as)
        card.closed.connect(lambda: self.see_as(""))
        self.place(card)
        return card

    @cached_property
    def measuring(self) -> "MeasureCard":
        """What is measured, and the table of it."""
        from modelbuilder.windows.measuring import MeasureCard

        card = MeasureCard()
        card.chosen.connect(self.measure)
        card.closed.connect(lambda: self.measure(""))
        card.shown.connect(lambda one: self.reveal(ThingId(one)))
        self.place(card)
        return card

    @cached_property
    def filter_card(self) -> "FilterCard":
        """What is to be looked at only."""
        from modelbuilder.windows.filtering import FilterCard

        card = FilterCard(self.desk)
        card.closed.connect(self.canvas.setFocus)
        self.place(card)
        return card

    # What is changed

    def put_back(self, thing_id: ThingId) -> None:
        """Put somebody back who was away."""
        view = self.desk.view
        self.desk.look(replace(view, away=view.away - {thing_id}))
        self.canvas.setFocus()

    def all_back(self) -> None:
        """Put everybody back."""
        self.desk.look(replace(self.desk.view, away=frozenset()))
        self.canvas.setFocus()

    def see_as(self, reader: str) -> None:
        """See the model through the eyes of a reader, or of everybody."""
        self.desk.look(replace(self.desk.view, lens=reader))

    def measure(self, key: str) -> None:
        """Measure something, or nothing."""
        self.desk.look(replace(self.desk.view, measure=key))

    def reveal(self, thing_id: ThingId) -> None:
        """Select a card and bring it into sight."""
        self.desk.select(thing_id)
        self.canvas.reveal(frozenset({thing_id}))

    def leave(self) -> bool:
        """Leave what was looked at last; False when everything is looked at plainly."""
        view = self.desk.view
        if view.away:
            self.all_back()
        elif view.measure:
            self.measure("")
        elif view.lens:
            self.see_as("")
        else:
            return False
        return True

    def stop_filtering(self) -> None:
        """Show everything, and put the card of the filter away."""
        if self.desk.view.sieve or "filter_card" in self.__dict__:
            self.filter_card.leave()

    def read_aloud(self) -> "ReadingPanel":
        """Open the panel that tells the model as text."""
        if self.panel is None:
            from modelbuilder.windows.reading import ReadingPanel

            self.panel = ReadingPanel(self.canvas.window())
        self.panel.tell(self.desk.document, self.desk.model_id)
        self.panel.show()
        self.panel.raise_()
        return self.panel

    # What is shown

    def refresh(self) -> None:
        """Follow a change of the document."""
        self.asking.refresh()
        self.follow()
        self.narrator.refresh()
        if self.panel is not None and self.panel.isVisible():
            self.panel.tell(self.desk.document, self.desk.model_id)

    def follow(self) -> None:
        """Follow a change of the view."""
        view = self.desk.view
        if not view.lit:
            self.asking.card.hide()
        for on, name in ((view.away, "absences"), (view.lens, "eyes"), (view.measure, "measuring")):
            if not on and name in self.__dict__:
                getattr(self, name).hide()
        if "filter_card" in self.__dict__ and not self.filter_card.isHidden():
            self.filter_card.follow()
        parts = [Emphasis(faded=self.desk.left_out())] if view.sieve and not view.sieve.hiding else []
        parts.append(of_pins(self.desk.model))
        if view.away or view.lens or view.measure:
            self._ask()
            parts += [part for part in (self._absence(), self._lens(), self._measure()) if part is not None]
        elif self._questions is not None:
            self._questions, self._read, self._parts = None, [], {}
        self.canvas.show_emphasis(together([*parts, of_stops(view.stops)]))
        self.narrator.announce()

    def _ask(self) -> None:
        """Take questions of the model as it is; what was answered before counts while its records are the same."""
        document, model = self.desk.document, self.desk.model
        read = [document.people, document.schools, *(getattr(model, name) for name in _READ), self.desk.model_id]
        same = len(read) == len(self._read) and all(map(_same, read, self._read))
        if self._questions is None or not same:
            from modelbuilder.accountability.questions import Questions

            self._read, self._parts = read, {}
            self._questions = Questions(document, self.desk.model_id)

    def _absence(self) -> Emphasis | None:
        away = self.desk.view.away
        if not away or self._questions is None:
            return None
        known = self._parts.get("away")
        if known is None or known[0] != away:
            from modelbuilder.accountability.away import absence

            found = absence(self._questions, away)
            people = sorted(((one, self._name(one)) for one in away), key=lambda row: row[1])
            self.absences.show_absence(people, found)
            known = self._parts["away"] = (away, of_absence(self._questions.model, found, away))
        return known[1]

    def _name(self, thing_id: ThingId) -> str:
        document, model = self.desk.document, self.desk.model
        if (person := document.people.get(thing_id)) is not None:
            return person.name
        name = label_of(document, model, thing_id)
        post = model.posts.get(thing_id)
        return (person_name(document, post) if post else "") or name.replace("\n", " ")

    def _lens(self) -> Emphasis | None:
        reader = self.desk.view.lens
        if not reader or self._questions is None:
            return None
        known = self._parts.get("lens")
        if known is None or known[0] != reader:
            from modelbuilder.accountability.lenses import through

            self.eyes.show_reader(reader)
            known = self._parts["lens"] = (reader, of_lens(self._questions.model, through(self._questions, reader)))
        return known[1]

    def _measure(self) -> Emphasis | None:
        key = self.desk.view.measure
        if not key or self._questions is None:
            return None
        known = self._parts.get("measure")
        if known is None or known[0] != key:
            from modelbuilder.accountability.measures import measured

            table = measured(self._questions)
            self.measuring.show_measure(table, key)
            known = self._parts["measure"] = (key, of_measure(table, key))
        return known[1]


def _same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, str) and one == other)
