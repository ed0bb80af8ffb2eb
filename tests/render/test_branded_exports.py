"""A logo and a footer are in every kind of slide that is exported."""

import re
import zipfile
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from chart import chart
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.brand import Brand, branded
from modelbuilder.drawing.deck import slides
from modelbuilder.render.export import Options, export
from pictures import branded_font, png

DOCUMENT = place_all(chart("post HT role=headteacher"))
BRAND = Brand({"#0B6E69": "#7A1F5C"}, "Ashfield Trust", "Georgia", png(60, 20))


def test_pdf(tmp_path: Path) -> None:
    export(DOCUMENT, tmp_path / "x.pdf", Options(brand=BRAND))
    [page] = PdfReader(tmp_path / "x.pdf").pages
    assert len(page.images) == 1
    assert "Ashfield Trust" in page.extract_text()


def test_png(qapp: QApplication, tmp_path: Path) -> None:
    export(DOCUMENT, tmp_path / "x.png", Options(brand=BRAND, size="1920x1080"))
    [slide] = slides(DOCUMENT)
    logo = branded(slide, BRAND).logo
    assert logo is not None
    assert QImage(str(tmp_path / "x.png")).pixelColor(round(logo.rect.cx), round(logo.rect.cy)).name() == "#7a1f5c"


def test_svg(tmp_path: Path) -> None:
    export(DOCUMENT, tmp_path / "x.svg", Options(brand=BRAND))
    words = (tmp_path / "x.svg").read_text(encoding="utf-8")
    assert 'href="data:image/png;base64,' in words
    assert "Ashfield Trust" in words
    assert "#0B6E69" not in words


def test_pptx(qapp: QApplication, tmp_path: Path) -> None:
    export(DOCUMENT, tmp_path / "x.pptx", Options(brand=BRAND))
    with zipfile.ZipFile(tmp_path / "x.pptx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    slide = parts["ppt/slides/slide1.xml"].decode()
    assert 'name="Logo" descr="Logo"' in slide
    assert "Ashfield Trust" in slide
    assert "0B6E69" not in slide
    theme = next(part.decode() for name, part in parts.items() if "theme/theme1" in name)
    assert 'latin typeface="Georgia"' in theme and "7A1F5C" in theme
    assert BRAND.logo in parts.values()


def test_html(tmp_path: Path) -> None:
    export(DOCUMENT, tmp_path / "x.html", Options(brand=BRAND))
    words = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert '<img class="logo" src="data:image/png;base64,' in words
    assert "<footer><p>Ashfield Trust</p></footer>" in words
    assert "#0B6E69" not in words and "#7A1F5C" in words


def test_the_font_of_titles_goes_along(qapp: QApplication, tmp_path: Path) -> None:
    brand = Brand(font="Noto Sans", font_file=str(branded_font(tmp_path)))
    for suffix in ("pdf", "svg", "html", "pptx", "png"):
        export(DOCUMENT, tmp_path / f"x.{suffix}", Options(brand=brand))
    [page] = PdfReader(tmp_path / "x.pdf").pages
    assert re.search(rb"/BaseFont /[A-Z]{6}\+NotoSans-Bold\b", (tmp_path / "x.pdf").read_bytes())
    assert "Leadership model" in page.extract_text()
    drawing, web = ((tmp_path / f"x.{suffix}").read_text(encoding="utf-8") for suffix in ("svg", "html"))
    assert drawing.count("@font-face") == web.count("@font-face") == 1
    assert 'font-family="Noto Sans, Open Sans, Arial, sans-serif"' in drawing
    assert 'h1, h2 { font-family: "Noto Sans", "Open Sans"' in web
    with zipfile.ZipFile(tmp_path / "x.pptx") as package:
        assert 'latin typeface="Noto Sans"' in package.read("ppt/theme/theme1.xml").decode()
    plain = tmp_path / "plain.png"
    export(DOCUMENT, plain, Options())
    assert QImage(str(plain)) != QImage(str(tmp_path / "x.png")), "the picture's title is in it, too"
