"""The end of the findings panel: what somebody has set aside, why, and what of it is out of date."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from modelbuilder.document.records import Aside
from modelbuilder.windows.aside_form import in_words
from modelbuilder.windows.words import wrapped

if TYPE_CHECKING:
    from modelbuilder.accountability.findings import Finding

STALE = "Nothing is found there any more."
_ROOM = 276
_MOST = 3


class Asides(QWidget):
    """Folded until somebody opens it; `taken_up` brings an aside that is to be reported again."""

    taken_up = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[tuple[Aside, tuple[Finding, ...], str]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.head = QPushButton()
        self.head.setObjectName("text")
        self.head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.head.clicked.connect(self._toggle)
        self._layout.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows: list[QFrame] = []
        self.open = False
        self.hide()

    def show_asides(self, rows: Sequence[tuple[Aside, tuple["Finding", ...], str]]) -> None:
        """List what is set aside; nothing at all shows when nothing is."""
        if list(rows) == self._shown:
            return
        self._shown = list(rows)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(*one) for one in rows]
        for row in self._rows:
            self._layout.addWidget(row)
            row.setVisible(self.open)
        self._name()
        self.setVisible(bool(rows))

    def _toggle(self) -> None:
        self.open = not self.open
        for row in self._rows:
            row.setVisible(self.open)
        self._name()

    def _name(self) -> None:
        stale = sum(1 for _, findings, _ in self._shown if not findings)
        words = f"Set aside ({len(self._shown)})"
        if stale:
            words += f", {stale} out of date"
        self.head.setText(f"{'▾' if self.open else '▸'} {words}")
        self.head.setAccessibleName(f"{words}, {'open' if self.open else 'folded'}")

    def _row(self, aside: Aside, findings: tuple["Finding", ...], place: str) -> QFrame:
        row = QFrame()
        row.setObjectName("aside")
        column = QVBoxLayout(row)
        column.setContentsMargins(14, 12, 14, 8)
        column.setSpacing(4)
        for finding in findings[:_MOST]:
            column.addWidget(wrapped(finding.message, "body", _ROOM))
        if len(findings) > _MOST:
            column.addWidget(wrapped(f"and {len(findings) - _MOST} more at {place}", "second", _ROOM))
        if not findings:
            column.addWidget(wrapped(f"{place}: {STALE[0].lower()}{STALE[1:]}", "body", _ROOM))
        column.addWidget(wrapped(f"“{aside.reason}”", "second", _ROOM))
        said = ", ".join(part for part in (aside.by, in_words(aside.date)) if part)
        if said:
            column.addWidget(wrapped(said, "second", _ROOM))
        again = QPushButton("Take up again" if findings else "Remove")
        again.setObjectName("text")
        again.clicked.connect(lambda: self.taken_up.emit(aside))
        column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        return row
