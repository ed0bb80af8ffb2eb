"""The button that says by what the document is checked, and offers the other choices."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from modelbuilder.vocabulary.checks import PRESETS


class PresetButton(QPushButton):
    """`chosen` brings the key of a preset; `rules_wanted` asks for the list of all rules."""

    chosen = Signal(str)
    rules_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("quiet")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.choices = QMenu(self)
        self.choices.setToolTipsVisible(True)
        group = QActionGroup(self)
        for key, preset in PRESETS.items():
            choice = self.choices.addAction(preset.label)
            choice.setData(key)
            choice.setCheckable(True)
            choice.setToolTip(_sentence(preset.meaning))
            choice.triggered.connect(lambda _=False, one=key: self.chosen.emit(one))
            group.addAction(choice)
        self.choices.addSeparator()
        self.choices.addAction("Rules…").triggered.connect(self.rules_wanted)
        self.clicked.connect(lambda: self.choices.popup(self.mapToGlobal(self.rect().bottomLeft())))

    def show_preset(self, key: str) -> None:
        """Say which preset it is."""
        self.setText(f"{PRESETS[key].label} ▾")
        self.setAccessibleName(f"Checked by: {PRESETS[key].label}")
        self.setToolTip(_sentence(PRESETS[key].meaning))
        for choice in self.choices.actions():
            choice.setChecked(choice.data() == key)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
