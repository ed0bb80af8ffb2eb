"""Compare what another program shows of a slide with what we show: every text, every end of a line, every part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from operator import mul
from statistics import median
from typing import NamedTuple

from PIL import Image, ImageFilter

from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Connector, Group, Mark, Text
from modelbuilder.drawing.slide import Slide
from modelbuilder.layout.rect import Point, Rect
from modelbuilder.render.office.drawingml import ASCENT, DESCENT
from modelbuilder.vocabulary.lines import LINES

ALIKE = 0.9
"""How alike the parts of two pictures have to be, on average; 1 is the same."""
_TILE = 32
_PLAIN = 12.0
"""Variance of the greys of a tile below which it shows nothing."""
_OUT = 9.0
"""Units from the end of a line where its ink is looked for, so that it is not that of a card's border."""
_FAINT, _HUE = 0.2, 60
"""How much of its colour a line has at least, being thin and drawn with soft edges, and how far off it may be."""


class Word(NamedTuple):
    """A word on a slide, and the box around it."""

    text: str
    rect: Rect


@dataclass(frozen=True)
class Seen:
    """What another program shows, in slide units."""

    image: Image.Image
    words: Sequence[Word]


class Spot(NamedTuple):
    """A line of text as we show it: its words, the place that it hangs on, and the middle of its height."""

    words: tuple[str, ...]
    anchor: str
    x: float
    y: float


def faults(slide: Slide, ours: Image.Image, seen: Seen, near: float) -> list[str]:
    """Say what another program shows elsewhere, by more than so many units, or not at all."""
    found = list(_texts_missing(slide, seen, near))
    found += _ends_missing(slide, seen.image, near)
    alike = likeness(ours, seen.image)
    if alike < ALIKE:
        found.append(f"the parts of the pictures are alike by {alike:.3f} only")
    return found


def spots(slide: Slide) -> Iterator[Spot]:
    """Yield every line of text of a slide."""
    for mark, x, y, scale in _placed(slide):
        if isinstance(mark, Text) and mark.text.strip():
            middle = y + scale * (mark.y - (ASCENT - DESCENT) / 2 * mark.size)
            yield Spot(tuple(mark.text.split()), mark.anchor, x + scale * mark.x, middle)


def _placed(slide: Slide) -> Iterator[tuple[Mark, float, float, float]]:
    for mark in slide.frame:
        yield mark, 0.0, 0.0, 1.0
    for drawn in slide.diagram:
        x, y = (drawn.x, drawn.y) if isinstance(drawn, Group) else (0.0, 0.0)
        for mark in drawn.marks:
            yield mark, slide.x + slide.scale * x, slide.y + slide.scale * y, slide.scale


def _texts_missing(slide: Slide, seen: Seen, near: float) -> Iterator[str]:
    """Yield each text that is not where it should be, once both pictures are laid over one another."""
    wanted = list(spots(slide))
    found = [_nearest(spot, seen.words) for spot in wanted]
    shifts = [(at.x - spot.x, at.y - spot.y) for spot, at in zip(wanted, found, strict=True) if at is not None]
    dx, dy = (median(shift[axis] for shift in shifts) for axis in (0, 1)) if shifts else (0.0, 0.0)
    for spot, at in zip(wanted, found, strict=True):
        said = " ".join(spot.words)
        if at is None:
            yield f"“{said}” is missing"
        elif max(abs(at.x - dx - spot.x), abs(at.y - dy - spot.y)) > near:
            yield f"“{said}” stands {at.x - dx - spot.x:+.1f}, {at.y - dy - spot.y:+.1f} from where it should"


def _nearest(spot: Spot, words: Sequence[Word]) -> Point | None:
    """Return where the words are shown one after the other, nearest to where they should be."""
    count = len(spot.words)
    rows = [
        words[start : start + count]
        for start in range(len(words) - count + 1)
        if words[start].text == spot.words[0]
        and tuple(word.text for word in words[start : start + count]) == spot.words
    ]
    places = [_hanging(spot.anchor, row[0].rect, row[-1].rect) for row in rows]
    return min(places, key=lambda at: hypot(at.x - spot.x, at.y - spot.y), default=None)


def _hanging(anchor: str, first: Rect, last: Rect) -> Point:
    x = {"start": first.x, "middle": (first.x + last.right) / 2, "end": last.right}[anchor]
    return Point(x, first.cy)


def _ends_missing(slide: Slide, image: Image.Image, near: float) -> Iterator[str]:
    """Yield each line of which there is no ink near one of its ends."""
    pixels = image.convert("RGB")
    for line in slide.diagram:
        if isinstance(line, Connector):
            colour = style.HUES[LINES[line.kind].hue]
            for points in (line.points, line.points[::-1]):
                spot = _outside(slide, points)
                if not _has_ink(pixels, spot, near, colour):
                    yield f"“{line.label}” does not end at {spot.x:.0f}, {spot.y:.0f}"


def _outside(slide: Slide, points: Sequence[Point]) -> Point:
    """Return a place on a line just before its end."""
    end, before = points[0], next((p for p in points[1:] if hypot(p.x - points[0].x, p.y - points[0].y) > 1), points[1])
    length = hypot(before.x - end.x, before.y - end.y) or 1.0
    out = min(_OUT / slide.scale, length / 2)
    x, y = end.x + (before.x - end.x) * out / length, end.y + (before.y - end.y) * out / length
    return Point(slide.x + x * slide.scale, slide.y + y * slide.scale)


def _has_ink(image: Image.Image, spot: Point, near: float, colour: str) -> bool:
    ink = [255 - int(colour[index : index + 2], 16) for index in (1, 3, 5)]
    reach = round(near)
    for y in range(max(0, round(spot.y) - reach), min(image.height, round(spot.y) + reach + 1)):
        for x in range(max(0, round(spot.x) - reach), min(image.width, round(spot.x) + reach + 1)):
            pixel = image.getpixel((x, y))
            assert isinstance(pixel, tuple)
            dark = [255 - value for value in pixel[:3]]
            share = sum(map(mul, dark, ink)) / sum(map(mul, ink, ink))
            if share >= _FAINT and sum(abs(d - share * i) for d, i in zip(dark, ink, strict=True)) <= _HUE:
                return True
    return False


def likeness(one: Image.Image, other: Image.Image, shrink: int = 2) -> float:
    """Return how alike two pictures are: the mean structural similarity of the tiles that show something in either."""
    a, b = (_softened(image, one.size, shrink) for image in (one, other))
    values = [
        _similarity(x, y) for x, y in zip(_tiles(a), _tiles(b), strict=True) if max(_variance(x), _variance(y)) > _PLAIN
    ]
    return sum(values) / len(values) if values else 1.0


def _softened(image: Image.Image, size: tuple[int, int], shrink: int) -> Image.Image:
    """Return a picture in greys at a part of its size, so that soft edges count less than shapes."""
    grey = image.convert("L").resize(size).filter(ImageFilter.GaussianBlur(2))
    return grey.resize((size[0] // shrink, size[1] // shrink))


def _tiles(image: Image.Image) -> Iterator[bytes]:
    for top in range(0, image.height - _TILE + 1, _TILE):
        for left in range(0, image.width - _TILE + 1, _TILE):
            yield image.crop((left, top, left + _TILE, top + _TILE)).tobytes()


def _variance(tile: bytes) -> float:
    mean, squares = sum(tile) / len(tile), sum(value * value for value in tile) / len(tile)
    return squares - mean * mean


def _similarity(x: bytes, y: bytes) -> float:
    """Return the structural similarity of two tiles (Wang and others, 2004)."""
    count = len(x)
    mx, my = sum(x) / count, sum(y) / count
    vx, vy = _variance(x), _variance(y)
    together = sum(a * b for a, b in zip(x, y, strict=True)) / count - mx * my
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    over: float = (2 * mx * my + c1) * (2 * together + c2)
    return over / ((mx * mx + my * my + c1) * (vx + vy + c2))
