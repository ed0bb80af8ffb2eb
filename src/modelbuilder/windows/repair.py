"""The button of a repair: looking at it shows what it would do; a click does it, and so does a second tap."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QInputDevice, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton

from modelbuilder.layout import text
from modelbuilder.layout.text import Weight
from modelbuilder.windows import theme

_TABBED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Repair(QPushButton):
    """A finger cannot hover, so its first tap shows the repair and only the second does it."""

    looked = Signal(bool)
    taken = Signal()

    def __init__(self, title: str, room: int, *, main: bool) -> None:
        super().__init__()
        self._title, self._room = title, room
        self.words = ""
        self.setObjectName("fix" if main else "text")
        self.setAccessibleName(title)
        self._finger = False
        self._shown = False
        self.clicked.connect(self._press)
        self.refit()

    def refit(self) -> None:
        """Wrap the title where there is room for letters of this size."""
        same = self.text() == self.words
        self.words = "\n".join(text.wrap(self._title, theme.px(14), Weight.SEMIBOLD, theme.room(self._room)))
        if same:
            self.setText(self.words)

    def look(self) -> None:
        """Show what the repair would do."""
        self._shown = True
        self.looked.emit(True)

    def leave(self) -> None:
        """Show again only what there is."""
        if self._shown:
            self._shown = False
            self.setText(self.words)
            self.looked.emit(False)

    def _press(self) -> None:
        if self._finger and self.text() == self.words:
            self.setMinimumSize(self.size())
            self.look()
            self.setText("Do it")
        else:
            self._shown = False
            self.taken.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note whether a finger presses: Qt makes a mouse of it."""
        self._finger = event.device().type() == QInputDevice.DeviceType.TouchScreen
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second tap of a finger, but no second click: another repair may have come under the pointer."""
        if event.device().type() == QInputDevice.DeviceType.TouchScreen:
            super().mouseDoubleClickEvent(event)
        else:
            event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show by the mouse; a finger does not hover."""
        super().enterEvent(event)
        if event.device().type() != QInputDevice.DeviceType.TouchScreen:
            self.look()

    def leaveEvent(self, event: QEvent) -> None:
        """Take it away with the mouse."""
        super().leaveEvent(event)
        if self.text() == self.words:
            self.leave()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show by the keyboard."""
        super().focusInEvent(event)
        if event.reason() in _TABBED:
            self._finger = False
            self.look()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take it away with the keyboard; a press on the canvas may still accept it there."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc; Enter and Space do it."""
        self._finger = False
        if event.key() == Qt.Key.Key_Escape and self._shown:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
