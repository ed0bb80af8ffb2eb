"""The strip of models: options and stories in a row, each with its letter, title and findings."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)

from modelbuilder.compare.opinions import dots
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Model
from modelbuilder.document.stories import Entry, entries
from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Box, Mark, Text
from modelbuilder.drawing.page import draw
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.events import PointerId
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.render.qt import paint
from modelbuilder.windows.checking import Checking, tally
from modelbuilder.windows.pointing import Touchable
from modelbuilder.windows.strip_cards import (
    LEFT,
    Spot,
    Told,
    cards,
    option_marks,
    picture,
    plus,
    spots,
    story_marks,
)
from modelbuilder.windows.theme import px

_SLACK = 12.0


class Strip(Touchable):
    """The row of options and stories.

    `wanted` asks for a command on a model, `moved` for another position of an option or story among all models, and
    `stage_moved` for another position of a stage in its story.
    """

    wanted = Signal(str, str)
    moved = Signal(str, int)
    stage_moved = Signal(str, int)

    def __init__(self, desk: Desk, checking: Checking) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Models")
        self.desk, self.checking = desk, checking
        self.menu_for: Callable[[ModelId, QPoint], None] = lambda model_id, at: None
        self._scroll = 0.0
        self._down: tuple[PointerId, QPointF, Spot | None] | None = None
        self._drag: float | None = None
        self._pictures: dict[ModelId, tuple[Model, list[Mark]]] = {}

    def refit(self) -> None:
        """Draw the small pictures anew, at their new size."""
        self._pictures.clear()
        self.show_current()

    def spot_at(self, at: QPointF) -> Spot | None:
        """Return what is under a point."""
        found = None
        for spot in spots(self.desk.document, self.desk.model_id, self._scroll):
            if spot.rect.holds(at.x(), at.y()):
                found = spot
        return found

    def model_at(self, at: QPointF) -> ModelId | None:
        """Return the model under a point: a stage, an option, or the one that speaks for a story."""
        spot = self.spot_at(at)
        return spot.model_id if spot is not None and spot.command == "show" else None

    def card_of(self, model_id: ModelId) -> Rect:
        """Return where the card is that a model is on."""
        return next(card for entry, card in cards(self.desk.document, self._scroll) if model_id in entry.models)

    def spot_of(self, model_id: ModelId, command: str = "show") -> Rect:
        """Return where something is asked for of a model: of a stage on its own number."""
        found = spots(self.desk.document, self.desk.model_id, self._scroll)
        return [spot.rect for spot in found if (spot.command, spot.model_id) == (command, model_id)][-1]

    def pressed(self, pointer: PointerId, at: QPointF) -> None:
        """Press a card or the number of a stage: show its model, or begin to move it along the row."""
        self._down = (pointer, at, self.spot_at(at))

    def dragged(self, pointer: PointerId, at: QPointF) -> None:
        """Move a card along the row, or a stage along its story."""
        if self._down is None or self._down[0] != pointer or self._down[2] is None:
            return
        if self._down[2].command == "show" and (self._drag is not None or abs(at.x() - self._down[1].x()) >= _SLACK):
            self._drag = at.x() - self._down[1].x()
            self.update()

    def released(self, pointer: PointerId, at: QPointF) -> None:
        """Leave what was dragged where it is, or do what was tapped."""
        if self._down is None or self._down[0] != pointer:
            return
        (_, _, spot), drag = self._down, self._drag
        self._down = self._drag = None
        if spot is not None and drag is not None:
            self._leave(spot, spot.rect.cx + drag)
        elif spot is not None and self.spot_at(at) == spot:
            self.wanted.emit(spot.command, spot.model_id)
        self.update()

    def _leave(self, spot: Spot, middle: float) -> None:
        """Leave what was dragged behind all that lies further left."""
        rows = cards(self.desk.document, self._scroll)
        entry, card = next(row for row in rows if spot.model_id in row[0].models)
        if spot.rect != card:
            others = [one for one in entry.models if one != spot.model_id]
            self.stage_moved.emit(spot.model_id, sum(1 for one in others if self.spot_of(one).cx < middle))
        else:
            before = [len(other.models) for other, rect in rows if other != entry and rect.cx < middle]
            self.moved.emit(spot.model_id, sum(before))

    def cancelled(self, pointer: PointerId) -> None:
        """Put what was dragged back."""
        self._down = self._drag = None
        self.update()

    def hovered(self, at: QPointF | None) -> None:
        """Say in full what is under the mouse: a card may have room for its beginning only."""
        model_id = self.model_at(at) if at is not None else None
        words = (self.desk.document.models[model_id].title, self._told(model_id).words) if model_id is not None else ()
        self.setToolTip("\n".join(filter(None, words)))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename the model."""
        model_id = self.model_at(event.position())
        if model_id is not None:
            self.wanted.emit("rename_model", model_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a model."""
        model_id = self.model_at(QPointF(event.pos()))
        if model_id is not None:
            self.menu_for(model_id, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from model to model with the arrow keys."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        order = [one for entry in entries(self.desk.document) for one in entry.models]
        if step is None:
            super().keyPressEvent(event)
            return
        index = max(0, min(order.index(self.desk.model_id) + step, len(order) - 1))
        self.wanted.emit("show", order[index])

    def _longest(self) -> float:
        """Return how far a long row can be scrolled."""
        return max(0.0, plus(self.desk.document, 0).right + LEFT - self.width())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll a long row."""
        self._scroll = max(0.0, min(self._scroll - event.angleDelta().y(), self._longest()))
        self.update()

    def show_current(self) -> None:
        """Scroll so that the shown model's card can be seen."""
        self._scroll = min(self._scroll, self._longest())
        rect = self.spot_of(self.desk.model_id)
        if self.desk.model_id == self.desk.document.order[-1]:
            card = self.card_of(self.desk.model_id)
            self._scroll = min(self._longest(), max(0.0, self._scroll + card.x - LEFT))
        elif rect.right > self.width():
            self._scroll += rect.right - self.width() + LEFT
        elif rect.x < 0:
            self._scroll = max(0.0, self._scroll + rect.x - LEFT)
        self.setAccessibleDescription(f"Model {self.desk.model.label} {self.desk.model.title}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        held = self._down[2] if self._down is not None and self._drag is not None else None
        rows = cards(self.desk.document, self._scroll)
        rows.sort(key=lambda row: held is not None and held.rect == row[1])
        for entry, card in rows:
            shift = self._drag or 0.0 if held is not None and held.rect == card else 0.0
            painter.save()
            painter.translate(card.x + shift, card.y)
            paint(painter, self._marks(entry))
            painter.restore()
        if held is not None and all(held.rect != card for _, card in rows):
            carried = held.rect.moved(self._drag or 0.0, 0)
            paint(painter, [Box(carried.grown(3), 12, stroke=style.IDEA, weight=3)])
        add = plus(self.desk.document, self._scroll)
        words = Text(add.cx, add.cy + px(5), "+ model", px(15), Weight.SEMIBOLD, style.SECOND, "middle")
        paint(painter, [Box(add, 12, stroke=style.HAIRLINE, weight=2, dashes=(8, 6)), words])
        painter.end()

    def _marks(self, entry: Entry) -> list[Mark]:
        document, shown, focus = self.desk.document, self.desk.model_id, self.hasFocus()
        told = {model_id: self._told(model_id) for model_id in entry.models}
        if entry.story:
            return story_marks(entry, document, shown, told, focus=focus)
        [model_id] = entry.models
        here = model_id == shown
        model, drawn = document.models[model_id], self._picture(model_id)
        return option_marks(model, told[model_id], shown=here, focus=focus and here, picture=drawn)

    def _told(self, model_id: ModelId) -> Told:
        findings = self.checking.findings(model_id)
        model = self.desk.document.models[model_id]
        words = tally(findings) if _drawn(model) else "nothing drawn yet"
        if votes := model.votes.get(ThingId(model_id)):
            words += f" · {dots(votes)}"
        return Told(words, findings[0].severity.value if findings and self.desk.view.checking else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shown card in sight when the window changes."""
        super().resizeEvent(event)
        self.show_current()

    def _picture(self, model_id: ModelId) -> list[Mark]:
        model = self.desk.document.models[model_id]
        known = self._pictures.get(model_id)
        if known is None or known[0] is not model:
            page = self.desk.page() if model_id == self.desk.model_id else draw(self.desk.document, model_id, live=True)
            known = self._pictures[model_id] = (model, picture(page))
        return known[1]


def _drawn(model: Model) -> bool:
    return bool(model.posts or model.bodies or model.placements or model.groups or model.figures)
