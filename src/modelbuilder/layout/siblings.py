"""What stands in one holder, by whom it answers to, each set of siblings in the order in which it stands now."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from modelbuilder.document.ids import ThingId
from modelbuilder.layout.plan import Plan
from modelbuilder.layout.reading import Stood, read


class Meeting(NamedTuple):
    """A pair of the plan where its two sides stand in one holder: the pair, and the siblings that hold it."""

    lower: ThingId
    below: ThingId
    above: ThingId


class Team(NamedTuple):
    """What stands in a holder under nobody there, under each leader, and beside each; in order."""

    roots: list[ThingId]
    under: dict[ThingId, list[ThingId]]
    beside: dict[ThingId, list[ThingId]]


def is_box(plan: Plan, thing_id: ThingId) -> bool:
    """Tell whether a thing stands in rows as boxes do."""
    return plan.frames[thing_id].header is not None or thing_id in plan.tiles


def sort(
    children: Iterable[ThingId],
    parents: Mapping[ThingId, ThingId],
    asides: Mapping[ThingId, ThingId],
    upward: Iterable[Meeting],
    plan: Plan,
    *,
    column: bool = False,
) -> Team:
    """Sort what a holder holds, in a `column` or on levels, by whom it answers to and by where it stands now."""
    found = Team([], {}, {})
    for child in children:
        if child in asides:
            found.beside.setdefault(asides[child], []).append(child)
        elif child in parents:
            found.under.setdefault(parents[child], []).append(child)
        else:
            found.roots.append(child)
    now, ports = plan.now, _ports(parents, upward, plan)

    def bottom(child: ThingId) -> float:
        return max([now[child].bottom, *(bottom(one) for one in found.under.get(child, ()) if one in now)])

    def ordered(siblings: list[ThingId], *, level: bool = False) -> list[ThingId]:
        stood = {}
        for one in siblings:
            if one in now:
                low = is_box(plan, one) and one not in found.under and not column
                stood[one] = Stood(now[one], bottom(one), ports.get(one, now[one].cx), low)
        return [*read(stood, level=level), *(one for one in siblings if one not in now)]

    under, beside = ({leader: ordered(some) for leader, some in part.items()} for part in found[1:])
    return Team(ordered(found.roots, level=True), under, beside)


def _ports(parents: Mapping[ThingId, ThingId], upward: Iterable[Meeting], plan: Plan) -> dict[ThingId, float]:
    """Return where the line upward leaves each box now: over its topmost card that answers to the box's parent."""
    spots: dict[ThingId, tuple[float, float]] = {}
    for lower, box, above in upward:
        if lower != box and parents.get(box) == above and lower in plan.now:
            spot = plan.now[lower].y, plan.now[lower].cx
            spots[box] = min(spots.get(box, spot), spot)
    return {box: x for box, (_, x) in spots.items()}
