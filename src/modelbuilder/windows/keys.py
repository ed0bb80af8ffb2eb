"""The keys of the canvas: arrows move, Tab goes round, Enter names, Esc leaves."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from modelbuilder.editor import verbs

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CanvasKeys:
    """What each key does while the canvas has the keyboard."""

    def __init__(self, work: "Work") -> None:
        self.work = work

    def press(self, event: QKeyEvent) -> bool:
        """Take a key that was pressed; False leaves it to the canvas."""
        desk, key = self.work.desk, Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._escape()
        elif key in _ARROWS and desk.view.selection:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            step = 1.0 if fine else verbs.STEP
            dx, dy = _ARROWS[key]
            verbs.nudge(desk, dx * step, dy * step)
        elif key in _ARROWS:
            dx, dy = _ARROWS[key]
            self.work.canvas.pan(-dx * 60, -dy * 60)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self._go_round(-1 if key == Qt.Key.Key_Backtab else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and len(desk.view.selection) == 1:
            self.work.commands.rename()
        elif key == Qt.Key.Key_Backspace and desk.view.selection:
            self.work.commands.delete()
        elif key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.work.canvas.hold_space(True)
        else:
            return False
        return True

    def _escape(self) -> None:
        work = self.work
        if work.hands.escape() or work.check.hide_ghost():
            work.canvas.refresh()
        elif work.desk.view.lit:
            work.put_light_out()
        elif work.desk.view.away and work.looking.leave():
            return
        elif work.desk.view.selection:
            work.desk.select()
        else:
            work.looking.leave()

    def _go_round(self, by: int) -> bool:
        """Select the next thing in reading order; past the last one the keyboard leaves the canvas."""
        desk = self.work.desk
        page = desk.page()
        order = sorted(page.rects, key=lambda one: (round(page.rects[one].y / 40), page.rects[one].x))
        chosen = next((one for one in desk.view.selection if one in page.rects), None)
        at = order.index(chosen) + by if chosen is not None else (0 if by > 0 else len(order) - 1)
        if not 0 <= at < len(order):
            desk.select()
            return False
        desk.select(order[at])
        self.work.canvas.reveal(frozenset({order[at]}))
        return True
