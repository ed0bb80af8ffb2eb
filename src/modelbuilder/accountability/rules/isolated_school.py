"""A school of a trust is far from all others

The department told trusts to avoid isolated academies, as the press reported [DFE16 via SW-ISOL]: a school that
is more than an hour from every other one of its trust gets little from it. This is guidance, and the hour is
ours.

The rule looks at the shortest way to another school of the trust. Where no time is typed it is an estimate from
the map. It cannot see traffic, and is silent where no way from the school is known: none is typed, and
its map reference is not recorded, or that of no other.

Wrong:
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Learning Trust"
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    school "Merrivane High" category=academy easting=452000 northing=361000
    school "Hexley Vale Primary" category=academy easting=492000 northing=361000
    body TB kind=trust_board of="Merrivane Learning Trust"
    post CEO role=ceo at="Merrivane Learning Trust" accounting_officer=yes
    CEO accountable_to TB
    post HT1 role=headteacher at="Merrivane High"
    post HT2 role=headteacher at="Hexley Vale Primary"
    HT1 leads "Merrivane High" mode=head
    HT2 leads "Hexley Vale Primary" mode=head
    HT1 accountable_to CEO
    HT2 accountable_to CEO

Right:
    group "Merrivane Learning Trust" kind=multi_academy_trust
    "Merrivane High" in "Merrivane Learning Trust"
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    school "Merrivane High" category=academy easting=452000 northing=361000
    school "Hexley Vale Primary" category=academy easting=453000 northing=361000
    body TB kind=trust_board of="Merrivane Learning Trust"
    post CEO role=ceo at="Merrivane Learning Trust" accounting_officer=yes
    CEO accountable_to TB
    post HT1 role=headteacher at="Merrivane High"
    post HT2 role=headteacher at="Hexley Vale Primary"
    HT1 leads "Merrivane High" mode=head
    HT2 leads "Hexley Vale Primary" mode=head
    HT1 accountable_to CEO
    HT2 accountable_to CEO
"""

from collections.abc import Iterable

from modelbuilder.accountability import journeys, wording
from modelbuilder.accountability.journeys import Journey
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Option, Rule, Severity
from modelbuilder.document.ids import ThingId

RULE = Rule(
    code="R68",
    slug="isolated-school",
    title="No school of a trust is far from all others",
    severity=Severity.WARNING,
    source="DFE16 via SW-ISOL",
    standing="guidance",
    applies=("multi_academy_trust",),
    options=(Option("far", 60, "minutes to the nearest school of the trust"),),
)


def find(ask: Questions) -> Findings:
    """Find schools of a multi-academy trust that are far from every other one."""
    far = RULE.option(ask, "far")
    for trust_id in ask.trusts.all:
        if ask.model.groups[trust_id].kind != "multi_academy_trust":
            continue
        schools = ask.places.members(trust_id)
        for school_id in schools:
            way = _shortest(ask, school_id, schools, far)
            if way is not None and way.minutes > far:
                yield RULE.finding(
                    ask,
                    f"{wording.name(ask, school_id)} is far from the rest of {wording.name(ask, trust_id)}: it and the "
                    f"nearest school, {wording.name(ask, way.other)}, are {way}.",
                    "A trust can help a school that its people can reach; look for a hub or a partner nearby.",
                    subjects=[school_id, way.other, trust_id],
                )


def _shortest(ask: Questions, school_id: ThingId, schools: Iterable[ThingId], far: float) -> Journey | None:
    """Return the way to the nearest school, or to any that is near enough."""
    best: Journey | None = None
    for other in schools:
        way = journeys.journey(ask, school_id, other) if other != school_id else None
        if way is not None and (best is None or way.minutes < best.minutes):
            best = way
            if best.minutes <= far:
                break
    return best
