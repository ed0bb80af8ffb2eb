"""The palettes around the page: one that can be pulled to another side, and more of them, one for each side."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from modelbuilder.editor.reach import SIDES, opposite
from modelbuilder.windows import theme
from modelbuilder.windows.palette import Palette

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work

_SIDES = "palette/sides"


class Palettes:
    """Where each palette stands, kept in the settings of the machine; `lots` are the places for them."""

    def __init__(self, work: "Work", settings: QSettings) -> None:
        self.work, self.settings = work, settings
        self.lots = {side: QVBoxLayout() for side in SIDES}
        self._landing = QFrame(work)
        self._landing.setObjectName("landing")
        self._landing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._landing.hide()
        self.first = self._made()
        self.others: list[Palette] = []
        kept = [side for side in str(settings.value(_SIDES) or "").split() if side in SIDES]
        self._stand(self.first, kept[0] if kept else "left")
        for side in dict.fromkeys(kept[1:]):
            if side != kept[0]:
                self._open(side)

    def _made(self) -> Palette:
        work = self.work
        palette = Palette(work.desk, work.hands, work.canvas)
        palette.tiles.chosen = work.add_in_the_middle
        palette.grip.aimed = lambda spot: self._aim(palette, spot)
        palette.grip.dropped = lambda spot: self.move(palette, self._side_at(spot))
        palette.grip.left = self._stop_aiming
        work.hands.armed_changed = self._show_armed
        return palette

    @property
    def shown(self) -> list[Palette]:
        """The palettes that there are."""
        return [self.first, *self.others]

    def refresh(self) -> None:
        """Show what can be added, and who has no place yet."""
        for palette in self.shown:
            palette.refresh()

    def move(self, palette: Palette, side: str) -> None:
        """Let a palette stand at a side; one that stands there already goes where this one was."""
        before = palette.tiles.side
        if side == before or self.work.hands.must_let_go():  # the page would shift under them
            return
        self.work.hands.arm(None)
        self.work.middle.keep_whole()
        for other in self.shown:
            if other.tiles.side == side:
                self._stand(other, before)
        self._stand(palette, side)
        self._keep()

    def open_another(self) -> None:
        """Open one more palette: across the board from the first, or at the side that is left."""
        taken = {palette.tiles.side for palette in self.shown}
        free = [side for side in (opposite(self.first.tiles.side), *SIDES) if side not in taken]
        if not free:
            self.work.desk.say("There is a palette at every side.")
        elif not self.work.hands.must_let_go():
            self.work.middle.keep_whole()
            self._open(free[0])
            self._keep()

    def close(self, palette: Palette) -> None:
        """Close a palette that was opened beside the first."""
        if self.work.hands.must_let_go():
            return
        self.work.middle.keep_whole()
        self.work.hands.arm(None, palette.tiles.side)
        self.others.remove(palette)
        palette.setParent(None)
        palette.deleteLater()
        self._keep()

    def _open(self, side: str) -> None:
        palette = self._made()
        palette.close_button.show()
        palette.close_button.clicked.connect(lambda: self.close(palette))
        self.others.append(palette)
        self._stand(palette, side)
        self.work.fingertips.take_on(palette)

    def _stand(self, palette: Palette, side: str) -> None:
        self.lots[side].addWidget(palette)
        palette.stand(side)

    def _keep(self) -> None:
        self.settings.setValue(_SIDES, " ".join(palette.tiles.side for palette in self.shown))
        self.work.commands.tick_palettes()

    def _show_armed(self) -> None:
        for palette in self.shown:
            palette.tiles.update()

    # Pulling one about

    def leave(self) -> bool:
        """Let a palette that is being pulled stay where it is; False when none is."""
        return any(palette.grip.leave() for palette in self.shown)

    def _side_at(self, spot: QPoint) -> str:
        """Return the side that a point of the screen is nearest to."""
        page = self.work.views
        at = page.mapFromGlobal(spot)
        away = {"left": at.x(), "right": page.width() - at.x(), "bottom": page.height() - at.y()}
        return min(away, key=lambda side: away[side])

    def _stop_aiming(self) -> None:
        if self._landing.isVisible():
            self._landing.hide()
            self.work.desk.say("")

    def _aim(self, palette: Palette, spot: QPoint) -> None:
        """Show where a palette would stand."""
        side = self._side_at(spot)
        page, thick = self.work.views.geometry(), theme.room(theme.PALETTE_WIDTH)
        if side == "bottom":
            middle = self.work.middle
            page = QRect(middle.mapTo(self.work, QPoint(0, 0)), middle.size())
            page.setTop(page.bottom() - thick // 2)
        elif side == "left":
            page.setRight(page.left() + thick)
        else:
            page.setLeft(page.right() - thick)
        self._landing.setGeometry(QRect(page).adjusted(4, 4, -4, -4))
        self._landing.show()
        self._landing.raise_()
        stays = side == palette.tiles.side
        self.work.desk.say("Let go to leave it here." if stays else f"Let go to have the palette {SIDES[side]}.")
