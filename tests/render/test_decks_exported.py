"""A deck goes into every format: slides one after the other, a picture of the first, a page with the words."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from modelbuilder.document.decks import slides_beside
from modelbuilder.document.examples import examples_folder
from modelbuilder.document.files import load
from modelbuilder.document.records import Deck, Document
from modelbuilder.render.export import Options, export
from modelbuilder.sources.opening import load as load_any

SUFFIXES = (".pdf", ".pptx", ".png", ".svg", ".html")


@pytest.fixture(scope="module")
def document() -> Document:
    return load(examples_folder() / "models-abc.leadership")


def deck(document: Document, *, roles_only: bool = False) -> Deck:
    """Put models B and C beside each other, and say what changes for Marta Quill."""
    _, b, c = document.order
    marta = next(one for one, person in document.people.items() if person.name == "Marta Quill")
    slides = slides_beside((b, c), [("head_of_school",), (marta,)])
    return Deck(name="Evening", slides=tuple(slides), roles_only=roles_only)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_comparison_goes_into_every_format_and_opens_again(
    qapp: QApplication, document: Document, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"out{suffix}"
    assert export(document, path, Options(deck=deck(document))) == ""
    assert load_any(path) == document


def test_slides_follow_each_other_and_a_page_tells_the_same_in_words(document: Document, tmp_path: Path) -> None:
    export(document, tmp_path / "out.pdf", Options(deck=deck(document)))
    pages = [page.extract_text() for page in PdfReader(tmp_path / "out.pdf").pages]
    assert len(pages) > 3
    assert "Two models beside each other" in pages[0]
    assert any("What changes for Marta Quill" in page for page in pages)
    export(document, tmp_path / "out.html", Options(deck=deck(document), source=False))
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert page.count("<section") == len(pages)
    cells = "<td>Dai Okonedo-Reyes, Executive Headteacher, for all three schools</td>"
    assert f'<tr><th scope="row">Who is ultimately accountable?</th>{cells}' in page
    assert page.count('<table class="answers">') == len({"comparison", "questions", "role", "person"})


def test_a_picture_has_the_first_slide(qapp: QApplication, document: Document, tmp_path: Path) -> None:
    export(document, tmp_path / "out.png", Options(deck=deck(document), size="960x540"))
    picture = QImage(str(tmp_path / "out.png"))
    assert (picture.width(), picture.height()) == (960, 540)
    export(document, tmp_path / "out.svg", Options(deck=deck(document), source=False))
    drawing = (tmp_path / "out.svg").read_text(encoding="utf-8")
    assert "Two models beside each other" in drawing
    assert "What changes" not in drawing


@pytest.mark.parametrize("suffix", [".svg", ".html"])
def test_of_roles_only_no_name_is_in_the_file(document: Document, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"out{suffix}"
    export(document, path, Options(deck=deck(document, roles_only=True)))
    written = path.read_text(encoding="utf-8")
    assert "Head of School" in written
    assert not [person.name for person in document.people.values() if person.name in written]
