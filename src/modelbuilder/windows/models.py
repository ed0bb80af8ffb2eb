"""The commands on models: options and stories in the strip, and the stages of a story."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu

from modelbuilder.document.ids import ModelId
from modelbuilder.document.stories import entries, entry_of
from modelbuilder.editor import stages, verbs

if TYPE_CHECKING:
    from modelbuilder.windows.presenter import Presenter
    from modelbuilder.windows.work import Work


class Models:
    """Part of the commands of the work page."""

    work: "Work"
    actions: dict[str, QAction]
    run: Callable[[str], None]
    presenter: "Presenter | None" = None

    def on_model(self, command: str, name: str) -> None:
        """Carry out what the strip asks for."""
        desk = self.work.desk
        if name:
            desk.turn_to(ModelId(name))
        if command != "show":
            self.run(command)

    def model_menu(self, model_id: ModelId, at: QPoint) -> None:
        """Offer what can be done with a model of the strip."""
        if self.work.hands.must_let_go():
            return
        self.work.desk.turn_to(model_id)
        menu = QMenu(self.work)
        for keys in (
            ("rename_model", "duplicate_model", "model_left", "model_right"),
            ("add_stage", "fork", "take_over"),
            ("vote_model",),
            ("delete_model",),
        ):
            for key in keys:
                if self.actions[key].isEnabled():
                    menu.addAction(self.actions[key])
            menu.addSeparator()
        menu.exec(at)
        menu.deleteLater()

    def add_model(self) -> None:
        """Add an empty model."""
        verbs.add_model(self.work.desk)

    def duplicate_model(self) -> None:
        """Copy the model shown."""
        verbs.duplicate_model(self.work.desk, self.work.desk.model_id)

    def rename_model(self) -> None:
        """Give the model shown a title."""
        desk = self.work.desk
        what = "stage" if entry_of(desk.document, desk.model_id).story else "model"
        words, accepted = QInputDialog.getText(
            self.work, f"Rename {what}", f"Title of {what} {desk.model.label}", text=desk.model.title
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
        desk = self.work.desk
        order = [one for entry in entries(desk.document) for one in entry.models]
        desk.turn_to(order[(order.index(desk.model_id) + by) % len(order)])

    def model_left(self) -> None:
        """Move the model shown one to the left."""
        self._shift(-1)

    def model_right(self) -> None:
        """Move the model shown one to the right."""
        self._shift(1)

    def _shift(self, by: int) -> None:
        """Move a stage along its story, or an option along the row."""
        desk = self.work.desk
        own = entry_of(desk.document, desk.model_id)
        if own.story:
            stages.move_stage(desk, desk.model_id, own.models.index(desk.model_id) + by)
            return
        row = entries(desk.document)
        at = max(0, row.index(own) + by)
        others = [entry for entry in row if entry != own]
        verbs.move_model(desk, desk.model_id, sum(len(entry.models) for entry in others[:at]))

    def delete_model(self) -> None:
        """Delete the model shown; undo brings it back."""
        verbs.delete_model(self.work.desk, self.work.desk.model_id)

    # Stories

    def present(self) -> None:
        """Show the story on the whole screen, from the stage shown; or all options, from the one shown."""
        from modelbuilder.windows.presenter import Presenter

        if self.presenter is None:
            self.presenter = Presenter(self.work, self._presented)
            self.presenter.begin()

    def _presented(self) -> None:
        self.presenter = None

    def add_stage(self) -> None:
        """Add the stage that follows the one shown, as a copy of it."""
        stages.add_stage(self.work.desk, self.work.desk.model_id)

    def fork(self) -> None:
        """Make an option of the stage shown, to work on apart from the story."""
        stages.fork(self.work.desk, self.work.desk.model_id)

    def take_over(self) -> None:
        """Take what was changed last over into all later stages."""
        stages.take_over_latest(self.work.desk)
