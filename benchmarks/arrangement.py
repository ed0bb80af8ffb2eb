"""Arrangement: what tidying makes of whole trusts, beside Graphviz dot on the same cards, boxes and lines."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import mean
from time import perf_counter
from typing import NamedTuple

from benchmarks.large_trust import large_trust
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import tidy
from modelbuilder.drawing.page import Page, draw
from modelbuilder.drawing.routing import ends_of
from modelbuilder.drawing.slide_fit import fit_to_slide
from modelbuilder.layout.rect import Point, Rect

HEADINGS = ("arrangement", "ms", "crossings", "through cards", "16:9 used", "mean line")
_WIDE = 16 / 9
_POINTS = 72
_SLACK = 1.0


Lines = Mapping[tuple[str, str, str], Sequence[Point]]
"""The points of each line, by its two ends and its own name."""


class Drawn(NamedTuple):
    """An arrangement: how long it took, its lines with their ends, its cards, and its width and height."""

    ms: float
    lines: Lines
    cards: Mapping[str, Rect]
    size: tuple[float, float]


def table(*, quick: bool = False) -> Iterator[tuple[str, ...]]:
    """Yield rows: tidying, fitting to a slide, and dot, for trusts of 10, 40 and 100 schools with ten posts each.

    Tidying and fitting route all lines as well, as dot does. Lengths are in slide units, in which a card is about 280
    wide; dot gets cards of the same sizes, and groups and schools as clusters. `16:9 used` is the share of a wide
    slide that the drawing fills when it is made as large as fits.
    """
    for schools in (10,) if quick else (10, 40, 100):
        document = large_trust(schools)
        yield _row(f"{schools} schools, tidied", _ours(document, tidy))
        yield _row(f"{schools} schools, fitted to a slide", _ours(document, fit_to_slide))
        if shutil.which("dot"):
            yield _row(f"{schools} schools, dot", _dot(document))


def _row(what: str, drawn: Drawn) -> tuple[str, ...]:
    w, h = drawn.size
    used = min(w / h / _WIDE, h * _WIDE / w)
    length = mean(sum(map(_length, pairwise(points))) for points in drawn.lines.values())
    through = sum(_through(drawn, ends, points) for ends, points in drawn.lines.items())
    crossings = _crossings(drawn.lines)
    return what, f"{drawn.ms:,.0f}", f"{crossings:,}", f"{through:,}", f"{used:.0%}", f"{length:,.0f}"


def _ours(document: Document, arrange: Callable[[Document, ModelId], Document]) -> Drawn:
    model_id = document.order[0]
    begun = perf_counter()
    page = draw(arrange(document, model_id), model_id)
    ms = (perf_counter() - begun) * 1000
    lines: Lines = {(*ends_of(page, one), one): route for one, route in page.routes.items()}
    whole = page.bounds()
    assert whole is not None
    cards = {str(one): rect for one, rect in page.rects.items() if one not in page.boxes}
    return Drawn(ms, lines, cards, (whole.w, whole.h))


def _dot(document: Document) -> Drawn:
    """Let dot arrange and route the same page: accountability upward, groups and schools as clusters."""
    model_id = document.order[0]
    page = draw(tidy(document, model_id), model_id)
    graph = "\n".join(_graph(page))
    begun = perf_counter()
    told = subprocess.run(["dot", "-Tjson"], input=graph.encode(), capture_output=True, check=True).stdout
    ms = (perf_counter() - begun) * 1000
    found = json.loads(told)
    names = {one["_gvid"]: one["name"] for one in found["objects"]}
    cards: dict[str, Rect] = {}
    for one in found["objects"]:
        if "pos" in one:
            x, y = (float(number) for number in one["pos"].split(","))
            w, h = float(one["width"]) * _POINTS, float(one["height"]) * _POINTS
            cards[one["name"]] = Rect(x - w / 2, y - h / 2, w, h)
    lines: Lines = {
        (names[edge["tail"]], names[edge["head"]], str(edge["_gvid"])): _spline(edge["pos"]) for edge in found["edges"]
    }
    _, _, w, h = (float(number) for number in found["bb"].split(","))
    return Drawn(ms, lines, cards, (w, h))


def _graph(page: Page) -> Iterator[str]:
    yield 'digraph G { rankdir=BT; compound=true; node [shape=box, fixedsize=true, label=""];'
    yield from _cluster(page, page.holders[None])
    for line_id in page.routes:
        source, target = ends_of(page, line_id)
        upward = page.model.lines[line_id].kind in ("accountable_to", "governs")
        yield f'"{source}" -> "{target}" [constraint={str(upward).lower()}];'
    yield "}"


def _cluster(page: Page, things: Iterable[ThingId]) -> Iterator[str]:
    for thing in things:
        rect = page.rects[thing]
        if thing not in page.boxes:
            yield f'"{thing}" [width={rect.w / _POINTS:.3f}, height={rect.h / _POINTS:.3f}];'
            continue
        yield f'subgraph "cluster_{thing}" {{'
        # dot draws no line to a cluster: a line to a box ends at a small node in it
        yield f'"{thing}" [width=1, height=0.3];'
        yield from _cluster(page, page.holders.get(thing, ()))
        yield "}"


def _spline(told: str) -> list[Point]:
    """Return the points of a line of cubic curves, four pieces a curve."""
    words = told.split()
    tip = [_point(word[2:]) for word in words if word.startswith("e,")]
    start = [_point(word[2:]) for word in words if word.startswith("s,")]
    knots = [_point(word) for word in words if word[1] != "," or not word[0].isalpha()]
    points = [knots[0]]
    for at in range(0, len(knots) - 1, 3):
        a, b, c, d = knots[at : at + 4]
        for step in (0.25, 0.5, 0.75, 1.0):
            rest = 1 - step
            parts = (rest**3, 3 * rest * rest * step, 3 * rest * step * step, step**3)
            x = sum(part * knot.x for part, knot in zip(parts, (a, b, c, d), strict=True))
            y = sum(part * knot.y for part, knot in zip(parts, (a, b, c, d), strict=True))
            points.append(Point(x, y))
    return [*start, *points, *tip]


def _point(word: str) -> Point:
    x, y = word.split(",")
    return Point(float(x), float(y))


def _length(run: tuple[Point, Point]) -> float:
    a, b = run
    return float(((a.x - b.x) ** 2 + (a.y - b.y) ** 2) ** 0.5)


def _crossings(lines: Lines) -> int:
    """Count the pairs of lines that cross, not those that share a way or only touch."""
    runs = sorted(
        (min(a.x, b.x), max(a.x, b.x), number, a, b)
        for number, points in enumerate(lines.values())
        for a, b in pairwise(points)
    )
    found: set[tuple[int, int]] = set()
    active: list[tuple[float, int, Point, Point]] = []
    for left, right, number, a, b in runs:
        active = [one for one in active if one[0] > left]
        for _, other, c, d in active:
            if other != number and _cross(a, b, c, d):
                found.add((min(number, other), max(number, other)))
        active.append((right, number, a, b))
    return len(found)


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    turn = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    return turn if abs(turn) > _SLACK else 0.0


def _through(drawn: Drawn, ends: Sequence[str], points: Sequence[Point]) -> int:
    """Count the cards that a line runs through, its own ends aside."""
    count = 0
    for name, (x, y, w, h) in drawn.cards.items():
        if name in ends[:2]:
            continue
        corners = Point(x + 2, y + 2), Point(x + w - 2, y + h - 2), Point(x + 2, y + h - 2), Point(x + w - 2, y + 2)
        sides = ((corners[0], corners[1]), (corners[2], corners[3]))
        count += any(_cross(a, b, *side) for a, b in pairwise(points) for side in sides)
    return count
