"""Lines of text: as wide as the font says, and never wider than their room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from modelbuilder.layout.text import Weight, elide, has_character, width, wrap
from modelbuilder.render.pdf import FONTS, register_fonts

SENTENCES = (
    "Mae gan Ysgol Llanŵr bennaeth gweithredol, a phennaeth ar bob safle: Siân Ŵyn, Tŷ Gwyn, Ẃ ẁ Ẅ Ỳ ŷ.",
    "Zażółć gęślą jaźń; dyrektorka Łucja Ciesielska-Źdźbło nadzoruje szkołę w Łodzi od 1 września.",
    "Headteacher · 1,140 pupils – “public face” … AVATo",
)

weights = st.sampled_from(Weight)
sizes = st.floats(5, 60)
rooms = st.floats(20, 600)
letters = st.characters(exclude_categories=["Cs"]) | st.sampled_from("ŵŷẁẃẅłóżźćęąśń …·–\n\t ")
texts = st.text(letters, max_size=60) | st.sampled_from(SENTENCES)


@pytest.mark.parametrize("weight", Weight)
@pytest.mark.parametrize("sentence", SENTENCES, ids=["Welsh", "Polish", "English"])
def test_words_are_as_wide_as_reportlab_sets_them(sentence: str, weight: Weight) -> None:
    register_fonts()
    for size in (12.5, 15.0, 17.0, 38.0):
        wanted = pdfmetrics.stringWidth(sentence, FONTS[weight], size)
        assert width(sentence, size, weight) == pytest.approx(wanted, rel=1e-4)


@given(texts, sizes, weights)
def test_any_characters_are_as_wide_as_reportlab_sets_them(text: str, size: float, weight: Weight) -> None:
    register_fonts()
    text = "".join(character for character in text if has_character(character, weight))
    assert width(text, size, weight) == pytest.approx(pdfmetrics.stringWidth(text, FONTS[weight], size), rel=1e-4)


def test_the_shipped_font_has_the_letters_of_welsh_and_polish() -> None:
    for weight in Weight:
        assert all(has_character(letter, weight) for sentence in SENTENCES for letter in sentence)
        assert not has_character("日", weight)


def test_bolder_is_wider() -> None:
    assert width("Headteacher", 17) < width("Headteacher", 17, Weight.SEMIBOLD) < width("Headteacher", 17, Weight.BOLD)


@given(texts, sizes, weights, rooms)
def test_elided_text_keeps_within_its_room(text: str, size: float, weight: Weight, room: float) -> None:
    shown = elide(text, size, weight, room)
    assert width(shown, size, weight) <= max(room, width("…", size, weight))
    if width(text, size, weight) <= room:
        assert shown == text
    else:
        assert shown.endswith("…")
        assert text.startswith(shown[:-1])


@given(texts, sizes, weights, rooms)
def test_elided_text_could_not_be_longer(text: str, size: float, weight: Weight, room: float) -> None:
    shown = elide(text, size, weight, room)
    if shown != text and len(shown) > 1:
        longer = text[: len(shown)].rstrip() + "…"
        assert longer == shown or width(longer, size, weight) > room


@given(texts, sizes, weights, rooms, st.integers(1, 6))
def test_wrapped_lines_keep_within_their_room(text: str, size: float, weight: Weight, room: float, most: int) -> None:
    lines = wrap(text, size, weight, room, most)
    assert 1 <= len(lines) <= most
    assert all(width(line, size, weight) <= max(room, width("…", size, weight)) for line in lines)


@given(texts, sizes, weights)
def test_wrapping_loses_no_word_where_there_is_room(text: str, size: float, weight: Weight) -> None:
    words = text.split()
    room = max((width(word, size, weight) for word in words), default=10.0)
    assert " ".join(wrap(text, size, weight, room)).split() == words


def test_a_line_break_is_kept() -> None:
    assert wrap("one\n\ntwo", 15, Weight.REGULAR, 500) == ["one", "", "two"]
