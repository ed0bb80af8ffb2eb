"""Flicks: what a hand throws lands further on in the way that it went, as far as the page is shown."""

from collections import deque
from time import monotonic

from PySide6.QtCore import QPointF, QRectF

from modelbuilder.editor.events import PointerId

_RECENT = 0.12
"""Seconds before letting go that tell how fast a hand was."""
_FAST = 900.0
"""Pixels a second from which it is a throw."""
_FLIES = 0.28
"""Seconds that what is thrown goes on at that speed."""
_EDGE = 130.0
"""Pixels from the edge of the page in which the middle of nothing lands."""


class Flick:
    """Remembers where hands just were."""

    def __init__(self) -> None:
        self._ways: dict[PointerId, deque[tuple[float, QPointF]]] = {}

    def follow(self, pointer: PointerId, at: QPointF) -> None:
        """Note where a hand is now."""
        self._ways.setdefault(pointer, deque(maxlen=12)).append((monotonic(), at))

    def landing(self, pointer: PointerId, at: QPointF, within: QRectF) -> QPointF:
        """Return where a thing comes to lie that is let go here: further on when it was thrown, and always within."""
        way = [(when, spot) for when, spot in self._ways.pop(pointer, ()) if monotonic() - when <= _RECENT]
        if len(way) < 2 or way[-1][0] <= way[0][0]:
            return at
        speed = (way[-1][1] - way[0][1]) / (way[-1][0] - way[0][0])
        if QPointF.dotProduct(speed, speed) < _FAST**2:
            return at
        to, room = at + speed * _FLIES, within.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        return QPointF(max(room.left(), min(to.x(), room.right())), max(room.top(), min(to.y(), room.bottom())))
