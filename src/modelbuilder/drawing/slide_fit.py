"""Fit to slide: the arrangement of a model that can be shown largest on a slide."""

from typing import Any, NamedTuple

from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import tidy
from modelbuilder.drawing.page import Page, draw
from modelbuilder.drawing.sizes import WIDE, Size
from modelbuilder.drawing.slide import room_for
from modelbuilder.layout.boxes import drawn_boxes
from modelbuilder.layout.rect import Rect, bounds
from modelbuilder.layout.stacks import COLUMN, ROW_OF_BOXES

_HEIGHTS = (3, 4, 9, 12)
_LARGER = 1.02
"""How much larger a less usual arrangement has to be, to be chosen."""


class _Wishes(NamedTuple):
    """How long rows of boxes and columns of posts get, and whether posts of a school hang in a column at all."""

    across: int = ROW_OF_BOXES
    column: int = COLUMN
    columns: bool = True


def fit_to_slide(document: Document, model_id: ModelId, size: Size = WIDE) -> Document:
    """Arrange a model so that its cards are as large on a slide as they can be; what is pinned stays.

    Shorter rows of boxes, then posts beside each other in a school, then other heights of columns are tried, and what
    makes the cards larger is kept.
    """
    page = draw(document, model_id)
    room = room_for(page, size)
    best = tidy(document, model_id)
    scale = _scale(page, best, room)
    wishes = _Wishes()
    boxes = max(len(page.model.placements), len(page.model.groups))
    tries: list[dict[str, Any]] = [
        *({"across": length} for length in range(min(ROW_OF_BOXES, boxes) - 1, 0, -1)),
        {"columns": False},
        *({"column": height} for height in _HEIGHTS),
    ]
    for wish in tries:
        wished = wishes._replace(**wish)
        arranged = tidy(document, model_id, across=wished.across, column=wished.column, columns=wished.columns)
        if (larger := _scale(page, arranged, room)) > scale * _LARGER:
            best, scale, wishes = arranged, larger, wished
    return best


def _scale(page: Page, arranged: Document, room: tuple[float, float]) -> float:
    places = arranged.models[page.model_id].places
    rects = drawn_boxes(page.holders, page.frames, places)
    whole = bounds(rects[one] for one in page.holders.get(None, ())) or Rect(0, 0, 1, 1)
    return min(room[0] / whole.w, room[1] / whole.h)
