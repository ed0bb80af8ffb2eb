"""Badges of findings as marks: octagon, triangle or circle, so that shape as well as colour tells how grave."""

from functools import cache
from math import cos, pi, sin

from modelbuilder.drawing import style
from modelbuilder.drawing.icons import circle
from modelbuilder.drawing.marks import Command, Mark, Path, Text
from modelbuilder.layout.text import Weight

COLOURS = {"error": style.MUST_FIX, "warning": style.CHECK, "advice": style.IDEA}
_SIGNS = {"error": "!", "warning": "!", "advice": "i"}
_CAPITAL = 0.714
"""How high the shipped font's signs are, in ems."""


@cache
def badge_marks(severity: str, x: float, y: float, size: float, colour: str = "") -> tuple[Mark, ...]:
    """Return the marks of a badge around a point, in the colour of how grave it is or in another."""
    letter = size * 0.58
    drop = size * 0.08 if severity == "warning" else 0
    baseline = round(y + drop + letter * _CAPITAL / 2, 2)
    return (
        Path(_shape(severity, x, y, size / 2), fill=colour or COLOURS[severity], stroke=style.PAPER, weight=2),
        Text(x, baseline, _SIGNS[severity], letter, Weight.BOLD, style.PAPER, "middle"),
    )


def _shape(severity: str, x: float, y: float, half: float) -> tuple[Command, ...]:
    if severity == "advice":
        return circle(x, y, half * 0.92)
    if severity == "error":
        turns = [pi / 8 + index * pi / 4 for index in range(8)]
        corners = [(x + half * cos(turn), y + half * sin(turn)) for turn in turns]
    else:
        corners = [(x, y - half), (x + half * 1.05, y + half * 0.8), (x - half * 1.05, y + half * 0.8)]
    return (("M", corners[0]), *(("L", corner) for corner in corners[1:]), ("Z", ()))
