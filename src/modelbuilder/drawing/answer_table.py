"""A table of answers, a column for each model: rows that wrap, over as many slides as it takes, never too small."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Box, Mark, Text
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.vocabulary.tiers import Tier

MARGIN, GAP = 64.0, 24.0
SIZE, LINE = 20.0, 27.0
"""Ten points on a slide, and the step from line to line."""
_PAD, _BETWEEN = 9.0, 6.0
_SIDE = 0.135
"""The share of the width that the headings of rows take."""
_NOTE = 12.0
"""How far the words of a note are from its edges."""
_MOST = 12
"""So many lines of one note stay on one slide."""
HEAD = 50.0
_CHIP = 34.0
_SMALL = 18.0
"""Of a title that takes two lines."""


class Said(NamedTuple):
    """What stands in a cell: words, for those of a sticky note its colour, and in what ink."""

    words: str
    note: str = ""
    quiet: bool = False


class Answers(NamedTuple):
    """A row: what is asked, and what each model says; words without a heading go right across."""

    heading: str
    cells: tuple[tuple[Said, ...], ...]
    across: bool = False


class Columns(NamedTuple):
    """Where the headings of rows stand, and each model."""

    side: Rect
    models: tuple[Rect, ...]


def columns(count: int, w: float) -> Columns:
    """Share the width of a slide among the headings and so many models."""
    whole = w - 2 * MARGIN
    side = max(200.0, whole * _SIDE)
    each = (whole - side - count * GAP) / count
    rects = (Rect(MARGIN + side + GAP + at * (each + GAP), 0, each, 0) for at in range(count))
    return Columns(Rect(MARGIN, 0, side, 0), tuple(rects))


class _Piece(NamedTuple):
    """Lines that stay together."""

    lines: tuple[str, ...]
    note: str
    quiet: bool
    above: float

    @property
    def h(self) -> float:
        return self.above + LINE * len(self.lines) + (2 * _NOTE if self.note else 0)


class Laid(NamedTuple):
    """A row whose words are broken into lines."""

    heading: tuple[str, ...]
    cells: tuple[tuple[_Piece, ...], ...]
    across: bool

    @property
    def h(self) -> float:
        """How high it is."""
        cells = (sum(piece.h for piece in cell) for cell in self.cells)
        return max(LINE * len(self.heading), *cells, 0.0) + 2 * _PAD

    def split(self, room: float) -> tuple["Laid", "Laid"]:
        """Part what fits from what does not; at least one piece of each cell is taken."""
        first, rest = [], []
        for cell in self.cells:
            taken, left = 0, room - 2 * _PAD
            while taken < len(cell) and (taken == 0 or cell[taken].h <= left):
                left -= cell[taken].h
                taken += 1
            first.append(cell[:taken])
            rest.append(cell[taken:])
        return self._replace(cells=tuple(first)), self._replace(cells=tuple(rest))


def laid(rows: Iterable[Answers], where: Columns) -> list[Laid]:
    """Break the words of rows into lines."""
    return [_laid(row, where) for row in rows]


def _laid(row: Answers, where: Columns) -> Laid:
    heading = text.wrap(row.heading, SIZE, Weight.SEMIBOLD, where.side.w) if row.heading else []
    whole = where.models[-1].right - where.side.x
    rooms = [whole] if row.across else [rect.w for rect in where.models]
    cells = (tuple(_pieces(cell, room)) for cell, room in zip(row.cells, rooms, strict=True))
    return Laid(tuple(heading), tuple(cells), row.across)


def _pieces(cell: Sequence[Said], room: float) -> Iterator[_Piece]:
    for index, said in enumerate(cell):
        lines = text.wrap(said.words, SIZE, Weight.REGULAR, room - (2 * _NOTE if said.note else 0))
        together = _MOST if said.note else 1
        for at in range(0, len(lines), together):
            above = _BETWEEN if at == 0 and index else 0.0
            yield _Piece(tuple(lines[at : at + together]), said.note, said.quiet, above)


def paged(rows: Iterable[Laid], first: float, later: float) -> list[list[Laid]]:
    """Share rows among slides, of which the first has so much room, and each later one so much.

    A row that no slide could hold is parted between its lines.
    """
    found: list[list[Laid]] = [[]]
    left = first
    for row in rows:
        if row.h > left and row.h <= later:
            found.append([])
            left = later
        while row.h > left:
            if left < later and left < 4 * LINE:
                found.append([])
                left = later
                continue
            part, row = row.split(left)  # noqa: PLW2901
            found[-1].append(part)
            if not any(row.cells):
                break
            found.append([])
            left = later
        else:
            found[-1].append(row)
            left -= row.h
    return found


def row_marks(rows: Iterable[Laid], where: Columns, top: float) -> Iterator[Mark]:
    """Yield rows from the top down, each with a line above."""
    for row in rows:
        yield Box(Rect(where.side.x, top, where.models[-1].right - where.side.x, 1), fill=style.HAIRLINE)
        baseline = top + _PAD + SIZE
        for index, words in enumerate(row.heading):
            yield Text(where.side.x, baseline + LINE * index, words, SIZE, Weight.SEMIBOLD, style.INK)
        for rect, cell in zip((where.side,) if row.across else where.models, row.cells, strict=True):
            yield from _cell(cell, rect, top + _PAD)
        top += row.h


def _cell(cell: Sequence[_Piece], rect: Rect, y: float) -> Iterator[Mark]:
    for piece in cell:
        y += piece.above
        inset = _NOTE if piece.note else 0.0
        if piece.note:
            box = Rect(rect.x, y, rect.w, piece.h - piece.above)
            ground, edge = style.NOTES[piece.note]
            yield Box(box, 4, fill=ground, stroke=edge, weight=1)
        ink = style.SECOND if piece.quiet else style.INK
        for index, words in enumerate(piece.lines):
            yield Text(rect.x + inset, y + inset + SIZE + LINE * index, words, SIZE, Weight.REGULAR, ink)
        y += piece.h - piece.above


def head_marks(labels: Sequence[str], titles: Sequence[str], where: Columns, top: float) -> Iterator[Mark]:
    """Yield the heads of the columns: letter and title of each model."""
    accent = style.TIERS[Tier.EXECUTIVE]
    for label, title, rect in zip_longest(labels, titles, where.models, fillvalue=""):
        assert isinstance(rect, Rect)
        chip = max(_CHIP, text.width(label, SIZE, Weight.BOLD) + 18)
        yield Box(Rect(rect.x, top, chip, _CHIP), 8, fill=accent)
        yield Text(rect.x + chip / 2, top + 24, label, SIZE, Weight.BOLD, style.PAPER, "middle")
        left, room, words = rect.x + chip + 12, rect.w - chip - 12, " ".join(title.split())
        if text.width(words, SIZE, Weight.SEMIBOLD) <= room:
            yield Text(left, top + 24, words, SIZE, Weight.SEMIBOLD, style.INK)
            continue
        lines = text.wrap(words, _SMALL, Weight.SEMIBOLD, room, most=2)
        first = top + (14 if len(lines) > 1 else 24)
        for index, line in enumerate(lines):
            yield Text(left, first + 22 * index, line, _SMALL, Weight.SEMIBOLD, style.INK)
