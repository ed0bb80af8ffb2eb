"""What only helps or advises, set beside what it helps; and who answers to several, set between them."""

from collections.abc import Iterable, Mapping

from modelbuilder.document.ids import ThingId
from modelbuilder.layout.boxes import GAP, STACK_GAP
from modelbuilder.layout.plan import Plan
from modelbuilder.layout.rect import Rect, bounds

_SATELLITE_GAP = 120.0
_NARROW = 760.0
_SIDE_TOP = 66.0


def set_between(
    pairs: Iterable[tuple[ThingId, ThingId]],
    parents: Mapping[ThingId, ThingId],
    plan: Plan,
    rects: dict[ThingId, Rect],
) -> None:
    """Set a card that answers to several, and stands alone below one of them, under the middle of all.

    `pairs` are siblings, the lower and the upper, by all lines of accountability.
    """
    above: dict[ThingId, set[ThingId]] = {}
    for below, upper in pairs:
        if below in rects and upper in rects:
            above.setdefault(below, set()).add(upper)
    for child, uppers in above.items():
        alone = child in parents and sum(one == parents[child] for one in parents.values()) == 1
        if len(uppers) < 2 or not alone or child in parents.values() or plan.frames[child].header is not None:
            continue
        rect, whole = rects[child], bounds([rects[one] for one in uppers])
        moved = rect.moved(whole.cx - rect.cx, 0) if whole else rect
        if moved.y >= max(rects[one].bottom for one in uppers) and not any(
            moved.grown(GAP / 2).meets(other) for one, other in rects.items() if one != child
        ):
            rects[child] = moved


def set_satellites(
    beside: Mapping[ThingId, ThingId],
    sizes: Mapping[ThingId, tuple[float, float]],
    plan: Plan,
    rects: dict[ThingId, Rect],
) -> None:
    """Set what only helps or advises beside what it helps, outside bodies on the left.

    Beside a card they stand in its row; beside a narrow box in a column, and over a wide box in
    the row above it.
    """
    tops: dict[tuple[ThingId, bool], float] = {}
    for satellite in _in_turn(beside, plan, rects):
        target = beside[satellite]
        w, h = sizes[satellite]
        place = rects.get(target)
        if place is None:
            whole = bounds(rects.values()) or Rect(0, 0, 0, 0)
            rects[satellite] = Rect(whole.x, whole.bottom + GAP, w, h)
            continue
        left = satellite in plan.left
        is_box = plan.frames[target].header is not None
        if is_box and place.w <= _NARROW:
            y = tops.get((target, left), place.y + _SIDE_TOP)
            tops[target, left] = y + h + STACK_GAP
            x = place.x - _SATELLITE_GAP - w if left else place.right + _SATELLITE_GAP
            rects[satellite] = _free(Rect(x, y, w, h), rects.values(), -1 if left else 1, GAP / 2)
            continue
        y = place.y + (place.h - h) / 2
        if is_box:
            above = [rect for rect in rects.values() if rect.bottom <= place.y]
            y = max((rect.y for rect in above), default=place.y - h - GAP)
        row = [rect for rect in rects.values() if rect.y < y + h and y < rect.bottom]
        if is_box:
            start = Rect(place.x if left else place.right - w, y, w, h)
            inward = _free(start, row, 1 if left else -1, _SATELLITE_GAP / 2)
            if place.x <= inward.x and inward.right <= place.right:
                rects[satellite] = inward
                continue
        edge = bounds(row) or place
        rects[satellite] = Rect(edge.x - _SATELLITE_GAP - w if left else edge.right + _SATELLITE_GAP, y, w, h)


def _in_turn(beside: Mapping[ThingId, ThingId], plan: Plan, rects: Mapping[ThingId, Rect]) -> list[ThingId]:
    """Sort what only helps so that each is set where it stands now: what is in a column from top to bottom.

    Then come those in the row of a card, from the middle outwards, and those over a wide box, from its end inwards.
    """
    number = {target: index for index, target in enumerate(dict.fromkeys(beside.values()))}

    def turn(satellite: ThingId) -> tuple[float, ...]:
        target = beside[satellite]
        place, here, there = rects.get(target), plan.now.get(satellite), plan.now.get(target)
        is_box = plan.frames[target].header is not None
        kind = 3 if place is None else 1 if not is_box else 2 if place.w > _NARROW else 0
        if here is None or there is None:
            return kind, number[target] if is_box else 0
        left = satellite in plan.left
        if kind == 1:
            return kind, left, -here.right if left else here.x
        inwards = here.x - there.x if left else there.right - here.right
        return kind, number[target], *((inwards < 0, abs(inwards)) if kind == 2 else (here.y,))

    return sorted(beside, key=turn)


def _free(rect: Rect, others: Iterable[Rect], step: int, gap: float) -> Rect:
    """Return the rectangle moved sideways until it keeps clear of the others."""
    taken = list(others)
    while any(rect.grown(gap).meets(other) for other in taken):
        rect = rect.moved(step * GAP, 0)
    return rect
