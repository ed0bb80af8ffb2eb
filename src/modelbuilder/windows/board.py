"""The board of a show: a stage as its slide, over the whole screen, gliding to the next; ink and laser over it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from modelbuilder.canvas.film import paint_shown
from modelbuilder.canvas.glide import may_move
from modelbuilder.canvas.ink import paint_strokes
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document
from modelbuilder.drawing import style
from modelbuilder.drawing.deck import footer
from modelbuilder.drawing.gliding import Shown, Sight, between, eased, sight_between
from modelbuilder.drawing.marks import Box, Mark
from modelbuilder.drawing.page import Page, draw
from modelbuilder.drawing.question import question_marks
from modelbuilder.drawing.slide import HEIGHT, WIDTH, Slide, slide
from modelbuilder.editor.events import PointerId
from modelbuilder.layout.rect import Rect
from modelbuilder.render.qt import colour, paint
from modelbuilder.toolkit.show import Show
from modelbuilder.windows import theme
from modelbuilder.windows.board_ink import Ink
from modelbuilder.windows.board_keys import asked_by
from modelbuilder.windows.pointing import Touchable

_GLIDE = 700
"""Milliseconds from stage to stage: long enough for a room to follow with its eyes."""
_SWIPE = 0.08
"""Share of the board's width that a finger goes across to turn the page."""
_BACK = 0.3
"""Share of the board at the left where a tap goes back."""
_DOT, _DOT_STEP = 8.0, 34.0
_BLANK = {"black": Qt.GlobalColor.black, "white": Qt.GlobalColor.white}


class Scene(NamedTuple):
    """One stage, ready to be shown."""

    page: Page
    slide: Slide

    @property
    def sight(self) -> Sight:
        """How the page is fitted into its slide."""
        return Sight(self.slide.scale, self.slide.x, self.slide.y)


class Board(Touchable):
    """What the room sees; `asked` takes the name of what a hand or a key asks for."""

    def __init__(self, asked: Callable[[str], None]) -> None:
        super().__init__()
        self.setWindowTitle("Presentation – modelbuilder")
        self.setObjectName("board")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Presentation")
        self.asked = asked
        self.ink = Ink()
        self.show_: Show | None = None
        self._document: Document | None = None
        self._scenes: dict[ModelId, Scene] = {}
        self._from: Scene | None = None
        self._share = 1.0
        self._down: dict[PointerId, QPointF] = {}
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(_GLIDE)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._step)

    # What is shown

    def show_moment(self, document: Document, shown: Show) -> None:
        """Show a moment of a show; the stage before glides into it."""
        if document is not self._document:
            self._document, self._scenes = document, {}
        before = self.show_
        self.show_ = shown
        self.ink.turn_to(shown.shown)
        if before is not None and before.shown != shown.shown and before.shown in document.models:
            self._from = self.scene(before.shown)
            self._share = 1.0
            self._animation.stop()
            if may_move(self) and not shown.blank:
                self._animation.start()
        model = document.models[shown.shown]
        question = shown.question(document) if shown.asking else ""
        self.setAccessibleDescription(question or f"{model.title}. {model.narration}")
        self.update()

    def scene(self, model_id: ModelId) -> Scene:
        """Return a stage as it is shown, drawn once."""
        assert self._document is not None and self.show_ is not None
        if model_id not in self._scenes:
            page = draw(self._document, model_id)
            number = self.show_.stages.index(model_id) + 1 if model_id in self.show_.stages else 0
            self._scenes[model_id] = Scene(page, slide(page, footer(self._document, model_id), number))
        return self._scenes[model_id]

    def settle(self) -> None:
        """Be where one is going, at once."""
        self._animation.stop()
        self._share = 1.0
        self.update()

    def _step(self, share: float) -> None:
        self._share = eased(share)
        self.update()

    def _fitted(self) -> Sight:
        """Return how a slide is fitted into the screen."""
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        return Sight(scale, (self.width() - WIDTH * scale) / 2, (self.height() - HEIGHT * scale) / 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the moment."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        shown = self.show_
        blank = shown.blank if shown is not None else "black"
        painter.fillRect(self.rect(), _BLANK.get(blank) or colour(style.PAPER))
        if shown is None or blank:
            return
        sight = self._fitted()
        painter.translate(sight.x, sight.y)
        painter.scale(sight.scale, sight.scale)
        self._paint_stage(painter, self.scene(shown.shown))
        paint(painter, self._dots(shown))
        if shown.asking and self._document is not None:
            painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), colour(style.PAPER, 0.82))
            paint(painter, question_marks(shown.question(self._document)))
        self.ink.paint(painter)
        painter.end()

    def _paint_stage(self, painter: QPainter, scene: Scene) -> None:
        before, share = self._from, self._share
        if before is None or share >= 1:
            before, share = scene, 1.0
        stays = set(before.slide.frame) & set(scene.slide.frame)
        paint(painter, (mark for mark in scene.slide.frame if mark in stays))
        for part, opacity in ((before.slide, 1 - 2 * share), (scene.slide, 2 * share - 1)):  # never words over words
            if opacity > 0:
                painter.setOpacity(opacity)
                paint(painter, (mark for mark in part.frame if mark not in stays))
        painter.setOpacity(1.0)
        painter.save()
        sight = sight_between(before.sight, scene.sight, share)
        painter.translate(sight.x, sight.y)
        painter.scale(sight.scale, sight.scale)
        whole = (Shown(drawn, 1.0) for drawn in scene.page.drawn())
        paint_shown(painter, whole if share == 1 else between(before.page, scene.page, share))
        if share == 1:
            paint_strokes(painter, scene.page.source.strokes.values())
        painter.restore()

    def _dots(self, shown: Show) -> list[Mark]:
        """Return a dot for each stage, at the foot of the slide; the one shown is filled and larger."""
        marks: list[Mark] = []
        for at, spot in enumerate(self._spots(shown)):
            here = at == shown.at
            radius = _DOT if here else _DOT - 2
            dot = Rect(spot.x() - radius, spot.y() - radius, 2 * radius, 2 * radius)
            marks.append(Box(dot, radius, fill=theme.INDIGO if here else "", stroke=style.SECOND, weight=1.6))
        return marks

    def _spots(self, shown: Show) -> list[QPointF]:
        left = WIDTH / 2 - _DOT_STEP * (len(shown.stages) - 1) / 2
        return [QPointF(left + _DOT_STEP * at, HEIGHT - 31) for at in range(len(shown.stages))]

    # Hands and keys

    def _spot(self, at: QPointF) -> QPointF:
        """Return a point of the screen in units of the slide."""
        sight = self._fitted()
        return QPointF((at.x() - sight.x) / sight.scale, (at.y() - sight.y) / sight.scale)

    def pressed(self, pointer: PointerId, at: QPointF) -> None:
        """Begin to turn, to draw or to point."""
        self._down[pointer] = at
        self.ink.press(pointer, self._spot(at))
        self.update()

    def dragged(self, pointer: PointerId, at: QPointF) -> None:
        """Draw on, or point elsewhere."""
        self.ink.move(pointer, self._spot(at))
        self.update()

    def released(self, pointer: PointerId, at: QPointF) -> None:
        """Keep the stroke while the show lasts, or turn the page."""
        start = self._down.pop(pointer, None)
        self.ink.release(pointer)
        if start is not None and self.ink.mode == "turn":
            self._turn(start, at)
        self.update()

    def cancelled(self, pointer: PointerId) -> None:
        """Leave nothing of what a hand began."""
        self._down.pop(pointer, None)
        self.ink.cancel(pointer)
        self.update()

    def hovered(self, at: QPointF | None) -> None:
        """Let the laser follow the mouse."""
        self.ink.hover(self._spot(at) if at is not None else None)
        self.update()

    def _turn(self, start: QPointF, end: QPointF) -> None:
        """Go where a swipe or a tap leads: to the left or right, or to the dot that was met."""
        across = end.x() - start.x()
        if abs(across) > _SWIPE * self.width():
            self.asked("forward" if across < 0 else "back")
            return
        spot = self._spot(end)
        for at, dot in enumerate(self._spots(self.show_) if self.show_ is not None else ()):
            if abs(spot.x() - dot.x()) <= _DOT_STEP / 2 and abs(spot.y() - dot.y()) <= _DOT_STEP:
                self.asked(f"jump {at}")
                return
        self.asked("back" if end.x() < _BACK * self.width() else "forward")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second press of two quick ones like the first."""
        self.mousePressEvent(event)

    def set_mode(self, mode: str) -> None:
        """Turn pages, draw or point."""
        self.ink.set_mode(mode)
        shapes = {"ink": Qt.CursorShape.CrossCursor, "laser": Qt.CursorShape.BlankCursor}
        self.setCursor(shapes.get(mode, Qt.CursorShape.ArrowCursor))
        self.update()

    def wipe(self) -> None:
        """Wipe the ink off the stage shown."""
        self.ink.wipe()
        self.update()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the show when the window is closed."""
        event.ignore()
        self.asked("end")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of clickers and keyboards."""
        wanted = asked_by(event)
        if wanted:
            self.asked(wanted)
        else:
            super().keyPressEvent(event)
