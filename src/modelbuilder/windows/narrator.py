"""The narrator for screen readers: the canvas described as the narration of its model, and selections announced."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from modelbuilder.canvas.canvas import Canvas
from modelbuilder.document.ids import ModelId
from modelbuilder.document.lookup import label_of, person_name
from modelbuilder.document.records import Document, Model
from modelbuilder.editor.desk import Desk

PAUSE = 1200
_SMALL = 300
"""Of a larger model the narration is only worked out when somebody listens."""


class Narrator:
    """Describes the model after a pause, never while a hand is at work."""

    def __init__(self, desk: Desk, canvas: Canvas) -> None:
        self.desk, self.canvas = desk, canvas
        self._told: Document | None = None
        self._model_id: ModelId | None = None
        self._said = ""
        self._pause = QTimer(canvas)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._after_the_pause)

    def refresh(self) -> None:
        """Describe the model anew when it has been left alone for a while."""
        if self.desk.document is not self._told or self.desk.model_id != self._model_id:
            self._pause.start()

    def _after_the_pause(self) -> None:
        if self.desk.session.live:
            self._pause.start()
        elif QAccessible.isActive() or len(self.desk.page().rects) <= _SMALL:
            self.describe()

    def describe(self) -> None:
        """Describe the canvas by the narration of its model."""
        from modelbuilder.accountability.narration import narrate

        document, model_id = self.desk.document, self.desk.model_id
        self._told, self._model_id = document, model_id
        model = document.models[model_id]
        self.canvas.setAccessibleName(f"Model {model.label}: {model.title}" if model.title else f"Model {model.label}")
        self.canvas.setAccessibleDescription(" ".join(narrate(document, model_id)))

    def announce(self) -> None:
        """Say what is selected now, when that is something else than before."""
        words = self.selected()
        if words != self._said:
            self._said = words
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.canvas, words))

    def selected(self) -> str:
        """Return what is selected in words: what it is, who holds it, where, and whether they are away."""
        chosen, document = self.desk.view.selection, self.desk.session.trial
        model = document.models.get(self.desk.model_id)
        if model is None or not chosen:
            return "Nothing selected"
        if len(chosen) > 1:
            return f"{len(chosen)} things selected"
        one = next(iter(chosen))
        post = model.posts.get(one)
        words = [label_of(document, model, one).replace("\n", " ")]
        if post is not None:
            words += [person_name(document, post), label_of(document, model, post.at) if post.at else ""]
            words += ["vacant"] if post.status == "vacant" and not post.person else []
        words += [_sort(model, one), "away" if ((post and post.person) or one) in self.desk.view.away else ""]
        return ", ".join(word for word in words if word)


def _sort(model: Model, thing_id: object) -> str:
    tables = ((model.placements, "school"), (model.figures, "person"), (model.stickies, "note"))
    return next((words for table, words in tables if thing_id in table), "")
