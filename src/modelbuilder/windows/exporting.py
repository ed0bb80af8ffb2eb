"""Export: which models, as what, and where; with progress when it takes more than half a second."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressDialog,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from modelbuilder.document.errors import InputError
from modelbuilder.document.files import write_atomically
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.slide import Slide
from modelbuilder.render.png import SIZES, png
from modelbuilder.windows.filing import Filing


class ExportDialog(QDialog):
    """Asks what to export."""

    def __init__(self, parent: QWidget, label: str, several: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(10)
        heading = QLabel("Export slides")
        heading.setObjectName("heading")
        layout.addWidget(heading)
        self._choices = QButtonGroup(self)
        rows = [("pdf-all", "PDF, one page for each model")] if several else []
        rows.append(("pdf", f"PDF of model {label}"))
        rows += [(f"png-{scale}", f"Picture of model {label}, PNG {words}") for words, scale in SIZES.items()]
        for index, (key, words) in enumerate(rows):
            button = QRadioButton(words)
            button.setProperty("key", key)
            button.setChecked(index == 0)
            self._choices.addButton(button)
            layout.addWidget(button)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        cancel, export = QPushButton("Cancel"), QPushButton("Export…")
        export.setObjectName("main")
        export.setDefault(True)
        cancel.clicked.connect(self.reject)
        export.clicked.connect(self.accept)
        buttons.addWidget(cancel)
        buttons.addWidget(export)
        layout.addSpacing(10)
        layout.addLayout(buttons)

    def key(self) -> str:
        """Return what was chosen."""
        button = self._choices.checkedButton()
        return str(button.property("key")) if button is not None else "pdf"


def ask_and_export(window: QWidget, filing: Filing, document: Document, model_id: ModelId) -> Path | None:
    """Ask, and write the file; return where it is, or None when nothing was written."""
    label = document.models[model_id].label
    dialog = ExportDialog(window, label, len(document.order) > 1)
    chosen = dialog.exec()
    key = dialog.key()
    dialog.deleteLater()
    if not chosen:
        return None
    suffix = ".pdf" if key.startswith("pdf") else ".png"
    start = filing.export_path(suffix, "" if key == "pdf-all" else label)
    name, _ = QFileDialog.getSaveFileName(window, "Export", start, f"*{suffix}")
    if not name:
        return None
    path = Path(name)
    path = path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
    try:
        content = _content(window, document, None if key == "pdf-all" else model_id, key)
        if content is None:
            return None
        write_atomically(path, content)
    except InputError as error:
        filing.complain("This could not be exported", str(error))
        return None
    return path


def _content(window: QWidget, document: Document, only: ModelId | None, key: str) -> bytes | None:
    steps = len(document.order) if only is None else 1
    progress = QProgressDialog("Drawing the slides…", "Cancel", 0, steps + 1, window)
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    progress.setMinimumDuration(500)
    drawn: list[Slide] = []
    try:
        for slide in slides(document, only):
            drawn.append(slide)
            progress.setValue(len(drawn))
            if progress.wasCanceled():
                return None
        if key.startswith("png"):
            return png(drawn[0], int(key.rpartition("-")[2]))
        from modelbuilder.render.pdf import pdf

        return pdf(drawn, document.title or "Leadership models")
    finally:
        progress.close()
        progress.deleteLater()
