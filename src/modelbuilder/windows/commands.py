"""The commands bound to a window: menus and shortcuts."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QInputDialog, QMenu

from modelbuilder.canvas.glide import glide
from modelbuilder.document import pages
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import end_of, label_of, person_name
from modelbuilder.document.permit import offers, refusal_to_join
from modelbuilder.document.records import Document
from modelbuilder.editor import verbs
from modelbuilder.editor.actions import ACTIONS, MENUS
from modelbuilder.editor.clipboard import Clip
from modelbuilder.editor.history import Step
from modelbuilder.layout.rect import Point
from modelbuilder.windows.looks import Looks
from modelbuilder.windows.sharing import Sharing

if TYPE_CHECKING:
    from modelbuilder.windows.window import Window

_ZOOM_STEP = 1.2


class Commands(Looks, Sharing):
    """Binds every action of the program to what it does in this window."""

    def __init__(self, window: "Window") -> None:
        self.window = window
        self.clip: Clip | None = None
        self.menu = QMenu(window)
        self.actions: dict[str, QAction] = {}
        menus = {name: self.menu.addMenu(name) for name in MENUS}
        for key, action in ACTIONS.items():
            bound = QAction(action.label, window)
            if action.shortcut:
                bound.setShortcuts([QKeySequence(action.shortcut), *_also(key)])
            bound.triggered.connect(lambda _=False, one=key: self.run(one))
            window.addAction(bound)
            menus[action.menu].addAction(bound)
            self.actions[key] = bound
        self.actions["check"].setCheckable(True)
        opener = QAction("Menu", window)
        opener.setShortcut("F10")
        opener.triggered.connect(self._open_menu)
        window.addAction(opener)

    def _open_menu(self) -> None:
        self.window.bar.menu_button.click()

    def refresh(self) -> None:
        """Enable what can be done now, and name what undo and redo would do."""
        desk = self.window.desk
        for key, action in ACTIONS.items():
            self.actions[key].setEnabled(action.when(desk))
        self.actions["check"].setChecked(desk.view.checking)
        self.actions["paste"].setEnabled(self.clip is not None)
        for key, steps in (("undo", desk.session.history.done), ("redo", desk.session.history.undone)):
            self.actions[key].setText(f"{ACTIONS[key].label}: {steps[-1].label}" if steps else ACTIONS[key].label)

    def run(self, key: str) -> None:
        """Carry out a command."""
        self.window.finish_typing()
        bound: Callable[[], None] = getattr(self, key)
        bound()

    def _may_leave(self) -> bool:
        self.window.finish_typing()
        return self.window.filing.may_leave()

    # File

    def new(self) -> None:
        """Begin an empty document."""
        if self._may_leave():
            self._take(pages.new_document(), None)

    def new_from_text(self) -> None:
        """Begin from a chart."""
        if not self._may_leave():
            return
        from modelbuilder.windows.from_text import FromText

        dialog = FromText(self.window)
        if dialog.exec() and dialog.document is not None:
            self._take(dialog.document, None)
        dialog.deleteLater()

    def open(self) -> None:
        """Open a file."""
        if self._may_leave() and (path := self.window.filing.ask_open()) is not None:
            self._open(path)

    def open_path(self, name: str) -> bool:
        """Open a file; False when it was not."""
        return self._may_leave() and self._open(Path(name))

    def _open(self, path: Path) -> bool:
        document = self.window.filing.read(path)
        if document is None:
            return False
        self._take(document, path)
        if path.suffix.lower() == ".pptx":
            from modelbuilder.windows.returning import review

            self.window.desk.say(review(self.window, self.window.session, path, self.window.desk.model_id))
        return True

    def open_example(self, name: str, label: str) -> None:
        """Open a copy of an example on one of its models; saving asks where to."""
        if not self._may_leave():
            return
        document = self.window.filing.read(Path(name))
        if document is not None:
            shown = next(key for key, model in document.models.items() if model.label == label)
            self._take(document, None, shown)

    def _take(self, document: Document, path: Path | None, model_id: ModelId | None = None) -> None:
        window = self.window
        window.filing.take(document, path)
        window.show_document(document, model_id)

    def save(self) -> None:
        """Save."""
        if self.window.filing.save():
            self.window.saved()
            self.window.desk.say(f"Saved as {self.window.filing.path}")

    def save_as(self) -> None:
        """Save somewhere else."""
        if self.window.filing.save_as():
            self.window.saved()

    def start_page(self) -> None:
        """Show the start page."""
        self.window.show_start()

    def quit(self) -> None:
        """Close the window."""
        self.window.close()

    # Edit

    def undo(self) -> None:
        """Take the latest step back, and show where."""
        self._travelled(self.window.session.undo())

    def redo(self) -> None:
        """Take the latest undone step again, and show where."""
        self._travelled(self.window.session.redo())

    def _travelled(self, step: Step | None) -> None:
        if step is not None:
            desk = self.window.desk
            if step.model_id in desk.document.models:
                desk.turn_to(step.model_id)
            done = desk.session.history.done and desk.session.history.done[-1] is step
            desk.say(f"{'Done again' if done else 'Undone'}: {step.label}")

    def cut(self) -> None:
        """Copy and delete."""
        self.copy()
        verbs.delete(self.window.desk)

    def copy(self) -> None:
        """Copy what is selected."""
        self.clip = verbs.copied(self.window.desk) or self.clip
        self.refresh()

    def paste(self) -> None:
        """Paste beside where it was, or in the middle of another model."""
        desk, clip = self.window.desk, self.clip
        if clip is None:
            return
        here = clip.source == desk.model_id
        middle = self.window.canvas.middle()
        at = Point(clip.corner.x + 40, clip.corner.y + 40) if here else Point(middle.x - 140, middle.y - 60)
        verbs.pasted(desk, clip, at)
        self.window.canvas.reveal(desk.view.selection)

    def duplicate(self) -> None:
        """Copy what is selected to beside itself."""
        verbs.duplicate(self.window.desk)

    def delete(self) -> None:
        """Delete what is selected."""
        verbs.delete(self.window.desk)

    def dissolve(self) -> None:
        """Take a group's box away."""
        verbs.dissolve(self.window.desk)

    def select_all(self) -> None:
        """Select everything."""
        verbs.select_all(self.window.desk)

    def rename(self) -> None:
        """Name what is selected."""
        self.window.renaming.begin(next(iter(self.window.desk.view.selection)))

    # Draw

    def add(self) -> None:
        """Go to the search of the palette."""
        self.window.palette_panel.search.setFocus()
        self.window.palette_panel.search.selectAll()

    def connect(self) -> None:
        """Choose from a list what the selected thing is joined to, then which line is meant."""
        window = self.window
        desk = window.desk
        source = next(iter(desk.view.selection))
        rows = self._targets(source)
        if not rows:
            desk.say("There is nothing to connect to yet.")
            return
        words, accepted = QInputDialog.getItem(window, "Connect", "Connect to", [row[0] for row in rows], 0, False)
        if accepted:
            target = dict(rows)[words]
            rect = desk.page().rects[target]
            desk.offer(offers(desk.document, desk.model, source, target), Point(rect.cx, rect.cy))

    def _targets(self, source: ThingId) -> list[tuple[str, ThingId]]:
        desk = self.window.desk
        document, model = desk.document, desk.model
        rows: list[tuple[str, ThingId]] = []
        for one in desk.page().rects:
            if end_of(document, model, one) is None or refusal_to_join(document, model, source, one) is not None:
                continue
            post = model.posts.get(one)
            name = person_name(document, post) if post else ""
            place = label_of(document, model, post.at) if post and post.at else ""
            words = ", ".join(part for part in (label_of(document, model, one).replace("\n", " "), name, place) if part)
            number = sum(1 for row in rows if row[0].partition(" (")[0] == words)
            rows.append((f"{words} ({number + 1})" if number else words, one))
        return sorted(rows)

    def tidy(self) -> None:
        """Arrange the page; everything glides to its place."""
        window = self.window
        before = window.session.document
        verbs.tidy(window.desk)
        window.canvas.fit()
        glide(window.canvas, before)

    # Check

    def check(self) -> None:
        """Show the findings, or put them away."""
        self.window.check.turn(not self.window.check.on)

    def next_finding(self) -> None:
        """Show one finding after the other."""
        self.window.check.show_next()

    def set_aside(self) -> None:
        """Set aside what is found at the selected thing."""
        self.window.check.ask_about_selected()

    def rules(self) -> None:
        """Open the list of all rules."""
        self.window.check.open_rules()

    # View

    def zoom_in(self) -> None:
        """Show the page larger."""
        self.window.canvas.zoom_to(self.window.canvas.zoom * _ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show the page smaller."""
        self.window.canvas.zoom_to(self.window.canvas.zoom / _ZOOM_STEP)

    def fit(self) -> None:
        """Show the whole page."""
        self.window.canvas.fit()

    def actual_size(self) -> None:
        """Show the page at 100 %."""
        self.window.canvas.zoom_to(1.0)

    # Model

    def on_model(self, command: str, name: str) -> None:
        """Carry out what the strip asks for."""
        desk = self.window.desk
        if command == "show":
            desk.turn_to(ModelId(name))
        elif command == "rename_model":
            desk.turn_to(ModelId(name))
            self.rename_model()
        else:
            self.run(command)

    def model_menu(self, model_id: ModelId, at: QPoint) -> None:
        """Offer what can be done with a model of the strip."""
        self.window.desk.turn_to(model_id)
        menu = QMenu(self.window)
        for key in ("rename_model", "duplicate_model", "model_left", "model_right", "delete_model"):
            menu.addAction(self.actions[key])
        menu.exec(at)
        menu.deleteLater()

    def card_menu(self, at: QPoint) -> None:
        """Offer what can be done with what is selected on the canvas."""
        menu = QMenu(self.window)
        for keys in (
            ("who", "away", "connect", "rename"),
            ("cut", "copy", "paste", "duplicate"),
            ("set_aside",),
            ("dissolve", "delete"),
        ):
            for key in keys:
                if self.actions[key].isEnabled():
                    menu.addAction(self.actions[key])
            menu.addSeparator()
        menu.addAction(self.actions["tidy"])
        menu.exec(at)
        menu.deleteLater()

    def add_model(self) -> None:
        """Add an empty model."""
        verbs.add_model(self.window.desk)

    def duplicate_model(self) -> None:
        """Copy the model shown."""
        verbs.duplicate_model(self.window.desk, self.window.desk.model_id)

    def rename_model(self) -> None:
        """Give the model shown a title."""
        desk = self.window.desk
        words, accepted = QInputDialog.getText(
            self.window, "Rename model", f"Title of model {desk.model.label}", text=desk.model.title
        )
        if accepted:
            verbs.rename_model(desk, desk.model_id, words)

    def next_model(self) -> None:
        """Show the next model."""
        self._step(1)

    def previous_model(self) -> None:
        """Show the model before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        desk = self.window.desk
        order = desk.document.order
        desk.turn_to(order[(order.index(desk.model_id) + by) % len(order)])

    def model_left(self) -> None:
        """Move the model shown one to the left."""
        desk = self.window.desk
        verbs.move_model(desk, desk.model_id, desk.document.order.index(desk.model_id) - 1)

    def model_right(self) -> None:
        """Move the model shown one to the right."""
        desk = self.window.desk
        verbs.move_model(desk, desk.model_id, desk.document.order.index(desk.model_id) + 1)

    def delete_model(self) -> None:
        """Delete the model shown; undo brings it back."""
        verbs.delete_model(self.window.desk, self.window.desk.model_id)

    # Help

    def rule_pages(self) -> None:
        """List the pages of the rules."""
        from modelbuilder.windows.rule_pages import explain

        explain(self.window)

    def shortcuts(self) -> None:
        """List the shortcuts."""
        from modelbuilder.windows.shortcuts import show_shortcuts

        show_shortcuts(self.window)


def _also(key: str) -> list[QKeySequence]:
    """Return second shortcuts that hands are used to."""
    more = {"redo": ["Ctrl+Shift+Z"], "zoom_in": ["Ctrl+="], "zoom_out": ["Ctrl+_"]}
    return [QKeySequence(shortcut) for shortcut in more.get(key, [])]
