"""Lines in other scripts: the letters joined, in order, in the named fonts, and as wide as they are drawn."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from modelbuilder.layout import text
from modelbuilder.layout.fonts import faces, opened, own
from modelbuilder.layout.shaping import SIGN, families, lacking, shape
from modelbuilder.layout.text import Weight

NAMES = {
    "Arabic": "د. أحمد عبد الله (Dr Ahmed) 7",
    "Urdu": "سارہ خان",
    "Hebrew": "דוד כהן",
    "Chinese": "王小明 Wang",
    "Japanese": "さくら 田中",
    "Korean": "김민준",
    "Hindi": "प्रिया शर्मा",
    "Bengali": "রহিমা বেগম",
    "Gujarati": "પ્રિયા શાહ",
    "Punjabi": "ਹਰਪ੍ਰੀਤ ਸਿੰਘ",
    "Tamil": "பிரியா",
    "Emoji": "Ms Smile 😀",
}
texts = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("אבسارہ王小明हिन्दी \u200d\u0302(1)"), max_size=20
)
weights = st.sampled_from(Weight)


@pytest.mark.parametrize("weight", Weight)
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_font_is_there_for_every_letter_of_a_name(name: str, weight: Weight) -> None:
    assert not text.is_plain(name, weight)
    assert lacking(name, weight) == []
    assert families(name, weight)


def test_letters_are_joined_and_run_to_the_left() -> None:
    joined, apart = shape("سارہ", Weight.REGULAR), [shape(letter, Weight.REGULAR) for letter in "سارہ"]
    assert joined.from_right
    assert [cluster.text for cluster in joined.clusters] == list("ہراس")
    assert joined.clusters[-1].glyphs[0].number != apart[0].clusters[0].glyphs[0].number
    assert joined.width < sum(line.width for line in apart)


def test_letters_of_latin_stay_what_they_are_beside_others() -> None:
    line = shape("Wang 王", Weight.BOLD)
    latin = [cluster for cluster in line.clusters if cluster.face == own(Weight.BOLD)]
    assert "".join(cluster.text for cluster in latin) == "Wang "
    assert line.clusters[-1].glyphs[0].x == pytest.approx(text.width("Wang ", 1, Weight.BOLD))


def test_chinese_characters_take_the_form_of_the_language_around_them() -> None:
    [simplified] = families("直", Weight.REGULAR)
    [japanese] = families("直に", Weight.REGULAR)
    assert (simplified.language, japanese.language) == ("zh-CN", "ja")


def test_bolder_names_are_drawn_bolder() -> None:
    regular, bold = (shape("سارہ", weight).width for weight in (Weight.REGULAR, Weight.BOLD))
    assert regular < bold


def test_decomposed_letters_are_those_of_open_sans() -> None:
    composed = shape("w\u0302yn", Weight.REGULAR)
    assert families("w\u0302yn", Weight.REGULAR) == ()
    assert composed.width == pytest.approx(text.width("ŵyn", 1))


def test_what_no_font_has_is_an_empty_box_and_is_said() -> None:
    assert lacking("a\U000100ffb\x07") == ["\U000100ff", "\x07"]
    box = shape("\U000100ff", Weight.REGULAR)
    assert [glyph.number for glyph in box.clusters[0].glyphs] == [0]
    assert box.width > 0.4
    assert lacking(f"\t\n\u200d\ufeff{SIGN}") == []


@pytest.mark.parametrize("weight", Weight)
def test_every_font_that_is_named_is_installed(weight: Weight) -> None:
    found = faces(weight)
    assert len(found) == 26
    for face in found:
        assert opened(face).face.glyph_count > 0


@settings(max_examples=60)
@given(texts, weights)
def test_every_character_is_drawn_once_and_the_line_is_as_wide_as_its_glyphs(words: str, weight: Weight) -> None:
    line = shape(words, weight)
    assert sorted("".join(cluster.text for cluster in line.clusters)) == sorted(words)
    advances = sum(glyph.advance for cluster in line.clusters for glyph in cluster.glyphs)
    assert line.width == pytest.approx(advances)
    assert text.width(words, 10, weight) == pytest.approx(10 * line.width)


@settings(max_examples=60)
@given(texts, weights, st.floats(5, 200))
def test_a_cut_is_never_within_a_cluster(words: str, weight: Weight, room: float) -> None:
    cut = text.elide(words, 10, weight, room)
    if cut != words:
        assert cut.endswith("…")
        starts = {len(words[:start].rstrip()) for start in (*shape(words, weight).starts, 0)}
        assert text.is_plain(words, weight) or len(cut) - 1 in starts


def test_a_long_chinese_sentence_is_broken_into_lines_and_loses_nothing() -> None:
    words = "校长 领导四所学校，并向理事会负责。校长领导四所学校，并向理事会负责。"
    lines = text.wrap(words, 15, Weight.REGULAR, 100)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert len(lines) > 4
    assert all(text.width(line, 15) <= 100 for line in lines)
    assert not any(line.startswith(("，", "。")) for line in lines)
