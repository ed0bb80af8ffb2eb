"""Words in panels: labels that wrap at a known width, and so know how high they are, in any size of text."""

from PySide6.QtWidgets import QLabel

from modelbuilder.windows.theme import room


class Words(QLabel):
    """A label that wraps at a width in pixels, which grows with the text where there is room for it."""

    def __init__(self, words: str, name: str, width: int, *, grows: bool = True) -> None:
        super().__init__(words)
        self._width, self._grows = width, grows
        self.setObjectName(name)
        self.setWordWrap(True)
        self.refit()

    def refit(self) -> None:
        """Take the width, and the height that the words need at it."""
        self.ensurePolished()
        width = room(self._width) if self._grows else self._width
        self.setFixedWidth(width)
        self.setMinimumHeight(0)  # else Qt would answer with no less than the height that it was given before
        self.setFixedHeight(max(0, self.heightForWidth(width)))


def wrapped(words: str, name: str, width: int, *, grows: bool = True) -> Words:
    """Return a label of a style (`name` in the theme), wrapped at a width in pixels of the usual text size."""
    return Words(words, name, width, grows=grows)


def rewrite(label: Words, words: str) -> None:
    """Put other words into a wrapped label."""
    label.setText(words)
    label.refit()
