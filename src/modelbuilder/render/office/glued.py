"""Lines as connectors of Office files: elbows of their route, glued to the shapes at their ends."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from modelbuilder.drawing import style
from modelbuilder.layout.rect import Point, Rect
from modelbuilder.render.office.drawingml import Space, Writer, custom, frame, legal_words
from modelbuilder.sources.shapes import EMU
from modelbuilder.vocabulary.lines import LINES
from modelbuilder.vocabulary.strokes import Dash, Tip

_TIPS = {
    Tip.TRIANGLE: "triangle",
    Tip.OPEN: "arrow",
    Tip.DIAMOND: "diamond",
    Tip.DOT: "oval",
    Tip.RING: "oval",
    Tip.TICK: "stealth",
    Tip.BAR: "stealth",
}
"""What Office has for each tip; it knows neither rings nor bars."""
_TIP, _LEAST_TIP = 14.0, 25_400
"""How long our tips are; and the width in EMU, 2 points, that Office draws the tips of thinner lines for."""
_TIP_SIZES = {"sm": 2.0, "med": 3.0, "lg": 5.0}
"""How long the tips of Office are, in widths of the line."""
_ELBOWS = ("straightConnector1", "bentConnector2", "bentConnector3", "bentConnector4", "bentConnector5")
_THIN = 1270
"""EMU that a connector is wide at least, so that its bends can be told in shares of its size."""
_NEAR = 1500
"""EMU within which a run counts as upright or level."""


class Glue(NamedTuple):
    """Where an end is glued: the number of the shape, and of the site on it."""

    shape: int
    site: int


def line_look(writer: Writer, space: Space, kind_key: str, primary: bool) -> str:
    """Return weight, colour, dashes and tips of a type of line, as DrawingML."""
    kind = LINES[kind_key]
    head, weight = kind.head, kind.weight
    if kind_key == "accountable_to" and not primary:
        head, weight = Tip.OPEN, 1.6
    size = _tip_size(space, weight)
    ends = _tip("a:headEnd", kind.tail, size) + _tip("a:tailEnd", head, size)
    if kind.dash is Dash.DOUBLE:
        double = writer.stroke(space, style.HUES[kind.hue], weight * 3.4, (), ends)
        return double.replace("<a:ln ", '<a:ln cmpd="dbl" ', 1)
    return writer.stroke(space, style.HUES[kind.hue], weight, style.DASHES[kind.dash], ends)


def _tip_size(space: Space, weight: float) -> str:
    """Return which of three sizes comes nearest to our tips; they grow with the line, but for the thinnest."""
    line = max(space.length(weight), _LEAST_TIP)
    return min(_TIP_SIZES, key=lambda name: abs(_TIP_SIZES[name] * line - space.length(_TIP)))


def _tip(tag: str, tip: Tip, size: str) -> str:
    return f'<{tag} type="{_TIPS[tip]}" w="{size}" len="{size}"/>' if tip in _TIPS else ""


def connector(
    number: int, name: str, words: str, points: Sequence[Point], look: str, glue: tuple[Glue | None, Glue | None]
) -> str:
    """Return a connector along a route in EMU, from its source to its target."""
    start, end = glue
    ends = f'<a:stCxn id="{start.shape}" idx="{start.site}"/>' if start else ""
    ends += f'<a:endCxn id="{end.shape}" idx="{end.site}"/>' if end else ""
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{number}" name="{legal_words(name)}" descr="{legal_words(words)}"/>'
        f"<p:cNvCxnSpPr>{ends}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>{_run(points)}{look}</p:spPr></p:cxnSp>"
    )


def _run(route: Sequence[Point]) -> str:
    """Return place and geometry of a route: an elbow where it has up to four bends, else a freeform."""
    points = _bends(route)
    level = [abs(a.y - b.y) <= _NEAR for a, b in pairwise(points)]
    upright = [abs(a.x - b.x) <= _NEAR for a, b in pairwise(points)]
    turns = all(level[index] != level[index - 1] for index in range(1, len(level)))
    if len(points) == 2:
        return _straight(points[0], points[1])
    if len(points) > 6 or not turns or not all(a or b for a, b in zip(level, upright, strict=True)):
        return _free(points)
    return _elbow(points, level=level[0])


def _bends(route: Sequence[Point]) -> list[Point]:
    """Return a route without points that lie on a run or on one another."""
    points: list[Point] = []
    for point in route:
        if points and abs(points[-1].x - point.x) <= 1 and abs(points[-1].y - point.y) <= 1:
            continue
        if len(points) > 1:
            a, b = points[-2:]
            if abs(a.x - b.x) <= 1 >= abs(b.x - point.x) or abs(a.y - b.y) <= 1 >= abs(b.y - point.y):
                points.pop()
        points.append(point)
    return points if len(points) > 1 else [route[0], route[-1]]


def _straight(a: Point, b: Point) -> str:
    turn = (' flipH="1"' if b.x < a.x else "") + (' flipV="1"' if b.y < a.y else "")
    rect = Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))
    return frame(rect, turn) + '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'


def _elbow(points: list[Point], *, level: bool) -> str:
    """Return an elbow: its own run goes right and down, and is turned and mirrored to where the route goes."""
    a, b = points[0], points[-1]
    dx, dy = b.x - a.x, b.y - a.y
    along, across = (dx, dy) if level else (dy, dx)
    w, h = max(abs(along), _THIN), max(abs(across), _THIN)
    forward = 1 if along >= 0 else -1
    down = 1 if across >= 0 else -1
    shares: list[int] = []
    for index, point in enumerate(points[1:-2]):
        main = index % 2 == 0
        if main:
            far = (point.x - a.x if level else point.y - a.y) * forward
            shares.append(round(far / w * 100_000))
        else:
            far = (point.y - a.y if level else point.x - a.x) * down
            shares.append(round(far / h * 100_000))
    middle = Point((a.x + b.x) / 2, (a.y + b.y) / 2)
    rect = Rect(middle.x - w / 2, middle.y - h / 2, w, h)
    if level:
        turn = (' flipH="1"' if forward < 0 else "") + (' flipV="1"' if down < 0 else "")
    else:
        turn = ' rot="5400000"' + (' flipH="1"' if forward < 0 else "") + (' flipV="1"' if down > 0 else "")
    guides = "".join(f'<a:gd name="adj{index}" fmla="val {share}"/>' for index, share in enumerate(shares, 1))
    kind = _ELBOWS[len(points) - 2]
    return frame(rect, turn) + f'<a:prstGeom prst="{kind}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def _free(points: list[Point]) -> str:
    left, top = min(point.x for point in points), min(point.y for point in points)
    right, bottom = max(point.x for point in points), max(point.y for point in points)
    rect = Rect(left, top, right - left, bottom - top)
    commands = [("L" if index else "M", (point.x / EMU, point.y / EMU)) for index, point in enumerate(points)]
    return frame(rect) + custom(Rect(*(value / EMU for value in rect)), [(commands, "none", True)])
