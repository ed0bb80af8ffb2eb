"""The switch of the bar: through whose eyes the model is seen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from modelbuilder.windows.theme import px

_ALL = "everybody"
_WIDTH = 236
"""Room for the longest name, so that the bar keeps still."""


class EyeSwitch(QPushButton):
    """Says who the reader is, and offers the others; `chosen` tells the key of one, or nothing for everybody."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip("Through whose eyes (Ctrl+R)")
        self.refit()
        self.reader = ""
        self.clicked.connect(self._open)
        self.show_reader("")

    def refit(self) -> None:
        """Have room for the longest name."""
        self.setFixedWidth(round(px(_WIDTH)))

    def show_reader(self, key: str) -> None:
        """Say who the reader is."""
        label = _ALL
        if key:
            from modelbuilder.accountability.lenses import READERS

            label = READERS[key].label.partition(" and ")[0]
            label = label[:1].lower() + label[1:]
        self.reader = key
        self.setText(f"Seen by {label} ▾")
        self.setAccessibleName(f"Through whose eyes: {label}")

    def menu_of_readers(self) -> QMenu:
        """Return a menu of the readers, the present one marked."""
        from modelbuilder.accountability.lenses import READERS

        menu = QMenu(self)
        group = QActionGroup(menu)
        for key, label in [("", "Everybody"), *((reader.key, reader.label) for reader in READERS.values())]:
            action = menu.addAction(label)
            action.setCheckable(True)
            action.setChecked(key == self.reader)
            action.triggered.connect(lambda _=False, one=key: self.chosen.emit(one))
            group.addAction(action)
        return menu

    def _open(self) -> None:
        menu = self.menu_of_readers()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
