"""The bar along the top: what is open, and the commands that are wanted most."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Box
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.windows import theme
from modelbuilder.windows.icons import icon_of
from modelbuilder.windows.switch import EyeSwitch

_ROOMY = 1400


class Bar(QWidget):
    """Menu, title, zoom, and the buttons."""

    def __init__(self, actions: dict[str, QAction], menu: QMenu) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.BAR_HEIGHT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 11, 24, 11)
        layout.setSpacing(8)
        self.menu_button = QPushButton()
        self.menu_button.setObjectName("icon")
        self.menu_button.setIcon(_menu_icon())
        self.menu_button.setIconSize(QSize(24, 24))
        self.menu_button.setAccessibleName("Menu")
        self.menu_button.setToolTip("Menu (F10)")
        self.menu_button.clicked.connect(
            lambda: menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))
        )
        layout.addWidget(self.menu_button)
        layout.addSpacing(6)
        self._title = QLabel()
        self._title.setObjectName("heading")
        self._state = QLabel()
        self._state.setObjectName("second")
        layout.addWidget(self._title)
        layout.addSpacing(6)
        layout.addWidget(self._state)
        layout.addStretch(1)
        self.zoom = QPushButton("100 %")
        self.zoom.setMinimumWidth(88)
        self.zoom.setToolTip("100 % (Ctrl+0)")
        self.zoom.clicked.connect(actions["actual_size"].trigger)
        for key, words in (("zoom_out", "−"), ("zoom_in", "+"), ("fit", "Fit")):
            button = _button(actions[key], words)
            if key == "zoom_in":
                layout.addWidget(self.zoom)
            layout.addWidget(button)
        layout.addSpacing(18)
        self.eyes = EyeSwitch()
        self.eyes.hide()
        layout.addWidget(self.eyes)
        layout.addSpacing(18)
        for key, words in (
            ("undo", "Undo"),
            ("redo", "Redo"),
            ("tidy", "Tidy"),
            ("who", "Who?"),
            ("check", "Check"),
            ("compare", "Compare"),
            ("present", "Present"),
            ("export", "Export"),
        ):
            button = _button(actions[key], words)
            if key == "export":
                button.setObjectName("main")
            layout.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the switch to the menu where there is no room for it."""
        super().resizeEvent(event)
        self.eyes.setVisible(self.width() >= _ROOMY)

    def show_document(self, title: str, state: str) -> None:
        """Say what is open and whether it is saved."""
        self._title.setText(text.elide(title, 19, Weight.BOLD, 420))
        self._state.setText(state)

    def show_zoom(self, zoom: float) -> None:
        """Say how large the page is shown."""
        self.zoom.setText(f"{round(zoom * 100)} %")


def _button(action: QAction, words: str) -> QPushButton:
    button = QPushButton(words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setCheckable(action.isCheckable())
        button.setChecked(action.isChecked())
        shortcut = action.shortcut().toString()
        button.setToolTip(f"{action.text()} ({shortcut})" if shortcut else action.text())
        button.setAccessibleName(action.text())

    action.changed.connect(follow)
    follow()
    return button


def _menu_icon() -> QIcon:
    return icon_of([Box(Rect(2.9, y, 18.2, 2.3), 1.1, fill=style.INK) for y in (5.3, 10.8, 16.3)], 24, 24)
