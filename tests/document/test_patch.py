"""Patches: the difference of two documents turns the one into the other, and shares what it does not name."""

from itertools import pairwise

from hypothesis import given, settings

from chart import chart, first_model, thing
from modelbuilder.document import edits, pages
from modelbuilder.document.ids import ThingId
from modelbuilder.document.patch import MISSING, Change, Patch, apply, diff
from modelbuilder.document.records import DOCUMENT_TABLES, MODEL_TABLES, Box, Document, Post
from strategies import documents, edited


def _rows(document: Document) -> dict[tuple[str, ...], object]:
    rows: dict[tuple[str, ...], object] = {
        (name, str(key)): row for name in DOCUMENT_TABLES[:2] for key, row in getattr(document, name).items()
    }
    for model_id, model in document.models.items():
        for name in MODEL_TABLES:
            rows |= {(model_id, name, key): row for key, row in getattr(model, name).items()}
    return rows


@settings(max_examples=45)
@given(edited())
def test_a_patch_leads_there_and_back(steps: tuple[Document, ...]) -> None:
    before, after = steps[0], steps[-1]
    forward, back = diff(before, after), diff(after, before)
    assert apply(before, forward) == after
    assert apply(after, back) == before
    assert apply(apply(before, forward), back) == before
    assert bool(forward) == bool(back) == (before != after)


@settings(max_examples=30)
@given(edited(4))
def test_patches_one_after_another_lead_where_one_patch_leads(steps: tuple[Document, ...]) -> None:
    found = steps[0]
    for before, after in pairwise(steps):
        found = apply(found, diff(before, after))
    assert found == steps[-1] == apply(steps[0], diff(steps[0], steps[-1]))
    for before, after in pairwise(reversed(steps)):
        found = apply(found, diff(before, after))
    assert found == steps[0]


@settings(max_examples=30)
@given(documents(), documents())
def test_a_patch_leads_from_any_document_to_any_other(one: Document, other: Document) -> None:
    assert apply(one, diff(one, other)) == other


@settings(max_examples=30)
@given(edited())
def test_what_a_patch_does_not_name_stays_the_same_object(steps: tuple[Document, ...]) -> None:
    before, after = steps[0], steps[-1]
    patch = diff(before, after)
    patched = _rows(apply(before, patch))
    for place, row in _rows(before).items():
        if patched.get(place) == row:
            assert patched[place] is row
    for model_id, model in before.models.items():
        if model_id not in patch.pages():
            assert apply(before, patch).models[model_id] is model


@settings(max_examples=20)
@given(documents())
def test_equal_documents_have_no_difference(document: Document) -> None:
    assert diff(document, document) == Patch(())
    assert diff(document, Document.model_validate(document.model_dump())) == Patch(())
    assert apply(document, Patch(())) == document


def test_a_patch_names_just_what_changed() -> None:
    document = chart("model A\npost HT role=headteacher\npost DHT role=deputy_headteacher\nmodel B")
    model_id, post_id = first_model(document), thing(document, "HT")
    moved = edits.move(document, model_id, {post_id: Box(x=7)})
    assert diff(document, moved).changes == (Change(model_id, "places", post_id, Box(x=7)),)
    assert diff(moved, document).changes == (Change(model_id, "places", post_id, MISSING),)
    assert diff(document, moved).pages() == {model_id}


def test_a_row_written_anew_without_a_difference_is_no_change() -> None:
    document = chart("post HT role=headteacher")
    post_id = thing(document, "HT")
    again = edits.change(document, first_model(document), post_id, role="headteacher")
    assert again is not document
    assert not diff(document, again)


def test_a_change_of_the_cast_touches_every_model() -> None:
    document = chart('school "S"\nmodel A\nmodel B')
    school_id = thing(document, "S")
    patch = diff(document, edits.change_school(document, school_id, name="T"))
    assert [change.thing_id for change in patch.changes] == [school_id]
    assert patch.pages() == set()


def test_pages_that_come_and_go_are_named() -> None:
    document = chart("model A\nmodel B")
    added = pages.add_model(document)
    assert diff(document, added).pages() == {added.order[-1]} == diff(added, document).pages()


def test_a_patch_applied_where_its_model_has_gone_does_nothing() -> None:
    document = chart("model A\npost HT role=headteacher\nmodel B")
    model_id = first_model(document)
    patch = diff(document, edits.change(document, model_id, thing(document, "HT"), role="ceo"))
    gone = pages.remove_model(document, model_id)
    assert apply(gone, patch) == gone


def test_a_patch_does_not_write_into_what_it_is_applied_to() -> None:
    document = chart("post HT role=headteacher")
    model_id = first_model(document)
    post = Post(handle="X", role="ceo")
    patch = diff(document, edits.add_thing(document, model_id, ThingId("post-x"), post))
    assert len(apply(document, patch).models[model_id].posts) == 2
    assert len(document.models[model_id].posts) == 1
