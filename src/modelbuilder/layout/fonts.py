"""The fonts that a line is set in where Open Sans lacks a letter, read by HarfBuzz from their packages when needed."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from modelbuilder.document.errors import InputError
from modelbuilder.layout.text import Weight, font_path

_PACKAGE, _PACKAGE_CJK = "manimgx_fonts", "manimgx_fonts_cjk"
_SCRIPTS = {
    "": "en-GB",
    "Arabic": "ar",
    "Hebrew": "he",
    "Devanagari": "hi",
    "Bengali": "bn",
    "Gurmukhi": "pa",
    "Gujarati": "gu",
    "Tamil": "ta",
    "Telugu": "te",
    "Kannada": "kn",
    "Malayalam": "ml",
    "Sinhala": "si",
    "Oriya": "or",
    "Thai": "th",
    "Lao": "lo",
    "Khmer": "km",
    "Myanmar": "my",
    "Ethiopic": "am",
    "Georgian": "ka",
    "Armenian": "hy",
}
"""The scripts that Noto Sans has a font of its own for, the plain one first, and a language of each."""
_COLLECTION = "NotoSansCJK-VF.otf.ttc"
_SIGNATURES = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_STRANGE = re.compile(r"[^\w .-]")
_RESTRICTED = 2
"""What a font says of itself when it may not be embedded."""
_EAST = (("SC", 2, "zh-CN"), ("JP", 0, "ja"), ("KR", 1, "ko"))
"""The forms of Chinese characters that differ by country, and where they are in the collection."""


class Face(NamedTuple):
    """A font file at a weight, the number of it in a collection, and the language that it is there for."""

    family: str
    path: str
    weight: Weight
    language: str = "en-GB"
    number: int = 0


@cache
def own(weight: Weight) -> Face:
    """Return the face of the shipped font, Open Sans."""
    return Face("Open Sans", font_path(weight), weight)


@cache
def brought(path: str, weight: Weight) -> Face:
    """Return the face of a font file that somebody brings along; InputError when it is none, or not for others."""
    name = Path(path).name
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror or error}.") from None
    if data.startswith((b"wOFF", b"wOF2", b"ttcf")):
        raise InputError(f"{name} is a font for the web or a collection: use the font’s own TTF or OTF file.")
    face = hb.Face(hb.Blob(data)) if data.startswith(_SIGNATURES) else None
    if face is None or not face.glyph_count or not len(face.unicodes):
        raise InputError(f"{name} is not a font in TTF or OTF.")
    about = face.reference_table("OS/2").data
    if len(about) >= 10 and about[9] & 0x0F == _RESTRICTED:
        raise InputError(f"{name} may not be put into other files: its makers do not allow it.")
    names = hb.OTNameIdPredefined
    family = face.get_name(names.TYPOGRAPHIC_FAMILY) or face.get_name(names.FONT_FAMILY) or Path(path).stem
    return Face(_STRANGE.sub("", family).strip() or "Title", path, weight)


@cache
def faces(weight: Weight, form: str = "SC") -> tuple[Face, ...]:
    """Return the shipped font and then the fallbacks that are installed; Chinese characters in a country’s form."""
    east = sorted(_EAST, key=lambda one: one[0] != form)
    listed = [
        *((f"Noto Sans {script}".strip(), f"NotoSans{script}[wght].ttf", tag, 0) for script, tag in _SCRIPTS.items()),
        ("Noto Sans Symbols", "NotoSansSymbols[wght].ttf", "en-GB", 0),
        *((f"Noto Sans CJK {country}", _COLLECTION, tag, number) for country, number, tag in east),
        ("Noto Emoji", "NotoEmoji[wght].ttf", "en-GB", 0),
    ]
    return (own(weight), *_installed(weight, listed))


def _installed(weight: Weight, listed: list[tuple[str, str, str, int]]) -> Iterator[Face]:
    for family, file, language, number in listed:
        package = find_spec(_PACKAGE_CJK if file == _COLLECTION else _PACKAGE)
        if package is not None and package.origin is not None:
            yield Face(family, str(Path(package.origin).parent / file), weight, language, number)


@cache
def _blob(path: str) -> hb.Blob:
    return hb.Blob.from_file_path(path)


@cache
def opened(face: Face) -> hb.Font:
    """Return a face as HarfBuzz has it, at its weight, in its own units."""
    font = hb.Font(hb.Face(_blob(face.path), face.number))
    if font.face.has_var_data:
        font.set_variations({"wght": float(face.weight)})
    return font


@cache
def _characters(path: str, number: int) -> hb.Set:
    return hb.Face(_blob(path), number).unicodes


def has(face: Face, character: str) -> bool:
    """Tell whether a face can draw a character."""
    return ord(character) in _characters(face.path, face.number)


def excerpt(face: Face, characters: Iterable[str]) -> bytes:
    """Return a font file of some characters, still in all weights that are used."""
    whole, wanted = opened(face).face, hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(map(ord, characters))
    wanted.flags = hb.SubsetFlags.NO_HINTING
    if whole.has_var_data:
        wanted.set_axis_range(whole, "wght", float(min(Weight)), float(max(Weight)), float(min(Weight)))
    return bytes(wanted.subset(whole).blob.data)


class _Pen:
    """Takes down what HarfBuzz draws, its quadratic curves as cubic ones."""

    def __init__(self, units: int) -> None:
        self.units = units
        self.here = (0.0, 0.0)
        self.commands: list[tuple[str, tuple[float, ...]]] = []

    def moveTo(self, spot: tuple[float, float]) -> None:
        self._add("M", spot)

    def lineTo(self, spot: tuple[float, float]) -> None:
        self._add("L", spot)

    def curveTo(self, *spots: tuple[float, float]) -> None:
        self._add("C", *spots)

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:
        one, other = (_towards(spot, control) for spot in (self.here, end))
        self._add("C", one, other, end)

    def closePath(self) -> None:
        self.commands.append(("Z", ()))

    def _add(self, op: str, *spots: tuple[float, float]) -> None:
        self.commands.append((op, tuple(value / self.units for spot in spots for value in spot)))
        self.here = spots[-1]


def _towards(end: tuple[float, float], control: tuple[float, float]) -> tuple[float, float]:
    return end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3


@cache
def outline(face: Face, glyph: int) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """Return the outline of a glyph as a path to be filled where it winds, in ems, y upwards."""
    font = opened(face)
    pen = _Pen(font.face.upem)
    font.draw_glyph_with_pen(glyph, pen)
    return tuple(pen.commands)
