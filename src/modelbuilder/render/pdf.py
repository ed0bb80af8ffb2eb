"""Slides as PDF through reportlab: vectors, embedded subsets of the font, text that can be selected."""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.drawing.icons import GRID, STROKE, icon
from modelbuilder.drawing.marks import Box, Command, Drawn, Group, Icon, Mark, Path, Text
from modelbuilder.drawing.sheet import Placed, Sheet, whole
from modelbuilder.drawing.slide import Logo, Slide
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect, bounds
from modelbuilder.layout.text import Weight, font_path
from modelbuilder.render.catalog import attach
from modelbuilder.render.tags import Tags

if TYPE_CHECKING:
    from modelbuilder.render.letters import Letters

POINTS = 0.5
"""Points to a slide unit of a slide of 16:9, which is 960 × 540 points."""

FONTS = {Weight.REGULAR: "OpenSans", Weight.SEMIBOLD: "OpenSans-SemiBold", Weight.BOLD: "OpenSans-Bold"}
_AROUND = 240.0
"""Slide units shown around a card that a link leads to."""


def pdf(pages: Iterable[Slide | Sheet], title: str, source: bytes = b"", author: str = "") -> bytes:
    """Return a PDF of one page for each slide or sheet, with a document attached if given."""
    register_fonts()
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        initialFontName=FONTS[Weight.REGULAR],  # type: ignore[arg-type]  # the stubs say a size
        invariant=1,
        pageCompression=1,
        lang="en-GB",
    )
    canvas.setTitle(title)
    canvas.setCreator("modelbuilder")
    canvas.setAuthor(author)
    canvas.setSubject("Leadership models")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    sheets = [whole(page) if isinstance(page, Slide) else page for page in pages]
    writer = _Writer(canvas, [placed.slide for sheet in sheets for placed in sheet.placed])
    writer.prepare(mark for sheet in sheets for mark in _marks_of(sheet) if isinstance(mark, Text))
    for sheet in sheets:
        writer.write(sheet)
    writer.tags.finish()
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
    """Writes marks with y upwards, as PDF has it, in coordinates whose origin is the upper left corner."""

    def __init__(self, canvas: Canvas, slides: Sequence[Slide]) -> None:
        self.canvas = canvas
        self.tags = Tags(canvas)
        self.forms: set[str] = set()
        shown = {(one.model_id, _thing_of(drawn)) for one in slides for drawn in one.diagram}
        wanted = {(link.model_id, link.thing_id) for one in slides for link in one.links}
        self.wanted = wanted & shown
        self.led_to: set[tuple[ModelId | None, ThingId]] = set()
        self.listed: list[Slide] = []
        self.level = -1
        self.letters: Letters | None = None

    def prepare(self, texts: Iterable[Text]) -> None:
        """Make ready the fonts of those texts that Open Sans alone cannot set."""
        shaped = [mark for mark in texts if not text.is_plain(mark.text, mark.weight, mark.font)]
        if shaped:
            from modelbuilder.render.letters import Letters

            self.letters = Letters(self.canvas, shaped)

    def write(self, sheet: Sheet) -> None:
        canvas = self.canvas
        canvas.setPageSize((sheet.w, sheet.h))
        for placed in sheet.placed:
            self.bookmark(placed, sheet.h)
            for key, colour in sorted(_icons_of(placed.slide)):
                self.make_form(key, colour)
        canvas.saveState()
        canvas.translate(0, sheet.h)
        for placed in sheet.placed:
            canvas.saveState()
            self.slide(placed)
            canvas.restoreState()
        self.frame(sheet.marks, None)
        canvas.restoreState()
        self.tags.turn_page()

    def slide(self, placed: Placed) -> None:
        canvas, slide = self.canvas, placed.slide
        if placed.clip is not None:
            clip, path = placed.clip, canvas.beginPath()
            path.rect(clip.x, -clip.bottom, clip.w, clip.h)
            canvas.clipPath(path, stroke=0, fill=0)
        canvas.transform(placed.scale, 0, 0, placed.scale, placed.x, -placed.y)
        words = [mark for mark in slide.frame if isinstance(mark, Text)]
        self.frame(slide.frame, max(words, key=lambda mark: mark.size, default=None))
        if slide.logo is not None:
            self.logo(slide.logo)
        if not slide.diagram:
            return
        with self.tags.tagged("Figure", " ".join(slide.narration) or slide.title):
            canvas.transform(slide.scale, 0, 0, slide.scale, slide.x, -slide.y)
            for drawn in slide.diagram:
                if isinstance(drawn, Group):
                    self.marks(drawn.marks, drawn.x, drawn.y)
                else:
                    self.marks(drawn.marks, 0, 0)

    def logo(self, logo: Logo) -> None:
        x, y, w, h = logo.rect
        with self.tags.tagged("Figure", "Logo"):
            self.canvas.drawImage(ImageReader(BytesIO(logo.content)), x, -(y + h), w, h, mask="auto")

    def bookmark(self, placed: Placed, height: float) -> None:
        """List the slide in the contents, once, and make its links and what others lead to."""
        canvas, slide = self.canvas, placed.slide
        if any(one is slide for one in self.listed):
            return
        self.listed.append(slide)
        key = f"slide {len(self.listed)}"
        canvas.bookmarkPage(key)
        if slide.name:
            self.level = min(slide.level, self.level + 1)  # a deck may begin with a list that belongs below a model
            canvas.addOutlineEntry(slide.name, key, self.level)
        for drawn in slide.diagram if slide.model_id is not None else ():
            thing_id = _thing_of(drawn)
            if (slide.model_id, thing_id) in self.wanted - self.led_to:
                self.led_to.add((slide.model_id, thing_id))
                left, bottom, right, top = _on_sheet(_spot(slide, drawn).grown(_AROUND), placed, height)
                canvas.bookmarkPage(f"{slide.model_id} {thing_id}", "FitR", left, top, bottom, right)
        for link in slide.links:
            if (link.model_id, link.thing_id) not in self.wanted:
                continue  # what is on no slide here cannot be led to
            area = _on_sheet(link.rect, placed, height)
            canvas.linkAbsolute(link.words, f"{link.model_id} {link.thing_id}", area, Border="[0 0 0]")

    def frame(self, marks: Sequence[Mark], heading: Text | None) -> None:
        """Paint marks of which the words are read out, each line for itself, one of them as the heading."""
        for are_words, run in groupby(marks, lambda mark: isinstance(mark, Text)):
            if not are_words:
                with self.tags.decoration():
                    self.marks(list(run), 0, 0)
                continue
            for mark in run:
                with self.tags.tagged("H1" if mark is heading else "P"):
                    self.marks([mark], 0, 0)

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
        left = x + mark.x
        if mark.anchor != "start":
            width = text.width(mark.text, mark.size, mark.weight, mark.font)
            left -= width / 2 if mark.anchor == "middle" else width
        if self.letters is not None and not text.is_plain(mark.text, mark.weight, mark.font):
            self.letters.write(mark, left, -(y + mark.y))
            return
        canvas.setFont(FONTS[mark.weight], mark.size)
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
        left, bottom = x + rect.x, -(y + rect.y + rect.h)
        stroke, fill = int(bool(mark.stroke)), int(bool(mark.fill))
        if mark.radius:
            canvas.roundRect(left, bottom, rect.w, rect.h, mark.radius, stroke=stroke, fill=fill)
        else:
            canvas.rect(left, bottom, rect.w, rect.h, stroke=stroke, fill=fill)

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


def _thing_of(drawn: Drawn) -> ThingId:
    return drawn.thing_id if isinstance(drawn, Group) else drawn.line_id


def _spot(slide: Slide, drawn: Drawn) -> Rect:
    """Return where a thing or line stands on its slide."""
    if isinstance(drawn, Group):
        box = next((mark.rect for mark in drawn.marks if isinstance(mark, Box)), Rect(0, 0, 0, 0))
        here = box.moved(drawn.x, drawn.y)
    else:
        paths = [mark for mark in drawn.marks if isinstance(mark, Path)]
        spots = (
            values[at : at + 2] for path in paths for _, values in path.commands for at in range(0, len(values), 2)
        )
        here = bounds(Rect(x, y, 0, 0) for x, y in spots) or Rect(0, 0, 0, 0)
    scale = slide.scale
    return Rect(slide.x + here.x * scale, slide.y + here.y * scale, here.w * scale, here.h * scale)


def _on_sheet(rect: Rect, placed: Placed, height: float) -> tuple[float, float, float, float]:
    """Return the left, lower, right and upper edge of a part of a slide in points of the sheet, y up."""
    scale = placed.scale
    left, top = placed.x + max(0.0, rect.x) * scale, placed.y + max(0.0, rect.y) * scale
    right = placed.x + min(placed.slide.w, rect.right) * scale
    bottom = placed.y + min(placed.slide.h, rect.bottom) * scale
    return left, height - bottom, right, height - top


def _marks_of(page: Slide | Sheet) -> Iterator[Mark]:
    if isinstance(page, Sheet):
        yield from page.marks
        for placed in page.placed:
            yield from _marks_of(placed.slide)
        return
    yield from page.frame
    for drawn in page.diagram:
        yield from drawn.marks


def _icons_of(slide: Slide) -> set[tuple[str, str]]:
    return {(mark.key, mark.colour) for mark in _marks_of(slide) if isinstance(mark, Icon)}
