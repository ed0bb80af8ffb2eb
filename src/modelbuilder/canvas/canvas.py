"""The canvas: the stage with hands on it; every mouse, pen and finger goes to the pointer layer."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent, QTabletEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from modelbuilder.canvas.aim import Aim
from modelbuilder.canvas.focus import FocusFrame
from modelbuilder.canvas.touch import Fingers, pen_of
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.events import MOUSE, Event, PointerId
from modelbuilder.editor.hands import Hands
from modelbuilder.editor.hits import touches
from modelbuilder.editor.modes import Mode

if TYPE_CHECKING:
    from modelbuilder.canvas.accessible import CanvasAccess, Told

_WHEEL = 1.0015
_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class Canvas(Aim):
    """A stage that answers to hands.

    `named` asks to name what was double-clicked, `menu_wanted` for a menu; `away` is called when a
    hand comes down, so that what is open elsewhere can be put away. `accepted` is called when the ghost
    of a repair is tapped, `tapped_free` when a finger taps the empty page. `told` is what screen readers
    are told, through `access` once one listens.
    """

    named = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, desk: Desk, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(desk, hands, parent)
        self.away: Callable[[], None] = lambda: None
        self.accepted: Callable[[], None] = lambda: None
        self.tapped_free: Callable[[], None] = desk.select
        self.told: Told | None = None
        self.access: CanvasAccess | None = None
        self._panning: QPointF | None = None
        self._space = False
        self._fingers = Fingers(self)
        self.pens: dict[PointerId, QPointF] = {}
        self.setViewport(QWidget())  # one that Python made: to wrap Qt’s own, PySide loads every kind of widget
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.viewport().ungrabGesture(Qt.GestureType.PanGesture)  # which fingers here and elsewhere would confuse
        self.viewport().setMouseTracking(True)
        self._by_keys = False

    def event_at(
        self,
        pointer: PointerId,
        at_v: QPointF,
        modifiers: Qt.KeyboardModifier,
        *,
        touch: bool = False,
        pen: bool = False,
    ) -> Event:
        """Return the moment of a pointer at a point of the viewport."""
        inverted, _ = self.viewportTransform().inverted()
        spot, window = inverted.map(at_v), self.window()
        over_canvas = self.viewport().rect().contains(at_v.toPoint())
        return Event(
            pointer,
            spot.x(),
            spot.y(),
            ctrl=bool(modifiers & Qt.KeyboardModifier.ControlModifier),
            shift=bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
            alt=bool(modifiers & Qt.KeyboardModifier.AltModifier),
            zoom=self.zoom,
            touch=touch,
            pen=pen,
            over_canvas=over_canvas,
            over_panel=not over_canvas and window.rect().contains(self.viewport().mapTo(window, at_v.toPoint())),
        )

    def accept_ghost(self, event: Event) -> bool:
        """Do the repair whose ghost a hand came down on; False when there is none there."""
        if self.ghost is None or not touches(
            self.ghost, event.x, event.y, (22.0 if event.touch else 10.0) / event.zoom
        ):
            return False
        self.accepted()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press with the mouse; the middle button, or any with the space bar, pans."""
        if self.accept_ghost(self.event_at(MOUSE, event.position(), event.modifiers())):
            event.accept()
            return
        self.away()
        self.hands.by_touch = self.hands.bare_mouse
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.show_focus(False)
        if event.button() == Qt.MouseButton.MiddleButton or self._space:
            self._panning = event.position()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton and self.hands.bare_mouse:
            self._fingers.take_mouse(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.hands.press(self.event_at(MOUSE, event.position(), event.modifiers()))
            self.refresh_overlay()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag with the mouse, or show by the cursor what a press would do."""
        if self._panning is not None:
            delta = event.position() - self._panning
            self._panning = event.position()
            self.pan(delta.x(), delta.y())
        elif event.buttons() & Qt.MouseButton.LeftButton and self.hands.bare_mouse:
            self._fingers.take_mouse(event)
        elif event.buttons() & Qt.MouseButton.LeftButton:
            self.hands.move(self.event_at(MOUSE, event.position(), event.modifiers()))
            self.refresh_overlay()
        elif not event.buttons():
            self.hands.hover(self.event_at(MOUSE, event.position(), event.modifiers()))
            if self.hands.means.mode is Mode.POINT:
                self.refresh_overlay()
            self._show_cursor(self.event_at(MOUSE, event.position(), event.modifiers()))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the mouse go."""
        if self._panning is not None and not event.buttons():
            self._panning = None
            self.viewport().unsetCursor()
        elif event.button() == Qt.MouseButton.LeftButton and self.hands.bare_mouse:
            self._fingers.take_mouse(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.hands.release(self.event_at(MOUSE, event.position(), event.modifiers()))
            self.refresh()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Name what was double-clicked."""
        moment = self.event_at(MOUSE, event.position(), event.modifiers())
        at = self.hands.hit(moment)
        arranging = self.hands.means.meant(moment) is Mode.ARRANGE
        if arranging and at.part in ("thing", "handle") and at.thing_id is not None:
            self.hands.cancel(MOUSE)
            self.named.emit(at.thing_id)
        else:
            self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Select what is under the pointer and ask for the menu of what can be done with it."""
        self.hands.by_touch = self.hands.bare_mouse
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.ask_menu(self.event_at(MOUSE, QPointF(event.pos()), event.modifiers()), event.globalPos())
        else:
            self.menu_wanted.emit(event.globalPos())
        event.accept()

    def ask_menu(self, moment: Event, at: QPoint) -> None:
        """Select what is there, and ask for the menu of what can be done with it, or with the page."""
        thing_id = self.hands.hit(moment).thing_id
        if thing_id not in self.desk.view.selection:
            self.desk.select(*([thing_id] if thing_id is not None else []))
        self.menu_wanted.emit(at)

    def leaveEvent(self, event: QEvent) -> None:
        """Point no more with a mouse that has left."""
        super().leaveEvent(event)
        self.hands.hover(None)
        self.refresh_overlay()

    def _show_cursor(self, event: Event) -> None:
        if self.hands.means.mode is not Mode.ARRANGE:
            pointing = self.hands.means.mode is Mode.POINT
            self.viewport().setCursor(Qt.CursorShape.BlankCursor if pointing else Qt.CursorShape.CrossCursor)
            return
        if self.ghost is not None and touches(self.ghost, event.x, event.y, 10.0 / event.zoom):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            return
        shapes = {
            "handle": Qt.CursorShape.CrossCursor,
            "end": Qt.CursorShape.CrossCursor,
            "corner": Qt.CursorShape.SizeFDiagCursor,
            "button": Qt.CursorShape.PointingHandCursor,
            "line": Qt.CursorShape.PointingHandCursor,
            "thing": Qt.CursorShape.OpenHandCursor,
        }
        shape = (
            Qt.CursorShape.CrossCursor
            if self.hands.armed or self.hands.joining
            else shapes.get(self.hands.hit(event).part)
        )
        if shape is None:
            self.viewport().unsetCursor()
        else:
            self.viewport().setCursor(shape)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Take a pen: a pointer of its own, beside the mouse and the fingers; `pens` are those that are down."""
        pointer = pen_of(event)
        moment = self.event_at(pointer, event.position(), event.modifiers(), pen=True)
        if event.type() == QTabletEvent.Type.TabletPress:
            self.pens[pointer] = event.position()
            self._fingers.rest(event.position())
            if not self.accept_ghost(moment):
                self.away()
                self.hands.press(moment)
        elif event.type() == QTabletEvent.Type.TabletMove and pointer in self.pens:
            self.pens[pointer] = event.position()
            self.hands.move(moment)
        elif event.type() == QTabletEvent.Type.TabletRelease:
            self.pens.pop(pointer, None)
            self.hands.release(moment)
        self.refresh()
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here when keys brought it."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYS:
            self._by_keys = True
        self.refresh_overlay()

    def show_focus(self, by_keys: bool) -> None:
        """Note whether the canvas is used by keys: then it is always shown where the keyboard is."""
        if by_keys != self._by_keys:
            self._by_keys = by_keys
            self.refresh_overlay()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no longer that the keyboard is here."""
        super().focusOutEvent(event)
        self.refresh_overlay()

    @cached_property
    def frame(self) -> FocusFrame:
        """The frame that shows that the keyboard is here, made when it is first wanted."""
        return FocusFrame(self)

    def refresh_overlay(self) -> None:
        """Show selection and buttons as they are now, and a frame when nothing of that shows where the keyboard is."""
        super().refresh_overlay()
        wanted = self._by_keys and self.hasFocus() and not self._selection_seen()
        if wanted or "frame" in self.__dict__:
            self.frame.show_around(self.rect(), wanted)

    def viewportEvent(self, event: object) -> bool:
        """Take touches before Qt turns them into mouse events."""
        if self._fingers.take(event):
            return True
        return super().viewportEvent(event)  # type: ignore[arg-type]

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom by the wheel, around the pointer; with Shift, move sideways."""
        delta = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan(delta.y() or delta.x(), 0)
        else:
            self.zoom_to(self.zoom * _WHEEL ** delta.y(), event.position())
        event.accept()

    def hold_space(self, held: bool) -> None:
        """Pan with the left button while the space bar is down."""
        self._space = held
        if held:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.viewport().unsetCursor()
