"""Pages side by side: how far each is shifted so that what several of them show stands at the same height."""

from collections.abc import Mapping, Sequence
from statistics import median_low

from modelbuilder.document.ids import ThingId
from modelbuilder.drawing.page import Page
from modelbuilder.layout.rect import Point, Rect, bounds

_KINDS = ("school", "group", "card")
"""What pages are lined up by: schools if they share any, or else groups, or else cards."""


def lined_up(pages: Sequence[Page], twins: Sequence[Mapping[ThingId, ThingId]]) -> list[Point]:
    """Return the shift of each page into the space of the first.

    `twins` map the ids of each page to those of the first, for what is the same there; what maps to nothing is new.
    """
    first = pages[0]
    return [Point(0, 0), *(_shift(first, page, twin) for page, twin in zip(pages[1:], twins[1:], strict=True))]


def _shift(first: Page, page: Page, twin: Mapping[ThingId, ThingId]) -> Point:
    for kind in _KINDS:
        pairs = [
            (first.rects[twin[one]], rect)
            for one, rect in page.rects.items()
            if page.faces[one].kind == kind and twin.get(one) in first.rects
        ]
        if pairs:
            return Point(median_low(a.cx - b.cx for a, b in pairs), median_low(a.y - b.y for a, b in pairs))
    a, b = bounds(first.rects.values()), bounds(page.rects.values())
    return Point(a.cx - b.cx, a.y - b.y) if a is not None and b is not None else Point(0, 0)


def around_all(pages: Sequence[Page], shifts: Sequence[Point]) -> Rect | None:
    """Return the smallest rectangle, in the space of the first page, that holds every page where it is shifted to."""
    wholes = ((page.bounds(), shift) for page, shift in zip(pages, shifts, strict=True))
    return bounds(whole.moved(shift.x, shift.y) for whole, shift in wholes if whole is not None)
