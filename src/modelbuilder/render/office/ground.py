"""What slides of PowerPoint stand on: our own master and theme, or a template of a trust's own."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from modelbuilder.document.errors import InputError
from modelbuilder.drawing import style
from modelbuilder.drawing.colours import readable
from modelbuilder.drawing.slide import HEIGHT, WIDTH
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.render.office.backdrop import is_light, theme_part
from modelbuilder.render.office.drawingml import FONT, Space
from modelbuilder.sources.shapes import EMU
from modelbuilder.vocabulary.strokes import Hue
from modelbuilder.vocabulary.tiers import Tier

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_ACCENTS = {
    "accent1": Tier.EXECUTIVE,
    "accent2": Tier.SCHOOL,
    "accent3": Tier.GOVERNANCE,
    "accent4": Tier.TRUST,
    "accent5": Tier.OUTSIDE,
}
_CONTENT = Rect(64, 130, 1792, 890)
"""What diagram and legend may cover on a slide of ours; words under the title begin higher."""
_WHOLE = Rect(0, 0, WIDTH, HEIGHT)
_INSET = 30.0
"""What a place for words keeps free at its sides."""
_FOOTER = 24.0
"""Height of letters in the footer of most templates: 12 points."""
_SUBTITLE_TOP = 94.0
_TEMPLATES = (b"presentationml.template.main+xml", b"presentationml.presentation.main+xml")


@dataclass(frozen=True)
class Ground:
    """An open presentation without slides, and how ours are put on its layout.

    `paper` is set where what we draw needs a light sheet of its own to be read.
    """

    presentation: "Presentation"
    layout: Any
    own: bool = True
    colours: dict[str, str] = field(default_factory=dict)
    area: Rect = _WHOLE
    paper: bool = False

    def footer(self, words: str) -> str:
        """Leave out the last parts of a footer that the place for it in a template has no room for."""
        if self.own:
            return words
        places = (shape for shape in self.layout.placeholders if _kind(shape) == "ftr")
        room = max((shape.width / EMU - _INSET for shape in places), default=0.0)
        parts = words.split(" · ")
        while len(parts) > 1 and text.width(" · ".join(parts), _FOOTER) > room:
            parts.pop()
        return text.elide(" · ".join(parts), _FOOTER, Weight.REGULAR, room)

    def space(self, *, subtitle: bool) -> Space:
        """Return where the slide units of our slides land: as they are, or fitted below a template's title."""
        if self.own:
            return Space()
        top = _SUBTITLE_TOP if subtitle else _CONTENT.y
        content = Rect(_CONTENT.x, top, _CONTENT.w, _CONTENT.bottom - top)
        scale = min(self.area.w / content.w, self.area.h / content.h)
        return Space(scale, self.area.cx - content.cx * scale, self.area.cy - content.cy * scale)


def ours(font: str = "", brand: Mapping[str, str] = MappingProxyType({})) -> Ground:
    """Return a presentation on our own master and theme: white, a coloured edge, the title at the top left.

    A brand may name the font of titles, and other colours in place of ours.
    """
    from pptx import Presentation
    from pptx.util import Emu

    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Emu(round(WIDTH * EMU)), Emu(round(HEIGHT * EMU))
    master = presentation.slide_master
    kept = next(layout for layout in presentation.slide_layouts if layout.name == "Title Only")
    for layout in list(presentation.slide_layouts):
        if layout is not kept:
            presentation.slide_layouts.remove(layout)
    kept.name = "Leadership model"
    _dress(presentation, font or FONT, brand)
    rects = {
        "title": Rect(142, 40, 1714, 70),
        "body": _CONTENT,
        "dt": Rect(1500, 1034, 240, 28),
        "ftr": Rect(64, 1034, 1400, 28),
        "sldNum": Rect(1756, 1034, 100, 28),
    }
    for shape in (*master.placeholders, *kept.placeholders):
        _put(shape, rects[_kind(shape)])
    _style(master._element)
    edge = master.shapes._spTree  # drawn before everything else
    edge.insert(2, _parsed(_edge()))
    return Ground(presentation, kept)


def theirs(path: Path) -> Ground:
    """Return a presentation on a template's layout with its title, in its colours, darkened where they are too pale.

    Raises InputError when the file cannot be used.
    """
    from pptx import Presentation

    try:
        presentation = Presentation(BytesIO(_as_presentation(path.read_bytes())))
    except OSError as error:
        raise InputError(f"{path.name} cannot be read: {error.strerror or error}.") from None
    except Exception:
        raise InputError(f"{path.name} is not a presentation of PowerPoint (.pptx or .potx).") from None
    ids = presentation.slides._sldIdLst
    for one in list(ids):
        presentation.part.drop_rel(one.rId)
        ids.remove(one)
    layout = _title_layout(presentation)
    if layout is None:
        raise InputError(f"{path.name} has no layout with a title.")
    colours, area = dict(_recoloured(layout.slide_master)), _free_area(presentation, layout)
    return Ground(presentation, layout, False, colours, area, not is_light(presentation, layout))


def _as_presentation(content: bytes) -> bytes:
    """Return the bytes of a template as those of a presentation: they differ in one word."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(*_TEMPLATES) if name == "[Content_Types].xml" else part)
    return buffer.getvalue()


def _title_layout(presentation: "Presentation") -> Any:
    """Return the layout with a title, the least else and then the most room, of all masters, or None."""

    def kinds(layout: Any) -> list[str]:
        return [_kind(shape) for shape in layout.placeholders]

    def order(layout: Any) -> tuple[int, float]:
        area = _free_area(presentation, layout)
        return len([kind for kind in kinds(layout) if kind not in quiet]), -area.w * area.h

    quiet = {"title", "ctrTitle", "dt", "ftr", "sldNum"}
    layouts = [layout for master in presentation.slide_masters for layout in master.slide_layouts]
    return min((layout for layout in layouts if "title" in kinds(layout)), key=order, default=None)


def _free_area(presentation: "Presentation", layout: Any) -> Rect:
    """Return what a layout leaves free between its title and its footer, in slide units."""
    width, height = (presentation.slide_width or 0) / EMU, (presentation.slide_height or 0) / EMU
    margin = width * 0.035
    top, bottom = margin, height - margin
    for shape in layout.placeholders:
        kind = _kind(shape)
        y, h = (shape.top or 0) / EMU, (shape.height or 0) / EMU
        if kind == "title" and y + h < height * 0.6:
            top = max(top, y + h)
        elif kind in ("dt", "ftr", "sldNum") and y > height * 0.6:
            bottom = min(bottom, y)
    gap = height * 0.012
    return Rect(margin, top + gap, width - 2 * margin, bottom - top - 2 * gap)


def _recoloured(master: Any) -> Iterator[tuple[str, str]]:
    """Yield for each colour of ours the template's own, dark enough to be read on white, and its kin."""
    theme = theme_part(master).blob.decode("utf-8", "replace")
    for accent, tier in _ACCENTS.items():
        found = re.search(rf"<a:{accent}>.*?(?:srgbClr val|lastClr)=\"([0-9A-Fa-f]{{6}})\"", theme, re.DOTALL)
        if found:
            yield from style.recoloured(tier, readable(f"#{found.group(1)}")).items()


def _dress(presentation: "Presentation", face: str, brand: Mapping[str, str]) -> None:
    """Give the theme colours and a font."""
    part = theme_part(presentation.slide_master)
    colours = {"dk1": style.INK, "lt1": style.PAPER, "dk2": style.TIERS[Tier.TRUST], "lt2": style.QUIET}
    colours |= {accent: style.TIERS[tier] for accent, tier in _ACCENTS.items()}
    colours |= {"accent6": style.HUES[Hue.GREEN], "hlink": style.IDEA, "folHlink": style.SECOND}
    colours = {key: brand.get(value, value) for key, value in colours.items()}
    rows = "".join(f'<a:{key}><a:srgbClr val="{value.lstrip("#")}"/></a:{key}>' for key, value in colours.items())
    font = f'<a:latin typeface="{escape(face)}"/><a:ea typeface=""/><a:cs typeface=""/>'
    theme = part.blob.decode()
    theme = re.sub(r'(<a:theme [^>]*name=")[^"]*', r"\1modelbuilder", theme, count=1)
    scheme = f'<a:clrScheme name="modelbuilder">{rows}</a:clrScheme>'
    theme = re.sub(r"<a:clrScheme .*?</a:clrScheme>", scheme, theme, flags=re.DOTALL)
    fonts = f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>"
    scheme = f'<a:fontScheme name="modelbuilder">{fonts}</a:fontScheme>'
    theme = re.sub(r"<a:fontScheme .*?</a:fontScheme>", scheme, theme, flags=re.DOTALL)
    part._blob = theme.encode()


def _kind(shape: Any) -> str:
    """Return what a placeholder is for, in the words of the format."""
    return str(shape._element.nvSpPr.nvPr.find("{*}ph").get("type", "body"))


def _put(shape: Any, rect: Rect) -> None:
    shape.left, shape.top = round(rect.x * EMU), round(rect.y * EMU)
    shape.width, shape.height = round(rect.w * EMU), round(rect.h * EMU)


def _style(master: Any) -> None:
    """Set the words of the master: a bold title at the left, small words in the footer."""
    for level in master.findall(".//{*}titleStyle/{*}lvl1pPr"):
        level.set("algn", "l")
        letters = level.find("{*}defRPr")
        letters.set("sz", "1900")
        letters.set("b", "1")
    for shape in master.findall(".//{*}sp"):
        kind = shape.find(".//{*}ph").get("type")
        body = shape.find("{*}txBody/{*}bodyPr")
        if kind in ("title", "ftr", "sldNum", "dt"):
            body.set("lIns", "0")
            body.set("rIns", "0")
        for level in shape.findall(".//{*}lstStyle/{*}lvl1pPr"):
            level.set("algn", "l" if kind == "ftr" else "r")
            level.find("{*}defRPr").set("sz", "700")


def _edge() -> str:
    """Return the coloured left edge of every slide."""
    width, height = 14 * EMU, round(HEIGHT * EMU)
    return (
        '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<p:nvSpPr><p:cNvPr id="100" name="Edge"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        '</a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )


def _parsed(xml: str) -> Any:
    from pptx.oxml import parse_xml

    return parse_xml(xml)
