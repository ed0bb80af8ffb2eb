"""Export: a slide as PDF, laid out and written; the floor is reportlab alone with the same primitives."""

from collections.abc import Callable
from functools import partial
from io import BytesIO

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from benchmarks.clock import Row, alternating, typical
from benchmarks.trusts import placed
from modelbuilder.drawing.icons import GRID, STROKE, icon
from modelbuilder.drawing.marks import Box, Command, Group, Icon, Path, Text
from modelbuilder.drawing.page import draw
from modelbuilder.drawing.slide import HEIGHT, WIDTH, Slide, slide
from modelbuilder.layout import text
from modelbuilder.render.pdf import FONTS, POINTS, pdf, register_fonts

Call = Callable[[Canvas], object]


def measure(*, quick: bool = False) -> list[Row]:
    """Draw and write models of 100 and 1,000 cards."""
    register_fonts()
    return [row for cards in ((100,) if quick else (100, 1_000)) for row in _rows(cards)]


def _rows(cards: int) -> list[Row]:
    document = placed(cards)

    def laid_out() -> Slide:
        return slide(draw(document, document.order[0]), "")

    shown = laid_out()
    calls = _calls(shown)
    ours, floor = alternating(lambda: pdf([shown], ""), lambda: _written(calls), 7)
    whole = typical(lambda: pdf([laid_out()], ""), 5)
    return [
        Row(f"write the PDF of {cards:,} cards", ours, floor, most_ratio=1.5),
        Row(f"draw, lay out and write the PDF of {cards:,} cards", whole),
    ]


def _written(calls: list[Call]) -> bytes:
    buffer = BytesIO()
    size = (WIDTH * POINTS, HEIGHT * POINTS)
    font = FONTS[text.Weight.REGULAR]
    canvas = Canvas(buffer, pagesize=size, initialFontName=font, invariant=1, pageCompression=1)  # type: ignore[arg-type]
    canvas.transform(POINTS, 0, 0, POINTS, 0, HEIGHT * POINTS)
    for call in calls:
        call(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _calls(shown: Slide) -> list[Call]:
    """Return the calls of reportlab that draw a slide, with all coordinates worked out beforehand."""
    calls: list[Call] = []
    keys = {(mark.key, mark.colour) for drawn in shown.diagram for mark in drawn.marks if isinstance(mark, Icon)}
    keys |= {(mark.key, mark.colour) for mark in shown.frame if isinstance(mark, Icon)}
    calls += [partial(_form, key=key, ink=HexColor(ink), pieces=_pieces(key)) for key, ink in sorted(keys)]
    for mark in shown.frame:
        calls.append(_call(mark, 0, 0))
    calls.append(lambda canvas: canvas.transform(shown.scale, 0, 0, shown.scale, shown.x, -shown.y))
    for drawn in shown.diagram:
        x, y = (drawn.x, drawn.y) if isinstance(drawn, Group) else (0.0, 0.0)
        calls += [_call(mark, x, y) for mark in drawn.marks]
    return calls


def _call(mark: Box | Path | Text | Icon, x: float, y: float) -> Call:
    if isinstance(mark, Text):
        left = (
            x
            + mark.x
            - {"start": 0, "middle": 0.5, "end": 1}[mark.anchor] * text.width(mark.text, mark.size, mark.weight)
        )
        return partial(
            _text,
            ink=HexColor(mark.colour),
            font=FONTS[mark.weight],
            size=mark.size,
            x=left,
            y=-(y + mark.y),
            words=mark.text,
        )
    if isinstance(mark, Icon):
        matrix = (mark.size / GRID, 0, 0, mark.size / GRID, x + mark.x, -(y + mark.y))
        return partial(_icon, name=_name(mark.key, HexColor(mark.colour)), matrix=matrix)
    look = (_ink(mark.fill), _ink(mark.stroke), mark.weight, list(mark.dashes))
    if isinstance(mark, Path):
        return partial(_path, look=look, commands=_turned(mark.commands, x, y))
    rect = (x + mark.rect.x, -(y + mark.rect.y + mark.rect.h), mark.rect.w, mark.rect.h, mark.radius)
    return partial(_box, look=look, rect=rect)


Look = tuple[Color | None, Color | None, float, list[float]]


def _ink(colour: str) -> Color | None:
    return HexColor(colour) if colour else None


def _pen(canvas: Canvas, look: Look) -> dict[str, int]:
    fill, stroke, weight, dashes = look
    if fill:
        canvas.setFillColor(fill)
    if stroke:
        canvas.setStrokeColor(stroke)
        canvas.setLineWidth(weight)
        canvas.setDash(dashes)
    return {"stroke": int(bool(stroke)), "fill": int(bool(fill))}


def _box(canvas: Canvas, look: Look, rect: tuple[float, float, float, float, float]) -> None:
    how = _pen(canvas, look)
    if rect[4]:
        canvas.roundRect(*rect, **how)
    else:
        canvas.rect(*rect[:4], **how)


def _path(canvas: Canvas, look: Look, commands: list[tuple[str, tuple[float, ...]]]) -> None:
    canvas.drawPath(_traced(canvas, commands), **_pen(canvas, look))


def _traced(canvas: Canvas, commands: list[tuple[str, tuple[float, ...]]]) -> object:
    path = canvas.beginPath()
    for name, values in commands:
        getattr(path, name)(*values)
    return path


def _text(canvas: Canvas, ink: Color, font: str, size: float, x: float, y: float, words: str) -> None:
    canvas.setFillColor(ink)
    canvas.setFont(font, size)
    canvas.drawString(x, y, words)


def _icon(canvas: Canvas, name: str, matrix: tuple[float, float, float, float, float, float]) -> None:
    canvas.saveState()
    canvas.transform(*matrix)
    canvas.doForm(name)
    canvas.restoreState()


def _form(canvas: Canvas, key: str, ink: Color, pieces: list[tuple[list[tuple[str, tuple[float, ...]]], bool]]) -> None:
    canvas.beginForm(_name(key, ink), 0, -int(GRID), int(GRID), 0)
    canvas.setStrokeColor(ink)
    canvas.setFillColor(ink)
    canvas.setLineWidth(STROKE)
    for commands, filled in pieces:
        canvas.drawPath(_traced(canvas, commands), stroke=int(not filled), fill=int(filled))
    canvas.endForm()


def _name(key: str, ink: Color) -> str:
    return f"{key}{ink.hexval()}"


def _pieces(key: str) -> list[tuple[list[tuple[str, tuple[float, ...]]], bool]]:
    return [(_turned(piece.commands, 0, 0), piece.filled) for piece in icon(key)]


def _turned(commands: tuple[Command, ...], x: float, y: float) -> list[tuple[str, tuple[float, ...]]]:
    names = {"M": "moveTo", "L": "lineTo", "C": "curveTo", "Z": "close"}
    return [
        (names[op], tuple(-(y + value) if index % 2 else x + value for index, value in enumerate(values)))
        for op, values in commands
    ]
