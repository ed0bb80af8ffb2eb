"""The start page: begin, open, go on with what was open before, or begin from the gallery."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from modelbuilder.windows import theme
from modelbuilder.windows.words import wrapped

if TYPE_CHECKING:
    from modelbuilder.windows.gallery import Picture, Piece, Shelf

_SIDE, _MARGIN = 372, 44
_GAP = 20


class Start(QWidget):
    """What a window shows when no file was named."""

    wanted = Signal(str, tuple)
    """A command, with what it needs to know."""
    painted = Signal()
    """The page is on the screen for the first time."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.new = QPushButton("New model")
        self.new.setObjectName("main")
        self.opening = QPushButton("Open…")
        self.reading = QPushButton("New from text…")
        self.back = QPushButton("Back to the model")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._gallery = QVBoxLayout()
        self._gallery.setSpacing(14)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._side = self._beginnings()
        row.addWidget(self._side)
        row.addWidget(self._shelves(), 1)
        self.refit()
        self._seen = False
        self.painted.connect(self._begin_gallery, Qt.ConnectionType.QueuedConnection)

    def refit(self) -> None:
        """Give what to begin with the room that letters of this size need."""
        self._side.setFixedWidth(theme.room(_SIDE))

    def _beginnings(self) -> QScrollArea:
        side = QWidget()
        side.setObjectName("side")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(side)
        column.setContentsMargins(_MARGIN, 52, 36, 32)
        column.setSpacing(12)
        room = _SIDE - _MARGIN - 36
        column.addWidget(wrapped("Who leads which school, and who answers to whom?", "welcome", room))
        words = "Draw a leadership model, see where a line of accountability stops, and leave with the slide."
        column.addWidget(wrapped(words, "second", room))
        column.addSpacing(12)
        for button, command in ((self.new, "new"), (self.opening, "open"), (self.reading, "new_from_text")):
            button.clicked.connect(lambda _=False, one=command: self.wanted.emit(one, ()))
        for button in (self.new, self.opening, self.reading, self.back):
            button.setMinimumHeight(54)
            column.addWidget(button)
        column.addSpacing(16)
        column.addLayout(self._recent)
        column.addStretch(1)
        return _scrolling(side)

    def _shelves(self) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("start")
        column = QVBoxLayout(inner)
        column.setContentsMargins(_MARGIN, 44, _MARGIN, 44)
        column.addLayout(self._gallery)
        column.addStretch(1)
        return _scrolling(inner)

    def show_recent(self, paths: list[Path]) -> None:
        """List the files that were open before."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not paths:
            return
        heading = QLabel("Recent")
        heading.setObjectName("heading")
        self._recent.addWidget(heading)
        for path in paths[:5]:
            button = QPushButton(path.stem)
            button.setToolTip(str(path))
            button.setObjectName("recent")
            button.clicked.connect(lambda _=False, one=path: self.wanted.emit("open_path", (str(one),)))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once the page is on the screen, let the rest of the program come."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self.painted.emit)

    def _begin_gallery(self) -> None:
        """Draw the pictures, one at a time so that the page answers at once."""
        from modelbuilder.windows.gallery import SHELVES

        rows: list[tuple[ShelfRow, Iterator[Piece]]] = []
        for shelf in SHELVES:
            heading = QLabel(shelf.heading)
            heading.setObjectName("heading")
            hint = QLabel(shelf.hint)
            hint.setObjectName("second")
            row = ShelfRow(shelf)
            for label in (heading, hint):
                label.setIndent(4)
                self._gallery.addWidget(label)
            self._gallery.addWidget(row)
            self._gallery.addSpacing(14)
            rows.append((row, shelf.pieces()))

        def hang_next() -> None:
            while rows:
                row, pieces = rows[0]
                piece = next(pieces, None)
                if piece is not None:
                    self._hang(row, piece)
                    QTimer.singleShot(0, self, hang_next)
                    return
                rows.pop(0)

        hang_next()

    def _hang(self, row: "ShelfRow", piece: "Piece") -> None:
        picture = row.hang(piece)
        picture.chosen.connect(lambda name, label: self.wanted.emit("open_example", (name, label)))
        picture.played.connect(lambda name, label: self.wanted.emit("play_example", (name, label)))


def _scrolling(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area


class ShelfRow(QWidget):
    """The pictures of a shelf, in as many columns as there is room for."""

    def __init__(self, shelf: "Shelf") -> None:
        super().__init__()
        self.shelf = shelf
        self.pictures: list[Picture] = []

    def hang(self, piece: "Piece") -> "Picture":
        """Hang one more picture."""
        from modelbuilder.windows.gallery import Picture

        picture = Picture(piece, self.shelf.width, told=self.shelf.told)
        picture.setParent(self)
        picture.image()
        picture.show()
        self.pictures.append(picture)
        self._arrange()
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def refit(self) -> None:
        """Hang the pictures anew, which are higher where letters are."""
        for picture in self.pictures:
            picture.refit()
        self._arrange()

    def _arrange(self) -> None:
        if not self.pictures:
            return
        size = self.pictures[0].sizeHint()
        columns = max(1, (self.width() + _GAP) // (size.width() + _GAP))
        for index, picture in enumerate(self.pictures):
            row, column = divmod(index, columns)
            picture.move(column * (size.width() + _GAP), row * (size.height() + _GAP))
        rows = -(-len(self.pictures) // columns)
        self.setFixedHeight(rows * (size.height() + _GAP) - _GAP)

    def minimumSizeHint(self) -> QSize:
        """Be at least one picture wide."""
        return QSize(self.shelf.width + 8, 0)
