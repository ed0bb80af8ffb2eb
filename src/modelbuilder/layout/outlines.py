"""The outlines of the shipped font's letters, from its glyf table, for words that have to look the same everywhere."""

import struct
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, TypeAlias

from modelbuilder.layout.text import Weight, font_tables, is_plain

Spot: TypeAlias = tuple[float, float]
Command: TypeAlias = tuple[str, tuple[float, ...]]

_ON, _SHORT_X, _SHORT_Y, _REPEAT, _SAME_X, _SAME_Y = 1, 2, 4, 8, 16, 32
_WORDS, _ARE_OFFSETS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 1, 2, 8, 32, 64, 128


class Point(NamedTuple):
    """A point of a contour, on the curve or beside it, in font units."""

    x: float
    y: float
    on: bool


def outline(text: str, x: float, y: float, size: float, weight: Weight, font_file: str = "") -> tuple[Command, ...]:
    """Return a line of text from (x, y) on its baseline as one path to be filled, unkerned as it is measured.

    Its parts may overlap: it is filled where it winds, not by turns.
    """
    if not is_plain(text, weight, font_file):
        return tuple(_shaped(text, x, y, size, weight, font_file))
    font = font_tables(weight)
    scale = size / font.units
    commands: list[Command] = []
    for character in text:
        glyph = font.glyphs.get(ord(character), 0)
        for op, values in _commands(weight, glyph):
            spots = (y - value * scale if index % 2 else x + value * scale for index, value in enumerate(values))
            commands.append((op, tuple(round(value, 2) for value in spots)))
        x += font.advance(glyph) * scale
    return tuple(commands)


def _shaped(text: str, x: float, y: float, size: float, weight: Weight, font_file: str) -> Iterator[Command]:
    """Yield the outlines of a line that other fonts have a part in."""
    from modelbuilder.layout import fonts, shaping

    for cluster in shaping.shape(text, weight, font_file).clusters:
        for glyph in cluster.glyphs:
            for op, values in fonts.outline(cluster.face, glyph.number):
                spots = (
                    y - (glyph.y + value) * size if index % 2 else x + (glyph.x + value) * size
                    for index, value in enumerate(values)
                )
                yield op, tuple(round(value, 2) for value in spots)


class _Glyphs(NamedTuple):
    """The bytes of a font, and where in them each glyph begins; the next one begins where it ends."""

    data: bytes
    starts: tuple[int, ...]


@cache
def _glyphs(weight: Weight) -> _Glyphs:
    data, at = font_tables(weight)[:2]
    long = struct.unpack_from(">h", data, at[b"head"] + 50)[0]
    count = struct.unpack_from(">H", data, at[b"maxp"] + 4)[0] + 1
    offsets = struct.unpack_from(f">{count}{'L' if long else 'H'}", data, at[b"loca"])
    return _Glyphs(data, tuple(at[b"glyf"] + (offset if long else 2 * offset) for offset in offsets))


@cache
def _commands(weight: Weight, glyph: int) -> tuple[Command, ...]:
    return tuple(command for contour in _contours(_glyphs(weight), glyph) for command in _drawn(contour))


def _contours(font: _Glyphs, glyph: int) -> Iterator[list[Point]]:
    """Yield the contours of a glyph; one made of others has theirs, moved and scaled."""
    start = font.starts[glyph]
    if font.starts[glyph + 1] == start:
        return
    count = struct.unpack_from(">h", font.data, start)[0]
    yield from _simple(font.data, start + 10, count) if count >= 0 else _composite(font, start + 10)


def _simple(data: bytes, at: int, count: int) -> Iterator[list[Point]]:
    ends = struct.unpack_from(f">{count}H", data, at)
    at += 2 * count
    at += 2 + struct.unpack_from(">H", data, at)[0]
    flags: list[int] = []
    while len(flags) <= ends[-1]:
        flag, at = data[at], at + 1
        times = 1
        if flag & _REPEAT:
            times, at = 1 + data[at], at + 1
        flags += [flag] * times
    xs, at = _coordinates(data, at, flags, _SHORT_X, _SAME_X)
    ys, at = _coordinates(data, at, flags, _SHORT_Y, _SAME_Y)
    points = [Point(x, y, bool(flag & _ON)) for x, y, flag in zip(xs, ys, flags, strict=True)]
    first = 0
    for end in ends:
        yield points[first : end + 1]
        first = end + 1


def _coordinates(data: bytes, at: int, flags: list[int], short: int, same: int) -> tuple[list[int], int]:
    """Read the steps from point to point along one axis, and return where the points are."""
    value, found = 0, []
    for flag in flags:
        if flag & short:
            value += data[at] if flag & same else -data[at]
            at += 1
        elif not flag & same:
            value += struct.unpack_from(">h", data, at)[0]
            at += 2
        found.append(value)
    return found, at


def _composite(font: _Glyphs, at: int) -> Iterator[list[Point]]:
    more = True
    while more:
        flags, glyph = struct.unpack_from(">HH", font.data, at)
        dx, dy = struct.unpack_from(">hh" if flags & _WORDS else ">bb", font.data, at + 4)
        at += 8 if flags & _WORDS else 6
        if not flags & _ARE_OFFSETS:
            raise ValueError("the font joins parts of a letter at points, which is not read here")
        size = 1 if flags & _SCALE else 2 if flags & _TWO_SCALES else 4 if flags & _MATRIX else 0
        parts = [part / 16384 for part in struct.unpack_from(f">{size}h", font.data, at)]
        a, b, c, d = {0: (1, 0, 0, 1), 1: (*parts, 0, 0, *parts), 2: (*parts[:1], 0, 0, *parts[1:]), 4: parts}[size]
        at += 2 * size
        more = bool(flags & _MORE)
        for contour in _contours(font, glyph):
            yield [Point(a * x + c * y + dx, b * x + d * y + dy, on) for x, y, on in contour]


def _drawn(contour: list[Point]) -> Iterator[Command]:
    """Draw a contour, whose curves are quadratic, with the cubic curves of a path."""
    whole = list(_with_all_on_points(contour))
    here = whole[0]
    yield "M", (here.x, here.y)
    for index in range(1, len(whole)):
        point = whole[index]
        if not point.on:
            end = whole[index + 1]
            a, b = _towards(here, point), _towards(end, point)
            yield "C", (*a, *b, end.x, end.y)
        elif whole[index - 1].on:
            yield "L", (point.x, point.y)
        if point.on:
            here = point
    yield "Z", ()


def _with_all_on_points(contour: list[Point]) -> Iterator[Point]:
    """Yield a contour from a point on the curve round to it again; between two beside it there is one on it."""
    start = next((index for index, point in enumerate(contour) if point.on), None)
    if start is None:
        contour = [_between(contour[-1], contour[0]), *contour]
        start = 0
    turned = [*contour[start:], *contour[: start + 1]]
    for index, point in enumerate(turned):
        if index and not point.on and not turned[index - 1].on:
            yield _between(turned[index - 1], point)
        yield point


def _between(one: Point, other: Point) -> Point:
    return Point((one.x + other.x) / 2, (one.y + other.y) / 2, True)


def _towards(end: Point, control: Point) -> Spot:
    return end.x + (control.x - end.x) * 2 / 3, end.y + (control.y - end.y) * 2 / 3
