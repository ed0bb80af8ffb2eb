"""The card “Would it suit me?”: what somebody wants of a leading post, for themselves."""

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from modelbuilder.document.records import Fit
from modelbuilder.vocabulary.roles import ROLES, SCHOOL_LEADERS
from modelbuilder.vocabulary.wishes import CONDITIONS, DEGREES, WISHES
from modelbuilder.windows.fields import drop_down, labelled
from modelbuilder.windows.words import wrapped

_NOT_SAID = "Not said"
_POST = "The post that I think of"
_WIDTH = 700
_POSTS = [*(role for role in ROLES if role in SCHOOL_LEADERS), "executive_headteacher", "executive_principal", "ceo"]


class FitDialog(QDialog):
    """Fills in a card. It stays on this computer unless its owner ticks that it goes into the document."""

    def __init__(self, parent: QWidget, fit: Fit, *, in_document: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle("Would it suit me?")
        self.resize(_WIDTH + 76, min(980, self.screen().availableGeometry().height() - 80))
        self.name = QLineEdit(fit.name)
        self.name.setMaxLength(200)
        self.role = _list(_POST, {"": "Any post that I choose in the comparison", **_titles()}, fit.role)
        self.wishes = {key: _degrees(one.label, getattr(fit, key)) for key, one in WISHES.items()}
        self.travel = QSpinBox()
        self.travel.lineEdit().setTextMargins(10, 0, 0, 0)
        self.travel.setRange(0, 240)
        self.travel.setSingleStep(5)
        self.travel.setSuffix(" minutes at most")
        self.travel.setSpecialValueText(_NOT_SAID)
        self.travel.setValue(fit.travel or 0)
        self.conditions = {key: QCheckBox(one.label) for key, one in CONDITIONS.items()}
        for key, tick in self.conditions.items():
            tick.setChecked(key in fit.conditions)
        self.share = QCheckBox("Put this card into the document too: whoever opens it can read it")
        self.share.setChecked(in_document)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 22)
        column.setSpacing(12)
        column.addWidget(wrapped("Would it suit me?", "title", _WIDTH))
        words = (
            "What do you want of the post? The comparison puts beside it what each model gives, with its reasons. "
            "There is no verdict. The card stays on this computer."
        )
        column.addWidget(wrapped(words, "second", _WIDTH))
        column.addWidget(self._fields(), 1)
        column.addSpacing(10)
        column.addWidget(self.share)
        column.addLayout(self._buttons())

    def _fields(self) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("sheet")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(labelled("Name of the card", self.name), 1)
        head.addWidget(labelled(_POST, self.role), 2)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        fields = [*((WISHES[key].label, box) for key, box in self.wishes.items()), ("Travel", self.travel)]
        for index, (label, field) in enumerate(fields):
            field.setAccessibleName(label)
            grid.addWidget(labelled(label, field), index // 2, index % 2)
        column.addLayout(grid)
        heading = QLabel("What I need to succeed")
        heading.setObjectName("heading")
        column.addWidget(heading)
        for tick in self.conditions.values():
            column.addWidget(tick)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("sheet")
        area.setWidgetResizable(True)
        area.setWidget(inner)
        return area

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        cancel, keep = QPushButton("Cancel"), QPushButton("Keep")
        keep.setObjectName("main")
        keep.setDefault(True)
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self.accept)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(keep)
        return row

    def fit(self) -> Fit:
        """Return the card as it is filled in."""
        return Fit(
            name=self.name.text().strip() or "My card",
            role=str(self.role.currentData()),
            travel=self.travel.value() or None,
            conditions=tuple(key for key, tick in self.conditions.items() if tick.isChecked()),
            **{key: box.currentData() for key, box in self.wishes.items()},
        )


def _titles() -> dict[str, str]:
    return {role: ROLES[role].label for role in dict.fromkeys(_POSTS)}


def _list(label: str, words: dict[str, str], chosen: str) -> QComboBox:
    box = drop_down(label)
    for key, word in words.items():
        box.addItem(word, key)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def _degrees(label: str, degree: int | None) -> QComboBox:
    box = drop_down(label)
    box.addItem(_NOT_SAID, None)
    for number, word in enumerate(DEGREES):
        box.addItem(word[:1].upper() + word[1:], number)
    box.setCurrentIndex(0 if degree is None else degree + 1)
    return box
