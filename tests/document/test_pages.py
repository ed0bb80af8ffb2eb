"""The row of models: added, duplicated, renamed, reordered and deleted."""

import pytest
from hypothesis import given, settings

from chart import chart
from modelbuilder.document import files, pages
from modelbuilder.document.ids import ModelId
from modelbuilder.document.patch import diff
from modelbuilder.document.records import MODEL_TABLES, Document
from strategies import documents

THREE = "model A one\npost HT role=headteacher held_by=Dai\nmodel B two\nmodel C three"


def _tabs(document: Document) -> list[tuple[str, str]]:
    return [(model.label, model.title) for _, model in pages.ordered(document)]


def test_a_new_document_has_one_empty_model() -> None:
    document = pages.new_document("Pellowby")
    assert (document.title, _tabs(document)) == ("Pellowby", [("A", "")])


def test_models_are_labelled_one_after_another() -> None:
    document = pages.new_document()
    for _ in range(29):
        document = pages.add_model(document)
    labels = [label for label, _ in _tabs(document)]
    assert labels[:3] == ["A", "B", "C"]
    assert labels[24:] == ["Y", "Z", "AA", "AB", "AC", "AD"]


def test_a_free_label_is_used_again() -> None:
    document = chart(THREE)
    again = pages.add_model(pages.remove_model(document, document.order[1]))
    assert [label for label, _ in _tabs(again)] == ["A", "C", "B"]
    assert set(again.order) == set(document.order)


def test_two_models_of_one_label_have_two_ids() -> None:
    document = pages.add_model(pages.new_document(), label="A")
    assert len(set(document.order)) == len(document.models) == 2


@settings(max_examples=20)
@given(documents())
def test_a_duplicate_shares_everything_but_its_names(document: Document) -> None:
    model_id = document.order[0]
    after = pages.duplicate_model(document, model_id)
    copy_id = after.order[1]
    assert after.order == (model_id, copy_id, *document.order[1:])
    original, copy = document.models[model_id], after.models[copy_id]
    shared = [name for name in MODEL_TABLES if name != "votes"]
    assert all(getattr(copy, name) is getattr(original, name) for name in shared)
    assert not copy.votes
    assert copy.label not in {model.label for model in document.models.values()}
    assert (after.people, after.schools) == (document.people, document.schools)
    assert diff(document, after).pages() == {copy_id}


def test_a_copy_says_so_in_its_title() -> None:
    document = pages.duplicate_model(chart("model A one\nmodel B"), chart("model A").order[0])
    assert _tabs(document) == [("A", "one"), ("C", "one (copy)"), ("B", "")]
    assert _tabs(pages.duplicate_model(document, document.order[2]))[3] == ("D", "")


def test_a_copy_of_a_long_title_can_be_saved() -> None:
    document = chart("model A " + "x" * 2000)
    copied = pages.duplicate_model(document, document.order[0])
    assert files.parse(files.dump(copied), "x") == copied


def test_rename() -> None:
    document = chart(THREE)
    renamed = pages.rename_model(document, document.order[1], "  Executive head ")
    assert _tabs(renamed)[1] == ("B", "Executive head")
    assert renamed.models[document.order[0]] is document.models[document.order[0]]


@pytest.mark.parametrize(("index", "labels"), [(0, "CAB"), (1, "ACB"), (2, "ABC"), (-5, "CAB"), (9, "ABC")])
def test_reorder(index: int, labels: str) -> None:
    document = chart(THREE)
    moved = pages.reorder_models(document, [document.order[2]], index)
    assert "".join(label for label, _ in _tabs(moved)) == labels
    assert moved.models is document.models


def test_remove() -> None:
    document = chart(THREE)
    assert [label for label, _ in _tabs(pages.remove_model(document, document.order[0]))] == ["B", "C"]


def test_there_is_always_a_page() -> None:
    document = chart("post HT role=headteacher held_by=Dai")
    emptied = pages.remove_model(document, document.order[0])
    (model,) = emptied.models.values()
    assert (model.label, len(model.posts)) == ("A", 0)
    assert emptied.people == document.people


def test_edits_of_a_page_that_is_not_there_change_nothing() -> None:
    document, gone = chart(THREE), ModelId("gone")
    assert pages.duplicate_model(document, gone) is document
    assert pages.rename_model(document, gone, "x") is document
    assert pages.reorder_models(document, [gone], 0) is document
    assert pages.remove_model(document, gone) is document
