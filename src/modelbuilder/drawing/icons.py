"""The icons as marks: our own SVG drawings, read once into plain path commands."""

import re
from functools import cache
from pathlib import Path as FilePath
from typing import NamedTuple
from xml.etree import ElementTree

from modelbuilder.drawing.marks import KAPPA, Command

GRID = 24.0
"""Every icon is drawn on a square of 24 units with strokes 2 wide."""
STROKE = 2.0
_TOKENS = re.compile(r"[MmLlHhVvCcSsQqZz]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "Z": 0}


class Stroke(NamedTuple):
    """One piece of an icon: a line to stroke, or a shape to fill."""

    commands: tuple[Command, ...]
    filled: bool


@cache
def icon_folder() -> FilePath:
    """Return the folder of the icons: beside the code once installed, in assets/ in a checkout."""
    installed = FilePath(__file__).parents[1] / "icons"
    return installed if installed.is_dir() else FilePath(__file__).parents[3] / "assets" / "icons"


@cache
def icon(key: str) -> tuple[Stroke, ...]:
    """Return the pieces of an icon, on its square of 24 units; raises FileNotFoundError for none."""
    root = ElementTree.parse(icon_folder() / f"{key}.svg").getroot()
    pieces: list[Stroke] = []
    for element in root:
        name = element.tag.rpartition("}")[2]
        filled = element.get("fill") == "currentColor"
        if name == "path":
            pieces.append(Stroke(tuple(_path(element.get("d", ""))), filled))
        elif name == "circle":
            x, y, r = (float(element.get(field, "0")) for field in ("cx", "cy", "r"))
            pieces.append(Stroke(circle(x, y, r), filled))
    return tuple(pieces)


def icon_keys() -> list[str]:
    """List every icon."""
    return sorted(path.stem for path in icon_folder().glob("*.svg"))


def circle(x: float, y: float, r: float) -> tuple[Command, ...]:
    """Return a circle as four curves."""
    k = r * KAPPA
    return (
        ("M", (x + r, y)),
        ("C", (x + r, y + k, x + k, y + r, x, y + r)),
        ("C", (x - k, y + r, x - r, y + k, x - r, y)),
        ("C", (x - r, y - k, x - k, y - r, x, y - r)),
        ("C", (x + k, y - r, x + r, y - k, x + r, y)),
        ("Z", ()),
    )


def _path(text: str) -> list[Command]:
    """Read SVG path data into absolute M, L, C and Z."""
    tokens = _TOKENS.findall(text)
    commands: list[Command] = []
    x = y = start_x = start_y = 0.0
    control: tuple[float, float] | None = None
    position, op = 0, ""
    while position < len(tokens):
        if tokens[position].isalpha():
            op = tokens[position]
            position += 1
        upper = op.upper()
        count = _COUNTS[upper]
        values = [float(token) for token in tokens[position : position + count]]
        position += count
        if op.islower():
            values = _absolute(upper, values, x, y)
        if upper == "Z":
            commands.append(("Z", ()))
            x, y = start_x, start_y
            control = None
            continue
        if upper in ("H", "V"):
            values = [values[0], y] if upper == "H" else [x, values[0]]
        elif upper == "S":
            first = (2 * x - control[0], 2 * y - control[1]) if control else (x, y)
            values = [*first, *values]
        elif upper == "Q":
            qx, qy, ex, ey = values
            values = [
                x + 2 / 3 * (qx - x),
                y + 2 / 3 * (qy - y),
                ex + 2 / 3 * (qx - ex),
                ey + 2 / 3 * (qy - ey),
                ex,
                ey,
            ]
        kind = "C" if upper in "CSQ" else "M" if upper == "M" else "L"
        commands.append((kind, tuple(values)))
        control = (values[2], values[3]) if upper in "CS" else None
        x, y = values[-2], values[-1]
        if upper == "M":
            start_x, start_y = x, y
            op = "l" if op == "m" else "L"
    return commands


def _absolute(op: str, values: list[float], x: float, y: float) -> list[float]:
    if op == "V":
        return [values[0] + y]
    return [value + (y if index % 2 else x) for index, value in enumerate(values)]
