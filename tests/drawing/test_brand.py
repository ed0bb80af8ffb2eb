"""Brands: their colours, footer and logo on every slide; what cannot be read is darkened, and said."""

from dataclasses import replace
from pathlib import Path

import pytest
from slides_of import case_study

from modelbuilder.document.errors import InputError
from modelbuilder.drawing import style
from modelbuilder.drawing.brand import Brand, branded, read_brand
from modelbuilder.drawing.colours import contrast
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.marks import Icon, Text
from modelbuilder.drawing.marks import Path as Run
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.vocabulary.tiers import Tier
from pictures import branded_font, png


@pytest.fixture
def brand(tmp_path: Path) -> Brand:
    (tmp_path / "logo.png").write_bytes(png(60, 20))
    words = 'footer = "Ashfield Trust"\nlogo = "logo.png"\nfont = "Georgia"\n'
    words += '[colours]\nschool = "#7A1F5C"\nexecutive = "#FFD24D"\n'
    (tmp_path / "brand.toml").write_text(words, encoding="utf-8")
    return read_brand(tmp_path / "brand.toml")


def test_pale_colours_are_darkened_and_it_is_said(brand: Brand) -> None:
    assert brand.colours[style.TIERS[Tier.SCHOOL]] == "#7A1F5C"
    dark = brand.colours[style.TIERS[Tier.EXECUTIVE]]
    assert contrast(dark, "#FFFFFF") >= 4.5
    assert brand.mended == (
        f"#FFD24D is too pale for executive cards to be read: {dark} is used instead.",
        "Titles are in Georgia in PowerPoint only: PDF, pictures and web pages need its file.",
    )
    for tier in (Tier.SCHOOL, Tier.EXECUTIVE):
        assert contrast(brand.colours[style.TIERS[tier]], brand.colours[style.TINTS[tier]]) >= 4
    assert (brand.footer, brand.font) == ("Ashfield Trust", "Georgia")


def test_no_colour_that_was_replaced_is_left(brand: Brand) -> None:
    for slide in slides(case_study("models-abc.leadership")):
        shown = branded(slide, brand)
        marks = [*shown.frame, *shown.content, *(mark for one in shown.diagram for mark in one.marks)]
        marks += shown.legend.marks() if shown.legend else []
        used: set[str] = set()
        for mark in marks:
            used |= {mark.colour} if isinstance(mark, Icon | Text) else {mark.fill, mark.stroke}
        assert not used & brand.colours.keys()
        assert any(isinstance(mark, Run) and mark.fill == "#7A1F5C" for mark in marks)


def test_footer_and_logo_keep_apart_and_on_the_slide(brand: Brand) -> None:
    for slide in slides(case_study("models-abc.leadership")):
        shown = branded(slide, brand)
        assert shown.words is not None and shown.logo is not None and slide.words is not None
        assert shown.words.footer == f"Ashfield Trust · {slide.words.footer}"
        [foot] = [mark for mark in shown.frame if isinstance(mark, Text) and mark.text == shown.words.footer]
        assert foot.y == 1054
        spot = shown.logo.rect
        assert (spot.w, spot.h) == (120, 40), "three to one, as the picture is"
        assert spot.right < 1856 - 20 and spot.bottom <= 1080 and spot.y >= 1020
        assert Rect(0, 0, 1920, 1080).covers(spot)


def test_a_long_footer_ends_before_the_logo(brand: Brand) -> None:
    long = Brand(brand.colours, "A very long name of a trust and what it stands for " * 6, "", brand.logo)
    [slide, *_] = slides(case_study("models-abc.leadership"))
    shown = branded(slide, long)
    assert shown.words is not None and shown.words.footer.endswith("…")


def test_a_font_file_sets_the_title_and_nothing_else(tmp_path: Path) -> None:
    font = branded_font(tmp_path)
    (tmp_path / "brand.toml").write_text('font = "title.ttf"', encoding="utf-8")
    brand = read_brand(tmp_path / "brand.toml")
    assert (brand.font, brand.font_file, brand.mended) == ("Noto Sans", str(font), ())
    [slide, *_] = slides(case_study("models-abc.leadership"))
    long = replace(slide, title="How one school is led from the office of its headteacher " * 3)
    for one in (slide, long):
        shown = branded(one, brand)
        marks = [*shown.frame, *(mark for drawn in shown.diagram for mark in drawn.marks)]
        [title] = [mark for mark in marks if isinstance(mark, Text) and mark.font]
        assert title.text.rstrip("…") and one.title.startswith(title.text.rstrip("…"))
        assert title.x + text.width(title.text, title.size, title.weight, title.font) <= one.w - 64


def test_no_brand_changes_nothing() -> None:
    [slide, *_] = slides(case_study("models-abc.leadership"))
    shown = branded(slide, Brand())
    assert shown == slide


REFUSED = {
    "not toml": ("colours = [", "brand.toml is not a brand file in TOML: "),
    "unknown key": ('colour = "#123456"', "“colour” is not known in a brand file; did you mean colours"),
    "unknown card": ('[colours]\nschol = "#123456"', "“schol” is not a kind of card; did you mean school"),
    "no colour": ('[colours]\nschool = "teal"', "“teal” is not a colour such as #0B6E69."),
    "no table": ('colours = "teal"', "“colours” should be a table"),
    "no logo": ('logo = "gone.png"', "gone.png cannot be read: No such file or directory."),
    "no picture": ('logo = "brand.toml"', "brand.toml is not a picture in PNG or JPEG."),
    "no font": ('font = "gone.ttf"', "gone.ttf cannot be read: No such file or directory."),
    "no letters": ('font = "letters.otf"', "letters.otf is not a font in TTF or OTF."),
    "web font": (
        'font = "web.woff2"',
        "web.woff2 is a font for the web or a collection: use the font’s own TTF",
    ),
    "no right": ('font = "closed.ttf"', "closed.ttf may not be put into other files: its makers do not allow it."),
    "no text": ("footer = 3", "“footer” should be a text of at most 200 characters."),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_wrong_is_said_in_one_sentence(tmp_path: Path, case: str) -> None:
    words, sentence = REFUSED[case]
    (tmp_path / "letters.otf").write_bytes(b"OTTO and no more")
    (tmp_path / "web.woff2").write_bytes(b"wOF2 and no more")
    branded_font(tmp_path, "closed.ttf", restricted=True)
    (tmp_path / "brand.toml").write_text(words, encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_brand(tmp_path / "brand.toml")
    assert sentence in str(error.value)
    assert str(error.value).endswith((".", "?"))


def test_a_broken_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "logo.jpg").write_bytes(b"\xff\xd8\xff\xe0 and no more")
    (tmp_path / "brand.toml").write_text('logo = "logo.jpg"', encoding="utf-8")
    with pytest.raises(InputError, match="not a picture"):
        read_brand(tmp_path / "brand.toml")
