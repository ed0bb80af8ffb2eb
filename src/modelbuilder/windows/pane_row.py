"""The row of panes under their heads: models beside each other, lined up, looked at and lit together."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from modelbuilder.compare.several import Lit, Member, Several
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document
from modelbuilder.drawing.lining_up import around_all, lined_up
from modelbuilder.layout.rect import Point
from modelbuilder.windows.compare_marks import emphases
from modelbuilder.windows.pane import Pane
from modelbuilder.windows.pane_head import PaneHead

MOST = 4
"""So many models have room beside each other."""


class Column(NamedTuple):
    """A model beside others: of this document, or of another file, by whose name it is called then."""

    document: Document
    model_id: ModelId
    file: str = ""


class PaneRow(QWidget):
    """Shows columns. `pointed` and `tapped` tell the column and the thing, `chosen` the column and the model wanted.

    `file_wanted`, `matches_wanted` and `left` tell the column that is asked for a model of another file, for what is
    the same as in the first, or to be left out.
    """

    pointed = Signal(int, str)
    tapped = Signal(int, str)
    chosen = Signal(int, str)
    file_wanted = Signal(int)
    matches_wanted = Signal(int)
    left = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.panes: list[Pane] = []
        self.heads: list[PaneHead] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setRowStretch(1, 1)

    def show_columns(self, columns: list[Column]) -> None:
        """Show a pane for each column, from the left."""
        while len(self.panes) > len(columns):
            for widget in (self.panes.pop(), self.heads.pop()):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        while len(self.panes) < len(columns):
            self._add_pane(columns[len(self.panes)])
        for at in range(MOST):
            self._grid.setColumnStretch(at, int(at < len(columns)))
        for pane, column in zip(self.panes, columns, strict=True):
            pane.show_model(column.document, column.model_id)

    def _add_pane(self, column: Column) -> None:
        pane, at = Pane(column.document, column.model_id), len(self.panes)
        pane.pointed.connect(lambda one, at=at: self.pointed.emit(at, one))
        pane.tapped.connect(lambda one, at=at: self.tapped.emit(at, one))
        pane.moved.connect(lambda at=at: self._link(at))
        head = PaneHead()
        head.chosen.connect(lambda model_id, at=at: self.chosen.emit(at, model_id))
        head.file_wanted.connect(lambda at=at: self.file_wanted.emit(at))
        head.matches_wanted.connect(lambda at=at: self.matches_wanted.emit(at))
        head.left.connect(lambda at=at: self.left.emit(at))
        self._grid.addWidget(head, 0, at)
        self._grid.addWidget(pane, 1, at)
        self.panes.append(pane)
        self.heads.append(head)

    def tell(self, own: Document | None, columns: list[Column], several: Several) -> None:
        """Say in each head which model it is, and bring out on each page what differs."""
        for head, column in zip(self.heads, columns, strict=True):
            head.show_choice(own, column.model_id, column.document, column.file)
            head.may(leave=len(columns) > 2, match=column.document is not columns[0].document)
        for pane, emphasis in zip(self.panes, emphases(several), strict=True):
            pane.bring_out(emphasis)

    def fit(self, several: Several) -> None:
        """Show all pages whole: those that have much in common with the first lined up with it."""
        drawn = [pane.drawn for pane in self.panes]
        shifts = lined_up(drawn, [several.twins(at) for at in range(len(drawn))])
        together = [at for at in range(len(drawn)) if at == 0 or not several.strangers(at)]
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

    def light(self, member: Member | None) -> None:
        """Light somebody or something in each model, or nothing; a model without it says so."""
        lit: Lit = member.lit if member is not None else ()
        for pane, ids in zip(self.panes, lit or [frozenset[ThingId]()] * len(self.panes), strict=True):
            pane.light(ids, absent=member.absent if member is not None and any(lit) else "")
