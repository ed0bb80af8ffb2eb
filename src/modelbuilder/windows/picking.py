"""Naming by hand: which names a finger chooses from, and what becomes of the one it takes."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import label_of, person_name
from modelbuilder.editor.suggestions import suggestions
from modelbuilder.layout.rect import Point
from modelbuilder.windows.picker import Picker

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work


class Picking:
    """Asks for the name of a thing where nobody wants to type."""

    def __init__(self, work: "Work") -> None:
        self.work = work

    @cached_property
    def picker(self) -> Picker:
        """The panel, made when it is first wanted."""
        picker = Picker(self.work.canvas, self.work)
        picker.closed = self.work.canvas.setFocus
        return picker

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
        self.picker.taken = lambda name: self.work.renaming.keep(thing_id, name)
        self.picker.ask(title, suggestions(desk, thing_id), words, spot)

    def dismiss(self) -> None:
        """Ask no more."""
        if "picker" in self.__dict__:
            self.picker.dismiss()
