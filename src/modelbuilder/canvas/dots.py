"""The dots that a room has put on things: on each a chip with their number."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from modelbuilder.canvas.exposing import expose
from modelbuilder.document.ids import ThingId
from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Box, Mark, Text
from modelbuilder.drawing.page import Page
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.render.qt import paint

_HIGH, _DOT, _SIZE = 28.0, 12.0, 15.0
_EVERYWHERE = QRectF(-1e6, -1e6, 2e6, 2e6)


class DotsItem(QGraphicsItem):
    """Paints the chips of all things of a page that have dots."""

    def __init__(self) -> None:
        super().__init__()
        self._chips: dict[ThingId, tuple[Rect, int]] = {}
        self.setZValue(9_500)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_votes(self, page: Page) -> None:
        """Show the dots of a page where its things are now."""
        if not page.source.votes and not self._chips:
            return
        before, self._chips = self._chips, dict(_chips(page))
        differing = (one for one in before.keys() | self._chips.keys() if before.get(one) != self._chips.get(one))
        rects = [chips[one][0] for one in differing for chips in (before, self._chips) if one in chips]
        expose(self, [rect.grown(4) for rect in rects])

    def boundingRect(self) -> QRectF:
        """Return the area painted."""
        return _EVERYWHERE

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the chips."""
        for rect, count in self._chips.values():
            paint(painter, _marks(rect, count))


def _chips(page: Page) -> Iterator[tuple[ThingId, tuple[Rect, int]]]:
    """Yield a chip for each thing that is drawn: at the lower right of a card, beside the middle of a line."""
    for thing_id, count in page.source.votes.items():
        wide = text.width(str(count), _SIZE, Weight.BOLD) + _DOT + 24
        if (rect := page.rects.get(thing_id)) is not None:
            yield thing_id, (Rect(rect.right - wide - 8, rect.bottom - _HIGH / 2, wide, _HIGH), count)
        elif run := page.routes.get(thing_id):
            at, after = run[(len(run) - 1) // 2], run[(len(run) - 1) // 2 + 1]
            x, y = (at.x + after.x) / 2, (at.y + after.y) / 2
            beside = Rect(x + 8, y - _HIGH / 2, wide, _HIGH)
            yield thing_id, (beside if at.x == after.x else Rect(x - wide / 2, y + 6, wide, _HIGH), count)


def _marks(rect: Rect, count: int) -> list[Mark]:
    dot = Rect(rect.x + 10, rect.cy - _DOT / 2, _DOT, _DOT)
    return [
        Box(rect, rect.h / 2, fill=style.PAPER, stroke=style.IDEA, weight=1.6),
        Box(dot, _DOT / 2, fill=style.IDEA),
        Text(dot.right + 6, rect.cy + 5.2, str(count), _SIZE, Weight.BOLD, style.INK),
    ]
