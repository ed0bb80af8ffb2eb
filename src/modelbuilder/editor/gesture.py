"""A gesture: decided data and a pure, total edit, held by one pointer until it is let go."""

from collections.abc import Callable
from typing import NamedTuple

from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document

Edit = Callable[[Document], Document]


class Gesture(NamedTuple):
    """What a hand is doing: `holds` are the things that no other hand can take meanwhile."""

    label: str
    model_id: ModelId
    edit: Edit
    holds: frozenset[ThingId] = frozenset()
