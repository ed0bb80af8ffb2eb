"""Edits of stories: the next stage, an option made of a stage, stages deleted and put in another order."""

from collections.abc import Mapping

from modelbuilder.document import edits, pages
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document, Model
from modelbuilder.document.stories import address, later_stages, stages, story_of

_LONGEST = 12
_WORDS = {"title": "", "date": "", "when": "", "narration": "", "notes": "", "predict": ""}
"""What a stage says of itself; the stage after it has its own to say."""


def add_stage(document: Document, model_id: ModelId) -> Document:
    """Add the stage that follows a stage, as a copy with the same ids and places, ready to be told.

    An option becomes the first stage of a story of its name, or of the next free letter where there is
    such a story already. Stages after the new one move up by one.
    """
    begun = begin_story(document, model_id)
    model = begun.models.get(model_id)
    if model is None:
        return document
    story, number = story_of(model.label), _number(model) + 1
    labels = _moved_up(begun, model_id, number)
    if not all(map(_fits, (label := f"{story}/{number}", *labels.values()))):
        return document
    following = model.model_copy(update=_WORDS | {"label": label})
    return pages.insert(_relabelled(begun, labels), following, begun.order.index(model_id) + 1)


def begin_story(document: Document, model_id: ModelId) -> Document:
    """Make an option the first stage of a story; a stage stays what it is."""
    model = document.models.get(model_id)
    if model is None or address(model.label):
        return document
    name = model.label if not stages(document, model.label) else pages.next_label(document)
    name = name if _fits(f"{name}/1") else pages.next_label(document)
    return edits.put_model(document, model_id, label=f"{name}/1")


def fork(document: Document, model_id: ModelId) -> Document:
    """Copy a stage as an option with the next free letter, behind the last stage of its story."""
    model = document.models.get(model_id)
    if model is None:
        return document
    title = f"{model.title[:1980]} (from {model.label})" if model.title else f"From {model.label}"
    option = model.model_copy(update={"label": pages.next_label(document), "title": title, "predict": ""})
    *_, last = [model_id, *later_stages(document, model_id)]
    return pages.insert(document, option, document.order.index(last) + 1)


def remove_stage(document: Document, model_id: ModelId) -> Document:
    """Delete a stage; those after it move up by one. An option is deleted as any model is."""
    model = document.models.get(model_id)
    if model is None:
        return document
    later = {stage_id: _number(document.models[stage_id]) - 1 for stage_id in later_stages(document, model_id)}
    labels = {stage_id: f"{story_of(model.label)}/{number}" for stage_id, number in later.items()}
    return _relabelled(pages.remove_model(document, model_id), labels)


def reorder_stage(document: Document, model_id: ModelId, index: int) -> Document:
    """Move a stage to another position in its story, counted from 0; the numbers stay where they were."""
    model = document.models.get(model_id)
    if model is None or address(model.label) is None:
        return document
    told = stages(document, story_of(model.label))
    rest = [stage_id for stage_id, _ in told if stage_id != model_id]
    rest.insert(max(0, min(index, len(rest))), model_id)
    labels = {stage_id: row.label for stage_id, (_, row) in zip(rest, told, strict=True)}
    moved = iter(rest)
    order = tuple(next(moved) if one in labels else one for one in document.order)
    return _relabelled(document.model_copy(update={"order": order}) if order != document.order else document, labels)


def _fits(label: str) -> bool:
    return address(label) is not None and len(label) <= _LONGEST


def _number(model: Model) -> int:
    own = address(model.label)
    return own[1] if own else 0


def _moved_up(document: Document, model_id: ModelId, number: int) -> dict[ModelId, str]:
    """Return new labels for the stages that have to make room for one of that number."""
    labels: dict[ModelId, str] = {}
    for later in later_stages(document, model_id):
        model = document.models[later]
        if _number(model) == number:
            number += 1
            labels[later] = f"{story_of(model.label)}/{number}"
    return labels


def _relabelled(document: Document, labels: Mapping[ModelId, str]) -> Document:
    for model_id, label in labels.items():
        if document.models[model_id].label != label:
            document = edits.put_model(document, model_id, label=label)
    return document
