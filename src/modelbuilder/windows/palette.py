"""The palette: what can be added, big enough for a finger; drag it out, or tap it and tap the page."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from modelbuilder.canvas.canvas import Canvas
from modelbuilder.document.people import without_place
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.hands import Hands
from modelbuilder.editor.newcomers import FIRST, Kind, find_kinds, kinds
from modelbuilder.vocabulary.tiers import Tier
from modelbuilder.windows import theme
from modelbuilder.windows.grip import Grip
from modelbuilder.windows.long_tiles import LongTiles
from modelbuilder.windows.theme import room

_ROW = 80.0
"""How high a row of tiles is."""
_MOST = 16_777_215
"""Qt’s own widest."""


class Search(QLineEdit):
    """The search field; Esc clears it and goes back to the page."""

    left: Callable[[], None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left()
        else:
            super().keyPressEvent(event)


class Palette(QWidget):
    """Search, tiles, and the tray of people and schools without a place in this model, at a side of the page."""

    def __init__(self, desk: Desk, hands: Hands, canvas: Canvas) -> None:
        super().__init__()
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk = desk
        self.everything = False
        self.grip = Grip(hands)
        self.search = Search(placeholderText="Find a role…", clearButtonEnabled=True)
        self.search.left = canvas.setFocus
        self.search.setObjectName("search")
        self.search.setAccessibleName("Find a role, body or group to add")
        self.search.textChanged.connect(self.refresh)
        self.search.returnPressed.connect(self._add_first)
        self.tiles = LongTiles(desk, hands, canvas)
        self.more = QPushButton("All roles and bodies")
        self.more.setObjectName("quiet")
        self.more.clicked.connect(self._toggle)
        self.close_button = QPushButton("Close this palette")
        self.close_button.setObjectName("quiet")
        self.close_button.hide()
        self._head, self._foot = _column(self.search, margin=16), _column(self.more, self.close_button, margin=8)
        self._grid = QGridLayout(self)
        self._grid.setSpacing(10)
        self.stand("left")

    def stand(self, side: str) -> None:
        """Stand at a side of the page: a column at the left or right, a row at the bottom."""
        self.tiles.side = side
        across, grid = self.tiles.across, self._grid
        for one in (self.grip, self._head, self._foot, self.tiles):
            grid.removeWidget(one)
        grid.setContentsMargins(0, 0, 0, 8)
        grid.addWidget(self.grip, 0, 0, 1, 2)
        grid.addWidget(self._head, 1, 0)
        if across:
            grid.addWidget(self._foot, 2, 0)
            grid.addWidget(self.tiles, 1, 1, 2, 1)
        else:
            grid.addWidget(self.tiles, 2, 0, 1, 2)
            grid.addWidget(self._foot, 3, 0)
        grid.setRowStretch(2, 0 if across else 1)
        grid.setColumnStretch(1, 1 if across else 0)
        self.grip.refit()
        wide = room(theme.PALETTE_WIDTH)
        self._head.setFixedWidth(wide)
        self.tiles.setMinimumHeight(room(_ROW) if across else 0)
        limits = (0, _MOST, 0, _MOST) if across else (wide, wide, 0, _MOST)
        self.setMinimumSize(limits[0], limits[2])
        self.setMaximumSize(limits[1], limits[3])
        self.setProperty("side", side)
        self.style().unpolish(self)
        self.style().polish(self)
        self.refresh()
        self.tiles.begin()

    def refit(self) -> None:
        """Lay everything out for letters of this size."""
        self.stand(self.tiles.side)

    def _toggle(self) -> None:
        self.everything = not self.everything
        self.more.setText("Just the usual ones" if self.everything else "All roles and bodies")
        self.refresh()

    def refresh(self) -> None:
        """Show what the search finds, and who has no place yet."""
        words = self.search.text().strip()
        found = find_kinds(words) if words else kinds() if self.everything else kinds()[: len(FIRST)]
        people, schools = without_place(self.desk.document, self.desk.model_id)
        document = self.desk.document
        tray = [
            Kind("figures", "person", document.people[one].name, "person", Tier.OUTSIDE, "Bring into this model", one)
            for one in people
        ]
        tray += [
            Kind(
                "placements", "school", document.schools[one].name, "school", Tier.SCHOOL, "Bring into this model", one
            )
            for one in schools
        ]
        if words:
            tray = [kind for kind in tray if words.casefold() in kind.label.casefold()]
        self.more.setVisible(not words)
        self.tiles.show_kinds(found, tray, f"No place yet in model {self.desk.model.label}")

    def _add_first(self) -> None:
        found = find_kinds(self.search.text().strip())
        if found:
            self.search.clear()
            self.tiles.chosen(found[0])


def _column(*widgets: QWidget, margin: int) -> QWidget:
    """Return widgets under one another, so far from the edges."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(margin, 0, margin, 0)
    layout.setSpacing(2)
    for widget in widgets:
        layout.addWidget(
            widget, 0, Qt.AlignmentFlag(0) if isinstance(widget, QLineEdit) else Qt.AlignmentFlag.AlignLeft
        )
    return column
