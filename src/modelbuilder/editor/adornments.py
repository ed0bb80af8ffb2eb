"""What hangs on a selected thing: handles to connect, ends to take elsewhere, a corner, the pill of buttons."""

from typing import NamedTuple

from modelbuilder.drawing.page import Page
from modelbuilder.drawing.routing import obstacles_of
from modelbuilder.editor.away import people
from modelbuilder.editor.events import Hit
from modelbuilder.editor.shown import Shown
from modelbuilder.editor.view import View
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight

HANDLE = 16.0
"""Width of a handle on the screen, in pixels."""
FINGER = 48.0
"""How high a button is on an ordinary screen, in pixels; on others it is as high as a finger needs."""
_LETTERS = 1 / 3
"""The size of its letters, and the space beside them, as shares of that."""
_PADDING = 3 / 8
_PILL_GAP = 14.0


class Adornment(NamedTuple):
    """One thing to press, where it is on the page, and its words if it is a button."""

    hit: Hit
    rect: Rect
    words: str = ""


def buttons(page: Page, view: View) -> list[tuple[str, str]]:
    """Return the names and words of the pill's buttons for what is selected."""
    if len(view.selection) != 1:
        return [("delete", "Delete")] if view.selection else []
    thing_id = next(iter(view.selection))
    if thing_id in page.model.lines:
        return [("turn", "Turn round"), ("vote", "Vote"), ("delete", "Delete")]
    if thing_id in page.model.stickies:
        words = (("name", "Write"), ("colour", "Colour"), ("topic", "Topic"), ("vote", "Vote"), ("delete", "Delete"))
        return list(words)
    found = [("connect", "Connect"), ("name", "Name"), ("duplicate", "Duplicate")]
    if chosen := people(page.model, view.selection):
        found.append(("away", "Back" if chosen <= view.away else "Away"))
    if thing_id not in page.model.figures:
        found.append(("who", "Who?"))
    return [*found, ("vote", "Vote"), ("delete", "Delete")]


def adornments(
    page: Page, view: View, zoom: float, visible: Shown | None = None, finger: float = FINGER
) -> list[Adornment]:
    """Return the adornments of the selection, topmost first; sizes on the screen stay the same.

    The pill keeps within what is `visible`, where nothing stands over it; its buttons are as high as a finger needs.
    """
    pill = pill_of(page, view, zoom, visible, finger)
    return [*(pill[1] if pill else []), *handles(page, view, zoom, finger)]


def handles(page: Page, view: View, zoom: float, finger: float = FINGER) -> list[Adornment]:
    """Return what connects, takes elsewhere or stretches the one thing that is selected."""
    found: list[Adornment] = []
    if len(view.selection) != 1:
        return found
    thing_id = next(iter(view.selection))
    half = HANDLE / zoom / 2 * max(1.0, finger / FINGER)
    if thing_id in page.routes:
        points = page.routes[thing_id]
        for name, point in (("source", points[0]), ("target", points[-1])):
            found.append(
                Adornment(Hit("end", thing_id, name), Rect(point.x - half, point.y - half, 2 * half, 2 * half))
            )
        return found
    rect = page.rects.get(thing_id)
    if rect is None or thing_id in page.model.stickies:
        return found
    spots = {
        "top": (rect.cx, rect.y),
        "right": (rect.right, rect.cy),
        "bottom": (rect.cx, rect.bottom),
        "left": (rect.x, rect.cy),
    }
    for name, (x, y) in spots.items():
        found.append(Adornment(Hit("handle", thing_id, name), Rect(x - half, y - half, 2 * half, 2 * half)))
    if page.faces[thing_id].kind in ("school", "group"):
        corner = Rect(rect.right - half, rect.bottom - half, 2 * half, 2 * half)
        found.insert(len(found) - 4, Adornment(Hit("corner", thing_id), corner))
    return found


def letters(finger: float) -> float:
    """Return the size of the letters on a button, in pixels."""
    return finger * _LETTERS


def pill_of(
    page: Page, view: View, zoom: float, visible: Shown | None = None, finger: float = FINGER
) -> tuple[Rect, list[Adornment]] | None:
    """Return the pill under the selection and its buttons, or None when nothing shown is selected.

    While a chain is lit there is no pill: it would lie over what is lit.
    """
    words = buttons(page, view) if not view.lit else []
    rects = [page.rects[one] for one in view.selection if one in page.rects]
    if not rects and len(view.selection) == 1:
        points = page.routes.get(next(iter(view.selection)), ())
        if points:
            middle = points[len(points) // 2]
            before = points[len(points) // 2 - 1]
            rects = [Rect((middle.x + before.x) / 2, (middle.y + before.y) / 2, 0, 0)]
    if not words or not rects:
        return None
    scale = 1 / zoom
    high, size, padding = finger * scale, letters(finger), finger * _PADDING
    widths = [(text.width(label, size, Weight.SEMIBOLD) + 2 * padding) * scale for _, label in words]
    left = min(rect.x for rect in rects)
    right = max(rect.right for rect in rects)
    bottom = max(rect.bottom for rect in rects)
    rows = _rows(widths, visible.whole.w - 2 * _PILL_GAP * scale if visible is not None else sum(widths))
    around = Rect(left, min(rect.y for rect in rects), right - left, 0)._replace(
        h=bottom - min(rect.y for rect in rects)
    )
    long = max(sum(widths[at] for at in row) for row in rows) + 8 * scale
    size_of_pill = Rect(0, 0, long, high * len(rows))
    x, y = _free_side(page, view, around, size_of_pill, _PILL_GAP * scale, visible)
    found = []
    thing_id = next(iter(view.selection)) if len(view.selection) == 1 else None
    for number, row in enumerate(rows):
        start = x + (long - sum(widths[at] for at in row)) / 2
        for at in row:
            name, label = words[at]
            place = Rect(start, y + high * number, widths[at], high)
            found.append(Adornment(Hit("button", thing_id, name), place, label))
            start += widths[at]
    return size_of_pill.moved(x, y), found


def _rows(widths: list[float], most: float) -> list[list[int]]:
    """Break buttons into rows that are no longer than there is room for."""
    rows: list[list[int]] = [[]]
    for at, width in enumerate(widths):
        if rows[-1] and sum(widths[one] for one in rows[-1]) + width > most:
            rows.append([])
        rows[-1].append(at)
    return rows


def _free_side(
    page: Page, view: View, around: Rect, pill: Rect, gap: float, visible: Shown | None
) -> tuple[float, float]:
    """Return a place for the pill beside the selection: the first in which it covers no other card."""
    middle = around.cx - pill.w / 2
    sides = [
        (middle, around.bottom + gap),
        (middle, around.y - gap - pill.h),
        (around.right + gap, around.cy - pill.h / 2),
        (around.x - gap - pill.w, around.cy - pill.h / 2),
    ]
    places = [pill._replace(x=x, y=y) for x, y in sides]
    if visible is not None:
        room = visible.whole.grown(-gap)
        places += [past for place in places for one in visible.covered for past in _past(place, one, gap)]
        kept = [
            place._replace(
                x=max(room.x, min(place.x, room.right - place.w)), y=max(room.y, min(place.y, room.bottom - place.h))
            )
            for place in places
        ]
        clear = [place for place in kept if visible.is_clear(place)] or kept
        places = [place for place in clear if not place.meets(around)] or clear
    best = next((place for place in places if not _covers_a_card(page, view, place)), places[0])
    return best.x, best.y


def _past(place: Rect, other: Rect, gap: float) -> list[Rect]:
    """Return a place moved past something that stands in its way, to each side."""
    xs, ys = (other.right + gap, other.x - gap - place.w), (other.y - gap - place.h, other.bottom + gap)
    return [*(place._replace(x=x) for x in xs), *(place._replace(y=y) for y in ys)]


def _covers_a_card(page: Page, view: View, place: Rect) -> bool:
    near = obstacles_of(page).meeting(place)
    return any(one not in view.selection and page.faces[one].kind in ("card", "folded") for one in near)
