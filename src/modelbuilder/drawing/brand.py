"""A brand: the colours, footer, logo and font of a school or trust on its slides, from a small TOML file."""

import re
import struct
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from modelbuilder.document.errors import InputError, nearest
from modelbuilder.drawing import style
from modelbuilder.drawing.colours import readable
from modelbuilder.drawing.marks import Drawn, Icon, Mark, Text
from modelbuilder.drawing.slide import Logo, Slide
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.vocabulary.tiers import Tier

_KEYS = ("footer", "logo", "font", "colours")
_TIERS = {tier.value: tier for tier in Tier}
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_FONT_ENDINGS = (".ttf", ".otf", ".ttc", ".woff", ".woff2")
_TITLE_SIZE = 38.0
_LARGEST = 4 * 1024 * 1024
_LOGO_HEIGHT, _LOGO_WIDTH = 40.0, 260.0
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"


@dataclass(frozen=True)
class Brand:
    """What a brand file asks for; `mended` says in sentences what could not be taken as it was asked for.

    Titles are in the font of a file, and in PowerPoint in the one of that name; cards keep ours, which they are
    measured with.
    """

    colours: Mapping[str, str] = field(default_factory=dict)
    footer: str = ""
    font: str = ""
    logo: bytes = b""
    font_file: str = ""
    mended: tuple[str, ...] = ()


def read_brand(path: Path) -> Brand:
    """Read a brand file; raises InputError with one sentence."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path.name} cannot be read: {error.strerror or error}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path.name} is not a brand file in TOML: {error}.") from None
    for key in told:
        if key not in _KEYS:
            raise InputError(f"{path.name}: “{key}” is not known in a brand file{nearest(key, _KEYS)}")
    words = {key: _words(told, key, path.name) for key in ("footer", "logo", "font")}
    colours, mended = _colours(told.get("colours", {}), path.name)
    logo = _picture(path.parent / words["logo"]) if words["logo"] else b""
    font, file = words["font"], ""
    if font.lower().endswith(_FONT_ENDINGS):
        from modelbuilder.layout.fonts import brought

        file = str(path.parent / font)
        font = brought(file, text.Weight.BOLD).family
    elif font:
        mended = (*mended, f"Titles are in {font} in PowerPoint only: PDF, pictures and web pages need its file.")
    return Brand(colours, words["footer"], font, logo, file, mended)


def _words(told: Mapping[str, Any], key: str, name: str) -> str:
    words = told.get(key, "")
    if not isinstance(words, str) or len(words) > 200:
        raise InputError(f"{name}: “{key}” should be a text of at most 200 characters.")
    return " ".join(words.split())


def _colours(told: object, name: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return what becomes of our colours, and what had to be darkened."""
    if not isinstance(told, dict):
        raise InputError(f"{name}: “colours” should be a table, one colour for each of {', '.join(_TIERS)}.")
    colours: dict[str, str] = {}
    mended: list[str] = []
    for key, value in told.items():
        if key not in _TIERS:
            raise InputError(f"{name}: “{key}” is not a kind of card{nearest(key, _TIERS)}")
        if not isinstance(value, str) or not _COLOUR.fullmatch(value):
            raise InputError(f"{name}: “{value}” is not a colour such as #0B6E69.")
        dark = readable(value)
        if dark.casefold() != value.casefold():
            mended.append(f"{value} is too pale for {key} cards to be read: {dark} is used instead.")
        colours |= style.recoloured(_TIERS[key], dark)
    return colours, tuple(mended)


def _picture(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path.name} cannot be read: {error.strerror or error}.") from None
    if len(content) > _LARGEST:
        raise InputError(f"{path.name} is too large for a logo: at most 4 MB.")
    if not content.startswith((_PNG, _JPEG)) or not all(_size(content)):
        raise InputError(f"{path.name} is not a picture in PNG or JPEG.")
    return content


def _size(content: bytes) -> tuple[int, int]:
    """Return the width and height of a PNG or JPEG in pixels; zeros when it is broken."""
    try:
        if content.startswith(_PNG):
            width, height = struct.unpack_from(">II", content, 16)
            return width, height
        at = 2
        while True:
            marker, length = struct.unpack_from(">HH", content, at)
            if 0xFFC0 <= marker <= 0xFFCF and marker not in (0xFFC4, 0xFFC8, 0xFFCC):
                height, width = struct.unpack_from(">HH", content, at + 5)
                return width, height
            at += 2 + length
    except struct.error:
        return 0, 0


def branded(slide: Slide, brand: Brand) -> Slide:
    """Return a slide in the colours of a brand, with its font for the title, its footer before ours and its logo."""
    frame = [recoloured(mark, brand.colours) for mark in slide.frame]
    logo, words = _logo(slide, brand), slide.words
    if words is not None and brand.font_file:
        frame = [_titled(mark, slide, brand.font_file) for mark in frame]
    if words is not None:
        room = (logo.rect.x if logo else slide.w - 124) - 64 - 20
        footer = " · ".join(part for part in (brand.footer, words.footer) if part)
        footer = text.elide(footer, 14, text.Weight.REGULAR, room)
        at = next(i for i, mark in enumerate(frame) if isinstance(mark, Text) and mark.text == words.footer)
        frame[at] = frame[at]._replace(text=footer)  # type: ignore[call-arg]
        words = words._replace(footer=footer)
    legend = slide.legend
    if legend is not None:
        entries = (
            one._replace(entry=one.entry._replace(marks=tuple(recoloured(m, brand.colours) for m in one.entry.marks)))
            for one in legend.entries
        )
        legend = legend._replace(entries=tuple(entries))
    return replace(
        slide,
        frame=tuple(frame),
        diagram=tuple(_drawn(one, brand.colours) for one in slide.diagram),
        content=tuple(recoloured(mark, brand.colours) for mark in slide.content),
        words=words,
        legend=legend,
        logo=logo,
    )


def _drawn(one: Drawn, colours: Mapping[str, str]) -> Drawn:
    return one._replace(marks=tuple(recoloured(mark, colours) for mark in one.marks))


def _titled(mark: Mark, slide: Slide, font: str) -> Mark:
    """Return a mark of the frame, the title in the font of a brand and cut anew, since that has other widths."""
    if not isinstance(mark, Text) or mark.size != _TITLE_SIZE:
        return mark
    words = text.elide(slide.title, mark.size, mark.weight, slide.w - 64 - mark.x, font)
    return mark._replace(text=words, font=font)


def _logo(slide: Slide, brand: Brand) -> Logo | None:
    if not brand.logo or slide.words is None:
        return None
    width, height = _size(brand.logo)
    scale = min(_LOGO_WIDTH / width, _LOGO_HEIGHT / height)
    w, h = width * scale, height * scale
    return Logo(Rect(slide.w - 64 - 50 - w, slide.h - 30 - h / 2, w, h), brand.logo)


def recoloured(mark: Mark, colours: Mapping[str, str]) -> Mark:
    """Return a mark in other colours, where they are named."""
    if isinstance(mark, Icon | Text):
        return mark._replace(colour=colours.get(mark.colour, mark.colour))
    return mark._replace(fill=colours.get(mark.fill, mark.fill), stroke=colours.get(mark.stroke, mark.stroke))
