"""Decks: kept under a name, saved with the document, and never showing a model that is gone."""

from pathlib import Path

import pytest

from chart import chart
from modelbuilder.document import pages
from modelbuilder.document.decks import beside_each_other, deck_named, last_stages, put_deck, slides_beside
from modelbuilder.document.errors import InputError
from modelbuilder.document.files import load, save
from modelbuilder.document.integrity import settle
from modelbuilder.document.patch import apply, diff
from modelbuilder.document.records import Deck, DeckSlide, Document


@pytest.fixture
def document() -> Document:
    return chart('model A "One"\nmodel B "Two"\nmodel C "Three"')


def with_deck(document: Document) -> Document:
    a, b, _ = document.order
    slides = (DeckSlide(model=b), DeckSlide(what="findings", model=b), DeckSlide(what="people", model=a))
    return put_deck(document, Deck(name="Board evening", slides=slides, roles_only=True))


def test_a_deck_is_saved_with_the_document(document: Document, tmp_path: Path) -> None:
    document = with_deck(document)
    save(document, tmp_path / "x.leadership")
    assert load(tmp_path / "x.leadership") == document


def test_a_deck_can_be_undone(document: Document) -> None:
    after = with_deck(document)
    assert apply(after, diff(after, document)) == document
    assert apply(document, diff(document, after)) == after


def test_a_deck_loses_the_slides_of_a_model_that_is_gone(document: Document) -> None:
    document = with_deck(document)
    after = settle(document, pages.remove_model(document, document.order[1]))
    assert [slide.what for slide in after.decks[0].slides] == ["people"]
    assert settle(after, after) is after


def test_models_beside_each_other_close_up_when_one_is_gone(document: Document) -> None:
    a, b, c = document.order
    slides = (*slides_beside((a, b, c), [("ceo",), ("nobody",)]), *slides_beside((a, b)))
    document = put_deck(document, Deck(name="D", slides=slides))
    after = settle(document, pages.remove_model(document, b))
    kept = [(slide.what, slide.model, slide.beside, slide.about) for slide in after.decks[0].slides]
    assert kept == [("comparison", a, (c,), ()), ("questions", a, (c,), ()), ("changes", a, (c,), ("ceo",))]
    assert settle(after, after) is after


def test_what_stands_well_beside_each_other() -> None:
    document = chart('model A "One"\nstage B/1 "Before"\nstage B/2 "Later"\nstage B/3 "After"\nmodel C "Three"')
    labels = [[document.models[one].label for one in models] for models in beside_each_other(document)]
    assert labels == [["A", "C"], ["B/1", "B/3"]]
    assert beside_each_other(chart('model A "One"')) == []


def test_a_deck_of_the_same_name_takes_its_place(document: Document) -> None:
    document = put_deck(with_deck(document), Deck(name="Board evening"))
    assert [deck.slides for deck in document.decks] == [()]


def test_a_deck_that_is_not_there_is_refused(document: Document) -> None:
    with pytest.raises(InputError, match=r"^x has no deck Evening; it has none\.$"):
        deck_named(document, "Evening", "x")
    with pytest.raises(InputError, match=r"it has Board evening; did you mean Board evening\?$"):
        deck_named(with_deck(document), "Board evenin", "x")


def test_of_a_story_the_last_stage_is_shown() -> None:
    document = chart('model A "One"\nstage B/1 "Before"\nstage B/2 "After"\nmodel C "Three"')
    assert [document.models[one].label for one in last_stages(document)] == ["A", "B/2", "C"]
