"""Undo and redo: two stacks of small patches, each with its name and the page it changed."""

from dataclasses import dataclass, field
from typing import NamedTuple

from modelbuilder.document.ids import ModelId
from modelbuilder.document.patch import Patch, apply, diff
from modelbuilder.document.records import Document


class Step(NamedTuple):
    """One step: how to go forward, how to go back, what it is called and where it happened."""

    label: str
    model_id: ModelId
    forward: Patch
    back: Patch


@dataclass
class History:
    """The steps taken and the steps taken back; unlimited, because a step is only what changed."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)
    saved: Step | None = None

    def record(self, before: Document, after: Document, label: str, model_id: ModelId) -> bool:
        """Remember a step; returns False, and remembers nothing, when nothing changed."""
        forward = diff(before, after)
        if not forward:
            return False
        self.done.append(Step(label, model_id, forward, diff(after, before)))
        self.undone.clear()
        return True

    def undo(self, document: Document) -> tuple[Document, Step] | None:
        """Take the latest step back."""
        if not self.done:
            return None
        step = self.done.pop()
        self.undone.append(step)
        return apply(document, step.back), step

    def redo(self, document: Document) -> tuple[Document, Step] | None:
        """Take the latest undone step again."""
        if not self.undone:
            return None
        step = self.undone.pop()
        self.done.append(step)
        return apply(document, step.forward), step

    def mark_saved(self) -> None:
        """Remember that the document is on the disk as it is now."""
        self.saved = self.done[-1] if self.done else None

    @property
    def dirty(self) -> bool:
        """Whether there is something that is not on the disk."""
        return (self.done[-1] if self.done else None) is not self.saved
