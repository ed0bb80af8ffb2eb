"""The commands by which one finds one's way: search, all commands, outline, map, filter and folds."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from modelbuilder.editor import folding
from modelbuilder.editor.actions import ACTIONS
from modelbuilder.editor.newcomers import Kind, kinds
from modelbuilder.editor.search import Found, everything
from modelbuilder.windows.choice import Choice

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work

_LEGIBLE = 0.55
"""Zoom below which what stands on a card cannot be read: what was looked for is then shown larger."""


class Wayfinding:
    """Part of the commands of the work page."""

    work: "Work"
    actions: dict[str, QAction]

    def find(self) -> None:
        """Find something by its name in any model, and go there."""
        desk = self.work.desk
        rows = [_to_go_to(found) for found in everything(desk.document, desk.model_id)]
        if rows:
            self.work.chooser.ask("Find in all models", "Type a name, role or school", rows, self._go_to)
        else:
            desk.say("There is nothing to find yet: nothing is drawn in any model.")

    def palette(self) -> None:
        """Choose among everything: commands, what there is to go to, and what can be added."""
        desk = self.work.desk
        rows = [
            Choice(
                self.actions[key].text(),
                action.menu,
                QKeySequence(action.shortcut).toString(QKeySequence.SequenceFormat.NativeText),
                value=key,
            )
            for key, action in ACTIONS.items()
            if key != "palette" and self.actions[key].isEnabled()
        ]
        rows += [_to_go_to(found) for found in everything(desk.document, desk.model_id)]
        rows += [Choice(f"Add {kind.label}", kind.hint, "", kind.icon, kind.tier, kind) for kind in kinds()]
        self.work.chooser.ask("Commands, places and kinds", "Type what you want to do", rows, self._follow)

    def _follow(self, value: "str | Found | Kind") -> None:
        if isinstance(value, str):
            self.work.commands.run(value)
        elif isinstance(value, Found):
            self._go_to(value)
        else:
            self.work.add_in_the_middle(value)

    def _go_to(self, found: Found) -> None:
        """Show the model that something stands in, select it and bring it into sight."""
        work = self.work
        self._show_page()
        work.desk.turn_to(found.model_id)
        work.desk.select(found.thing_id)
        work.canvas.setFocus()
        if work.canvas.zoom < _LEGIBLE:
            work.canvas.fit_things(frozenset({found.thing_id}))
        work.canvas.reveal(frozenset({found.thing_id}))

    def _show_page(self) -> None:
        """Leave the comparison, where there is no page to go to."""
        if self.work.compares:
            self.work.show_comparison(False)

    def outline(self) -> None:
        """Show the outline and go to it, or put it away when the keyboard is in it."""
        self._show_page()
        self.work.middle.turn_outline()

    def minimap(self) -> None:
        """Show the map in the corner, or put it away."""
        self.work.middle.turn_map()

    def fit_selection(self) -> None:
        """Show what is selected as large as it fits."""
        self.work.canvas.fit_things(self.work.desk.view.selection)

    def filter(self) -> None:
        """Ask what is to be looked at only."""
        self.work.looking.filter_card.ask()

    def leave_filter(self) -> None:
        """Show everything again, and ask no more what is to be looked at only."""
        desk = self.work.desk
        filtered = bool(desk.view.sieve)
        if filtered or "looking" in self.work.__dict__:
            self.work.looking.stop_filtering()
        if filtered:
            desk.say("Everything is shown again.")

    def fold(self) -> None:
        """Fold what is selected, or open it."""
        folding.fold(self.work.desk)

    def fold_schools(self) -> None:
        """Fold all schools, or open them."""
        folding.fold_schools(self.work.desk)

    def unfold_all(self) -> None:
        """Open everything that is folded."""
        folding.unfold_all(self.work.desk)


def _to_go_to(found: Found) -> Choice:
    return Choice(found.words, found.where, "", found.icon, found.tier, found)
