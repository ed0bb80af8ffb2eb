"""From far away: what lies over what, and a part of a page is painted as it is in the whole."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from modelbuilder.canvas.far import FarPage
from modelbuilder.document.records import Document
from modelbuilder.drawing import style
from modelbuilder.drawing.page import draw
from modelbuilder.vocabulary.tiers import Tier
from play import scene

pytestmark = pytest.mark.usefixtures("qapp")
_ZOOM = 0.05
_WIDE, _HIGH = 600, 400

_NESTED = """
group "Family" kind=cluster as=T
group "North" kind=executive_partnership as=N
N in T
school "Oakfield" as=O
O in N
post H role=headteacher at=O
post X role=executive_headteacher at=N
H accountable_to X
"""
_PLACES = {
    "T": (100, 100, 11_000, 7_000),
    "N": (500, 900, 9_900, 5_000),
    "O": (5_000, 1_000, 2_000, 2_000),
    "H": (300, 700),
    "X": (8_000, 300),
}


def _painted(document: Document, seen: QRectF) -> QImage:
    """Paint what is seen of a page, and nothing beside it."""
    image = QImage(_WIDE, _HIGH, QImage.Format.Format_RGB32)
    image.fill(QColor(style.BOARD))
    painter = QPainter(image)
    painter.scale(_ZOOM, _ZOOM)
    painter.setClipRect(seen)
    far = FarPage()
    far.rebuild(draw(document, document.order[0]))
    far.paint(painter, seen)
    painter.end()
    return image


def test_what_stands_in_a_box_is_seen_on_it() -> None:
    document = scene(_NESTED, _PLACES)
    page = draw(document, document.order[0])
    image = _painted(document, QRectF(0, 0, _WIDE / _ZOOM, _HIGH / _ZOOM))

    def seen(title: str) -> str:
        rect = next(page.rects[one] for one, face in page.faces.items() if face.title.startswith(title))
        return image.pixelColor(int((rect.x + 60) * _ZOOM), int((rect.y + 40) * _ZOOM)).name().upper()

    assert seen("Family") == style.TINTS[Tier.OUTSIDE]
    assert seen("North") == style.TINTS[Tier.EXECUTIVE]
    assert seen("Oakfield") == style.PAPER
    assert seen("Headteacher") == style.TIERS[Tier.SCHOOL]
    assert seen("Executive") == style.TIERS[Tier.EXECUTIVE]


@pytest.mark.parametrize(
    "part", [(0, 0, 4_000, 4_000), (5_900, 1_800, 900, 900), (6_000, 2_000, 3_500, 900), (8_500, 200, 3_000, 7_500)]
)
def test_a_part_is_painted_as_it_is_in_the_whole(part: tuple[float, float, float, float]) -> None:
    document, seen = scene(_NESTED, _PLACES), QRectF(*part)
    whole = _painted(document, QRectF(0, 0, _WIDE / _ZOOM, _HIGH / _ZOOM))
    pixels = QRectF(seen.x() * _ZOOM, seen.y() * _ZOOM, seen.width() * _ZOOM, seen.height() * _ZOOM)
    inner = pixels.toRect().adjusted(1, 1, -1, -1)
    found = _painted(document, seen).copy(inner)
    assert found == whole.copy(inner)
    assert len({found.pixel(x, y) for x in range(found.width()) for y in range(found.height())}) > 1
