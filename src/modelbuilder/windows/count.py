"""The count of findings in the status bar: what must be fixed first and strong, the rest lighter."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton


class Count(QPushButton):
    """A button that is always right; a click turns Check mode on."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("count")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip("Show the findings (F7)")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 16, 2)
        row.setSpacing(6)
        self._strong, self._light = QLabel(), QLabel()
        self._strong.setObjectName("urgent")
        self._light.setObjectName("second")
        for label in (self._strong, self._light):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(label)

    def show_count(self, model: str, must_fix: str, rest: str) -> None:
        """Say how many findings a model has; `rest` is said after what must be fixed."""
        self._strong.setText(must_fix)
        self._strong.setVisible(bool(must_fix))
        self._light.setText(f"· {rest}" if must_fix and rest else rest)
        self._light.setVisible(bool(rest))
        self.setAccessibleName(f"{model}: {self.words()}")
        self.updateGeometry()

    def words(self) -> str:
        """Return what is said."""
        return " ".join(label.text() for label in (self._strong, self._light) if label.text())

    def sizeHint(self) -> QSize:
        """Return the room that the words need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    minimumSizeHint = sizeHint
