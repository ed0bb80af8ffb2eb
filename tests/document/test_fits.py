"""Private cards: in a document only when their owner adds them, and each a file of its own."""

import json

import pytest
from hypothesis import given, settings

from chart import chart
from modelbuilder.document import files
from modelbuilder.document.errors import InputError
from modelbuilder.document.fits import forget_fit, put_fit, read_fit, write_fit
from modelbuilder.document.patch import apply, diff
from modelbuilder.document.records import Document, Fit
from modelbuilder.document.roles_only import roles_only
from modelbuilder.vocabulary.wishes import WISHES
from strategies import documents

CARD = Fit(name="Marta Quill", role="head_of_school", teaching=4, travel=20, conditions=("peers", "stand_in"))


def test_each_wish_is_a_field() -> None:
    assert set(WISHES) <= set(Fit.model_fields)


def test_a_card_is_added_replaced_and_forgotten() -> None:
    document = put_fit(chart("model A"), CARD)
    assert document.fits == (CARD,)
    other = put_fit(document, Fit(name="Marta Quill"))
    assert other.fits == (Fit(name="Marta Quill"),)
    assert forget_fit(document, "Marta Quill") == chart("model A")
    assert forget_fit(document, "Dai") is document
    assert apply(document, diff(document, other)) == other


@settings(max_examples=30)
@given(documents())
def test_cards_are_saved_with_the_document_and_by_themselves(document: Document) -> None:
    assert files.parse(files.dump(document), "x").fits == document.fits
    for fit in document.fits:
        assert read_fit(write_fit(fit), "x") == fit


def test_roles_only_leaves_private_cards_out() -> None:
    assert roles_only(put_fit(chart("model A"), CARD)).fits == ()


def _card(**fields: object) -> str:
    return json.dumps({"format": "modelbuilder private card", "version": 1, "card": {"name": "Marta"} | fields})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "card is empty."),
        ("{", "card, line 1, column 2: the file is broken or cut short here (expecting property name enclosed in "
         "double quotes)."),
        ("[]", "card is not a private card: it does not say “format”: “modelbuilder private card”."),
        (files.dump(chart("model A")), "card is not a private card: it does not say “format”: “modelbuilder private "
         "card”."),
        (_card(teaching=5), "card: “teaching” is 5; the most is 4."),
        (_card(teaching="4"), "card: “teaching” should be a whole number, not the text “4”."),
        (_card(teching=4), "card: “teching” is not a known field here; did you mean teaching?"),
        (_card(name=""), "card: “name” is empty."),
        (_card(role="hedteacher"), "card: “hedteacher” is not a known role; did you mean headteacher or "
         "co_headteacher or deputy_headteacher?"),
        (_card(conditions=["peace"]), "card: “peace” is not a known condition; did you mean peers?"),
        (_card(travel=9**40), "card: 147808829414… is too long a number for a private card."),
        (_card().replace("1", "2"), "card was made by a newer modelbuilder (format 2); this one reads format 1."),
        ("[" * 100_000, "card is nested too deeply to be a private card."),
    ],
)  # fmt: skip
def test_a_wrong_card_is_refused_with_this_sentence(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_fit(text, "card")
    assert str(caught.value) == message
