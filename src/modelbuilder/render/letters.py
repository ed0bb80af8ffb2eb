"""Letters that reportlab cannot set: glyphs chosen by HarfBuzz, in fonts of which a PDF has just what it shows."""

import re
import struct
from collections.abc import Iterable
from typing import Any, NamedTuple

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress
from reportlab.pdfbase.ttfonts import SUBSETN
from reportlab.pdfgen.canvas import Canvas

from modelbuilder.drawing.marks import Text
from modelbuilder.layout.fonts import Face, opened
from modelbuilder.layout.shaping import Cluster, shape
from modelbuilder.layout.text import Weight
from modelbuilder.render.catalog import inner

_LEFT_OUT = ("BASE", "GDEF", "GPOS", "GSUB", "OS/2", "STAT", "VORG", "cmap", "gasp", "name", "post", "vhea", "vmtx")
"""Tables that a PDF has no use for."""
_UNSUITABLE = re.compile("[^A-Za-z0-9-]")
"""What the name of a font in a PDF is better without."""
_TURNED = dict(zip("()[]{}<>«»", ")(][}{><»«", strict=True))
_CHARACTERS = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class Letters:
    """The fonts that a PDF needs for some texts, and the writing of these texts with them."""

    def __init__(self, canvas: Canvas, texts: Iterable[Text]) -> None:
        self.canvas = canvas
        used: dict[Face, dict[Sense, None]] = {}
        for mark in texts:
            for cluster in shape(mark.text, mark.weight, mark.font).clusters:
                used.setdefault(cluster.face, {}).update(dict.fromkeys(_senses(cluster)))
        self.fonts = {face: _Font(canvas, face, list(senses), n) for n, (face, senses) in enumerate(used.items())}

    def write(self, mark: Text, x: float, y: float) -> None:
        """Write a text from (x, y) on its baseline, y upwards.

        Dots and marks, which stand for nothing by themselves, come last: they do not part the letters when one copies.
        """
        words: list[str] = []
        marks: list[str] = []
        for cluster in shape(mark.text, mark.weight, mark.font).clusters:
            font, senses = self.fonts[cluster.face], _senses(cluster)
            drawn = []
            for glyph, sense in zip(cluster.glyphs, senses, strict=True):
                spot = f"{_number(x + glyph.x * mark.size)} {_number(y + glyph.y * mark.size)}"
                look = f"/{font.name} {_number(mark.size)} Tf 1 0 0 1 {spot} Tm"
                drawn.append((f"{look} <{font.codes[sense]:04X}> Tj", sense.text))
            several = sum(glyph.advance > 0 for glyph in cluster.glyphs) > 1
            if several or not font.says(senses):
                words += [_said(cluster.text), *(one for one, _ in drawn), "EMC"]
            else:
                words += [one for one, text in drawn if text]
                marks += [one for one, text in drawn if not text]
        self.canvas._code.append(" ".join(["BT", *words, *marks, "ET"]))  # type: ignore[attr-defined]  # as in tags.py


class Sense(NamedTuple):
    """A glyph and the characters that it stands for: none when another one of its cluster does."""

    glyph: int
    text: str


def _senses(cluster: Cluster) -> list[Sense]:
    """Let the widest glyph of a cluster stand for all of it; a bracket turned round stands for what it looks like."""
    widest = max(cluster.glyphs, key=lambda glyph: glyph.advance)
    text = cluster.text
    if text in _TURNED and opened(cluster.face).get_nominal_glyph(ord(_TURNED[text])) == widest.number:
        text = _TURNED[text]
    return [Sense(glyph.number, text if glyph is widest else "") for glyph in cluster.glyphs]


class _Font:
    """A subset of a face in a PDF; `codes` are the numbers in it of glyphs, one for each sense where that can be."""

    def __init__(self, canvas: Canvas, face: Face, senses: list[Sense], number: int) -> None:
        self.name = f"L{number}"
        font = opened(face)
        plan = hb.SubsetPlan(font.face, _wanted(font.face, face, [sense.glyph for sense in senses]))
        subset, places = plan.execute(), plan.old_to_new_glyph_mapping
        has_curves = "CFF " in subset.table_tags
        self.codes = {sense: places[sense.glyph] if has_curves else code for code, sense in enumerate(senses, start=1)}
        self.glyphs = {code: sense.glyph for sense, code in self.codes.items()}
        self.texts = {code: sense.text for sense, code in reversed(self.codes.items()) if sense.text}
        document, scale = inner(canvas), 1000 / font.face.upem
        weight = "" if face.weight is Weight.REGULAR else f"-{face.weight.name.title()}"
        name = PDFName(f"{SUBSETN(number).decode()}+{_UNSUITABLE.sub('', face.family)}{weight}")
        file = subset.reference_table("CFF ").data if has_curves else subset.blob.data
        extents = font.get_font_extents("ltr")
        descriptor = {
            "Type": PDFName("FontDescriptor"),
            "FontName": name,
            "Flags": 4,
            "FontBBox": PDFArray([round(v * scale) for v in struct.unpack_from(">4h", _head(subset), 36)]),
            "ItalicAngle": 0,
            "Ascent": round(extents.ascender * scale),
            "Descent": round(extents.descender * scale),
            "CapHeight": round(0.714 * 1000),
            "StemV": face.weight // 5,
            "FontFile3" if has_curves else "FontFile2": document.Reference(
                _stream(file, {"Subtype": PDFName("CIDFontType0C")} if has_curves else {"Length1": len(file)})
            ),
        }
        widths: list[object] = []
        for code, glyph in sorted(self.glyphs.items()):
            widths += [code, PDFArray([round(font.get_glyph_h_advance(glyph) * scale, 2)])]
        system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
        descendant = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType0" if has_curves else "CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": PDFDictionary(system),
            "FontDescriptor": document.Reference(PDFDictionary(descriptor)),
            "W": PDFArray(widths),
        }
        if not has_curves:
            spots = (places[self.glyphs[code]] if code else 0 for code in range(len(senses) + 1))
            descendant["CIDToGIDMap"] = document.Reference(_stream(struct.pack(f">{len(senses) + 1}H", *spots)))
        whole = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": name,
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(PDFDictionary(descendant))]),
            "ToUnicode": document.Reference(_stream(self._characters().encode())),
        }
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(PDFDictionary(whole))

    def says(self, senses: list[Sense]) -> bool:
        """Tell whether the font says by itself which characters glyphs stand for."""
        return all(self.texts.get(self.codes[sense], "") == sense.text for sense in senses)

    def _characters(self) -> str:
        rows = [f"<{code:04X}> <{_utf16(text)}>" for code, text in sorted(self.texts.items())]
        parts = [rows[at : at + 100] for at in range(0, len(rows), 100)]
        return _CHARACTERS.format(
            "".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n" for part in parts)
        )


def _wanted(whole: hb.Face, face: Face, glyphs: Iterable[int]) -> hb.SubsetInput:
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(list(glyphs))
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update([int.from_bytes(tag.encode(), "big") for tag in _LEFT_OUT])
    flags = hb.SubsetFlags
    wanted.flags = (
        flags.NO_HINTING
        | flags.NO_LAYOUT_CLOSURE
        | flags.NOTDEF_OUTLINE
        | flags.DOWNGRADE_CFF2
        | flags.CFF_IDENTITY_CHARSET
    )
    if whole.has_var_data:
        wanted.pin_axis_location(whole, "wght", float(face.weight))
    return wanted


def _head(face: hb.Face) -> bytes:
    return bytes(face.reference_table("head").data)


def _stream(content: bytes, entries: dict[str, Any] | None = None) -> PDFStream:
    return PDFStream(PDFDictionary(entries or {}), content, [PDFZCompress])


def _said(text: str) -> str:
    """Begin glyphs that stand for a text."""
    return f"/Span <</ActualText <FEFF{_utf16(text)}>>> BDC"


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
