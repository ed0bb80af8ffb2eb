"""Record what an SVG file shows, in slide units, so that it can be compared with what others paint."""

import re
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from recorders import FLAT_CAP, ROUND_CAP, Record, Shape, Words

from modelbuilder.drawing.section import Section
from modelbuilder.drawing.slide import Slide
from modelbuilder.layout import text
from modelbuilder.layout.shaping import SIGN
from modelbuilder.layout.text import Weight
from modelbuilder.render.html import html
from modelbuilder.render.svg import svg

_TRANSFORM = re.compile(r"translate\((\S+) (\S+)\)(?: scale\((\S+)\))?")
_COMMAND = re.compile(r"([MLCZ])([^MLCZ]*)")


class Spot(NamedTuple):
    """Where and how large an element is shown, with what it takes from the elements around it."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    look: tuple[tuple[str, str], ...] = ()

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return a point in slide units."""
        return self.x + x * self.scale, self.y + y * self.scale


def record_svg(monkeypatch: pytest.MonkeyPatch, slide: Slide) -> tuple[bytes, Record]:
    """Write an SVG and read back what it shows."""
    written, record = svg(slide), Record()
    _read(ElementTree.fromstring(written), Spot(), record)
    return written.encode(), record


def record_html(monkeypatch: pytest.MonkeyPatch, slide: Slide) -> tuple[bytes, Record]:
    """Write a web page with one drawing and read back what that shows."""
    written, record = html([Section("A", "", slide)], "A"), Record()
    [drawing] = re.findall(r"<svg.*?</svg>", written, re.DOTALL)
    _read(ElementTree.fromstring(drawing), Spot(), record)
    return written.encode(), record


def _read(element: ElementTree.Element, spot: Spot, record: Record) -> None:
    look = {**dict(spot.look), **element.attrib}
    name = element.tag.rpartition("}")[2]
    if name == "text":
        record.marks.append(_words(element, spot))
    elif name == "rect":
        x, y, w, h = (float(element.attrib[key]) for key in ("x", "y", "width", "height"))
        corners = (spot.at(x, y), spot.at(x + w, y + h))
        record.marks.append(_shape(corners, float(element.get("rx", "0")), look, spot))
    elif name == "path":
        record.marks.append(_shape(_points(element.attrib["d"], spot), 0.0, look, spot))
    else:
        if found := _TRANSFORM.fullmatch(element.get("transform", "")):
            x, y = spot.at(float(found[1]), float(found[2]))
            spot = Spot(x, y, spot.scale * float(found[3] or 1))
        inherited = tuple((key, value) for key, value in look.items() if key.startswith(("stroke", "fill")))
        for child in element:
            _read(child, spot._replace(look=inherited), record)


def _words(element: ElementTree.Element, spot: Spot) -> Words:
    words, size = element.text or "", float(element.attrib["font-size"])
    weight = Weight(int(element.attrib["font-weight"]))
    sides = {"start": 0.0, "middle": 0.5, "end": 1.0}
    shift = sides[element.get("text-anchor", "start")]
    shift = 1 - shift if element.get("direction") == "rtl" else shift
    width = float(element.get("textLength", "0"))
    assert {"\ufffd", SIGN} & set(words) or width == pytest.approx(text.width(words, size, weight), abs=0.01)
    x, y = spot.at(float(element.attrib["x"]) - shift * width, float(element.attrib["y"]))
    return Words(words, x, y, size * spot.scale, weight, element.attrib["fill"])


def _shape(points: tuple[tuple[float, float], ...], radius: float, look: dict[str, str], spot: Spot) -> Shape:
    stroked = look.get("stroke", "none") != "none"
    fill = look.get("fill", "none")
    return Shape(
        points,
        radius * spot.scale,
        "" if fill == "none" else fill,
        look["stroke"] if stroked else "",
        float(look["stroke-width"]) * spot.scale if stroked else 0.0,
        tuple(float(dash) * spot.scale for dash in look.get("stroke-dasharray", "").split()) if stroked else (),
        ROUND_CAP if stroked and look.get("stroke-linecap") == "round" else FLAT_CAP,
    )


def _points(data: str, spot: Spot) -> tuple[tuple[float, float], ...]:
    points: list[tuple[float, float]] = []
    start = (0.0, 0.0)
    for op, words in _COMMAND.findall(data):
        values = [float(word) for word in words.split()]
        if op == "Z":
            if points[-1] != pytest.approx(start, abs=1e-6):
                points.append(start)
            continue
        for pair in zip(values[::2], values[1::2], strict=True):
            here = spot.at(*pair)
            start = here if op == "M" else start
            if not points or here != pytest.approx(points[-1], abs=1e-6):
                points.append(here)
    return tuple(points)
