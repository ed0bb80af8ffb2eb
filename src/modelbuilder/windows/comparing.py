"""Models beside each other: up to four on one screen, lined up, lit together, with what they say below them."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.joining import joined
from modelbuilder.compare.several import Lit, Member, Said, Several
from modelbuilder.document.decks import slides_beside
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import DeckSlide, Document
from modelbuilder.document.stories import entries, entry_of
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.windows.compare_side import CompareSide
from modelbuilder.windows.compare_table import CompareTable
from modelbuilder.windows.compare_tabs import TABS, Chosen, Tab
from modelbuilder.windows.pane_row import MOST, Column, PaneRow

_SHARES = 56, 44
"""How the height is shared between the drawings and the table."""
_BAR = 10
"""The width of the table's scroll bar, in pixels: the panes end where it begins."""


class _Drawings(QWidget):
    """The upper half. Its height is its share of the window, whatever words wrap in it."""

    def hasHeightForWidth(self) -> bool:
        """Say no, or wrapped words would take the table's share."""
        return False


class Comparing(QWidget):
    """Shows models beside each other. `closed` asks to leave, `exported` for slides, `other_file` for a model."""

    closed = Signal()
    other_file = Signal(int)
    exported = Signal()

    def __init__(self, chosen: Chosen) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Models beside each other")
        self.columns: list[Column] = []
        self.several = Several(())
        self.said: dict[tuple[int, int], dict[ThingId, ThingId | None]] = {}
        self._document: Document | None = None
        self._held: Member | None = None
        self._walk = -1
        self.tab = TABS[0]
        self.chosen = chosen
        chosen.changed.connect(self._say)
        chosen.whom.activated.connect(lambda: self._keep(chosen.member(self.several)))
        self.table = CompareTable()
        self.table.pointed.connect(lambda lit: self._look(_nameless(lit)))
        self.table.pressed.connect(lambda lit: self.hold(_nameless(lit)))
        self.side = CompareSide(chosen)
        self.side.wanted.connect(self.choose)
        self.side.export.clicked.connect(self.exported)
        self.side.more.clicked.connect(self._add_column)
        self.side.done.clicked.connect(self.closed)
        self.row = PaneRow()
        self.row.pointed.connect(lambda at, one: self._look(self._member(at, one)))
        self.row.tapped.connect(self._tap)
        self.row.chosen.connect(lambda at, model_id: self._choose_model(at, ModelId(model_id)))
        self.row.file_wanted.connect(self.other_file)
        self.row.matches_wanted.connect(self.show_matches)
        self.row.left.connect(self._drop_column)
        drawings = _Drawings()
        across = QHBoxLayout(drawings)
        across.setContentsMargins(0, 0, _BAR, 0)
        across.setSpacing(0)
        across.addWidget(self.side)
        across.addWidget(self.row, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for half, share in zip((drawings, self.table), _SHARES, strict=True):
            whole.addWidget(half, share)

    def refit(self) -> None:
        """Give the table the room that letters of this size need."""
        self._say()

    # What is compared

    def begin(self, document: Document, model_id: ModelId) -> None:
        """Compare options, or stages of a story; the one shown is among them."""
        self._document = document
        self.said.clear()
        self._held = None
        self.show_columns([Column(document, one) for one in first_compared(document, model_id)])
        self.setFocus()

    def follow(self, document: Document) -> None:
        """Follow a change of the document; models that have gone are left out, and another document begins anew."""
        if document is self._document or not self.isVisible():
            return
        self._document = document
        kept = [one if one.file else one._replace(document=document) for one in self.columns]
        kept = [one for one in kept if one.model_id in one.document.models]
        if kept:
            self.show_columns(kept)
        else:
            self.begin(document, document.order[0])

    def show_columns(self, columns: list[Column]) -> None:
        """Show models in columns."""
        self.columns = columns
        self.row.show_columns(columns)
        self.side.more.setEnabled(len(columns) < MOST)
        self._compare()
        QTimer.singleShot(0, self, self.fit)

    def slides(self) -> tuple[Document, list[DeckSlide]]:
        """Return the slides on what is compared, and the document with the models of other files taken into it."""
        assert self._document is not None
        document, models = self._document, []
        for column, ask in zip(self.columns, self.several.asks, strict=True):
            model_id = column.model_id
            if column.file:
                document, model_id = joined(document, ask, column.file)
                document = place_all(document)
            models.append(model_id)
        about = self.chosen.about(self.several)
        each = tuple(dict.fromkeys(models))
        return document, slides_beside(each, [about] if about else []) if len(each) > 1 else []

    def _choose_model(self, at: int, model_id: ModelId) -> None:
        assert self._document is not None
        self.put(at, Column(self._document, model_id))

    def put_other(self, at: int, document: Document, model_id: ModelId, file: str) -> None:
        """Show a model of another file in a column."""
        self.put(at, Column(document, model_id, file))

    def refresh(self) -> None:
        """Show again what is compared."""
        self.show_columns(self.columns)

    def put(self, at: int, column: Column) -> None:
        """Show a model in a column."""
        self.said = {key: said for key, said in self.said.items() if at not in key}
        self.show_columns([*self.columns[:at], column, *self.columns[at + 1 :]])

    def _drop_column(self, at: int) -> None:
        self.said.clear()
        self.show_columns([*self.columns[:at], *self.columns[at + 1 :]])

    def _add_column(self) -> None:
        assert self._document is not None
        shown = [one.model_id for one in self.columns if not one.file]
        rest = [one for one in self._document.order if one not in shown]
        self.show_columns([*self.columns, Column(self._document, (rest or shown)[0])])

    def show_matches(self, at: int) -> None:
        """Show which thing of a model is which of the first, to be corrected."""
        from modelbuilder.windows.matches import MatchesDialog

        one, other = self.several.asks[0], self.several.asks[at]
        first, second = (self.row.heads[place].models.currentText() for place in (0, at))
        dialog = MatchesDialog(self, one, other, (first, second))
        said = self.said.setdefault((0, at), {})

        def correct(thing_id: ThingId, twin: ThingId | None) -> None:
            if twin is not None:
                said.update({one: None for one, other in said.items() if other == twin})
            said[thing_id] = twin
            self._compare()
            dialog.show_matching(self.several.matching(0, at), said)

        dialog.show_matching(self.several.matching(0, at), said)
        dialog.corrected.connect(correct)
        dialog.exec()
        dialog.deleteLater()

    def _compare(self) -> None:
        """Ask all models anew, line them up, and say what is found."""
        said: Said = self.said
        self.several = Several([Questions(one.document, one.model_id) for one in self.columns], said)
        self.row.tell(self._document, self.columns, self.several)
        self.row.light(self._held)
        self.chosen.offer(self.several)
        self._say()

    def _say(self) -> None:
        self.chosen.show_for(self.tab)
        self.table.show_rows(self.chosen.rows(self.tab, self.several), len(self.columns))

    def choose(self, tab: Tab) -> None:
        """Read the models in another way."""
        self.tab = tab
        self._say()

    # What is looked at

    def fit(self) -> None:
        """Show all pages whole."""
        self.row.fit(self.several)

    def _member(self, at: int, thing_id: str) -> Member | None:
        """Return what is the same in every model as something in one; None for nothing."""
        return self.several.member(at, ThingId(thing_id)) if thing_id and at < len(self.columns) else None

    def _look(self, member: Member | None) -> None:
        """Light what is pointed at for a moment, or again what is held."""
        self.row.light(member if member is not None else self._held)

    def _tap(self, at: int, thing_id: str) -> None:
        """Hold what was tapped in the light, and read about whoever it is."""
        self.hold(self._member(at, thing_id))
        if thing_id and self.tab.asks_whom and self.chosen.choose(self.several, at, ThingId(thing_id)):
            self._say()

    def hold(self, member: Member | None) -> None:
        """Keep something lit, or nothing; the same again puts the light out."""
        self._keep(None if member == self._held else member)

    def _keep(self, member: Member | None) -> None:
        self._held = member
        self.row.light(member)

    def walk(self, by: int) -> None:
        """Light one school or person of the cast after the other."""
        cast = self.several.cast()
        if not cast:
            return
        self._walk = (self._walk + by) % len(cast) if self._walk >= 0 else (0 if by > 0 else len(cast) - 1)
        member = cast[min(self._walk, len(cast) - 1)]
        self._keep(member)
        where = [ask.model.label for ask, ids in zip(self.several.asks, member.lit, strict=True) if ids]
        self.setAccessibleDescription(f"{member.name}, in {', '.join(where)}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by the arrows; Esc puts the light out, and then leaves."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.walk(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            if self._held is not None:
                self.hold(None)
            else:
                self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Keep all pages whole when there is more or less room."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        QTimer.singleShot(0, self, self.fit)


def _nameless(lit: Lit | None) -> Member | None:
    """Return what a sentence lights: it speaks of one model, and the others need not say that they are without it."""
    return Member("", lit) if lit is not None else None


def first_compared(document: Document, model_id: ModelId) -> tuple[ModelId, ...]:
    """Return the models to begin with: a stage and the one before it, or three options around the one shown."""
    entry = entry_of(document, model_id)
    options = tuple(one for other in entries(document) if not other.story for one in other.models)
    row, most = (entry.models, 2) if entry.story else (options, 3)
    first = min(max(0, row.index(model_id) - 1), max(0, len(row) - most))
    return row[first : first + most]
