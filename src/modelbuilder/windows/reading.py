"""The panel that tells the model as text, beside the window and not in its way."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document

if TYPE_CHECKING:
    from modelbuilder.accountability.narration import Paragraph


class ReadingPanel(QDialog):
    """Headings and paragraphs, to be read, heard or copied; it follows the page while it is open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setWindowTitle("The model as text")
        self.resize(620, 720)
        self._told: tuple[object, ...] = ()
        self._paragraphs: tuple[Paragraph, ...] = ()
        self.text = QTextBrowser()
        self.text.setAccessibleName("The model as text")
        self.text.setObjectName("told")
        copy, close = QPushButton("Copy the text"), QPushButton("Close")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.plain()))
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(copy)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(self.text, 1)
        column.addLayout(buttons)
        self.copy_button = copy

    def tell(self, document: Document, model_id: ModelId) -> None:
        """Tell a model, unless it is the one that is told already."""
        if self._told and self._told[0] is document and self._told[1] == model_id:
            return
        from modelbuilder.accountability.narration import paragraphs
        from modelbuilder.accountability.questions import Questions

        self._told = (document, model_id)
        told = paragraphs(Questions(document, model_id))
        if told != self._paragraphs:
            self._paragraphs = told
            at = self.text.verticalScrollBar().value()
            self.text.setHtml("".join(_html(one, 2 if number else 1) for number, one in enumerate(told)))
            self.text.verticalScrollBar().setValue(at)

    def plain(self) -> str:
        """Return the text with its headings, as it is copied."""
        return "\n\n".join(f"{one.heading}\n{' '.join(one.sentences)}" for one in self._paragraphs)


def _html(paragraph: "Paragraph", level: int) -> str:
    size = 20 if level == 1 else 16
    heading = f"<h{level} style='font-size:{size}px; margin:14px 0 4px 0'>{escape(paragraph.heading)}</h{level}>"
    return f"{heading}<p style='line-height:140%; margin:0'>{escape(' '.join(paragraph.sentences))}</p>"
