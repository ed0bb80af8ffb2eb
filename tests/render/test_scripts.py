"""Names in any script, in every format: each in its font and direction, at the same spot, none missing."""

import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from recorders import record_pdf, record_picture, record_png
from svg_recorder import record_svg
from test_exporters import EXPORTS, assert_alike, texts_of

from chart import chart
from modelbuilder.document.examples import examples
from modelbuilder.document.files import load
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.slide import Slide
from modelbuilder.layout import text
from modelbuilder.layout.shaping import SIGN
from modelbuilder.render.export import Options, export, unshown
from modelbuilder.render.pdf import pdf
from modelbuilder.render.svg import svg
from modelbuilder.sources.changes import Returned, returned
from modelbuilder.sources.opening import load as opened

NAMES = {
    "Welsh": "Siân Ŵyn-Tŷ",
    "Polish": "Łucja Źdźbło",
    "Urdu": "سارہ خان",
    "Arabic": "د. أحمد (Dr Ahmed) 7",
    "Hebrew": "דוד כהן",
    "Chinese": "王小明 Wang Xiaoming",
    "Japanese": "さくら 田中",
    "Hindi": "प्रिया शर्मा",
}
LONG = "فاطمہ زہرا بنت عبد الرحمن الانصاری الہاشمی من حیدرآباد دکن الکبری"
NAMED = Path(__file__).parents[1] / "clients" / "names.chart"
LOST = "Zo \U000100ff"
"""A character of a script that has no font here."""


def named(*names: str) -> Document:
    """Return a document of one school whose posts are held by people of these names."""
    posts = "".join(
        f'\npost P{at} role=deputy_headteacher at="阳光 School" held_by="{n}"' for at, n in enumerate(names)
    )
    lines = "".join(f"\nP{at + 1} accountable_to P{at}" for at in range(len(names) - 1))
    document = 'document "أسماء – names" date=2026-11-21\nmodel A "Names"\nschool "阳光 School" category=maintained'
    return place_all(chart(document + posts + lines))


@pytest.fixture(scope="module")
def document() -> Document:
    return named(*NAMES.values(), LONG)


@pytest.fixture(scope="module")
def slide(document: Document) -> Slide:
    [slide] = slides(document, described=True)
    return slide


@pytest.mark.parametrize("exporter", EXPORTS)
def test_every_exporter_shows_every_name(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, slide: Slide, exporter: str
) -> None:
    _, record = EXPORTS[exporter](monkeypatch, slide)
    shown = [words.text for words in record.words]
    assert shown == [words for words, _, _ in texts_of(slide)]
    assert set(NAMES.values()) <= set(shown)


def test_all_of_them_stand_at_the_same_spots(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, slide: Slide) -> None:
    painted = record_picture(slide)
    assert_alike(record_pdf(monkeypatch, [slide])[1], painted)
    assert_alike(record_svg(monkeypatch, slide)[1], painted)


def test_a_name_too_long_for_its_card_ends_with_the_sign(slide: Slide) -> None:
    [cut] = [words for words, _, _ in texts_of(slide) if words.startswith("فاطمہ")]
    assert cut.endswith("…")
    assert LONG.startswith(cut[:-1])


def test_a_card_is_as_wide_as_its_name_is_measured(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ink of a name in the picture begins and ends where it is measured."""
    [slide] = slides(named("سارہ خان"))
    written, record = record_png(monkeypatch, slide, 2)
    [name] = [words for words in record.words if words.text == "سارہ خان"]
    image = QImage.fromData(written)
    dark = [
        x
        for x in range(round(2 * name.x) - 20, round(2 * name.x) + 400)
        if any(
            image.pixelColor(x, y).lightness() < 128
            for y in range(round(2 * (name.y - name.size)), round(2 * (name.y + 0.4 * name.size)))
        )
    ]
    dark = dark[: next((at for at, (one, other) in enumerate(pairwise(dark), 1) if other - one > 30), len(dark))]
    width = text.width(name.text, name.size, name.weight)
    assert dark[0] / 2 == pytest.approx(name.x, abs=2.5)
    assert dark[-1] / 2 == pytest.approx(name.x + width, abs=2.5)


# PDF


def test_every_font_is_an_embedded_subset_that_says_its_characters(slide: Slide) -> None:
    fonts = [font.get_object() for font in _fonts(pdf([slide], "Names"))]
    assert len(fonts) >= 8
    for font in fonts:
        assert re.fullmatch(r"/[A-Z]{6}\+\S+", font["/BaseFont"])
        assert "/ToUnicode" in font
        held = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        descriptor = held["/FontDescriptor"]
        file = descriptor["/FontFile3"] if "/FontFile3" in descriptor else descriptor["/FontFile2"]
        assert 100 < len(file.get_data()) < 60_000
    assert {font["/BaseFont"][8:] for font in fonts} >= {"NotoSansArabic", "NotoSansCJKSC", "NotoSansDevanagari"}


def _fonts(written: bytes) -> list[Any]:
    pages: Any = PdfReader(BytesIO(written)).pages
    return [font for page in pages for font in page["/Resources"]["/Font"].values()]


def test_names_can_be_found_in_the_pdf(slide: Slide) -> None:
    extracted = PdfReader(BytesIO(pdf([slide], "Names"))).pages[0].extract_text()
    found = " ".join("".join(c for c in extracted if c.isspace() or c.isprintable()).split())
    for script in ("Welsh", "Polish", "Chinese", "Japanese", "Hindi"):
        assert NAMES[script] in found
    for script in ("Urdu", "Hebrew"):  # from left to right, as they stand: it is the reader who turns them
        assert NAMES[script][::-1] in found
    assert "(Dr Ahmed)" in found


def test_the_same_names_make_the_same_bytes(slide: Slide) -> None:
    assert pdf([slide], "Names") == pdf([slide], "Names")
    assert svg(slide) == svg(slide)


# SVG and HTML


def test_a_drawing_brings_its_fonts_and_says_the_direction(slide: Slide) -> None:
    written = svg(slide)
    families = set(re.findall(r'@font-face { font-family: "([^"]+)"', written))
    assert {"Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans CJK SC", "Noto Sans CJK JP"} <= families
    [urdu] = re.findall(r"<text[^>]*>سارہ خان<", written)
    for part in ('direction="rtl"', 'text-anchor="end"', 'lang="ur"', "Noto Sans Arabic, Open Sans", "textLength"):
        assert part in urdu
    [welsh] = re.findall(r"<text[^>]*>Siân Ŵyn-Tŷ<", written)
    assert "font-family" not in welsh
    assert "direction" not in welsh


def test_outlines_need_no_font(tmp_path: Path, document: Document) -> None:
    export(document, tmp_path / "out.svg", Options(outlines=True, source=False))
    written = (tmp_path / "out.svg").read_text(encoding="utf-8")
    assert "<text" not in written
    assert "@font-face" not in written
    assert written.count("<path") > len(NAMES)


def test_a_page_keeps_names_from_the_right_to_themselves(tmp_path: Path, document: Document) -> None:
    export(document, tmp_path / "out.html", Options(source=False))
    written = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert '<bdi lang="ur">سارہ خان</bdi>' in written
    assert '<bdi lang="he">דוד כהן</bdi>' in written
    assert "<bdi" not in re.sub("<bdi lang=[^>]*>[^<a-zA-Z]*</bdi>", "", written)
    assert 'body { font-family: "Noto' in written
    words = unescape(re.sub("<[^>]*>", "", written))
    assert all(name in words for name in NAMES.values())


# PowerPoint


def test_slides_say_direction_language_and_fonts(qapp: QApplication, tmp_path: Path, document: Document) -> None:
    export(document, tmp_path / "out.pptx", Options())
    [page] = Presentation(str(tmp_path / "out.pptx")).slides
    paragraphs = {p.text: p._p for shape in page.shapes for p in _paragraphs(shape)}
    urdu, chinese, welsh = (paragraphs[NAMES[script]] for script in ("Urdu", "Chinese", "Welsh"))
    assert urdu.pPr.get("rtl") == "1"
    assert _run(urdu) == ("ur", "Open Sans", "Open Sans", "Noto Sans Arabic")
    assert chinese.pPr.get("rtl") is None
    assert _run(chinese) == ("zh-CN", "Open Sans", "Noto Sans CJK SC", "Open Sans")
    assert _run(welsh) == ("en-GB", "Open Sans", "Open Sans", "Open Sans")


def test_slides_come_back_without_a_change(qapp: QApplication, tmp_path: Path) -> None:
    document = place_all(opened(NAMED))
    export(document, tmp_path / "out.pptx", Options())
    assert returned((tmp_path / "out.pptx").read_bytes(), document) == Returned([], [])


def _paragraphs(shape: Any) -> Iterator[Any]:
    for one in getattr(shape, "shapes", ()):
        yield from _paragraphs(one)
    if shape.has_text_frame:
        yield from shape.text_frame.paragraphs


def _run(paragraph: Any) -> tuple[str, ...]:
    look = paragraph.r_lst[0].rPr
    return (look.get("lang"), *(look.find(f"{{*}}{kind}").get("typeface") for kind in ("latin", "ea", "cs")))


# What no font has


def test_what_no_font_has_is_a_sign_and_said_in_a_sentence(tmp_path: Path) -> None:
    document = named(LOST)
    for name in ("out.pdf", "out.svg", "out.html"):
        said = export(document, tmp_path / name, Options())
        assert said == f"No font here has \U000100ff (U+100FF): {SIGN} is shown instead."
    assert f">Zo {SIGN}</text>" in (tmp_path / "out.svg").read_text(encoding="utf-8")


def test_nothing_is_said_where_all_can_be_shown(document: Document) -> None:
    assert unshown(document) == ""


# Latin stays as it was


def test_examples_are_set_in_open_sans_alone() -> None:
    for path in examples():
        for slide in slides(load(path)):
            assert all(text.is_plain(words) for words, _, _ in texts_of(slide))
            assert not {"<style", "@font-face", "lang="} & set(re.findall("<style|@font-face|lang=", svg(slide)))


def test_neither_shaping_nor_its_fonts_are_loaded_for_latin(tmp_path: Path) -> None:
    script = (
        "import sys; from modelbuilder.cli import main; main(sys.argv[1:]);"
        " print(*(name for name in sys.modules if name.startswith(('modelbuilder.', 'uharfbuzz'))))"
    )
    for name, never in (("out.pdf", set()), ("out.html", {"uharfbuzz"})):  # reportlab looks for HarfBuzz by itself
        words = [sys.executable, "-c", script, "export", str(examples()[0]), str(tmp_path / name)]
        done = subprocess.run(words, check=True, capture_output=True, text=True)
        loaded = set(done.stdout.split())
        assert "modelbuilder.layout.text" in loaded
        assert not loaded & {"modelbuilder.layout.shaping", "modelbuilder.layout.fonts", *never}
