"""A poster: one slide over several sheets of A4, which overlap and say by their marks where to cut."""

from collections.abc import Iterator
from typing import NamedTuple

from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Mark, Path, Text
from modelbuilder.drawing.sheet import MILLIMETRE, Placed, Sheet
from modelbuilder.drawing.sizes import A4, Size, shape
from modelbuilder.drawing.slide import Slide
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight

_MARGIN = 10.0
_OVERLAP = 10.0
_PLEASANT = 1.5
_MARK = 5.0


class Poster(NamedTuple):
    """How many sheets there are across and down, and how large each is, in millimetres."""

    columns: int
    rows: int
    w: float
    h: float

    @property
    def tile(self) -> tuple[float, float]:
        """What is printed of each sheet."""
        return self.w - 2 * _MARGIN, self.h - 2 * _MARGIN

    @property
    def whole(self) -> tuple[float, float]:
        """The poster when it is put together."""
        w, h = self.tile
        return self.columns * w - (self.columns - 1) * _OVERLAP, self.rows * h - (self.rows - 1) * _OVERLAP

    @property
    def size(self) -> Size:
        """The size of the slide that fills it."""
        return shape(*self.whole)


def poster(columns: int, rows: int) -> Poster:
    """Return a poster of so many sheets, which lie or stand as makes its shape the more pleasant."""
    lying, standing = Poster(columns, rows, *A4), Poster(columns, rows, *reversed(A4))

    def oddness(one: Poster) -> float:
        ratio = one.whole[0] / one.whole[1] / _PLEASANT
        return max(ratio, 1 / ratio)

    return min(lying, standing, key=oddness)


def sheets(slide: Slide, cut: Poster) -> Iterator[Sheet]:
    """Yield the sheets of a slide that was laid out for the poster, row by row."""
    scale = cut.whole[0] * MILLIMETRE / slide.w
    w, h = (side * MILLIMETRE for side in cut.tile)
    margin, step = _MARGIN * MILLIMETRE, _OVERLAP * MILLIMETRE
    tile = Rect(margin, margin, w, h)
    for row in range(cut.rows):
        for column in range(cut.columns):
            x, y = margin - column * (w - step), margin - row * (h - step)
            words = f"{slide.name} · row {row + 1} of {cut.rows}, sheet {column + 1} of {cut.columns}"
            number = Text(tile.cx, tile.bottom + 18, words, 7, Weight.REGULAR, style.SECOND, "middle")
            marks = (*_crops(tile), *_seams(tile, step, column, row), number)
            yield Sheet(cut.w * MILLIMETRE, cut.h * MILLIMETRE, (Placed(slide, x, y, scale, tile),), marks)


def _crops(tile: Rect) -> Iterator[Mark]:
    """Yield the marks at the corners, outside what is printed, along which to cut."""
    long, gap = _MARK * MILLIMETRE, MILLIMETRE
    for x, out in ((tile.x, -1), (tile.right, 1)):
        for y, down in ((tile.y, -1), (tile.bottom, 1)):
            yield _stroke(x + out * gap, y, x + out * (gap + long), y)
            yield _stroke(x, y + down * gap, x, y + down * (gap + long))


def _seams(tile: Rect, overlap: float, column: int, row: int) -> Iterator[Mark]:
    """Yield the marks in the margin up to which a sheet is laid over the one before it."""
    long, gap = _MARK * MILLIMETRE, MILLIMETRE
    if column:
        for y, down in ((tile.y, -1), (tile.bottom, 1)):
            yield _stroke(tile.x + overlap, y + down * gap, tile.x + overlap, y + down * (gap + long), (2, 2))
    if row:
        for x, out in ((tile.x, -1), (tile.right, 1)):
            yield _stroke(x + out * gap, tile.y + overlap, x + out * (gap + long), tile.y + overlap, (2, 2))


def _stroke(x: float, y: float, to_x: float, to_y: float, dashes: tuple[float, ...] = ()) -> Path:
    return Path((("M", (x, y)), ("L", (to_x, to_y))), stroke=style.SECOND, weight=0.5, dashes=dashes)
