"""A session: the committed document, the hands on it, and the trial document that all hands make."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import reduce

from modelbuilder.document.edits import solid
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.integrity import settle
from modelbuilder.document.lookup import table_of
from modelbuilder.document.patch import apply
from modelbuilder.document.records import Document
from modelbuilder.editor.events import PointerId
from modelbuilder.editor.gesture import Edit, Gesture
from modelbuilder.editor.history import History, Step

Observer = Callable[[], None]


class Session:
    """Everything that happens to one document.

    Preview is a fold: `trial` is the committed document with every live gesture applied in the order
    in which the hands came. A release commits one step; a drop leaves nothing behind.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.history = History()
        self.observers: list[Observer] = []
        self.refused: Callable[[], None] = lambda: None
        """Called when something is not done because the document is frozen."""
        self._frozen = False
        self._hands: dict[PointerId, Gesture] = {}
        self._trial: Document | None = document
        self._mended: Document | None = None
        self._gathering = False
        self._untold = False

    @property
    def trial(self) -> Document:
        """The document as the hands would leave it now."""
        if self._trial is None:
            folded = reduce(lambda document, gesture: gesture.edit(document), self._hands.values(), self.document)
            self._trial = self._mended = settle(self._mended or self.document, folded)
        return self._trial

    @property
    def frozen(self) -> bool:
        """Whether nobody may change the document, nor travel in its history, until it is let go."""
        return self._frozen

    def freeze(self, on: bool) -> None:
        """Let nobody change the document, and drop what hands hold; or let them go on."""
        self._frozen = on
        if on:
            self._hands.clear()
        self._changed()

    def _is_refused(self) -> bool:
        if self._frozen:
            self.refused()
        return self._frozen

    @property
    def live(self) -> bool:
        """Whether any hand holds something."""
        return bool(self._hands)

    def held(self) -> frozenset[ThingId]:
        """Return everything that is held by a hand or being typed in."""
        return frozenset().union(*(gesture.holds for gesture in self._hands.values()))

    def holds(self) -> dict[PointerId, frozenset[ThingId]]:
        """Return what each hand holds."""
        return {pointer: gesture.holds for pointer, gesture in self._hands.items()}

    def holder(self, thing_id: ThingId) -> PointerId | None:
        """Return the pointer that holds a thing."""
        return next((pointer for pointer, gesture in self._hands.items() if thing_id in gesture.holds), None)

    def hold(self, pointer: PointerId, gesture: Gesture) -> bool:
        """Take up a gesture, or change the one held; False when another hand came first or nobody may."""
        if self._is_refused():
            return False
        others = (other.holds for hand, other in self._hands.items() if hand != pointer)
        if any(gesture.holds & holds for holds in others):
            return False
        self._hands[pointer] = gesture
        if self._gathering:
            self._untold = True
            self._trial = None
        else:
            self._changed()
        return True

    @contextmanager
    def together(self) -> Iterator[None]:
        """Tell the observers once of all that hands move meanwhile, as when one event has the places of ten fingers."""
        self._gathering = True
        try:
            yield
        finally:
            self._gathering = False
            if self._untold:
                self._changed()

    def release(self, pointer: PointerId) -> bool:
        """Let go: commit the gesture as one step. Returns whether anything changed."""
        gesture = self._hands.pop(pointer, None)
        if gesture is None:
            return False
        return self.commit(gesture)

    def commit(self, gesture: Gesture) -> bool:
        """Carry out a gesture at once, unless nobody may."""
        if self._is_refused():
            return False
        before = self.document
        after = solid(settle(before, gesture.edit(before)))
        changed = self.history.record(before, after, gesture.label, gesture.model_id)
        if changed:
            self.document = after
            self._drop_the_bereft()
        self._changed()
        return changed

    def do(self, label: str, model_id: ModelId, edit: Edit) -> bool:
        """Carry out an edit as one named step."""
        return self.commit(Gesture(label, model_id, edit))

    def amend(self, edit: Edit) -> None:
        """Add to the latest step, so that both are undone as one."""
        if self._frozen or not self.history.done:
            return
        last = self.history.done[-1]
        before = apply(self.document, last.back)
        after = solid(settle(self.document, edit(self.document)))
        self.history.done.pop()
        self.history.record(before, after, last.label, last.model_id)
        self.document = after
        self._changed()

    def drop(self, pointer: PointerId) -> bool:
        """Let a gesture go without doing it."""
        if self._hands.pop(pointer, None) is None:
            return False
        self._changed()
        return True

    def newest(self) -> PointerId | None:
        """Return the pointer that took something last."""
        return next(reversed(self._hands), None)

    def undo(self) -> Step | None:
        """Take back the latest step, whoever made it."""
        return None if self._is_refused() else self._travel(self.history.undo(self.document))

    def redo(self) -> Step | None:
        """Take the latest undone step again."""
        return None if self._is_refused() else self._travel(self.history.redo(self.document))

    def _travel(self, result: tuple[Document, Step] | None) -> Step | None:
        if result is None:
            return None
        self.document, step = result
        self._drop_the_bereft()
        self._changed()
        return step

    def _drop_the_bereft(self) -> None:
        """Drop the gestures whose subject has gone."""
        for pointer, gesture in list(self._hands.items()):
            model = self.document.models.get(gesture.model_id)
            if model is not None and any(table_of(model, one) for one in gesture.holds):
                continue
            if model is None or settle(self.document, gesture.edit(self.document)) is self.document:
                del self._hands[pointer]

    def replace(self, document: Document) -> None:
        """Start again with another document, as on opening a file."""
        self.document = document
        self.history = History()
        self._hands.clear()
        self._frozen = False
        self._changed()

    def _changed(self) -> None:
        self._untold = False
        self._trial = None if self._hands else self.document
        self._mended = self._mended if self._hands else None
        for observer in list(self.observers):
            observer()
