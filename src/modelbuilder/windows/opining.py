"""The commands by which a group says what it thinks: dots on the model, and none any more."""

from typing import TYPE_CHECKING

from modelbuilder.compare.opinions import dots
from modelbuilder.document.ids import ThingId
from modelbuilder.editor import opining

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work


class Opining:
    """Part of the commands of the work page."""

    work: "Work"

    def vote(self) -> None:
        """Put a dot on what is selected."""
        opining.vote(self.work.desk, next(iter(self.work.desk.view.selection)))

    def vote_model(self) -> None:
        """Put a dot on the model shown."""
        desk = self.work.desk
        if opining.vote(desk, ThingId(desk.model_id)):
            desk.say(f"Model {desk.model.label} has {dots(desk.model.votes[ThingId(desk.model_id)])}.")

    def clear_votes(self) -> None:
        """Take all dots off the model shown."""
        self.work.desk.say("")
        opining.clear_votes(self.work.desk)
