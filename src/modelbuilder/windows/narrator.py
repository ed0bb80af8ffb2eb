"""The narrator for screen readers: what is said of the model and of each thing in it, and what is announced."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from modelbuilder.canvas.accessible import listen
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document, Model

if TYPE_CHECKING:
    from modelbuilder.accountability.mentions import Namesakes
    from modelbuilder.accountability.questions import Questions
    from modelbuilder.editor.outline import Tree
    from modelbuilder.windows.work import Work

PAUSE = 1200
_SMALL = 300
"""Of a larger model the narration is only worked out when somebody listens."""
_ACTIONS = ("rename", "connect", "who", "away", "fold", "move_into", "change_type", "duplicate", "delete")
"""Commands that a screen reader offers for a thing."""


class Narrator:
    """Describes the model after a pause, never while a hand is at work; tells of each thing when it is asked."""

    def __init__(self, work: "Work") -> None:
        self.work, self.desk, self.canvas = work, work.desk, work.canvas
        self._told: Document | None = None
        self._model_id: ModelId | None = None
        self._said: tuple[str, ThingId | None] = ("", None)
        self._steps = len(self.desk.session.history.done)
        self._of: Model | None = None
        self._tree: Tree = {}
        self._home: dict[ThingId, ThingId | None] = {}
        self._asked: tuple[Document, ModelId, Questions, Namesakes] | None = None
        self._found: tuple[Document, ModelId, dict[ThingId, list[str]]] | None = None
        self.canvas.told = self
        listen(self.canvas)
        self._pause = QTimer(self.canvas)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._after_the_pause)

    # What is described and announced

    def refresh(self) -> None:
        """Announce the step that was taken; describe the model anew when it has been left alone for a while."""
        done = self.desk.session.history.done
        if len(done) == self._steps + 1:
            self.say(f"Done: {done[-1].label}")
        self._steps = len(done)
        if self.canvas.access is not None and not self.desk.session.live:
            self.canvas.access.forget_the_gone()
            self.canvas.access.say_changed(tuple(self.desk.view.selection))
        if self.desk.model_id != self._model_id:
            self._told = None
            self._entitle()
            self.say(self.canvas.accessibleName())
        if self.desk.document is not self._told:
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
        self._told = document
        self._entitle()
        self.canvas.setAccessibleDescription(" ".join(narrate(document, model_id)))

    def _entitle(self) -> None:
        model, self._model_id = self.desk.model, self.desk.model_id
        self.canvas.setAccessibleName(f"Model {model.label}: {model.title}" if model.title else f"Model {model.label}")

    def say(self, words: str) -> None:
        """Announce something to those who listen."""
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.canvas, words))

    def announce(self) -> None:
        """Say what is selected now, when that is something else than before.

        On the canvas the keyboard goes to it, and a screen reader reads it by itself.
        """
        here = self.here()
        said = (self.selected(), here)
        if said == self._said:
            return
        self._said = said
        if here is not None and self.canvas.hasFocus() and QAccessible.isActive():
            QAccessible.queryAccessibleInterface(self.canvas)
            if self.canvas.access is not None:
                self.canvas.access.say_focus(here)
        elif not self.work.middle.in_outline():  # whose rows are read as they are
            self.say(said[0])

    def selected(self) -> str:
        """Return what is selected in words: what it is, who holds it, where, and whether they are away."""
        chosen, model = self.desk.view.selection, self.desk.model
        if not chosen:
            return "Nothing selected"
        if len(chosen) > 1:
            return f"{len(chosen)} things selected"
        one = next(iter(chosen))
        post = model.posts.get(one)
        away = ((post and post.person) or one) in self.desk.view.away
        return f"{self.name(one)}{', away' if away else ''}"

    # What is told of each thing

    def _ask(self) -> tuple["Questions", "Namesakes"]:
        document, model_id = self.desk.document, self.desk.model_id
        if self._asked is None or self._asked[0] is not document or self._asked[1] != model_id:
            from modelbuilder.accountability.mentions import namesakes
            from modelbuilder.accountability.questions import Questions

            ask = Questions(document, model_id)
            self._asked = (document, model_id, ask, namesakes(ask))
        return self._asked[2:]

    def _follow(self) -> "Tree":
        """Return what stands in what on the page that is shown, with the lines last."""
        page = self.desk.page()
        if self._of is not page.model:
            from modelbuilder.editor import outline

            self._of = page.model
            self._tree = outline.things(page.document, page.model)
            self._tree[None] = [*self._tree.get(None, ()), *page.model.lines]
            self._home = outline.parents(self._tree)
        return self._tree

    def name(self, thing_id: ThingId) -> str:
        """Name a thing or line."""
        from modelbuilder.accountability import spoken

        return spoken.name(self._ask()[0], thing_id)

    def described(self, thing_id: ThingId) -> str:
        """Say the rest: whom it answers to, who answers to it, what is found at it, its place among others."""
        from modelbuilder.accountability import spoken

        found = self._findings().get(thing_id, ())
        line = thing_id in self.desk.model.lines
        siblings = (
            () if line else [one for one in self.inside(self.holder(thing_id)) if one not in self.desk.model.lines]
        )
        ask, known = self._ask()
        box = self.desk.model.places.get(thing_id)
        held = " Pinned." if box is not None and box.pinned else ""
        return spoken.told(ask, thing_id, siblings, found, known) + held

    def _findings(self) -> dict[ThingId, list[str]]:
        """Return what is found at each thing, in words."""
        from modelbuilder.vocabulary.checks import SEVERITY_WORDS

        document, model_id = self.desk.document, self.desk.model_id
        if self._found is None or self._found[0] is not document or self._found[1] != model_id:
            rows: dict[ThingId, list[str]] = {}
            for one in self.work.checking.findings(model_id):
                for thing_id in one.subjects[:1]:
                    rows.setdefault(thing_id, []).append(f"{SEVERITY_WORDS[one.severity.value]}: {one.message}")
            self._found = (document, model_id, rows)
        return self._found[2]

    def inside(self, holder: ThingId | None) -> Sequence[ThingId]:
        """List what stands in a box, or on the page with the lines last."""
        return self._follow().get(holder, ())

    def holder(self, thing_id: ThingId) -> ThingId | None:
        """Return the box around a thing."""
        self._follow()
        return self._home.get(thing_id)

    def here(self) -> ThingId | None:
        """Return where the keyboard is."""
        return self.work.keys.here

    def actions(self, thing_id: ThingId) -> dict[str, Callable[[], None]]:
        """Return what can be done with a thing, by the names of the commands."""
        from modelbuilder.editor.actions import ACTIONS

        def run(key: str) -> None:
            self.desk.select(thing_id)
            self.work.canvas.setFocus()
            if key:
                self.work.commands.run_if_can(key)

        line = thing_id in self.desk.model.lines
        keys = ("turn", "change_type", "delete") if line else _ACTIONS
        return {"Select": lambda: run("")} | {ACTIONS[key].label.rstrip("…"): lambda one=key: run(one) for key in keys}
