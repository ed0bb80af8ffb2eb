"""A film: one page turns into another before one's eyes, painted over whatever it lies on."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from modelbuilder.canvas.glide import MILLISECONDS, MOST, may_move
from modelbuilder.canvas.stage import Stage
from modelbuilder.drawing import style
from modelbuilder.drawing.gliding import Shown, Sight, between, eased, sight_between
from modelbuilder.drawing.marks import Group
from modelbuilder.drawing.page import Page
from modelbuilder.render.qt import colour, paint


class Film(QWidget):
    """Plays the way from page to page once, on a ground of its own, and hides; hands reach what lies below."""

    ended = Signal()

    def __init__(self, parent: QWidget, ground: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ground = ground
        self._pages: tuple[Page, Page] | None = None
        self._sights = (Sight(1, 0, 0), Sight(1, 0, 0))
        self._share = 0.0
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self.stop)
        self.hide()

    def play(self, before: Page, after: Page, sights: tuple[Sight, Sight], milliseconds: int) -> None:
        """Begin at the one page, as it is seen now, and go to the other, as it will be seen."""
        parent = self.parentWidget()
        self._animation.stop()
        self._pages, self._sights, self._share = (before, after), sights, 0.0
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self._animation.setDuration(milliseconds)
        self._animation.start()

    def stop(self) -> None:
        """Hide, whether the end was reached or not."""
        if self._pages is not None:
            self._animation.stop()
            self._pages = None
            self.hide()
            self.ended.emit()

    def _step(self, share: float) -> None:
        self._share = eased(share)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the moment."""
        if self._pages is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.rect(), colour(self._ground))
        sight = sight_between(*self._sights, self._share)
        painter.translate(sight.x, sight.y)
        painter.scale(sight.scale, sight.scale)
        paint_shown(painter, between(*self._pages, self._share))
        painter.end()


def turn(stage: Stage, before: Page, sight: Sight) -> Film | None:
    """Let the page that a stage showed before turn into the one that it shows; None where nothing would glide.

    Only stages and variants of one another glide: pages that have something in common.
    """
    after = stage.page
    if after is None or not before.rects.keys() & after.rects.keys():
        return None
    if max(len(before.rects), len(after.rects)) > MOST or not may_move(stage):
        return None
    film = stage.findChild(Film) or Film(stage.viewport(), style.BOARD)
    film.play(before, after, (sight, stage.sight), MILLISECONDS)
    return film


def paint_shown(painter: QPainter, rows: Iterable[Shown]) -> None:
    """Paint what shows at one moment, in page units."""
    for drawn, opacity in rows:
        painter.setOpacity(opacity)
        if isinstance(drawn, Group):
            painter.translate(drawn.x, drawn.y)
            paint(painter, drawn.marks)
            painter.translate(-drawn.x, -drawn.y)
        else:
            paint(painter, drawn.marks)
    painter.setOpacity(1.0)
