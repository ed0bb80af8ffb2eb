"""The gallery: stories, examples and structures as pictures to press."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from modelbuilder.document.errors import InputError
from modelbuilder.document.examples import examples, stories, templates
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document
from modelbuilder.drawing import style
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.marks import Box, Mark, Text
from modelbuilder.drawing.marks import Path as Outline
from modelbuilder.drawing.page import draw
from modelbuilder.drawing.slide import Slide
from modelbuilder.drawing.themes import Theme
from modelbuilder.drawing.thumbnail import H, W, thumbnail
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.render.png import paint_slide
from modelbuilder.render.qt import colour, paint, worn
from modelbuilder.sources.opening import load
from modelbuilder.windows import theme
from modelbuilder.windows.theme import px, room

_FINE = 2
"""Pixels of a picture to each on the screen, so that it stays sharp on a fine one."""
_EDGE, _UNDER = 4.0, 78.0
_FICTIONAL = ": a fictional story"
"""What the titles of stories end with; the shelf says it once of all of them."""
_PLAY = Rect(0, 0, 104, 44)


class Piece(NamedTuple):
    """Something to begin from: its file, the model that it opens on, its name, and a line about it."""

    path: Path
    label: str
    title: str
    line: str
    shown: Slide


class Shelf(NamedTuple):
    """A part of the gallery. Its pictures are `width` wide, and played when they are `told`."""

    heading: str
    hint: str
    pieces: Callable[[], Iterator[Piece]]
    width: int = 440
    told: bool = False


class Picture(QWidget):
    """A piece as a picture with its name. A press opens a copy of it; one that is told has a place to play it."""

    chosen = Signal(str, str)
    played = Signal(str, str)

    def __init__(self, piece: Piece, width: int, *, told: bool) -> None:
        super().__init__()
        self.piece, self.told = piece, told
        self._image: tuple[Theme, QImage] | None = None
        self._w, self._h = width, round(width * H / W)
        self.refit()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(piece.title)
        self.setAccessibleDescription(f"{piece.line} Enter opens a copy{', P plays it' if told else ''}.")

    def sizeHint(self) -> QSize:
        """Be as large as the picture, its name and the line about it."""
        return QSize(self._w + 8, self._h + round(px(_UNDER)))

    def refit(self) -> None:
        """Be so large, and say in full what is cut when one asks."""
        self.setFixedSize(self.sizeHint())
        wide, piece = self._w - 8 - (room(_PLAY.w) + 12 if self.told else 0), self.piece
        self._title = text.elide(piece.title, px(16), Weight.SEMIBOLD, wide)
        self._lines = text.wrap(piece.line, px(13.5), Weight.REGULAR, wide, most=2)
        whole = (self._title, " ".join(self._lines)) == (piece.title, " ".join(piece.line.split()))
        self.setToolTip("" if whole else f"{piece.title}\n{piece.line}")

    def play_spot(self) -> QRectF:
        """Return where a press plays the story."""
        w, h = room(_PLAY.w), room(_PLAY.h)
        return QRectF(_EDGE + self._w - w, _EDGE + self._h + 12, w, h)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Play or open it."""
        if self.told and self.play_spot().contains(event.position()):
            self.played.emit(str(self.piece.path), self.piece.label)
        elif self.rect().contains(event.position().toPoint()):
            self.chosen.emit(str(self.piece.path), self.piece.label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open it by Enter, play it by P."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(str(self.piece.path), self.piece.label)
        elif event.key() == Qt.Key.Key_P and self.told:
            self.played.emit(str(self.piece.path), self.piece.label)
        else:
            super().keyPressEvent(event)

    def image(self) -> QImage:
        """Return the picture in the theme that is worn, drawn anew only when that is another one."""
        if self._image is None or self._image[0] is not worn():
            self._image = worn(), _image(self.piece.shown, self._w)
        return self._image[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, its edge, its name and the line about it."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
            | QPainter.RenderHint.TextAntialiasing
        )
        frame = QRectF(_EDGE, _EDGE, self._w, self._h)
        shape = QPainterPath()
        shape.addRoundedRect(frame, 8, 8)
        painter.save()
        painter.setClipPath(shape)
        painter.drawImage(frame, self.image())
        painter.restore()
        lit = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(colour(style.IDEA if lit else style.HAIRLINE), 3 if lit else 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 8, 8)
        paint(painter, self._words())
        painter.end()

    def _words(self) -> list[Mark]:
        y = self._h + _EDGE
        marks: list[Mark] = [Text(8, y + px(25), self._title, px(16), Weight.SEMIBOLD, style.INK)]
        for index, line in enumerate(self._lines):
            marks.append(Text(8, y + px(46 + 18 * index), line, px(13.5), Weight.REGULAR, style.SECOND))
        if self.told:
            spot = self.play_spot()
            x, middle = spot.x() + 20, spot.center().y()
            arrow = (("M", (x, middle - 8)), ("L", (x + 13, middle)), ("L", (x, middle + 8)), ("Z", ()))
            marks += [
                Box(Rect(spot.x(), spot.y(), spot.width(), spot.height()), spot.height() / 2, fill=theme.TEAL),
                Outline(arrow, fill=style.PAPER),
                Text(x + 25, middle + px(5.5), "Play", px(15), Weight.SEMIBOLD, style.PAPER),
            ]
        return marks


def _drawn(path: Path, chosen: Callable[[Document], list[ModelId]]) -> Iterator[tuple[Document, ModelId, Slide]]:
    """Draw models of a file; one that cannot be read has none."""
    try:
        document = place_all(load(path))
    except InputError:
        return
    for model_id in chosen(document):
        yield document, model_id, thumbnail(draw(document, model_id))


def _stories() -> Iterator[Piece]:
    for path in stories():
        for document, model_id, shown in _drawn(path, lambda one: [one.order[-1]]):
            first, last = document.models[document.order[0]], document.models[model_id]
            line = f"{len(document.order)} stages, from “{first.title}” to “{last.title}”."
            yield Piece(path, first.label, document.title.removesuffix(_FICTIONAL), line, shown)


def _examples() -> Iterator[Piece]:
    for path in examples():
        for document, model_id, shown in _drawn(path, lambda one: list(one.order)):
            model = document.models[model_id]
            yield Piece(path, model.label, f"{model.label}  {model.title}", model.narration, shown)


def _templates() -> Iterator[Piece]:
    for path in templates():
        for document, model_id, shown in _drawn(path, lambda one: [one.order[0]]):
            model = document.models[model_id]
            yield Piece(path, model.label, model.title, model.narration, shown)


SHELVES = (
    Shelf("Models A, B and C", "The same question, answered three ways.", _examples),
    Shelf(
        "Stories", "All of them are fictional. Play them, look into them, or go on from any stage.", _stories, told=True
    ),
    Shelf(
        "Structures to begin from",
        "Ready for your names: who governs, who leads, who answers to whom.",
        _templates,
        width=326,
    ),
)


def _image(shown: Slide, width: int) -> QImage:
    scale = width * _FINE / W
    image = QImage(round(W * scale), round(H * scale), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    paint_slide(painter, shown, worn())
    painter.end()
    return image
