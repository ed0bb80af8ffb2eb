"""Outlines of letters: as large, as wide and as filled as Qt draws them, also those made of several parts."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QRawFont, QTransform
from PySide6.QtWidgets import QApplication

from modelbuilder.layout import text
from modelbuilder.layout.outlines import outline
from modelbuilder.layout.text import Weight, font_path
from modelbuilder.render.qt import painter_path

LETTERS = "AgQ&@8%iŵŷŴẂŻółźćâÉßÆ“”…–·ΩЖ"


def drawn_by_qt(letter: str, size: float, weight: Weight) -> QPainterPath:
    font = QRawFont(font_path(weight), 2048)
    [glyph] = font.glyphIndexesForString(letter)
    path = font.pathForGlyph(glyph)
    scale = size / 2048
    return path * QTransform.fromScale(scale, scale)


@pytest.mark.parametrize("weight", Weight)
def test_every_letter_is_the_one_that_qt_draws(qapp: QApplication, weight: Weight) -> None:
    for letter in LETTERS:
        ours, theirs = painter_path(outline(letter, 0, 0, 1000, weight)), drawn_by_qt(letter, 1000, weight)
        ours.setFillRule(theirs.fillRule())
        box, other = ours.boundingRect(), theirs.boundingRect()
        assert (box.x(), box.y(), box.width(), box.height()) == pytest.approx(
            (other.x(), other.y(), other.width(), other.height()), abs=1.5
        ), letter
        grid = [((x + 0.5) / 13, (y + 0.5) / 13) for x in range(13) for y in range(13)]
        points = [QPointF(other.x() + other.width() * x, other.y() + other.height() * y) for x, y in grid]
        alike = sum(ours.contains(point) == theirs.contains(point) for point in points)
        assert alike >= len(points) - 1, letter


def test_letters_follow_one_another_as_far_apart_as_they_are_measured() -> None:
    size, weight = 20.0, Weight.SEMIBOLD
    one = outline("H", 5 + text.width("Ŵy", size, weight), 30, size, weight)
    assert outline("ŴyH", 5, 30, size, weight)[-len(one) :] == one


def test_a_blank_and_nothing_draw_nothing() -> None:
    assert outline(" ", 0, 0, 20, Weight.REGULAR) == ()
    assert outline("", 0, 0, 20, Weight.REGULAR) == ()


def test_a_letter_that_no_font_has_is_drawn_as_its_empty_box() -> None:
    assert outline("\x07", 0, 0, 20, Weight.REGULAR) == outline("\U000100ff", 0, 0, 20, Weight.REGULAR) != ()
