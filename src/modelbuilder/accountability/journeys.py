"""How long it takes from one school to another: as it was typed, or else an estimate from the map."""

from collections.abc import Iterable
from itertools import combinations
from math import hypot
from typing import NamedTuple

from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId

DETOUR = 1.3
"""How much longer a road is than the straight line: our assumption."""

PACE = 40_000 / 60
"""Metres in a minute at 40 km/h: our assumption too."""


class Journey(NamedTuple):
    """The way between two schools in minutes, and whether that is only an estimate."""

    one: ThingId
    other: ThingId
    minutes: float
    estimated: bool

    def __str__(self) -> str:
        """Write it as after “they are”: “about 14 minutes apart (an estimate from the map)”."""
        minutes = round(self.minutes)
        words = f"{minutes} minute{'' if minutes == 1 else 's'} apart"
        return f"about {words} (an estimate from the map)" if self.estimated else words


def journey(ask: Questions, one: ThingId, other: ThingId) -> Journey | None:
    """Return the way between two schools, or None while it is not known.

    Minutes typed on a line between the two, in either direction, win over the map; of two the shorter.
    """
    typed = [
        line.minutes
        for source, target in (((one, other), (other, one)) if ask.lines.of("journey") else ())
        for _, line in ask.lines.out("journey", source)
        if line.target == target and line.minutes is not None
    ]
    if typed:
        return Journey(one, other, min(typed), estimated=False)
    schools = ask.document.schools
    here, there = schools.get(one), schools.get(other)
    if here is None or here.easting is None or here.northing is None:
        return None
    if there is None or there.easting is None or there.northing is None:
        return None
    metres = hypot(here.easting - there.easting, here.northing - there.northing)
    return Journey(one, other, metres * DETOUR / PACE, estimated=True)


def longest(ask: Questions, schools: Iterable[ThingId]) -> Journey | None:
    """Return the longest way between any two of the schools, or None while none is known."""
    ways = (way for one, other in combinations(schools, 2) if (way := journey(ask, one, other)))
    return max(ways, key=lambda way: way.minutes, default=None)


def place(ask: Questions, school_id: ThingId) -> tuple[int, int] | None:
    """Return easting and northing of a school in metres, if both are recorded."""
    school = ask.document.schools.get(school_id)
    if school is None or school.easting is None or school.northing is None:
        return None
    return school.easting, school.northing
