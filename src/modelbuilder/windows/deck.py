"""Export deck: which slides, in which order, seen as small pictures; a deck can be kept under a name."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from modelbuilder.accountability.wording import counted, upper_first
from modelbuilder.document.decks import put_deck
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Deck, DeckSlide, Document
from modelbuilder.drawing import style
from modelbuilder.drawing.brand import branded
from modelbuilder.drawing.deck_pages import pages_of
from modelbuilder.drawing.slide import WIDTH
from modelbuilder.editor.session import Session
from modelbuilder.render.export import Options
from modelbuilder.render.png import picture
from modelbuilder.render.qt import colour
from modelbuilder.windows.branding import Branding, ChosenFile
from modelbuilder.windows.deck_rows import SLIDE, as_data, slide_of, slides_of, words_of
from modelbuilder.windows.exporting import ask_path, written
from modelbuilder.windows.filing import Filing
from modelbuilder.windows.ticked_rows import TickedRows

_THUMBNAIL = QSize(176, 99)
_COUNT = SLIDE + 1
_NEW = "New deck"


class DeckDialog(QDialog):
    """Puts slides together. What is ticked is exported, in the order of the list."""

    def __init__(
        self,
        parent: QWidget,
        document: Document,
        slides: Sequence[DeckSlide] = (),
        settings: QSettings | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export deck")
        self.resize(940, 700)
        self._document = document
        self._wanted = tuple(slides)
        self.decks = QComboBox()
        self.decks.setAccessibleName("Deck")
        self.decks.addItem(_NEW)
        self.decks.addItems([deck.name for deck in document.decks])
        self.decks.setVisible(bool(document.decks))
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setObjectName("slides")
        self.list.setAccessibleName("Slides")
        self.list.setIconSize(_THUMBNAIL)
        self.list.setSpacing(3)
        self.list.setItemDelegate(TickedRows(self.list))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.up, self.down = QPushButton("Move up"), QPushButton("Move down")
        self.name = QLineEdit()
        self.name.setPlaceholderText("Name, to keep this deck")
        self.name.setAccessibleName("Name of the deck")
        self.name.setMaxLength(200)
        self.slides = QRadioButton("PowerPoint")
        self.slides.setChecked(True)
        self.pdf = QRadioButton("PDF")
        self.page = QRadioButton("Web page")
        self.roles_only = QCheckBox("Roles only: no person’s name\nanywhere in the file")
        self.source = QCheckBox("Keep the document inside, so\nthat the file opens for editing")
        self.source.setChecked(True)
        self.template = ChosenFile("Template", "PowerPoint (*.pptx *.potx)")
        self.template.button.setToolTip("A presentation whose layout, colours and fonts the slides take")
        self.branding = Branding(settings)
        self.count = QLabel()
        self.count.setObjectName("second")
        self.count.setWordWrap(True)
        self.accept_button = QPushButton("Export…")
        self._lay_out()
        self._connect()
        self._fill(None)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(12)
        top = QHBoxLayout()
        heading = QLabel("Export deck")
        heading.setObjectName("heading")
        top.addWidget(heading)
        top.addStretch(1)
        top.addWidget(self.decks)
        hint = QLabel("Tick the slides that you want, and drag them into their order.")
        hint.setObjectName("second")
        side = QVBoxLayout()
        side.setSpacing(8)
        moves = QHBoxLayout()
        moves.addWidget(self.up)
        moves.addWidget(self.down)
        side.addLayout(moves)
        side.addSpacing(8)
        kinds = QHBoxLayout()
        kinds.addWidget(self.slides)
        kinds.addWidget(self.pdf)
        kinds.addWidget(self.page)
        kinds.addStretch(1)
        side.addLayout(kinds)
        side.addSpacing(8)
        side.addWidget(self.roles_only)
        side.addWidget(self.source)
        side.addWidget(self.name)
        side.addWidget(self.template)
        side.addWidget(self.branding)
        side.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(22)
        row.addWidget(self.list, 1)
        row.addLayout(side)
        buttons = QHBoxLayout()
        buttons.addWidget(self.count, 1)
        cancel = QPushButton("Cancel")
        cancel.clicked.connect(self.reject)
        self.accept_button.setObjectName("main")
        self.accept_button.setDefault(True)
        buttons.addWidget(cancel)
        buttons.addWidget(self.accept_button)
        layout.addLayout(top)
        layout.addWidget(hint)
        layout.addLayout(row, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.accept_button.clicked.connect(self.accept)
        self.branding.changed.connect(self._again)
        self.slides.toggled.connect(self.template.setEnabled)
        self.roles_only.toggled.connect(self.source.setDisabled)
        self.list.itemChanged.connect(lambda _: self._say())
        self.list.currentRowChanged.connect(lambda _: self._say())
        self.list.model().rowsMoved.connect(lambda *_: self._say())
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.decks.currentIndexChanged.connect(self._choose)

    def _again(self) -> None:
        """Draw all small pictures anew."""
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setText(words_of(self._document, slide_of(item)))
            item.setData(_COUNT, 0)
        self.list.blockSignals(False)
        self._draw_next()

    def _choose(self, index: int) -> None:
        deck = self._document.decks[index - 1] if index > 0 else None
        self.name.setText(deck.name if deck else "")
        self.roles_only.setChecked(deck is not None and deck.roles_only)
        self._fill(deck)

    def _fill(self, deck: Deck | None) -> None:
        """List the slides of a deck, ticked, and below them all others; without a deck the models are ticked."""
        self.list.clear()
        every = list(slides_of(self._document))
        wanted = deck.slides if deck else self._wanted
        ticked = list(wanted) or ([] if deck else [slide for slide in every if slide.what == "model"])
        rows = [*ticked, *(slide for slide in every if slide not in ticked)] if wanted else every
        for slide in rows:
            item = QListWidgetItem(words_of(self._document, slide))
            item.setData(SLIDE, as_data(slide))
            item.setData(_COUNT, 0)
            blank = QPixmap(_THUMBNAIL)
            blank.fill(style.PAPER)
            item.setIcon(QIcon(blank))
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if slide in ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        QTimer.singleShot(0, self, self._draw_next)

    def _draw_next(self) -> None:
        """Draw the next small picture that is missing; one at a time, so that the list can be used meanwhile."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(_COUNT) == 0:
                shown = list(pages_of(self._document, slide_of(item), 1))
                first = branded(shown[0], self.branding.brand) if self.branding.brand else shown[0]
                small = picture(first, _THUMBNAIL.width() * 2 / WIDTH)
                self.list.blockSignals(True)
                icon = QIcon()
                for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # not tinted when it is selected
                    icon.addPixmap(_framed(QPixmap.fromImage(small)), mode)
                item.setIcon(icon)
                item.setData(_COUNT, len(shown))
                if len(shown) > 1:
                    item.setText(f"{item.text()} · {len(shown)} slides")
                self.list.blockSignals(False)
                self._say()
                QTimer.singleShot(0, self, self._draw_next)
                return

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + by < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + by, item)
            self.list.setCurrentRow(row + by)

    def _say(self) -> None:
        """Say how many slides it will be, and what follows when a model is too wide for one."""
        items = [self.list.item(row) for row in range(self.list.count())]
        ticked = [item for item in items if item.checkState() is Qt.CheckState.Checked]
        self.accept_button.setEnabled(bool(ticked))
        row = self.list.currentRow()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.list.count() - 1)
        if any(item.data(_COUNT) == 0 for item in ticked):
            self.count.setText("Drawing…")
            return
        many = sum(item.data(_COUNT) for item in ticked)
        words = upper_first(counted(many, "slide")) + "." if many else "Nothing is ticked."
        if any(item.data(_COUNT) > 1 and slide_of(item).what == "model" for item in ticked):
            words += " A model too wide to be read from afar is an overview and a slide for each of its parts."
        if any(item.data(_COUNT) > 1 and slide_of(item).what in ("questions", "changes") for item in ticked):
            words += " A table too long for one slide continues on the next."
        self.count.setText(words)

    def deck(self) -> Deck:
        """Return what is ticked, in its order."""
        items = [self.list.item(row) for row in range(self.list.count())]
        slides = tuple(slide_of(item) for item in items if item.checkState() is Qt.CheckState.Checked)
        name = " ".join(self.name.text().split())
        return Deck(name=name or "Slides", slides=slides, roles_only=self.roles_only.isChecked())

    @property
    def chosen_template(self) -> Path | None:
        """The template of the slides, which a PDF has no use for."""
        return self.template.path if self.slides.isChecked() else None

    @property
    def kept(self) -> bool:
        """Whether the deck was given a name to be kept under."""
        return bool(self.name.text().strip())

    @property
    def suffix(self) -> str:
        """The ending of the file."""
        return ".pdf" if self.pdf.isChecked() else ".html" if self.page.isChecked() else ".pptx"


def _framed(small: QPixmap) -> QPixmap:
    """Draw a line around a small picture: slides are white, and so may the list be."""
    painter = QPainter(small)
    painter.setPen(QPen(colour(style.HAIRLINE), 3))
    painter.drawRect(small.rect().adjusted(1, 1, -2, -2))
    painter.end()
    return small


def ask_and_export_deck(
    window: QWidget,
    filing: Filing,
    session: Session,
    shown: ModelId,
    slides: Sequence[DeckSlide] = (),
    document: Document | None = None,
) -> Path | None:
    """Ask for a deck, at first of some slides, keep it if it has a name, and write it.

    Of a document with models of other files nothing is kept. Returns where the file is, or None when none was written.
    """
    document = document or session.document
    dialog = DeckDialog(window, document, slides, filing.settings)
    dialog.name.setVisible(document is session.document)
    accepted, deck, kept, suffix = dialog.exec(), dialog.deck(), dialog.kept, dialog.suffix
    options = Options(
        source=dialog.source.isChecked(), deck=deck, brand=dialog.branding.brand, template=dialog.chosen_template
    )
    dialog.deleteLater()
    if not accepted or not deck.slides:
        return None
    if kept and deck not in session.document.decks:
        session.do(f"Keep the deck {deck.name}", shown, lambda document: put_deck(document, deck))
    start = filing.export_path(suffix, "", deck.name if kept else "")
    path = ask_path(window, "Export deck", start, suffix, ".pdf", ".pptx", ".html")
    return path if path is not None and written(window, filing, document, path, options) else None
