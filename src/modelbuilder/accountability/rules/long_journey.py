"""Schools that are led together are far apart

An executive who is an hour or more on the way between two schools is missed in both [S3]; schools that work as a
cluster do best within some twenty minutes [HILL-CLUSTER], since a longer way takes half a lunch break [ANAPOLY].
More than twenty minutes is advice, more than an hour a warning. This is practice.

The rule looks at the longest way among the schools under an executive headteacher, and among those of a cluster
or hub. Where no time is typed it is an estimate from the map: 1.3 times the straight line, at 40 km/h. It cannot
see traffic, rivers or buses, and is silent where the map reference of a school is not recorded.

Wrong:
    school "Pellowby Primary" easting=412300 northing=433100
    school "Fennimoor Primary" easting=452300 northing=433100
    body GB kind=governing_body of="Pellowby Primary"
    body GB2 kind=governing_body of="Fennimoor Primary"
    post EHT role=executive_headteacher held_by="Dai Okonedo-Reyes"
    post HoS1 role=head_of_school at="Pellowby Primary"
    post HoS2 role=head_of_school at="Fennimoor Primary"
    HoS1 leads "Pellowby Primary"
    HoS2 leads "Fennimoor Primary"
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    EHT accountable_to GB
    EHT accountable_to GB2 primary=no

Right:
    school "Pellowby Primary" easting=412300 northing=433100
    school "Fennimoor Primary" easting=416900 northing=433100
    body GB kind=governing_body of="Pellowby Primary"
    body GB2 kind=governing_body of="Fennimoor Primary"
    post EHT role=executive_headteacher held_by="Dai Okonedo-Reyes"
    post HoS1 role=head_of_school at="Pellowby Primary"
    post HoS2 role=head_of_school at="Fennimoor Primary"
    HoS1 leads "Pellowby Primary"
    HoS2 leads "Fennimoor Primary"
    HoS1 accountable_to EHT
    HoS2 accountable_to EHT
    EHT accountable_to GB
    EHT accountable_to GB2 primary=no
"""

from collections.abc import Iterator, Sequence

from modelbuilder.accountability import journeys, wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Findings, Option, Rule, Severity
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.roles import HEADS_OF_SEVERAL

RULE = Rule(
    code="R67",
    slug="long-journey",
    title="Schools that are led together are near each other",
    severity=Severity.WARNING,
    source="S3, HILL-CLUSTER, ANAPOLY",
    standing="practice",
    applies=("executive_headship", "cluster"),
    options=(
        Option("near", 20, "minutes between two schools, past which it is advice to regroup"),
        Option("far", 60, "minutes between two schools, past which it is a warning"),
    ),
)


def find(ask: Questions) -> Findings:
    """Find executives and clusters whose schools are far apart."""
    longest = RULE.option(ask, "far")
    near = min(RULE.option(ask, "near"), longest)
    for thing_id, schools, together in _led_together(ask):
        way = journeys.longest(ask, schools)
        if way is None or way.minutes <= near:
            continue
        far = way.minutes > longest
        yield RULE.finding(
            ask,
            f"{wording.name(ask, way.one)} and {wording.name(ask, way.other)}, {together}, are {way}.",
            "So long on the road is time in neither school."
            if far
            else f"Past some {near:g} minutes people stop going across for a meeting or a lesson.",
            subjects=[thing_id, way.one, way.other],
            severity=Severity.WARNING if far else Severity.ADVICE,
        )


def _led_together(ask: Questions) -> Iterator[tuple[ThingId, Sequence[ThingId], str]]:
    for post_id, post in ask.each(ask.model.posts):
        if post.role in HEADS_OF_SEVERAL:
            yield post_id, ask.schools_under(post_id), f"both under {wording.titled(ask, post_id)}"
    for group_id, group in ask.each(ask.model.groups):
        if group.kind in ("cluster", "hub"):
            yield group_id, ask.places.members(group_id), f"both in {wording.name(ask, group_id)}"
