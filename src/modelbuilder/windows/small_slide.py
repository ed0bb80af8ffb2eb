"""A stage as a small slide, beside what is said of it."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from modelbuilder.drawing import style
from modelbuilder.drawing.slide import HEIGHT, WIDTH, Slide
from modelbuilder.render.png import paint_slide
from modelbuilder.render.qt import colour, worn


class SmallSlide(QWidget):
    """Shows a slide as large as there is room, or nothing."""

    def __init__(self, least: int) -> None:
        super().__init__()
        self._slide: Slide | None = None
        self.setMinimumWidth(least)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Keep the shape of a slide."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high a slide of a width is."""
        return round(width * HEIGHT / WIDTH)

    def show_slide(self, slide: Slide | None) -> None:
        """Show a slide."""
        self._slide = slide
        self.setAccessibleName(slide.title if slide is not None else "Nothing")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the slide with its edge."""
        if self._slide is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        painter.save()
        painter.scale(scale, scale)
        paint_slide(painter, self._slide, worn())
        painter.restore()
        painter.setPen(colour(style.HAIRLINE))
        painter.drawRect(0, 0, round(WIDTH * scale) - 1, round(HEIGHT * scale) - 1)
        painter.end()
