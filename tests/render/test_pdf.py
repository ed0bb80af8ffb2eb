"""The PDF: every word can be found, fonts are embedded subsets, pictures are vectors, equal runs equal bytes."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PageObject, PdfReader
from recorders import painted_width, record_pdf

from chart import chart
from modelbuilder.document.examples import examples
from modelbuilder.document.files import load
from modelbuilder.document.lookup import post_title
from modelbuilder.document.records import Document, Model
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.marks import Icon
from modelbuilder.layout import text
from modelbuilder.render.export import Options, export
from modelbuilder.render.pdf import pdf
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.lines import LINES

[CASE_STUDIES] = examples()
TONGUES = """
    document "Ysgolion a szkoły" date=2026-11-21
    model A "Ŵyn Żółć" notes="Cymraeg a polski"
    school "Ysgol Tŷ Gwyn" category=maintained
    post HT role=headteacher at="Ysgol Tŷ Gwyn" held_by="Ŵyn Żółć"
    body GB kind=governing_body of="Ysgol Tŷ Gwyn" label="Corff Llywodraethu Ẃ ẁ Ẅ Ỳ ŷ"
    person "Łucja Ciesielska-Źdźbło"
    HT accountable_to GB
    HT peer_support "Łucja Ciesielska-Źdźbło"
    """


def reader(document: Document) -> PdfReader:
    """Write a document as PDF and read it."""
    return PdfReader(BytesIO(pdf(slides(document), document.title)))


@pytest.fixture(scope="module")
def case_studies() -> PdfReader:
    return reader(load(CASE_STUDIES))


def names(document: Document, model: Model) -> Iterator[str]:
    """Yield every name and label that a model shows."""
    yield from (model.label, model.title, model.notes, document.title, document.date)
    yield from (post_title(post) for post in model.posts.values())
    yield from (document.people[post.person].name for post in model.posts.values() if post.person)
    yield from (document.people[person_id].name for person_id in model.figures)
    yield from (body.label or BODIES[body.kind].label for body in model.bodies.values())
    yield from (document.schools[school_id].name for school_id in model.placements)
    yield from (group.name for group in model.groups.values())
    yield from (LINES[kind].label for kind in ("accountable_to", "governs"))


def words_on(page: PageObject) -> str:
    """Return the text of a page, with a blank for each stretch of white space."""
    return " ".join(page.extract_text().split())


def test_each_model_has_a_page_of_16_to_9(case_studies: PdfReader) -> None:
    assert [tuple(page.mediabox) for page in case_studies.pages] == [(0, 0, 960, 540)] * 3


def test_every_name_and_label_of_the_case_studies_can_be_found(case_studies: PdfReader) -> None:
    document = load(CASE_STUDIES)
    for page, model_id in zip(case_studies.pages, document.order, strict=True):
        found = words_on(page)
        for name in names(document, document.models[model_id]):
            assert name in found


def test_welsh_and_polish_names_can_be_found() -> None:
    document = place_all(chart(TONGUES))
    [page] = reader(document).pages
    found = words_on(page)
    assert "Ŵyn Żółć" in found
    for name in names(document, document.models[document.order[0]]):
        assert name in found


def test_only_subsets_of_the_shipped_font_are_used_and_all_are_embedded(case_studies: PdfReader) -> None:
    fonts = [font for page in case_studies.pages for font in _resources(page, "/Font").values()]
    assert {font["/BaseFont"].partition("+")[2] for font in fonts} == {
        "OpenSans-Regular",
        "OpenSans-SemiBold",
        "OpenSans-Bold",
    }
    for font in fonts:
        assert re.fullmatch(r"/[A-Z]{6}\+OpenSans-\w+", font["/BaseFont"])
        assert "/ToUnicode" in font
        embedded = font["/FontDescriptor"]["/FontFile2"].get_data()
        assert 1000 < len(embedded) < 60_000, "a subset is smaller than the font of 95 KB"


def test_nothing_names_a_font_that_is_not_embedded() -> None:
    content = pdf(slides(place_all(chart(TONGUES))), "x")
    assert b"Helvetica" not in content
    assert b"Times" not in content


def test_icons_are_vector_forms_each_written_once(case_studies: PdfReader) -> None:
    everywhere: set[str] = set()
    for page, slide in zip(case_studies.pages, slides(load(CASE_STUDIES)), strict=True):
        forms = _resources(page, "/XObject")
        assert {form["/Subtype"] for form in forms.values()} == {"/Form"}
        assert not page.images
        marks = [*slide.frame, *(mark for drawn in slide.diagram for mark in drawn.marks)]
        used = {f"/FormXob.{mark.key}-{mark.colour[1:]}" for mark in marks if isinstance(mark, Icon)}
        placed = re.findall(rb"/FormXob\.[\w-]+", page.get_contents().get_data())  # type: ignore[union-attr]
        assert {name.decode() for name in placed} == used <= set(forms)
        everywhere |= used
    content = pdf(slides(load(CASE_STUDIES)), "x")
    assert content.count(b"/Subtype /Form") == len(everywhere) > 20
    assert b"/Subtype /Image" not in content


def test_two_runs_write_the_same_bytes() -> None:
    document = load(CASE_STUDIES)
    assert pdf(slides(document), "x") == pdf(slides(document), "x")


def test_another_process_with_another_hash_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    out = tmp_path / "models.pdf"
    done = subprocess.run(
        [sys.executable, "-m", "modelbuilder", "export", CASE_STUDIES, out],
        env={**os.environ, "PYTHONHASHSEED": "77"},
        check=False,
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    export(load(CASE_STUDIES), tmp_path / "here.pdf", Options())
    assert out.read_bytes() == (tmp_path / "here.pdf").read_bytes()


def test_the_file_carries_the_title_of_the_document(case_studies: PdfReader) -> None:
    assert case_studies.metadata is not None
    assert case_studies.metadata.title == "Models A, B and C"
    assert case_studies.metadata.creator == "modelbuilder"


def test_reportlab_sets_words_as_wide_as_the_layout_measured_them(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = [*slides(load(CASE_STUDIES)), *slides(place_all(chart(TONGUES)))]
    _, record = record_pdf(monkeypatch, drawn)
    assert len(record.words) > 150
    for words in record.words:
        assert painted_width(words) == pytest.approx(text.width(words.text, words.size, words.weight), rel=1e-4)


def test_an_empty_model_still_has_its_page() -> None:
    [page] = reader(chart("")).pages
    assert "Nothing has been drawn in this model yet." in words_on(page)


def test_titles_that_are_alike_or_odd_do_no_harm() -> None:
    document = chart(
        """
        model A "(odd) \\\\ title"
        post HT role=headteacher
        model B "(odd) \\\\ title"
        post HT role=headteacher
        """
    )
    pages = reader(place_all(document)).pages
    assert ["(odd) \\ title" in words_on(page) for page in pages] == [True, True]


def _resources(page: PageObject, kind: str) -> dict[str, Any]:
    resources: Any = page["/Resources"]
    return {name: one.get_object() for name, one in resources.get_object()[kind].get_object().items()}
