"""A touch screen and a pen for the tests: touches that come, move, go, are lost and are cancelled."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_NONE = Qt.KeyboardModifier.NoModifier
_LEFT, _NO = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


class TouchScreen:
    """A touch screen: as drivers do, each event names every finger that is down, and where it is."""

    def __init__(self) -> None:
        self.device = QTest.createTouchDevice()
        self._down: dict[int, tuple[QWidget, QPoint]] = {}

    def press(self, finger: int, at: QPoint, on: QWidget) -> None:
        """Put a finger down."""
        self._down[finger] = (on, at)
        self._send("press", finger)

    def move(self, finger: int, to: QPoint) -> None:
        """Move a finger that is down, to a point of the widget that it came down on."""
        self._down[finger] = (self._down[finger][0], to)
        self._send("move", finger)

    def release(self, finger: int) -> None:
        """Lift a finger."""
        self._send("release", finger)
        del self._down[finger]

    def tap(self, finger: int, at: QPoint, on: QWidget) -> None:
        """Put a finger down and lift it."""
        self.press(finger, at, on)
        self.release(finger)

    def drag(self, finger: int, start: QPoint, end: QPoint, on: QWidget) -> None:
        """Put a finger down, move it by way of the middle, and lift it."""
        self.press(finger, start, on)
        self.move(finger, (start + end) / 2)
        self.move(finger, end)
        self.release(finger)

    def forget(self, finger: int) -> None:
        """Lose a finger without a word: it is in none of the events that follow."""
        del self._down[finger]

    def cancel(self) -> None:
        """Cancel all touches, as when the system takes them for itself."""
        for widget in {on for on, _ in self._down.values()}:
            QApplication.sendEvent(widget, QTouchEvent(QEvent.Type.TouchCancel, self.device, _NONE, []))
        self._down.clear()

    def _send(self, what: str, finger: int) -> None:
        window = self._down[finger][0].window()
        event = QTest.touchEvent(window, self.device)
        for one, (on, at) in self._down.items():
            getattr(event, what if one == finger else "move")(one, on.mapTo(window, at), window)
        event.commit()


class Pen:
    """A pen, which says where it is to the widget that it came down on."""

    def __init__(self, on: QWidget) -> None:
        self.on = on
        self.at = QPoint()

    def press(self, at: QPoint) -> None:
        """Come down."""
        self._send(QEvent.Type.TabletPress, at, _LEFT, _LEFT)

    def move(self, to: QPoint) -> None:
        """Move while down."""
        self._send(QEvent.Type.TabletMove, to, _NO, _LEFT)

    def release(self) -> None:
        """Be lifted."""
        self._send(QEvent.Type.TabletRelease, self.at, _LEFT, _NO)

    def drag(self, *way: QPoint) -> None:
        """Come down, go along a way, and be lifted."""
        self.press(way[0])
        for point in way[1:]:
            self.move(point)
        self.release()

    def _send(self, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, down: Qt.MouseButton) -> None:
        self.at = at
        device, where = QPointingDevice.primaryPointingDevice(), QPointF(self.on.mapToGlobal(at))
        event = QTabletEvent(kind, device, QPointF(at), where, 0.5, 0, 0, 0, 0, 0, _NONE, button, down)
        QApplication.sendEvent(self.on, event)
