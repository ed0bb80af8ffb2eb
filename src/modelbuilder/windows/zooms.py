"""The corner of the page that says how large it is shown, and changes it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from modelbuilder.canvas.canvas import Canvas
from modelbuilder.windows.bar import button_of
from modelbuilder.windows.flow import Flow
from modelbuilder.windows.theme import px


class Zooms(QWidget):
    """Smaller, larger, as it is, the whole page, and at a board as large as the back row can read."""

    def __init__(self, actions: dict[str, QAction], canvas: Canvas) -> None:
        super().__init__(canvas)
        self.setObjectName("zooms")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.zoom = QPushButton("100 %")
        self.zoom.setToolTip("100 % (Ctrl+0)")
        self.zoom.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.zoom.clicked.connect(actions["actual_size"].trigger)
        row = Flow(self, 4)
        row.setContentsMargins(5, 5, 5, 5)
        row.addWidget(button_of(actions["zoom_out"], "−"))
        row.addWidget(self.zoom)
        row.addWidget(button_of(actions["zoom_in"], "+"))
        row.addWidget(button_of(actions["fit"], "Fit"))
        self.back_row = button_of(actions["back_row"], "Back row")
        row.addWidget(self.back_row)
        canvas.zoomed.connect(self._say)
        self.refit()

    def refit(self) -> None:
        """Have room for the longest zoom."""
        self.zoom.setMinimumWidth(round(px(92)))
        self.fit_into(self.sizeHint().width())

    def fit_into(self, width: int) -> None:
        """Stand in as many rows as a width needs."""
        wide = min(self.sizeHint().width(), width)
        self.resize(wide, self.heightForWidth(wide))

    def _say(self, zoom: float) -> None:
        """Say how large the page is shown."""
        self.zoom.setText(f"{round(zoom * 100)} %")
