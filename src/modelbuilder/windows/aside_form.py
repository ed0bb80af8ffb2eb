"""The form by which something is set aside: why, by whom, and since when."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from modelbuilder.windows.words import wrapped


class AsideForm(QFrame):
    """Asks for a reason and a name; `kept` brings both, `left` says that nothing is set aside."""

    kept = Signal(str, str)
    left = Signal()

    def __init__(self, name: str, today: date, room: int, heading: str = "") -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 2)
        layout.setSpacing(8)
        if heading:
            layout.addWidget(wrapped(heading, "strong", room))
        self.reason = QLineEdit(placeholderText="Why is this all right here?", maxLength=200)
        self.reason.setAccessibleName("Reason for setting this aside")
        self.by = QLineEdit(name, placeholderText="Who says so?", maxLength=200)
        self.by.setAccessibleName("Who sets this aside")
        self.keep = QPushButton("Set aside")
        self.keep.setObjectName("fix")
        leave = QPushButton("Leave")
        leave.setObjectName("quiet")
        for field in (self.reason, self.by):
            field.textChanged.connect(self._look)
            field.returnPressed.connect(self._keep)
            layout.addWidget(field)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.keep)
        row.addWidget(leave)
        row.addStretch(1)
        layout.addWidget(wrapped(in_words(today.isoformat()), "second", room))
        layout.addLayout(row)
        self.keep.clicked.connect(self._keep)
        leave.clicked.connect(self.left)
        self._look()

    def _look(self) -> None:
        self.keep.setEnabled(bool(self.reason.text().strip()))

    def _keep(self) -> None:
        reason = " ".join(self.reason.text().split())
        if reason:
            self.kept.emit(reason, " ".join(self.by.text().split()))
        else:
            self.reason.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc; Enter was the field's own, and is not for the row around the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def in_words(day: str) -> str:
    """Return a date as it is said: 4 March 2026."""
    if not day:
        return ""
    when = date.fromisoformat(day)
    return f"{when.day} {when:%B %Y}"
