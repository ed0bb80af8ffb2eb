"""Ink as marks: what hands wrote, smoothed, in the colours of the look; on the page, and while a story is shown."""

from functools import lru_cache

from modelbuilder.document.records import Stroke
from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Command
from modelbuilder.layout.strokes import points_of
from modelbuilder.vocabulary.ink import NIBS
from modelbuilder.vocabulary.strokes import Hue

_COLOURS = {
    "red": style.MUST_FIX,
    "blue": style.IDEA,
    "green": style.HUES[Hue.GREEN],
    "black": style.INK,
    "yellow": style.HIGHLIGHTS[0],
    "lime": style.HIGHLIGHTS[1],
    "pink": style.HIGHLIGHTS[2],
}
_THIN = 0.45
"""How much a highlighter covers of what is under it."""


def ink_colour(ink: str) -> str:
    """Return the colour of an ink."""
    return _COLOURS[ink]


def opacity(nib: str) -> float:
    """Return how much of what is under it a nib covers."""
    return _THIN if nib == "highlighter" else 1.0


def width(stroke: Stroke) -> float:
    """Return how wide a stroke is, in slide units."""
    return NIBS[stroke.nib].width


@lru_cache(maxsize=2048)
def run(points: tuple[float, ...]) -> tuple[Command, ...]:
    """Return the path of a stroke: from the middle of each two points to the next, round by the point between."""
    spots = points_of(points)
    if len(spots) == 1:
        return (("M", spots[0]), ("L", (spots[0].x + 0.1, spots[0].y)))
    at = spots[0]
    commands: list[Command] = [("M", at)]
    for index, bend in enumerate(spots[1:-1], 1):
        after = spots[index + 1]
        to = ((bend.x + after.x) / 2, (bend.y + after.y) / 2)
        first = (at[0] + 2 / 3 * (bend.x - at[0]), at[1] + 2 / 3 * (bend.y - at[1]))
        second = (to[0] + 2 / 3 * (bend.x - to[0]), to[1] + 2 / 3 * (bend.y - to[1]))
        commands.append(("C", (*first, *second, *to)))
        at = type(spots[0])(*to)
    commands.append(("L", spots[-1]))
    return tuple(commands)
