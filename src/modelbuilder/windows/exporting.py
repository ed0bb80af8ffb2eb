"""Export: which models, as what, and where; with progress when it takes more than half a second."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

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
from modelbuilder.drawing.veil import UNVEILED, Veil
from modelbuilder.render.export import FORMATS, Options, export
from modelbuilder.windows.filing import Filing

T = TypeVar("T")


class Choice(NamedTuple):
    """One way to export: the ending of the file, what it is, and the options that make it."""

    suffix: str
    words: str
    options: Mapping[str, Any] = MappingProxyType({})

    @property
    def several(self) -> bool:
        """Whether one file holds several models."""
        return FORMATS[self.suffix].several


CHOICES = (
    Choice(".pptx", "PowerPoint slides, to be changed there"),
    Choice(".pdf", "PDF slides"),
    Choice(".pdf", "PDF slides, each with what is found in it", {"findings": True}),
    Choice(".pdf", "PDF handout: two slides to a sheet, with what is to be said", {"handout": 2}),
    Choice(".pdf", "PDF poster over 3 × 2 sheets of A4", {"poster": (3, 2)}),
    Choice(".html", "Web page, with text and tables"),
    Choice(".png", "Picture, PNG 1920 × 1080", {"size": "1920x1080"}),
    Choice(".png", "Picture, PNG 3840 × 2160", {"size": "3840x2160"}),
    Choice(".svg", "Drawing, SVG"),
)


class ExportDialog(QDialog):
    """Asks which models to export, and as what."""

    def __init__(self, parent: QWidget, label: str, several: bool, veil: Veil = UNVEILED) -> None:
        super().__init__(parent)
        self._veil = veil
        self.setWindowTitle("Export")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(6)
        heading = QLabel("Export")
        heading.setObjectName("heading")
        layout.addWidget(heading)
        self.every, self.one = QRadioButton("All models"), QRadioButton(f"Only model {label}")
        self.every.setChecked(several)
        self.one.setChecked(not several)
        which, kinds = QButtonGroup(self), QButtonGroup(self)
        if several:
            row = QHBoxLayout()
            for index, button in enumerate((self.every, self.one)):
                which.addButton(button, index)
                row.addWidget(button)
            row.addStretch(1)
            layout.addLayout(row)
            layout.addSpacing(6)
        self.kinds = [QRadioButton(choice.words) for choice in CHOICES]
        for index, (button, choice) in enumerate(zip(self.kinds, CHOICES, strict=True)):
            button.setChecked(index == 0)
            if several and not choice.several:
                button.setText(f"{choice.words} (one model)")
            kinds.addButton(button, index)
            button.toggled.connect(self._fit)
            layout.addWidget(button)
        layout.addSpacing(10)
        self.roles_only = QCheckBox("Roles only: no person’s name anywhere in the file")
        self.source = QCheckBox("Keep the document inside, with all its models, so that the file opens for editing")
        self.source.setChecked(True)
        self.roles_only.toggled.connect(self._fit)
        self.as_seen = QCheckBox(f"Model {label} as it is on the canvas now, with what is folded or left out there")
        if veil == UNVEILED:
            self.as_seen.hide()
        self.as_seen.toggled.connect(self._fit)
        layout.addWidget(self.roles_only)
        layout.addWidget(self.as_seen)
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

    def _fit(self) -> None:
        """A picture shows one model, a web page all that is in it, and slides that do not are not for editing."""
        suffix = self.choice().suffix
        self.every.setEnabled(self.choice().several)
        if not self.choice().several:
            self.one.setChecked(True)
        self.as_seen.setEnabled(suffix != ".html")
        self.source.setDisabled(self.roles_only.isChecked() or (self._seen and suffix == ".pptx"))

    @property
    def _seen(self) -> bool:
        return self.as_seen.isChecked() and self.as_seen.isEnabled()

    def choice(self) -> Choice:
        """Return what was chosen."""
        return next(choice for button, choice in zip(self.kinds, CHOICES, strict=True) if button.isChecked())

    def options(self, model_id: ModelId) -> Options:
        """Return the options that were ticked, while a model is shown."""
        return Options(
            models=() if self.every.isChecked() else (model_id,),
            roles_only=self.roles_only.isChecked(),
            source=self.source.isChecked() and self.source.isEnabled(),
            veils={model_id: self._veil} if self._seen else {},
            **self.choice().options,
        )


class CancelledError(Exception):
    """Somebody pressed Cancel."""


def ask_and_export(
    window: QWidget, filing: Filing, document: Document, model_id: ModelId, veil: Veil = UNVEILED
) -> Path | None:
    """Ask, and write the file; return where it is, or None when nothing was written."""
    label = document.models[model_id].label
    dialog = ExportDialog(window, label, len(document.order) > 1, veil)
    accepted, choice, options = dialog.exec(), dialog.choice(), dialog.options(model_id)
    dialog.deleteLater()
    if not accepted:
        return None
    start = filing.export_path(choice.suffix, "" if not options.models else label.replace("/", "-"))
    path = ask_path(window, "Export", start, choice.suffix)
    return path if path is not None and written(window, filing, document, path, options) else None


def ask_path(window: QWidget, title: str, start: str, suffix: str, *others: str) -> Path | None:
    """Ask where to write a file of a kind; an ending that is no such kind's, nor one of others, is added to."""
    name, _ = QFileDialog.getSaveFileName(window, title, start, f"{FORMATS[suffix].words} (*{suffix})")
    path = Path(name)
    if not name or path.suffix.lower() in (suffix, *others):
        return path if name else None
    return path.with_name(path.name + suffix)


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
