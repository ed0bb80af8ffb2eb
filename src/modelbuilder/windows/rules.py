"""The list of all rules: which are on, how grave each is, and where its thresholds lie, for this document."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from modelbuilder.accountability.presets import is_heard
from modelbuilder.accountability.rules import catalogue
from modelbuilder.document import settings
from modelbuilder.document.records import Settings
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.gesture import Edit
from modelbuilder.vocabulary.checks import PRESETS
from modelbuilder.windows.rule_row import RuleRow
from modelbuilder.windows.theme import room


class RulesDialog(QDialog):
    """Stays open beside the page; every change is one step, and undo shows here too."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setWindowTitle("Rules")
        self.resize(room(820), min(760, max(480, parent.height())))
        self._shown: Settings | None = None
        self.search = QLineEdit(placeholderText="Find a rule…", clearButtonEnabled=True)
        self.search.setObjectName("search")
        self.search.setAccessibleName("Find a rule")
        self.search.textChanged.connect(self._find)
        self.count = QLabel()
        self.count.setObjectName("second")
        self.reset = QPushButton("Reset all")
        self.reset.setObjectName("quiet")
        self.reset.setToolTip("Let the preset decide on every rule again")
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        self.reset.clicked.connect(self._reset_all)
        self.nothing = QLabel("No rule is called so.")
        self.nothing.setObjectName("second")
        self.rows = [RuleRow(rule, self._do) for rule in catalogue()]
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(self.search, 1)
        column.addLayout(head)
        line = QHBoxLayout()
        line.addWidget(self.count, 1)
        line.addWidget(self.reset)
        column.addLayout(line)
        column.addWidget(self._list(), 1)

    def _list(self) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("sheet")
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 10, 0)
        rows.setSpacing(0)
        rows.addWidget(self.nothing)
        for row in self.rows:
            rows.addWidget(row)
        rows.addStretch(1)
        area = QScrollArea()
        area.setObjectName("sheet")
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._find("")
        return area

    def refresh(self) -> None:
        """Show what the document says now."""
        said = self.desk.document.settings
        if said is self._shown:
            return
        self._shown = said
        for row in self.rows:
            row.show_settings(said)
        on = sum(1 for row in self.rows if is_heard(row.rule, said))
        own = f", {len(said.rules)} set for this document" if said.rules else ""
        self.count.setText(f"{PRESETS[said.preset].label}: {on} of {len(self.rows)} rules are on{own}")
        self.reset.setVisible(bool(said.rules))

    def _find(self, words: str) -> None:
        wanted = words.casefold().split()
        found = 0
        for row in self.rows:
            fits = all(word in row.words for word in wanted)
            row.setVisible(fits)
            found += fits
        self.nothing.setVisible(not found)

    def _do(self, label: str, edit: Edit) -> None:
        self.desk.session.do(label, self.desk.model_id, edit)

    def _reset_all(self) -> None:
        self._do("Reset all rules", settings.reset_rules)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc; Enter in a field is the field's own."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
