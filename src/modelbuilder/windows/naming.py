"""Typing a name in place: Enter keeps it, Esc leaves everything as it was."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget


class Naming(QLineEdit):
    """A line of text over what is being named."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._keep: Callable[[str], None] | None = None
        self._leave: Callable[[], None] = lambda: None
        self.closed: Callable[[], None] = lambda: None
        self.hide()

    def ask(
        self,
        where: QRectF,
        words: str,
        hint: str,
        names: list[str],
        keep: Callable[[str], None],
        leave: Callable[[], None],
    ) -> None:
        """Begin to type over a rectangle of the parent; `names` are offered for completion."""
        self._keep, self._leave = keep, leave
        self.setText(words)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        width, height = max(220, round(where.width())), max(38, min(round(where.height()), 46))
        self.setGeometry(round(where.x()), round(where.center().y() - height / 2), width, height)
        self.show()
        self.raise_()
        self.selectAll()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def finish(self, *, keep: bool) -> None:
        """End typing."""
        kept, self._keep = self._keep, None
        if kept is None:
            return
        words = self.text()
        if self.hasFocus():
            self.closed()  # before hiding, or Qt would take the keyboard elsewhere
        self.hide()
        self._leave()
        if keep:
            kept(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep by Enter, leave by Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self.finish(keep=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed when the hand goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish(keep=True)
