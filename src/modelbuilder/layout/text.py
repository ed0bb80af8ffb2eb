"""Measure lines of text with the shipped font's own widths, unkerned, so that every renderer agrees."""

import re
import struct
from collections.abc import Sequence
from enum import IntEnum
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple


class Weight(IntEnum):
    """The three weights of Open Sans that are used."""

    REGULAR = 400
    SEMIBOLD = 600
    BOLD = 700


_FONTS = {
    Weight.REGULAR: "OpenSans-Regular.ttf",
    Weight.SEMIBOLD: "OpenSans-SemiBold.ttf",
    Weight.BOLD: "OpenSans-Bold.ttf",
}


_EASTERN = "\u2e80-\u2fff\u3040-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_BREAKABLE = re.compile(f"[{_EASTERN}][^{_EASTERN}\\w]*|[^{_EASTERN}]+")
"""Parts of a word without spaces between which a line may break; a mark stays with the letter before it."""


@cache
def font_path(weight: Weight) -> str:
    """Return the path of the font file of a weight."""
    package = find_spec("ttf_opensans")  # only found: importing it would load an image library as well
    if package is None or package.origin is None:
        raise FileNotFoundError("The font Open Sans is missing: install ttf-opensans.")
    return str(Path(package.origin).parent / "ttf" / _FONTS[weight])


class FontTables(NamedTuple):
    """The bytes of a font, where its tables begin, and what widths are read from; in font units."""

    data: bytes
    at: dict[bytes, int]
    units: int
    glyphs: dict[int, int]
    widths: tuple[int, ...]

    def advance(self, glyph: int) -> int:
        """Return how far a glyph moves the pen."""
        return self.widths[min(glyph, len(self.widths) - 1)]


@cache
def font_tables(weight: Weight) -> FontTables:
    """Read the font's cmap (format 4) and hmtx tables."""
    with open(font_path(weight), "rb") as file:
        data = file.read()
    at = {}
    for index in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        at[tag] = offset
    units = struct.unpack_from(">H", data, at[b"head"] + 18)[0]
    count = struct.unpack_from(">H", data, at[b"hhea"] + 34)[0]
    widths = struct.unpack_from(f">{count * 2}H", data, at[b"hmtx"])[::2]
    return FontTables(data, at, units, _characters(data, at[b"cmap"]), widths)


@cache
def _advances(weight: Weight) -> dict[int, float]:
    """Return the advance of every character in ems."""
    font = font_tables(weight)
    return {code: font.advance(glyph) / font.units for code, glyph in font.glyphs.items()}


def _characters(data: bytes, cmap: int) -> dict[int, int]:
    for index in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHL", data, cmap + 4 + 8 * index)
        start = cmap + offset
        if (platform, encoding) in ((3, 1), (0, 3)) and struct.unpack_from(">H", data, start)[0] == 4:
            return _format_four(data, start)
    raise ValueError("the font has no Unicode table of format 4")


def _format_four(data: bytes, start: int) -> dict[int, int]:
    double = struct.unpack_from(">H", data, start + 6)[0]
    count = double // 2
    ends = struct.unpack_from(f">{count}H", data, start + 14)
    starts = struct.unpack_from(f">{count}H", data, start + 16 + double)
    deltas = struct.unpack_from(f">{count}h", data, start + 16 + 2 * double)
    ranges_at = start + 16 + 3 * double
    ranges = struct.unpack_from(f">{count}H", data, ranges_at)
    glyphs: dict[int, int] = {}
    for segment in range(count):
        for code in range(starts[segment], min(ends[segment], 0xFFFE) + 1):
            if ranges[segment] == 0:
                glyphs[code] = (code + deltas[segment]) & 0xFFFF
            else:
                position = ranges_at + 2 * segment + ranges[segment] + 2 * (code - starts[segment])
                glyph = struct.unpack_from(">H", data, position)[0]
                glyphs[code] = (glyph + deltas[segment]) & 0xFFFF if glyph else 0
    return glyphs


def has_character(character: str, weight: Weight = Weight.REGULAR) -> bool:
    """Tell whether the shipped font can draw the character."""
    return ord(character) in _advances(weight)


@lru_cache(maxsize=20_000)
def width(text: str, size: float, weight: Weight = Weight.REGULAR, font: str = "") -> float:
    """Return the width of one line of text, in the units of `size`; `font` is a file that comes before the shipped."""
    advances = _advances(weight) if not font else {}
    try:
        return size * sum([advances[ord(character)] for character in text])
    except KeyError:
        from modelbuilder.layout.shaping import shape

        return size * shape(text, weight, font).width


@lru_cache(maxsize=20_000)
def is_plain(text: str, weight: Weight = Weight.REGULAR, font: str = "") -> bool:
    """Tell whether the shipped font sets all of a text; else `shaping` does."""
    return not font and _advances(weight).keys() >= set(map(ord, text))


def elide(text: str, size: float, weight: Weight, room: float, font: str = "") -> str:
    """Return the text, cut and ended with an ellipsis when it is wider than the room; never within a letter."""
    if width(text, size, weight, font) <= room:
        return text
    cuts: Sequence[int] = range(max(1, len(text)))
    if not is_plain(text, weight, font):
        from modelbuilder.layout.shaping import shape

        cuts = shape(text, weight, font).starts

    def cut(index: int) -> str:
        return text[: cuts[index]].rstrip() + "…"

    low, high = 0, len(cuts) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if width(cut(middle), size, weight, font) <= room:
            low = middle
        else:
            high = middle - 1
    while low < len(cuts) - 1 and width(cut(low + 1), size, weight, font) <= room:
        low += 1  # joined letters may be narrower together
    return cut(low)


def wrap(text: str, size: float, weight: Weight, room: float, most: int = 99) -> list[str]:
    """Break text into lines no wider than the room, Chinese also within words; the last of `most` lines is elided."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            gap = " "
            for part in [word] if width(word, size, weight) <= room else _BREAKABLE.findall(word):
                longer = f"{line}{gap}{part}" if line else part
                gap = ""
                if line and width(longer, size, weight) > room:
                    lines.append(line)
                    line = part
                else:
                    line = longer
        lines.append(line)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [elide(line, size, weight, room) for line in lines]
