"""The findings panel: Must fix, Check, Idea; a click shows the thing, a repair is one click and one step."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from modelbuilder.document.records import Aside
from modelbuilder.vocabulary.checks import SEVERITY_WORDS
from modelbuilder.windows.aside_form import AsideForm
from modelbuilder.windows.asides import Asides
from modelbuilder.windows.checking import Key, key_of, tally
from modelbuilder.windows.finding_row import Row
from modelbuilder.windows.preset_button import PresetButton
from modelbuilder.windows.words import wrapped

if TYPE_CHECKING:
    from modelbuilder.accountability.findings import Finding

MOST = 60
_ROOM = 310
_NOTHING_DRAWN = "Findings appear here as you draw."
_NOTHING_FOUND = {
    "law": "Nothing that law or guidance forbids.",
    "practice": "No findings: every line reaches a board.",
    "quiet": "Nothing that must be fixed.",
}


class Findings(QFrame):
    """The card headed Check. `looked` tells which repair is being looked at, `kept` what is set aside and why."""

    shown = Signal(object)
    looked = Signal(object, int, bool)
    fixed = Signal(object, int)
    kept = Signal(object, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.name = ""
        self.today: Callable[[], date] = date.today
        self._findings: tuple[Finding, ...] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(18, 14, 18, 14)
        self._layout.setSpacing(10)
        head = QHBoxLayout()
        heading = QLabel("Check")
        heading.setObjectName("heading")
        self.preset = PresetButton()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(self.preset)
        self._layout.addLayout(head)
        self._form: AsideForm | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._layout.addLayout(self._list)
        self.asides = Asides()
        self._layout.addWidget(self.asides)
        self._rows: list[QWidget] = []
        self._preset = ""

    def show_findings(
        self, findings: tuple["Finding", ...], new: Collection[Key] = (), *, preset: str, empty_page: bool
    ) -> None:
        """List the findings, the gravest first; a row that is there stays, and so does what is typed in it."""
        if findings != self._findings or preset != self._preset or not findings:
            self._findings, self._preset = findings, preset
            self.preset.show_preset(preset)
            self._rebuild(findings, _NOTHING_DRAWN if empty_page else _NOTHING_FOUND[preset])
        for row in self.rows():
            row.show_new(key_of(row.finding) in new)

    def show_asides(self, rows: Sequence[tuple[Aside, tuple["Finding", ...], str]]) -> None:
        """List what is set aside: the aside, what it covers, and what it is about."""
        self.asides.show_asides(rows)

    def rows(self) -> list[Row]:
        """Return the rows of the findings that are listed."""
        return [row for row in self._rows if isinstance(row, Row)]

    def _rebuild(self, findings: tuple["Finding", ...], nothing: str) -> None:
        kept = {row.finding: row for row in self.rows()}
        before, self._rows = self._rows, []
        for widget in before:  # not by takeAt: an item that Python deletes later takes along how high its row is
            self._list.removeWidget(widget)
        self._add(wrapped(tally(findings) if findings else nothing, "second", _ROOM))
        heading = ""
        for finding in findings[:MOST]:
            if SEVERITY_WORDS[finding.severity.value] != heading:
                heading = SEVERITY_WORDS[finding.severity.value]
                label = QLabel(heading)
                label.setObjectName(finding.severity.value)
                label.setIndent(0)
                self._add(label)
            row = kept.pop(finding, None) or self._row(finding)
            row.finding = finding
            self._add(row)
        if len(findings) > MOST:
            self._add(QLabel(f"and {len(findings) - MOST} more"))
        self._remove([row for row in before if row not in self._rows])

    def _remove(self, rows: Sequence[QWidget]) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and any(row is focus or row.isAncestorOf(focus) for row in rows):
            self.setFocus()  # else Qt would hand the keyboard to the next repair, and show what that would do
        for row in rows:
            row.hide()
            row.deleteLater()

    def _row(self, finding: "Finding") -> Row:
        row = Row(finding)
        row.shown.connect(self.shown)
        row.looked.connect(self.looked)
        row.fixed.connect(self.fixed)
        row.asked.connect(lambda _: self._ask_for(row))
        return row

    def _ask_for(self, row: Row) -> None:
        if row.form is None:
            form = row.ask(self.name, self.today())
            form.kept.connect(lambda reason, name: self._keep(row.finding, reason, name))
            self._soon_show(form)
        else:
            row.close_form()

    def _soon_show(self, form: AsideForm) -> None:
        QTimer.singleShot(50, form, lambda: self._show_form(form))

    def _show_form(self, form: AsideForm) -> None:
        """Bring a form that was opened into sight, with its buttons, once it has its height."""
        if form.isHidden():
            return
        if form.height() < form.sizeHint().height():
            self._soon_show(form)
            return
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(form, 0, 24)

    def ask_about(self, what: object, heading: str) -> None:
        """Open a form above the findings for setting aside all that is found at a place."""
        self.close_form()
        self._form = form = AsideForm(self.name, self.today(), _ROOM, heading)
        form.kept.connect(lambda reason, name: self._keep(what, reason, name))
        form.left.connect(self.close_form)
        self._layout.insertWidget(1, form)
        form.reason.setFocus()

    def leave_repairs(self, but: tuple["Finding", int] | None = None) -> None:
        """Let no repair be looked at, but perhaps one."""
        for row in self.rows():
            for index, repair in enumerate(row.repairs):
                if (row.finding, index) != but:
                    repair.leave()

    def close_form(self) -> None:
        """Put the form above the findings away."""
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    def _keep(self, what: object, reason: str, name: str) -> None:
        self.name = name
        if self._form is not None:
            self.setFocus()
            self.close_form()
        self.kept.emit(what, reason, name)

    def _add(self, widget: QWidget) -> None:
        self._list.addWidget(widget)
        self._rows.append(widget)
