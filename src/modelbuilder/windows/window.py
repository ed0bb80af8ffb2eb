"""The window: the start page and the work page, files dropped on it, and closing.

The work page needs most of the program: it is made when it is first wanted, or once the start page is on the screen.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSettings, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QStackedWidget

from modelbuilder.windows.appearance import kept, put_on
from modelbuilder.windows.recent import recent_files
from modelbuilder.windows.start import Start

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work

_ON_THE_START_PAGE = ("new", "new_from_text", "open", "quit", "rule_pages", "shortcuts")
"""Commands whose keys work before there is a document."""


class Window(QMainWindow):
    """What stands on the screen."""

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self.settings = settings
        self._handle: QWindow | None = None
        self.setWindowTitle("modelbuilder")
        self.resize(1600, 960)
        self.setAcceptDrops(True)
        self.menuBar().hide()
        self.pages = QStackedWidget()
        self.setCentralWidget(self.pages)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit what is pressed to the screen that the window is on, now and whenever it is taken to another one."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not self._handle:
            self._handle = handle
            handle.screenChanged.connect(self._fit_screen)

    def _fit_screen(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        put_on(application, kept(self.settings))
        if "work" in self.__dict__:
            self.work.commands.fit_board()

    @cached_property
    def start(self) -> Start:
        """The start page."""
        start = Start()
        start.wanted.connect(lambda command, given: getattr(self.work.commands, command)(*given))
        start.back.clicked.connect(self.show_work)
        self.pages.addWidget(start)
        return start

    @cached_property
    def work(self) -> "Work":
        """The work page, on an empty document at first."""
        from modelbuilder.document import pages
        from modelbuilder.editor.session import Session
        from modelbuilder.windows.work import Work

        work = Work(Session(pages.new_document()), self.settings)
        work.wanted.connect(self.show_work)
        work.start_wanted.connect(self.show_start)
        work.titled.connect(self._show_title)
        self.addActions([work.commands.actions[key] for key in _ON_THE_START_PAGE])
        self.pages.addWidget(work)
        self._show_title(work.filing.name(), dirty=False)
        return work

    def show_start(self) -> None:
        """Show the start page, with a way back to what is drawn."""
        self.start.show_recent(recent_files(self.settings))
        self.start.back.setVisible(self._something_open)
        self.pages.setCurrentWidget(self.start)
        self.start.new.setFocus()

    def show_work(self) -> None:
        """Show the work page."""
        self.pages.setCurrentWidget(self.work)
        self.work.canvas.setFocus()

    @property
    def _something_open(self) -> bool:
        return "work" in self.__dict__ and (self.work.filing.path is not None or bool(self.work.session.history.done))

    def _show_title(self, name: str, dirty: bool) -> None:
        self.setWindowTitle(f"{name}[*] – modelbuilder")
        self.setWindowModified(dirty)

    # Files that are dropped, keys and closing

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files: documents, charts and whatever was exported."""
        if _dropped_file(event.mimeData()):
            _copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a file that is dropped on the window, once the drop is over."""
        _copy(event)
        name = _dropped_file(event.mimeData())
        QTimer.singleShot(0, self, lambda: self.work.commands.open_path(name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press a button by Enter, go back from the start page by Esc; show the keys by ?, wherever nobody types."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QAbstractButton):
            button.click()
        elif event.key() == Qt.Key.Key_Question:
            self.work.commands.run("shortcuts")
        elif event.key() == Qt.Key.Key_Escape and self.pages.currentWidget() is self.start and self._something_open:
            self.show_work()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before unsaved work is lost."""
        event.setAccepted("work" not in self.__dict__ or self.work.may_leave())


def _dropped_file(data: QMimeData) -> str:
    """Return the first file of this computer among what is dropped, or nothing."""
    return next((url.toLocalFile() for url in data.urls() if url.isLocalFile()), "")


def _copy(event: QDropEvent) -> None:
    """Take what is dropped without taking it away from where it was."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
