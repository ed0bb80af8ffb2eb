"""What changed between two documents: one answer for undo, the canvas and every other observer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import compress
from operator import is_, is_not
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from modelbuilder.document.ids import ModelId
from modelbuilder.document.layered import Layered, beneath
from modelbuilder.document.records import MODEL_TABLES, Document, Model

K = TypeVar("K")

MISSING: Any = object()
"""Stands for a row that is not there."""

_MODEL_FIELDS = ("label", "title", "date", "when", "narration", "notes", "predict")
_DOCUMENT_FIELDS = ("title", "date", "order", "settings", "decks", "fits")


class Change(NamedTuple):
    """One field or row that differs: `model_id` is None for the document's own."""

    model_id: ModelId | None
    table: str
    thing_id: str | None
    value: Any


@dataclass(frozen=True, slots=True)
class Patch:
    """The changes that turn one document into another."""

    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        """Tell whether anything changes."""
        return bool(self.changes)

    def pages(self) -> set[ModelId]:
        """List the models that the patch touches."""
        inner = {change.model_id for change in self.changes if change.model_id is not None}
        outer = {ModelId(c.thing_id) for c in self.changes if c.table == "models" and c.thing_id is not None}
        return inner | outer


def diff(before: Document, after: Document) -> Patch:
    """Return the patch from one document to another, comparing rows by identity first."""
    if before is after:
        return Patch(())
    return Patch(tuple(_document_changes(before, after)))


def _document_changes(before: Document, after: Document) -> Iterator[Change]:
    for field in _DOCUMENT_FIELDS:
        if getattr(before, field) != getattr(after, field):
            yield Change(None, field, None, getattr(after, field))
    yield from _row_changes(None, "people", before.people, after.people)
    yield from _row_changes(None, "schools", before.schools, after.schools)
    if before.models is after.models:
        return
    for model_id in before.models.keys() - after.models.keys():
        yield Change(None, "models", model_id, MISSING)
    for model_id, model in after.models.items():
        old = before.models.get(model_id)
        if old is None:
            yield Change(None, "models", model_id, model)
        elif old is not model:
            yield from _model_changes(model_id, old, model)


def _model_changes(model_id: ModelId, before: Model, after: Model) -> Iterator[Change]:
    for field in _MODEL_FIELDS:
        if getattr(before, field) != getattr(after, field):
            yield Change(model_id, field, None, getattr(after, field))
    for name in MODEL_TABLES:
        yield from _row_changes(model_id, name, getattr(before, name), getattr(after, name))


def _row_changes(
    model_id: ModelId | None, name: str, before: Mapping[Any, Any], after: Mapping[Any, Any]
) -> Iterator[Change]:
    if before is after:
        return
    if len(before) != len(after) or before.keys() != after.keys():
        for key in before.keys() - after.keys():
            yield Change(model_id, name, key, MISSING)
    old = before.get
    for key, row in after.items():
        was = old(key, MISSING)
        if was is not row and was != row:
            yield Change(model_id, name, key, row)


def changed_rows(before: Mapping[K, object], after: Mapping[K, object]) -> list[K]:
    """List the keys of `after` whose rows are not the ones of `before`, by identity."""
    if isinstance(after, Layered) and after.beneath is beneath(before):
        keys = {**after.above, **before.above} if isinstance(before, Layered) else after.above
        return [key for key in keys if before[key] is not after[key]]
    if len(before) == len(after) and all(map(is_, before, after)):
        return list(compress(after, map(is_not, before.values(), after.values())))
    return [key for key, row in after.items() if before.get(key, MISSING) is not row]


def same_keys(before: Mapping[K, object], after: Mapping[K, object]) -> bool:
    """Tell whether two tables have the same keys; quick when they come in the same order, as after an edit."""
    if isinstance(after, Layered) and after.beneath is beneath(before):
        return True
    return len(before) == len(after) and (all(map(is_, before, after)) or before.keys() == after.keys())


def apply(document: Document, patch: Patch) -> Document:
    """Return the document with the patch applied; rows the patch does not name are shared."""
    outer: dict[str, Any] = {}
    inner: dict[ModelId, list[Change]] = {}
    for change in patch.changes:
        if change.model_id is not None:
            inner.setdefault(change.model_id, []).append(change)
        elif change.thing_id is None:
            outer[change.table] = change.value
        else:
            _write_row(outer, document, change)
    if inner:
        models = outer.setdefault("models", document.models.copy())
        for model_id, changes in inner.items():
            if model_id in models:
                models[model_id] = _apply_to_model(models[model_id], changes)
    return document.model_copy(update=_frozen(outer))


def _apply_to_model(model: Model, changes: list[Change]) -> Model:
    update: dict[str, Any] = {}
    for change in changes:
        if change.thing_id is None:
            update[change.table] = change.value
        else:
            _write_row(update, model, change)
    return model.model_copy(update=_frozen(update))


def _write_row(update: dict[str, Any], record: Document | Model, change: Change) -> None:
    rows = update.get(change.table)
    if rows is None:
        rows = update[change.table] = getattr(record, change.table).copy()
    if change.value is MISSING:
        rows.pop(change.thing_id, None)
    else:
        rows[change.thing_id] = change.value


def _frozen(update: dict[str, Any]) -> dict[str, Any]:
    return {name: MappingProxyType(value) if isinstance(value, dict) else value for name, value in update.items()}
