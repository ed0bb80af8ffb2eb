"""Open every example in LibreOffice, poppler and Chromium, and compare what they show with our own picture.

Run by `make test-clients`, which installs these programs; not part of `make test`.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from comparing import ALIKE, Seen, faults, likeness, spots
from PIL import Image, ImageDraw
from programs import fonts_in_pdf, missing, moved_in_office, seen_by_browser, seen_by_office, seen_in_pdf
from PySide6.QtWidgets import QApplication

from modelbuilder.document.decks import last_stages
from modelbuilder.document.examples import examples, stories
from modelbuilder.document.files import load
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.marks import Connector, Group
from modelbuilder.drawing.slide import Slide
from modelbuilder.render.export import Options, export
from modelbuilder.render.png import png
from modelbuilder.sources.opening import load as opened

EXAMPLES = [*examples(), *stories()]
"""Every stage of every story is looked at: what a stage adds may be what another program cannot show."""
NAMES = Path(__file__).with_name("names.chart")
SHEETS = Path(__file__).parents[2] / "docs" / "pictures" / "clients"
REROUTED = 6
"""LibreOffice runs glued lines by ways of its own: pictures of slides are compared at a sixth of their size."""
Show = Callable[[Path, Path], list[Seen]]


@pytest.fixture(scope="session", autouse=True)
def programs() -> None:
    """The programs have to be there: a run that compares nothing shows nothing."""
    assert missing() == []


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.stem)
def document(request: pytest.FixtureRequest) -> Document:
    return place_all(load(request.param))


def ours(qapp: QApplication, document: Document, folder: Path, *chosen: ModelId) -> Iterator[tuple[Slide, Image.Image]]:
    """Yield each slide, or those of some models, with our own picture of it."""
    for number, slide in enumerate(slides(document, chosen, described=True)):
        path = folder / f"ours-{number}.png"
        path.write_bytes(png(slide))
        with Image.open(path) as picture:
            yield slide, picture.convert("RGB")


def report(slide: Slide, picture: Image.Image, seen: Seen, near: float, shrink: int = 2) -> list[str]:
    found = faults(slide, picture, seen, near, shrink)
    alike = ", ".join(f"{likeness(picture, seen.image, part):.3f} at 1/{part}" for part in sorted({2, shrink}))
    print(f"{slide.name}: alike by {alike}, {len(found)} faults")
    return found


def test_poppler_shows_the_pdf_as_we_do(qapp: QApplication, document: Document, tmp_path: Path) -> None:
    export(document, tmp_path / "out.pdf", Options(document.order))
    shown = seen_in_pdf(tmp_path / "out.pdf", tmp_path)
    for (slide, picture), seen in zip(ours(qapp, document, tmp_path), shown, strict=True):
        assert report(slide, picture, seen, 4) == []


def test_impress_shows_the_slides_as_we_do(qapp: QApplication, document: Document, tmp_path: Path) -> None:
    export(document, tmp_path / "out.pptx", Options(document.order))
    shown = seen_by_office(tmp_path / "out.pptx", tmp_path)
    for (slide, picture), seen in zip(ours(qapp, document, tmp_path), shown, strict=True):
        assert report(slide, picture, seen, 12, REROUTED) == []


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
