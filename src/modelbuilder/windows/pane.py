"""A pane of the comparison: one model to look at, which zooms and pans together with the others."""

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QEventPoint, QMouseEvent, QResizeEvent, QTouchEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QWidget

from modelbuilder.canvas.pinch import Pinch
from modelbuilder.canvas.scope import LARGEST, SMALLEST
from modelbuilder.canvas.stage import Stage
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document
from modelbuilder.drawing.page import Page, draw
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.emphasis import PLAIN, Emphasis
from modelbuilder.editor.hands import Hands
from modelbuilder.editor.session import Session
from modelbuilder.editor.view import View
from modelbuilder.layout.rect import Point, Rect
from modelbuilder.vocabulary.changes import MARKS

_WHEEL = 1.0015
_SLACK = 6.0
_ASIDE = 12
"""How far words over the page are from the edges of the pane, in pixels."""
_GONE = MARKS["removed"].sign


class Glance(NamedTuple):
    """Where one looks: how many times closer than from home, and how far beside it, in pixels as seen from there."""

    closer: float
    dx: float
    dy: float


class Pane(Stage):
    """Shows a model of any document. `pointed` tells what the mouse is over, `tapped` what was tapped, if anything."""

    pointed = Signal(str)
    tapped = Signal(str)
    moved = Signal()

    def __init__(self, document: Document, model_id: ModelId) -> None:
        desk = Desk(Session(document), View(model_id))
        super().__init__(desk, Hands(desk))
        self.setViewport(QWidget())
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("pane")
        self.setFrameShape(Stage.Shape.StyledPanel)
        self.home, self.base = Point(0, 0), 1.0
        self._pinch = Pinch(self)
        self._down: QPointF | None = None
        self._last = QPointF()
        self._dragged = False
        self._differences, self._absent = PLAIN, ""
        self._missing = QLabel(self)
        self._missing.setObjectName("missing")
        self._missing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._missing.hide()
        self.show_page(draw(document, model_id))

    def show_model(self, document: Document, model_id: ModelId) -> None:
        """Show another model, or another state of it."""
        if document is not self.desk.document:
            self.desk.session.replace(document)
        if model_id != self.desk.model_id:
            self.desk.look(View(model_id))
        self.show_page(draw(document, model_id, self.drawn if self.drawn.model_id == model_id else None))

    @property
    def drawn(self) -> Page:
        """The page that is shown."""
        assert self.page is not None
        return self.page

    def light(self, lit: frozenset[ThingId], absent: str = "") -> None:
        """Light things and lines, and fade what is neither in them nor between them; nothing lights everything.

        Of somebody who is lit elsewhere, say in the words of `absent` that they are not here, and fade the whole page.
        """
        page = self.drawn
        inside = page.inside(one for one in lit if one in page.rects)
        ends = {one: (line.source, line.target) for one, line in page.model.lines.items() if one in page.routes}
        self.spared = frozenset(inside | {one for one, pair in ends.items() if inside.issuperset(pair)})
        self.desk.look(self.desk.view.choosing(lit=lit))
        self._absent = absent if not lit else ""
        self._missing.setText(f"{_GONE} {self._absent}")
        self._missing.setVisible(bool(self._absent))
        self._place_words()
        self._show_differences()
        self.refresh_overlay()

    def bring_out(self, emphasis: Emphasis) -> None:
        """Bring out what differs."""
        self._differences = emphasis
        self._show_differences()

    def _show_differences(self) -> None:
        faded = self._all(self.drawn) if self._absent else frozenset[ThingId]()
        self.show_emphasis(replace(self._differences, faded=faded) if faded else self._differences)

    def _place_words(self) -> None:
        """Put the words on who is absent at the top of the pane, in the middle, and no wider than it."""
        room = self.viewport().rect().adjusted(_ASIDE, _ASIDE, -_ASIDE, -_ASIDE)
        self._missing.setMaximumWidth(max(0, room.width()))
        self._missing.adjustSize()
        self._missing.move(room.left() + (room.width() - self._missing.width()) // 2, room.top())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words in the middle."""
        super().resizeEvent(event)
        self._place_words()

    # Where one looks: how far from home, which is where the whole page is seen

    def settle(self, home: Point, base: float) -> None:
        """Look at the whole page: from a point of it, at a zoom."""
        self.home, self.base = home, base
        self.look(Glance(1.0, 0.0, 0.0))

    def glance(self) -> Glance:
        """Return where one looks, in a way that other panes can follow."""
        middle = self.middle()
        return Glance(self.zoom / self.base, (middle.x - self.home.x) * self.base, (middle.y - self.home.y) * self.base)

    def look(self, glance: Glance) -> None:
        """Look where another pane looks."""
        self.blockSignals(True)
        self.zoom_to(self.base * glance.closer)
        self.centerOn(self.home.x + glance.dx / self.base, self.home.y + glance.dy / self.base)
        self.refresh_overlay()
        self.blockSignals(False)

    def zoom_for(self, whole: Rect) -> float:
        """Return the zoom at which a rectangle is seen whole, no larger than 100 %."""
        room = self.viewport().rect()
        zoom = min((room.width() - 32) / max(whole.w, 1), (room.height() - 32) / max(whole.h, 1), 1.0)
        return max(SMALLEST, min(LARGEST, zoom))

    # Hands

    def thing_at(self, at_v: QPointF) -> str:
        """Return the card under a point, or else the innermost box, or nothing."""
        spot = self.mapToScene(at_v.toPoint())
        cards = self.drawn.cards_at(spot.x(), spot.y())
        boxes = sorted(self.drawn.boxes_at(spot.x(), spot.y()), key=self.drawn.depth)
        return str(cards[-1] if cards else boxes[-1] if boxes else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to pan, or to tap."""
        self._down = self._last = event.position()
        self._dragged = False
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, or point."""
        if self._down is None or not event.buttons():
            self.pointed.emit(self.thing_at(event.position()))
        elif self._dragged or (event.position() - self._down).manhattanLength() > _SLACK:
            self._dragged = True
            delta, self._last = event.position() - self._last, event.position()
            self.pan(delta.x(), delta.y())
            self.moved.emit()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tap, if the hand was still."""
        if self._down is not None and not self._dragged:
            self.tapped.emit(self.thing_at(event.position()))
        self._down = None
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer."""
        self.zoom_to(self.zoom * _WHEEL ** event.angleDelta().y(), event.position())
        self.moved.emit()
        event.accept()

    def leaveEvent(self, event: object) -> None:
        """Point at nothing any more."""
        self.pointed.emit("")

    def viewportEvent(self, event: object) -> bool:
        """Take touches before Qt turns them into mouse events."""
        if not isinstance(event, QTouchEvent):
            return super().viewportEvent(event)  # type: ignore[arg-type]
        if event.type() == QTouchEvent.Type.TouchCancel:
            self._pinch.clear()
        for point in event.points():
            if point.state() == QEventPoint.State.Pressed:
                self._pinch.press(point.id(), point.position())
            elif point.state() != QEventPoint.State.Released:
                self._pinch.move(point.id(), point.position())
            elif self._pinch.lift(point.id(), point.position()):
                self.tapped.emit(self.thing_at(point.position()))
        self._pinch.follow()
        self.moved.emit()
        event.accept()
        return True
