"""What is said from far away: names on cards as long as they can be read, then what a school is called and holds."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from modelbuilder.document.ids import ThingId
from modelbuilder.drawing import style
from modelbuilder.drawing.page import Page
from modelbuilder.drawing.routing import obstacles_of
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight

SIZE = 11.0
"""Pixels that the smallest letters on a screen have."""
_LINE = 14.0
_LARGE = 20.0
_LEAST_CARD = 15.0
_LEAST_BOX = 26.0
_LEAST_GROUP = 70.0
_MOST_LINES = 3
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "at", "&"})


class Sign(NamedTuple):
    """Words at a place of the page, `size` pixels high on the screen at any zoom; `y` is the middle of the letters."""

    x: float
    y: float
    words: str
    size: float
    weight: Weight
    ink: str
    centred: bool = True


class Afar(NamedTuple):
    """Plates that cover what is too small to be seen, with what is said instead."""

    plates: tuple[tuple[Rect, str], ...]
    signs: tuple[Sign, ...]


def afar(page: Page, zoom: float, seen: Rect) -> Afar:
    """Return what is said of the part of a page that is seen at so many pixels to a slide unit."""
    if style.CARD_HEIGHT * zoom >= _LEAST_CARD:
        return _named(page, zoom, obstacles_of(page).meeting(seen))
    plates: list[tuple[Rect, str]] = []
    signs: list[Sign] = []
    for one in page.boxes:
        rect, face = page.rects[one], page.faces[one]
        if not rect.meets(seen):
            continue
        if _is_plate(page, one, zoom):
            plates.append((rect.grown(-1.5 / zoom), style.PAPER))
            signs += _school(rect, face.title.replace("\n", " "), len(page.holders.get(one, ())), zoom)
        elif face.kind == "group" and rect.w * zoom >= _LEAST_GROUP:
            words = _elided(face.title, int(rect.w * zoom - 12))
            w = text.width(words, SIZE, Weight.SEMIBOLD) / zoom
            wanted = Rect(rect.x + 4 / zoom, rect.y + 3 / zoom, w + 4 / zoom, _LINE / zoom)
            spot = _beside(wanted, [page.rects[child] for child in page.holders.get(one, ())], 4 / zoom)
            if spot.right <= rect.right:
                plates.append((spot, style.TINTS[face.tier]))
                ink = style.TIERS[face.tier]
                signs.append(Sign(spot.x + 2 / zoom, spot.cy, words, SIZE, Weight.SEMIBOLD, ink, centred=False))
    return Afar(tuple(plates), tuple(signs))


def plate_at(page: Page, zoom: float, x: float, y: float) -> ThingId | None:
    """Return the school that is painted as a plate over all that stands at a point, if there is one."""
    if style.CARD_HEIGHT * zoom >= _LEAST_CARD:
        return None
    return next((one for one in page.boxes if page.rects[one].holds(x, y) and _is_plate(page, one, zoom)), None)


def _is_plate(page: Page, one: ThingId, zoom: float) -> bool:
    rect = page.rects[one]
    return page.faces[one].kind == "school" and min(rect.w, rect.h) * zoom >= _LEAST_BOX


def _beside(spot: Rect, cards: Iterable[Rect], gap: float) -> Rect:
    """Return a place moved right until it covers no card."""
    for card in sorted(cards):
        if card.meets(spot):
            spot = spot._replace(x=card.right + gap)
    return spot


def _named(page: Page, zoom: float, things: Iterable[ThingId]) -> Afar:
    """Return the first line of each card, the second where it has room, and the names of boxes, clear of lines."""
    plates: list[tuple[Rect, str]] = []
    signs: list[Sign] = []
    for one in things:
        rect, face = page.rects[one], page.faces[one]
        title = face.title.replace("\n", " ")
        if face.kind in ("card", "folded"):
            room = int(rect.w * zoom - 8)
            words, person = _elided(title, room), _elided(face.second, room)
            both = words and person and rect.h * zoom >= 2 * _LINE + 2
            up = _LINE / 2 / zoom if both else 0.0
            if words:
                signs.append(Sign(rect.cx, rect.cy - up, words, SIZE, Weight.SEMIBOLD, style.PAPER))
            if both:
                signs.append(Sign(rect.cx, rect.cy + up, person, SIZE, Weight.REGULAR, style.PAPER))
        elif face.kind in ("school", "group") and (words := _elided(title, int(rect.w * zoom - 12))):
            group = face.kind == "group"
            ink, ground = (style.TIERS[face.tier], style.TINTS[face.tier]) if group else (style.INK, style.PAPER)
            wide, head = text.width(words, SIZE, Weight.SEMIBOLD) / zoom, (page.frames[one].header or 0) / 2
            plate = Rect(rect.x + 4 / zoom, rect.y + head - _LINE / 2 / zoom, wide + 4 / zoom, _LINE / zoom)
            if not any(page.rects[child].meets(plate) for child in page.holders.get(one, ())):
                plates.append((plate, ground))
            signs.append(Sign(rect.x + 6 / zoom, rect.y + head, words, SIZE, Weight.SEMIBOLD, ink, centred=False))
    return Afar(tuple(plates), tuple(signs))


def _school(rect: Rect, title: str, count: int, zoom: float) -> Iterator[Sign]:
    """Yield the name of a school, or its initials where that has no room, and how many stand in it."""
    room = int(rect.w * zoom - 8)
    told = f"{count} card{'' if count == 1 else 's'}"
    counted = told if text.width(told, SIZE) <= room else str(count)
    lines = _wrapped(title, room)
    rows = [(line, SIZE) for line in lines] or [(initials(title), _fitting(initials(title), room))]
    heights = [max(_LINE, size * 1.2) for _, size in rows]
    y = rect.cy - (sum(heights) + _LINE) / 2 / zoom
    for (words, size), height in zip(rows, heights, strict=True):
        yield Sign(rect.cx, y + height / 2 / zoom, words, size, Weight.SEMIBOLD, style.INK)
        y += height / zoom
    yield Sign(rect.cx, y + _LINE / 2 / zoom, counted, SIZE, Weight.REGULAR, style.SECOND)


def _fitting(words: str, room: int) -> float:
    """Return how large letters can be in a room of so many pixels."""
    needed = text.width(words, _LARGE, Weight.SEMIBOLD)
    return max(SIZE, min(_LARGE, _LARGE * room / max(needed, 1.0)))


def initials(title: str) -> str:
    """Return a name in few letters: “St Bede's Primary” is SBP, “Merrivane” Mer, and “School 10” S10."""
    words = [word for word in title.replace("-", " ").split() if word.lower() not in _SMALL_WORDS] or title.split()
    if len(words) == 1:
        stem = words[0].rstrip("0123456789")
        return words[0][:3] if stem == words[0] else stem[:1] + words[0][len(stem) :]
    return "".join(word if word.isdecimal() else word[0].upper() for word in words[:3])


@lru_cache(maxsize=8192)
def _elided(title: str, room: int) -> str:
    """Return as much of a name as fits; nothing where so little does that it tells nobody anything."""
    words = text.elide(title, SIZE, Weight.SEMIBOLD, room)
    return words if len(words) >= min(5, len(title)) else ""


@lru_cache(maxsize=8192)
def _wrapped(title: str, room: int) -> tuple[str, ...]:
    """Return a name on a few lines, or none where a word is too long for them."""
    lines = text.wrap(title, SIZE, Weight.SEMIBOLD, room)
    fits = len(lines) <= _MOST_LINES and all(text.width(line, SIZE, Weight.SEMIBOLD) <= room for line in lines)
    return tuple(lines) if fits and "…" not in "".join(lines) else ()
