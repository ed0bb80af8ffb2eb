"""The keys of the canvas: arrows walk along lines, with Alt they move; Tab goes round, Enter names, Esc leaves."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from modelbuilder.document.ids import ThingId
from modelbuilder.editor import verbs, walking
from modelbuilder.editor.walking import Way

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_WAYS = {
    Qt.Key.Key_Left: Way.BACK,
    Qt.Key.Key_Right: Way.ON,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}
_COMMANDS = {
    Qt.Key.Key_A: "add_here",
    Qt.Key.Key_C: "connect",
    Qt.Key.Key_E: "nib:eraser",
    Qt.Key.Key_F: "fold",
    Qt.Key.Key_H: "nib:highlighter",
    Qt.Key.Key_M: "move_into",
    Qt.Key.Key_P: "nib:pen",
    Qt.Key.Key_T: "change_type",
}
"""What plain letters do while the canvas has the keyboard."""
_PAN = 60
ON_THE_CANVAS = (
    ("Up to whom they answer, down to who answers to them", "Up, Down"),
    ("Sideways to peers", "Left, Right"),
    ("Add what is walked to to the selection", "Shift and arrows"),
    ("Go round everything in reading order", "Tab"),
    ("The first, the last", "Home, End"),
    ("From line to line of what is selected", "L"),
    ("Move what is selected", "Alt and arrows"),
    ("Move it by one", "Alt, Shift and arrows"),
    ("Pan", "Ctrl and arrows, or Space and drag"),
    ("Name what is selected", "Enter"),
    ("Add", "A"),
    ("Connect", "C"),
    ("Fold, or unfold", "F"),
    ("Move into another box", "M"),
    ("Change role or type", "T"),
    ("Pen, highlighter, eraser", "P, H, E"),
    ("This sheet", "?"),
    ("Leave, or put back", "Esc"),
)
"""The keys of the canvas in words."""


class CanvasKeys:
    """What each key does while the canvas has the keyboard."""

    def __init__(self, work: "Work") -> None:
        self.work = work
        self._reached: dict[ThingId, ThingId] = {}
        self._lines_of: ThingId | None = None
        self._last: ThingId | None = None

    @property
    def here(self) -> ThingId | None:
        """Where the keyboard is: on what is selected, or on what was walked to last among it."""
        chosen = self.work.desk.view.selection
        return self._last if self._last in chosen else next(iter(sorted(chosen)), None)

    def press(self, event: QKeyEvent) -> bool:
        """Take a key that was pressed; False leaves it to the canvas."""
        desk, key, held = self.work.desk, Qt.Key(event.key()), event.modifiers()
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if key != Qt.Key.Key_Escape:
            self.work.canvas.show_focus(True)
        if key == Qt.Key.Key_Escape:
            self.escape()
        elif key in _ARROWS:
            self._arrow(key, held)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self._go_round(-1 if key == Qt.Key.Key_Backtab else 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to_end(0 if key == Qt.Key.Key_Home else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and len(desk.view.selection) == 1:
            self.work.commands.rename()
        elif key == Qt.Key.Key_Backspace and desk.view.selection:
            self.work.commands.delete()
        elif key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.work.canvas.hold_space(True)
        elif key == Qt.Key.Key_L and not held & ~Qt.KeyboardModifier.ShiftModifier:
            self._next_line(-1 if shift else 1)
        elif key in _COMMANDS and not held & ~Qt.KeyboardModifier.ShiftModifier:
            self.work.commands.run_if_can(_COMMANDS[key])
        else:
            return False
        return True

    def escape(self) -> None:
        """Leave what is open or lit, one thing at a time."""
        work = self.work
        if work.palettes.leave() or work.hands.escape() or work.panels.leave() or work.check.hide_ghost():
            work.canvas.refresh()
        elif work.desk.view.lit:
            work.put_light_out()
        elif work.desk.view.away and work.looking.leave():
            return
        elif work.desk.view.selection:
            work.desk.select()
        elif not work.looking.leave():
            work.commands.leave_filter()

    def _arrow(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        work, (dx, dy) = self.work, _ARROWS[key]
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if held & Qt.KeyboardModifier.AltModifier:
            size = 1.0 if shift else verbs.STEP
            verbs.nudge(work.desk, dx * size, dy * size)
        elif held & Qt.KeyboardModifier.ControlModifier:
            work.canvas.pan(-dx * _PAN, -dy * _PAN)
        else:
            self._walk(_WAYS[key], adding=shift)

    def _walk(self, way: Way, *, adding: bool) -> None:
        """Go along a line from what is selected, or begin in the middle of what is shown."""
        desk, page = self.work.desk, self.work.desk.page()
        here = self.here
        if here is None:
            middle = self.work.canvas.middle()
            found = walking.first(page, middle.x, middle.y)
            step = walking.Step(found, "" if found else "There is nothing on the page yet.")
        else:
            step = walking.step(page, here, way, self._reached)
        if step.to is None:
            desk.say(step.words)
            return
        if way is Way.UP and here is not None and here not in page.model.lines:
            self._reached[step.to] = here
        self._go_to(step.to, adding=adding)

    def _go_to(self, thing_id: ThingId, *, adding: bool = False) -> None:
        desk, self._last = self.work.desk, thing_id
        desk.say("")
        desk.select(*(desk.view.selection if adding else ()), thing_id)
        self.work.canvas.reveal(frozenset({thing_id}))

    def _go_round(self, by: int) -> bool:
        """Select the next thing in reading order; past the last one the keyboard leaves the canvas."""
        desk = self.work.desk
        order = walking.round_trip(desk.page())
        here = self.here
        at = order.index(here) + by if here is not None and here in order else (0 if by > 0 else len(order) - 1)
        if not 0 <= at < len(order):
            desk.select()
            return False
        self._go_to(order[at])
        return True

    def _go_to_end(self, index: int) -> None:
        order = walking.round_trip(self.work.desk.page())
        if order:
            self._go_to(order[index])

    def _next_line(self, by: int) -> None:
        """Select one line after the other of the thing that is or was selected."""
        desk, page, here = self.work.desk, self.work.desk.page(), self.here
        if here is not None and here not in page.model.lines:
            self._lines_of = here
        if self._lines_of is None or self._lines_of not in page.rects:
            return
        rows = walking.lines_at(page, self._lines_of)
        if not rows:
            desk.say(f"{walking.called(page, self._lines_of)} has no lines.")
            return
        at = (rows.index(here) + by) % len(rows) if here is not None and here in rows else (0 if by > 0 else -1)
        self._go_to(rows[at])
