"""Qt's side of the drawing: the shipped font, unkerned, as wide as the layout measured it."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontInfo, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Box, Icon, Mark, Path, Text
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.render.qt import font, load_fonts, paint, pen

SAMPLES = ("Executive Headteacher", "Ŵyn Żółć", "AVAToWa Ty Łódź", "Llywodraethwyr · 1,140 pupils")


@pytest.mark.parametrize("weight", Weight)
@pytest.mark.parametrize("size", [25, 30, 34, 76])
def test_qt_sets_words_as_wide_as_the_layout_measured_them(qapp: QApplication, size: float, weight: Weight) -> None:
    for sample in SAMPLES:
        shown = QFontMetricsF(font(size, weight)).horizontalAdvance(sample)
        assert shown == pytest.approx(text.width(sample, size, weight), rel=0.003)


def test_the_font_is_the_shipped_one_and_unkerned(qapp: QApplication) -> None:
    assert load_fonts() == "Open Sans"
    for weight in Weight:
        chosen = font(17, weight)
        info = QFontInfo(chosen)
        assert (info.family(), info.weight(), chosen.kerning()) == ("Open Sans", weight, False)


@pytest.mark.parametrize("zoom", [0.45, 1.0, 2.6])
@pytest.mark.parametrize("sample", SAMPLES)
def test_words_are_painted_as_qt_itself_sets_them(qapp: QApplication, sample: str, zoom: float) -> None:
    ours, qts = (QImage(900, 60, QImage.Format.Format_Grayscale8) for _ in range(2))
    for image in (ours, qts):
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        painter.scale(zoom, zoom)
        if image is ours:
            paint(painter, [Text(4, 18, sample, 12.5, Weight.REGULAR, "#000000")])
        else:  # which takes whole pixels only
            painter.scale(0.5, 0.5)
            painter.setFont(font(25, Weight.REGULAR))
            painter.drawText(8, 36, sample)
        painter.end()
    pixels = list(zip(bytes(ours.constBits()), bytes(qts.constBits()), strict=True))
    assert sum(255 - shade for _, shade in pixels) > 5_000
    assert sum(abs(one - other) for one, other in pixels) < 0.1 * sum(255 - shade for _, shade in pixels)


def test_dashes_are_measured_in_slide_units_whatever_the_weight_of_the_line(qapp: QApplication) -> None:
    thick = pen(style.INK, 4.0, (16, 7))
    assert [dash * thick.widthF() for dash in thick.dashPattern()] == [16, 7]


PAINTED: tuple[tuple[Mark, tuple[int, int]], ...] = (
    (Box(Rect(10, 10, 20, 20), fill="#112233"), (20, 20)),
    (Box(Rect(10, 10, 20, 20), 5, stroke="#112233", weight=4), (10, 20)),
    (Path((("M", (5, 5)), ("L", (35, 5)), ("L", (5, 35)), ("Z", ())), fill="#112233"), (10, 10)),
    (Path((("M", (0, 20)), ("L", (40, 20))), stroke="#112233", weight=4), (20, 20)),
    (Icon("school", 8, 8, 24, "#112233"), (-1, -1)),
    (Text(20, 30, "H", 30, Weight.BOLD, "#112233", "middle"), (-1, -1)),
)


@pytest.mark.parametrize(("mark", "spot"), PAINTED, ids=["box", "frame", "shape", "line", "icon", "text"])
def test_each_kind_of_mark_is_painted_in_its_colour(qapp: QApplication, mark: Mark, spot: tuple[int, int]) -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint(painter, [mark])
    painter.end()
    if spot[0] >= 0:
        assert image.pixelColor(*spot).name() == "#112233"
    inked = [(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).name() == "#112233"]
    assert len(inked) > 20
    assert image.pixelColor(39, 0).name() == "#ffffff"


@pytest.mark.parametrize("part", [(2, 2, 8, 8), (12, 12, 14, 10), (20, 5, 15, 30), (0, 30, 40, 10)])
def test_a_part_is_painted_as_it_is_in_the_whole(qapp: QApplication, part: tuple[int, int, int, int]) -> None:
    marks = [Box(Rect(3, 3, 34, 34), 4, fill="#ddeeff", stroke="#112233", weight=2), *(mark for mark, _ in PAINTED)]
    wanted = QRectF(*part)
    whole, piece = (QImage(40, 40, QImage.Format.Format_RGB32) for _ in range(2))
    for image, within in ((whole, None), (piece, wanted)):
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(wanted)
        paint(painter, marks, within)
        painter.end()
    assert piece == whole
