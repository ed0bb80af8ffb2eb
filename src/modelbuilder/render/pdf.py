"""Slides as PDF through reportlab: vectors, embedded subsets of the font, text that can be selected."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from modelbuilder.drawing.icons import GRID, STROKE, icon
from modelbuilder.drawing.marks import Box, Command, Group, Icon, Mark, Path, Text
from modelbuilder.drawing.slide import HEIGHT, WIDTH, Slide
from modelbuilder.layout import text
from modelbuilder.layout.text import Weight, font_path
from modelbuilder.render.catalog import attach

POINTS = 0.5
"""Points to a slide unit: a slide is 960 × 540 points, the size of a 16:9 slide on paper."""

FONTS = {Weight.REGULAR: "OpenSans", Weight.SEMIBOLD: "OpenSans-SemiBold", Weight.BOLD: "OpenSans-Bold"}


def pdf(slides: Iterable[Slide], title: str, source: bytes = b"") -> bytes:
    """Return a PDF of one page for each slide, with a document attached if given."""
    register_fonts()
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(WIDTH * POINTS, HEIGHT * POINTS),
        initialFontName=FONTS[Weight.REGULAR],  # type: ignore[arg-type]  # the stubs say a size
        invariant=1,
        pageCompression=1,
    )
    canvas.setTitle(title)
    canvas.setCreator("modelbuilder")
    canvas.setAuthor("")
    canvas.setSubject("Leadership models")
    writer = _Writer(canvas)
    for slide in slides:
        canvas.setPageSize((slide.w * 72 / slide.inch, slide.h * 72 / slide.inch))
        writer.write(slide)
        canvas.showPage()
    if source:
        attach(canvas, source)
    canvas.save()
    return buffer.getvalue()


def register_fonts() -> None:
    """Make the shipped font known to reportlab."""
    known = pdfmetrics.getRegisteredFontNames()
    for weight, name in FONTS.items():
        if name not in known:
            pdfmetrics.registerFont(TTFont(name, font_path(weight)))


class _Writer:
    """Writes marks with y upwards, as PDF has it; `_h` is the height that y is turned over at."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.forms: set[str] = set()

    def write(self, slide: Slide) -> None:
        canvas = self.canvas
        canvas.bookmarkPage(slide.title)
        for key, colour in sorted(_icons_of(slide)):
            self.make_form(key, colour)
        canvas.saveState()
        points = 72 / slide.inch
        canvas.transform(points, 0, 0, points, 0, slide.h * points)
        self.marks(slide.frame, 0, 0)
        canvas.transform(slide.scale, 0, 0, slide.scale, slide.x, -slide.y)
        for drawn in slide.diagram:
            if isinstance(drawn, Group):
                self.marks(drawn.marks, drawn.x, drawn.y)
            else:
                self.marks(drawn.marks, 0, 0)
        canvas.restoreState()

    def marks(self, marks: Sequence[Mark], x: float, y: float) -> None:
        for mark in marks:
            if isinstance(mark, Text):
                self.text(mark, x, y)
            elif isinstance(mark, Path):
                self.path(mark, x, y)
            elif isinstance(mark, Box):
                self.box(mark, x, y)
            else:
                self.icon(mark, x, y)

    def text(self, mark: Text, x: float, y: float) -> None:
        canvas = self.canvas
        canvas.setFillColor(HexColor(mark.colour))
        canvas.setFont(FONTS[mark.weight], mark.size)
        left = x + mark.x
        if mark.anchor != "start":
            width = text.width(mark.text, mark.size, mark.weight)
            left -= width / 2 if mark.anchor == "middle" else width
        canvas.drawString(left, -(y + mark.y), mark.text)

    def pen(self, stroke: str, weight: float, dashes: tuple[float, ...]) -> None:
        canvas = self.canvas
        canvas.setStrokeColor(HexColor(stroke))
        canvas.setLineWidth(weight)
        canvas.setDash(list(dashes), 0)
        canvas.setLineJoin(1)
        canvas.setLineCap(0)

    def box(self, mark: Box, x: float, y: float) -> None:
        canvas, rect = self.canvas, mark.rect
        if mark.fill:
            canvas.setFillColor(HexColor(mark.fill))
        if mark.stroke:
            self.pen(mark.stroke, mark.weight, mark.dashes)
        if mark.opacity < 1:
            canvas.setStrokeAlpha(mark.opacity)
        left, bottom = x + rect.x, -(y + rect.y + rect.h)
        stroke, fill = int(bool(mark.stroke)), int(bool(mark.fill))
        if mark.radius:
            canvas.roundRect(left, bottom, rect.w, rect.h, mark.radius, stroke=stroke, fill=fill)
        else:
            canvas.rect(left, bottom, rect.w, rect.h, stroke=stroke, fill=fill)
        if mark.opacity < 1:
            canvas.setStrokeAlpha(1)

    def path(self, mark: Path, x: float, y: float) -> None:
        if mark.fill:
            self.canvas.setFillColor(HexColor(mark.fill))
        if mark.stroke:
            self.pen(mark.stroke, mark.weight, mark.dashes)
        self.trace(mark.commands, x, y, stroke=bool(mark.stroke), fill=bool(mark.fill))

    def trace(self, commands: Sequence[Command], x: float, y: float, *, stroke: bool, fill: bool) -> None:
        path = self.canvas.beginPath()
        for op, values in commands:
            if op == "Z":
                path.close()
                continue
            turned = [(y + value) * -1 if index % 2 else x + value for index, value in enumerate(values)]
            if op == "M":
                path.moveTo(*turned)
            elif op == "L":
                path.lineTo(*turned)
            else:
                path.curveTo(*turned)
        self.canvas.drawPath(path, stroke=int(stroke), fill=int(fill))

    def make_form(self, key: str, colour: str) -> None:
        name = _form_name(key, colour)
        if name in self.forms:
            return
        self.forms.add(name)
        canvas = self.canvas
        canvas.beginForm(name, 0, -int(GRID), int(GRID), 0)
        canvas.setStrokeColor(HexColor(colour))
        canvas.setFillColor(HexColor(colour))
        canvas.setLineWidth(STROKE)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        for piece in icon(key):
            self.trace(piece.commands, 0, 0, stroke=not piece.filled, fill=piece.filled)
        canvas.endForm()

    def icon(self, mark: Icon, x: float, y: float) -> None:
        canvas = self.canvas
        scale = mark.size / GRID
        canvas.saveState()
        canvas.transform(scale, 0, 0, scale, x + mark.x, -(y + mark.y))
        canvas.doForm(_form_name(mark.key, mark.colour))
        canvas.restoreState()


def _form_name(key: str, colour: str) -> str:
    return f"{key}-{colour.lstrip('#')}"


def _icons_of(slide: Slide) -> set[tuple[str, str]]:
    marks = [*slide.frame, *(mark for drawn in slide.diagram for mark in drawn.marks)]
    return {(mark.key, mark.colour) for mark in marks if isinstance(mark, Icon)}
