"""Stories: which models are the stages of one, and which comes before which."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document, Model

_ADDRESS = re.compile(r"(.+)/([1-9][0-9]{0,3})", re.DOTALL)


class Entry(NamedTuple):
    """An option, or a story with all its stages."""

    label: str
    models: tuple[ModelId, ...]
    story: bool


def address(label: str) -> tuple[str, int] | None:
    """Return the story and the number of a stage: B and 4 of B/4; None for the label of an option."""
    found = _ADDRESS.fullmatch(label)
    return (found[1], int(found[2])) if found else None


def story_of(label: str) -> str:
    """Return the name that a stage shares with the others of its story, or the label of an option."""
    own = address(label)
    return own[0] if own else label


def label_before(label: str, labels: Iterable[str]) -> str | None:
    """Return the label of the stage that comes before another in its story, or None for the first."""
    own = address(label)
    found = {at: other for other in labels if (at := address(other)) and own and at[0] == own[0] and at < own}
    return found[max(found)] if found else None


def stages(document: Document, story: str) -> list[tuple[ModelId, Model]]:
    """List the stages of a story in their order."""
    models = [(model_id, document.models[model_id]) for model_id in document.order if model_id in document.models]
    rows = [(at, row) for row in models if (at := address(row[1].label)) and at[0] == story]
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def later_stages(document: Document, model_id: ModelId) -> list[ModelId]:
    """List the stages that come after a stage of a story, in their order; none after an option."""
    model = document.models.get(model_id)
    if model is None or address(model.label) is None:
        return []
    told = [stage_id for stage_id, _ in stages(document, story_of(model.label))]
    return told[told.index(model_id) + 1 :]


def entries(document: Document) -> list[Entry]:
    """List options and stories in the order of the tabs: a story stands where the first of its stages does."""
    labels = {document.models[one].label: one for one in document.order if one in document.models}
    found = dict.fromkeys((story_of(label), address(label) is not None) for label in labels)
    return [
        Entry(label, tuple(one for one, _ in stages(document, label)) if story else (labels[label],), story)
        for label, story in found
    ]


def entry_of(document: Document, model_id: ModelId) -> Entry:
    """Return the story that a stage belongs to, or an option by itself."""
    return next(entry for entry in entries(document) if model_id in entry.models)
