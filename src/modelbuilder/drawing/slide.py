"""A slide of 16:9: title, the diagram fitted, a legend of exactly what it shows, and a footer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from modelbuilder.document.ids import ThingId
from modelbuilder.drawing import style
from modelbuilder.drawing.legend import Legend, legend
from modelbuilder.drawing.marks import Box, Drawn, Mark, Text
from modelbuilder.drawing.page import Page
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.vocabulary.tiers import Tier

WIDTH, HEIGHT = 1920.0, 1080.0
_LEFT, _RIGHT = 64.0, 1856.0
_TOP = 138.0
_SUBTITLE_SIZE, _SUBTITLE_LINE = 19.0, 26.0
_LARGEST = 1.25


class Words(NamedTuple):
    """What a slide says around the diagram and its legend, for programs with places for such words.

    `spoken` is what its presenter says, as written with the model.
    """

    label: str
    subtitle: tuple[str, ...]
    footer: str
    number: int
    spoken: str = ""


@dataclass(frozen=True)
class Slide:
    """Marks of the frame in slide units, and the diagram with the scale and corner it is fitted at.

    A picture of the diagram alone is a slide of another size. `descriptions`
    of things and lines, and the `narration` of all, are for those who do not see it.
    """

    title: str
    frame: tuple[Mark, ...]
    diagram: tuple[Drawn, ...]
    scale: float
    x: float
    y: float
    w: float = WIDTH
    h: float = HEIGHT
    words: Words | None = None
    legend: Legend | None = None
    descriptions: Mapping[ThingId, str] = field(default_factory=dict)
    narration: tuple[str, ...] = ()


def slide(page: Page, footer: str, number: int = 1) -> Slide:
    """Lay out the slide of a page."""
    accent = style.TIERS[Tier.EXECUTIVE]
    model = page.model
    title = model.title or page.document.title or "Leadership model"
    frame: list[Mark] = [
        Box(Rect(0, 0, WIDTH, HEIGHT), fill=style.PAPER),
        Box(Rect(0, 0, 14, HEIGHT), fill=accent),
    ]
    letters = max(58.0, text.width(model.label, 36, Weight.BOLD) + 28)
    left = _LEFT + letters + 20
    room = _RIGHT - left
    notes = model.notes.replace("\n", " ")
    subtitle = text.wrap(notes, _SUBTITLE_SIZE, Weight.REGULAR, room, most=2) if notes.strip() else []
    frame += [
        Box(Rect(_LEFT, 46, letters, 58), 12, fill=accent),
        Text(_LEFT + letters / 2, 88, model.label, 36, Weight.BOLD, style.PAPER, "middle"),
        Text(left, 79 if subtitle else 89, text.elide(title, 38, Weight.BOLD, room), 38, Weight.BOLD, style.INK),
    ]
    for index, words in enumerate(subtitle):
        y = 110 + _SUBTITLE_LINE * index
        frame.append(Text(left, y, words, _SUBTITLE_SIZE, Weight.REGULAR, style.SECOND))
    strip = legend(page, _LEFT, _RIGHT - _LEFT, 1020)
    frame += strip.marks()
    words = text.elide(footer, 14, Weight.REGULAR, 1600)
    frame.append(Text(_LEFT, 1054, words, 14, Weight.REGULAR, style.SECOND))
    frame.append(Text(_RIGHT, 1054, str(number), 14, Weight.SEMIBOLD, style.SECOND, "end"))
    top = _TOP + _SUBTITLE_LINE * max(0, len(subtitle) - 1)
    area = Rect(_LEFT, top, _RIGHT - _LEFT, strip.rect.y - 24 - top)
    said = Words(model.label, tuple(subtitle), words, number, model.narration)
    whole = page.bounds()
    if whole is None:
        empty = Text(
            WIDTH / 2, 520, "Nothing has been drawn in this model yet.", 24, Weight.REGULAR, style.SECOND, "middle"
        )
        return Slide(title, (*frame, empty), (), 1, 0, 0, words=said, legend=strip)
    whole = whole.grown(6)
    scale = min(area.w / whole.w, area.h / whole.h, _LARGEST)
    x = area.cx - whole.cx * scale
    y = area.cy - whole.cy * scale
    return Slide(title, tuple(frame), tuple(page.drawn()), scale, x, y, words=said, legend=strip)
