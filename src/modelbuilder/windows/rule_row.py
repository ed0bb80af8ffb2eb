"""One rule in the list of rules: on or off, how grave, its thresholds, and where it comes from."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from modelbuilder.accountability.presets import is_heard
from modelbuilder.accountability.rule import Option, Rule
from modelbuilder.document import settings
from modelbuilder.document.records import RuleSetting, Settings
from modelbuilder.editor.gesture import Edit
from modelbuilder.vocabulary.checks import SEVERITIES, SEVERITY_WORDS
from modelbuilder.windows.fields import drop_down
from modelbuilder.windows.words import wrapped

_VOICES = {
    "law": "law",
    "guidance": "official guidance",
    "practice": "good practice",
    "proposal": "our proposal",
}
_ROOM = 500
_NOTHING = RuleSetting()


class RuleRow(QFrame):
    """`do` carries out a change of the settings as one named step."""

    def __init__(self, rule: Rule, do: Callable[[str, Edit], None]) -> None:
        super().__init__()
        self.setObjectName("rule")
        self.rule, self._do = rule, do
        self.words = f"{rule.code} {rule.title} {rule.slug} {_VOICES[rule.standing]} {rule.source}".casefold()
        self._settings = Settings()
        self.on = QCheckBox(rule.code)
        self.on.setAccessibleName(f"{rule.code} {rule.title}")
        self.on.clicked.connect(self._turn)
        self.severity = drop_down(f"How grave {rule.code} is")
        for key in SEVERITIES:
            self.severity.addItem(SEVERITY_WORDS[key], key)
        self.severity.activated.connect(self._weigh)
        self.reset = QPushButton("Reset")
        self.reset.setObjectName("quiet")
        self.reset.clicked.connect(self._reset)
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        self.thresholds = {option.key: self._threshold(option) for option in rule.options}
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 12, 4, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, 84)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.on, 0, 0)
        grid.addLayout(self._told(), 0, 1, 2, 1)
        grid.addWidget(self.severity, 0, 2)
        grid.addWidget(self.reset, 0, 3)

    def _told(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(wrapped(self.rule.title, "strong", _ROOM))
        voice = f"{_VOICES[self.rule.standing].capitalize()} · {self.rule.source}"
        column.addWidget(wrapped(voice, "second", _ROOM))
        for option in self.rule.options:
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(self.thresholds[option.key])
            meaning = QLabel(option.meaning)
            meaning.setObjectName("second")
            meaning.setBuddy(self.thresholds[option.key])
            line.addWidget(meaning)
            line.addStretch(1)
            column.addLayout(line)
        column.addStretch(1)
        return column

    def _threshold(self, option: Option) -> QDoubleSpinBox:
        box = QDoubleSpinBox(minimum=0, maximum=1e6)
        box.setDecimals(0 if float(option.default).is_integer() else 2)
        box.setKeyboardTracking(False)
        box.setAccessibleName(f"{self.rule.code}: {option.meaning}")
        box.setMinimumWidth(110)
        box.lineEdit().setTextMargins(10, 0, 0, 0)
        box.valueChanged.connect(lambda value, one=option: self._set_threshold(one, float(value)))
        box.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]
        return box

    def show_settings(self, said: Settings) -> None:
        """Show what a document says of the rule."""
        self._settings = said
        own = said.rules.get(self.rule.code, _NOTHING)
        heard = is_heard(self.rule, said)
        self.on.setChecked(heard)
        self.severity.setCurrentIndex(SEVERITIES.index(own.severity or self.rule.severity.value))
        self.severity.setEnabled(heard)
        for option in self.rule.options:
            box = self.thresholds[option.key]
            with QSignalBlocker(box):
                box.setValue(own.options.get(option.key, option.default))
            box.setEnabled(heard)
        self.reset.setVisible(own != _NOTHING)

    def _turn(self, on: bool) -> None:
        code = self.rule.code
        bare = settings_without(self._settings, code)
        value = None if is_heard(self.rule, bare) == on else on
        self._do(f"Turn {code} {'on' if on else 'off'}", lambda one: settings.set_rule(one, code, on=value))

    def _weigh(self) -> None:
        key, code = str(self.severity.currentData()), self.rule.code
        value = "" if key == self.rule.severity.value else key
        self._do(f"{code}: {SEVERITY_WORDS[key]}", lambda one: settings.set_rule(one, code, severity=value))

    def _set_threshold(self, option: Option, value: float) -> None:
        code = self.rule.code
        own = dict(self._settings.rules.get(code, _NOTHING).options)
        own.pop(option.key, None)
        if value != option.default:
            own[option.key] = value
        self._do(f"Set {code}: {option.meaning}", lambda one: settings.set_rule(one, code, options=own))

    def _reset(self) -> None:
        code = self.rule.code
        self._do(f"Reset {code}", lambda one: settings.set_rule(one, code, on=None, severity="", options={}))


def settings_without(said: Settings, code: str) -> Settings:
    """Return settings as they were if nothing were said of one rule's being on."""
    own = said.rules.get(code)
    if own is None:
        return said
    return said.model_copy(update={"rules": {**said.rules, code: own.model_copy(update={"on": None})}})
