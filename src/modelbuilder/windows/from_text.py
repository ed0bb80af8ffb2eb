"""New from text: paste or write a chart; what is wrong with it is said under it, with line and column."""

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from modelbuilder.document.chart.reader import read_chart
from modelbuilder.document.errors import InputError
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import place_all

SAMPLE = """school "Wrenbeck Primary" category=maintained phase=primary pupils=210
post HT role=headteacher at="Wrenbeck Primary" held_by="Ines Marlowe-Tate"
body GB kind=governing_body of="Wrenbeck Primary" seats=9
HT leads "Wrenbeck Primary" mode=head
HT accountable_to GB
"""


class FromText(QDialog):
    """Takes a chart; `document` is what it says once it is accepted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("New from text")
        self.resize(860, 600)
        self.document: Document | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(10)
        heading = QLabel("New from text")
        heading.setObjectName("heading")
        hint = QLabel("Write or paste a chart: one statement a line. The arrangement is made for you.")
        hint.setObjectName("second")
        self.editor = QPlainTextEdit(SAMPLE)
        self.editor.setAccessibleName("Chart")
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        mono.setPixelSize(15)
        self.editor.setFont(mono)
        self.editor.setTabChangesFocus(True)
        self.fault = QLabel()
        self.fault.setWordWrap(True)
        self.fault.setObjectName("body")
        buttons = QHBoxLayout()
        cancel, draw = QPushButton("Cancel"), QPushButton("Draw it")
        draw.setObjectName("main")
        draw.setDefault(True)
        cancel.clicked.connect(self.reject)
        draw.clicked.connect(self._draw)
        buttons.addWidget(self.fault, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(draw)
        layout.addWidget(heading)
        layout.addWidget(hint)
        layout.addWidget(self.editor, 1)
        layout.addLayout(buttons)

    def _draw(self) -> None:
        try:
            self.document = place_all(read_chart(self.editor.toPlainText()))
        except InputError as error:
            words = str(error)
            self.fault.setText(words[:1].upper() + words[1:])
            return
        self.accept()
