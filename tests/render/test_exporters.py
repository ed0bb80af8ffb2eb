"""Every exporter shows every text, and all of them paint the same marks at the same spots."""

from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from PySide6.QtWidgets import QApplication
from recorders import Record, Shape, Words, near, record_pdf, record_picture, record_png
from svg_recorder import record_html, record_svg

import modelbuilder.render
from modelbuilder.document.examples import examples
from modelbuilder.document.files import load
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import tidy
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.marks import Group, Text
from modelbuilder.drawing.slide import Slide
from modelbuilder.layout.shaping import shown
from modelbuilder.render.svg import legal
from strategies import documents

Export = Callable[[pytest.MonkeyPatch, Slide], tuple[bytes, Record]]

EXPORTS: dict[str, Export] = {
    "pdf": lambda monkeypatch, slide: record_pdf(monkeypatch, [slide]),
    "png": record_png,
    "svg": record_svg,
    "html": record_html,
}
"""How each exporter of render/ is watched at work."""

PARTS = {"__init__", "qt", "catalog", "tags", "letters", "webfonts", "export", "pptx"}
"""What in render/ is no format of its own, and what test_pptx.py watches."""


def arranged(document: Document) -> Document:
    """Tidy every model."""
    for model_id in document.order:
        document = tidy(document, model_id)
    return document


@pytest.fixture(scope="module")
def case_studies() -> list[Slide]:
    return [slide for path in examples() for slide in slides(load(path))]


def texts_of(slide: Slide) -> list[tuple[str, float, float]]:
    """List every text of a slide in the order of painting, with its own (not yet anchored) spot."""
    found = [(mark.text, mark.x, mark.y) for mark in slide.frame if isinstance(mark, Text)]
    for drawn in slide.diagram:
        x, y = (drawn.x, drawn.y) if isinstance(drawn, Group) else (0.0, 0.0)
        for mark in drawn.marks:
            if isinstance(mark, Text):
                found.append((mark.text, slide.x + slide.scale * (x + mark.x), slide.y + slide.scale * (y + mark.y)))
    return found


def test_every_file_that_exports_is_watched_here() -> None:
    folder = Path(modelbuilder.render.__file__).parent
    assert {path.stem for path in folder.glob("*.py")} - PARTS == set(EXPORTS)


@pytest.mark.parametrize("export", EXPORTS)
def test_every_exporter_shows_every_text(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, case_studies: list[Slide], export: str
) -> None:
    assert len(case_studies) == 3
    for slide in case_studies:
        _, record = EXPORTS[export](monkeypatch, slide)
        wanted = texts_of(slide)
        assert len(wanted) > 30
        assert [words.text for words in record.words] == [text for text, _, _ in wanted]
        for words, (_, x, y) in zip(record.words, wanted, strict=True):
            assert words.y == pytest.approx(y, abs=0.01)
            assert words.x <= x + 0.01, "a text begins left of its anchor or at it"


def assert_alike(one: Record, other: Record) -> None:
    for first, second in zip_longest(one.marks, other.marks):
        assert first is not None
        assert second is not None
        assert near(first, second), f"{first}\n{second}"


def test_pdf_and_png_paint_the_same_marks(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, case_studies: list[Slide]
) -> None:
    for slide in case_studies:
        _, paper = record_pdf(monkeypatch, [slide])
        assert len(paper.shapes) > 60
        assert_alike(paper, record_picture(slide))


def test_a_picture_at_double_size_paints_the_same_marks(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, case_studies: list[Slide]
) -> None:
    assert_alike(record_png(monkeypatch, case_studies[0], 1)[1], record_png(monkeypatch, case_studies[0], 2)[1])


def test_svg_paints_the_same_marks(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, case_studies: list[Slide]
) -> None:
    for slide in case_studies:
        assert_alike(record_svg(monkeypatch, slide)[1], record_picture(slide))


@settings(max_examples=12, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=documents())
def test_exporters_agree_on_documents_nobody_would_draw(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, document: Document
) -> None:
    for slide in slides(arranged(document)):
        _, paper = record_pdf(monkeypatch, [slide])
        painted = record_picture(slide)
        assert_alike(paper, painted)
        legible = [
            mark._replace(text=legal(shown(mark.text, mark.weight))) if isinstance(mark, Words) else mark
            for mark in painted.marks
        ]
        assert_alike(record_svg(monkeypatch, slide)[1], Record(legible))


def test_the_comparison_notices_a_difference() -> None:
    words = Words("Ŵyn", 10, 20, 15, 400, "#000000")  # type: ignore[arg-type]
    shape = Shape(((0, 0), (9, 9)), 4, "#FFFFFF", "#000000", 1.8, (), 0)
    assert near(words, words._replace(x=10.001))
    assert not near(words, words._replace(x=10.1))
    assert not near(words, words._replace(text="Wyn"))
    assert near(shape, shape)
    assert not near(shape, shape._replace(dashes=(2.0, 5.0)))
    assert not near(shape, shape._replace(points=((0, 0), (9, 9.5))))
    assert not near(shape, words)
