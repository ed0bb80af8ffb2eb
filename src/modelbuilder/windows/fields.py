"""The fields of the inspector: each shows one fact, and changes it as one named step."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from modelbuilder.document.ids import ThingId
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.events import KEYBOARD
from modelbuilder.editor.gesture import Edit, Gesture

Keep = Callable[[str], Edit]


_LONGEST = 200
_LONGEST_PARAGRAPH = 2000


class _Typing:
    """Typing as a gesture of the keyboard: it shows on the page, and is one step once it ends."""

    def __init__(self, desk: Desk, thing_id: ThingId, label: str, keep: Keep) -> None:
        self.desk, self.thing_id, self.label, self.keep = desk, thing_id, label, keep

    def hold(self, words: str) -> None:
        """Show what is typed so far."""
        holds = frozenset({self.thing_id})
        gesture = Gesture(f"Change {self.label.lower()}", self.desk.model_id, self.keep(words), holds)
        if not self.desk.session.hold(KEYBOARD, gesture):
            self.desk.say("Somebody else is holding that.")

    def finish(self) -> None:
        """Keep what was typed; after this event, because a name chosen from the list comes after Enter."""
        session = self.desk.session
        QTimer.singleShot(0, lambda: session.release(KEYBOARD))

    def leave(self) -> None:
        """Let it be as it was."""
        self.desk.session.drop(KEYBOARD)


class TextField(QLineEdit):
    """A line of text that shows on the page while it is typed; Esc puts back what was there."""

    def __init__(self, desk: Desk, thing_id: ThingId, label: str, value: str, keep: Keep) -> None:
        super().__init__(value)
        self._typing = _Typing(desk, thing_id, label, keep)
        self.was = value
        self.setAccessibleName(label)
        self.setMaxLength(_LONGEST)
        self.setCursorPosition(0)
        self.textEdited.connect(self._typing.hold)
        self.editingFinished.connect(self._typing.finish)

    def offer(self, names: list[str]) -> None:
        """Offer names to complete."""
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(lambda words: self._typing.hold(str(words)))
        completer.activated.connect(self._typing.finish)
        self.setCompleter(completer)

    def whole_number(self, most: int) -> None:
        """Take digits only."""
        self.setValidator(QIntValidator(0, most, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc without a change."""
        if event.key() == Qt.Key.Key_Escape:
            self._typing.leave()
            self.setText(self.was)
            self.clearFocus()
        else:
            super().keyPressEvent(event)


class ParagraphField(QPlainTextEdit):
    """Some lines of text, kept when the keyboard goes elsewhere; Esc puts back what was there."""

    def __init__(self, desk: Desk, thing_id: ThingId, label: str, value: str, keep: Keep, *, lines: int = 3) -> None:
        super().__init__(value)
        self._typing = _Typing(desk, thing_id, label, keep)
        self.was = value
        self.setAccessibleName(label)
        self.setTabChangesFocus(True)
        self._lines = lines
        self.refit()
        self.textChanged.connect(self._changed)

    def refit(self) -> None:
        """Be as high as the lines need."""
        self.ensurePolished()
        self.setFixedHeight(self._lines * self.fontMetrics().lineSpacing() + 30)

    def _changed(self) -> None:
        self._typing.hold(self.toPlainText()[:_LONGEST_PARAGRAPH])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc without a change."""
        if event.key() == Qt.Key.Key_Escape:
            self.blockSignals(True)
            self.setPlainText(self.was)
            self.blockSignals(False)
            self._typing.leave()
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed."""
        super().focusOutEvent(event)
        self._typing.finish()


def choice(
    desk: Desk, label: str, words: Mapping[str, str], value: str, keep: Keep, *, empty: str | None = "Not said"
) -> QComboBox:
    """Return a list to choose from; `empty` names the choice of nothing, None leaves it out."""
    box = QComboBox()
    box.setAccessibleName(label)
    if empty is not None:
        box.addItem(empty, "")
    for key, word in words.items():
        box.addItem(word[:1].upper() + word[1:], key)
    box.setCurrentIndex(max(0, box.findData(value)))
    box.activated.connect(
        lambda: desk.session.do(f"Change {label.lower()}", desk.model_id, keep(str(box.currentData())))
    )
    box.setMaxVisibleItems(14)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    box.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]
    return box


def tick(desk: Desk, label: str, value: bool, keep: Callable[[bool], Edit]) -> QCheckBox:
    """Return a box to tick."""
    box = QCheckBox(label)
    box.setChecked(value)
    box.clicked.connect(lambda on: desk.session.do(f"Change {label.lower()}", desk.model_id, keep(bool(on))))
    return box


def labelled(label: str, field: QWidget) -> QWidget:
    """Return a field under its label."""
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    heading = QLabel(label)
    heading.setObjectName("field")
    heading.setBuddy(field)
    layout.addWidget(heading)
    layout.addWidget(field)
    return whole
