"""How long the way is from one school to another: as it was typed, or estimated from the grid references."""

from math import hypot

from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId

DETOUR = 1.3
"""How much longer the road is than the straight line: our assumption [INF]."""

METRES_A_MINUTE = 40_000 / 60
"""40 km/h, our assumption [INF]."""


def minutes(ask: Questions, school_id: ThingId, other_id: ThingId) -> tuple[float, bool] | None:
    """Return the minutes between two schools and whether they are an estimate; None where nothing is known.

    Minutes typed on a line between the two, in either direction, win over the estimate.
    """
    rows = (*ask.lines.out("journey", school_id), *ask.lines.into("journey", school_id))
    typed = [
        float(spent)
        for _, line in rows
        if other_id in (line.source, line.target) and (spent := getattr(line, "minutes", None)) is not None
    ]
    if typed:
        return min(typed), False
    here, there = ask.document.schools.get(school_id), ask.document.schools.get(other_id)
    if here is None or there is None:
        return None
    if here.easting is None or here.northing is None or there.easting is None or there.northing is None:
        return None
    metres = hypot(here.easting - there.easting, here.northing - there.northing)
    return metres * DETOUR / METRES_A_MINUTE, True
