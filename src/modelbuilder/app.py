"""The program with its window: makes the parts and connects them."""

import gc
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from modelbuilder.windows import appearance, theme
from modelbuilder.windows.window import Window

_STYLE = ("-style", "Fusion")
"""As an argument: `setStyle` hands the style to Python, which takes 10 ms."""


def make_application(settings: QSettings | None = None) -> QApplication:
    """Return the Qt application, dressed as its settings say; there is only ever one."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication([*sys.argv[:1], *_STYLE])
    application.setApplicationName("modelbuilder")
    application.setOrganizationName("modelbuilder")
    if settings is None:
        theme.dress(application)
    else:
        appearance.follow(application, settings)
    return application


def make_window(settings: QSettings) -> Window:
    """Return a window that shows nothing yet."""
    return Window(settings)


def run(path: Path | None) -> int:
    """Open the window, on a file or on the start page, and stay until it is closed."""
    gc.disable()  # nothing made until the window stands is garbage, and looking for some takes a tenth of the start
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "modelbuilder", "modelbuilder")
    application = make_application(settings)
    window = make_window(settings)
    screen = application.primaryScreen().availableGeometry()
    if screen.width() <= 1920:
        window.setGeometry(screen)
    if path is None:
        window.show_start()
        window.start.painted.connect(partial(_go_on, window))
    else:
        window.show_work()
        QTimer.singleShot(0, window, partial(_go_on, window, path))
    window.show()
    return application.exec()


def _go_on(window: Window, path: Path | None = None) -> None:
    """Make what the first picture did not need, and open the file that was named, if it can be read."""
    work = window.work
    gc.freeze()
    gc.enable()
    if path is not None and not work.commands.open_path(str(path)):
        window.show_start()
