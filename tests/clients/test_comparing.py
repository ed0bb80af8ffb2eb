"""The comparison itself: it is content with what is alike, and misses a card or a line that is taken out."""

from pathlib import Path

import pytest
from comparing import Seen, Word, faults, likeness, spots
from PIL import Image, ImageDraw
from PySide6.QtWidgets import QApplication

from chart import chart
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.marks import Connector, Group
from modelbuilder.drawing.slide import Slide
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.render.png import png


@pytest.fixture
def slide() -> Slide:
    document = chart(
        """
        post HT role=headteacher held_by="Ann Lee"
        post DHT role=deputy_headteacher held_by="Bo Ray"
        body GB kind=governing_body seats=9
        DHT accountable_to HT
        HT accountable_to GB
        """
    )
    [found] = slides(place_all(document))
    return found


@pytest.fixture
def shown(qapp: QApplication, slide: Slide, tmp_path: Path) -> Seen:
    """Return what a program shows that shows just what we do."""
    path = tmp_path / "slide.png"
    path.write_bytes(png(slide))
    words: list[Word] = []
    for spot in spots(slide):
        x = spot.x
        for word in spot.words:
            width = text.width(word, 15, Weight.REGULAR)
            words.append(Word(word, Rect(x, spot.y - 5, width, 10)))
            x += width
    with Image.open(path) as picture:
        return Seen(picture.convert("RGB"), words)


def started(slide: Slide) -> list[str]:
    """List the texts that begin at their place: of the others the words above are not as wide as they are drawn."""
    return [" ".join(spot.words) for spot in spots(slide) if spot.anchor == "start"]


def of_started(slide: Slide, found: list[str]) -> list[str]:
    return [fault for fault in found if "“" not in fault or any(f"“{said}”" in fault for said in started(slide))]


def test_the_same_has_no_faults(slide: Slide, shown: Seen) -> None:
    assert likeness(shown.image, shown.image) == pytest.approx(1)
    assert of_started(slide, faults(slide, shown.image, shown, 4)) == []


def test_a_little_aside_is_laid_over_it(slide: Slide, shown: Seen) -> None:
    words = [Word(word.text, word.rect.moved(9, 2)) for word in shown.words]
    assert of_started(slide, faults(slide, shown.image, Seen(shown.image, words), 4)) == []


def test_a_text_elsewhere_is_noticed(slide: Slide, shown: Seen) -> None:
    words = [Word(word.text, word.rect.moved(13, 0)) if word.text == "Ann" else word for word in shown.words]
    assert [fault for fault in faults(slide, shown.image, Seen(shown.image, words), 12) if "Ann Lee" in fault] == [
        "“Ann Lee” stands +13.0, +0.0 from where it should"
    ]


def test_a_missing_card_is_noticed(slide: Slide, shown: Seen) -> None:
    card = next(one for one in slide.diagram if isinstance(one, Group) and one.name == "DHT")
    x, y, w, h = slide.x + card.x * slide.scale, slide.y + card.y * slide.scale, 268 * slide.scale, 84 * slide.scale
    without = shown.image.copy()
    ImageDraw.Draw(without).rectangle((x - 2, y - 2, x + w + 2, y + h + 2), fill="white")
    assert likeness(shown.image, without) < 0.95
    words = [word for word in shown.words if word.text not in ("Deputy", "Bo", "Ray")]
    found = faults(slide, shown.image, Seen(without, words), 12)
    assert "“Bo Ray” is missing" in found


def test_a_missing_line_is_noticed(slide: Slide, shown: Seen) -> None:
    line = next(one for one in slide.diagram if isinstance(one, Connector) and one.source.startswith("post"))
    run = [(slide.x + point.x * slide.scale, slide.y + point.y * slide.scale) for point in line.points]
    without = shown.image.copy()
    ImageDraw.Draw(without).line(run, fill="white", width=40)
    found = faults(slide, shown.image, Seen(without, shown.words), 12)
    assert any("does not end at" in fault for fault in found)
