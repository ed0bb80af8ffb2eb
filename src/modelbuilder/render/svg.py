"""Slides and pictures as SVG: real text, and an id and a title on everything that shows a thing of the model."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from modelbuilder.drawing.icons import GRID, STROKE, icon
from modelbuilder.drawing.marks import Box, Command, Group, Icon, Mark, Path, Text
from modelbuilder.drawing.slide import Logo, Slide
from modelbuilder.layout import text
from modelbuilder.render.webfonts import embedded
from modelbuilder.sources.markup import metadata

FAMILY = "Open Sans, Arial, sans-serif"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""

DOCUMENT = "graphics-document document"


def svg(slide: Slide, source: bytes = b"", prefix: str = "", look: str = "", role: str = "img") -> str:
    """Return a slide or picture as an SVG file, the same text for the same slide, with a document inside if given.

    A prefix to all ids tells apart the same thing in several drawings of one page, for which `look` is more CSS; the
    page has the fonts then, else the file.
    As an image it is read out as one; as a document its things and lines are.
    """
    w, h = number(slide.w), number(slide.h)
    style = "; ".join(part for part in ("font-kerning: none; white-space: pre", look) if part)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="{role}"'
        f' font-family="{FAMILY}" style="{style}" stroke-linejoin="round">',
        f"<title>{words_of(slide.title)}</title>",
        *_description(" ".join(slide.narration)),
        *([metadata(source)] if source else []),
        *_marks(slide.frame),
        *_logo(slide.logo),
        f'<g transform="{_moved(slide.x, slide.y)} scale({number(slide.scale, 9)})">',
    ]
    for drawn in slide.diagram:
        if isinstance(drawn, Group):
            thing_id = drawn.thing_id
            lines.append(f'<g id="{prefix}{words_of(thing_id)}" transform="{_moved(drawn.x, drawn.y)}">')
        else:
            thing_id = drawn.line_id
            ends = f'data-source="{prefix}{words_of(drawn.source)}" data-target="{prefix}{words_of(drawn.target)}"'
            lines.append(f'<g id="{prefix}{words_of(thing_id)}" {ends}>')
        lines.append(f"<title>{words_of(drawn.label)}</title>")
        lines += [*_description(slide.descriptions.get(thing_id, "")), *_marks(drawn.marks), "</g>"]
    if not prefix:
        titles = [(mark.text, mark.font) for mark in slide.frame if isinstance(mark, Text) and mark.font]
        rules, _ = embedded("\n".join(lines), titles)
        lines[2:2] = [f"<style>{rules}</style>"] if rules else []
    return "\n".join([*lines, "</g>", "</svg>", ""])


def _logo(logo: Logo | None) -> list[str]:
    if logo is None:
        return []
    x, y, w, h = map(number, logo.rect)
    letters = b64encode(logo.content).decode()
    spot = f'x="{x}" y="{y}" width="{w}" height="{h}"'
    return [f'<image {spot} href="data:{logo.kind};base64,{letters}"><title>Logo</title></image>']


def _description(words: str) -> list[str]:
    return [f"<desc>{words_of(words)}</desc>"] if words else []


def number(value: float, places: int = 3) -> str:
    """Write a number as short as it can be."""
    words = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if words == "-0" else words


def legal(words: str) -> str:
    """Return words with a sign for each character that XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", words)


def words_of(words: str) -> str:
    """Return words as they stand between tags or in an attribute."""
    return escape(legal(words)).replace("\r", "&#13;")


def _moved(x: float, y: float) -> str:
    return f"translate({number(x)} {number(y)})"


def _marks(marks: Iterable[Mark]) -> Iterator[str]:
    for mark in marks:
        if isinstance(mark, Text):
            yield _text(mark)
        elif isinstance(mark, Box):
            yield _box(mark)
        elif isinstance(mark, Path):
            yield f'<path d="{data(mark.commands)}"{_look(mark)}/>'
        else:
            yield _icon(mark)


def _text(mark: Text) -> str:
    """Write a line of text that takes its measured width in whatever font there is."""
    words, anchor, more = mark.text, mark.anchor, ""
    if not text.is_plain(words, mark.weight, mark.font):
        words, anchor, more = _set(mark)
    more += "" if anchor == "start" else f' text-anchor="{anchor}"'
    width = text.width(mark.text, mark.size, mark.weight, mark.font)
    length = f' textLength="{number(width)}" lengthAdjust="spacingAndGlyphs"' if width else ""
    look = f'font-size="{number(mark.size)}" font-weight="{int(mark.weight)}" fill="{mark.colour}"'
    spot = f'x="{number(mark.x)}" y="{number(mark.y)}"'
    return f"<text {spot} {look}{more}{length}>{words_of(words)}</text>"


def _set(mark: Text) -> tuple[str, str, str]:
    """Return the words, the anchor and further attributes of a line that other fonts have a part in."""
    from modelbuilder.layout import shaping

    # First, because Chromium may not look for a font of the file again once it has gone without one.
    families = ", ".join(_quoted(face.family) for face in shaping.families(mark.text, mark.weight, mark.font))
    more = f' font-family="{families}, {FAMILY}"' if families else ""
    more += f' lang="{shaping.language(mark.text, mark.weight)}"'
    anchor = mark.anchor
    if shaping.shape(mark.text, mark.weight, mark.font).from_right:
        more += ' direction="rtl"'
        anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
    return shaping.shown(mark.text, mark.weight, mark.font), anchor, more


def _quoted(family: str) -> str:
    """Write the name of a font as CSS takes it."""
    return family if family.replace(" ", "").isalpha() else f"'{family}'"


def _box(mark: Box) -> str:
    rect = mark.rect
    spot = f'x="{number(rect.x)}" y="{number(rect.y)}" width="{number(rect.w)}" height="{number(rect.h)}"'
    radius = f' rx="{number(mark.radius)}"' if mark.radius else ""
    return f"<rect {spot}{radius}{_look(mark)}/>"


def _look(mark: Box | Path) -> str:
    look = f' fill="{mark.fill or "none"}"'
    if mark.stroke:
        look += f' stroke="{mark.stroke}" stroke-width="{number(mark.weight)}"'
    if mark.stroke and mark.dashes:
        look += f' stroke-dasharray="{" ".join(map(number, mark.dashes))}"'
    return look


def _icon(mark: Icon) -> str:
    look = f'fill="none" stroke="{mark.colour}" stroke-width="{number(STROKE)}" stroke-linecap="round"'
    place = f"{_moved(mark.x, mark.y)} scale({number(mark.size / GRID, 9)})"
    pieces = "".join(
        f'<path d="{data(piece.commands)}"' + (f' fill="{mark.colour}" stroke="none"/>' if piece.filled else "/>")
        for piece in icon(mark.key)
    )
    return f'<g transform="{place}" {look}>{pieces}</g>'


def data(commands: Sequence[Command]) -> str:
    """Write path commands as path data."""
    return "".join(op + " ".join(map(number, values)) for op, values in commands)
