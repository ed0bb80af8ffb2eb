"""The canvas for screen readers: a nested list in which every box, card, note and line is an object with actions.

Qt asks for these objects only while somebody listens. They are QAccessibleWidgets on the canvas, because of all that
Python can derive from only these carry actions; they hide that they share the widget by having no object of their own.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from modelbuilder.document.ids import ThingId
from modelbuilder.layout.rect import Rect

if TYPE_CHECKING:
    from modelbuilder.canvas.canvas import Canvas


class Told(Protocol):
    """What is said of the things of a page, and what can be done with them."""

    def name(self, thing_id: ThingId) -> str:
        """Name a thing or line."""

    def described(self, thing_id: ThingId) -> str:
        """Say the rest of it."""

    def inside(self, holder: ThingId | None) -> Sequence[ThingId]:
        """List what stands in a box; None is the page, with the lines last."""

    def holder(self, thing_id: ThingId) -> ThingId | None:
        """Return the box around a thing, or None for the page."""

    def here(self) -> ThingId | None:
        """Return where the keyboard is."""

    def actions(self, thing_id: ThingId) -> dict[str, Callable[[], None]]:
        """Return what can be done with a thing, by name."""


class ThingAccess(QAccessibleWidget):
    """One box, card, note or line."""

    def __init__(self, access: "CanvasAccess", thing_id: ThingId) -> None:
        super().__init__(access.canvas, QAccessible.Role.ListItem, "")
        self.access, self.thing_id = access, thing_id

    @property
    def told(self) -> Told:
        """What is said of it."""
        told = self.access.canvas.told
        assert told is not None
        return told

    def object(self) -> QObject:
        """Return no object: the widget belongs to the canvas as a whole."""
        return None  # type: ignore[return-value]

    def isValid(self) -> bool:
        """Tell whether the thing is still on the page."""
        return self.access.has(self.thing_id)

    def role(self) -> QAccessible.Role:
        """Return what it is to a screen reader."""
        return QAccessible.Role.ListItem

    def text(self, t: QAccessible.Text) -> str:
        """Return its name or the rest of what is said of it."""
        if not self.isValid():
            return ""
        if t == QAccessible.Text.Name:
            return self.told.name(self.thing_id)
        return self.told.described(self.thing_id) if t == QAccessible.Text.Description else ""

    def state(self) -> QAccessible.State:
        """Return whether it is selected, has the keyboard, and is seen."""
        state, canvas = QAccessible.State(), self.access.canvas
        if not self.isValid():
            state.invalid = True
            return state
        view = canvas.desk.view
        here = canvas.hasFocus() and self.told.here() == self.thing_id
        box = bool(self.childCount())
        values = {
            "focusable": True,
            "selectable": True,
            "multiSelectable": True,
            "selected": self.thing_id in view.selection,
            "focused": here,
            "expandable": box or self.thing_id in view.folds,
            "expanded": box,
            "collapsed": self.thing_id in view.folds,
            "offscreen": not self.rect().intersects(_screen_rect(canvas, canvas.viewport().rect())),
        }
        for name, value in values.items():
            setattr(state, name, value)
        return state

    def rect(self) -> QRect:
        """Return where it is on the screen."""
        canvas, page = self.access.canvas, self.access.canvas.page
        rect = page.rects.get(self.thing_id) if page else None
        if rect is None and page is not None and (route := page.routes.get(self.thing_id)):
            xs, ys = [point.x for point in route], [point.y for point in route]
            rect = Rect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)
        if rect is None:
            return QRect()
        return _screen_rect(canvas, canvas.mapFromScene(QRectF(*rect)).boundingRect())

    def parent(self) -> QAccessibleInterface:
        """Return the box around it, or the canvas."""
        holder = self.told.holder(self.thing_id) if self.isValid() else None
        return self.access.thing(holder) if holder is not None else self.access

    def childCount(self) -> int:
        """Return how many things stand in it."""
        return len(self.told.inside(self.thing_id)) if self.isValid() else 0

    def child(self, index: int) -> QAccessibleInterface:
        """Return what stands in it."""
        return self.access.child_of(self.thing_id, index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of what stands in it."""
        return self.access.place_of(self.thing_id, child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return what is at a point of the screen."""
        return self.access.childAt(x, y)

    def focusChild(self) -> QAccessibleInterface:
        """Return nothing: the canvas knows where the keyboard is."""
        return None  # type: ignore[return-value]

    def actionNames(self) -> list[str]:
        """List what can be done with it."""
        return list(self.told.actions(self.thing_id)) if self.isValid() else []

    def doAction(self, actionName: str) -> None:  # noqa: N803
        """Do it."""
        action = self.told.actions(self.thing_id).get(actionName) if self.isValid() else None
        if action is not None:
            action()

    def localizedActionName(self, name: str) -> str:
        """Return an action as it is read aloud."""
        return name

    def localizedActionDescription(self, name: str) -> str:
        """Return nothing more."""
        return ""

    def keyBindingsForAction(self, actionName: str) -> list[str]:  # noqa: N803
        """Return no keys: the sheet of shortcuts has them."""
        return []


class CanvasAccess(QAccessibleWidget):
    """The canvas itself: its children are what stands on the page, and the lines."""

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__(canvas, QAccessible.Role.List, "")
        self.canvas = canvas
        self._things: dict[ThingId, ThingAccess] = {}
        self._ids: dict[ThingId, int] = {}

    def has(self, thing_id: ThingId) -> bool:
        """Tell whether a thing or line is on the page, and somebody can tell of it."""
        page = self.canvas.page
        return (
            self.canvas.told is not None
            and page is not None
            and (thing_id in page.rects or thing_id in page.model.lines)
        )

    def thing(self, thing_id: ThingId) -> ThingAccess:
        """Return the object of a thing; it is made when it is first wanted."""
        found = self._things.get(thing_id)
        if found is None:
            found = self._things[thing_id] = ThingAccess(self, thing_id)
            self._ids[thing_id] = QAccessible.registerAccessibleInterface(found)
        return found

    def child_of(self, holder: ThingId | None, index: int) -> QAccessibleInterface:
        """Return what stands in a box at a place."""
        told = self.canvas.told
        rows = told.inside(holder) if told else ()
        return self.thing(rows[index]) if 0 <= index < len(rows) else None  # type: ignore[return-value]

    def place_of(self, holder: ThingId | None, child: QAccessibleInterface) -> int:
        """Return the place of a thing in a box, or -1."""
        told = self.canvas.told
        rows = told.inside(holder) if told else ()
        return rows.index(child.thing_id) if isinstance(child, ThingAccess) and child.thing_id in rows else -1

    def forget_the_gone(self) -> None:
        """Let go of the objects of what is not on the page any more."""
        for thing_id in [one for one in self._things if not self.has(one)]:
            self._forget(thing_id)

    def _forget(self, thing_id: ThingId) -> None:
        found = self._things.pop(thing_id)  # held until Qt has deleted it, or Python would do so a second time
        QAccessible.deleteAccessibleInterface(self._ids.pop(thing_id))
        del found

    def leave(self) -> None:
        """Let go of everything, as when the canvas goes."""
        for thing_id in list(self._things):
            self._forget(thing_id)

    def say_focus(self, thing_id: ThingId) -> None:
        """Tell who listens that the keyboard is on a thing now."""
        if self.has(thing_id):
            QAccessible.updateAccessibility(QAccessibleEvent(self.thing(thing_id), QAccessible.Event.Focus))

    def say_changed(self, thing_ids: Sequence[ThingId]) -> None:
        """Tell who listens that things are called otherwise now."""
        for thing_id in thing_ids:
            if thing_id in self._things and self.has(thing_id):
                for event in (QAccessible.Event.NameChanged, QAccessible.Event.DescriptionChanged):
                    QAccessible.updateAccessibility(QAccessibleEvent(self._things[thing_id], event))

    def childCount(self) -> int:
        """Return how many things stand on the page itself, and lines."""
        return len(self.canvas.told.inside(None)) if self.canvas.told else 0

    def child(self, index: int) -> QAccessibleInterface:
        """Return what stands on the page itself, or a line."""
        return self.child_of(None, index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of what stands on the page itself."""
        return self.place_of(None, child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return what is at a point of the screen: a card, a line or a box."""
        from modelbuilder.editor.hits import hit

        canvas, page = self.canvas, self.canvas.page
        at = canvas.mapToScene(canvas.viewport().mapFromGlobal(QPoint(x, y)))
        found = hit(page, canvas.desk.view, at.x(), at.y(), canvas.zoom, bare=True).thing_id if page else None
        return self.thing(found) if found is not None and self.has(found) else None  # type: ignore[return-value]

    def focusChild(self) -> QAccessibleInterface:
        """Return the thing that the keyboard is on."""
        here = self.canvas.told.here() if self.canvas.told and self.canvas.hasFocus() else None
        return self.thing(here) if here is not None and self.has(here) else None  # type: ignore[return-value]


def listen(canvas: "Canvas") -> None:
    """Let Qt ask for these objects, in place of what it made of the canvas before it could."""
    _install()
    if not QAccessible.isActive():
        return
    found = QAccessible.queryAccessibleInterface(canvas)
    if canvas.access is None:
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(found))
        QAccessible.queryAccessibleInterface(canvas)
    if canvas.hasFocus():
        QAccessible.updateAccessibility(QAccessibleEvent(canvas, QAccessible.Event.Focus))


@cache
def _install() -> None:
    QAccessible.installFactory(_access_of)


def _access_of(name: str, given: QObject) -> QAccessibleInterface | None:
    from modelbuilder.canvas.canvas import Canvas

    if name != "Canvas" or not isinstance(given, Canvas):
        return None
    access = given.access = CanvasAccess(given)
    given.destroyed.connect(access.leave)
    return access


def _screen_rect(canvas: "Canvas", rect: QRect) -> QRect:
    return QRect(canvas.viewport().mapToGlobal(rect.topLeft()), rect.size())
