"""The bar along the top: what is open, and the commands that are wanted most."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Box
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.windows.icons import icon_of
from modelbuilder.windows.switch import EyeSwitch
from modelbuilder.windows.theme import px, room

_SPARE = ("eyes", "export", "present", "compare", "tidy", "redo", "undo", "check")
"""What is left to the menu where there is no room for it, the least wanted first."""
_TITLE, _SHORT_TITLE = 420, 240


class Bar(QWidget):
    """Menu, title, modes, and the buttons."""

    def __init__(self, actions: dict[str, QAction], open_menu: Callable[[QPoint], None]) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 11, 24, 11)
        layout.setSpacing(8)
        self.menu_button = QPushButton()
        self.menu_button.setObjectName("icon")
        self.menu_button.setIcon(_menu_icon())
        self.menu_button.setAccessibleName("Menu")
        self.menu_button.setToolTip("Menu (F10)")
        self.menu_button.clicked.connect(
            lambda: open_menu(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))
        )
        layout.addWidget(self.menu_button)
        layout.addSpacing(6)
        self._title = QLabel()
        self._title.setObjectName("heading")
        self._words = ""
        self._state = QLabel()
        self._state.setObjectName("second")
        layout.addWidget(self._title)
        layout.addSpacing(6)
        layout.addWidget(self._state)
        layout.addStretch(1)
        for key in ("arrange", "draw", "point"):
            button = button_of(actions[f"mode:{key}"], actions[f"mode:{key}"].text())
            button.setObjectName("mode")
            layout.addWidget(button)
        layout.addStretch(1)
        self.eyes = EyeSwitch()
        self._parts: dict[str, QPushButton] = {"eyes": self.eyes}
        layout.addWidget(self.eyes)
        layout.addSpacing(10)
        for key, words in (
            ("undo", "Undo"),
            ("redo", "Redo"),
            ("tidy", "Tidy"),
            ("check", "Check"),
            ("compare", "Compare"),
            ("present", "Present"),
            ("export", "Export"),
        ):
            self._parts[key] = button = button_of(actions[key], words)
            if key == "export":
                button.setObjectName("main")
            layout.addWidget(button)
        self._row = layout
        self._needed = 0
        self.refit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave to the menu what there is no room for."""
        super().resizeEvent(event)
        self._leave_out()

    def event(self, event: QEvent) -> bool:
        """Leave out what has no room any more, once a part has become wider, as in larger letters."""
        done = super().event(event)
        needed = self._row.totalMinimumSize().width() if event.type() == QEvent.Type.LayoutRequest else 0
        if needed > self.width() and needed != self._needed:
            self._leave_out()
            self._needed = self._row.totalMinimumSize().width()
        return done

    def minimumSizeHint(self) -> QSize:
        """Let the window be narrow: the bar fits itself in."""
        return QSize(0, super().minimumSizeHint().height())

    def refit(self) -> None:
        """Have room for what fits in letters of this size."""
        self.menu_button.setIconSize(QSize(room(24), room(24)))
        self._leave_out()

    def _leave_out(self) -> None:
        self._say(px(_SHORT_TITLE))
        for key in _SPARE:
            self._parts[key].setVisible(True)
        for key in _SPARE:
            if self._row.totalMinimumSize().width() <= self.width():
                break
            self._parts[key].setVisible(False)
        free = self.width() - self._row.totalMinimumSize().width() + self._title.sizeHint().width()
        self._say(max(px(_SHORT_TITLE), min(px(_TITLE), free - 8)))

    def _say(self, width: float) -> None:
        """Say the title, cut at a width."""
        self._title.setText(text.elide(self._words, px(19), Weight.BOLD, width))
        self._title.setToolTip(self._words if self._title.text() != self._words else "")

    def show_document(self, title: str, state: str) -> None:
        """Say what is open and whether it is saved."""
        if (title, state) != (self._words, self._state.text()):
            self._words = title
            self._state.setText(state)
            self._leave_out()


def button_of(action: QAction, words: str) -> QPushButton:
    """Return a button that does what an action does, and looks as it is."""
    button = QPushButton(words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def press() -> None:
        action.trigger()
        follow()  # a press unticks what is chosen already

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setCheckable(action.isCheckable())
        button.setChecked(action.isChecked())
        shortcut = action.shortcut().toString()
        button.setToolTip(f"{action.text()} ({shortcut})" if shortcut else action.text())
        button.setAccessibleName(action.text())

    button.clicked.connect(press)
    action.changed.connect(follow)
    follow()
    return button


def _menu_icon() -> QIcon:
    return icon_of([Box(Rect(2.9, y, 18.2, 2.3), 1.1, fill=style.INK) for y in (5.3, 10.8, 16.3)], 24, 24)
