"""Make room: what a grown or dropped thing would cover moves aside, by as little as it can."""

from collections.abc import Collection, Mapping

from modelbuilder.document.ids import ThingId
from modelbuilder.layout.boxes import GAP
from modelbuilder.layout.rect import Point, Rect

_ROUNDS = 200
_MANY = 60


def find_room(wanted: Rect, others: Collection[Rect], least: Point, gap: float) -> Rect:
    """Return the nearest place to the one wanted that keeps clear of the others.

    The place is right of and below `least`. Among very many others the wanted place is kept.
    """
    if len(others) > _MANY or not any(wanted.meets(other) for other in others):
        return wanted
    xs = {wanted.x, *(other.right + gap for other in others), *(other.x - gap - wanted.w for other in others)}
    ys = {wanted.y, *(other.bottom + gap for other in others), *(other.y - gap - wanted.h for other in others)}
    best, cost = wanted, float("inf")
    for x in sorted(xs):
        for y in sorted(ys):
            distance = abs(x - wanted.x) + abs(y - wanted.y)
            if x < least.x or y < least.y or distance >= cost:
                continue
            spot = Rect(x, y, wanted.w, wanted.h)
            if not any(spot.meets(other) for other in others):
                best, cost = spot, distance
    return best


def make_room(
    rects: Mapping[ThingId, Rect], fixed: Collection[ThingId], boxes: Collection[ThingId]
) -> dict[ThingId, tuple[float, float]]:
    """Return how far each sibling has to move so that no box covers another thing.

    `rects` are the siblings of one holder, `fixed` stay where they are, `boxes` keep clear of the
    rest; two plain cards may lie close, as a hand put them. Moves go right or down, the shorter way.
    """
    now = dict(rects)
    pushing = [thing_id for thing_id in rects if thing_id in fixed]
    for _ in range(_ROUNDS):
        if not pushing:
            break
        pusher = pushing.pop(0)
        for other in rects:
            if other == pusher or not (pusher in boxes or other in boxes) or not now[pusher].meets(now[other]):
                continue
            stays, goes = (other, pusher) if other in fixed else (pusher, other)
            if goes in fixed:
                continue
            right = now[stays].right + GAP - now[goes].x
            down = now[stays].bottom + GAP - now[goes].y
            now[goes] = now[goes].moved(right, 0) if right <= down else now[goes].moved(0, down)
            pushing.append(goes)
    return {
        thing_id: (now[thing_id].x - rect.x, now[thing_id].y - rect.y)
        for thing_id, rect in rects.items()
        if now[thing_id] != rect
    }
