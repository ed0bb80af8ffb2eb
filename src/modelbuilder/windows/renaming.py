"""Naming things in their place: what is typed over, and what becomes of the words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import label_of, person_name
from modelbuilder.document.naming import name_thing
from modelbuilder.editor.events import KEYBOARD
from modelbuilder.editor.gesture import Gesture
from modelbuilder.layout.rect import Point

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work


class Renaming:
    """Lets one type over a card or box; meanwhile the keyboard holds it."""

    def __init__(self, work: "Work") -> None:
        self.work = work

    def begin(self, thing_id: ThingId) -> None:
        """Type the name of a thing in its place: of a post, the person who holds it."""
        document, model, model_id = self.work.desk.document, self.work.desk.model, self.work.desk.model_id
        page = self.work.desk.page()
        rect = page.rects.get(thing_id)
        if rect is None:
            return
        post = model.posts.get(thing_id)
        names = sorted(person.name for person in document.people.values())
        words = person_name(document, post) if post else label_of(document, model, thing_id)
        if thing_id in model.stickies:
            words = model.stickies[thing_id].text
        typing = Gesture("Type a name", model_id, lambda document: document, frozenset({thing_id}))
        if not self.work.session.hold(KEYBOARD, typing):
            self.work.desk.say("Somebody else is holding that.")
            return
        corner, far = (
            self.work.canvas.spot_v(Point(rect.x, rect.y)),
            self.work.canvas.spot_v(Point(rect.right, rect.y + 84)),
        )
        if page.faces[thing_id].kind == "card":
            corner.setX(corner.x() + 62 * self.work.canvas.zoom)
        where = self.work.canvas.viewport().rect().toRectF().intersected(_between(corner, far))
        hint = "Who holds this post?" if post else "Name"
        self.work.naming.ask(
            where,
            words,
            hint,
            names if post or thing_id in model.figures else [],
            lambda text: self.keep(thing_id, text),
            self._stop_typing,
        )

    def _stop_typing(self) -> None:
        self.work.session.drop(KEYBOARD)

    def keep(self, thing_id: ThingId, words: str) -> None:
        """Name a thing as it was typed or chosen."""
        model, model_id = self.work.desk.model, self.work.desk.model_id
        self.work.canvas.setFocus()
        label = "Write" if thing_id in model.stickies else "Rename"
        if thing_id in model.posts:
            label = f"Name {label_of(self.work.desk.document, model, thing_id)}".replace("\n", " ")
        self.work.session.do(label, model_id, lambda document: name_thing(document, model_id, thing_id, words))


def _between(a: QPointF, b: QPointF) -> QRectF:
    return QRectF(a, QPointF(max(b.x(), a.x() + 60), max(b.y(), a.y() + 40)))
