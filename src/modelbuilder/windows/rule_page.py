"""The page of a rule in the window: what is wrong and why, Wrong and Right as pictures, and how to fix it."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QScroller, QVBoxLayout, QWidget

from modelbuilder.accountability.manual import MENDED, UNMENDED, Example, Manual, facts
from modelbuilder.accountability.narration import paragraphs
from modelbuilder.accountability.questions import Questions
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.badges import badge_marks
from modelbuilder.drawing.picture import picture
from modelbuilder.drawing.slide import Slide
from modelbuilder.render.png import paint_slide
from modelbuilder.render.qt import paint, worn
from modelbuilder.windows.theme import px
from modelbuilder.windows.words import wrapped

WIDTH = 940
_FACTS = 130
_BETWEEN = 28
_SMALL = 0.8
"""How far pictures are made smaller to stand beside each other."""
_SMALLEST = 0.62
"""How far a picture is made smaller to fit; a wider one is pulled sideways."""
_QUOTED = re.compile(r"`([^`]+)`")


class Badge(QWidget):
    """The badge of a severity."""

    def __init__(self, severity: str) -> None:
        super().__init__()
        self._severity = severity
        self.setFixedSize(40, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        paint(painter, badge_marks(self._severity, 20, 20, 36))
        painter.end()


class Picture(QWidget):
    """A diagram, as large as there is room for."""

    def __init__(self, shown: Slide, words: str, room: float) -> None:
        super().__init__()
        self._shown = shown
        self.scale = max(_SMALLEST, min(1.0, (room - 2) / shown.w))
        self.setFixedSize(QSize(round(shown.w * self.scale), round(shown.h * self.scale)))
        self.setAccessibleName(shown.title)
        self.setAccessibleDescription(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks, as they are painted on the page."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(self.scale, self.scale)
        paint_slide(painter, self._shown, worn())
        painter.end()


class RulePage(QWidget):
    """Everything that is to say about one rule, one thing under the other."""

    def __init__(self, page: Manual) -> None:
        super().__init__()
        self.setObjectName("paper")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(32, 24, 32, 32)
        self._column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Badge(page.rule.severity.value), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(wrapped(page.heading, "title", WIDTH - 54, grows=False))
        head.addStretch(1)
        self._column.addLayout(head)
        self._say(f"{page.rule.title}.", "strong")
        self._column.addLayout(_facts(page))
        for paragraph in page.paragraphs:
            self._say(_QUOTED.sub(r"“\1”", paragraph))
        self._show(page.examples)
        self._head("How to fix")
        repairs = page.examples[0].repairs
        self._say(MENDED if repairs else UNMENDED)
        for title in repairs:
            self._say(f"•  {title}")
        if page.thresholds:
            self._head("What can be set otherwise")
            for setting, meaning in page.thresholds:
                self._say(f"•  {setting}: {meaning}")
        self._column.addStretch(1)

    def _say(self, words: str, name: str = "body") -> None:
        self._column.addWidget(wrapped(words, name, WIDTH, grows=False))

    def _head(self, words: str) -> None:
        self._column.addSpacing(12)
        self._say(words, "heading")

    def _show(self, examples: Iterable[Example]) -> None:
        """Show Wrong and Right: beside each other where both fit, else one under the other."""
        drawn = [(one, picture(place_all(one.document), one.caption, one.findings)) for one in examples]
        half = (WIDTH - _BETWEEN) // 2
        beside = all(shown.w * _SMALL <= half for _, shown in drawn)
        row = QHBoxLayout() if beside else QVBoxLayout()
        row.setSpacing(_BETWEEN if beside else 12)
        for example, shown in drawn:
            row.addLayout(_example(example, shown, half if beside else WIDTH))
        row.addStretch(1)
        self._column.addSpacing(12)
        self._column.addLayout(row)


def _example(example: Example, drawn: Slide, width: int) -> QVBoxLayout:
    told = paragraphs(Questions(example.document, example.document.order[-1]))
    shown = Picture(drawn, "\n".join(" ".join((part.heading, *part.sentences)) for part in told), width)
    column = QVBoxLayout()
    column.setSpacing(10)
    column.addWidget(wrapped(example.name, "heading", width, grows=False))
    area = QScrollArea()
    area.setObjectName("picture")
    area.setWidget(shown)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    over = 14 if shown.width() > width - 2 else 0
    area.setFixedSize(min(width, shown.width() + 2), shown.height() + 2 + over)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if over else Qt.FocusPolicy.NoFocus)
    if over:
        QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
    column.addWidget(area)
    for finding in example.findings:
        column.addWidget(wrapped(finding.message, "strong", width, grows=False))
        column.addWidget(wrapped(finding.detail, "body", width, grows=False))
    column.addStretch(1)
    return column


def _facts(page: Manual) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(2, 1)
    left = round(px(_FACTS))
    for row, (name, words) in enumerate(facts(page.rule)):
        label = QLabel(name)
        label.setObjectName("field")
        label.setFixedWidth(left)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(wrapped(words, "second", WIDTH - left - 12, grows=False), row, 1)
    return grid
