"""Choosing on the page: a line, a name, or what to do with a card, and what becomes of what a hand takes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import label_of, person_name
from modelbuilder.document.permit import Offer
from modelbuilder.editor import verbs
from modelbuilder.editor.actions import CARD_MENU
from modelbuilder.editor.suggestions import Names, suggestions
from modelbuilder.layout.rect import Point
from modelbuilder.windows.offers import Offers
from modelbuilder.windows.picker import Picker

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work


class Picking:
    """Asks hands, several at once: fingers are also asked for names and shown a menu that leaves the others free."""

    def __init__(self, work: "Work") -> None:
        self.work = work

    @property
    def offers(self) -> Offers:
        """The panel of lines that was opened last, made when it is first wanted."""
        return self.work.panels.latest(Offers, self._make_offers)

    def _make_offers(self) -> Offers:
        offers = Offers(self.work.canvas)
        offers.taken = lambda offer: verbs.draw_line(self.work.desk, offer.line)
        offers.said = self.work.read_out
        return offers

    def which_line(self, found: Sequence[Offer], at: Point) -> None:
        """Ask at a point of the page which of several lines is meant."""
        ends = {end for offer in found for end in (offer.line.source, offer.line.target)}
        offers = self.work.panels.fresh(Offers, self._make_offers, *ends)
        self.work.desk.say("")
        offers.ask(found, self.work.canvas.spot_v(at))
        self.work.panels.part(offers)

    @property
    def picker(self) -> Picker:
        """The panel of names that was opened last, made when it is first wanted."""
        return self.work.panels.latest(Picker, self._make)

    def _make(self) -> Picker:
        return Picker(self.work.canvas, self.work)

    def do(self, thing_ids: frozenset[ThingId], at: QPointF) -> None:
        """Offer near a point of the page what can be done with these things, whatever is selected meanwhile."""
        desk, commands = self.work.desk, self.work.commands
        rows = [
            Names(heading, tuple(commands.actions[key].text() for key in keys if commands.actions[key].isEnabled()))
            for heading, keys in CARD_MENU.items()
        ]
        keys = {commands.actions[key].text(): key for keys in CARD_MENU.values() for key in keys}

        def take(words: str) -> None:
            if thing_ids:
                desk.select(*thing_ids)
            self.work.hands.by_touch = True
            commands.run_if_can(keys[words])

        named = [label_of(desk.document, desk.model, one).replace("\n", " ") for one in sorted(thing_ids)]
        title = named[0] if len(named) == 1 else f"{len(named)} things" if named else "The page"
        picker = self.work.panels.fresh(Picker, self._make, *thing_ids)
        picker.taken = take
        picker.offer(title, [row for row in rows if row.names], at)
        self.work.panels.part(picker)

    def begin(self, thing_id: ThingId) -> None:
        """Ask for the name of a thing beside it."""
        desk = self.work.desk
        rect, model = desk.page().rects.get(thing_id), desk.model
        if rect is None:
            return
        if desk.session.holder(thing_id) is not None:
            desk.say("Somebody else is holding that.")
            return
        post = model.posts.get(thing_id)
        role = label_of(desk.document, model, thing_id).replace("\n", " ")
        title = (
            f"Who is {role}?" if post else "What does it say?" if thing_id in model.stickies else "What is it called?"
        )
        words = person_name(desk.document, post) if post else role
        spot: QPointF = self.work.canvas.spot_v(Point(rect.cx, rect.bottom + 12))
        picker = self.work.panels.fresh(Picker, self._make, thing_id)
        picker.taken = lambda name: self.work.renaming.keep(thing_id, name)
        picker.ask(title, suggestions(desk, thing_id), words, spot)
        self.work.panels.part(picker)
