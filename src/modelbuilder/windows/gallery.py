"""The gallery: each model of each example as a picture to press."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from modelbuilder.document import pages
from modelbuilder.document.errors import InputError
from modelbuilder.document.examples import examples
from modelbuilder.document.files import load
from modelbuilder.drawing import style
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.marks import Text
from modelbuilder.drawing.page import draw
from modelbuilder.drawing.slide import WIDTH, Slide, slide
from modelbuilder.drawing.themes import Theme
from modelbuilder.layout import text
from modelbuilder.layout.text import Weight
from modelbuilder.render.png import paint_slide
from modelbuilder.render.qt import colour, paint, worn

_W, _H = 528, 297
_FINE = 2
"""Pixels of a picture to each on the screen, so that it stays sharp on a fine one."""


class Picture(QWidget):
    """An example as a picture with its name; a press opens it on that model."""

    chosen = Signal(str, str)

    def __init__(self, path: Path, label: str, title: str, shown: Slide) -> None:
        super().__init__()
        self.path, self.label, self.title, self._shown = path, label, title, shown
        self._image: tuple[Theme, QImage] | None = None
        self.setFixedSize(_W + 8, _H + 52)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"Example: model {label}, {title}")

    def sizeHint(self) -> QSize:
        """Be as large as the picture and its name."""
        return QSize(_W + 8, _H + 52)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the example."""
        if self.rect().contains(event.position().toPoint()):
            self.chosen.emit(str(self.path), self.label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the example by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(str(self.path), self.label)
        else:
            super().keyPressEvent(event)

    def image(self) -> QImage:
        """Return the picture in the theme that is worn, drawn anew only when that is another one."""
        if self._image is None or self._image[0] is not worn():
            self._image = worn(), _image(self._shown)
        return self._image[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, its edge and its name."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
            | QPainter.RenderHint.TextAntialiasing
        )
        frame = QRectF(4, 4, _W, _H)
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
        name = text.elide(f"{self.label}  {self.title}", 15, Weight.SEMIBOLD, _W - 10)
        paint(painter, [Text(8, _H + 32, name, 15, Weight.SEMIBOLD, style.INK)])
        painter.end()


def example_pictures() -> Iterator[Picture]:
    """Draw the pictures one after the other; an example that cannot be read is left out."""
    for path in examples():
        try:
            document = place_all(load(path))
        except InputError:
            continue
        for model_id, model in pages.ordered(document):
            picture = Picture(path, model.label, model.title, slide(draw(document, model_id), document.title))
            picture.image()
            yield picture


def _image(shown: Slide) -> QImage:
    image = QImage(_W * _FINE, _H * _FINE, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(_W * _FINE / WIDTH, _W * _FINE / WIDTH)
    paint_slide(painter, shown, worn())
    painter.end()
    return image
