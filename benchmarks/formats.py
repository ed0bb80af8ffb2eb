"""Formats: a slide as picture, PowerPoint, drawing and page; floors are QPainter, python-pptx and Graphviz alone."""

import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from pptx import Presentation
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Emu
from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen

from benchmarks.clock import Row, alternating, typical
from benchmarks.trusts import placed
from modelbuilder.document.records import Document
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.icons import GRID, icon
from modelbuilder.drawing.marks import Box, Command, Connector, Group, Icon, Mark, Path, Text
from modelbuilder.drawing.section import sections
from modelbuilder.drawing.slide import HEIGHT, WIDTH, Slide
from modelbuilder.render.html import html
from modelbuilder.render.pdf import pdf
from modelbuilder.render.png import png
from modelbuilder.render.pptx import pptx
from modelbuilder.render.qt import font
from modelbuilder.render.svg import svg

_EMU = 6350


def measure(*, quick: bool = False) -> list[Row]:
    """Write models of 100 and 1,000 cards, the slide laid out before; beside dot the whole way from the model."""
    return [row for cards in ((100,) if quick else (100, 1_000)) for row in _rows(cards)]


def _rows(cards: int) -> Iterator[Row]:
    document = placed(cards)
    [shown] = slides(document)
    paints = list(_paints(shown))
    took, least = alternating(lambda: png(shown), lambda: _painted(paints), 3)
    yield Row(f"write the PNG of {cards:,} cards, {_kilobytes(png(shown))} kB", took, least)
    slides_of_office = pptx([shown], "", _picture)
    took, least = alternating(lambda: pptx([shown], "", _picture), lambda: _shaped(shown), 3)
    yield Row(f"write the PowerPoint of {cards:,} cards, {_kilobytes(slides_of_office)} kB", took, least)
    told = list(sections(document))
    took = typical(lambda: svg(shown), 5)
    yield Row(f"write the SVG of {cards:,} cards, {_kilobytes(svg(shown).encode())} kB", took)
    took = typical(lambda: html(told, "", "", b""), 5)
    yield Row(f"write the HTML of {cards:,} cards, {_kilobytes(html(told, '', '', b'').encode())} kB", took)
    if shutil.which("dot"):
        graph = _graph(document)
        took, least = alternating(lambda: pdf(list(slides(document)), ""), lambda: _dot(graph, "pdf"), 3)
        yield Row(f"draw and write the PDF of {cards:,} cards; floor: dot arranges and writes it", took, least)
        took, least = alternating(lambda: list(map(svg, slides(document))), lambda: _dot(graph, "svg"), 3)
        yield Row(f"draw and write the SVG of {cards:,} cards; floor: dot arranges and writes it", took, least)


def _picture(small: Slide, scale: float) -> bytes:
    return png(small, scale, transparent=True)


def _kilobytes(content: bytes) -> int:
    return round(len(content) / 1000)


class _Paint(NamedTuple):
    """One call of QPainter: words at a spot, or a path that is filled, or stroked where it has a weight."""

    ink: QColor
    path: QPainterPath
    weight: float = 0.0
    words: str = ""
    spot: QPointF = QPointF()
    letters: QFont | None = None


def _painted(paints: list[_Paint]) -> bytes:
    """Draw the same primitives with QPainter, all worked out beforehand, and write them as PNG."""
    image = QImage(round(WIDTH), round(HEIGHT), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for one in paints:
        if one.letters is not None:
            painter.setFont(one.letters)
            painter.setPen(one.ink)
            painter.drawText(one.spot, one.words)
        elif one.weight:
            painter.strokePath(one.path, QPen(one.ink, one.weight))
        else:
            painter.fillPath(one.path, one.ink)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _paints(shown: Slide) -> Iterator[_Paint]:
    rows: list[tuple[Mark, float, float, float]] = [(mark, 0.0, 0.0, 1.0) for mark in shown.frame]
    for one in shown.diagram:
        x, y = (one.x, one.y) if isinstance(one, Group) else (0.0, 0.0)
        rows += [(m, shown.x + x * shown.scale, shown.y + y * shown.scale, shown.scale) for m in one.marks]
    for mark, x, y, scale in rows:
        if isinstance(mark, Text):
            spot = QPointF(x + mark.x * scale, y + mark.y * scale)
            letters = font(mark.size * scale, mark.weight)
            yield _Paint(QColor(mark.colour), QPainterPath(), 0.0, mark.text, spot, letters)
        elif isinstance(mark, Icon):
            for piece in icon(mark.key):
                size = mark.size / GRID * scale
                path = _path(piece.commands, x + mark.x * scale, y + mark.y * scale, size)
                yield _Paint(QColor(mark.colour), path, 0.0 if piece.filled else 2 * size)
        else:
            if isinstance(mark, Box):
                path, rect = QPainterPath(), mark.rect
                outline = QRectF(x + rect.x * scale, y + rect.y * scale, rect.w * scale, rect.h * scale)
                path.addRoundedRect(outline, mark.radius * scale, mark.radius * scale)
            else:
                path = _path(mark.commands, x, y, scale)
            if mark.fill:
                yield _Paint(QColor(mark.fill), path)
            if mark.stroke:
                yield _Paint(QColor(mark.stroke), path, mark.weight * scale)


def _path(commands: tuple[Command, ...], x: float, y: float, scale: float) -> QPainterPath:
    path = QPainterPath()
    for op, values in commands:
        at = [(y if index % 2 else x) + value * scale for index, value in enumerate(values)]
        if op == "M":
            path.moveTo(*at)
        elif op == "L":
            path.lineTo(*at)
        elif op == "C":
            path.cubicTo(*at)
        else:
            path.closeSubpath()
    return path


def _shaped(shown: Slide) -> bytes:
    """Make as many shapes, texts and connectors with python-pptx, in the way that its documentation shows."""
    deck = Presentation()
    tree = deck.slides.add_slide(deck.slide_layouts[6]).shapes
    tree.turbo_add_enabled = True
    made = {}
    for one in shown.diagram:
        if isinstance(one, Group):
            texts = [mark for mark in one.marks if isinstance(mark, Text)]
            box = next(mark.rect for mark in one.marks if isinstance(mark, Box))
            spot = (one.x, one.y, box.w, box.h)
            shape = tree.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *(Emu(round(value * _EMU)) for value in spot))
            shape.text_frame.text = "\n".join(mark.text for mark in texts)
            made[one.thing_id] = shape
            for mark in one.marks:
                if isinstance(mark, Icon | Path):
                    tree.add_shape(MSO_SHAPE.RECTANGLE, Emu(0), Emu(0), Emu(9525), Emu(9525))
    for line in shown.diagram:
        if isinstance(line, Connector):
            joined = tree.add_connector(MSO_CONNECTOR.ELBOW, Emu(0), Emu(0), Emu(9525), Emu(9525))
            joined.begin_connect(made[line.ends[0]], 0)
            joined.end_connect(made[line.ends[1]], 2)
    buffer = BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _graph(document: Document) -> str:
    model = document.models[document.order[0]]
    nodes = (f'"{one}" [label="{post.role}"]' for one, post in model.posts.items())
    edges = (f'"{line.source}" -> "{line.target}"' for line in model.lines.values())
    return "digraph { splines=ortho; node [shape=box]; " + "; ".join((*nodes, *edges)) + " }"


def _dot(graph: str, kind: str) -> bytes:
    return subprocess.run(["dot", f"-T{kind}"], input=graph.encode(), capture_output=True, check=True).stdout
