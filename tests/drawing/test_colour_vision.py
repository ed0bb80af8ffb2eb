"""Colours stay apart for people who see without one kind of cone, in every theme, and nothing is told by colour alone.

Eyes are simulated as in Machado, Oliveira and Fernandes, A physiologically-based model for simulation of color vision
deficiency (IEEE TVCG 15/6, 2009), at full severity; differences are those of CIEDE2000 (Sharma, Wu and Dalal 2005).
"""

from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import pytest

from modelbuilder.drawing import style
from modelbuilder.drawing.badges import badge_marks
from modelbuilder.drawing.icons import icon
from modelbuilder.drawing.marks import Path, Text
from modelbuilder.drawing.themes import THEMES, Theme
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.checks import SEVERITIES
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.roles import ROLES

Triple = tuple[float, float, float]

EYES: dict[str, tuple[Triple, Triple, Triple]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
LEAST = {"usual": 11.0, "protanopia": 7.0, "deuteranopia": 7.0, "tritanopia": 7.0}
"""2.3 can just be told apart where two areas touch (Mahy 1994). Ours are small, and stand apart: three times as much,
and so much more for usual eyes that a colour has a name of its own."""

SEVERITY_COLOURS = {"must fix": style.MUST_FIX, "check": style.CHECK, "idea": style.IDEA}
FAMILIES = {"tiers": style.TIERS, "lines": style.HUES, "severities": SEVERITY_COLOURS}


def seen(colour: str, eyes: str) -> Triple:
    """Return a colour in L*a*b* as eyes see it."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    r, g, b = (min(1.0, max(0.0, sum(x * y for x, y in zip(row, linear, strict=True)))) for row in EYES[eyes])
    x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
    y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883
    fx, fy, fz = (part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def difference(one: Triple, other: Triple) -> float:
    """Return the difference of two colours by CIEDE2000."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (hypot(a1, b1) + hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * sqrt(mean**7 / (mean**7 + 25**7))
    c1, c2 = hypot(a1 * stretch, b1), hypot(a2 * stretch, b2)
    h1, h2 = degrees(atan2(b1, a1 * stretch)) % 360, degrees(atan2(b2, a2 * stretch)) % 360
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    hue = 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    h = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    t = 1 - 0.17 * cos(radians(h - 30)) + 0.24 * cos(radians(2 * h))
    t += 0.32 * cos(radians(3 * h + 6)) - 0.2 * cos(radians(4 * h - 63))
    sl = 1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2)
    sc, sh = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    rotation = 2 * sqrt(chroma**7 / (chroma**7 + 25**7)) * sin(radians(60 * exp(-(((h - 275) / 25) ** 2))))
    dl, dc, dh = (l2 - l1) / sl, (c2 - c1) / sc, hue / sh
    return sqrt(dl**2 + dc**2 + dh**2 - rotation * dc * dh)


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1, 2), (50, 0, 0), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
        ((90.9257, -0.5406, -0.9208), (88.6381, -0.8985, -0.7239), 1.5381),
    ],
)
def test_differences_are_those_of_the_published_examples(one: Triple, other: Triple, wanted: float) -> None:
    assert difference(one, other) == pytest.approx(wanted, abs=1e-4)
    assert difference(other, one) == pytest.approx(wanted, abs=1e-4)


@pytest.mark.parametrize("eyes", EYES)
def test_black_and_white_look_alike_to_all_and_red_and_green_do_not(eyes: str) -> None:
    for grey in ("#000000", "#808080", "#FFFFFF"):
        assert difference(seen(grey, "usual"), seen(grey, eyes)) < 0.5
    apart = difference(seen("#B04030", eyes), seen("#5E7030", eyes))
    assert (apart < 12) == (eyes in ("protanopia", "deuteranopia"))


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda one: one.key)
def test_tiers_lines_and_severities_stay_apart(theme: Theme, family: str, eyes: str) -> None:
    colours = {str(name): seen(theme.seen(colour), eyes) for name, colour in FAMILIES[family].items()}  # type: ignore[attr-defined]
    near = {
        (one, other): round(difference(colours[one], colours[other]), 1)
        for one, other in combinations(colours, 2)
        if difference(colours[one], colours[other]) < LEAST[eyes]
    }
    assert near == {}


# Not by colour alone (that no two types of line look alike without it: test_connectors.py)


def test_no_icon_belongs_to_two_tiers() -> None:
    tiers = {kind.key: kind.tier for table in (ROLES, BODIES, GROUPS) for kind in table.values()}
    drawn = {key: icon(key) for key in tiers}
    shared = [
        (one, other)
        for one, other in combinations(tiers, 2)
        if tiers[one] is not tiers[other] and drawn[one] == drawn[other]
    ]
    assert shared == []


def test_each_severity_has_a_shape_of_its_own() -> None:
    shapes = set()
    for severity in SEVERITIES:
        shape, sign = badge_marks(severity, 0, 0, 26)
        assert isinstance(shape, Path)
        assert isinstance(sign, Text)
        shapes.add(shape.commands)
    assert len(shapes) == len(SEVERITIES) == 3
