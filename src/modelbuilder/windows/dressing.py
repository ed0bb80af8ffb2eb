"""The commands by which the window itself looks otherwise: theme, sizes, and how much moves."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from modelbuilder.canvas.screen import millimetre
from modelbuilder.drawing import style
from modelbuilder.editor.adornments import FINGER
from modelbuilder.editor.board_sizes import BOARD_SIZES, DESK, FINGERTIP, BoardSize
from modelbuilder.windows.appearance import Appearance, keep, kept, put_on
from modelbuilder.windows.theme import room

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work

_LEAST_PAGE = 420.0


class Dressing:
    """Part of the commands of the work page."""

    work: "Work"
    actions: dict[str, QAction]
    _fields_wanted = False

    def theme(self, key: str) -> None:
        """Paint the window in a theme, or in the one that the system asks for."""
        self._choose(self._kept._replace(theme=key))

    def text_size(self, size: str) -> None:
        """Set the text of the window in a size, in per cent."""
        self._choose(self._kept._replace(size=int(size)))
        self.work.canvas.fit()

    def board_size(self, key: str) -> None:
        """Let people stand at a desk, at a board in a classroom, or sit in a hall."""
        if self.work.hands.must_let_go():
            self.tick_appearance()
            return
        self.work.middle.keep_whole()
        self._choose(self._kept._replace(board=key))
        self.fit_board()
        self.work.canvas.fit()

    def back_row(self) -> None:
        """Show the page, or what is selected, so large that the back row can read who is who."""
        work, page = self.work, self.work.desk.page()
        chosen = [page.rects[one] for one in work.desk.view.selection if one in page.rects]
        middle = QPointF(chosen[0].cx, chosen[0].cy) if chosen else QPointF(*work.canvas.middle())
        work.canvas.zoom_to(self.board.letters(work.window().height()) / style.PERSON_SIZE)
        work.canvas.centre_on(middle)

    def still(self) -> None:
        """Let nothing glide, or as much as the system lets."""
        self._choose(self._kept._replace(still=not self._kept.still))

    def fit_board(self) -> None:
        """Let buttons on the page be as high as a fingertip, and pages as large as those need who sit far away."""
        work, board = self.work, self.board
        work.desk.finger = max(room(FINGER), FINGERTIP * millimetre(work.screen()))
        work.hands.bare_mouse = board.bare_mouse
        work.canvas.largest_fit = board.fit
        self._fields_wanted = False
        self.share_width()
        work.zooms.back_row.setVisible(board is not DESK)
        work.zooms.refit()
        work.middle.refit()
        for palette in work.palettes.shown:
            palette.grip.refit()
        work.canvas.refresh_overlay()

    def fields(self) -> None:
        """Go to the first field of what is selected, or of the model; back when the keyboard is there already."""
        work = self.work
        self._fields_wanted = not work.side.fields_have_keyboard()
        if not self._fields_wanted:
            work.canvas.setFocus()
        self.share_width()
        if self._fields_wanted:
            work.inspector.go_to_first()

    def share_width(self) -> None:
        """Show the fields at a desk if the page has room beside them, and wherever they were asked for."""
        work = self.work
        taken = sum(palette.width() for palette in work.palettes.shown if palette.tiles.side != "bottom")
        taken += work.middle.outline.width() if work.middle.outline_open else 0
        left = work.width() - taken - work.side.width()
        work.side.show_fields(self._fields_wanted or (self.board is DESK and left >= room(_LEAST_PAGE)))

    @property
    def board(self) -> BoardSize:
        """How far away people stand."""
        return BOARD_SIZES[self._kept.board]

    @property
    def _kept(self) -> Appearance:
        return kept(self.work.filing.settings)

    def _choose(self, appearance: Appearance) -> None:
        keep(self.work.filing.settings, appearance)
        self.work.check.forget_closed_rules()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        put_on(application, appearance)
        self.tick_appearance()

    def tick_appearance(self) -> None:
        """Tick in the menus what is chosen."""
        theme, size, still, board = self._kept
        chosen = {f"theme:{theme}", f"text_size:{size}", f"board_size:{board}", *(["still"] if still else [])}
        for key, action in self.actions.items():
            if key.partition(":")[0] in ("theme", "text_size", "still", "board_size"):
                action.setCheckable(True)
                action.setChecked(key in chosen)
