"""Buttons under fingers: Qt lets one finger press a button, and none while another is on the canvas; this lets all."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QEventPoint, QTouchEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from modelbuilder.canvas.touch import TOUCHES


class Fingertips(QObject):
    """Presses the buttons that it was given, each finger by itself; a finger that slides off presses nothing."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._on: dict[int, QAbstractButton] = {}

    def take_on(self, page: QWidget) -> None:
        """Look after all buttons of a page that are not looked after yet."""
        for button in page.findChildren(QAbstractButton):
            if not button.testAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents):
                button.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
                button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the touches of a button."""
        if event.type() not in TOUCHES or not isinstance(event, QTouchEvent):
            return False
        if not isinstance(watched, QAbstractButton):
            return False
        if event.type() == QEvent.Type.TouchCancel:
            self._leave(watched)
        else:
            for point in event.points():
                self._follow(watched, point)
        event.accept()
        return True

    def _follow(self, button: QAbstractButton, point: QEventPoint) -> None:
        inside = button.rect().contains(point.position().toPoint())
        if point.state() == QEventPoint.State.Pressed:
            self._leave(button)
            if button.isEnabled():
                self._on[point.id()] = button
                button.setDown(True)
        elif self._on.get(point.id()) is not button:
            return
        elif point.state() == QEventPoint.State.Released:
            self._leave(button)
            if inside:
                button.click()
        else:
            button.setDown(inside)

    def _leave(self, button: QAbstractButton) -> None:
        for finger in [one for one, pressed in self._on.items() if pressed is button]:
            del self._on[finger]
        button.setDown(False)
