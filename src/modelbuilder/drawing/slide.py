"""A slide of any shape: title, the diagram fitted, a legend of exactly what it shows, and a footer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.drawing import style
from modelbuilder.drawing.legend import Legend, legend
from modelbuilder.drawing.marks import Box, Drawn, Mark, Text
from modelbuilder.drawing.page import Page
from modelbuilder.drawing.sizes import WIDE, Size
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.vocabulary.tiers import Tier

WIDTH, HEIGHT = WIDE.w, WIDE.h
_MARGIN = 64.0
_TOP = 138.0
_SUBTITLE_SIZE, _SUBTITLE_LINE = 19.0, 26.0
_LARGEST = 1.25
EMPTY = "Nothing has been drawn in this model yet."


class Link(NamedTuple):
    """A part of a slide that leads to where a thing stands on the slide of a model."""

    rect: Rect
    model_id: ModelId
    thing_id: ThingId
    words: str


class Logo(NamedTuple):
    """A picture on a slide: where it stands, and its bytes as PNG or JPEG."""

    rect: Rect
    content: bytes

    @property
    def kind(self) -> str:
        """What it is, as a web page says it."""
        return kind_of(self.content)


def kind_of(picture: bytes) -> str:
    """Say of a PNG or JPEG what it is, as a web page does."""
    return "image/png" if picture.startswith(b"\x89PNG") else "image/jpeg"


class Words(NamedTuple):
    """What a slide says around the diagram and its legend, for programs with places for such words.

    `spoken` is what its presenter says, as written with the model.
    """

    label: str
    subtitle: tuple[str, ...]
    footer: str
    number: int
    spoken: str = ""


class Table(NamedTuple):
    """What a slide says as rows under heads; a row has its own heading, or goes right across with one cell.

    Each cell has its sentences one below the other.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]


@dataclass(frozen=True)
class Slide:
    """Marks of the frame in slide units, and the diagram with the scale and corner it is fitted at.

    `content` are the marks of the frame that are neither heading, legend nor footer.
    A picture of the diagram alone is a slide of another size. `name` is how a list of contents calls it, at a `level`;
    `descriptions` of things and lines, the `narration` of all, and the `table` that it shows, with what continues on
    the next slides, are for those who do not see it.
    `anew` is set where things do not stand as they do on the page.
    """

    title: str
    frame: tuple[Mark, ...]
    diagram: tuple[Drawn, ...]
    scale: float
    x: float
    y: float
    w: float = WIDTH
    h: float = HEIGHT
    inch: float = WIDE.inch
    name: str = ""
    level: int = 0
    model_id: ModelId | None = None
    links: tuple[Link, ...] = ()
    words: Words | None = None
    legend: Legend | None = None
    content: tuple[Mark, ...] = ()
    logo: Logo | None = None
    descriptions: Mapping[ThingId, str] = field(default_factory=dict)
    narration: tuple[str, ...] = ()
    table: Table | None = None
    anew: bool = False

    @property
    def whole(self) -> bool:
        """Whether the slide shows a whole model as it stands on its page: not a part, not arranged anew, no list."""
        return self.model_id is not None and self.legend is not None and self.level == 0 and not self.anew


def slide(page: Page, footer: str, number: int = 1, size: Size = WIDE, remark: str = "") -> Slide:
    """Lay out the slide of a page; a remark is added to what stands below its title."""
    model = page.model
    title = model.title or page.document.title or "Leadership model"
    spoken = "\n".join(part for part in (model.narration, model.notes) if part.strip())
    top, frame, subtitle = heading(title, model.label, model.narration.replace("\n", " "), size, remark)
    width = size.w - 2 * _MARGIN
    strip = legend(page, _MARGIN, width, size.h - 60)
    foot = footing(footer, number, size)
    area = _area(top, strip, size)
    blank = Slide(
        title,
        (*frame, *strip.marks(), *foot),
        (),
        1,
        0,
        0,
        *size,
        words=Words(model.label, tuple(subtitle), foot[0].text, number, spoken),
        legend=strip,
        name=f"{model.label}  {' '.join(title.split())}",
        model_id=page.model_id,
    )
    whole = page.bounds()
    if whole is None:
        empty = Text(size.w / 2, size.h / 2 - 20, EMPTY, 24, Weight.REGULAR, style.SECOND, "middle")
        return replace(blank, frame=(*blank.frame, empty), content=(empty,))
    whole = whole.grown(6)
    scale = min(area.w / whole.w, area.h / whole.h, _LARGEST)
    x, y = area.cx - whole.cx * scale, area.cy - whole.cy * scale
    return replace(blank, diagram=tuple(page.drawn()), scale=scale, x=x, y=y)


def room_for(page: Page, size: Size = WIDE) -> tuple[float, float]:
    """Return the width and height that a slide has for the diagram of a page."""
    top, _, _ = heading("", page.model.label, page.model.narration.replace("\n", " "), size)
    area = _area(top, legend(page, _MARGIN, size.w - 2 * _MARGIN, size.h - 60), size)
    return area.w, area.h


def _area(top: float, strip: Legend, size: Size) -> Rect:
    return Rect(_MARGIN, top, size.w - 2 * _MARGIN, strip.rect.y - 24 - top)


def heading(title: str, label: str, subtitle: str, size: Size, remark: str = "") -> tuple[float, list[Mark], list[str]]:
    """Return where what follows may begin, the paper with title, letter and at most two lines below, and these."""
    accent = style.TIERS[Tier.EXECUTIVE]
    letters = max(58.0, text.width(label, 36, Weight.BOLD) + 28)
    left = _MARGIN + letters + 20
    room = size.w - _MARGIN - left
    lines = _below(subtitle, remark, room)
    marks: list[Mark] = [
        Box(Rect(0, 0, size.w, size.h), fill=style.PAPER),
        Box(Rect(0, 0, 14, size.h), fill=accent),
        Box(Rect(_MARGIN, 46, letters, 58), 12, fill=accent),
        Text(_MARGIN + letters / 2, 88, label, 36, Weight.BOLD, style.PAPER, "middle"),
        Text(left, 79 if lines else 89, text.elide(title, 38, Weight.BOLD, room), 38, Weight.BOLD, style.INK),
    ]
    for index, words in enumerate(lines):
        y = 110 + _SUBTITLE_LINE * index
        marks.append(Text(left, y, words, _SUBTITLE_SIZE, Weight.REGULAR, style.SECOND))
    return _TOP + _SUBTITLE_LINE * max(0, len(lines) - 1), marks, lines


def _below(subtitle: str, remark: str, room: float) -> list[str]:
    """Break what stands below a title into two lines at most; a remark is never what is cut."""
    whole = " ".join(part for part in (subtitle, remark) if part.strip())
    lines = text.wrap(whole, _SUBTITLE_SIZE, Weight.REGULAR, room) if whole else []
    if len(lines) > 2:
        most = 1 if remark else 2
        lines = text.wrap(subtitle, _SUBTITLE_SIZE, Weight.REGULAR, room, most)
        lines += text.wrap(remark, _SUBTITLE_SIZE, Weight.REGULAR, room, 1) if remark else []
    return lines


def footing(footer: str, number: int, size: Size) -> list[Text]:
    """Return the words and the number at the foot of a slide."""
    right, y = size.w - _MARGIN, size.h - 26
    words = text.elide(footer, 14, Weight.REGULAR, right - _MARGIN - 60)
    return [
        Text(_MARGIN, y, words, 14, Weight.REGULAR, style.SECOND),
        Text(right, y, str(number), 14, Weight.SEMIBOLD, style.SECOND, "end"),
    ]


def without_paper(slide: Slide) -> Slide:
    """Return a slide that lets through whatever it is laid on."""
    paper = Box(Rect(0, 0, slide.w, slide.h), fill=style.PAPER)
    return replace(slide, frame=tuple(mark for mark in slide.frame if mark != paper))
