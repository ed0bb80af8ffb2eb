"""Several models as small drawings side by side, what they share at the same height, what differs with its sign."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import hypot

from modelbuilder.compare.differences import What
from modelbuilder.compare.marking import Sign, signs
from modelbuilder.compare.several import Several
from modelbuilder.document.ids import ThingId
from modelbuilder.drawing import style
from modelbuilder.drawing.lining_up import around_all, lined_up
from modelbuilder.drawing.marks import Box, Drawn, Group, Text, put
from modelbuilder.drawing.page import Page
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.vocabulary.strokes import Hue

SIZE = 18.0
"""Nine points on a slide."""
_HEIGHT, _PADDING = 25.0, 6.0
_OUT = 5.0
"""How far beyond the corner of its card the middle of a sign lies, so that it hides no word."""
_SHARE = 0.45
"""Words of a sign take no more than this of the width of their card, so that the card can be read."""
_GREEN = style.HUES[Hue.GREEN]
LOOKS: Mapping[What, tuple[str, str, str]] = {
    What.ADDED: (_GREEN, style.PAPER, _GREEN),
    What.REMOVED: (style.PAPER, style.MUST_FIX, style.MUST_FIX),
    What.MOVED: (style.IDEA, style.PAPER, style.IDEA),
    What.CHANGED: (style.PAPER, style.INK, style.INK),
}
"""Ground, ink and edge of each sign."""


def side_by_side(several: Several, pages: Sequence[Page], rooms: Sequence[Rect]) -> tuple[list[Drawn], set[What]]:
    """Draw each page into its room; also return which signs are to be seen.

    Pages that have much in common are drawn to one scale, and what they share stands at the same height.
    """
    drawn: list[Drawn] = []
    shown: set[What] = set()
    arounds = _arounds(several, pages)
    for page, around, room, found in zip(pages, arounds, rooms, signs(several), strict=True):
        if around is None:
            continue
        scale = min(room.w / around.w, room.h / around.h, 1.0)
        dx, dy = room.cx - around.cx * scale, room.cy - around.cy * scale
        prefix = f"{page.model.label} "
        drawn += [put(one, scale, dx, dy, prefix) for one in page.drawn()]
        taken: list[Rect] = []
        cards = {one: _put(page.rects[one], scale, dx, dy) for one, face in page.faces.items() if face.kind == "card"}
        for thing_id, sign in found.items():
            spots = [_put(spot, scale, dx, dy) for spot in _spots(page, thing_id)]
            if not spots:
                continue
            others = [rect for one, rect in cards.items() if one != thing_id]
            drawn.append(_tag(spots, sign, f"{prefix}{thing_id}", taken, others))
            shown.add(sign.what)
    return drawn, shown


def height_of(several: Several, pages: Sequence[Page], widths: Sequence[float]) -> float:
    """Return how high the drawings can be when each is as wide as that at most."""
    arounds = zip(_arounds(several, pages), widths, strict=True)
    return max((around.h * min(w / around.w, 1.0) for around, w in arounds if around is not None), default=0.0)


def _arounds(several: Several, pages: Sequence[Page]) -> list[Rect | None]:
    """Return what is to be seen around each page: for those lined up, a rectangle that has room for all of them."""
    shifts = lined_up(pages, [several.twins(at) for at in range(len(pages))])
    together = [at for at in range(len(pages)) if at == 0 or not several.strangers(at)]
    whole = around_all([pages[at] for at in together], [shifts[at] for at in together])
    return [
        page.bounds()
        if page.bounds() is None or whole is None or at not in together
        else whole.moved(-shifts[at].x, -shifts[at].y)
        for at, page in enumerate(pages)
    ]


def _spots(page: Page, thing_id: ThingId) -> list[Rect]:
    """Return the rectangle of a thing, or the middles of the runs of a line, the longest first; else nothing."""
    if thing_id in page.rects:
        return [page.rects[thing_id]]
    if thing_id not in page.routes:
        return []
    runs = sorted(pairwise(page.routes[thing_id]), key=lambda run: -hypot(run[1].x - run[0].x, run[1].y - run[0].y))
    return [Rect((a.x + b.x) / 2, (a.y + b.y) / 2, 0, 0) for a, b in runs]


def _put(spot: Rect, scale: float, dx: float, dy: float) -> Rect:
    return Rect(spot.x * scale + dx, spot.y * scale + dy, spot.w * scale, spot.h * scale)


def _tag(spots: Sequence[Rect], sign: Sign, key: str, taken: list[Rect], cards: Sequence[Rect]) -> Drawn:
    """Set a sign on the edge of a thing, with its words where these fit; add it to those that have their places."""
    ground, ink, edge = LOOKS[sign.what]
    words, rect = next(_free(spots, sign, taken, cards))
    taken.append(rect)
    marks = (
        Box(Rect(0, 0, rect.w, _HEIGHT), 6, fill=ground, stroke=edge, weight=1.4),
        Text(rect.w / 2, _HEIGHT / 2 + SIZE * 0.36, words, SIZE, Weight.SEMIBOLD, ink, "middle"),
    )
    return Group(ThingId(f"sign {key}"), sign.words, rect.x, rect.y, marks, above=True)


def _free(
    spots: Sequence[Rect], sign: Sign, taken: Sequence[Rect], cards: Sequence[Rect]
) -> Iterator[tuple[str, Rect]]:
    """Yield where a sign may lie and what is written on it: on no other sign or card, on a card, or where it must."""
    whole, short = (text.width(words, SIZE, Weight.SEMIBOLD) + 2 * _PADDING for words in (sign.words, sign.shape))
    places: list[tuple[str, Rect]] = []
    for spot in spots:
        out = _OUT if spot.w else 0.0
        xs, ys = (spot.right + out, spot.x - out, spot.cx), (spot.y - out, spot.bottom + out)
        if whole <= spot.w * _SHARE:
            places.append((sign.words, Rect(spot.right - whole - 8, spot.y - out - _HEIGHT / 2, whole, _HEIGHT)))
        corners = dict.fromkeys((x, y) for x in xs for y in ys)
        places += [(sign.shape, Rect(x - short / 2, y - _HEIGHT / 2, short, _HEIGHT)) for x, y in corners]
    free = [place for place in places if not any(place[1].meets(other) for other in taken)]
    yield from (place for place in free if not any(place[1].meets(other) for other in cards))
    yield from free
    yield places[0]
