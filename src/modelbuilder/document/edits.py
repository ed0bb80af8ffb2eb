"""Pure edits of one model: each takes a document and returns a document, and is total."""

from collections.abc import Collection, Container, Mapping
from types import MappingProxyType
from typing import Any

from modelbuilder.document.ids import ModelId, ThingId, seed_id
from modelbuilder.document.layered import Layered
from modelbuilder.document.lookup import end_of, held_by, table_of
from modelbuilder.document.records import (
    HELD_TABLES,
    Body,
    Box,
    Document,
    Duty,
    Figure,
    Group,
    Line,
    Model,
    Note,
    Placement,
    Post,
    Record,
    School,
)


def put_model(document: Document, model_id: ModelId, **fields: Any) -> Document:
    """Return the document with fields or tables of one model replaced."""
    model = document.models.get(model_id)
    if model is None:
        return document
    frozen = {key: MappingProxyType(value) if isinstance(value, dict) else value for key, value in fields.items()}
    models = document.models.copy()
    models[model_id] = model.model_copy(update=frozen)
    return document.model_copy(update={"models": MappingProxyType(models)})


def put_row(document: Document, model_id: ModelId, table: str, thing_id: ThingId, record: Record) -> Document:
    """Return the document with one row of one model's table written."""
    model = document.models.get(model_id)
    if model is None:
        return document
    rows = getattr(model, table).copy()
    rows[thing_id] = record
    return put_model(document, model_id, **{table: rows})


def add_thing(
    document: Document, model_id: ModelId, thing_id: ThingId, record: Record, box: Box | None = None
) -> Document:
    """Add a post, body, group, placement, figure or note to a model, at a place if one is given."""
    table = _TABLE_OF_RECORD[type(record)]
    model = document.models.get(model_id)
    if model is None or thing_id in getattr(model, table):
        return document
    document = put_row(document, model_id, table, thing_id, record)
    return document if box is None else move(document, model_id, {thing_id: box})


_TABLE_OF_RECORD: dict[type[Record], str] = {
    Post: "posts",
    Body: "bodies",
    Group: "groups",
    Placement: "placements",
    Figure: "figures",
    Note: "stickies",
}


def add_school(document: Document, school_id: ThingId, school: School) -> Document:
    """Add a school to the cast of the document."""
    return _put_cast(document, "schools", school_id, school)


def _put_cast(document: Document, table: str, thing_id: ThingId, record: Record) -> Document:
    rows = getattr(document, table).copy()
    rows[thing_id] = record
    return document.model_copy(update={table: MappingProxyType(rows)})


def new_line_id(model: Model, line: Line) -> ThingId:
    """Return a free id for a line of the model."""
    return free_line_id(model.lines, line)


def free_line_id(taken: Container[ThingId], line: Line) -> ThingId:
    """Return an id that is not taken, seeded by what the line joins so that two models agree on it."""
    number = 0
    while True:
        seed = f"{line.kind}\n{line.source}\n{line.target}" + (f"\n{number}" if number else "")
        line_id = seed_id("line", seed)
        if line_id not in taken:
            return line_id
        number += 1


def add_line(document: Document, model_id: ModelId, line: Line, line_id: ThingId | None = None) -> Document:
    """Add a line when both its ends stand in the model; otherwise change nothing."""
    model = document.models.get(model_id)
    if model is None:
        return document
    if end_of(document, model, line.source) is None or end_of(document, model, line.target) is None:
        return document
    return put_row(document, model_id, "lines", line_id or new_line_id(model, line), line)


def free_duty_id(taken: Container[ThingId], duty: Duty) -> ThingId:
    """Return an id that is not taken, seeded by function and school so that two models agree on it."""
    number = 0
    while True:
        duty_id = seed_id("duty", f"{duty.function}\n{duty.school}" + (f"\n{number}" if number else ""))
        if duty_id not in taken:
            return duty_id
        number += 1


def add_duty(document: Document, model_id: ModelId, duty: Duty) -> Document:
    """Allocate a headship function of a school; one that is allocated already gets a second owner."""
    model = document.models.get(model_id)
    if model is None or duty.school not in model.placements:
        return document
    return put_row(document, model_id, "duties", free_duty_id(model.duties, duty), duty)


def change(document: Document, model_id: ModelId, thing_id: ThingId, **values: Any) -> Document:
    """Set fields of a thing of the model, validated; raises pydantic.ValidationError on a bad value."""
    model = document.models.get(model_id)
    table = table_of(model, thing_id) if model else None
    if model is None or table is None:
        return document
    record = getattr(model, table)[thing_id]
    return put_row(document, model_id, table, thing_id, _changed(record, values))


def change_school(document: Document, school_id: ThingId, **values: Any) -> Document:
    """Set facts of a school in the cast, validated; they show in every model."""
    school = document.schools.get(school_id)
    return document if school is None else _put_cast(document, "schools", school_id, _changed(school, values))


def _changed(record: Record, values: Mapping[str, Any]) -> Record:
    fields = {name: getattr(record, name) for name in type(record).model_fields}
    return type(record).model_validate(fields | dict(values))


def move(document: Document, model_id: ModelId, boxes: Mapping[ThingId, Box]) -> Document:
    """Set places; the boxes are relative to each thing's holder."""
    model = document.models.get(model_id)
    if model is None or not boxes:
        return document
    places = model.places.copy()
    places.update(boxes)
    return put_model(document, model_id, places=places)


def carry(document: Document, model_id: ModelId, boxes: Mapping[ThingId, Box]) -> Document:
    """Set places as a hand does at each moment of a drag: the same as `move`, and nothing is copied."""
    model = document.models.get(model_id)
    if model is None or not boxes.keys() <= model.places.keys():
        return move(document, model_id, boxes)
    return put_model(document, model_id, places=Layered(model.places, dict(boxes)))


def solid(document: Document) -> Document:
    """Return the document with plain tables only, as it is kept once a hand has let go."""
    for model_id, model in document.models.items():
        if isinstance(model.places, Layered):
            document = put_model(document, model_id, places=model.places.copy())
    return document


def hold(document: Document, model_id: ModelId, thing_ids: Collection[ThingId], holder: ThingId | None) -> Document:
    """Put things into a school or group box, or onto the page when `holder` is None."""
    model = document.models.get(model_id)
    if model is None:
        return document
    tables: dict[str, dict[ThingId, Record]] = {}
    for thing_id in thing_ids:
        table = table_of(model, thing_id)
        if table not in HELD_TABLES or not _may_hold(model, table, thing_id, holder):
            continue
        rows = tables.setdefault(table, getattr(model, table).copy())
        rows[thing_id] = rows[thing_id].model_copy(update={HELD_TABLES[table]: holder})
    return put_model(document, model_id, **tables) if tables else document


def _may_hold(model: Model, table: str, thing_id: ThingId, holder: ThingId | None) -> bool:
    if holder is None:
        return True
    if holder in model.groups:
        return thing_id not in _around(model, holder)
    return holder in model.placements and table not in ("groups", "placements")


def _around(model: Model, group_id: ThingId) -> set[ThingId]:
    seen: set[ThingId] = set()
    step: ThingId | None = group_id
    while step is not None and step not in seen:
        seen.add(step)
        group = model.groups.get(step)
        step = group.group if group else None
    return seen


def inside(model: Model, thing_ids: Collection[ThingId]) -> set[ThingId]:
    """Return the things and everything that stands inside them."""
    contents = held_by(model)
    found: set[ThingId] = set()
    pending = list(thing_ids)
    while pending:
        thing_id = pending.pop()
        if thing_id not in found:
            found.add(thing_id)
            pending.extend(contents.get(thing_id, ()))
    return found


def remove(document: Document, model_id: ModelId, thing_ids: Collection[ThingId]) -> Document:
    """Take things out of a model, boxes with their contents; people and schools stay in the cast.

    The lines on what was taken away go when `integrity.settle` runs.
    """
    model = document.models.get(model_id)
    if model is None:
        return document
    gone = inside(model, thing_ids)
    tables: dict[str, dict[ThingId, Any]] = {}
    for thing_id in gone:
        table = table_of(model, thing_id)
        if table is not None:
            tables.setdefault(table, getattr(model, table).copy()).pop(thing_id)
        if thing_id in model.places:
            tables.setdefault("places", model.places.copy()).pop(thing_id)
    return put_model(document, model_id, **tables) if tables else document


def dissolve(document: Document, model_id: ModelId, box_id: ThingId) -> Document:
    """Take a group's box away and leave what stood in it in the box around, or on the page."""
    model = document.models.get(model_id)
    if model is None or box_id not in model.groups:
        return document
    group = model.groups[box_id]
    contents = held_by(model).get(box_id, [])
    corner = model.places.get(box_id, Box())
    freed = {
        thing_id: place.model_copy(update={"x": place.x + corner.x, "y": place.y + corner.y})
        for thing_id in contents
        if (place := model.places.get(thing_id))
    }
    document = hold(document, model_id, contents, group.group)
    return remove(move(document, model_id, freed), model_id, [box_id])


def set_title(document: Document, title: str) -> Document:
    """Name the document."""
    return Document.model_validate({**dict(document), "title": title})
