"""The presenter's own window: what is shown, what comes next, what to say, and how long it has taken."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from modelbuilder.document.records import Document
from modelbuilder.toolkit.show import Show
from modelbuilder.windows.board import Board
from modelbuilder.windows.board_keys import asked_by
from modelbuilder.windows.small_slide import SmallSlide

_BUTTONS = (
    ("back", "Back"),
    ("forward", "Next"),
    ("black", "Black"),
    ("ink", "Ink"),
    ("laser", "Laser"),
    ("wipe", "Wipe"),
    ("end", "End"),
)
_SWITCHES = ("black", "ink", "laser")
_MOST_FINDINGS = 5
_SCROLLING = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Button(QPushButton):
    """A button that leaves the keys of the board to the window, but for those that press it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take only what presses the button."""
        if asked_by(event) and event.key() not in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Cues(QWidget):
    """What only the presenter sees; `asked` takes the name of what a button or a key asks for."""

    def __init__(self, asked: Callable[[str], None], begun: float, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self.setWindowTitle("Presenter – modelbuilder")
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.resize(1280, 720)
        self.asked, self._clock = asked, clock
        self._begun = begun
        self._stopped: float | None = None
        self.now, self.next = SmallSlide(400), SmallSlide(400)
        self.told = QScrollArea()
        self.now_words, self.next_words = _words("heading"), _words("heading")
        self.said, self.notes, self.found = _words("body"), _words("cue"), _words("second")
        self.time = QLabel()
        self.time.setObjectName("title")
        self.time.setAccessibleName("Time since the beginning")
        self.pause = _Button("Pause")
        self.pause.clicked.connect(self._pause)
        self.again = _Button("From 0:00")
        self.again.clicked.connect(self._begin_again)
        self.buttons = {name: self._button(name, label) for name, label in _BUTTONS}
        self._lay_out()
        self.setFocus()
        ticking = QTimer(self)
        ticking.timeout.connect(self.tick)
        ticking.start(500)
        self.tick()

    def _button(self, name: str, label: str) -> _Button:
        button = _Button(label)
        button.setMinimumHeight(52)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCheckable(name in _SWITCHES)
        if name == "forward":
            button.setObjectName("main")
        button.clicked.connect(lambda: self.asked(name))
        return button

    def _lay_out(self) -> None:
        pictures = QVBoxLayout()
        pictures.setSpacing(8)
        for heading, words, picture in (
            ("On the board", self.now_words, self.now),
            ("Next", self.next_words, self.next),
        ):
            label = QLabel(heading)
            label.setObjectName("field")
            pictures.addWidget(label)
            pictures.addWidget(words)
            pictures.addWidget(picture, 1)
            pictures.addSpacing(12)
        told = QWidget()
        told.setObjectName("sheet")
        column_of_words = QVBoxLayout(told)
        column_of_words.setContentsMargins(0, 0, 12, 8)
        column_of_words.setSpacing(18)
        for words in (self.notes, self.said, self.found):
            column_of_words.addWidget(words)
        column_of_words.addStretch(1)
        self.told.setObjectName("sheet")
        self.told.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.told.setWidgetResizable(True)
        self.told.setWidget(told)
        sides = QHBoxLayout()
        sides.setSpacing(32)
        sides.addLayout(pictures, 4)
        sides.addWidget(self.told, 7)
        bar = QHBoxLayout()
        bar.setSpacing(10)
        for widget in (self.time, self.pause, self.again):
            bar.addWidget(widget)
        bar.addStretch(1)
        for button in self.buttons.values():
            bar.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 22, 28, 20)
        whole.setSpacing(16)
        whole.addLayout(sides, 1)
        whole.addLayout(bar)

    def show_moment(self, document: Document, shown: Show, board: Board, findings: list[str]) -> None:
        """Show a moment of a show; slides come from the board, which has drawn them."""
        model = document.models[shown.shown]
        question = shown.question(document)
        self.now.show_slide(board.scene(shown.shown).slide)
        self.now_words.setText(f"{shown.at + 1} of {len(shown.stages)}   {model.title or model.label}")
        following = document.models[shown.next] if shown.next is not None else None
        self.next.show_slide(board.scene(shown.next).slide if shown.next is not None else None)
        title = following.title or following.label if following is not None else "The end"
        if question:
            self.next_words.setText(f"Asking: {question}" if shown.asking else f"Will ask: {question}")
        else:
            self.next_words.setText(title)
        self.notes.setText(model.notes)
        self.said.setText(model.narration)
        more = len(findings) - _MOST_FINDINGS
        rows = [*findings[:_MOST_FINDINGS], *([f"And {more} more."] if more > 0 else [])]
        self.found.setText("\n".join(["Found at this stage:", *rows]) if rows else "Nothing is found at this stage.")
        for words in (self.notes, self.said):
            words.setVisible(bool(words.text()))
        self.buttons["back"].setEnabled(shown.at > 0 or shown.asking or bool(shown.blank))
        self.buttons["forward"].setEnabled(shown.next is not None or bool(shown.blank))
        self.buttons["black"].setChecked(shown.blank == "black")
        for name in ("ink", "laser"):
            self.buttons[name].setChecked(board.ink.mode == name)

    # Time

    def tick(self) -> None:
        """Show the time that has gone."""
        seconds = int((self._stopped or self._clock()) - self._begun)
        hours, rest = divmod(seconds, 3600)
        minutes, seconds = divmod(rest, 60)
        self.time.setText(f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}")

    def _pause(self) -> None:
        if self._stopped is None:
            self._stopped = self._clock()
        else:
            self._begun += self._clock() - self._stopped
            self._stopped = None
        self.pause.setText("Go on" if self._stopped is not None else "Pause")
        self.tick()

    def _begin_again(self) -> None:
        self._begun = self._clock()
        self._stopped = self._begun if self._stopped is not None else None
        self.tick()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the board here too; with Shift, arrows scroll what is to be said."""
        way = _SCROLLING.get(Qt.Key(event.key()), 0)
        if way and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            bar = self.told.verticalScrollBar()
            bar.setValue(bar.value() + way * self.told.height() // 2)
            return
        if wanted := asked_by(event):
            self.asked(wanted)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide; the show goes on."""
        event.ignore()
        self.hide()


def _words(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
