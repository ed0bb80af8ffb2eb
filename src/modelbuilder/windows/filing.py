"""Opening and saving: which file is open, what was open before, and asking before work is lost."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from modelbuilder.document.errors import InputError
from modelbuilder.document.records import Document
from modelbuilder.document.suffixes import CHART_SUFFIX, SUFFIX
from modelbuilder.editor.session import Session
from modelbuilder.windows.recent import recent_files, remember_file

_EXPORTED = "*.pptx *.pdf *.png *.svg *.html"
_FILTER = f"Leadership models (*{SUFFIX} *{CHART_SUFFIX} {_EXPORTED});;All files (*)"


class Filing:
    """The file of a window. Nothing here loses work: a write is whole or not at all."""

    def __init__(self, session: Session, window: QWidget, settings: QSettings) -> None:
        self.session = session
        self.window = window
        self.settings = settings
        self.path: Path | None = None

    def read(self, path: Path) -> Document | None:
        """Read a file, or say in one sentence why not."""
        from modelbuilder.drawing.arrangement import place_all
        from modelbuilder.sources.opening import load

        try:
            document = place_all(load(path))
        except InputError as error:
            self.complain("This file cannot be opened", str(error))
            return None
        return document

    def take(self, document: Document, path: Path | None) -> None:
        """Work on a document from now on; `path` is None for one that has no file yet."""
        self.session.replace(document)
        self.path = path if path is not None and path.suffix == SUFFIX else None
        if path is not None:
            remember_file(self.settings, path)

    def ask_open(self) -> Path | None:
        """Ask which file to open."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(self.window, "Open", self._folder(), _FILTER)
        return Path(name) if name else None

    def save(self) -> bool:
        """Save to the file, asking for one when there is none; False when nothing was saved."""
        return self._write(self.path) if self.path is not None else self.save_as()

    def save_as(self) -> bool:
        """Ask where to save, and save there."""
        from PySide6.QtWidgets import QFileDialog

        start = str(self.path) if self.path else str(Path(self._folder()) / f"{self._stem()}{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self.window, "Save", start, f"Leadership models (*{SUFFIX})")
        if not name:
            return False
        path = Path(name)
        return self._write(path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX))

    def _write(self, path: Path) -> bool:
        from modelbuilder.document.files import save

        try:
            save(self.session.document, path)
        except InputError as error:
            self.complain("This could not be saved", str(error))
            return False
        self.path = path
        self.session.history.mark_saved()
        remember_file(self.settings, path)
        return True

    def may_leave(self) -> bool:
        """Ask what to do with unsaved work; False when the person would rather stay."""
        if not self.session.history.dirty:
            return True
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self.window)
        box.setWindowTitle("Unsaved work")
        box.setText(f"Save what you changed in {self.name()}?")
        box.setInformativeText("What is not saved will be gone.")
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        box.button(buttons.Discard).setText("Don’t save")
        answer = box.exec()
        if answer == buttons.Save:
            return self.save()
        return answer == buttons.Discard

    def name(self) -> str:
        """Return what the document is called in the window."""
        return self.session.document.title or (self.path.stem if self.path else "") or "Untitled"

    def _stem(self) -> str:
        return _as_file(self.name()) or "untitled"

    def export_path(self, suffix: str, label: str = "", name: str = "") -> str:
        """Suggest where to put an export: under its own name, or else that of the document."""
        stem = _as_file(name) or (self.path.stem if self.path else self._stem())
        folder = self.path.parent if self.path else Path(self._folder())
        return str(folder / f"{stem}{f'-{label}' if label else ''}{suffix}")

    def _folder(self) -> str:
        recent = recent_files(self.settings)
        return str(recent[0].parent if recent else Path.home())

    def complain(self, title: str, sentence: str) -> None:
        """Say in one sentence what went wrong."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Warning, title, sentence, QMessageBox.StandardButton.Ok, self.window)
        box.exec()


def _as_file(name: str) -> str:
    """Return a name as that of a file, without signs that some disks do not take."""
    words = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in name)
    return "-".join(words.lower().split())
