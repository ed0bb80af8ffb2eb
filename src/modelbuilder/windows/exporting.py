"""Export: which models, as what, and where; with progress when it takes more than half a second."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
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
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document
from modelbuilder.render.export import FORMATS, Options, export
from modelbuilder.windows.filing import Filing

T = TypeVar("T")


class Choice(NamedTuple):
    """One thing to export: the ending of the file, and whether it holds every model."""

    suffix: str
    words: str
    whole: bool = False
    size: str = Options().size


def choices(label: str, several: bool) -> list[Choice]:
    """List what can be exported while a model is shown."""
    rows = [Choice(".pdf", "PDF slides, one for each model", True)] if several else []
    rows.append(Choice(".pdf", f"PDF slide of model {label}"))
    if several:
        rows.append(Choice(".pptx", "PowerPoint slides, one for each model", True))
    rows.append(Choice(".pptx", f"PowerPoint slide of model {label}"))
    if several:
        rows.append(Choice(".html", "Web page of all models, with text and tables", True))
    rows += [
        Choice(".html", f"Web page of model {label}, with text and table"),
        Choice(".png", f"Picture of model {label}, PNG 1920 × 1080", size="1920x1080"),
        Choice(".png", f"Picture of model {label}, PNG 3840 × 2160", size="3840x2160"),
        Choice(".svg", f"Drawing of model {label}, SVG"),
    ]
    return [row for row in rows if row.suffix in FORMATS]


class ExportDialog(QDialog):
    """Asks what to export."""

    def __init__(self, parent: QWidget, label: str, several: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(10)
        heading = QLabel("Export")
        heading.setObjectName("heading")
        layout.addWidget(heading)
        self._choices = choices(label, several)
        self._buttons = QButtonGroup(self)
        for index, choice in enumerate(self._choices):
            button = QRadioButton(choice.words)
            button.setChecked(index == 0)
            self._buttons.addButton(button, index)
            layout.addWidget(button)
        layout.addSpacing(10)
        self.roles_only = QCheckBox("Roles only: no person’s name anywhere in the file")
        self.source = QCheckBox("Keep the document inside, with all its models, so that the file opens for editing")
        self.source.setChecked(True)
        self.roles_only.toggled.connect(self.source.setDisabled)
        layout.addWidget(self.roles_only)
        layout.addWidget(self.source)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        cancel, accept = QPushButton("Cancel"), QPushButton("Export…")
        accept.setObjectName("main")
        accept.setDefault(True)
        cancel.clicked.connect(self.reject)
        accept.clicked.connect(self.accept)
        buttons.addWidget(cancel)
        buttons.addWidget(accept)
        layout.addSpacing(10)
        layout.addLayout(buttons)

    def choice(self) -> Choice:
        """Return what was chosen."""
        return self._choices[max(0, self._buttons.checkedId())]

    def options(self, model_id: ModelId) -> Options:
        """Return the options that were ticked, while a model is shown."""
        choice = self.choice()
        return Options(
            models=() if choice.whole else (model_id,),
            size=choice.size,
            roles_only=self.roles_only.isChecked(),
            source=self.source.isChecked(),
        )


class CancelledError(Exception):
    """Somebody pressed Cancel."""


def ask_and_export(window: QWidget, filing: Filing, document: Document, model_id: ModelId) -> Path | None:
    """Ask, and write the file; return where it is, or None when nothing was written."""
    label = document.models[model_id].label
    dialog = ExportDialog(window, label, len(document.order) > 1)
    accepted, choice, options = dialog.exec(), dialog.choice(), dialog.options(model_id)
    dialog.deleteLater()
    if not accepted:
        return None
    start = filing.export_path(choice.suffix, "" if choice.whole else label.replace("/", "-"))
    name, _ = QFileDialog.getSaveFileName(window, "Export", start, f"*{choice.suffix}")
    if not name:
        return None
    path = Path(name)
    path = path if path.suffix.lower() == choice.suffix else path.with_name(path.name + choice.suffix)
    return path if written(window, filing, document, path, options) else None


def written(window: QWidget, filing: Filing, document: Document, path: Path, options: Options) -> bool:
    """Write the file while the progress is shown, or say why not."""
    progress = QProgressDialog("Drawing…", "Cancel", 0, len(options.models or document.order) + 1, window)
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    progress.setMinimumDuration(500)

    def watch(drawn: Iterable[T]) -> Iterator[T]:
        for number, one in enumerate(drawn, start=1):
            progress.setValue(number)
            if progress.wasCanceled():
                raise CancelledError
            yield one

    try:
        said = export(document, path, options, watch=watch)
    except CancelledError:
        return False
    except InputError as error:
        filing.complain("This could not be exported", str(error))
        return False
    finally:
        progress.close()
        progress.deleteLater()
    if said:
        filing.complain("Exported, but not every character can be shown", said)
    return True
