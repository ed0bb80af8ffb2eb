"""A show: which stage is on the board, whether the room is being asked, and whether the board is blank."""

from typing import NamedTuple

from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document
from modelbuilder.document.stories import entries, entry_of


class Show(NamedTuple):
    """One moment of a show. `asking` is the question before the next stage; `blank` is black, white or empty."""

    stages: tuple[ModelId, ...]
    at: int = 0
    asking: bool = False
    blank: str = ""

    @property
    def shown(self) -> ModelId:
        """The stage on the board."""
        return self.stages[self.at]

    @property
    def next(self) -> ModelId | None:
        """The stage that comes after it."""
        return self.stages[self.at + 1] if self.at + 1 < len(self.stages) else None

    def question(self, document: Document) -> str:
        """Return what the room is asked before the next stage is shown."""
        model = document.models.get(self.next) if self.next is not None else None
        return model.predict.strip() if model is not None else ""

    def forward(self, document: Document) -> "Show":
        """Go on: first the board is lit again, then the room is asked if it is to be, then the next stage comes."""
        if self.blank:
            return self._replace(blank="")
        if self.next is None:
            return self
        if not self.asking and self.question(document):
            return self._replace(asking=True)
        return self._replace(at=self.at + 1, asking=False)

    def back(self) -> "Show":
        """Go back: take the question back, or show the stage before."""
        if self.blank or self.asking:
            return self._replace(blank="", asking=False)
        return self._replace(at=max(0, self.at - 1))

    def jump(self, at: int) -> "Show":
        """Show a stage by its position, and ask nothing on the way."""
        return self._replace(at=max(0, min(at, len(self.stages) - 1)), asking=False, blank="")

    def blanked(self, blank: str) -> "Show":
        """Blank the board, or light it again when it is blank in that way."""
        return self._replace(blank="" if self.blank == blank else blank)

    def kept_true(self, document: Document) -> "Show | None":
        """Return the show without stages that have gone meanwhile; None when none is left."""
        left = tuple(one for one in self.stages if one in document.models)
        if left == self.stages:
            return self
        before = sum(1 for one in self.stages[: self.at] if one in document.models)
        return Show(left, min(before, len(left) - 1)) if left else None


def show_of(document: Document, model_id: ModelId) -> Show:
    """Begin a show at a model: of its story, or, for an option, of all options."""
    entry = entry_of(document, model_id)
    options = tuple(one for other in entries(document) if not other.story for one in other.models)
    stages = entry.models if entry.story else options
    return Show(stages, stages.index(model_id))
