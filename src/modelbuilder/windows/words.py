"""Words in panels: labels that wrap at a known width, and so know how high they are."""

from PySide6.QtWidgets import QLabel


def wrapped(words: str, name: str, width: int) -> QLabel:
    """Return a label of a style (`name` in the theme), wrapped at a width in pixels."""
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setFixedWidth(width)
    rewrite(label, words)
    return label


def rewrite(label: QLabel, words: str) -> None:
    """Put other words into a wrapped label and give it the height that they need."""
    label.setText(words)
    label.ensurePolished()
    label.setFixedHeight(max(0, label.heightForWidth(label.maximumWidth())))
