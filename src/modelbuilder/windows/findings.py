"""The findings panel: Must fix, Check, Idea; a click shows the thing, a fix is one click and one step."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from modelbuilder.canvas.badges import COLOURS, paint_badge
from modelbuilder.layout import text
from modelbuilder.layout.text import Weight
from modelbuilder.windows.checking import WORDS, tally
from modelbuilder.windows.words import wrapped

if TYPE_CHECKING:
    from modelbuilder.accountability.findings import Finding

MOST = 60
_ROOM = 246


class Row(QFrame):
    """One finding: its bar and badge, what is wrong, why, and the fixes."""

    shown = Signal(object)
    fixed = Signal(object, int)

    def __init__(self, finding: "Finding") -> None:
        super().__init__()
        self.setObjectName("finding")
        self.finding = finding
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{WORDS[finding.severity.value]}: {finding.message}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(54, 14, 14, 14)
        layout.setSpacing(5)
        layout.addWidget(wrapped(finding.message, "strong", _ROOM))
        if finding.detail:
            layout.addWidget(wrapped(finding.detail, "second", _ROOM))
        for index, fix in enumerate(finding.fixes):
            button = QPushButton("\n".join(text.wrap(fix.title, 14, Weight.SEMIBOLD, _ROOM - 40)))
            button.setObjectName("fix" if index == 0 else "quiet")
            button.setToolTip(fix.title)
            button.setAccessibleName(fix.title)
            button.clicked.connect(lambda _=False, one=index: self.fixed.emit(self.finding, one))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.why = QPushButton("Why?")
        self.why.setObjectName("quiet")
        self.why.setMinimumSize(64, 44)
        self.why.setAccessibleName(f"Why? {finding.message}")
        self.why.clicked.connect(self._explain)
        layout.addWidget(self.why, 0, Qt.AlignmentFlag.AlignLeft)

    def _explain(self) -> None:
        """Open the rule's page."""
        from modelbuilder.windows.rule_pages import explain

        explain(self.window(), self.finding.rule)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the thing."""
        self.shown.emit(self.finding)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the thing by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.shown.emit(self.finding)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and the badge at the left."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        severity = self.finding.severity.value
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(COLOURS[severity]))
        painter.drawRoundedRect(0, 1, 7, self.height() - 2, 3, 3)
        paint_badge(painter, severity, 31, 27, 25)
        painter.end()


class Findings(QFrame):
    """The card headed Check."""

    shown = Signal(object)
    fixed = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._findings: tuple[Finding, ...] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(18, 16, 18, 18)
        self._layout.setSpacing(10)
        head = QHBoxLayout()
        heading = QLabel("Check")
        heading.setObjectName("heading")
        self._count = QLabel()
        self._count.setObjectName("second")
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(self._count)
        self._layout.addLayout(head)
        self._rows: list[QWidget] = []

    def show_findings(self, findings: tuple["Finding", ...], *, empty_page: bool) -> None:
        """List the findings, the gravest first."""
        if findings == self._findings and self._findings:
            return
        self._findings = findings
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        self._count.setText(tally(findings) if findings else "")
        if not findings:
            words = "Findings appear here as you draw." if empty_page else "No findings: every line reaches a board."
            self._add(wrapped(words, "second", 310))
        heading = ""
        for finding in findings[:MOST]:
            if WORDS[finding.severity.value] != heading:
                heading = WORDS[finding.severity.value]
                label = QLabel(heading)
                label.setObjectName("field")
                label.setStyleSheet(f"color: {COLOURS[finding.severity.value]}; padding-top: 4px;")
                self._add(label)
            row = Row(finding)
            row.shown.connect(self.shown)
            row.fixed.connect(self.fixed)
            self._add(row)
        if len(findings) > MOST:
            self._add(QLabel(f"and {len(findings) - MOST} more"))

    def _add(self, widget: QWidget) -> None:
        self._layout.addWidget(widget)
        self._rows.append(widget)
