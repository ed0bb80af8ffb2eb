"""From stage to stage: what stays glides to its new place, what leaves fades out, what is new fades in."""

from collections.abc import Iterator
from typing import NamedTuple

from modelbuilder.document.ids import ThingId
from modelbuilder.drawing.cards import marks_of
from modelbuilder.drawing.marks import Drawn, Group
from modelbuilder.drawing.page import Page
from modelbuilder.layout.rect import Rect

_GONE_BY, _NEW_FROM = 0.6, 0.4
"""Shares of the way at which what leaves has gone, and at which what is new begins to show: never is there nothing."""


class Shown(NamedTuple):
    """Something at one moment of the way, and how opaque it is: 1 wholly, 0 not at all."""

    drawn: Drawn
    opacity: float


class Sight(NamedTuple):
    """How a page is fitted into a picture: a point of the page at (px, py) is at (x + px * scale, y + py * scale)."""

    scale: float
    x: float
    y: float


def eased(share: float) -> float:
    """Begin at once and come to rest gently."""
    return 1 - (1 - share) ** 3


def sight_between(before: Sight, after: Sight, share: float) -> Sight:
    """Return how the picture is fitted on the way."""
    return Sight(*(_mixed(a, b, share) for a, b in zip(before, after, strict=True)))


def between(before: Page, after: Page, share: float) -> Iterator[Shown]:
    """Yield everything that shows on the way from one page to another, in the order of painting; 0 ≤ share ≤ 1.

    What stands on both pages is the same thing: it moves, and its face turns from the old one to the new. A line that
    runs otherwise fades over.
    """
    going, coming = max(0.0, 1 - share / _GONE_BY), max(0.0, (share - _NEW_FROM) / (1 - _NEW_FROM))
    rows = [*((0, one) for one in before.drawn()), *((1, one) for one in after.drawn())]
    stays = _still(before, after)
    for layer in range(3):
        for late, drawn in rows:
            if _layer(before if not late else after, drawn) != layer:
                continue
            key = _key(drawn)
            if key in stays:
                if late:
                    yield Shown(drawn, 1.0)
            elif key in before.rects and key in after.rects:
                opacity = _turned(before, after, key, share, late=bool(late))
                if opacity:
                    yield Shown(_on_the_way(before, after, key, share, late=bool(late)), opacity)
            elif key in before.routes and key in after.routes:
                if opacity := (share if late else 1 - share):
                    yield Shown(drawn, opacity)
            elif opacity := (coming if late else going):
                yield Shown(drawn, opacity)


def _still(before: Page, after: Page) -> frozenset[ThingId]:
    """Return what looks the same and is at the same place on both pages."""
    things = (
        one
        for one, rect in after.rects.items()
        if before.rects.get(one) == rect and before.faces[one] == after.faces[one]
    )
    lines = (
        one
        for one, route in after.routes.items()
        if before.routes.get(one) == route and before.line_marks(one) == after.line_marks(one)
    )
    return frozenset((*things, *lines))


def _turned(before: Page, after: Page, key: ThingId, share: float, *, late: bool) -> float:
    """Return how opaque the old or the new face of a thing is; a face that is the same is shown once."""
    if before.faces[key] == after.faces[key]:
        return 1.0 if late else 0.0
    return share if late else float(share < 1)


def _on_the_way(before: Page, after: Page, key: ThingId, share: float, *, late: bool) -> Drawn:
    """Return a thing between its two places, with the face of one of them."""
    page = after if late else before
    rect = Rect(*(_mixed(a, b, share) for a, b in zip(before.rects[key], after.rects[key], strict=True)))
    return page.group(key)._replace(x=rect.x, y=rect.y, marks=marks_of(page.faces[key], rect.w, rect.h))


def _layer(page: Page, drawn: Drawn) -> int:
    """Boxes lie below lines, and lines below cards and notes."""
    key = _key(drawn)
    if key in page.routes:
        return 1
    return 0 if page.faces[key].kind in ("group", "school") else 2


def _key(drawn: Drawn) -> ThingId:
    return drawn.thing_id if isinstance(drawn, Group) else drawn.line_id


def _mixed(a: float, b: float, share: float) -> float:
    return a + (b - a) * share
