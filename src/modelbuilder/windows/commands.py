"""The commands bound to the work page: menus and shortcuts."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from modelbuilder.document import pages
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document
from modelbuilder.editor import verbs
from modelbuilder.editor.actions import ACTIONS, CARD_MENU, MENUS, SUBMENUS
from modelbuilder.editor.clipboard import Clip
from modelbuilder.editor.history import Step
from modelbuilder.editor.modes import Mode
from modelbuilder.layout.rect import Point
from modelbuilder.windows.arranging import Arranging
from modelbuilder.windows.comparisons import Comparisons
from modelbuilder.windows.dressing import Dressing
from modelbuilder.windows.joining import Joining
from modelbuilder.windows.looks import Looks
from modelbuilder.windows.models import Models
from modelbuilder.windows.moding import Moding
from modelbuilder.windows.opining import Opining
from modelbuilder.windows.reaching import Reaching
from modelbuilder.windows.sharing import Sharing
from modelbuilder.windows.wayfinding import Wayfinding

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work

_ZOOM_STEP = 1.2
_ALONE = frozenset(
    {
        *("new", "new_from_text", "open", "save_as", "export", "export_deck", "print", "present", "start_page"),
        *("quit", "set_aside", "rules", "compare", "rename_model", "rule_pages", "shortcuts", "narration"),
    }
)
"""Commands that open something over the whole window, or leave it: the page would never hear of hands let go there."""


class Commands(
    Arranging, Comparisons, Dressing, Joining, Looks, Models, Moding, Opining, Reaching, Sharing, Wayfinding
):
    """Binds every action of the program to what it does on this work page."""

    def __init__(self, work: "Work") -> None:
        self.work = work
        self.clip: Clip | None = None
        self.menu = QMenu(work)
        self.actions: dict[str, QAction] = {}
        menus = {name: self.menu.addMenu(name) for name in MENUS}
        menus |= {name: QMenu(name, menus[outer]) for name, outer in SUBMENUS.items()}
        for key, action in ACTIONS.items():
            bound = QAction(action.label, work)
            if action.shortcut:
                bound.setShortcuts([QKeySequence(action.shortcut), *_also(key)])
            bound.triggered.connect(lambda _=False, one=key: self.run(one))
            work.addAction(bound)
            menus[action.menu].addAction(bound)
            self.actions[key] = bound
        for name, outer in SUBMENUS.items():
            menus[outer].addMenu(menus[name])
        for key in ("check", "compare", "minimap"):
            self.actions[key].setCheckable(True)
        self.tick_appearance()
        self.tick_means()
        opener = QAction("Menu", work)
        opener.setShortcut("F10")
        opener.triggered.connect(self._press_menu)
        work.addAction(opener)

    def _press_menu(self) -> None:
        self.work.bar.menu_button.click()

    def open_menu(self, at: QPoint) -> None:
        """Open the menu, unless hands are at work: it would take all fingers for itself."""
        if not self.work.hands.must_let_go():
            self.menu.popup(at)

    def refresh(self) -> None:
        """Enable what can be done now, and name what undo and redo would do."""
        desk = self.work.desk
        for key, action in ACTIONS.items():
            self.actions[key].setEnabled(action.when(desk))
        self.actions["check"].setChecked(desk.view.checking)
        self.actions["compare"].setChecked(self.work.compares)
        self.actions["paste"].setEnabled(self.clip is not None)
        for key, steps in (("undo", desk.session.history.done), ("redo", desk.session.history.undone)):
            self.actions[key].setText(f"{ACTIONS[key].label}: {steps[-1].label}" if steps else ACTIONS[key].label)

    def run(self, key: str) -> None:
        """Carry out a command; what takes the whole window waits until no hand is at work."""
        verb, _, given = key.partition(":")
        if verb in _ALONE and self.work.hands.must_let_go():
            return
        self.work.finish_typing()
        bound: Callable[..., None] = getattr(self, verb)
        bound(*([given] if ":" in key else []))

    def run_if_can(self, key: str) -> None:
        """Carry out a command if it can be used now."""
        if self.actions[key].isEnabled():
            self.run(key)

    # File

    def new(self) -> None:
        """Begin an empty document."""
        if self.work.may_leave():
            self._take(pages.new_document(), None)

    def new_from_text(self) -> None:
        """Begin from a chart."""
        if not self.work.may_leave():
            return
        from modelbuilder.windows.from_text import FromText

        dialog = FromText(self.work)
        if dialog.exec() and dialog.document is not None:
            self._take(dialog.document, None)
        dialog.deleteLater()

    def open(self) -> None:
        """Open a file."""
        if self.work.may_leave() and (path := self.work.filing.ask_open()) is not None:
            self._open(path)

    def open_path(self, name: str) -> bool:
        """Open a file; False when it was not."""
        return self.work.may_leave() and self._open(Path(name))

    def _open(self, path: Path) -> bool:
        document = self.work.filing.read(path)
        if document is None:
            return False
        self._take(document, path)
        if path.suffix.lower() == ".pptx":
            from modelbuilder.windows.returning import review

            self.work.desk.say(review(self.work, self.work.session, path, self.work.desk.model_id))
        return True

    def open_example(self, name: str, label: str) -> bool:
        """Open a copy of an example on one of its models, and save it elsewhere; False when it was not opened."""
        document = self.work.filing.read(Path(name)) if self.work.may_leave() else None
        if document is None:
            return False
        shown = next(key for key, model in document.models.items() if model.label == label)
        self._take(document, None, shown)
        return True

    def play_example(self, name: str, label: str) -> None:
        """Open a copy of a story and present it."""
        if self.open_example(name, label):
            self.run("present")

    def _take(self, document: Document, path: Path | None, model_id: ModelId | None = None) -> None:
        work = self.work
        work.filing.take(document, path)
        work.show_document(document, model_id)

    def save(self) -> None:
        """Save."""
        if self.work.filing.save():
            self.work.saved()
            self.work.desk.say(f"Saved as {self.work.filing.path}")

    def save_as(self) -> None:
        """Save somewhere else."""
        if self.work.filing.save_as():
            self.work.saved()

    def start_page(self) -> None:
        """Show the start page."""
        self.work.start_wanted.emit()

    def quit(self) -> None:
        """Close the window."""
        self.work.window().close()

    # Edit

    def undo(self) -> None:
        """Take the latest step back, and show where."""
        self._travelled(self.work.session.undo())

    def redo(self) -> None:
        """Take the latest undone step again, and show where."""
        self._travelled(self.work.session.redo())

    def _travelled(self, step: Step | None) -> None:
        if step is not None:
            desk = self.work.desk
            if step.model_id in desk.document.models:
                desk.turn_to(step.model_id)
            done = desk.session.history.done and desk.session.history.done[-1] is step
            desk.say(f"{'Done again' if done else 'Undone'}: {step.label}")
            come = verbs.brought(desk, step.forward if done else step.back, step.back if done else step.forward)
            if come and not self.work.hands.busy and self.work.hands.means.mode is Mode.ARRANGE:
                desk.select(*come)
                self.work.canvas.reveal(come)

    def cut(self) -> None:
        """Copy and delete."""
        self.copy()
        self.delete()

    def copy(self) -> None:
        """Copy what is selected."""
        self.clip = verbs.copied(self.work.desk) or self.clip
        self.refresh()

    def paste(self) -> None:
        """Paste beside where it was, or in the middle of another model."""
        desk, clip = self.work.desk, self.clip
        if clip is None:
            return
        here = clip.source == desk.model_id
        middle = self.work.canvas.middle()
        at = Point(clip.corner.x + 40, clip.corner.y + 40) if here else Point(middle.x - 140, middle.y - 60)
        verbs.pasted(desk, clip, at)
        self.work.canvas.reveal(desk.view.selection)

    def duplicate(self) -> None:
        """Copy what is selected to beside itself."""
        verbs.duplicate(self.work.desk)

    def delete(self) -> None:
        """Delete what is selected; in the outline the keyboard goes on from the next row."""
        middle = self.work.middle
        listed = middle.outline_has_keyboard()
        then = middle.outline.next_row() if listed else None
        verbs.delete(self.work.desk)
        if listed:
            middle.outline.go_to(then)

    def dissolve(self) -> None:
        """Take a group's box away."""
        verbs.dissolve(self.work.desk)

    def select_all(self) -> None:
        """Select everything."""
        verbs.select_all(self.work.desk)

    def rename(self) -> None:
        """Name what is selected, where the keyboard is."""
        if self.work.middle.naming_in_outline():
            return
        asking = self.work.picking if self.work.hands.by_touch else self.work.renaming
        asking.begin(next(iter(self.work.desk.view.selection)))

    # Draw

    def add(self) -> None:
        """Go to the search of the palette."""
        self.work.palette_panel.search.setFocus()
        self.work.palette_panel.search.selectAll()

    # Check

    def check(self) -> None:
        """Show the findings, or put them away."""
        self.work.check.turn(not self.work.check.on)

    def next_finding(self) -> None:
        """Show one finding after the other."""
        self.work.check.show_next()

    def set_aside(self) -> None:
        """Set aside what is found at the selected thing."""
        self.work.check.ask_about_selected()

    def rules(self) -> None:
        """Open the list of all rules."""
        self.work.check.open_rules()

    # View

    def zoom_in(self) -> None:
        """Show the page larger."""
        self.work.canvas.zoom_to(self.work.canvas.zoom * _ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show the page smaller."""
        self.work.canvas.zoom_to(self.work.canvas.zoom / _ZOOM_STEP)

    def fit(self) -> None:
        """Show the whole page."""
        self.work.canvas.fit()

    def actual_size(self) -> None:
        """Show the page at 100 %."""
        self.work.canvas.zoom_to(1.0)

    def card_menu(self, at: QPoint) -> None:
        """Offer what can be done with what is selected on the canvas."""
        if self.work.hands.by_touch:
            self.work.picking.do(self.work.desk.view.selection, QPointF(self.work.canvas.mapFromGlobal(at)))
            return
        if self.work.hands.must_let_go():
            return
        menu = QMenu(self.work)
        for keys in CARD_MENU.values():
            for key in keys:
                if self.actions[key].isEnabled():
                    menu.addAction(self.actions[key])
            menu.addSeparator()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    # Help

    def rule_pages(self) -> None:
        """List the pages of the rules."""
        from modelbuilder.windows.rule_pages import explain

        explain(self.work)

    def shortcuts(self) -> None:
        """List the shortcuts."""
        from modelbuilder.windows.shortcuts import show_shortcuts

        show_shortcuts(self.work)


def _also(key: str) -> list[QKeySequence]:
    """Return second shortcuts that hands are used to."""
    more = {"redo": ["Ctrl+Shift+Z"], "zoom_in": ["Ctrl+="], "zoom_out": ["Ctrl+_"]}
    return [QKeySequence(shortcut) for shortcut in more.get(key, [])]
