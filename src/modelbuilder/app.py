"""The program with its window: makes the parts and connects them."""

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from modelbuilder.document import pages
from modelbuilder.editor.session import Session
from modelbuilder.windows import theme
from modelbuilder.windows.window import Window

_STYLE = ("-style", "Fusion")
"""As an argument: `setStyle` hands the style to Python, which takes 10 ms."""


def make_application() -> QApplication:
    """Return the Qt application, dressed; there is only ever one."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication([*sys.argv[:1], *_STYLE])
    application.setApplicationName("modelbuilder")
    application.setOrganizationName("modelbuilder")
    theme.dress(application)
    return application


def make_window(settings: QSettings | None = None) -> Window:
    """Return a window on an empty document."""
    stored = settings or QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "modelbuilder", "modelbuilder"
    )
    return Window(Session(pages.new_document()), stored)


def run(path: Path | None) -> int:
    """Open the window, on a file or on the start page, and stay until it is closed."""
    application = make_application()
    window = make_window()
    screen = application.primaryScreen().availableGeometry()
    if screen.width() <= 1920:
        window.setGeometry(screen)
    window.show()
    if path is None:
        window.show_start()
    else:
        QTimer.singleShot(0, window, lambda: _open(window, path))
    return application.exec()


def _open(window: Window, path: Path) -> None:
    """Open the file that was named, or show the start page when it cannot be read."""
    if not window.commands.open_path(str(path)):
        window.show_start()
