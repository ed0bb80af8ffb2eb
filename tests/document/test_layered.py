"""Rows laid over a table read as one table, and say what changed without a look at the rest."""

from chart import chart, thing
from modelbuilder.document import edits
from modelbuilder.document.ids import ModelId
from modelbuilder.document.layered import Layered, plain
from modelbuilder.document.patch import changed_rows, diff, same_keys
from modelbuilder.document.records import Box, Document, Model


def first_model(document: Document) -> Model:
    """Return the only model."""
    return document.models[document.order[0]]


def _placed() -> tuple[Document, ModelId]:
    document = chart("post A role=headteacher\npost B role=headteacher\npost C role=headteacher")
    model_id = document.order[0]
    ids = [thing(document, name) for name in "ABC"]
    return edits.move(document, model_id, {one: Box(x=10.0 * index) for index, one in enumerate(ids)}), model_id


def test_a_carried_document_equals_a_moved_one() -> None:
    document, model_id = _placed()
    a, b = thing(document, "A"), thing(document, "B")
    spots = {a: Box(x=500), b: Box(y=70)}
    carried, moved = edits.carry(document, model_id, spots), edits.move(document, model_id, spots)
    assert isinstance(first_model(carried).places, Layered)
    assert carried == moved == edits.solid(carried)
    assert not isinstance(first_model(edits.solid(carried)).places, Layered)
    assert not diff(carried, moved)


def test_rows_laid_twice_lie_on_the_same_table() -> None:
    document, model_id = _placed()
    a, b = thing(document, "A"), thing(document, "B")
    twice = edits.carry(edits.carry(document, model_id, {a: Box(x=1)}), model_id, {b: Box(x=2), a: Box(x=3)})
    places, beneath = first_model(twice).places, first_model(document).places
    assert isinstance(places, Layered) and places.beneath is beneath
    assert (places[a].x, places[b].x) == (3, 2)
    assert list(places) == list(beneath) and len(places) == len(beneath)
    assert set(changed_rows(beneath, places)) == {a, b}
    assert same_keys(beneath, places)


def test_a_thing_without_a_place_is_moved_in_a_table_of_its_own() -> None:
    document = chart("post A role=headteacher")
    model_id = document.order[0]
    carried = edits.carry(document, model_id, {thing(document, "A"): Box(x=9)})
    assert not isinstance(first_model(carried).places, Layered)
    assert first_model(carried).places[thing(document, "A")].x == 9


def test_rows_are_found_on_top_beneath_or_not_at_all() -> None:
    rows = Layered({"a": 1, "b": 2}, {"b": 3})
    assert [rows.get(key) for key in "abc"] == [1, 3, None]
    assert rows.get("c", 9) == 9
    assert plain(rows) == {"a": 1, "b": 3} and not isinstance(plain(rows), Layered)
    table = {"a": 1}
    assert plain(table) is table
