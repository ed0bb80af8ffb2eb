"""Records cannot be changed in place, and refuse what they do not know."""

from typing import Any

import pytest
from pydantic import ValidationError

from chart import chart, first_model, thing
from modelbuilder.document import records
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import (
    DOCUMENT_TABLES,
    MODEL_TABLES,
    Body,
    Box,
    Document,
    Line,
    Model,
    Post,
    Record,
    School,
)

KINDS = sorted(
    (kind for kind in vars(records).values() if isinstance(kind, type) and issubclass(kind, Record)),
    key=lambda kind: kind.__name__,
)


@pytest.mark.parametrize("kind", KINDS)
def test_unknown_fields_are_refused(kind: type[Record]) -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        kind.model_validate({"flavour": "mint"})


def test_a_field_cannot_be_assigned() -> None:
    document = chart("post HT role=headteacher")
    model = document.models[first_model(document)]
    for record in (document, model, *model.posts.values()):
        name = next(iter(type(record).model_fields))
        with pytest.raises(ValidationError, match="frozen"):
            setattr(record, name, "other")
        with pytest.raises(ValidationError, match="frozen"):
            delattr(record, name)


@pytest.mark.parametrize("name", MODEL_TABLES)
def test_the_tables_of_a_model_refuse_assignment(name: str) -> None:
    document = chart("post HT role=headteacher")
    _refuses(getattr(document.models[first_model(document)], name), thing(document, "HT"))
    _refuses(getattr(Model.model_validate({"label": "A", name: {}}), name), ThingId("x"))


@pytest.mark.parametrize("name", DOCUMENT_TABLES)
def test_the_tables_of_a_document_refuse_assignment(name: str) -> None:
    _refuses(getattr(chart("post HT role=headteacher held_by=Dai"), name), ThingId("x"))
    _refuses(getattr(Document(), name), ThingId("x"))


def _refuses(rows: Any, thing_id: ThingId) -> None:
    with pytest.raises(TypeError):
        rows[thing_id] = None
    with pytest.raises(TypeError):
        del rows[thing_id]
    assert not hasattr(rows, "clear")


def test_a_table_does_not_follow_the_dict_it_was_made_of() -> None:
    rows = {ThingId("post-1"): Post(handle="HT", role="headteacher")}
    model = Model.model_validate({"label": "A", "posts": rows})
    frozen = records.table(rows)
    rows.clear()
    assert len(model.posts) == len(frozen) == 1


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (Post, {"handle": "HT", "role": "head"}),
        (Post, {"handle": "", "role": "headteacher"}),
        (Post, {"handle": "HT", "role": ""}),
        (Post, {"handle": "x" * 201, "role": "headteacher"}),
        (Post, {"handle": "HT", "role": "headteacher", "status": "away"}),
        (Body, {"handle": "GB", "kind": "governing_body", "seats": -1}),
        (Body, {"handle": "GB", "kind": "board"}),
        (School, {"handle": "S", "name": "S", "urn": 0}),
        (School, {"handle": "S", "name": "S", "category": "church"}),
        (Line, {"kind": "likes", "source": "a", "target": "b"}),
        (Line, {"kind": "leads", "source": "a", "target": "b", "time_share": 101}),
        (Line, {"kind": "leads", "source": "a", "target": "b", "capacity": ("",)}),
        (Box, {"x": float("nan")}),
        (Box, {"x": float("inf")}),
        (Box, {"w": -1}),
        (Model, {"label": ""}),
        (Model, {"label": "A", "posts": {"": {"handle": "HT", "role": "headteacher"}}}),
        (Model, {"label": "A", "posts": {"<p>": {"handle": "HT", "role": "headteacher"}}}),
        (Document, {"date": "21 November"}),
        (Document, {"date": "２０２６-11-21"}),
    ],
)
def test_wrong_values_are_refused(kind: type[Record], fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        kind.model_validate(fields)


def test_a_capacity_is_listed_once() -> None:
    line = Line.model_validate(
        {"kind": "sits_on", "source": "a", "target": "b", "capacity": ("chair", "parent", "chair")}
    )
    assert line.capacity == ("chair", "parent")
