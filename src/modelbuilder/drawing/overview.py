"""The overview of a model that cannot be read on one slide: its boxes folded, or a list of the slides that follow."""

from collections.abc import Iterator, Sequence
from itertools import chain

from modelbuilder.document import edits
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import held_by
from modelbuilder.document.records import Document, Model
from modelbuilder.drawing import style
from modelbuilder.drawing.arrangement import tidy
from modelbuilder.drawing.excerpt import parts
from modelbuilder.drawing.marks import Box, Mark, Text
from modelbuilder.drawing.page import Page, draw
from modelbuilder.drawing.portions import LEGIBLE, MOST, Portion, letters
from modelbuilder.drawing.sizes import Size
from modelbuilder.drawing.slide import Slide, Words, footing, heading, slide
from modelbuilder.drawing.veil import Veil
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.stacks import ROW_OF_BOXES
from modelbuilder.layout.text import Weight

_MARGIN, _GAP = 64.0, 40.0
_ROW, _SIZE, _SMALL, _NUMBER = 44.0, 20.0, 18.0, 58.0
_WIDE = 1500.0
"""Slide units from which on there is room for two columns."""
_FEW = 8
"""As many portions stand in one column before there is a second."""
_REMARK = "Overview: 99 slides with its parts follow, then further lines in words."


def folded(document: Document, model_id: ModelId, size: Size) -> Page | None:
    """Draw a model with its boxes folded so far that it can be read; None where no folding does.

    Where it is still too much, only they are shown beside the boxes whom somebody inside answers to.
    """
    model = document.models[model_id]
    first = parts(document, model_id)
    within = edits.inside(model, first)
    levels = [frozenset(model.placements), _innermost(model) & within, frozenset(first)]
    for hidden in (frozenset[ThingId](), _far(model, within)):
        for folds in dict.fromkeys(levels):
            for across in (ROW_OF_BOXES, 6, 5, 4, 3) if 0 < len(folds) <= MOST else ():
                veil = Veil(folds, hidden)
                page = draw(tidy(document, model_id, veil, across=across), model_id, veil=veil)
                if letters(slide(page, "", 1, size, _REMARK)) >= LEGIBLE:
                    return page
    return None


def _far(model: Model, within: set[ThingId]) -> frozenset[ThingId]:
    """Return what stands outside the boxes and is nobody to whom something in them answers."""
    near = {line.target for line in model.lines.values() if line.kind == "accountable_to" and line.source in within}
    outside = (model.posts.keys() | model.bodies.keys() | model.figures.keys() | model.stickies.keys()) - within
    return frozenset(outside - near)


def _innermost(model: Model) -> frozenset[ThingId]:
    """Return the groups that hold no group, and the schools that stand in none."""
    held = held_by(model)
    outer = {box for box in model.groups if any(one in model.groups for one in held.get(box, ()))}
    inside = chain.from_iterable(held.get(box, ()) for box in model.groups if box not in outer)
    return frozenset((model.groups.keys() | model.placements.keys()) - outer - set(inside))


def overview_words(count: int, *, further: bool) -> str:
    """Say that this is an overview, how much follows, and that lines which are drawn nowhere are listed."""
    follow = f"{count} slides with its parts follow" if count != 1 else "its part follows"
    return f"Overview: {follow}{', then further lines in words' if further else ''}."


def listing(page: Page, found: Sequence[Portion], remark: str, footer: str, number: int, size: Size) -> Iterator[Slide]:
    """Yield slides that list the portions of a model and say where each is, where no drawing of it can be read."""
    model = page.model
    title = model.title or page.document.title or "Leadership model"
    top, frame, subtitle = heading(title, model.label, remark, size)
    columns = 2 if size.w > _WIDE else 1
    rows = int((size.h - 90 - top) // _ROW)
    each = rows * columns
    pages = [found[start : start + each] for start in range(0, len(found), each)]
    first = number + len(pages)
    for index, some in enumerate(pages):
        length = min(rows, max(_FEW, -(-len(some) // columns)))
        content = tuple(_rows(some, first + index * each, top + 10, length, size))
        foot = footing(footer, number + index, size)
        words = Words(model.label, tuple(subtitle), foot[0].text, number + index, model.narration)
        name = f"{model.label}  {' '.join(title.split())}"
        yield Slide(
            title,
            (*frame, *content, *foot),
            (),
            1,
            0,
            0,
            *size,
            name=name,
            level=int(index > 0),
            model_id=page.model_id if index == 0 else None,
            words=words,
            content=content,
        )


def _rows(found: Sequence[Portion], number: int, top: float, length: int, size: Size) -> Iterator[Mark]:
    """Yield a row for each portion: the number of its slide, what it shows, and how many posts are on it."""
    columns = 2 if size.w > _WIDE else 1
    width = (size.w - 2 * _MARGIN - _GAP * (columns - 1)) / columns
    for index, one in enumerate(found):
        x, y = _MARGIN + index // length * (width + _GAP), top + index % length * _ROW
        posts = len(one.page.model.posts.keys() & one.things)
        told = f"{posts} post{'' if posts == 1 else 's'}" if posts else ""
        room = width - _NUMBER - text.width(told, _SMALL) - 24
        words = text.elide(one.title, _SIZE, Weight.SEMIBOLD, room)
        yield Text(x, y + 28, str(number + index), _SIZE, Weight.SEMIBOLD, style.SECOND)
        yield Text(x + _NUMBER, y + 28, words, _SIZE, Weight.SEMIBOLD, style.INK)
        if told:
            yield Text(x + width, y + 28, told, _SMALL, Weight.REGULAR, style.SECOND, "end")
        yield Box(Rect(x, y + _ROW - 3, width, 1), fill=style.HAIRLINE)
