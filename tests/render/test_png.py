"""The PNG: its size, its colours where they belong, and the same picture on every run."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from modelbuilder.document.examples import examples
from modelbuilder.document.files import load
from modelbuilder.drawing import style
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.marks import Group, Icon
from modelbuilder.drawing.slide import Slide
from modelbuilder.render.png import picture, png


@pytest.fixture(scope="module")
def slide() -> Slide:
    return next(slides(load(examples()[0])))


@pytest.mark.parametrize(("scale", "size"), [(1, (1920, 1080)), (2, (3840, 2160)), (0.5, (960, 540))])
def test_a_picture_has_the_size_of_the_slide_times_its_scale(
    qapp: QApplication, slide: Slide, scale: float, size: tuple[int, int]
) -> None:
    image = QImage.fromData(png(slide, scale), "PNG")  # type: ignore[arg-type]  # the stubs say bytes
    assert (image.width(), image.height()) == size


@pytest.mark.parametrize("scale", [1, 2])
def test_cards_stand_where_the_slide_puts_them_in_the_colour_of_their_tier(
    qapp: QApplication, slide: Slide, scale: int
) -> None:
    image = picture(slide, scale)
    tiers = set(style.TIERS.values())
    seen = 0
    for drawn in slide.diagram:
        cards = isinstance(drawn, Group) and [mark for mark in drawn.marks if isinstance(mark, Icon)]
        if not isinstance(drawn, Group) or not cards or cards[0].colour != style.PAPER:
            continue
        outline = getattr(drawn.marks[0], "stroke", "")
        x, y = drawn.x + 8, drawn.y + 20
        pixel = image.pixelColor(round((slide.x + slide.scale * x) * scale), round((slide.y + slide.scale * y) * scale))
        assert outline in tiers
        assert pixel == QColor(outline)
        seen += 1
    assert seen == 11, "six posts, three bodies and two people"


def test_the_ground_is_white_and_the_edge_is_indigo(qapp: QApplication, slide: Slide) -> None:
    image = picture(slide)
    assert image.pixelColor(1910, 10) == QColor(style.PAPER)
    assert image.pixelColor(7, 540) == QColor("#4A4BA6")
    assert not image.hasAlphaChannel()


def test_two_runs_write_the_same_picture(qapp: QApplication, slide: Slide) -> None:
    assert png(slide) == png(slide)
