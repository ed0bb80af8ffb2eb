"""A figure: the diagram at full size with its legend below, without title or footer, to stand within other text."""

from modelbuilder.drawing import style
from modelbuilder.drawing.legend import legend
from modelbuilder.drawing.marks import Box, Text, moved
from modelbuilder.drawing.page import Page
from modelbuilder.drawing.slide import EMPTY, Slide
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight

_MARGIN = 16.0
_NARROWEST = 760.0
"""So that a legend of many entries does not become a tower below a narrow diagram."""
_BETWEEN = 28.0


def figure(page: Page) -> Slide:
    """Draw a page as a figure."""
    title = page.model.title or page.document.title or "Leadership model"
    whole = page.bounds()
    if whole is None:
        words = Text(_NARROWEST / 2, 60, EMPTY, 20, Weight.REGULAR, style.SECOND, "middle")
        return Slide(title, (_paper(_NARROWEST, 110), words), (), 1.0, 0.0, 0.0, _NARROWEST, 110)
    whole = whole.grown(6)
    w = round(max(whole.w, _NARROWEST) + 2 * _MARGIN)
    strip = legend(page, _MARGIN, w - 2 * _MARGIN, 0)
    top = _MARGIN + whole.h + _BETWEEN
    h = round(top + strip.rect.h + _MARGIN)
    marks = (moved(mark, 0, top + strip.rect.h) for mark in strip.marks())
    x, y = (w - whole.w) / 2 - whole.x, _MARGIN - whole.y
    return Slide(title, (_paper(w, h), *marks), tuple(page.drawn()), 1.0, x, y, w, h, model_id=page.model_id)


def _paper(w: float, h: float) -> Box:
    return Box(Rect(0, 0, w, h), fill=style.PAPER)
