"""A row of the findings panel: what is wrong, why it matters, and what can be done about it."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from modelbuilder.canvas.badges import Badge, paint_badge
from modelbuilder.render.qt import colour
from modelbuilder.vocabulary.checks import SEVERITY_WORDS
from modelbuilder.windows.aside_form import AsideForm
from modelbuilder.windows.repair import Repair
from modelbuilder.windows.words import wrapped

if TYPE_CHECKING:
    from modelbuilder.accountability.findings import Finding

ROOM = 246


class Row(QFrame):
    """One finding: its bar and badge, what is wrong, why, and the repairs, the nearest first."""

    shown = Signal(object)
    looked = Signal(object, int, bool)
    fixed = Signal(object, int)
    asked = Signal(object)

    def __init__(self, finding: "Finding") -> None:
        super().__init__()
        self.setObjectName("finding")
        self.finding = finding
        self.new = False
        self.form: AsideForm | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{SEVERITY_WORDS[finding.severity.value]}: {finding.message}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(54, 14, 14, 10)
        layout.setSpacing(5)
        layout.addWidget(wrapped(finding.message, "strong", ROOM))
        if finding.detail:
            layout.addWidget(wrapped(finding.detail, "second", ROOM))
        self.repairs: list[Repair] = []
        layout.addSpacing(4)
        for index, fix in enumerate(finding.fixes):
            button = Repair(fix.title, ROOM - 40, main=index == 0)
            button.looked.connect(lambda on, one=index: self.looked.emit(self.finding, one, on))
            button.taken.connect(lambda one=index: self.fixed.emit(self.finding, one))
            self.repairs.append(button)
            button.hide()
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        foot = QHBoxLayout()
        foot.setSpacing(18)
        self.why = _quiet("Why?")
        self.why.setMinimumSize(64, 44)
        self.why.setAccessibleName(f"Why? {finding.message}")
        self.why.clicked.connect(self._explain)
        foot.addWidget(self.why)
        self.aside = _quiet("Set aside…")
        if not finding.subjects:  # shown before it stands in the row, it would be a window for a moment
            self.aside.hide()
        self.aside.clicked.connect(lambda: self.asked.emit(self.finding))
        foot.addWidget(self.aside)
        foot.addStretch(1)
        layout.addLayout(foot)
        self._column = layout

    def offer(self, titles: Collection[str]) -> None:
        """Show the repairs that were tried and hold."""
        for fix, button in zip(self.finding.fixes, self.repairs, strict=True):
            button.setVisible(fix.title in titles)

    def ask(self, name: str, today: date) -> AsideForm:
        """Open the form for setting this finding aside, or return the one that is open."""
        if self.form is None:
            self.form = AsideForm(name, today, ROOM)
            self.form.left.connect(self.close_form)
            self._column.addWidget(self.form)
        self.form.reason.setFocus()
        return self.form

    def close_form(self) -> None:
        """Put the form away."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self.aside.setFocus()

    def show_new(self, new: bool) -> None:
        """Show the finding in grey while it is new, else in the colour of how grave it is."""
        if new != self.new:
            self.new = new
            self.update()

    def _explain(self) -> None:
        """Open the rule's page."""
        from modelbuilder.windows.rule_pages import explain

        explain(self, self.finding.rule)

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
        badge = Badge(self.finding.severity.value, self.new)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(badge.colour))
        painter.drawRoundedRect(0, 1, 7, self.height() - 2, 3, 3)
        paint_badge(painter, badge, 31, 27, 25)
        painter.end()


def _quiet(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName("text")
    return button
