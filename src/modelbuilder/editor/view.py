"""The view: what one window looks at; frozen, never saved and never undone."""

from dataclasses import dataclass, replace

from modelbuilder.document.ids import ModelId, ThingId


@dataclass(frozen=True, slots=True)
class View:
    """The page shown, what is selected on it, and what is lit up (a chain, a finding).

    In Check mode (`checking`) the findings are listed and badges stand on the page.
    """

    model_id: ModelId
    selection: frozenset[ThingId] = frozenset()
    lit: frozenset[ThingId] = frozenset()
    checking: bool = False

    def onto(
        self, model_id: ModelId, selection: frozenset[ThingId] = frozenset(), lit: frozenset[ThingId] = frozenset()
    ) -> "View":
        """Return the view turned to other things; its modes stay as they are."""
        return replace(self, model_id=model_id, selection=selection, lit=lit)
