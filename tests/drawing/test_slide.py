"""The slide: everything on it, the diagram clear of title, legend and footer, and every word legible."""

from itertools import chain

import pytest
from hypothesis import given, settings
from slides_of import FILES, Spot, arranged, case_study, painted, painted_in_diagram

from chart import chart
from modelbuilder.document.records import Document
from modelbuilder.drawing import style
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.legend import legend
from modelbuilder.drawing.marks import Box, Path, Text
from modelbuilder.drawing.page import draw
from modelbuilder.drawing.slide import HEIGHT, WIDTH, Slide
from modelbuilder.layout.rect import Rect
from modelbuilder.vocabulary.tiers import Tier
from strategies import documents

WHOLE = Rect(0, 0, WIDTH, HEIGHT)
TITLE_ENDS, FOOTER_BEGINS = 116.0, 1036.0
SUBTITLE_LINE = 26.0


def assert_in_order(document: Document) -> None:
    """All marks are on the slide, and the diagram lies between the title and the legend."""
    for slide, model_id in zip(slides(document), document.order, strict=True):
        strip = legend(draw(document, model_id), 64, 1792, 1020).rect
        assert slide.scale > 0
        head = [mark for mark in slide.frame if isinstance(mark, Text) and mark.y < 150]
        title_ends = TITLE_ENDS + (SUBTITLE_LINE if len(head) > 3 else 0)
        assert len(head) <= 4
        for spot in painted(slide):
            assert WHOLE.grown(0.01).covers(spot.rect), f"{spot.mark} reaches off the slide"
        for spot in painted_in_diagram(slide):
            assert spot.rect.y >= title_ends
            assert spot.rect.bottom <= strip.y
        assert all(mark.y + 0.24 * mark.size <= title_ends for mark in head)
        assert strip.y > TITLE_ENDS + 100, "the legend leaves no room"
        footers = [mark for mark in slide.frame if isinstance(mark, Text) and mark.y == 1054]
        assert len(footers) == 2
        assert all(mark.y - mark.size > FOOTER_BEGINS for mark in footers)


@pytest.mark.parametrize("name", FILES)
def test_the_slides_of_the_case_studies_are_in_order(name: str) -> None:
    assert_in_order(case_study(name))


@settings(max_examples=30)
@given(documents())
def test_every_slide_is_in_order(document: Document) -> None:
    assert_in_order(arranged(document))


def test_title_footer_and_number_say_where_a_slide_belongs() -> None:
    made = list(slides(case_study(FILES[0])))
    assert [slide.title for slide in made] == [
        "Headteacher",
        "Executive headteacher and heads of school",
        "Multi-academy trust",
    ]
    for number, slide in enumerate(made, start=1):
        texts = [mark.text for mark in slide.frame if isinstance(mark, Text)]
        assert texts[0] == "ABC"[number - 1]
        assert texts[1] == slide.title
        assert texts[-2:] == ["Models A, B and C · 2026-11-21 · no findings", str(number)]


def test_the_footer_speaks_of_findings_only_when_there_are_none() -> None:
    [faulty] = slides(case_study(FILES[2]))
    assert not any(isinstance(mark, Text) and "finding" in mark.text for mark in faulty.frame)
    sound, *_ = slides(case_study(FILES[0]))
    assert any(isinstance(mark, Text) and mark.text.endswith(" · no findings") for mark in sound.frame)


def test_the_words_under_the_title_have_two_lines_before_they_are_cut() -> None:
    words = " ".join(f"word{number}" for number in range(40))
    document = chart(f'model A "Plan" narration="{words}"\npost HT role=headteacher')
    assert_in_order(arranged(document))
    [slide] = slides(arranged(document))
    lines = [mark for mark in slide.frame if isinstance(mark, Text) and mark.size == 19]
    assert " ".join(line.text for line in lines) == words
    assert len({line.x for line in lines}) == 1
    assert lines[1].y - lines[0].y == SUBTITLE_LINE
    [longer] = slides(chart(f'model A "Plan" narration="{words} {words}"'))
    *_, last = [mark.text for mark in longer.frame if isinstance(mark, Text) and mark.size == 19]
    assert last.endswith("…")


def test_an_empty_model_says_so() -> None:
    [slide] = slides(chart("model A Plan"))
    assert slide.diagram == ()
    texts = [mark.text for mark in slide.frame if isinstance(mark, Text)]
    assert "Nothing has been drawn in this model yet." in texts
    assert "Plan" in texts


# Contrast


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def grounds(slide: Slide) -> list[tuple[Text, str]]:
    """List every text with the colour of what was painted last under its middle."""
    found: list[tuple[Text, str]] = []
    filled: list[Spot] = []
    for spot in painted(slide):
        mark = spot.mark
        if isinstance(mark, Text):
            under = [one for one in filled if one.rect.holds(spot.rect.cx, spot.rect.cy)]
            ground = under[-1].mark
            assert isinstance(ground, Box | Path)
            found.append((mark, ground.fill))
        elif isinstance(mark, Box | Path) and mark.fill:
            filled.append(spot)
    return found


def test_contrast_is_computed_as_wcag_has_it() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", FILES)
def test_every_text_of_the_case_studies_is_legible(name: str) -> None:
    found = list(chain.from_iterable(map(grounds, slides(case_study(name)))))
    assert len({ground for _, ground in found}) >= 4
    for text, ground in found:
        assert contrast(text.colour, ground) >= 4.5, f"{text.text} in {text.colour} on {ground}"


@settings(max_examples=30)
@given(documents())
def test_every_text_of_every_slide_is_legible(document: Document) -> None:
    for slide in slides(arranged(document)):
        for text, ground in grounds(slide):
            assert contrast(text.colour, ground) >= 4.5, f"{text.text} in {text.colour} on {ground}"


@pytest.mark.parametrize("tier", Tier)
def test_each_tier_is_legible_on_its_tint_and_under_its_icon(tier: Tier) -> None:
    assert contrast(style.TIERS[tier], style.TINTS[tier]) >= 4.5
    assert contrast(style.TIERS[tier], style.PAPER) >= 4.5


@pytest.mark.parametrize("ground", [style.PAPER, style.QUIET, style.BOARD, style.NOTE, *style.TINTS.values()])
@pytest.mark.parametrize("ink", [style.INK, style.SECOND, *style.HUES.values()])
def test_words_and_line_names_are_legible_on_every_ground(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


def test_no_words_are_smaller_than_twelve_and_a_half_in_slide_units() -> None:
    for slide in slides(case_study(FILES[0])):
        marks = [*slide.frame, *(mark for drawn in slide.diagram for mark in drawn.marks)]
        assert min(mark.size for mark in marks if isinstance(mark, Text)) >= 12.5
