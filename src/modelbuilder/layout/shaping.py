"""Lines that Open Sans alone cannot set: which font draws which letter, in which form, and where it stands."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb

from modelbuilder.layout.bidi import from_right, levels, reordered
from modelbuilder.layout.fonts import Face, brought, faces, has, opened, own
from modelbuilder.layout.text import Weight

SIGN = "□"
"""Stands for a character that no font has; it is drawn as the empty box of Open Sans."""
_BLANKS = dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " ")
_KANA, _HANGUL = re.compile("[\u3040-\u30ff]"), re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
_URDU = re.compile("[ٹڈڑںہھے]")
"""Letters that Urdu has and Arabic and Persian do not."""
_OWN_FEATURES = {"kern": False, "liga": False, "clig": False}
"""Latin letters stay unkerned, as they are everywhere."""


class Glyph(NamedTuple):
    """A glyph of a font, where it stands from the start of the line, y upwards, and how wide it is, in ems."""

    number: int
    x: float
    y: float
    advance: float


class Cluster(NamedTuple):
    """Characters that are drawn as one: their glyphs, from left to right, in the font that has them."""

    text: str
    face: Face
    glyphs: tuple[Glyph, ...]

    def is_lacking(self) -> bool:
        """Tell whether no font has it."""
        return any(not glyph.number for glyph in self.glyphs)


class Line(NamedTuple):
    """A line of text as it is drawn, its clusters from left to right; its width is in ems."""

    width: float
    from_right: bool
    clusters: tuple[Cluster, ...]
    starts: tuple[int, ...]
    """Where in the text each cluster begins, in ascending order."""


@lru_cache(maxsize=4_000)
def shape(text: str, weight: Weight, font: str = "") -> Line:
    """Set a line, in a font file as far as that has its letters."""
    plain = text.translate(_BLANKS)
    pieces: list[tuple[int, tuple[Face, int, int]]] = []
    start = 0
    both = list(zip(_faces(plain, weight, font), levels(plain), strict=True))
    for (face, level), run in groupby(both):
        end = start + len(list(run))
        pieces.append((level, (face, start, end)))
        start = end
    pen, clusters, starts = 0.0, [], []
    for level, (face, start, end) in reordered(pieces):
        for at, until, glyphs in _shaped(plain[start:end], face, from_right=bool(level % 2)):
            shifted = tuple(glyph._replace(x=pen + glyph.x) for glyph in glyphs)
            clusters.append(Cluster(text[start + at : start + until], face, shifted))
            starts.append(start + at)
            pen += sum(glyph.advance for glyph in glyphs)
    return Line(pen, from_right(plain), tuple(clusters), tuple(sorted(starts)))


def _faces(text: str, weight: Weight, font: str) -> Iterator[Face]:
    """Yield the face of every character: the first that has all of its grapheme, else Open Sans, which shows a box."""
    first = (brought(font, weight),) if font else ()
    form = "JP" if _KANA.search(text) else "KR" if _HANGUL.search(text) else "SC"
    choice = (*first, *faces(weight, form))
    for grapheme in _graphemes(text):
        letters = [one for one in unicodedata.normalize("NFC", grapheme) if not _is_silent(one)]
        fitting = (face for face in choice if all(has(face, letter) for letter in letters))
        face = next(fitting, None) or next((face for face in choice if has(face, grapheme[0])), own(weight))
        yield from [face] * len(grapheme)


def _graphemes(text: str) -> Iterator[str]:
    """Yield letters, each with the marks on it."""
    start = 0
    for index, character in enumerate(text):
        if index > start and not _is_silent(character) and not unicodedata.category(character).startswith("M"):
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def _is_silent(character: str) -> bool:
    """Tell whether a character only says how others are drawn."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


def _shaped(text: str, face: Face, *, from_right: bool) -> Iterator[tuple[int, int, list[Glyph]]]:
    """Yield the clusters of a piece in one font and direction from left to right: where in it they begin and end."""
    font, buffer = opened(face), hb.Buffer()
    buffer.add_codepoints([ord(character) for character in text])
    buffer.direction = "rtl" if from_right else "ltr"
    buffer.language = face.language
    buffer.guess_segment_properties()
    latin = face.language == own(face.weight).language
    hb.shape(font, buffer, _OWN_FEATURES if latin else {})
    rows = list(zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True))
    starts = sorted({info.cluster for info, _ in rows})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    units = font.face.upem
    for start, run in groupby(rows, lambda row: row[0].cluster):
        pen, glyphs = 0, []
        for info, place in run:
            x, y = (pen + place.x_offset) / units, place.y_offset / units
            glyphs.append(Glyph(info.codepoint, x, y, place.x_advance / units))
            pen += place.x_advance
        yield start, ends[start], glyphs


def lacking(text: str, weight: Weight = Weight.REGULAR, font: str = "") -> list[str]:
    """List the characters of a text that no font has."""
    return [cluster.text for cluster in shape(text, weight, font).clusters if cluster.is_lacking()]


def shown(text: str, weight: Weight = Weight.REGULAR, font: str = "") -> str:
    """Return a text with a sign for each character that no font has."""
    for characters in lacking(text, weight, font):
        text = text.replace(characters, SIGN)
    return text


def families(text: str, weight: Weight, font: str = "") -> tuple[Face, ...]:
    """Return the faces that a line needs beside Open Sans, each once."""
    used = dict.fromkeys(cluster.face for cluster in shape(text, weight, font).clusters)
    return tuple(face for face in used if face != own(weight))


def language(text: str, weight: Weight = Weight.REGULAR) -> str:
    """Return the language that a line is marked as: what its letters are there for, English where that is not plain."""
    if _URDU.search(text):
        return "ur"
    return next((face.language for face in families(text, weight)), own(weight).language)
