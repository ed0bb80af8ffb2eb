"""Marks: what is to be seen, as data that keeps its meaning, for every renderer alike."""

from typing import NamedTuple, TypeAlias

from modelbuilder.document.ids import ThingId
from modelbuilder.layout.rect import Point, Rect
from modelbuilder.layout.text import Weight

Command: TypeAlias = tuple[str, tuple[float, ...]]
"""M x y · L x y · C x1 y1 x2 y2 x y · Z, all absolute."""


KAPPA = 0.5522847498
"""How far the handles of a curve reach, in radii, that is a quarter of a circle."""


class Box(NamedTuple):
    """A rectangle with rounded corners; an empty colour is not drawn."""

    rect: Rect
    radius: float = 0.0
    fill: str = ""
    stroke: str = ""
    weight: float = 0.0
    dashes: tuple[float, ...] = ()


class Path(NamedTuple):
    """A path, stroked or filled."""

    commands: tuple[Command, ...]
    fill: str = ""
    stroke: str = ""
    weight: float = 0.0
    dashes: tuple[float, ...] = ()


class Text(NamedTuple):
    """One line of text on a baseline; `anchor` is start, middle or end, `font` a file that comes before Open Sans."""

    x: float
    y: float
    text: str
    size: float
    weight: Weight
    colour: str
    anchor: str = "start"
    font: str = ""


class Icon(NamedTuple):
    """An icon from assets/icons, with its corner and size."""

    key: str
    x: float
    y: float
    size: float
    colour: str


Mark: TypeAlias = Box | Path | Text | Icon


class Group(NamedTuple):
    """Everything that shows one thing of the model, relative to its corner (x, y).

    `holder` is the box that it stands in, and `name` its handle: unique on a page, and the same on every page.
    What is `above` is a sign on a thing or line: it lies over everything else.
    """

    thing_id: ThingId
    label: str
    x: float
    y: float
    marks: tuple[Mark, ...]
    holder: ThingId | None = None
    name: str = ""
    above: bool = False


class Connector(NamedTuple):
    """Everything that shows one line of the model, in page units: its type, and the points that it runs through.

    `ends` are the things that it is drawn between, which for a person may be their post.
    """

    line_id: ThingId
    label: str
    source: ThingId
    target: ThingId
    marks: tuple[Mark, ...]
    kind: str = ""
    primary: bool = True
    points: tuple[Point, ...] = ()
    ends: tuple[ThingId, ...] = ()
    name: str = ""
    scale: float = 1.0
    """How large it is drawn beside others of the same slide."""


Drawn: TypeAlias = Group | Connector


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """Return a mark shifted."""
    if isinstance(mark, Box):
        return mark._replace(rect=mark.rect.moved(dx, dy))
    if isinstance(mark, Path):
        commands = tuple(
            (op, tuple(value + (dy if index % 2 else dx) for index, value in enumerate(values)))
            for op, values in mark.commands
        )
        return mark._replace(commands=commands)
    return mark._replace(x=mark.x + dx, y=mark.y + dy)


def scaled(mark: Mark, factor: float) -> Mark:
    """Return a mark so many times as large, about the origin."""
    if isinstance(mark, Box):
        x, y, w, h = (value * factor for value in mark.rect)
        return mark._replace(
            rect=Rect(x, y, w, h),
            radius=mark.radius * factor,
            weight=mark.weight * factor,
            dashes=tuple(one * factor for one in mark.dashes),
        )
    if isinstance(mark, Path):
        commands = tuple((op, tuple(value * factor for value in values)) for op, values in mark.commands)
        dashes = tuple(one * factor for one in mark.dashes)
        return mark._replace(commands=commands, weight=mark.weight * factor, dashes=dashes)
    return mark._replace(x=mark.x * factor, y=mark.y * factor, size=mark.size * factor)


def put(drawn: Drawn, factor: float, dx: float, dy: float, prefix: str) -> Drawn:
    """Return what is drawn so many times as large, shifted; the prefix tells apart the same thing in several models."""

    def named(thing_id: ThingId) -> ThingId:
        return ThingId(prefix + thing_id)

    name = f"{prefix}{drawn.name}" if drawn.name else ""
    if isinstance(drawn, Group):
        return drawn._replace(
            thing_id=named(drawn.thing_id),
            x=drawn.x * factor + dx,
            y=drawn.y * factor + dy,
            marks=tuple(scaled(mark, factor) for mark in drawn.marks) if factor != 1 else drawn.marks,
            holder=named(drawn.holder) if drawn.holder is not None else None,
            name=name,
        )
    return drawn._replace(
        line_id=named(drawn.line_id),
        source=named(drawn.source),
        target=named(drawn.target),
        marks=tuple(moved(scaled(mark, factor), dx, dy) for mark in drawn.marks),
        points=tuple(Point(point.x * factor + dx, point.y * factor + dy) for point in drawn.points),
        ends=tuple(named(end) for end in drawn.ends),
        name=name,
        scale=drawn.scale * factor,
    )
