"""The map in the corner of the canvas: the whole page small, and the part of it that is shown; tap or drag to go."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap

from modelbuilder.canvas.canvas import Canvas
from modelbuilder.canvas.far import FarPage
from modelbuilder.drawing import style
from modelbuilder.drawing.page import Page
from modelbuilder.editor.events import PointerId
from modelbuilder.layout.rect import Rect
from modelbuilder.render.qt import colour
from modelbuilder.windows.pointing import Touchable

_WIDTH, _LEAST, _MOST = 248, 84, 168
_MARGIN = 10.0
_STEP = 60.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Minimap(Touchable):
    """Painted once a change; while a hand is at work it waits."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self.setFixedSize(_WIDTH, _MOST)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Map of the page")
        self.setAccessibleDescription("The arrow keys move the part that is shown")
        self.setToolTip("Tap to go there")
        self._page: Page | None = None
        self._picture: QPixmap | None = None
        self._worn: str = ""
        canvas.sighted.connect(self.update)
        self.hide()

    def refresh(self) -> None:
        """Show the page as it is now, once no hand is at work."""
        page = self.canvas.page
        if page is not self._page and not self.canvas.hands.busy:
            self._page, self._picture = page, None
            whole = page.bounds() if page else None
            if whole is not None:
                self.setFixedHeight(round(max(_LEAST, min(_WIDTH * whole.h / max(whole.w, 1) + 2 * _MARGIN, _MOST))))
        self.update()

    def _fit(self) -> tuple[Rect, float, float, float] | None:
        """Return the whole page with the scale and the corner that it is painted at."""
        whole = self._page.bounds() if self._page else None
        if whole is None:
            return None
        w, h = self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN
        scale = min(w / max(whole.w, 1), h / max(whole.h, 1))
        return whole, scale, (self.width() - whole.w * scale) / 2, (self.height() - whole.h * scale) / 2

    def spot(self, at: QPointF) -> QPointF | None:
        """Return the point of the page under a point of the map."""
        fit = self._fit()
        if fit is None:
            return None
        whole, scale, x, y = fit
        return QPointF(whole.x + (at.x() - x) / scale, whole.y + (at.y() - y) / scale)

    def shown(self) -> QRectF | None:
        """Return where on the map the part that is shown lies."""
        fit = self._fit()
        if fit is None:
            return None
        whole, scale, x, y = fit
        seen = self.canvas.mapToScene(self.canvas.viewport().rect()).boundingRect()
        return QRectF(
            x + (seen.x() - whole.x) * scale,
            y + (seen.y() - whole.y) * scale,
            seen.width() * scale,
            seen.height() * scale,
        )

    def pressed(self, pointer: PointerId, at: QPointF) -> None:
        """Go to what is under the hand."""
        spot = self.spot(at)
        if spot is not None:
            self.canvas.centre_on(spot)

    def dragged(self, pointer: PointerId, at: QPointF) -> None:
        """Follow the hand."""
        self.pressed(pointer, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys; Esc goes back to the canvas."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            dx, dy = _ARROWS[key]
            self.canvas.pan(-dx * _STEP, -dy * _STEP)
        elif key == Qt.Key.Key_Escape:
            self.canvas.setFocus()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, and over it the frame of what is shown."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = colour(style.BOARD)
        if self._picture is None or self._worn != paper.name():
            self._picture, self._worn = self._painted(), paper.name()
        painter.drawPixmap(0, 0, self._picture)
        shown = self.shown()
        if shown is not None:
            frame = shown.intersected(QRectF(5, 5, self.width() - 10, self.height() - 10))
            halo, inner = QPainterPath(), QPainterPath()
            halo.addRoundedRect(frame.adjusted(-3, -3, 3, 3), 5, 5)
            inner.addRoundedRect(frame.adjusted(3, 3, -3, -3), 2, 2)
            painter.fillPath(halo - inner, colour(style.PAPER))  # so that the frame is seen over cards of any colour
            painter.setPen(QPen(colour(style.IDEA), 2.5))
            painter.drawRoundedRect(frame, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        focused = self.hasFocus()
        painter.setPen(QPen(colour(style.IDEA if focused else style.HAIRLINE), 3 if focused else 1.5))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)
        painter.end()

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap((self.size().toSizeF() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(style.BOARD))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        fit = self._fit()
        if fit is not None and self._page is not None:
            whole, scale, x, y = fit
            painter.translate(x, y)
            painter.scale(scale, scale)
            painter.translate(-whole.x, -whole.y)
            far = FarPage()
            far.rebuild(self._page)
            far.paint(painter, QRectF(*whole))
        painter.end()
        return picture
