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
    opacity: float = 1.0


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
    """

    thing_id: ThingId
    label: str
    x: float
    y: float
    marks: tuple[Mark, ...]
    holder: ThingId | None = None
    name: str = ""


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
