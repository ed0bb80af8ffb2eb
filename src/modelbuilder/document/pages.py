"""Edits of the row of models: add, duplicate, rename, reorder, delete."""

from collections.abc import Collection
from types import MappingProxyType

from modelbuilder.document.errors import InputError
from modelbuilder.document.ids import ModelId, seed_model_id
from modelbuilder.document.records import Document, Model
from modelbuilder.document.stories import stages, story_of


def ordered(document: Document) -> list[tuple[ModelId, Model]]:
    """List the models in the order of their tabs."""
    return [(model_id, document.models[model_id]) for model_id in document.order if model_id in document.models]


def labelled(document: Document, label: str, name: str) -> tuple[ModelId, Model]:
    """Return the model with a label, or the last stage of a story that is called by its letter.

    Raises InputError, beginning with the name of the file, when there is none.
    """
    told = stages(document, label)
    if told:
        return told[-1]
    found = {model.label: (model_id, model) for model_id, model in ordered(document)}
    if label not in found:
        raise InputError(f"{name} has no model {label}; it has {', '.join(found)}.")
    return found[label]


def new_document(title: str = "") -> Document:
    """Return a document with one empty model A.

    Nothing in it was typed, so it is not validated: making the validators takes longer than the window.
    """
    return insert(Document.model_construct(title=title), Model.model_construct(label="A"), 0)


def next_label(document: Document) -> str:
    """Return the first of A, B, C… AA, AB… that no model has, and no story."""
    taken = {model.label for model in document.models.values()}
    taken |= set(map(story_of, taken))
    number = 0
    while (label := _letters(number)) in taken:
        number += 1
    return label


def _letters(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def add_model(document: Document, *, title: str = "", label: str = "") -> Document:
    """Add an empty model after the last."""
    label = label or next_label(document)
    return insert(document, Model(label=label, title=title), len(document.order))


def duplicate_model(document: Document, model_id: ModelId) -> Document:
    """Add a copy after a model: the same people, schools, posts and lines, ready to be changed."""
    model = document.models.get(model_id)
    if model is None:
        return document
    title = f"{model.title[:1990]} (copy)" if model.title else ""
    copy = model.model_copy(update={"label": next_label(document), "title": title})
    return insert(document, copy, document.order.index(model_id) + 1)


def insert(document: Document, model: Model, index: int) -> Document:
    """Add a model at a position of the row; votes on the one that it is a copy of stay behind."""
    model_id = _free_model_id(document, model.label)
    models = document.models.copy()
    models[model_id] = model.model_copy(update={"votes": MappingProxyType({})}) if model.votes else model
    order = (*document.order[:index], model_id, *document.order[index:])
    return document.model_copy(update={"models": MappingProxyType(models), "order": order})


def _free_model_id(document: Document, label: str) -> ModelId:
    number = 0
    while (model_id := seed_model_id(label + "'" * number)) in document.models:
        number += 1
    return model_id


def rename_model(document: Document, model_id: ModelId, title: str) -> Document:
    """Give a model a title."""
    model = document.models.get(model_id)
    if model is None:
        return document
    models = document.models.copy()
    models[model_id] = Model.model_validate({**dict(model), "title": title.strip()})
    return document.model_copy(update={"models": MappingProxyType(models)})


def reorder_models(document: Document, model_ids: Collection[ModelId], index: int) -> Document:
    """Move tabs side by side to another position, counted among the others; their letters go with them."""
    moved = [one for one in document.order if one in model_ids]
    rest = [one for one in document.order if one not in model_ids]
    if not moved:
        return document
    at = max(0, min(index, len(rest)))
    return document.model_copy(update={"order": (*rest[:at], *moved, *rest[at:])})


def remove_model(document: Document, model_id: ModelId) -> Document:
    """Delete a model; the last one is replaced by an empty one, so that there is always a page."""
    if model_id not in document.models:
        return document
    models = document.models.copy()
    del models[model_id]
    order = tuple(other for other in document.order if other != model_id)
    document = document.model_copy(update={"models": MappingProxyType(models), "order": order})
    return document if order else add_model(document)
