"""A handout: two or three slides on an upright sheet of A4, each with what is to be said of it."""

from collections.abc import Iterator, Sequence

from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Box, Mark, Text
from modelbuilder.drawing.sheet import MILLIMETRE, Placed, Sheet
from modelbuilder.drawing.sizes import A4
from modelbuilder.drawing.slide import Slide
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight

_H, _W = (side * MILLIMETRE for side in A4)
_MARGIN = 14 * MILLIMETRE
_GAP = 9 * MILLIMETRE
_BETWEEN = 5 * MILLIMETRE
_SIZE, _LINE = 8.5, 12.0
_SHARE = {2: 0.72, 3: 0.58}
"""How much of a row's height, or of its width where notes stand beside, the slide takes at most."""


def handout(slides: Sequence[Slide], per_sheet: int) -> Iterator[Sheet]:
    """Yield sheets of two slides with their notes below, or of three with their notes beside."""
    row = (_H - 2 * _MARGIN - (per_sheet - 1) * _GAP) / per_sheet
    for start in range(0, len(slides), per_sheet):
        placed: list[Placed] = []
        marks: list[Mark] = []
        for index, slide in enumerate(slides[start : start + per_sheet]):
            area = Rect(_MARGIN, _MARGIN + index * (row + _GAP), _W - 2 * _MARGIN, row)
            spot, notes = (_below if per_sheet == 2 else _beside)(slide, area)
            placed.append(Placed(slide, spot.x, spot.y, spot.w / slide.w))
            marks += [Box(spot, stroke=style.HAIRLINE, weight=0.75), *_notes(slide, notes)]
        number = Text(_W / 2, _H - 18, str(start // per_sheet + 1), 8, Weight.REGULAR, style.SECOND, "middle")
        yield Sheet(_W, _H, tuple(placed), (*marks, number))


def _below(slide: Slide, area: Rect) -> tuple[Rect, Rect]:
    scale = min(area.w / slide.w, area.h * _SHARE[2] / slide.h)
    spot = Rect(area.x, area.y, slide.w * scale, slide.h * scale)
    top = spot.bottom + _BETWEEN
    return spot, Rect(area.x, top, area.w, area.bottom - top)


def _beside(slide: Slide, area: Rect) -> tuple[Rect, Rect]:
    scale = min(area.w * _SHARE[3] / slide.w, area.h / slide.h)
    spot = Rect(area.x, area.y, slide.w * scale, slide.h * scale)
    left = spot.right + _BETWEEN
    return spot, Rect(left, area.y, area.right - left, area.h)


def _notes(slide: Slide, area: Rect) -> Iterator[Text]:
    """Yield as many sentences of the narration as there is room for; where some are left out, a sign says so."""
    most = int(area.h // _LINE)
    sentences = list(slide.narration)
    lines = _wrapped(" ".join(sentences), area)
    while sentences and len(lines) > most:
        sentences.pop()
        lines = _wrapped(" ".join([*sentences, "…"]), area)
    for index, words in enumerate(lines):
        yield Text(area.x, area.y + _SIZE + index * _LINE, words, _SIZE, Weight.REGULAR, style.INK)


def _wrapped(words: str, area: Rect) -> list[str]:
    return text.wrap(words, _SIZE, Weight.REGULAR, area.w) if words else []
