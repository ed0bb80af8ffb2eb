"""Start-up: the whole process from its beginning until its first picture is painted."""

import os
import subprocess
import sys
from functools import partial

from benchmarks.clock import Row, alternating

_UNTIL_PAINTED = """
import os
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: os._exit(0))
        return False
painted, go_on = Painted(), QApplication.exec
def until_painted(*_):
    QApplication.instance().installEventFilter(painted)
    go_on()
QApplication.exec = until_painted
"""
_PROGRAM = """
from modelbuilder.cli import main
main([])
"""
_EMPTY_MODEL = """
from modelbuilder.windows.window import Window
Window.show_start = Window.show_work
"""
_FLOOR = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow
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
window.show()
application.exec()
"""


def measure(*, quick: bool = False) -> list[Row]:
    """Start in turn with a bare PySide6 window that has a menu, a tool bar and a dock, as the floor.

    The program is started as one types it, which shows the start page, and once more so that it shows an empty model.
    """
    rows = []
    for what, program in (
        ("start until the start page is painted", _UNTIL_PAINTED + _PROGRAM),
        ("start until an empty model is painted", _UNTIL_PAINTED + _EMPTY_MODEL + _PROGRAM),
    ):
        _run(program)  # the first start of all writes the bytecode
        ours, floor = alternating(partial(_run, program), partial(_run, _UNTIL_PAINTED + _FLOOR), 3 if quick else 9)
        rows.append(Row(what, ours, floor, most_ratio=2.0))
    return rows


def _run(program: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([sys.executable, "-c", program], check=True, env=environment, stderr=subprocess.DEVNULL)
