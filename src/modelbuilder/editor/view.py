"""The view: what one window looks at; frozen, never saved and never undone."""

from dataclasses import dataclass

from modelbuilder.document.ids import ModelId, ThingId


@dataclass(frozen=True, slots=True)
class View:
    """The page shown, what is selected on it, and what is lit up (a chain, a finding)."""

    model_id: ModelId
    selection: frozenset[ThingId] = frozenset()
    lit: frozenset[ThingId] = frozenset()
