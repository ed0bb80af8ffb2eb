"""The start page: begin, open, go on with what was open before, or look at an example."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from modelbuilder.document.errors import InputError
from modelbuilder.document.examples import examples
from modelbuilder.document.files import load
from modelbuilder.drawing import style
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.marks import Text
from modelbuilder.drawing.page import draw
from modelbuilder.drawing.slide import slide
from modelbuilder.layout import text
from modelbuilder.layout.text import Weight
from modelbuilder.render.png import paint_slide
from modelbuilder.render.qt import colour, paint

_W, _H = 528, 297


class Picture(QWidget):
    """An example as a picture with its name; a press opens it on that model."""

    chosen = Signal(str, str)

    def __init__(self, path: Path, label: str, title: str, image: QImage) -> None:
        super().__init__()
        self.path, self.label, self.title, self.image = path, label, title, image
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
        painter.drawImage(frame, self.image)
        painter.restore()
        lit = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(colour(style.IDEA if lit else style.HAIRLINE), 3 if lit else 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 8, 8)
        name = text.elide(f"{self.label}  {self.title}", 15, Weight.SEMIBOLD, _W - 10)
        paint(painter, [Text(8, _H + 32, name, 15, Weight.SEMIBOLD, style.INK)])
        painter.end()


class Start(QWidget):
    """What a window shows when no file was named."""

    example_chosen = Signal(str, str)
    recent_chosen = Signal(str)

    def __init__(self, new: Callable[[], None], open_: Callable[[], None], from_text: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        outer.addWidget(scroll)
        inner = QWidget()
        inner.setObjectName("start")
        scroll.setWidget(inner)
        column = QVBoxLayout(inner)
        column.setContentsMargins(96, 76, 96, 48)
        column.setSpacing(14)
        title = QLabel("Who leads which school, and who answers to whom?")
        title.setStyleSheet("font-size: 34px; font-weight: 700;")
        title.setWordWrap(True)
        words = QLabel("Draw a leadership model, see where a line of accountability stops, and leave with the slide.")
        words.setStyleSheet(f"font-size: 18px; color: {style.SECOND};")
        words.setWordWrap(True)
        column.addWidget(title)
        column.addWidget(words)
        column.addSpacing(14)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        self.new = QPushButton("New model")
        self.new.setObjectName("main")
        self.new.setMinimumHeight(56)
        self.new.clicked.connect(new)
        opening = QPushButton("Open…")
        opening.setMinimumHeight(56)
        opening.clicked.connect(open_)
        reading = QPushButton("New from text…")
        reading.setMinimumHeight(56)
        reading.clicked.connect(from_text)
        for button in (self.new, opening, reading):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        column.addSpacing(18)
        column.addLayout(self._recent)
        self._gallery_heading = QLabel("Examples")
        self._gallery_heading.setObjectName("heading")
        column.addSpacing(10)
        column.addWidget(self._gallery_heading)
        self._gallery = QGridLayout()
        self._gallery.setSpacing(20)
        self._gallery.setAlignment(Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._gallery)
        column.addStretch(1)
        self._drawn = False

    def show_recent(self, paths: list[Path]) -> None:
        """List the files that were open before."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not paths:
            return
        heading = QLabel("Recent")
        heading.setObjectName("heading")
        self._recent.addWidget(heading)
        for path in paths[:5]:
            button = QPushButton(f"{path.stem}    {path.parent}")
            button.setObjectName("quiet")
            button.setStyleSheet("font-size: 16px; text-align: left;")
            button.clicked.connect(lambda _=False, one=path: self.recent_chosen.emit(str(one)))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def draw_examples(self) -> None:
        """Draw the pictures once the page is on the screen, one at a time so that it answers at once."""
        if self._drawn:
            return
        self._drawn = True
        waiting: list[tuple[Path, str]] = []
        documents = {}
        for path in examples():
            try:
                documents[path] = place_all(load(path))
            except InputError:
                continue
            waiting += [(path, model_id) for model_id in documents[path].order]

        def draw_next() -> None:
            if not waiting:
                return
            path, model_id = waiting.pop(0)
            model = next(model for key, model in documents[path].models.items() if key == model_id)
            key = next(key for key in documents[path].order if key == model_id)
            image = QImage(_W * 2, _H * 2, QImage.Format.Format_RGB32)
            image.fill(0xFFFFFFFF)
            painter = QPainter(image)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.scale(_W * 2 / 1920, _W * 2 / 1920)
            paint_slide(painter, slide(draw(documents[path], key), documents[path].title))
            painter.end()
            picture = Picture(path, model.label, model.title, image)
            picture.chosen.connect(self.example_chosen)
            count = self._gallery.count()
            self._gallery.addWidget(picture, count // 3, count % 3)
            QTimer.singleShot(0, self, draw_next)

        QTimer.singleShot(0, self, draw_next)
