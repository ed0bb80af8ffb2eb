"""What can be said of an export beyond what it is: size, sheets, template, brand; only that which fits is shown."""

from typing import Any

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from modelbuilder.document.errors import InputError
from modelbuilder.drawing import sizes
from modelbuilder.windows.branding import Branding, ChosenFile
from modelbuilder.windows.theme import room

_SIZES = (("16:9", "16:9, for screens"), ("4:3", "4:3, for older screens"), ("a4", "A4"), ("a3", "A3"))
_DOTS = (96, 144, 200, 288, 300, 600)
_USUAL_DOTS = 144
_SHEETS = ((2, 1), (2, 2), (3, 2), (3, 3), (4, 3), (4, 4))
_USUAL_SHEETS = (3, 2)
_WIDTH, _LABELS = 372, 78


class Details(QWidget):
    """The fields, each shown where a way to export takes it."""

    def __init__(self, settings: QSettings | None = None) -> None:
        super().__init__()
        self.setFixedWidth(room(_WIDTH))
        self.size_of, self.dots, self.sheets, self.slides = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        for key, words in _SIZES:
            self.size_of.addItem(words, key)
        for dots in _DOTS:
            self.dots.addItem(f"{dots} dots to the inch", float(dots))
        for across, down in _SHEETS:
            self.sheets.addItem(f"{across} × {down} sheets of A4", (across, down))
        for number, words in ((2, "Two slides to a sheet"), (3, "Three slides to a sheet")):
            self.slides.addItem(words, number)
        self.dots.setCurrentIndex(_DOTS.index(_USUAL_DOTS))
        self.sheets.setCurrentIndex(_SHEETS.index(_USUAL_SHEETS))
        self.pixels = QLabel()
        self.pixels.setObjectName("second")
        self.template = ChosenFile("Template", "PowerPoint (*.pptx *.potx)", "Choose…")
        self.template.button.setToolTip("A presentation whose layout, colours and fonts the slides take")
        self.branding = Branding(settings, "Choose…")
        self.author = QLineEdit()
        self.author.setPlaceholderText("Not said")
        self.author.setMaxLength(200)
        self.transparent = QCheckBox("Without paper: what is under it shows")
        self.outlines = QCheckBox("Words as outlines, which need no font")
        self._rows: dict[str, list[QWidget]] = {}
        self._lay_out()
        for box in (self.size_of, self.dots):
            box.currentIndexChanged.connect(self._say)
        self._say()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, room(_LABELS))
        named: tuple[tuple[str, str, QWidget], ...] = (
            ("size", "Size", self.size_of),
            ("dpi", "Sharpness", self.dots),
            ("pixels", "", self.pixels),
            ("handout", "Handout", self.slides),
            ("poster", "Poster", self.sheets),
            ("template", "Template", self.template),
            ("brand", "Brand", self.branding),
            ("author", "Author", self.author),
        )
        for index, (key, words, field) in enumerate(named):
            label = QLabel(words)
            label.setObjectName("second")
            label.setBuddy(field)
            field.setAccessibleName(words)
            top = Qt.AlignmentFlag.AlignTop if key == "brand" else Qt.AlignmentFlag.AlignVCenter
            label.setContentsMargins(0, 11 if key == "brand" else 0, 0, 0)
            grid.addWidget(label, index, 0, top)
            grid.addWidget(field, index, 1)
            self._rows[key] = [label, field]
        for index, (key, tick) in enumerate((("transparent", self.transparent), ("outlines", self.outlines))):
            grid.addWidget(tick, len(named) + index, 0, 1, 2)
            self._rows[key] = [tick]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addStretch(1)

    def fit(self, takes: frozenset[str], *, roles_only: bool) -> None:
        """Show what a way to export takes."""
        for key, widgets in self._rows.items():
            for widget in widgets:
                widget.setVisible(key in takes or (key == "pixels" and "dpi" in takes))
        self.author.setDisabled(roles_only)

    def _say(self) -> None:
        """Say how large a picture comes out."""
        try:
            _, w, h, _ = sizes.pixels(self.size_of.currentData(), self.dots.currentData())
        except InputError as error:
            self.pixels.setText(str(error))
        else:
            self.pixels.setText(f"{w:,} × {h:,} pixels")

    def options(self, takes: frozenset[str]) -> dict[str, Any]:
        """Return what was chosen of what a way to export takes."""
        author = " ".join(self.author.text().split()) if self.author.isEnabled() else ""
        told: dict[str, Any] = {
            "size": self.size_of.currentData(),
            "dpi": self.dots.currentData(),
            "handout": self.slides.currentData(),
            "poster": tuple(self.sheets.currentData() or ()),
            "template": self.template.path,
            "brand": self.branding.brand,
            "author": author,
            "transparent": self.transparent.isChecked(),
            "outlines": self.outlines.isChecked(),
        }
        return {key: value for key, value in told.items() if key in takes}
