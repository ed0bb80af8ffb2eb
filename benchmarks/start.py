"""Start-up: the whole process from its beginning until the window on an empty document is painted once."""

import os
import subprocess
import sys

from benchmarks.clock import Row, alternating

_OURS = """
from PySide6.QtCore import QEvent, QObject, QSettings
from modelbuilder.app import make_application, make_window
application = make_application()
window = make_window(QSettings("/dev/null", QSettings.Format.IniFormat))
"""
_FLOOR = """
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1600, 960)
menu = window.menuBar().addMenu("File")
bar = window.addToolBar("Tools")
for name in ("New", "Open", "Save", "Undo", "Redo"):
    bar.addAction(menu.addAction(name))
window.setCentralWidget(QLabel("Nothing here yet"))
dock = QDockWidget("Inspector")
dock.setWidget(QLabel("Nothing selected"))
window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
"""
_UNTIL_PAINTED = """
class Painted(QObject):
    seen = False
    def eventFilter(self, watched, event):
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False
painted = Painted()
application.installEventFilter(painted)
window.show()
while not painted.seen:
    application.processEvents()
application.processEvents()
import os
os._exit(0)
"""


def measure(*, quick: bool = False) -> list[Row]:
    """Start both in turn; the floor is a bare PySide6 window with a menu, a tool bar and a dock."""
    _run(_OURS)  # the first start of all writes the bytecode
    ours, floor = alternating(lambda: _run(_OURS), lambda: _run(_FLOOR), 3 if quick else 9)
    return [Row("start until the empty window is painted", ours, floor, most_ratio=2.0)]


def _run(program: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run(
        [sys.executable, "-c", program + _UNTIL_PAINTED],
        check=True,
        env=environment,
        stderr=subprocess.DEVNULL,
    )
