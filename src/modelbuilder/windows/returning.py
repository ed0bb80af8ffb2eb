"""Slides that come back from PowerPoint: what was changed in them, to be looked at, and kept or not."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from modelbuilder.accountability.wording import counted, listed, upper_first
from modelbuilder.document.errors import InputError
from modelbuilder.document.ids import ModelId
from modelbuilder.editor.session import Session
from modelbuilder.sources.changes import returned, take_over
from modelbuilder.sources.slide_changes import Change
from modelbuilder.windows.theme import px, room


class ReturningDialog(QDialog):
    """Lists changes, all of them ticked, and says what was moved and cannot be kept."""

    def __init__(self, parent: QWidget, name: str, found: Sequence[Change], moved: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self.setWindowTitle("What was changed in PowerPoint")
        rows_high = 60 + 34 * len(found) + (40 if moved else 0)
        self.resize(room(720), min(620, round(px(190 + (rows_high if found else 0)))))
        self._found = found
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(10)
        heading = QLabel("What was changed in PowerPoint")
        heading.setObjectName("heading")
        since = (
            f"{upper_first(counted(len(found), 'change'))} in {name} since it was exported. Tick the changes to keep."
        )
        hint = QLabel(since if found else not_kept(moved))
        hint.setObjectName("second")
        hint.setWordWrap(True)
        rows = QWidget()
        rows.setObjectName("paper")
        column = QVBoxLayout(rows)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        self.ticks = [QCheckBox(change.words.replace("&", "&&")) for change in found]
        for tick in self.ticks:
            tick.setChecked(True)
            tick.toggled.connect(self._count)
            column.addWidget(tick)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("picture")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setWidget(rows)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        leave, self.take = QPushButton("Ignore them" if found else "Close"), QPushButton()
        self.take.setObjectName("main")
        self.take.setDefault(True)
        leave.clicked.connect(self.reject)
        self.take.clicked.connect(self.accept)
        buttons.addWidget(leave)
        buttons.addWidget(self.take)
        layout.addWidget(heading)
        layout.addWidget(hint)
        layout.addWidget(area, 1)
        layout.addStretch(0 if found else 1)
        area.setVisible(bool(found))
        self.take.setVisible(bool(found))
        if found and moved:
            lost = QLabel(not_kept(moved))
            lost.setObjectName("second")
            lost.setWordWrap(True)
            layout.addWidget(lost)
        layout.addSpacing(6)
        layout.addLayout(buttons)
        self._count()

    def _count(self) -> None:
        chosen = len(self.chosen())
        self.take.setText(f"Keep {counted(chosen, 'change')}")
        self.take.setEnabled(chosen > 0)

    def chosen(self) -> list[Change]:
        """Return the changes that are ticked."""
        return [change for change, tick in zip(self._found, self.ticks, strict=True) if tick.isChecked()]


def not_kept(moved: Sequence[str]) -> str:
    """Say what was moved on slides that have no places of the page."""
    things = listed(moved)
    return f"On slides that show a part of a model, or arrange it anew, moves cannot be kept: {things}."


def review(window: QWidget, session: Session, path: Path, shown: ModelId) -> str:
    """Ask about what was changed in slides that were just opened; return a sentence about what became of it.

    What is taken over is one step that can be undone.
    """
    try:
        found, moved = returned(path.read_bytes(), session.document)
    except (InputError, OSError):
        return "The document is as it was exported; the slides themselves could not be read."
    if not found and not moved:
        return ""
    dialog = ReturningDialog(window, path.name, found, moved)
    accepted, chosen = dialog.exec(), dialog.chosen()
    dialog.deleteLater()
    if not accepted or not chosen:
        return "The document is as it was exported."
    session.do("Keep changes from PowerPoint", shown, lambda document: take_over(document, chosen))
    return f"{upper_first(counted(len(chosen), 'change'))} from PowerPoint kept. Ctrl+Z takes them back."
