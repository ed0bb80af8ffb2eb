"""Models beside each other: up to four on one screen, lined up, lit together, with what they say below them."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.joining import joined
from modelbuilder.compare.several import Lit, Said, Several
from modelbuilder.document.decks import slides_beside
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import DeckSlide, Document
from modelbuilder.document.stories import entries, entry_of
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.lining_up import around_all, lined_up
from modelbuilder.layout.rect import Point
from modelbuilder.windows.compare_marks import emphases
from modelbuilder.windows.compare_table import SIDE, CompareTable
from modelbuilder.windows.compare_tabs import TABS, Chosen, Tab
from modelbuilder.windows.pane import Pane
from modelbuilder.windows.pane_head import PaneHead
from modelbuilder.windows.scrolling import scrolling
from modelbuilder.windows.theme import room
from modelbuilder.windows.words import wrapped

MOST = 4
_SHARES = 56, 44
"""How the height is shared between the drawings and the table."""
_BAR = 10
"""The width of the table's scroll bar, in pixels: the panes end where it begins."""


class Column(NamedTuple):
    """A model beside others: of this document, or of another file, by whose name it is called then."""

    document: Document
    model_id: ModelId
    file: str = ""


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
        self.panes: list[Pane] = []
        self.heads: list[PaneHead] = []
        self.several = Several(())
        self.said: dict[tuple[int, int], dict[ThingId, ThingId | None]] = {}
        self._document: Document | None = None
        self._held: Lit | None = None
        self._walk = -1
        self.tab = TABS[0]
        self.chosen = chosen
        chosen.changed.connect(self._say)
        self.table = CompareTable()
        self.table.pointed.connect(self._look)
        self.table.pressed.connect(self.hold)
        drawings = _Drawings()
        self._grid = QGridLayout(drawings)
        self._grid.setContentsMargins(0, 0, _BAR, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(0)
        self._side = self._ways()
        self._grid.addWidget(self._side, 0, 0, 2, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for half, share in zip((drawings, self.table), _SHARES, strict=True):
            whole.addWidget(half, share)
        self.refit()

    def refit(self) -> None:
        """Give the side the room that letters of this size need."""
        self._side.setFixedWidth(room(SIDE))
        self._grid.setColumnMinimumWidth(0, room(SIDE))
        for button in self.tabs.buttons():
            button.setMinimumHeight(room(44))
        self._say()

    def _ways(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(20, 18, 16, 12)
        column.setSpacing(8)
        column.addWidget(wrapped("Compare", "title", SIDE - 40))
        inner = QWidget()
        inner.setObjectName("start")
        ways = QVBoxLayout(inner)
        ways.setContentsMargins(0, 0, 4, 0)
        ways.setSpacing(8)
        self.tabs = QButtonGroup(self)
        for tab in TABS:
            button = QPushButton(tab.label)
            button.setObjectName("tab")
            button.setCheckable(True)
            button.setChecked(tab is self.tab)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self.choose, tab))
            self.tabs.addButton(button)
            ways.addWidget(button)
        ways.addWidget(self.chosen)
        ways.addStretch(1)
        column.addWidget(scrolling(inner), 1)
        self.export = QPushButton("Export this comparison…")
        self.export.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.export.setToolTip("Slides on these models, for PowerPoint or PDF")
        self.export.clicked.connect(self.exported)
        column.addWidget(self.export)
        foot = QHBoxLayout()
        self.more = QPushButton("+ model")
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.clicked.connect(self._add_column)
        done = QPushButton("Done")
        done.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        done.clicked.connect(self.closed)
        foot.addWidget(self.more)
        foot.addWidget(done)
        column.addLayout(foot)
        return side

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
        while len(self.panes) > len(columns):
            for widget in (self.panes.pop(), self.heads.pop()):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        while len(self.panes) < len(columns):
            self._add_pane(columns[len(self.panes)])
        for at in range(MOST):
            self._grid.setColumnStretch(at + 1, int(at < len(columns)))
        for pane, column in zip(self.panes, columns, strict=True):
            pane.show_model(column.document, column.model_id)
        self.more.setEnabled(len(columns) < MOST)
        self._compare()
        QTimer.singleShot(0, self, self.fit)

    def _add_pane(self, column: Column) -> None:
        pane, at = Pane(column.document, column.model_id), len(self.panes)
        pane.pointed.connect(lambda one, at=at: self._look(self._kin(at, one)))
        pane.tapped.connect(lambda one, at=at: self._tap(at, one))
        pane.moved.connect(lambda at=at: self._link(at))
        head = PaneHead()
        head.chosen.connect(lambda model_id, at=at: self._choose_model(at, ModelId(model_id)))
        head.file_wanted.connect(lambda at=at: self.other_file.emit(at))
        head.matches_wanted.connect(lambda at=at: self.show_matches(at))
        head.left.connect(lambda at=at: self._drop_column(at))
        self._grid.addWidget(head, 0, at + 1)
        self._grid.addWidget(pane, 1, at + 1)
        self._grid.setRowStretch(1, 1)
        self.panes.append(pane)
        self.heads.append(head)

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
        dialog = MatchesDialog(
            self, one, other, (self.heads[0].models.currentText(), self.heads[at].models.currentText())
        )
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
        for head, column in zip(self.heads, self.columns, strict=True):
            head.show_choice(self._document, column.model_id, column.document, column.file)
            head.may(leave=len(self.columns) > 2, match=column.document is not self.columns[0].document)
        for pane, emphasis in zip(self.panes, emphases(self.several), strict=True):
            pane.bring_out(emphasis)
        self._light(self._held)
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
        """Show all pages whole: those that have much in common with the first lined up with it."""
        drawn = [pane.drawn for pane in self.panes]
        shifts = lined_up(drawn, [self.several.twins(at) for at in range(len(drawn))])
        together = [at for at in range(len(drawn)) if at == 0 or not self.several.strangers(at)]
        whole = around_all([drawn[at] for at in together], [shifts[at] for at in together])
        zoom = min((pane.zoom_for(whole) for pane in self.panes), default=1.0) if whole is not None else 1.0
        for at, pane in enumerate(self.panes):
            own = drawn[at].bounds()
            if at in together and whole is not None:
                pane.settle(Point(whole.cx - shifts[at].x, whole.cy - shifts[at].y), zoom)
            elif own is not None:
                pane.settle(Point(own.cx, own.cy), pane.zoom_for(own))

    def _link(self, at: int) -> None:
        """Let all panes look where one looks."""
        glance = self.panes[at].glance()
        for pane in self.panes:
            if pane is not self.panes[at]:
                pane.look(glance)

    def _kin(self, at: int, thing_id: str) -> Lit | None:
        """Return what is the same in every model as something in one; None for nothing."""
        return self.several.kin(at, ThingId(thing_id)) if thing_id and at < len(self.columns) else None

    def _look(self, lit: Lit | None) -> None:
        """Light what is pointed at for a moment, or again what is held."""
        self._light(lit if lit is not None else self._held)

    def _tap(self, at: int, thing_id: str) -> None:
        """Hold what was tapped in the light, and read about whoever it is."""
        self.hold(self._kin(at, thing_id))
        if thing_id and self.tab.asks_whom and self.chosen.choose(self.several, at, ThingId(thing_id)):
            self._say()

    def hold(self, lit: Lit | None) -> None:
        """Keep something lit, or nothing; the same again puts the light out."""
        self._held = None if lit == self._held else lit
        self._light(self._held)

    def _light(self, lit: Lit | None) -> None:
        for pane, ids in zip(self.panes, lit or [frozenset()] * len(self.panes), strict=True):
            pane.light(ids)

    def walk(self, by: int) -> None:
        """Light one school or person of the cast after the other."""
        cast = self.several.cast()
        if not cast:
            return
        self._walk = (self._walk + by) % len(cast) if self._walk >= 0 else (0 if by > 0 else len(cast) - 1)
        member = cast[min(self._walk, len(cast) - 1)]
        self._held = member.lit
        self._light(member.lit)
        where = [pane.desk.model.label for pane, ids in zip(self.panes, member.lit, strict=True) if ids]
        self.setAccessibleDescription(f"{member.name}, in {', '.join(where)}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by Tab or the arrows, leave by Esc."""
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


def first_compared(document: Document, model_id: ModelId) -> tuple[ModelId, ...]:
    """Return the models to begin with: a stage and the one before it, or three options around the one shown."""
    entry = entry_of(document, model_id)
    options = tuple(one for other in entries(document) if not other.story for one in other.models)
    row, most = (entry.models, 2) if entry.story else (options, 3)
    first = min(max(0, row.index(model_id) - 1), max(0, len(row) - most))
    return row[first : first + most]
