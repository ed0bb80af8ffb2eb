"""Open every example in LibreOffice, poppler and Chromium, and compare what they show with our own picture.

Run by `make test-clients`, which installs these programs; not part of `make test`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from comparing import ALIKE, Seen, faults, likeness, spots
from PIL import Image, ImageDraw
from programs import (
    barriers,
    fonts_in_pdf,
    missing,
    moved_in_office,
    runs_in_office,
    seen_by_browser,
    seen_by_office,
    seen_in_pdf,
)
from PySide6.QtWidgets import QApplication

from modelbuilder.document.decks import last_stages
from modelbuilder.document.examples import examples, stories
from modelbuilder.document.files import load
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.connectors import connector_marks
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.marks import Box, Connector, Drawn, Group, Text
from modelbuilder.drawing.slide import Slide
from modelbuilder.layout.rect import Point
from modelbuilder.render.export import Options, export
from modelbuilder.render.png import png
from modelbuilder.sources.opening import load as opened
from modelbuilder.sources.shapes import shape_names

EXAMPLES = [*examples(), *stories()]
"""Every stage of every story is looked at: what a stage adds may be what another program cannot show."""
NAMES = Path(__file__).with_name("names.chart")
SHEETS = Path(__file__).parents[2] / "docs" / "pictures" / "clients"
Show = Callable[[Path, Path], list[Seen]]


@pytest.fixture(scope="session", autouse=True)
def programs(qapp: QApplication) -> None:
    """The programs have to be there: a run that compares nothing shows nothing."""
    assert missing() == []


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.stem)
def document(request: pytest.FixtureRequest) -> Document:
    return place_all(load(request.param))


def ours(qapp: QApplication, document: Document, folder: Path, *chosen: ModelId) -> Iterator[tuple[Slide, Image.Image]]:
    """Yield each slide, or those of some models, with our own picture of it."""
    for slide in slides(document, chosen, described=True):
        yield slide, shot(slide, folder)


def shot(slide: Slide, folder: Path) -> Image.Image:
    """Return our own picture of a slide."""
    path = folder / "ours.png"
    path.write_bytes(png(slide))
    with Image.open(path) as picture:
        return picture.convert("RGB")


def report(slide: Slide, picture: Image.Image, seen: Seen, near: float) -> list[str]:
    found = faults(slide, picture, seen, near)
    print(f"{slide.name}: alike by {likeness(picture, seen.image):.3f}, {len(found)} faults")
    return found


def test_poppler_shows_the_pdf_as_we_do(qapp: QApplication, document: Document, tmp_path: Path) -> None:
    export(document, tmp_path / "out.pdf", Options(document.order))
    shown = seen_in_pdf(tmp_path / "out.pdf", tmp_path)
    for (slide, picture), seen in zip(ours(qapp, document, tmp_path), shown, strict=True):
        assert report(slide, picture, seen, 4) == []


def test_impress_shows_the_slides_as_we_do(qapp: QApplication, document: Document, tmp_path: Path) -> None:
    """LibreOffice bends glued lines where it likes: its bends are put into our picture, the rest has to be alike."""
    export(document, tmp_path / "out.pptx", Options(document.order))
    shown = seen_by_office(tmp_path / "out.pptx", tmp_path)
    runs = runs_in_office(tmp_path / "out.pptx", tmp_path)
    for slide, seen, found in zip(slides(document, described=True), shown, runs, strict=True):
        assert len(found) >= sum(isinstance(one, Connector) for one in slide.diagram)
        bent = rerouted(slide, found)
        assert report(bent, shot(bent, tmp_path), seen, 12) == []


def rerouted(slide: Slide, runs: Mapping[str, tuple[Point, ...]]) -> Slide:
    """Return a slide whose lines run as another program has them, from where we have them to where we have them."""
    names = shape_names(slide.diagram)
    return replace(slide, diagram=tuple(_rerun(slide, one, runs, names) for one in slide.diagram))


def _rerun(slide: Slide, one: Drawn, runs: Mapping[str, tuple[Point, ...]], names: Mapping[ThingId, str]) -> Drawn:
    if not isinstance(one, Connector):
        return one
    points = tuple(
        Point((p.x - slide.x) / slide.scale, (p.y - slide.y) / slide.scale) for p in runs[names[one.line_id]]
    )
    words = [mark for mark in one.marks if isinstance(mark, Text | Box)]
    return one._replace(marks=(*connector_marks(one.kind, one.primary, points), *words))


def test_a_line_follows_the_card_that_it_is_glued_to(tmp_path: Path) -> None:
    document = load(next(path for path in EXAMPLES if path.stem == "models-abc"))
    export(document, tmp_path / "out.pptx", Options((document.order[1],)))
    found = moved_in_office(tmp_path / "out.pptx", tmp_path, "!!HoS1", "!!HoS1 accountable_to EHT")
    assert found["glued"] == ["!!HoS1", "!!EHT"]
    x, y = found["before"]
    assert found["after"] == [x + 2000, y + 500]


@pytest.mark.parametrize("show", [seen_by_browser, seen_by_office], ids=["chromium", "libreoffice"])
def test_the_drawing_is_shown_as_we_do(qapp: QApplication, document: Document, tmp_path: Path, show: Show) -> None:
    for number, model_id in enumerate(document.order):
        folder = tmp_path / str(number)
        folder.mkdir()
        export(document, folder / "out.svg", Options((model_id,)))
        [seen] = show(folder / "out.svg", folder)
        [(slide, picture)] = ours(qapp, document, folder, model_id)
        assert report(slide, picture, seen, 4) == []


def test_the_web_page_keeps_nobody_out(document: Document, tmp_path: Path) -> None:
    export(document, tmp_path / "out.html", Options(document.order))
    assert barriers(tmp_path / "out.html", tmp_path) == []


def test_a_barrier_is_noticed(tmp_path: Path) -> None:
    document = load(EXAMPLES[0])
    export(document, tmp_path / "out.html", Options())
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    planted = '<img src="x"><p style="color: #aaaaaa">pale</p></main>'
    spoilt = page.replace(' lang="en-GB"', "", 1).replace("</main>", planted, 1)
    (tmp_path / "out.html").write_text(spoilt, encoding="utf-8")
    found = " ".join(barriers(tmp_path / "out.html", tmp_path))
    assert all(rule in found for rule in ("html-has-lang", "image-alt", "color-contrast"))


def test_every_font_is_an_embedded_subset(document: Document, tmp_path: Path) -> None:
    export(document, tmp_path / "out.pdf", Options(document.order))
    fonts = fonts_in_pdf(tmp_path / "out.pdf")
    assert len(fonts) >= 3
    assert set(fonts) == {(True, True, True)}


@pytest.mark.parametrize(("suffix", "show"), [(".pdf", seen_in_pdf), (".svg", seen_by_browser)])
def test_names_in_many_scripts_are_shown_as_we_do(qapp: QApplication, tmp_path: Path, suffix: str, show: Show) -> None:
    document = place_all(opened(NAMES))
    export(document, tmp_path / f"out{suffix}", Options())
    [seen] = show(tmp_path / f"out{suffix}", tmp_path)
    [(slide, picture)] = ours(qapp, document, tmp_path)
    assert likeness(picture, seen.image) > ALIKE
    for name in ("سارہ خان", "王小明 Wang Xiaoming", "प्रिया शर्मा", "さくら 田中 😀"):
        [place] = [spot for spot in spots(slide) if " ".join(spot.words) == name]
        card = (round(place.x) - 4, round(place.y) - 16, round(place.x) + 92, round(place.y) + 16)
        assert likeness(picture.crop(card), seen.image.crop(card), 1) > ALIKE, name
        words = {"".join(c for c in word.text if c.isprintable()) for word in seen.words}
        words |= {word[::-1] for word in words}  # poppler lists them as they stand, from left to right
        assert set(name.split()) <= words or suffix != ".pdf", name
    if suffix == ".pdf":
        assert set(fonts_in_pdf(tmp_path / "out.pdf")) == {(True, True, True)}


def test_a_missing_card_and_a_missing_line_are_noticed(qapp: QApplication, document: Document, tmp_path: Path) -> None:
    """What is taken out of a picture has to be missed, or all of the above would show nothing."""
    slide, picture = next(ours(qapp, document, tmp_path))
    export(document, tmp_path / "out.pdf", Options((document.order[0],)))
    [seen] = seen_in_pdf(tmp_path / "out.pdf", tmp_path)
    assert faults(slide, picture, seen, 12) == []
    line = next(one for one in slide.diagram if isinstance(one, Connector))
    without = seen.image.copy()
    run = [(slide.x + p.x * slide.scale, slide.y + p.y * slide.scale) for p in line.points]
    ImageDraw.Draw(without).line(run, fill="white", width=40)
    assert faults(slide, picture, Seen(without, seen.words), 12)
    card = next(one for one in slide.diagram if isinstance(one, Group) and one.thing_id.startswith("post"))
    without = seen.image.copy()
    x, y = slide.x + card.x * slide.scale, slide.y + card.y * slide.scale
    ImageDraw.Draw(without).rectangle((x, y, x + 268 * slide.scale, y + 84 * slide.scale), fill="white")
    words = [word for word in seen.words if not (x <= word.rect.cx <= x + 268 and y <= word.rect.cy <= y + 84)]
    assert faults(slide, picture, Seen(without, words), 12)


def test_the_four_side_by_side(
    qapp: QApplication, document: Document, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Lay our picture, the PDF, the slides and the drawing side by side on a sheet, to be looked at."""
    shown = last_stages(document)
    export(document, tmp_path / "out.pdf", Options())
    folders = [tmp_path / name for name in ("pdf", "pptx", "svg")]
    for folder in folders:
        folder.mkdir()
    export(document, tmp_path / "out.pptx", Options())
    pdf = seen_in_pdf(tmp_path / "out.pdf", folders[0])
    office = seen_by_office(tmp_path / "out.pptx", folders[1])
    name = request.node.callspec.id
    for number, (_, picture) in enumerate(ours(qapp, document, tmp_path, *shown)):
        export(document, folders[2] / f"{number}.svg", Options((shown[number],)))
        inner = folders[2] / f"browser-{number}"
        inner.mkdir()
        [browser] = seen_by_browser(folders[2] / f"{number}.svg", inner)
        sheet = Image.new("RGB", (1960, 1120), "#888888")
        four = (picture, pdf[number].image, office[number].image, browser.image)
        for index, image in enumerate(four):
            sheet.paste(image.resize((960, 540)), (15 + index % 2 * 970, 15 + index // 2 * 550))
        SHEETS.mkdir(parents=True, exist_ok=True)
        sheet.convert("P", palette=Image.Palette.ADAPTIVE, colors=128).save(SHEETS / f"{name}-{number + 1}.png")
