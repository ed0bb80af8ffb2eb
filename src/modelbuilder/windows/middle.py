"""The middle of the work page: the canvas, the outline beside it, and what lies over its corners."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSettings, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter

from modelbuilder.canvas.screen import millimetre
from modelbuilder.editor.board_sizes import FINGERTIP
from modelbuilder.windows.edge import Edge

if TYPE_CHECKING:
    from modelbuilder.windows.minimap import Minimap
    from modelbuilder.windows.outline import Outline
    from modelbuilder.windows.sign import Sign
    from modelbuilder.windows.work import Work

_OUTLINE, _SIDE, _WIDE, _MAP = "outline/open", "outline/side", "outline/wide", "map/shown"
_MAP_FROM = 60
"""With so many things on the page, the map shows itself unless it was put away."""
_EDGE = 16
_HANDLE, _USUAL = 9, 360
"""How wide the edge of the outline is at a desk, and the outline until somebody moves it."""


class Middle(QSplitter):
    """Keeps the outline, the map and the sign of the filter in line with the page."""

    def __init__(self, work: "Work", settings: QSettings) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.work, self.settings = work, settings
        self.setObjectName("middle")
        self.splitterMoved.connect(self._remember_width)
        self.setChildrenCollapsible(False)
        self.addWidget(work.canvas)
        self._refit = False
        self._placed: list[QRect] = []
        work.canvas.over += [work.nibs, work.zooms]
        work.canvas.viewport().installEventFilter(self)
        if settings.value(_OUTLINE) == "yes":
            self._put_outline()

    @cached_property
    def sign(self) -> "Sign":
        """What says that something is left out, made when that is first so."""
        from modelbuilder.windows.sign import Sign

        sign = Sign(self.work.canvas, "Show everything", "Esc on the canvas does the same")
        sign.wanted.connect(self.work.commands.leave_filter)
        self.work.canvas.over.append(sign)
        return sign

    @cached_property
    def frozen_sign(self) -> "Sign":
        """What says that the board is frozen, made when it is first frozen."""
        from modelbuilder.windows.sign import Sign

        sign = Sign(self.work.canvas, "Let hands go on", "Ctrl+Shift+F9 does the same")
        sign.wanted.connect(self.work.commands.freeze)
        self.work.canvas.over.append(sign)
        self.work.fingertips.take_on(self.work)
        return sign

    # The outline

    @cached_property
    def outline(self) -> "Outline":
        """The panel, made when it is first wanted."""
        from modelbuilder.windows.outline import Outline

        outline = Outline(self.work)
        outline.closed.connect(self.close_outline)
        outline.moved.connect(self._change_sides)
        self.insertWidget(1 if self.settings.value(_SIDE) == "right" else 0, outline)
        self.setStretchFactor(self.indexOf(self.work.canvas), 1)
        self._give_width(outline)
        return outline

    def createHandle(self) -> Edge:
        """Return an edge that every hand can move."""
        return Edge(self)

    def refit(self) -> None:
        """Let the edge of the outline be as wide as what presses it."""
        work = self.work
        self.setHandleWidth(round(FINGERTIP * millimetre(work.screen())) if work.hands.bare_mouse else _HANDLE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the page half of the room."""
        super().resizeEvent(event)
        if "outline" in self.__dict__:
            self._give_width(self.outline)

    def _give_width(self, outline: "Outline") -> None:
        """Let the outline be as wide as it was made, but no wider than the page."""
        outline.setMaximumWidth(max(outline.minimumWidth(), self.width() // 2))
        wide = min(int(str(self.settings.value(_WIDE, _USUAL))), outline.maximumWidth())
        outline.resize(wide, outline.height())
        sizes = [wide if self.widget(at) is outline else max(1, self.width() - wide) for at in range(self.count())]
        self.setSizes(sizes)

    def _remember_width(self) -> None:
        self.settings.setValue(_WIDE, self.outline.width())

    @property
    def outline_open(self) -> bool:
        """Whether the outline is shown."""
        return "outline" in self.__dict__ and not self.outline.isHidden()

    def in_outline(self) -> bool:
        """Tell whether the keyboard is in the rows of the outline."""
        return self.outline_open and self.outline.tree.hasFocus()

    def outline_has_keyboard(self) -> bool:
        """Tell whether the keyboard is anywhere in the outline."""
        return self.outline_open and self.outline.isAncestorOf(QApplication.focusWidget() or self)

    def turn_outline(self) -> None:
        """Show the outline and go to it; put it away when the keyboard is in it already."""
        if self.outline_has_keyboard():
            self.close_outline()
            return
        self._put_outline()
        self.outline.refresh()
        self.outline.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def naming_in_outline(self) -> bool:
        """Begin to name what is selected in its row, when the keyboard is there; False when it is not."""
        if not self.in_outline():
            return False
        self.outline.tree.begin_naming()
        return True

    def _put_outline(self) -> None:
        self._show_outline(True)

    def close_outline(self) -> None:
        """Put the outline away."""
        self._show_outline(False)
        self.work.canvas.setFocus()

    def _show_outline(self, on: bool) -> None:
        """Show the outline or hide it; a page that was seen as a whole is so again."""
        if on != self.outline_open:
            self.keep_whole()
        self.outline.setVisible(on)
        self.settings.setValue(_OUTLINE, "yes" if on else "no")
        if self.isVisible():
            self.work.commands.share_width()

    def keep_whole(self) -> None:
        """Show a page as a whole again that is seen so now, once what stands beside it has come or gone."""
        self._refit = self._refit or (self.isVisible() and self.work.canvas.shows_all())

    def _change_sides(self) -> None:
        right = self.indexOf(self.outline) == 0
        sizes = self.sizes()
        self.insertWidget(1 if right else 0, self.outline)
        self.setSizes(sizes[::-1])
        self.settings.setValue(_SIDE, "right" if right else "left")

    # The map

    @cached_property
    def map(self) -> "Minimap":
        """The map, made when it is first wanted."""
        from modelbuilder.windows.minimap import Minimap

        canvas = self.work.canvas
        canvas.over.append(minimap := Minimap(canvas))
        return minimap

    @property
    def map_shown(self) -> bool:
        """Whether the map is to be seen: as was chosen, or else where the page is large."""
        chosen = self.settings.value(_MAP)
        if chosen in ("yes", "no"):
            return bool(chosen == "yes")
        page = self.work.canvas.page
        return page is not None and len(page.rects) >= _MAP_FROM

    def turn_map(self) -> None:
        """Show the map, or put it away, from now on."""
        self.settings.setValue(_MAP, "no" if self.map_shown else "yes")
        self.follow()

    # In line

    def refresh(self) -> None:
        """Follow a change of the document."""
        if self.outline_open:
            self.outline.refresh()
        self.follow()

    def follow(self) -> None:
        """Follow a change of the view."""
        if self.outline_open:
            self.outline.follow()
        desk = self.work.desk
        if desk.view.sieve or "sign" in self.__dict__:
            self.sign.show_sieve(desk.document, desk.model, desk.view.sieve, len(desk.left_out()))
        if desk.session.frozen:
            self.frozen_sign.say("The board is frozen.")
        elif "frozen_sign" in self.__dict__:
            self.frozen_sign.hide()
        shown = self.map_shown
        self.work.commands.actions["minimap"].setChecked(shown)
        if shown or "map" in self.__dict__:
            self.map.setVisible(shown)
            self.map.refresh()
        self._place()

    def _place(self) -> None:
        area = self.work.canvas.viewport().rect()
        self.work.nibs.follow_parent()
        self.work.zooms.fit_into(area.width() - 2 * _EDGE)
        self.work.zooms.move(_EDGE, area.height() - self.work.zooms.height() - _EDGE)
        y = _EDGE + (self.work.nibs.height() + _EDGE if self.work.nibs.isVisible() else 0)
        for sign in (self.__dict__.get(name) for name in ("frozen_sign", "sign")):
            if sign is not None and not sign.isHidden():
                sign.move(max(0, (area.width() - sign.width()) // 2), y)
                y += sign.height() + _EDGE // 2
        if "map" in self.__dict__:
            self.map.move(area.width() - self.map.width() - _EDGE, area.height() - self.map.height() - _EDGE)
        placed = [one.geometry() for one in self.work.canvas.over if one.isVisible()]
        if placed != self._placed:
            self._placed = placed
            self.work.canvas.refresh_overlay()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what lies over the corners there when the canvas changes its size."""
        if watched is self.work.canvas.viewport() and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
            if self._refit:
                self._refit = False
                QTimer.singleShot(0, self.work.canvas, self.work.canvas.fit)
        return super().eventFilter(watched, event)
