"""Lines as marks: the run with rounded corners, the tips, and the name or tag where it was set."""

from functools import lru_cache
from itertools import pairwise
from math import hypot

from modelbuilder.drawing import style
from modelbuilder.drawing.icons import circle
from modelbuilder.drawing.marks import Box, Command, Mark, Path, Text
from modelbuilder.drawing.names import Name
from modelbuilder.layout.rect import Point
from modelbuilder.layout.text import Weight
from modelbuilder.vocabulary.lines import LINES
from modelbuilder.vocabulary.strokes import Dash, Tip

_APART = 1.3
"""How far each of two parallel runs is from the middle, in weights: strokes of their own, because a white one over a
dark one hides it where a screen rounds both to whole pixels."""
_BACK = {Tip.TRIANGLE: 13.0, Tip.DIAMOND: 18.0, Tip.RING: 10.0}


@lru_cache(maxsize=16384)
def connector_marks(
    kind_key: str, primary: bool, points: tuple[Point, ...], name: Name | None = None
) -> tuple[Mark, ...]:
    """Return the marks of a line along a route, from its source to its target, with its name if it has one."""
    kind = LINES[kind_key]
    head, weight = kind.head, kind.weight
    if kind_key == "accountable_to" and not primary:
        head, weight = Tip.OPEN, 1.6
    colour = style.HUES[kind.hue]
    run = _shortened(points, _BACK.get(kind.tail, 0), _BACK.get(head, 0))
    marks: list[Mark] = []
    if kind.dash is Dash.DOUBLE:
        for aside in (-_APART * weight, _APART * weight):
            marks.append(Path(rounded(_beside(run, aside), style.CORNER), stroke=colour, weight=weight))
    else:
        commands = rounded(run, style.CORNER)
        marks.append(Path(commands, stroke=colour, weight=weight, dashes=style.DASHES[kind.dash]))
    marks += _tip(head, points[-2], points[-1], colour, weight)
    marks += _tip(kind.tail, points[1], points[0], colour, weight)
    if name is not None:
        marks += _name(name, colour)
    return tuple(marks)


def rounded(points: tuple[Point, ...], radius: float) -> tuple[Command, ...]:
    """Return a path through the points with its corners rounded."""
    commands: list[Command] = [("M", (points[0].x, points[0].y))]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        first, second = hypot(here.x - before.x, here.y - before.y), hypot(after.x - here.x, after.y - here.y)
        r = min(radius, first / 2, second / 2)
        if r < 0.5:
            commands.append(("L", (here.x, here.y)))
            continue
        start = _towards(here, before, r, first)
        end = _towards(here, after, r, second)
        a = _towards(here, before, r * 0.448, first)
        b = _towards(here, after, r * 0.448, second)
        commands.append(("L", (start.x, start.y)))
        commands.append(("C", (a.x, a.y, b.x, b.y, end.x, end.y)))
    commands.append(("L", (points[-1].x, points[-1].y)))
    return tuple(commands)


def _towards(here: Point, there: Point, by: float, distance: float) -> Point:
    share = by / distance if distance else 0
    return Point(here.x + (there.x - here.x) * share, here.y + (there.y - here.y) * share)


def _shortened(points: tuple[Point, ...], tail: float, head: float) -> tuple[Point, ...]:
    """Pull the ends back under solid tips, so that a thick line does not show beyond their points."""
    run = list(points)
    for index, other, by in ((0, 1, tail), (-1, -2, head)):
        length = hypot(run[index].x - run[other].x, run[index].y - run[other].y)
        if by and length > by:
            run[index] = _towards(run[index], run[other], by, length)
    return tuple(run)


def _beside(points: tuple[Point, ...], by: float) -> tuple[Point, ...]:
    """Return a run that keeps to one side of another."""
    steps = [(here, there) for here, there in pairwise(points) if hypot(there.x - here.x, there.y - here.y) > 0.01]
    if not steps:
        return points
    sides = []
    for here, there in steps:
        length = hypot(there.x - here.x, there.y - here.y)
        sides.append(((here.y - there.y) / length, (there.x - here.x) / length))
    found = []
    for at, before, after in zip(
        (steps[0][0], *(there for _, there in steps)), (sides[0], *sides), (*sides, sides[-1]), strict=True
    ):
        share = by / max(0.5, 1 + before[0] * after[0] + before[1] * after[1])
        found.append(Point(at.x + (before[0] + after[0]) * share, at.y + (before[1] + after[1]) * share))
    return tuple(found)


def _tip(tip: Tip, before: Point, at: Point, colour: str, weight: float) -> list[Mark]:
    length = hypot(at.x - before.x, at.y - before.y)
    if tip is Tip.NONE or length < 0.01:
        return []
    ux, uy = (at.x - before.x) / length, (at.y - before.y) / length

    def spot(back: float, aside: float) -> tuple[float, float]:
        return at.x - ux * back - uy * aside, at.y - uy * back + ux * aside

    if tip is Tip.TRIANGLE:
        return [Path(_polygon([spot(0, 0), spot(15, 8), spot(15, -8)]), fill=colour)]
    if tip is Tip.DIAMOND:
        return [Path(_polygon([spot(0, 0), spot(10, 7), spot(20, 0), spot(10, -7)]), fill=colour)]
    if tip is Tip.OPEN:
        line = (("M", spot(12, 7)), ("L", spot(0, 0)), ("L", spot(12, -7)))
        return [Path(line, stroke=colour, weight=max(weight, 1.8))]
    if tip is Tip.DOT:
        return [Path(circle(*spot(5, 0), 5.5), fill=colour)]
    if tip is Tip.RING:
        return [Path(circle(*spot(5, 0), 5), fill=style.PAPER, stroke=colour, weight=1.8)]
    if tip is Tip.TICK:
        return [Path((("M", spot(8, 7)), ("L", spot(8, -7))), stroke=colour, weight=2)]
    bars = [Path((("M", spot(back, 7)), ("L", spot(back, -7))), stroke=colour, weight=2) for back in (5, 10)]
    return [*bars]


def _polygon(points: list[tuple[float, float]]) -> tuple[Command, ...]:
    return (("M", points[0]), *(("L", point) for point in points[1:]), ("Z", ()))


def _name(name: Name, colour: str) -> list[Mark]:
    if not name.words:
        return []
    size = style.SMALL_SIZE if name.framed else style.LABEL_SIZE
    words = Text(name.x, name.y, name.words, size, Weight.SEMIBOLD, colour, "middle")
    return [Box(name.rect, 6, fill=style.PAPER, stroke=colour, weight=1), words] if name.framed else [words]
