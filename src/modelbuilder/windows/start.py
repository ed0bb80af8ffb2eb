"""The start page: begin, open, go on with what was open before, or look at an example."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget


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
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        outer.addWidget(scroll)
        inner = QWidget()
        inner.setObjectName("start")
        scroll.setWidget(inner)
        column = QVBoxLayout(inner)
        column.setContentsMargins(96, 76, 96, 48)
        column.setSpacing(14)
        title = QLabel("Who leads which school, and who answers to whom?")
        title.setObjectName("poster")
        title.setWordWrap(True)
        words = QLabel("Draw a leadership model, see where a line of accountability stops, and leave with the slide.")
        words.setObjectName("lead")
        words.setWordWrap(True)
        column.addWidget(title)
        column.addWidget(words)
        column.addSpacing(14)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        self.new = QPushButton("New model")
        self.new.setObjectName("main")
        self.opening = QPushButton("Open…")
        self.reading = QPushButton("New from text…")
        self.back = QPushButton("Back to the model")
        for button, command in ((self.new, "new"), (self.opening, "open"), (self.reading, "new_from_text")):
            button.clicked.connect(lambda _=False, one=command: self.wanted.emit(one, ()))
        for button in (self.new, self.opening, self.reading, self.back):
            button.setMinimumHeight(56)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        column.addSpacing(18)
        column.addLayout(self._recent)
        self._gallery_heading = QLabel("Examples")
        self._gallery_heading.setObjectName("heading")
        column.addSpacing(10)
        column.addWidget(self._gallery_heading)
        self._gallery = QGridLayout()
        self._gallery.setSpacing(20)
        self._gallery.setAlignment(Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._gallery)
        column.addStretch(1)
        self._seen = False
        self.painted.connect(self._begin_gallery, Qt.ConnectionType.QueuedConnection)

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
            button = QPushButton(f"{path.stem}    {path.parent}")
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
        from modelbuilder.windows.gallery import example_pictures

        pictures = example_pictures()

        def hang_next() -> None:
            picture = next(pictures, None)
            if picture is not None:
                picture.chosen.connect(lambda name, label: self.wanted.emit("open_example", (name, label)))
                count = self._gallery.count()
                self._gallery.addWidget(picture, count // 3, count % 3)
                QTimer.singleShot(0, self, hang_next)

        hang_next()
