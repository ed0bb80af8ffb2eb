"""A show on the screen: the board for the room and, on another screen or when asked for, the presenter's own window."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QScreen

from modelbuilder.toolkit.show import show_of
from modelbuilder.windows.board import Board

if TYPE_CHECKING:
    from modelbuilder.windows.cues import Cues
    from modelbuilder.windows.work import Work


class Presenter:
    """Runs one show from its beginning to its end; `ended` is called then."""

    def __init__(self, work: "Work", ended: Callable[[], None]) -> None:
        self.work, self.ended = work, ended
        self.show = show_of(work.desk.document, work.desk.model_id)
        self.board = Board(self.ask)
        self.cues: Cues | None = None
        self._begun = monotonic()
        work.session.observers.append(self.refresh)

    def begin(self) -> None:
        """Show the board: on the second screen if there is one, the presenter's window on the first."""
        here = self.work.screen()
        other = next((screen for screen in QGuiApplication.screens() if screen is not here), None)
        self.refresh()
        self._place(other or here)
        if other is not None:
            self._open_cues()

    def _place(self, screen: QScreen) -> None:
        self.board.setGeometry(screen.geometry())
        self.board.showFullScreen()
        self.board.activateWindow()
        self.board.setFocus()

    def ask(self, name: str) -> None:
        """Do what a hand, a key or a button asks for."""
        word, _, number = name.partition(" ")
        if word == "end":
            self.end()
        elif word == "cues":
            self._turn_cues()
        elif word in ("ink", "laser"):
            self.board.set_mode("turn" if self.board.ink.mode == word else word)
            self._tell()
        elif word == "wipe":
            self.board.wipe()
        else:
            self._go(word, int(number or 0))

    def _go(self, word: str, number: int) -> None:
        show = self.show
        if word == "forward":
            show = show.forward(self.work.desk.document)
        elif word == "back":
            show = show.back()
        elif word in ("black", "white"):
            show = show.blanked(word)
        else:
            show = show.jump({"first": 0, "last": len(show.stages) - 1}.get(word, number))
        self.show = show
        self.refresh()

    def refresh(self) -> None:
        """Follow the show, and what becomes of the document meanwhile."""
        kept = self.show.kept_true(self.work.desk.document)
        if kept is None:
            self.end()
            return
        self.show = kept
        self.board.show_moment(self.work.desk.document, kept)
        self._tell()

    def _open_cues(self) -> None:
        if self.cues is None:
            from modelbuilder.windows.cues import Cues

            self.cues = Cues(self.ask, self._begun)
        self._tell()
        self.cues.show()
        self.cues.raise_()
        self.cues.activateWindow()

    def _turn_cues(self) -> None:
        """Open the presenter's window or bring it to the front; where it is there already, close it."""
        if self.cues is not None and self.cues.isActiveWindow():
            self.cues.hide()
            self.board.activateWindow()
            self.board.setFocus()
        else:
            self._open_cues()

    def _tell(self) -> None:
        if self.cues is not None:
            document = self.work.desk.document
            findings = self.work.checking.findings(self.show.shown)
            self.cues.show_moment(document, self.show, self.board, [finding.message for finding in findings])

    def end(self) -> None:
        """Close both windows, and show on the page what was last on the board."""
        if self.refresh not in self.work.session.observers:
            return
        self.work.session.observers.remove(self.refresh)
        shown = self.show.shown
        for window in (self.board, self.cues):
            if window is not None:
                window.hide()
                window.deleteLater()
        self.ended()
        self.work.desk.turn_to(shown)
        self.work.canvas.setFocus()
