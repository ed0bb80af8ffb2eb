"""The grip of a palette, by which a hand pulls it to another side of the page."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Box
from modelbuilder.editor.events import PointerId
from modelbuilder.editor.hands import Hands
from modelbuilder.layout.rect import Rect
from modelbuilder.render.qt import paint
from modelbuilder.windows.pointing import Touchable
from modelbuilder.windows.theme import px

_HIGH, _HIGH_AT_A_BOARD = 26.0, 36.0
_SLACK = 12.0


class Grip(Touchable):
    """A bar to drag; `aimed` hears where it is on the screen, `dropped` where it is let go, `left` when it is not."""

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self._hands = hands
        self.aimed: Callable[[QPoint], None] = lambda spot: None
        self.dropped: Callable[[QPoint], None] = lambda spot: None
        self.left: Callable[[], None] = lambda: None
        self._pulled: dict[PointerId, tuple[QPointF, bool]] = {}
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setAccessibleName("Grip of the palette")
        self.setToolTip("Drag to the left, the right or the bottom of the page")
        self.refit()

    def refit(self) -> None:
        """Be as high as a finger needs."""
        self.setFixedHeight(round(px(_HIGH_AT_A_BOARD if self._hands.bare_mouse else _HIGH)))

    def pressed(self, pointer: PointerId, at: QPointF) -> None:
        """Take hold."""
        self._pulled[pointer] = at, False
        self.update()

    def dragged(self, pointer: PointerId, at: QPointF) -> None:
        """Show where the palette would go."""
        start, moved = self._pulled.get(pointer, (at, False))
        moved = moved or (at - start).manhattanLength() > _SLACK
        if pointer in self._pulled:
            self._pulled[pointer] = start, moved
            if moved:
                self.aimed(self.mapToGlobal(at.toPoint()))

    def released(self, pointer: PointerId, at: QPointF) -> None:
        """Let it stand there; a mere tap moves nothing."""
        _, moved = self._pulled.pop(pointer, (at, False))
        self.update()
        self.left()
        if moved:
            self.dropped(self.mapToGlobal(at.toPoint()))

    def cancelled(self, pointer: PointerId) -> None:
        """Let it stay where it is."""
        self._pulled.pop(pointer, None)
        self.update()
        self.left()

    def leave(self) -> bool:
        """Let go of all hands; False when none holds it."""
        held = list(self._pulled)
        for pointer in held:
            self.cancelled(pointer)
        return bool(held)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a short bar in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = px(48), px(5)
        bar = Rect((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)
        paint(painter, [Box(bar, high / 2, fill=style.INK if self._pulled else style.EDGE)])
        painter.end()
        del event
