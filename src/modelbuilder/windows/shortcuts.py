"""The sheet of keyboard shortcuts."""

from itertools import zip_longest

from PySide6.QtWidgets import QMessageBox, QWidget

from modelbuilder.editor.actions import ACTIONS

_MORE = (
    ("Go round the cards", "Tab"),
    ("Move what is selected", "Arrow keys"),
    ("Name what is selected", "Enter"),
    ("Leave, or put back", "Esc"),
    ("Pan", "Space and drag"),
)


def show_shortcuts(window: QWidget) -> None:
    """List the shortcuts, in two columns so that they fit the screen."""
    rows = [*((action.label, action.shortcut) for action in ACTIONS.values() if action.shortcut), *_MORE]
    half = -(-len(rows) // 2)
    lines = []
    for left, right in zip_longest(rows[:half], rows[half:], fillvalue=("", "")):
        cells = "".join(
            f"<td style='padding:3px 24px 3px 0; white-space:nowrap'>{label}</td>"
            f"<td style='padding:3px 48px 3px 0; white-space:nowrap'><b>{keys}</b></td>"
            for label, keys in (left, right)
        )
        lines.append(f"<tr>{cells}</tr>")
    box = QMessageBox(window)
    box.setWindowTitle("Keyboard shortcuts")
    box.setText(f"<table>{''.join(lines)}</table>")
    box.exec()
    box.deleteLater()
