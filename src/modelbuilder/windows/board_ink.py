"""Ink and laser on the board of a show: they last as long as the show, and leave no trace in the document."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from modelbuilder.canvas.ink import paint_strokes
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Stroke
from modelbuilder.drawing import style
from modelbuilder.editor.events import MOUSE, PointerId
from modelbuilder.render.qt import colour

_LASER = 13.0


class Ink:
    """What hands draw and point at, in units of the slide. `mode` is turn, ink or laser."""

    def __init__(self) -> None:
        self.mode = "turn"
        self._stage: ModelId | None = None
        self._kept: dict[ModelId | None, list[list[QPointF]]] = {}
        self._strokes: dict[PointerId, list[QPointF]] = {}
        self._lasers: dict[PointerId, QPointF] = {}

    def set_mode(self, mode: str) -> None:
        """Turn pages, draw or point."""
        self.mode = mode
        self._strokes.clear()
        self._lasers.clear()

    def turn_to(self, stage: ModelId) -> None:
        """Show the ink of another stage."""
        if stage != self._stage:
            self._strokes.clear()
            self._stage = stage

    def wipe(self) -> None:
        """Wipe the ink off the stage shown."""
        self._kept.pop(self._stage, None)

    def press(self, pointer: PointerId, at: QPointF) -> None:
        """Begin a stroke, or point."""
        if self.mode == "ink":
            self._strokes[pointer] = [at]
        elif self.mode == "laser":
            self._lasers[pointer] = at

    def move(self, pointer: PointerId, at: QPointF) -> None:
        """Draw on, or point elsewhere."""
        if pointer in self._strokes:
            self._strokes[pointer].append(at)
        elif pointer in self._lasers:
            self._lasers[pointer] = at

    def hover(self, at: QPointF | None) -> None:
        """Let the laser follow the mouse, and go with it."""
        if self.mode == "laser" and at is not None:
            self._lasers[MOUSE] = at
        else:
            self._lasers.pop(MOUSE, None)

    def release(self, pointer: PointerId) -> None:
        """Keep a stroke; a finger that is lifted points no more."""
        stroke = self._strokes.pop(pointer, None)
        if stroke is not None:
            self._kept.setdefault(self._stage, []).append(stroke)
        if pointer != MOUSE:
            self._lasers.pop(pointer, None)

    def cancel(self, pointer: PointerId) -> None:
        """Leave nothing of what a hand began."""
        self._strokes.pop(pointer, None)
        self._lasers.pop(pointer, None)

    def paint(self, painter: QPainter) -> None:
        """Paint strokes and lasers, in units of the slide."""
        paint_strokes(painter, map(_written, (*self._kept.get(self._stage, ()), *self._strokes.values())))
        painter.setPen(QPen(colour(style.PAPER), 3))
        painter.setBrush(colour(style.MUST_FIX))
        for spot in self._lasers.values():
            painter.drawEllipse(spot, _LASER, _LASER)


def _written(spots: list[QPointF]) -> Stroke:
    points = tuple(round(number, 1) for spot in spots for number in (spot.x(), spot.y()))
    return Stroke.model_construct(nib="pen", colour="red", points=points)
