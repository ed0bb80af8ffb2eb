"""The PDF: every word can be found, fonts are embedded subsets, pictures are vectors, equal runs equal bytes."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path as FilePath
from typing import Any

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import NumberObject
from recorders import painted_width, record_pdf

from chart import chart
from modelbuilder.accountability.findings import check
from modelbuilder.document.examples import examples
from modelbuilder.document.files import load
from modelbuilder.document.lookup import post_title
from modelbuilder.document.records import Document, Model
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.finding_pages import finding_pages
from modelbuilder.drawing.handout import handout
from modelbuilder.drawing.marks import Box, Group, Icon, Path, Text
from modelbuilder.drawing.poster import poster
from modelbuilder.drawing.poster import sheets as poster_sheets
from modelbuilder.drawing.sizes import SIZES
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect, bounds
from modelbuilder.render.export import Options, export
from modelbuilder.render.pdf import pdf
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.lines import LINES

[CASE_STUDIES] = examples()
TONGUES = """
    document "Ysgolion a szkoły" date=2026-11-21
    model A "Ŵyn Żółć" narration="Cymraeg a polski"
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
    yield from (model.label, model.title, model.narration, document.title, document.date)
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


def test_another_process_with_another_hash_seed_writes_the_same_bytes(tmp_path: FilePath) -> None:
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


# What a PDF says of itself


def test_the_contents_list_every_model(case_studies: PdfReader) -> None:
    titles = ["A  Headteacher", "B  Executive headteacher and heads of school", "C  Multi-academy trust"]
    assert [entry.title for entry in case_studies.outline] == titles  # type: ignore[union-attr]
    assert [case_studies.get_destination_page_number(entry) for entry in case_studies.outline] == [0, 1, 2]  # type: ignore[arg-type]


def test_language_title_and_tags_are_said_and_no_author(case_studies: PdfReader) -> None:
    root: Any = case_studies.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert root["/MarkInfo"]["/Marked"].value
    assert case_studies.metadata is not None
    assert case_studies.metadata.subject == "Leadership models"
    assert not case_studies.metadata.author


def test_the_author_is_said_when_asked() -> None:
    content = pdf(slides(place_all(chart(TONGUES))), "x", author="Ŵyn Żółć")
    metadata = PdfReader(BytesIO(content)).metadata
    assert metadata is not None
    assert metadata.author == "Ŵyn Żółć"


def test_every_page_is_a_heading_paragraphs_and_a_figure_told_in_words() -> None:
    document = load(CASE_STUDIES)
    described = list(slides(document, described=True))
    reader = PdfReader(BytesIO(pdf(described, "x")))
    root: Any = reader.trailer["/Root"]
    elements = [element.get_object() for element in root["/StructTreeRoot"]["/K"]["/K"]]
    for number, (page, slide) in enumerate(zip(reader.pages, described, strict=True)):
        here = [element for element in elements if element["/Pg"].get_object() == page]
        assert page["/StructParents"] == NumberObject(number)
        assert [element["/S"] for element in here].count("/H1") == 1
        [figure] = [element for element in here if element["/S"] == "/Figure"]
        assert figure["/Alt"] == " ".join(slide.narration)
        assert [element["/K"] for element in here] == list(range(len(here)))
        content = page.get_contents().get_data()  # type: ignore[union-attr]
        assert content.count(b"BDC") == len(here)
        assert content.count(b"EMC") == content.count(b"BDC") + content.count(b"BMC")
        [heading] = [element for element in here if element["/S"] == "/H1"]
        marked = content.split(f"/H1 <</MCID {heading['/K']}>> BDC".encode())[1].split(b"EMC")[0]
        assert b"Tj" in marked
        [_, parents] = root["/StructTreeRoot"]["/ParentTree"]["/Nums"][2 * number : 2 * number + 2]
        assert [one.get_object() for one in parents.get_object()] == here


@pytest.mark.parametrize(
    ("size", "points"),
    [("16:9", (960, 540)), ("4:3", (720, 540)), ("a4", (841.89, 595.276)), ("a3", (1190.551, 841.89))],
)
def test_a_page_has_the_size_of_its_name_and_is_laid_out_for_it(size: str, points: tuple[float, float]) -> None:
    [first, *_] = drawn = list(slides(load(CASE_STUDIES), size=SIZES[size]))
    page = PdfReader(BytesIO(pdf(drawn, "x"))).pages[0]
    assert tuple(map(float, page.mediabox)) == pytest.approx((0, 0, *points), abs=0.01)
    rights = [mark.rect.right for mark in first.frame if isinstance(mark, Box)]
    assert max(rights) == pytest.approx(first.w)
    assert first.h == pytest.approx(1080)


# Findings


def test_a_finding_leads_to_its_card() -> None:
    document = place_all(load(CASE_STUDIES.with_name("models-abc-broken.chart")))
    [shown] = slides(document)
    [listed] = finding_pages(document, shown, 2)
    reader = PdfReader(BytesIO(pdf([shown, listed], "x")))
    found = check(document, document.order[0])
    assert all(finding.message in words_on(reader.pages[1]) for finding in found)
    links: list[Any] = [annotation.get_object() for annotation in reader.pages[1]["/Annots"]]  # type: ignore[attr-defined]
    assert [link["/Contents"] for link in links] == [finding.message for finding in found]
    groups = {one.thing_id: one for one in shown.diagram if isinstance(one, Group)}
    for link, finding in zip(links, found, strict=True):
        target = reader.named_destinations[link["/Dest"]] if isinstance(link["/Dest"], str) else link["/Dest"]
        page, kind, left, bottom, right, top = target if isinstance(target, list) else target.dest_array
        assert page.get_object() == reader.pages[0]
        assert kind == "/FitR"
        card = groups[next(one for one in finding.subjects if one in groups)]
        x, y = (shown.x + card.x * shown.scale + 4) / 2, 540 - (shown.y + card.y * shown.scale + 4) / 2
        assert left < x < right
        assert bottom < y < top
    assert [entry.title for entry in reader.outline[1]] == ["Findings"]  # type: ignore[union-attr]


def test_a_deck_may_begin_with_findings_and_show_no_card() -> None:
    document = place_all(load(CASE_STUDIES.with_name("models-abc-broken.chart")))
    [shown] = slides(document)
    listed = list(finding_pages(document, shown, 1))
    reader = PdfReader(BytesIO(pdf(listed, "x")))
    assert [entry.title for entry in reader.outline] == ["Findings"]  # type: ignore[union-attr]
    assert "/Annots" not in reader.pages[0], "what is shown nowhere cannot be led to"


def test_a_finding_leads_to_the_first_slide_that_shows_its_card() -> None:
    document = place_all(load(CASE_STUDIES.with_name("models-abc-broken.chart")))
    [shown] = slides(document)
    again = replace(shown, name="Again")
    reader = PdfReader(BytesIO(pdf([shown, again, *finding_pages(document, shown, 3)], "x")))
    links: list[Any] = [annotation.get_object() for annotation in reader.pages[2]["/Annots"]]  # type: ignore[attr-defined]
    assert links
    for link in links:
        target = reader.named_destinations[link["/Dest"]] if isinstance(link["/Dest"], str) else link["/Dest"]
        page = (target if isinstance(target, list) else target.dest_array)[0]
        assert page.get_object() == reader.pages[0]


def test_more_findings_than_fit_go_on_over_the_page() -> None:
    posts = "\n".join(f'post HT{number} role=headteacher held_by="Person {number}"' for number in range(30))
    document = place_all(chart(posts))
    [shown] = slides(document)
    pages = list(finding_pages(document, shown, 2))
    found = check(document, document.order[0])
    texts = [mark.text for page in pages for mark in page.frame if isinstance(mark, Text)]
    assert len(pages) > 2
    assert [text for text in texts if text in {one.message for one in found}] == [one.message for one in found]
    for page in pages:
        assert max(mark.y for mark in page.frame if isinstance(mark, Text)) <= page.h - 26


def test_a_model_without_findings_says_so() -> None:
    document = load(CASE_STUDIES)
    shown = next(slides(document))
    [listed] = finding_pages(document, shown, 2)
    assert "Nothing is found in this model." in [mark.text for mark in listed.frame if isinstance(mark, Text)]
    assert listed.links == ()


# Sheets


@pytest.mark.parametrize(("per_sheet", "sheets"), [(2, 2), (3, 1)])
def test_a_handout_has_slides_and_notes_on_sheets_of_a4(per_sheet: int, sheets: int) -> None:
    described = list(slides(load(CASE_STUDIES), described=True))
    made = list(handout(described, per_sheet))
    assert len(made) == sheets
    assert [placed.slide for sheet in made for placed in sheet.placed] == described
    for sheet in made:
        areas = [Rect(one.x, one.y, one.slide.w * one.scale, one.slide.h * one.scale) for one in sheet.placed]
        notes = [mark for mark in sheet.marks if isinstance(mark, Text)]
        for mark in notes:
            assert 36 < mark.y < sheet.h - 12
            spot = Rect(mark.x, mark.y - 6, text.width(mark.text, mark.size, mark.weight), 6)
            assert mark.anchor == "middle" or spot.right <= sheet.w - 36
            assert not any(area.meets(spot) for area in areas)
    reader = PdfReader(BytesIO(pdf(made, "x")))
    assert tuple(map(float, reader.pages[0].mediabox[2:])) == pytest.approx((595.276, 841.89), abs=0.01)
    words = words_on(reader.pages[0])
    assert described[0].narration[0] in words
    assert "…" in words, "the narration of model B is longer than its room"
    outline: list[Any] = reader.outline
    assert [entry.title[0] for entry in outline] == ["A", "B", "C"]


@pytest.mark.parametrize(("columns", "rows", "lies"), [(2, 2, True), (3, 1, False), (1, 3, True), (1, 1, True)])
def test_a_poster_puts_its_slide_together_again(columns: int, rows: int, lies: bool) -> None:
    cut = poster(columns, rows)
    slide = next(slides(load(CASE_STUDIES), size=cut.size))
    made = list(poster_sheets(slide, cut))
    assert len(made) == columns * rows
    assert all((sheet.w > sheet.h) is lies for sheet in made)
    covered: list[Rect] = []
    for sheet in made:
        [placed] = sheet.placed
        clip = placed.clip
        assert clip is not None
        scale = placed.scale
        covered.append(Rect((clip.x - placed.x) / scale, (clip.y - placed.y) / scale, clip.w / scale, clip.h / scale))
        assert len([mark for mark in sheet.marks if isinstance(mark, Path) and not mark.dashes]) == 8
    whole = bounds(covered)
    assert whole == pytest.approx((0, 0, slide.w, slide.h), abs=0.01)
    overlap = 10 * 72 / 25.4 / made[0].placed[0].scale
    for before, after in pairwise(covered):
        if after.y == before.y:
            assert before.right - after.x == pytest.approx(overlap)
    content = pdf(made, "x")
    assert len(PdfReader(BytesIO(content)).outline) == 1
