"""The keys of the board: those of clickers, and those that hands know from other programs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

KEYS = {
    **dict.fromkeys(
        (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter),
        "forward",
    ),
    **dict.fromkeys((Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace), "back"),
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
    Qt.Key.Key_B: "black",
    Qt.Key.Key_Period: "black",
    Qt.Key.Key_W: "white",
    Qt.Key.Key_Comma: "white",
    Qt.Key.Key_I: "ink",
    Qt.Key.Key_L: "laser",
    Qt.Key.Key_E: "wipe",
    Qt.Key.Key_S: "cues",
    Qt.Key.Key_F5: "first",
    Qt.Key.Key_Escape: "end",
}
"""Clickers send PageDown, PageUp, F5, Esc, and a full stop or B for a black board."""

HELP = (
    ("Go on", "→  ↓  Space  Enter  PgDn"),
    ("Go back", "←  ↑  Backspace  PgUp"),
    ("First and last stage", "Home  End"),
    ("A stage by its number", "1 … 9"),
    ("Black board, white board", "B  W"),
    ("Ink, laser, wipe", "I  L  E"),
    ("The presenter’s own window", "S"),
    ("Scroll the notes there", "Shift ↑ ↓"),
    ("End", "Esc"),
)
"""The same for people."""


def asked_by(event: QKeyEvent) -> str:
    """Return the name of what a key asks for, or nothing."""
    number = event.text() if event.text().isdecimal() and event.text().isascii() else ""
    if number not in ("", "0"):
        return f"jump {int(number) - 1}"
    return KEYS.get(Qt.Key(event.key()), "")
