"""The head of a pane: which model it shows, another to be chosen, and a way to leave it out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from modelbuilder.document import pages
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document

_FILE = "file"


class PaneHead(QWidget):
    """`chosen` tells which model is wanted, `file_wanted` asks for one of another file, `left` to be left out."""

    chosen = Signal(str)
    file_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.models = QComboBox()
        self.models.setAccessibleName("Model in this column")
        self.models.setMinimumHeight(44)
        self.models.setMinimumContentsLength(8)
        self.models.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.models.activated.connect(self._activated)
        self.leave = QPushButton("×")
        self.leave.setObjectName("icon")
        self.leave.setToolTip("Leave this model out")
        self.leave.setAccessibleName("Leave this model out")
        self.leave.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 12, 8, 10)
        row.setSpacing(6)
        row.addWidget(self.models, 1)
        row.addWidget(self.leave)

    def show_choice(self, own: Document | None, model_id: ModelId, shown: Document, file: str, may_leave: bool) -> None:
        """Show which model is in the column, with those of the own document to choose from."""
        self.models.clear()
        for one, model in pages.ordered(own) if own is not None else ():
            self.models.addItem(f"{model.label}  {model.title}", one)
        if file:
            model = shown.models[model_id]
            self.models.addItem(f"{file}: {model.label}  {model.title}", _FILE)
            self.models.setCurrentIndex(self.models.count() - 1)
        else:
            self.models.setCurrentIndex(self.models.findData(model_id))
        self.models.addItem("A model of another file…", "")
        self.models.setToolTip(self.models.currentText())
        self.leave.setVisible(may_leave)

    def _activated(self) -> None:
        data = str(self.models.currentData())
        if data == "":
            self.file_wanted.emit()
        elif data != _FILE:
            self.chosen.emit(data)
