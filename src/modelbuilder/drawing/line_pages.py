"""Slides that list the lines of a model which are drawn neither on its overview nor on any of its parts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from modelbuilder.accountability import wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId
from modelbuilder.drawing import style
from modelbuilder.drawing.line_rows import line_rows
from modelbuilder.drawing.marks import Box, Group, Mark, Text
from modelbuilder.drawing.page import Page
from modelbuilder.drawing.sizes import Size
from modelbuilder.drawing.slide import Slide, Words, footing, heading
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight

TITLE = "Further lines"
_Cells: TypeAlias = tuple[str, ...]
_MARGIN, _GAP = 64.0, 24.0
_ROW, _HEAD, _SIZE, _SMALL = 46.0, 40.0, 18.0, 15.0
_HEADS = ("From", "Slide", "Line", "To", "Slide")
_SHARES = (0.33, 0.07, 0.2, 0.33, 0.07)
"""Of the width of a slide, for each column."""


def undrawn(page: Page, parts: Sequence[Page]) -> frozenset[ThingId]:
    """Return the lines that are drawn on the page of a model and on none of its overview and parts."""
    return frozenset(page.links.drawn) - {line_id for part in parts for line_id in part.links.drawn}


def line_pages(
    page: Page, ask: Questions, lines: frozenset[ThingId], shown: Sequence[Slide], footer: str, size: Size
) -> Iterator[Slide]:
    """Yield slides that list lines with the numbers of the slides that their ends are on; none without lines."""
    numbers = dict(_numbers(shown))
    rows = list(_rows(page, ask, lines, numbers))
    count = wording.upper_first(wording.counted(len(rows), "line"))
    number = max((one.words.number for one in shown if one.words), default=0)
    subtitle = f"{count} of this model {'is' if len(rows) == 1 else 'are'} not drawn on its slides."
    while rows:
        number += 1
        top, frame, told = heading(TITLE, page.model.label, subtitle, size)
        room = int((size.h - 70 - top - _HEAD) // _ROW)
        content = tuple(_table(rows[:room], top + 8, size))
        rows = rows[room:]
        foot = footing(footer, number, size)
        words = Words(page.model.label, tuple(told), foot[0].text, number)
        marks = (*frame, *content, *foot)
        yield Slide(TITLE, marks, (), 1, 0, 0, *size, name=TITLE, level=1, words=words, content=content)


def _numbers(shown: Sequence[Slide]) -> Iterator[tuple[ThingId, int]]:
    """Yield things with the number of the part that they are first on, or else of the overview."""
    numbered = [(one.level, -one.words.number, one) for one in shown if one.words]
    for _, number, one in sorted(numbered, key=lambda row: row[:2]):  # the last to say so is right
        yield from ((thing.thing_id, -number) for thing in one.diagram if isinstance(thing, Group))


def _rows(
    page: Page, ask: Questions, lines: frozenset[ThingId], numbers: Mapping[ThingId, int]
) -> Iterator[tuple[str, ...]]:
    """Yield the rows by the kind of line."""
    for row in line_rows(ask):
        if row.line_id in lines:
            line = page.model.lines[row.line_id]
            ends = (page.links.anchors.get(end, end) for end in (line.source, line.target))
            first, last = (str(numbers.get(end, "–")) for end in ends)
            yield row.source, first, row.line, wording.upper_first(row.target), last


def _table(rows: Sequence[_Cells], top: float, size: Size) -> Iterator[Mark]:
    """Yield a head and rows with a line above each."""
    whole = size.w - 2 * _MARGIN
    lefts = [_MARGIN + sum(_SHARES[:index]) * whole for index in range(len(_SHARES))]
    rooms = [share * whole - _GAP for share in _SHARES]
    for words, left in zip(_HEADS, lefts, strict=True):
        yield Text(left, top + 24, words, _SMALL, Weight.SEMIBOLD, style.SECOND)
    for index, row in enumerate(rows):
        y = top + _HEAD + _ROW * index
        yield Box(Rect(_MARGIN, y - 4, whole, 1), fill=style.HAIRLINE)
        for column, (words, left, room) in enumerate(zip(row, lefts, rooms, strict=True)):
            weight = Weight.SEMIBOLD if column in (0, 3) else Weight.REGULAR
            ink = style.SECOND if column in (1, 4) else style.INK
            yield Text(left, y + 26, text.elide(words, _SIZE, weight, room), _SIZE, weight, ink)
