"""The keyboard is caught when what had it has gone, so that the next key is not lost."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class Catching(QObject):
    """Gives the keyboard to a widget whenever a page on the screen has lost it to nobody."""

    def __init__(self, page: QWidget, to: QWidget) -> None:
        super().__init__(page)
        self._page, self._to = page, to
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None and self._page.isVisible():
            QTimer.singleShot(0, self, self._catch)

    def _catch(self) -> None:
        somewhere = QApplication.focusWidget() or QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if somewhere is None and self._page.isVisible() and self._page.window().isActiveWindow():
            self._to.setFocus(Qt.FocusReason.OtherFocusReason)
