"""A file that is chosen in a dialog, or none; and the brand file, which is remembered."""

from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from modelbuilder.document.errors import InputError
from modelbuilder.drawing.brand import Brand, read_brand

_KEPT = "export/brand"


class ChosenFile(QWidget):
    """A button that asks for a file and then shows its name, and one that goes without it again."""

    changed = Signal()

    def __init__(self, what: str, kinds: str, asked: str = "") -> None:
        super().__init__()
        self._what, self._kinds, self._asked = what, kinds, asked or f"{what}…"
        self.path: Path | None = None
        self.button, self.without = QPushButton(self._asked), QPushButton("Remove")
        self.without.setAccessibleName(f"Remove {what.lower()}")
        self.button.setAccessibleName(what)
        self.without.hide()
        self.button.clicked.connect(self._ask)
        self.without.clicked.connect(lambda: self.take(None))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.button, 1)
        row.addWidget(self.without)

    def _ask(self) -> None:
        start = str(self.path.parent) if self.path else ""
        name, _ = QFileDialog.getOpenFileName(self, self._what, start, self._kinds)
        if name:
            self.take(Path(name))

    def take(self, path: Path | None) -> None:
        """Show a file, or none."""
        self.path = path
        self.button.setText(self._asked if path is None else _short(path.name))
        self.button.setAccessibleName(self._what if path is None else f"{self._what}: {path.name}")
        self.without.setVisible(path is not None)
        self.changed.emit()


class Branding(QWidget):
    """Asks for a brand file, says what was mended in it or why it cannot be used, and remembers it."""

    changed = Signal()

    def __init__(self, settings: QSettings | None = None, asked: str = "") -> None:
        super().__init__()
        self._settings = settings
        self.brand: Brand | None = None
        self.file = ChosenFile("Brand", "Brand files (*.toml)", asked)
        self.file.button.setToolTip("Colours, footer, logo and font of titles from a brand file")
        self.said = QLabel()
        self.said.setObjectName("second")
        self.said.setWordWrap(True)
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.file)
        column.addWidget(self.said)
        self.file.changed.connect(self._read)
        kept = str(settings.value(_KEPT) or "") if settings is not None else ""
        if kept:
            self.file.take(Path(kept))

    def take(self, path: Path | None) -> None:
        """Choose a brand file, or none."""
        self.file.take(path)

    def _read(self) -> None:
        path = self.file.path
        self.brand, words = None, ""
        if path is not None:
            try:
                self.brand = read_brand(path)
            except InputError as error:
                words = str(error)
            else:
                words = " ".join(self.brand.mended)
        self.said.setText(words)
        self.said.setVisible(bool(words))
        if self._settings is not None and (path is None or self.brand is not None):
            self._settings.setValue(_KEPT, str(path.resolve()) if path is not None else "")
        self.changed.emit()


def _short(name: str, most: int = 26) -> str:
    """Return the name of a file as far as a button has room."""
    return name if len(name) <= most else f"{name[: most - 9]}…{name[-8:]}"
