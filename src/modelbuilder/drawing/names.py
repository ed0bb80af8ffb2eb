"""The names of lines: each set on a free stretch of its own line, or beside it, over nothing else."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from modelbuilder.drawing import style
from modelbuilder.layout import text
from modelbuilder.layout.rect import Point, Rect
from modelbuilder.layout.text import Weight
from modelbuilder.vocabulary.lines import LINES

Taken = Callable[[Rect], Iterable[Rect]]
"""Tells what lies in a part of the page that a name must not cover."""

_PLAIN = frozenset({"accountable_to", "governs"})
_OVER, _UNDER, _ASIDE = 9.0, 17.0, 9.0
_SECOND = 30.0
_ENDS = 10.0
_CLEAR = 3.5
_TAG_HEIGHT = 20.0
_ASCENT, _HEIGHT = 0.77, 1.01


class Name(NamedTuple):
    """What a line says of itself: words on a baseline around `x`, in a frame when they are its tag.

    `rect` is what they cover, and `reach` the part of the page that their place depends on.
    """

    words: str
    x: float
    y: float
    framed: bool
    rect: Rect
    reach: Rect


def is_named(kind_key: str) -> bool:
    """Tell whether lines of a kind carry a name at all: the legend does for the plain ones."""
    return kind_key not in _PLAIN


def reach_of(kind_key: str, points: tuple[Point, ...]) -> Rect:
    """Return the part of the page that the place of a line's name depends on."""
    xs, ys = [point.x for point in points], [point.y for point in points]
    x, y = min(xs), min(ys)
    return Rect(x, y, max(xs) - x, max(ys) - y).grown(_width(LINES[kind_key].label) + 30)


def set_name(kind_key: str, points: tuple[Point, ...], taken: Taken, others: Taken, edges: Taken) -> Name:
    """Set the name of a line where it covers nothing, best on its longest level run.

    `taken` tells of cards, lines and names, `others` of the same without the line itself, and `edges`
    of the edges of boxes, which a name covers only along its line and for want of other room. Without
    any room a name is left out, for the legend explains the line; a tag stands on its line all the same.
    """
    label, tag = LINES[kind_key].label, LINES[kind_key].tag
    reach = reach_of(kind_key, points)
    if spot := _free(_slots(points, _width(label)), lambda spot: [*taken(spot), *edges(spot)]):
        return _name(label, *spot, reach)
    if tag and (spot := _free(_tag_slots(points, _tag_width(tag)), others)):
        return _tag(tag, *spot, reach)
    along = (slots for slots in _slots(points, _width(label)) if not slots[0].upright)
    if spot := _free(along, taken):
        return _name(label, *spot, reach)
    return _tag(tag, *_longest(points), reach) if tag else _nothing(points, reach)


def quick_name(kind_key: str, points: tuple[Point, ...]) -> Name:
    """Set the name of a line over its longest level run whatever is there: while a hand moves it."""
    label, tag = LINES[kind_key].label, LINES[kind_key].tag
    reach = reach_of(kind_key, points)
    level = [(a, b) for a, b in pairwise(points) if abs(a.y - b.y) < 0.01]
    if level:
        a, b = max(level, key=lambda run: abs(run[0].x - run[1].x))
        if abs(a.x - b.x) >= _width(label) + 36:
            return _name(label, (a.x + b.x) / 2, a.y - _OVER, reach)
    if tag:
        return _tag(tag, *_longest(points), reach)
    return _nothing(points, reach)


def _free(sides: Iterable[tuple["_Slot", ...]], taken: Taken) -> tuple[float, float] | None:
    """Return the middle and the baseline of words in the first run with room: on its better side."""
    for slots in sides:
        best: tuple[float, _Slot, float] | None = None
        for slot in slots:
            centre = slot.centre(taken) if best is None or best[0] > _SECOND else None
            if centre is not None and (best is None or slot.strays(centre) < best[0]):
                best = slot.strays(centre), slot, centre
        if best is not None:
            return best[1].middle(best[2])
    return None


class _Slot(NamedTuple):
    """A band along a run in which words of a size may slide to and fro."""

    upright: bool
    low: float
    high: float
    across: Rect
    w: float
    h: float
    base: float
    second: bool = False

    def strays(self, centre: float) -> float:
        """Return how far a place is from the best one; the second side of a run counts as some way."""
        return abs(centre - (self.low + self.high) / 2) + _SECOND * self.second

    def centre(self, taken: Taken) -> float | None:
        """Return the free place nearest to the middle of the run, or None."""
        half = (self.h if self.upright else self.w) / 2
        first, last = self.low + half, self.high - half
        if first > last:
            return None
        blocked: list[tuple[float, float]] = []
        for rect in taken(self.across.grown(_CLEAR)):
            low, high = (rect.y, rect.bottom) if self.upright else (rect.x, rect.right)
            blocked.append((low - half - _CLEAR, high + half + _CLEAR))
        middle = (first + last) / 2
        ends = [end for pair in blocked for end in pair if first <= end <= last]
        for at in sorted([middle, *ends], key=lambda at: (abs(at - middle), at)):
            if not any(low < at < high for low, high in blocked):
                return at
        return None

    def middle(self, centre: float) -> tuple[float, float]:
        """Return the middle and the baseline of words that stand at a centre."""
        return (self.across.cx, centre + self.base) if self.upright else (centre, self.base)


def _slots(points: tuple[Point, ...], w: float) -> Iterator[tuple[_Slot, ...]]:
    """Yield the bands over and under, or to both sides of, each run of a line: the longest level run first."""
    h = _HEIGHT * style.LABEL_SIZE
    runs = list(pairwise(points))
    for a, b in sorted(runs, key=lambda run: -abs(run[0].x - run[1].x)):
        low, high = min(a.x, b.x) + _ENDS, max(a.x, b.x) - _ENDS
        if high - low < w:
            break
        bases = a.y - _OVER, a.y + _UNDER
        bands = [Rect(low, base - _ASCENT * style.LABEL_SIZE, high - low, h) for base in bases]
        yield tuple(
            _Slot(False, low, high, band, w, h, base, base > a.y) for band, base in zip(bands, bases, strict=True)
        )
    for a, b in sorted(runs, key=lambda run: -abs(run[0].y - run[1].y)):
        low, high = min(a.y, b.y) + _CLEAR, max(a.y, b.y) - _CLEAR
        if high - low < h:
            break
        bands = [Rect(x, low, w, high - low) for x in (a.x + _ASIDE, a.x - _ASIDE - w)]
        base = _ASCENT * style.LABEL_SIZE - h / 2
        yield tuple(_Slot(True, low, high, band, w, h, base, band.x < a.x) for band in bands)


def _tag_slots(points: tuple[Point, ...], w: float) -> Iterator[tuple[_Slot]]:
    """Yield the bands on the runs of a line, the longest first."""
    h = _TAG_HEIGHT
    for a, b in sorted(pairwise(points), key=lambda run: -abs(run[0].x - run[1].x) - abs(run[0].y - run[1].y)):
        if abs(a.y - b.y) < 0.01:
            low, high = sorted((a.x, b.x))
            yield (_Slot(False, low, high, Rect(low, a.y - h / 2, high - low, h), w, h, a.y),)
        else:
            low, high = sorted((a.y, b.y))
            yield (_Slot(True, low, high, Rect(a.x - w / 2, low, w, high - low), w, h, 0.0),)


def _longest(points: tuple[Point, ...]) -> tuple[float, float]:
    a, b = max(pairwise(points), key=lambda run: abs(run[0].x - run[1].x) + abs(run[0].y - run[1].y))
    return (a.x + b.x) / 2, (a.y + b.y) / 2


def _nothing(points: tuple[Point, ...], reach: Rect) -> Name:
    return Name("", 0, 0, False, Rect(*points[0], 0, 0), reach)


def _name(words: str, x: float, y: float, reach: Rect) -> Name:
    w = _width(words)
    rect = Rect(x - w / 2, y - _ASCENT * style.LABEL_SIZE, w, _HEIGHT * style.LABEL_SIZE)
    return Name(words, x, y, False, rect, reach)


def _tag(words: str, x: float, y: float, reach: Rect) -> Name:
    w = _tag_width(words)
    return Name(words, x, y + 4.5, True, Rect(x - w / 2, y - _TAG_HEIGHT / 2, w, _TAG_HEIGHT), reach)


@lru_cache(maxsize=256)
def _width(label: str) -> float:
    return text.width(label, style.LABEL_SIZE, Weight.SEMIBOLD)


@lru_cache(maxsize=256)
def _tag_width(tag: str) -> float:
    return text.width(tag, style.SMALL_SIZE, Weight.SEMIBOLD) + 12
