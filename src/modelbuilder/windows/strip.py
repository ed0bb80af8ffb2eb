"""The strip of models: one card a model with its letter, title, findings and a small picture."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)

from modelbuilder.document import pages
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Model
from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Box, Mark, Text
from modelbuilder.drawing.page import draw
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.events import PointerId
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect, bounds
from modelbuilder.layout.text import Weight
from modelbuilder.render.qt import colour, paint
from modelbuilder.windows import theme
from modelbuilder.windows.checking import Checking, tally
from modelbuilder.windows.pointing import Touchable

CARD_W, CARD_H, STEP = 300.0, 114.0, 316.0
_TOP, _LEFT = 18.0, 20.0
_DARK = {"error": style.MUST_FIX, "warning": style.CHECK, "advice": style.IDEA}


class Strip(Touchable):
    """The row of models. `wanted` asks for a command on a model; `moved` for another position."""

    wanted = Signal(str, str)
    moved = Signal(str, int)

    def __init__(self, desk: Desk, checking: Checking) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.STRIP_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Models")
        self.desk, self.checking = desk, checking
        self.menu_for: Callable[[ModelId, QPoint], None] = lambda model_id, at: None
        self._scroll = 0.0
        self._down: tuple[PointerId, QPointF, ModelId | None] | None = None
        self._drag: tuple[ModelId, float] | None = None
        self._pictures: dict[ModelId, tuple[Model, list[Mark]]] = {}

    def _cards(self) -> list[tuple[ModelId, QRectF]]:
        return [
            (model_id, QRectF(_LEFT + STEP * index - self._scroll, _TOP, CARD_W, CARD_H))
            for index, (model_id, _) in enumerate(pages.ordered(self.desk.document))
        ]

    def _plus(self) -> QRectF:
        count = len(self.desk.document.order)
        return QRectF(_LEFT + STEP * count - self._scroll, _TOP, 120, CARD_H)

    def model_at(self, at: QPointF) -> ModelId | None:
        """Return the model whose card is under a point."""
        return next((model_id for model_id, rect in self._cards() if rect.contains(at)), None)

    def card_of(self, model_id: ModelId) -> QRectF:
        """Return where a model's card is."""
        return dict(self._cards())[model_id]

    def pressed(self, pointer: PointerId, at: QPointF) -> None:
        """Press a card: show its model, or begin to move it along the row."""
        self._down = (pointer, at, self.model_at(at))
        if self._down[2] is None and self._plus().contains(at):
            self.wanted.emit("add_model", "")

    def dragged(self, pointer: PointerId, at: QPointF) -> None:
        """Move a card along the row."""
        if self._down is None or self._down[0] != pointer or self._down[2] is None:
            return
        if self._drag is None and abs(at.x() - self._down[1].x()) < 12:
            return
        self._drag = (self._down[2], at.x() - self._down[1].x())
        self.update()

    def released(self, pointer: PointerId, at: QPointF) -> None:
        """Leave the card where it was dragged, or show the model that was tapped."""
        down, drag = self._down, self._drag
        self._down = self._drag = None
        if drag is not None:
            centre = self.card_of(drag[0]).center().x() + drag[1]
            index = round((centre - CARD_W / 2 - _LEFT + self._scroll) / STEP)
            self.moved.emit(drag[0], max(0, index))
        elif down is not None and down[2] is not None:
            self.wanted.emit("show", down[2])
        self.update()

    def cancelled(self, pointer: PointerId) -> None:
        """Put a dragged card back."""
        self._down = self._drag = None
        self.update()

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
        order = self.desk.document.order
        if step is None:
            super().keyPressEvent(event)
            return
        index = max(0, min(order.index(self.desk.model_id) + step, len(order) - 1))
        self.wanted.emit("show", order[index])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll a long row."""
        longest = self._plus().right() + self._scroll + 20 - self.width()
        self._scroll = max(0.0, min(self._scroll - event.angleDelta().y(), longest))
        self.update()

    def show_current(self) -> None:
        """Scroll so that the shown model's card can be seen."""
        longest = max(0.0, self._plus().right() + self._scroll + 20 - self.width())
        self._scroll = min(self._scroll, longest)
        rect = self.card_of(self.desk.model_id)
        if self.desk.model_id == self.desk.document.order[-1]:
            self._scroll = longest
        elif rect.right() > self.width():
            self._scroll += rect.right() - self.width() + 20
        elif rect.left() < 0:
            self._scroll = max(0.0, self._scroll + rect.left() - 20)
        title = self.desk.model.title
        self.setAccessibleDescription(f"Model {self.desk.model.label} {title}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        cards = self._cards()
        if self._drag is not None:
            cards.sort(key=lambda row: self._drag is not None and row[0] == self._drag[0])
        for model_id, rect in cards:
            shift = self._drag[1] if self._drag is not None and self._drag[0] == model_id else 0.0
            painter.save()
            painter.translate(rect.x() + shift, rect.y())
            paint(painter, self._marks(model_id))
            painter.restore()
        plus = self._plus()
        pen = QPen(colour(style.HAIRLINE), 2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(plus, 12, 12)
        words = Text(plus.center().x(), plus.center().y() + 5, "+ model", 15, Weight.SEMIBOLD, style.SECOND, "middle")
        paint(painter, [words])
        painter.end()

    def _marks(self, model_id: ModelId) -> list[Mark]:
        model = self.desk.document.models[model_id]
        shown = model_id == self.desk.model_id
        accent = theme.INDIGO if shown else style.SECOND
        findings = self.checking.findings(model_id)
        gravest = findings[0].severity.value if findings else ""
        title = model.title or f"Model {model.label}"
        focus = shown and self.hasFocus()
        edge = style.IDEA if focus else theme.INDIGO if shown else style.HAIRLINE
        letter = Box(Rect(14, 14, 36, 36), 9, fill=accent)
        size = 19 if text.width(model.label, 19, Weight.BOLD) <= 34 else 12  # the address of a stage is longer
        label = text.elide(model.label, size, Weight.BOLD, 34)
        return [
            Box(Rect(0, 0, CARD_W, CARD_H), 12, fill=style.QUIET, stroke=edge, weight=2.6 if shown else 1.4),
            letter,
            Text(32, 32 + size * 0.36, label, size, Weight.BOLD, style.PAPER, "middle"),
            Text(64, 30, text.elide(title, 15, Weight.SEMIBOLD, 222), 15, Weight.SEMIBOLD, style.INK),
            Text(
                64,
                50,
                tally(findings) if _drawn(model) else "nothing drawn yet",
                13,
                Weight.REGULAR,
                _DARK.get(gravest, style.SECOND) if self.desk.view.checking else style.SECOND,
            ),
            *self._picture(model_id, model),
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shown card in sight when the window changes."""
        super().resizeEvent(event)
        self.show_current()

    def _picture(self, model_id: ModelId, model: Model) -> list[Mark]:
        known = self._pictures.get(model_id)
        if known is not None and known[0] is model:
            return known[1]
        page = self.desk.page() if model_id == self.desk.model_id else draw(self.desk.document, model_id, live=True)
        whole = bounds(page.rects.values())
        marks: list[Mark] = []
        if whole is not None and len(page.rects) <= 400:
            scale = min((CARD_W - 28) / whole.w, 46 / whole.h, 0.12)
            x, y = (CARD_W - whole.w * scale) / 2, 61 + (46 - whole.h * scale) / 2
            for thing_id, rect in sorted(page.rects.items(), key=lambda row: -row[1].w * row[1].h):
                face = page.faces[thing_id]
                small = Rect(
                    x + (rect.x - whole.x) * scale, y + (rect.y - whole.y) * scale, rect.w * scale, rect.h * scale
                )
                if face.kind in ("group", "school"):
                    marks.append(Box(small, 2, fill=style.PAPER, stroke=style.HAIRLINE, weight=0.8))
                else:
                    marks.append(Box(small, 1.5, fill=style.TIERS[face.tier]))
        self._pictures[model_id] = (model, marks)
        return marks


def _drawn(model: Model) -> bool:
    return bool(model.posts or model.bodies or model.placements or model.groups or model.figures)
