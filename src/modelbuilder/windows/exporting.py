"""Export: which models, as what, and where; with progress when it takes more than half a second."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QProgressDialog,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from modelbuilder.document.decks import last_stages
from modelbuilder.document.errors import InputError
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document
from modelbuilder.drawing.veil import UNVEILED, Veil
from modelbuilder.render.export import FORMATS, Options, export
from modelbuilder.windows.export_details import Details
from modelbuilder.windows.filing import Filing
from modelbuilder.windows.theme import room

T = TypeVar("T")


class Choice(NamedTuple):
    """One way to export: the ending of the file, what it is, and what more can be said of it."""

    suffix: str
    words: str
    takes: frozenset[str]
    findings: bool = False

    @property
    def several(self) -> bool:
        """Whether one file holds several models."""
        return FORMATS[self.suffix].several


CHOICES = (
    Choice(".pptx", "PowerPoint slides, to be changed there", frozenset({"template", "brand", "author"})),
    Choice(".pdf", "PDF slides", frozenset({"size", "brand", "author"})),
    Choice(".pdf", "PDF slides, each with what is found in it", frozenset({"size", "brand", "author"}), findings=True),
    Choice(".pdf", "PDF handout, with what is to be said", frozenset({"handout", "size", "brand", "author"})),
    Choice(".pdf", "PDF poster over several sheets", frozenset({"poster", "brand", "author"})),
    Choice(".html", "Web page, with text and tables", frozenset({"brand"})),
    Choice(".png", "Picture, PNG", frozenset({"size", "dpi", "transparent", "brand"})),
    Choice(".svg", "Drawing, SVG", frozenset({"size", "transparent", "outlines", "brand"})),
)


class ExportDialog(QDialog):
    """Asks which models to export, and as what; what is not asked for is as it usually is."""

    def __init__(
        self,
        parent: QWidget,
        label: str,
        several: bool,
        veil: Veil = UNVEILED,
        *,
        stages: bool = False,
        settings: QSettings | None = None,
    ) -> None:
        super().__init__(parent)
        self._veil = veil
        self.setWindowTitle("Export")
        self.every, self.one = QRadioButton("All models"), QRadioButton(f"Only model {label}")
        self.stages = QRadioButton("All, with every stage")
        self.every.setChecked(several)
        self.one.setChecked(not several)
        self.kinds = [QRadioButton(choice.words) for choice in CHOICES]
        self.details = Details(settings)
        self.roles_only = QCheckBox("Roles only: no person’s name anywhere in the file")
        self.source = QCheckBox("Keep the document inside, with all its models, so that the file opens for editing")
        self.source.setChecked(True)
        self.as_seen = QCheckBox(f"Model {label} as it is on the canvas now, with what is folded or left out there")
        self.as_seen.setHidden(veil == UNVEILED)
        self._lay_out([self.every, *([self.stages] if stages else []), self.one] if several else [])
        for button in (*self.kinds, self.roles_only, self.as_seen):
            button.toggled.connect(self._fit)
        self._fit()

    def _lay_out(self, which: list[QRadioButton]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(6)
        heading = QLabel("Export")
        heading.setObjectName("heading")
        layout.addWidget(heading)
        models, kinds = QButtonGroup(self), QButtonGroup(self)
        if which:
            row = QHBoxLayout()
            row.setSpacing(14)
            for button in which:
                models.addButton(button)
                row.addWidget(button)
            row.addStretch(1)
            layout.addLayout(row)
            layout.addSpacing(6)
        left = QVBoxLayout()
        left.setSpacing(6)
        for index, (button, choice) in enumerate(zip(self.kinds, CHOICES, strict=True)):
            button.setChecked(index == 0)
            if which and not choice.several:
                button.setText(f"{choice.words} (one model)")
            kinds.addButton(button)
            left.addWidget(button)
        left.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(36)
        middle.addLayout(left)
        middle.addStretch(1)
        middle.addWidget(self.details)
        layout.addLayout(middle, 1)
        layout.addSpacing(10)
        for tick in (self.roles_only, self.as_seen, self.source):
            layout.addWidget(tick)
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
        choice = self.choice()
        for button in (self.every, self.stages):
            button.setEnabled(choice.several)
        if not choice.several:
            self.one.setChecked(True)
        self.details.fit(choice.takes, roles_only=self.roles_only.isChecked())
        self.as_seen.setEnabled(choice.suffix != ".html")
        self.source.setDisabled(self.roles_only.isChecked() or (self._seen and choice.suffix == ".pptx"))

    @property
    def _seen(self) -> bool:
        return self.as_seen.isChecked() and self.as_seen.isEnabled()

    def choice(self) -> Choice:
        """Return what was chosen."""
        return next(choice for button, choice in zip(self.kinds, CHOICES, strict=True) if button.isChecked())

    def options(self, model_id: ModelId, every: tuple[ModelId, ...] = ()) -> Options:
        """Return what was asked for, while a model is shown; `every` are all with every stage."""
        choice = self.choice()
        models = every if self.stages.isChecked() else () if self.every.isChecked() else (model_id,)
        return Options(
            models=models,
            roles_only=self.roles_only.isChecked(),
            source=self.source.isChecked() and self.source.isEnabled(),
            veils={model_id: self._veil} if self._seen else {},
            findings=choice.findings,
            **self.details.options(choice.takes),
        )


class CancelledError(Exception):
    """Somebody pressed Cancel."""


def ask_and_export(
    window: QWidget, filing: Filing, document: Document, model_id: ModelId, veil: Veil = UNVEILED
) -> Path | None:
    """Ask, and write the file; return where it is, or None when nothing was written."""
    label = document.models[model_id].label
    stages = last_stages(document) != document.order
    several = len(document.order) > 1
    dialog = ExportDialog(window, label, several, veil, stages=stages, settings=filing.settings)
    accepted, choice, options = dialog.exec(), dialog.choice(), dialog.options(model_id, document.order)
    dialog.deleteLater()
    if not accepted:
        return None
    start = filing.export_path(choice.suffix, label.replace("/", "-") if options.models == (model_id,) else "")
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
    progress.setWindowTitle("Export")
    progress.setMinimumWidth(room(420))
    bar = QProgressBar(textVisible=False)  # a number on both its colours would be read on neither
    progress.setBar(bar)
    progress.setMinimumDuration(500)

    def watch(drawn: Iterable[T]) -> Iterator[T]:
        for number, one in enumerate(drawn, start=1):
            if number >= progress.maximum():  # a deck has more slides than models: it is done when it is written
                progress.setMaximum(number + 1)
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
