"""Marks as DrawingML, the XML of shapes in Office files; lengths are EMU, 914,400 to the inch."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from modelbuilder.drawing.icons import GRID, STROKE, icon
from modelbuilder.drawing.marks import KAPPA, Box, Command, Icon, Mark, Path, Text
from modelbuilder.layout import text
from modelbuilder.layout.rect import Point, Rect
from modelbuilder.layout.text import Weight
from modelbuilder.render.svg import legal
from modelbuilder.sources.shapes import EMU

FONT = "Open Sans"
ASCENT, DESCENT = 1.069, 0.293
"""Of the font, in ems: a line of text is as high as both."""
_FINE = 1000
"""Parts of a unit that the paths of a shape are written in."""
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_PLAIN = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
_BREAKS = re.compile(r"[\t\n\r]")
_FROM_RIGHT = "\u202b{}\u202c"
"""Words that run from the right by themselves."""
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
Sites = Sequence[tuple[float, float]]
"""Places of a shape where lines are glued, as shares of its width and height."""
USUAL_SITES: Sites = ((0.5, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 0.5))
"""Those that every rectangle has, in their order."""


class Space(NamedTuple):
    """Where marks land on the slide: everything is scaled, then shifted, in slide units."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def inside(self, inner: "Space") -> "Space":
        """Return the space of what is drawn in a space of its own within this one."""
        return Space(self.scale * inner.scale, self.x + self.scale * inner.x, self.y + self.scale * inner.y)

    def point(self, x: float, y: float) -> Point:
        """Return where a point lands, in EMU."""
        return Point(round((self.x + x * self.scale) * EMU), round((self.y + y * self.scale) * EMU))

    def rect(self, rect: Rect) -> Rect:
        """Return where a rectangle lands, in EMU."""
        corner, end = self.point(rect.x, rect.y), self.point(rect.right, rect.bottom)
        return Rect(corner.x, corner.y, end.x - corner.x, end.y - corner.y)

    def length(self, value: float) -> int:
        """Return how long something is on the slide, in EMU."""
        return round(value * self.scale * EMU)


class Look(NamedTuple):
    """How a shape is filled and drawn around, as DrawingML."""

    fill: str = "<a:noFill/>"
    line: str = "<a:ln><a:noFill/></a:ln>"


class Writer:
    """Writes shapes one by one; each gets the next number, and colours are looked up in `colours` first."""

    def __init__(self, colours: Mapping[str, str]) -> None:
        self.colours = colours
        self._number = 1

    def number(self) -> int:
        """Return a number that no shape of the slide has yet."""
        self._number += 1
        return self._number

    def colour(self, name: str) -> str:
        """Return a colour as DrawingML."""
        return f'<a:srgbClr val="{self.colours.get(name, name).lstrip("#")}"/>'

    def fill(self, name: str) -> str:
        """Return a plain fill, or none for an empty colour."""
        return f"<a:solidFill>{self.colour(name)}</a:solidFill>" if name else "<a:noFill/>"

    def line(self, space: Space, mark: Box | Path, ends: str = "") -> str:
        """Return the line around a shape or along a path."""
        if not mark.stroke:
            return f"<a:ln><a:noFill/>{ends}</a:ln>"
        return self.stroke(space, mark.stroke, mark.weight, mark.dashes, ends)

    def stroke(self, space: Space, colour: str, weight: float, dashes: Sequence[float], ends: str = "") -> str:
        """Return a line of a colour, weight and dashes in units of the space."""
        width = max(space.length(weight), 1)
        rows = "".join(
            f'<a:ds d="{round(dash / weight * 100_000)}" sp="{round(gap / weight * 100_000)}"/>'
            for dash, gap in zip(dashes[::2], dashes[1::2], strict=True)
        )
        dash = f"<a:custDash>{rows}</a:custDash>" if rows else ""
        return f'<a:ln w="{width}">{self.fill(colour)}{dash}<a:round/>{ends}</a:ln>'

    def shape(
        self,
        number: int,
        name: str,
        rect: Rect,
        geometry: str,
        look: Look,
        body: str = "",
        *,
        words: str = "",
        text_box: bool = False,
    ) -> str:
        """Return a shape at a place in EMU; without words to say aloud and without text it is marked as decoration."""
        said = f' descr="{legal_words(words)}"' if words else ""
        silent = "" if words or body else _DECORATIVE
        kind = '<p:cNvSpPr txBox="1"/>' if text_box else "<p:cNvSpPr/>"
        body = body or "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody>"
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{legal_words(name)}"{said}>{silent}</p:cNvPr>{kind}<p:nvPr/>'
            f"</p:nvSpPr><p:spPr>{frame(rect)}{geometry}{look.fill}{look.line}</p:spPr>{body}</p:sp>"
        )

    def mark(self, space: Space, mark: Mark, name: str) -> str:
        """Return a mark as a shape of its own."""
        if isinstance(mark, Text):
            return self.text(space, mark, name)
        if isinstance(mark, Box):
            look = Look(self.fill(mark.fill), self.line(space, mark))
            rect = space.rect(mark.rect)
            return self.shape(self.number(), name, rect, rounded(mark.rect, mark.radius), look)
        if isinstance(mark, Path):
            return self.path(space, mark, name)
        return self.icon(space, mark, name)

    def text(self, space: Space, mark: Text, name: str) -> str:
        """Return a line of text as a box just around it."""
        width = text.width(mark.text, mark.size, mark.weight) * 1.04 + 4
        left = mark.x - {"start": 0, "middle": width / 2, "end": width}[mark.anchor]
        rect = space.rect(Rect(left, mark.y - ASCENT * mark.size, width, (ASCENT + DESCENT) * mark.size))
        align = {"start": "l", "middle": "ctr", "end": "r"}[mark.anchor]
        body = self.body(space, [[mark]], align=align)
        return self.shape(self.number(), name, rect, _PLAIN, Look(), body, text_box=True)

    def body(
        self,
        space: Space,
        lines: Sequence[Sequence[Text]],
        *,
        left: float = 0.0,
        top: float = 0.0,
        align: str = "l",
    ) -> str:
        """Return lines of text as the paragraphs of a shape; `left` and `top` are its insets in units of the space.

        Words that follow on the same line stand apart by wide spaces.
        """
        inset = f'lIns="{space.length(left)}" tIns="{space.length(top)}" rIns="0" bIns="0"'
        rows: list[str] = []
        before: Text | None = None
        for line in lines:
            first = line[0]
            gap = ""
            if before is not None:
                room = first.y - before.y - DESCENT * before.size - ASCENT * first.size
                if room < 0:
                    share = round((first.y - before.y) / ((ASCENT + DESCENT) * first.size) * 100_000)
                    gap = f'<a:lnSpc><a:spcPct val="{share}"/></a:lnSpc>'
                gap += f'<a:spcBef><a:spcPts val="{max(0, _points(space, room))}"/></a:spcBef>'
            if len(line) == 1:
                runs, side = self._run(space, first), ' rtl="1"' if from_right(first) else ""
            else:
                runs, side = (
                    "".join(self._run(space, mark, _gap(line, index), beside=True) for index, mark in enumerate(line)),
                    "",
                )
            rows.append(f'<a:p><a:pPr algn="{align}" marL="0" indent="0"{side}>{gap}<a:buNone/></a:pPr>{runs}</a:p>')
            before = first
        return (
            f'<p:txBody><a:bodyPr wrap="none" {inset} anchor="t" rtlCol="0"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
            f"{''.join(rows)}</p:txBody>"
        )

    def _run(self, space: Space, mark: Text, before: str = "", *, beside: bool = False) -> str:
        """Return a text, after a gap; what stands beside it on the line is not turned round with it."""
        words = _BREAKS.sub(" ", legal(mark.text))
        words = _FROM_RIGHT.format(words) if beside and from_right(mark) else words
        words = escape(before + words, quote=False)
        return f"<a:r>{self.letters(space, mark)}<a:t>{words}</a:t></a:r>"

    def letters(self, space: Space, mark: Text) -> str:
        """Return how the letters of a text look."""
        bold = int(mark.weight is Weight.BOLD)
        size = max(100, _points(space, mark.size))
        face = f"{FONT} SemiBold" if mark.weight is Weight.SEMIBOLD else FONT
        language, east, complex_ = "en-GB", face, face
        if not text.is_plain(mark.text, mark.weight):
            language, east, complex_ = _faces(mark, face)
        font = f'<a:latin typeface="{face}"/><a:ea typeface="{east}"/><a:cs typeface="{complex_}"/>'
        return f'<a:rPr lang="{language}" sz="{size}" b="{bold}" dirty="0">{self.fill(mark.colour)}{font}</a:rPr>'

    def path(self, space: Space, mark: Path, name: str) -> str:
        """Return a path as a freeform."""
        spots = [(x, y) for _, values in mark.commands for x, y in zip(values[::2], values[1::2], strict=True)]
        left, top = min(x for x, _ in spots), min(y for _, y in spots)
        rect = Rect(left, top, max(x for x, _ in spots) - left, max(y for _, y in spots) - top)
        geometry = custom(rect, [(mark.commands, "norm" if mark.fill else "none", bool(mark.stroke))])
        look = Look(self.fill(mark.fill), self.line(space, mark))
        return self.shape(self.number(), name, space.rect(rect), geometry, look)

    def icon(self, space: Space, mark: Icon, name: str) -> str:
        """Return an icon as one freeform with all its pieces."""
        square = Rect(0, 0, GRID, GRID)
        pieces = [(piece.commands, "norm" if piece.filled else "none", not piece.filled) for piece in icon(mark.key)]
        rect = space.rect(Rect(mark.x, mark.y, mark.size, mark.size))
        fill = self.fill(mark.colour)
        width = space.length(STROKE * mark.size / GRID)
        line = f'<a:ln w="{width}" cap="rnd">{fill}<a:round/></a:ln>'
        return self.shape(self.number(), name, rect, custom(square, pieces), Look(fill, line))


def legal_words(words: str) -> str:
    """Return words as the value of an attribute."""
    return escape(legal(words)).replace("\n", "&#10;").replace("\t", " ").replace("\r", " ")


def frame(rect: Rect, turn: str = "", tag: str = "a:xfrm", inner: str = "") -> str:
    """Return where a shape stands."""
    x, y, w, h = map(round, rect)
    return f'<{tag}{turn}><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/>{inner}</{tag}>'


def rounded(rect: Rect, radius: float) -> str:
    """Return the geometry of a rectangle, with round corners if it has a radius."""
    if not radius:
        return _PLAIN
    share = round(min(0.5, radius / max(min(rect.w, rect.h), 0.01)) * 100_000)
    return f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {share}"/></a:avLst></a:prstGeom>'


def docked(rect: Rect, radius: float, sites: Sites) -> str:
    """Return the geometry of a rectangle with round corners that has further sites than the usual four."""
    if not sites:
        return rounded(rect, radius)
    spots = [(round(x * rect.w * _FINE), round(y * rect.h * _FINE)) for x, y in (*USUAL_SITES, *sites)]
    glue = "".join(f'<a:cxn ang="0"><a:pos x="{x}" y="{y}"/></a:cxn>' for x, y in spots)
    return custom(rect, [(_outline(rect, radius), "norm", True)], f"<a:cxnLst>{glue}</a:cxnLst>")


def _outline(rect: Rect, radius: float) -> list[Command]:
    """Return the outline of a rectangle with round corners, from the top left clockwise."""
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    r = min(radius, rect.w / 2, rect.h / 2)
    k = r * (1 - KAPPA)
    return [
        ("M", (x + r, y)),
        ("L", (right - r, y)),
        ("C", (right - k, y, right, y + k, right, y + r)),
        ("L", (right, bottom - r)),
        ("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
        ("L", (x + r, bottom)),
        ("C", (x + k, bottom, x, bottom - k, x, bottom - r)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("Z", ()),
    ]


def custom(rect: Rect, pieces: Iterable[tuple[Sequence[Command], str, bool]], glue: str = "<a:cxnLst/>") -> str:
    """Return a geometry of paths around a rectangle: commands, how each is filled, and whether it is stroked."""
    w, h = max(round(rect.w * _FINE), 1), max(round(rect.h * _FINE), 1)
    write = _trace(rect)
    paths = "".join(
        f'<a:path w="{w}" h="{h}" fill="{fill}" stroke="{int(stroked)}">{write(commands)}</a:path>'
        for commands, fill, stroked in pieces
    )
    return (
        f"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/>{glue}"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{paths}</a:pathLst></a:custGeom>'
    )


def _trace(rect: Rect) -> Callable[[Sequence[Command]], str]:
    tags = {"M": "a:moveTo", "L": "a:lnTo", "C": "a:cubicBezTo"}

    def write(commands: Sequence[Command]) -> str:
        rows: list[str] = []
        for op, values in commands:
            if op == "Z":
                rows.append("<a:close/>")
                continue
            points = "".join(
                f'<a:pt x="{round((x - rect.x) * _FINE)}" y="{round((y - rect.y) * _FINE)}"/>'
                for x, y in zip(values[::2], values[1::2], strict=True)
            )
            rows.append(f"<{tags[op]}>{points}</{tags[op]}>")
        return "".join(rows)

    return write


def from_right(mark: Text) -> bool:
    """Tell whether a text runs from right to left."""
    if text.is_plain(mark.text, mark.weight):
        return False
    from modelbuilder.layout.shaping import shape

    return shape(mark.text, mark.weight).from_right


def set_scripts(paragraph: Any, mark: Text) -> None:
    """Give the paragraph of a placeholder the direction and the fonts that its text needs beside its own."""
    if text.is_plain(mark.text, mark.weight):
        return
    from pptx.oxml import parse_xml

    language, east, others = _faces(mark, FONT)
    if from_right(mark):
        look = paragraph.get_or_add_pPr()
        look.set("algn", "l")
        look.set("rtl", "1")
    for run in paragraph.r_lst:
        letters = run.get_or_add_rPr()
        letters.set("lang", language)
        for tag, face in (("ea", east), ("cs", others)):
            letters.append(parse_xml(f'<a:{tag} xmlns:a="{_MAIN}" typeface="{face}"/>'))


def _faces(mark: Text, latin: str) -> tuple[str, str, str]:
    """Return the language of a text that other fonts have a part in, and its fonts for eastern and complex scripts."""
    from modelbuilder.layout import shaping

    faces = shaping.families(mark.text, mark.weight)
    east = next((face.family for face in faces if "CJK" in face.family), latin)
    others = next((face.family for face in faces if "CJK" not in face.family), latin)
    return shaping.language(mark.text, mark.weight), east, others


def _gap(line: Sequence[Text], index: int) -> str:
    """Return the spaces of half an em that keep words off those before them on a line."""
    if not index:
        return ""
    before, mark = line[index - 1], line[index]
    room = mark.x - before.x - text.width(before.text, before.size, before.weight)
    return "\u2002" * max(1, round(room / (mark.size / 2)))


def _points(space: Space, size: float) -> int:
    """Return a size in hundredths of a point; a slide unit is half a point."""
    return round(size * space.scale * 50)
