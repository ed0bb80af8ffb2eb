"""Record what the exporters paint, in slide units, so that two of them can be compared."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGlyphRun, QImage, QPainter, QPainterPath
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from modelbuilder.drawing.marks import Text
from modelbuilder.drawing.slide import HEIGHT, Slide
from modelbuilder.drawing.themes import Theme
from modelbuilder.layout.text import Weight
from modelbuilder.render import letters as letters_module
from modelbuilder.render import pdf as pdf_module
from modelbuilder.render import png as png_module
from modelbuilder.render import qt as qt_module

FONTS = {name: weight for weight, name in pdf_module.FONTS.items()}
ROUND_CAP, FLAT_CAP = 1, 0


class Words(NamedTuple):
    """A line of text as painted: where it begins on its baseline, how large and in which ink."""

    text: str
    x: float
    y: float
    size: float
    weight: Weight
    colour: str


class Shape(NamedTuple):
    """A box or path as painted: its corners, and how it is filled and stroked."""

    points: tuple[tuple[float, float], ...]
    radius: float
    fill: str
    stroke: str
    weight: float
    dashes: tuple[float, ...]
    cap: int


@dataclass
class Record:
    """Everything that was painted, in order."""

    marks: list[Words | Shape] = field(default_factory=list)

    @property
    def words(self) -> list[Words]:
        """The lines of text."""
        return [mark for mark in self.marks if isinstance(mark, Words)]

    @property
    def shapes(self) -> list[Shape]:
        """The boxes and paths, those of icons included."""
        return [mark for mark in self.marks if isinstance(mark, Shape)]


def near(one: Words | Shape, other: Words | Shape) -> bool:
    """Tell whether two painted marks are the same to a hundredth of a unit."""
    return type(one) is type(other) and _flat(one) == pytest.approx(_flat(other), abs=0.01)


def _path(points: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Drop points that repeat the one before, as Qt does of its own accord."""
    pairs = zip(points, [None, *points], strict=False)
    return tuple(here for here, before in pairs if before is None or here != pytest.approx(before, abs=1e-6))


def _flat(value: object) -> list[Any]:
    if isinstance(value, tuple):
        return [part for one in value for part in _flat(one)]
    return [value]


# reportlab


def record_pdf(monkeypatch: pytest.MonkeyPatch, slides: Sequence[Slide]) -> tuple[bytes, Record]:
    """Write a PDF while recording what is drawn; forms are recorded where they are placed."""
    record = Record()

    class Path(PDFPathObject):
        def __init__(self) -> None:
            super().__init__()
            self.points: list[tuple[float, float]] = []
            self.start = (0.0, 0.0)

        def moveTo(self, x: float, y: float) -> None:
            self.points.append((x, y))
            self.start = (x, y)
            super().moveTo(x, y)

        def lineTo(self, x: float, y: float) -> None:
            self.points.append((x, y))
            super().lineTo(x, y)

        def curveTo(self, x1: float, y1: float, x2: float, y2: float, x3: float, y3: float) -> None:
            self.points += [(x1, y1), (x2, y2), (x3, y3)]
            super().curveTo(x1, y1, x2, y2, x3, y3)

        def close(self) -> None:
            if self.points[-1] != pytest.approx(self.start):  # Qt writes the closing line down, too
                self.points.append(self.start)
            super().close()

    class Recorder(Canvas):
        _currentMatrix: tuple[float, ...]
        _fillColorObj: Any
        _strokeColorObj: Any
        _fontname: str
        _fontsize: float

        def __init__(self, *arguments: Any, **options: Any) -> None:
            self.forms: dict[str, list[tuple[list[tuple[float, float]], Shape]]] = {}
            self.open_form = ""
            self.state: dict[str, Any] = {"weight": 1.0, "dashes": (), "cap": FLAT_CAP}
            super().__init__(*arguments, **options)

        def setLineWidth(self, width: float) -> None:
            self.state["weight"] = width
            super().setLineWidth(width)

        def setDash(self, array: Any = (), phase: float = 0) -> None:
            self.state["dashes"] = tuple(array)
            super().setDash(array, phase)

        def setLineCap(self, mode: Any) -> None:
            self.state["cap"] = mode
            super().setLineCap(mode)

        def at(self, x: float, y: float) -> tuple[float, float]:
            across, up = self.absolutePosition(x, y)
            return across / pdf_module.POINTS, HEIGHT - up / pdf_module.POINTS

        def scale_now(self) -> float:
            return float(self._currentMatrix[0]) / pdf_module.POINTS

        def shape(self, points: list[tuple[float, float]], radius: float, stroke: Any, fill: Any) -> None:
            state = self.state
            made = Shape(
                (),
                radius,
                _hex(self._fillColorObj) if fill else "",
                _hex(self._strokeColorObj) if stroke else "",
                state["weight"] if stroke else 0.0,
                state["dashes"] if stroke else (),
                state["cap"] if stroke else FLAT_CAP,
            )
            if self.open_form:
                self.forms.setdefault(self.open_form, []).append((points, made))
            else:
                self.put(points, made)

        def put(self, points: list[tuple[float, float]], made: Shape) -> None:
            scale = self.scale_now()
            record.marks.append(
                made._replace(
                    points=_path([self.at(*point) for point in points]),
                    radius=made.radius * scale,
                    weight=made.weight * scale,
                    dashes=tuple(dash * scale for dash in made.dashes),
                )
            )

        def drawString(self, x: float, y: float, text: str, *rest: Any, **more: Any) -> None:
            size, weight = self._fontsize * self.scale_now(), FONTS[self._fontname]
            record.marks.append(Words(text, *self.at(x, y), size, weight, _hex(self._fillColorObj)))
            super().drawString(x, y, text, *rest, **more)

        def rect(self, x: float, y: float, width: float, height: float, stroke: Any = 1, fill: Any = 0) -> None:
            self.shape([(x, y + height), (x + width, y)], 0.0, stroke, fill)
            super().rect(x, y, width, height, stroke, fill)

        def roundRect(
            self, x: float, y: float, width: float, height: float, radius: float, stroke: Any = 1, fill: Any = 0
        ) -> None:
            self.shape([(x, y + height), (x + width, y)], radius, stroke, fill)
            super().roundRect(x, y, width, height, radius, stroke, fill)

        def beginPath(self) -> Path:
            return Path()

        def drawPath(self, path: Any, stroke: Any = 1, fill: Any = 0) -> None:  # type: ignore[override]
            self.shape(path.points, 0.0, stroke, fill)
            super().drawPath(path, stroke, fill)

        def beginForm(self, name: str, *box: Any) -> None:
            super().beginForm(name, *box)
            self.open_form = name
            self.state = {**self.state, "dashes": ()}

        def endForm(self, **extra: Any) -> None:
            super().endForm(**extra)
            self.open_form = ""

        def doForm(self, name: str) -> None:
            for points, made in self.forms[name]:
                self.put(points, made)
            super().doForm(name)

    class Letters(letters_module.Letters):
        def write(self, mark: Text, x: float, y: float) -> None:
            canvas = self.canvas
            assert isinstance(canvas, Recorder)
            size = mark.size * canvas.scale_now()
            record.marks.append(Words(mark.text, *canvas.at(x, y), size, mark.weight, _hex(canvas._fillColorObj)))
            super().write(mark, x, y)

    with monkeypatch.context() as patched:
        patched.setattr(pdf_module, "Canvas", Recorder)
        patched.setattr(letters_module, "Letters", Letters)
        return pdf_module.pdf(slides, "Recorded"), record


def _hex(colour: Any) -> str:
    assert colour == HexColor(colour.hexval())
    return f"#{colour.hexval()[2:].upper()}"


def painted_width(words: Words) -> float:
    """Return the width of painted words by reportlab's own measure."""
    pdf_module.register_fonts()
    return float(pdfmetrics.stringWidth(words.text, pdf_module.FONTS[words.weight], words.size))


# Qt


def record_png(monkeypatch: pytest.MonkeyPatch, slide: Slide, scale: int = 1) -> tuple[bytes, Record]:
    """Write a PNG while recording what is painted."""
    record = Record()
    with monkeypatch.context() as patched:
        patched.setattr(png_module, "QPainter", _qt_recorder(record, scale))
        return png_module.png(slide, scale), record


def record_picture(slide: Slide) -> Record:
    """Record what is painted of a slide, without a file."""
    record, image = Record(), QImage(8, 8, QImage.Format.Format_RGB32)
    painter = _qt_recorder(record, 1)(image)
    png_module.paint_slide(painter, slide)
    painter.end()
    return record


_paint_letters = qt_module._paint_letters


def _paint_letters_recorded(painter: QPainter, mark: Text, x: float, theme: Theme) -> None:
    """Paint a shaped line, which for a painter that records is words, not paths."""
    record = getattr(painter, "record_words", None)
    if record is not None:
        record(mark, x)
    _paint_letters(painter, mark, x, theme)


qt_module._paint_letters = _paint_letters_recorded


def _qt_recorder(record: Record, scale: int) -> type[QPainter]:
    class Recorder(QPainter):
        silent = False

        def record_words(self, mark: Text, x: float) -> None:
            size = mark.size * self.transform().m11() / scale
            record.marks.append(Words(mark.text, *self.at(x, mark.y), size, mark.weight, mark.colour))
            self.silent = True

        def at(self, x: float, y: float) -> tuple[float, float]:
            point = self.transform().map(QPointF(x, y))
            return point.x() / scale, point.y() / scale

        def shape(self, points: list[tuple[float, float]], radius: float) -> None:
            pen, brush = self.pen(), self.brush()
            stroked, filled = pen.style() != Qt.PenStyle.NoPen, brush.style() != Qt.BrushStyle.NoBrush
            now = self.transform().m11() / scale
            round_cap = pen.capStyle() == Qt.PenCapStyle.RoundCap
            dashed = pen.style() == Qt.PenStyle.CustomDashLine
            record.marks.append(
                Shape(
                    _path([self.at(*point) for point in points]),
                    radius * now,
                    brush.color().name().upper() if filled else "",
                    pen.color().name().upper() if stroked else "",
                    pen.widthF() * now if stroked else 0.0,
                    tuple(dash * pen.widthF() * now for dash in pen.dashPattern()) if stroked and dashed else (),
                    ROUND_CAP if stroked and round_cap else FLAT_CAP,
                )
            )

        def drawGlyphRun(self, point: QPointF, run: QGlyphRun) -> None:  # type: ignore[override]
            font, ink = run.rawFont(), self.pen().color().name().upper()
            size = font.pixelSize() * self.transform().m11() / scale
            where = self.at(point.x(), point.y())
            record.marks.append(Words(run.sourceString(), *where, size, Weight(font.weight()), ink))
            super().drawGlyphRun(point, run)

        def drawRect(self, rect: Any) -> None:  # type: ignore[override]
            self.shape([(rect.left(), rect.top()), (rect.right(), rect.bottom())], 0.0)
            super().drawRect(rect)

        def drawRoundedRect(self, rect: Any, across: float, down: float) -> None:  # type: ignore[override]
            self.shape([(rect.left(), rect.top()), (rect.right(), rect.bottom())], across)
            super().drawRoundedRect(rect, across, down)

        def drawPath(self, path: QPainterPath) -> None:
            if self.silent:
                self.silent = False
                super().drawPath(path)
                return
            points = [path.elementAt(index) for index in range(path.elementCount())]
            self.shape([(point.x, point.y) for point in points], 0.0)
            super().drawPath(path)

    return Recorder
