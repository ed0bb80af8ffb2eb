"""The panels over the page that ask a hand for something: as many at once as there are hands that are asked."""

from collections.abc import Callable
from itertools import product
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import table_of
from modelbuilder.windows.pointing import Touchable

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work

_GAP = 12


class Panel(Touchable):
    """Asks about some things of a model; `stays` when a finger opened it, while other hands work on the page.

    It gives the keyboard back to what had it, or else to the `page`.
    """

    def __init__(self, parent: QWidget, page: QWidget) -> None:
        super().__init__(parent)
        self.page = page
        self._before: QWidget | None = None
        self.about: tuple[ModelId, frozenset[ThingId]] | None = None
        self.stays = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def open(self) -> None:
        """Stand over the page, and take the keyboard."""
        self._before = QApplication.focusWidget()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close without an answer."""
        if self.isVisible():
            before, self._before = self._before, None
            there = before is not None and isValid(before) and before.isVisible()
            to = before if there and before is not None else self.page
            to.setFocus(Qt.FocusReason.PopupFocusReason)  # before hiding, or Qt would take the keyboard elsewhere
            self.hide()


P = TypeVar("P", bound=Panel)


class Panels:
    """Opens panels, and closes them: those of the mouse with the next press, those of fingers one at a time."""

    def __init__(self, work: "Work") -> None:
        self.work = work
        self._made: list[Panel] = []
        """In the order in which they were opened last."""

    def latest(self, kind: type[P], make: Callable[[], P]) -> P:
        """Return the panel of a kind that was opened last."""
        found = next((one for one in reversed(self._made) if isinstance(one, kind)), None)
        return found or self._kept(make())

    def fresh(self, kind: type[P], make: Callable[[], P], *things: ThingId) -> P:
        """Return a panel of a kind that asks nobody yet, for it to ask about some things."""
        free = next((one for one in self._made if isinstance(one, kind) and one.isHidden()), None)
        panel = free or self._kept(make())
        self._made.remove(panel)
        self._made.append(panel)
        panel.about = self.work.desk.model_id, frozenset(things)
        panel.stays = self.work.hands.by_touch
        return panel

    def _kept(self, panel: P) -> P:
        self._made.append(panel)
        return panel

    def part(self, panel: Panel) -> None:
        """Move a panel beside those that are open, as far as there is room."""
        parent = panel.parentWidget()
        room = QRect(parent.mapTo(self.work, QPoint()), parent.size()) if parent is not None else QRect()
        others = [_area(one, self.work) for one in self._open() if one is not panel]
        here = _area(panel, self.work)
        xs = [here.x(), *(x for one in others for x in (one.right() + _GAP, one.left() - here.width() - _GAP))]
        ys = [here.y(), *(y for one in others for y in (one.bottom() + _GAP, one.top() - here.height() - _GAP))]
        spots = sorted(product(xs, ys), key=lambda at: (QPoint(*at) - here.topLeft()).manhattanLength())
        for x, y in spots:
            moved = QRect(QPoint(x, y), here.size())
            if room.contains(moved) and not any(one.intersects(moved) for one in others):
                panel.move(panel.pos() + moved.topLeft() - here.topLeft())
                return

    def _open(self) -> list[Panel]:
        return [one for one in self._made if one.isVisible()]

    def put_away(self) -> None:
        """Close what only one hand was asked by: it does something else now."""
        for panel in self._open():
            if not panel.stays:
                panel.dismiss()

    def leave(self) -> bool:
        """Close the panel that was opened last; False when none is open."""
        for panel in self._open()[-1:]:
            panel.dismiss()
            return True
        return False

    def step_back(self) -> None:
        """Leave one thing when a finger taps the empty page: a panel, a line that was begun, or the selection."""
        if not self.leave() and not self.work.hands.stop_joining():
            self.work.desk.select()

    def keep_true(self) -> None:
        """Close those that ask about something that has gone, or is on another page."""
        for panel in self._open():
            model_id, things = panel.about or (self.work.desk.model_id, frozenset())
            model = self.work.session.document.models.get(model_id)
            gone = model is None or any(table_of(model, one) is None for one in things)
            if gone or model_id != self.work.desk.model_id:
                panel.dismiss()


def _area(panel: Panel, inside: QWidget) -> QRect:
    return QRect(panel.mapTo(inside, QPoint()), panel.size())
