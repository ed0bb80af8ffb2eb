"""The program in its window; asked on its standard input, a line of words each, it tells where things are."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from modelbuilder import app
from modelbuilder.windows.window import Window
from spots import Spots


def _answer() -> None:
    words = json.loads(sys.stdin.readline() or "[]")
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Window))
    if words[:1] == ["painted"]:  # what the window would paint if it painted all of it anew
        window.grab().save(words[1])
        corner = window.mapToGlobal(window.rect().topLeft())
        print(json.dumps([corner.x(), corner.y()]), flush=True)
    elif words:
        print(json.dumps(Spots(window.work).find(*words)), flush=True)


application = app.make_application()
asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
asked.activated.connect(_answer)
app.run(Path(sys.argv[1]))
