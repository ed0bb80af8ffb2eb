"""The PNG: its size, its colours where they belong, and the same picture on every run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from modelbuilder.document.examples import examples
from modelbuilder.document.files import load
from modelbuilder.drawing import style
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.marks import Group, Icon
from modelbuilder.drawing.slide import Slide
from modelbuilder.render.export import Options, export
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


def chunk(content: bytes, kind: bytes) -> bytes:
    """Return the data of a chunk."""
    start = content.index(kind)
    return content[start + 4 : start + 4 + int.from_bytes(content[start - 4 : start], "big")]


@pytest.mark.parametrize(
    ("size", "dpi", "pixels", "written"),
    [
        ("16:9", None, (1920, 1080), 144),
        ("1920x1080", None, (1920, 1080), 144),
        ("3840x2160", None, (3840, 2160), 288),
        ("1920x1080", 96, (1920, 1080), 96),
        ("a4", 150, (1754, 1240), 150),
        ("600x900", None, (600, 900), 80),
    ],
)
def test_a_picture_has_the_pixels_and_says_the_dots_that_were_asked_for(
    qapp: QApplication, tmp_path: Path, size: str, dpi: float | None, pixels: tuple[int, int], written: int
) -> None:
    document = load(examples()[0])
    export(document, tmp_path / "a.png", Options(document.order[:1], size=size, dpi=dpi))
    content = (tmp_path / "a.png").read_bytes()
    head, dots = chunk(content, b"IHDR"), chunk(content, b"pHYs")
    assert (int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")) == pixels
    assert int.from_bytes(dots[:4], "big") * 0.0254 == pytest.approx(written, abs=0.02)
    assert dots[8] == 1, "dots to the metre"


def test_a_transparent_picture_lets_through_what_is_behind_it(qapp: QApplication, slide: Slide) -> None:
    image = QImage.fromData(png(slide, transparent=True), "PNG")  # type: ignore[arg-type]  # the stubs say bytes
    assert image.pixelColor(1910, 10).alpha() == 0
    assert image.pixelColor(7, 540) == QColor("#4A4BA6")
    opaque = picture(slide)
    over = QImage(opaque.size(), QImage.Format.Format_RGB32)
    over.fill(QColor(style.PAPER))
    painter = QPainter(over)
    painter.drawImage(0, 0, image)
    painter.end()
    for x, y in ((960, 540), (300, 900), (900, 300), (100, 75)):
        one, other = over.pixelColor(x, y), opaque.pixelColor(x, y)
        assert abs(one.red() - other.red()) < 3


def test_the_scaling_of_the_screen_does_not_matter(tmp_path: Path) -> None:
    for name, scaling in (("a", "1"), ("b", "2.5")):
        done = subprocess.run(
            [sys.executable, "-m", "modelbuilder", "export", examples()[0], tmp_path / f"{name}.png", "--model", "A"],
            env={**os.environ, "QT_SCALE_FACTOR": scaling, "QT_FONT_DPI": "200" if scaling != "1" else "96"},
            check=False,
            capture_output=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()
