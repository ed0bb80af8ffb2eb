"""The work page: palette, canvas, panels and strip around one session, refreshed from its value.

What the first picture does not need (rules, files, export) is imported where it is used, to start quickly.
"""

from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QStatusBar, QVBoxLayout, QWidget

from modelbuilder.canvas.canvas import Canvas
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document
from modelbuilder.editor import stages, verbs
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.events import KEYBOARD
from modelbuilder.editor.hands import Hands
from modelbuilder.editor.newcomers import Kind
from modelbuilder.editor.session import Session
from modelbuilder.editor.view import View
from modelbuilder.render.qt import lend_fonts
from modelbuilder.windows import theme
from modelbuilder.windows.bar import Bar
from modelbuilder.windows.card_buttons import CardButtons
from modelbuilder.windows.catching import Catching
from modelbuilder.windows.check import Check
from modelbuilder.windows.checking import Checking
from modelbuilder.windows.commands import Commands
from modelbuilder.windows.count import Count
from modelbuilder.windows.filing import Filing
from modelbuilder.windows.fingertips import Fingertips
from modelbuilder.windows.inspector import Inspector
from modelbuilder.windows.keys import CanvasKeys
from modelbuilder.windows.middle import Middle
from modelbuilder.windows.naming import Naming
from modelbuilder.windows.nibs import Nibs
from modelbuilder.windows.palettes import Palettes
from modelbuilder.windows.panels import Panels
from modelbuilder.windows.picking import Picking
from modelbuilder.windows.renaming import Renaming
from modelbuilder.windows.side import Side
from modelbuilder.windows.strip import Strip
from modelbuilder.windows.zooms import Zooms

if TYPE_CHECKING:
    from modelbuilder.windows.chooser import Chooser
    from modelbuilder.windows.comparing import Comparing
    from modelbuilder.windows.findings import Findings
    from modelbuilder.windows.looking import Looking

_READ_AFTER = 1200
"""Milliseconds after which a model is also told to those who listen."""
HINT = "Drag a role from the palette, or tap it and tap here."


class Work(QWidget):
    """All that is done on one document."""

    wanted = Signal()
    """A document is to be worked on."""
    start_wanted = Signal()
    titled = Signal(str, bool)
    """What the document is called now, and whether some of it is not saved."""

    def __init__(self, session: Session, settings: QSettings) -> None:
        super().__init__()
        self.desk = Desk(session, View(session.document.order[0]))
        self.session = session
        self.hands = Hands(self.desk)
        self.checking = Checking(self.desk)
        self.canvas = Canvas(self.desk, self.hands)
        self.canvas.hint = HINT
        self.filing = Filing(session, self, settings)
        self.commands = Commands(self)
        self.keys = CanvasKeys(self)
        self.strip = Strip(self.desk, self.checking)
        self.inspector = Inspector(self.desk)
        self.fingertips = Fingertips(self)
        self.palettes = Palettes(self, settings)
        self.palette_panel = self.palettes.first
        self.bar = Bar(self.commands.actions, self.commands.open_menu)
        self.naming = Naming(self.canvas)
        self.nibs = Nibs(self.canvas)
        self.zooms = Zooms(self.commands.actions, self.canvas)
        self._saved_at: float | None = None
        self.renaming = Renaming(self)
        self.picking = Picking(self)
        self.panels = Panels(self)
        self._checked: Document | None = None
        self.count = Count()
        self.middle = Middle(self, settings)
        self._lay_out()
        self.refit()
        self.canvas.setAcceptDrops(False)  # or it would take the files, and do nothing with them
        self.check = Check(self)
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        self.side = Side(self.inspector)
        self.check_area = self.side.upper
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.middle, 1)
        middle.addLayout(self.palettes.lots["bottom"])
        middle.addWidget(self.strip)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self.palettes.lots["left"])
        row.addLayout(middle, 1)
        row.addLayout(self.palettes.lots["right"])
        row.addWidget(self.side)
        self.status = QStatusBar()
        self.status.addPermanentWidget(self.count)
        self.status.setSizeGripEnabled(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        page = QWidget()
        page.setLayout(row)
        self.views = QStackedWidget()
        self.views.addWidget(page)
        whole.addWidget(self.bar)
        whole.addWidget(self.views, 1)
        whole.addWidget(self.status)

    def refit(self) -> None:
        """Give bar and strip the room that letters of this size need."""
        self.bar.setFixedHeight(theme.room(theme.BAR_HEIGHT))
        self.strip.setFixedHeight(theme.room(theme.STRIP_HEIGHT))
        self.commands.fit_board()

    def _connect(self) -> None:
        self.session.observers.append(self.refresh)
        self.desk.looked = self._looked
        self.desk.say = self._say
        self.desk.offer = self.picking.which_line
        self.hands.button = CardButtons(self).press
        self.hands.means_changed = self._show_means
        self.nibs.chosen = self.commands.run
        self.commands.remember_pen()
        self.naming.closed = self.canvas.setFocus
        self.canvas.away = self._put_away
        self.canvas.tapped_free = self.panels.step_back
        self.canvas.named.connect(lambda thing_id: self.renaming.begin(ThingId(thing_id)))
        self.canvas.menu_wanted.connect(self.commands.card_menu)
        self.commands.tick_palettes()
        self.bar.eyes.chosen.connect(self._see_as)
        QTimer.singleShot(_READ_AFTER, self, self._tell)
        self.strip.wanted.connect(self.commands.on_model)
        self.strip.moved.connect(lambda one, index: verbs.move_model(self.desk, ModelId(one), index))
        self.strip.stage_moved.connect(lambda one, index: stages.move_stage(self.desk, ModelId(one), index))
        self.strip.menu_for = self.commands.model_menu
        self.canvas.installEventFilter(self)
        Catching(self, self.canvas)
        clock = QTimer(self)
        clock.timeout.connect(self._show_title)
        clock.start(20_000)

    # What is shown

    def refresh(self) -> None:
        """Bring everything in line with the session; panels wait until no hand is at work."""
        self.desk.keep_view_true()
        self.panels.keep_true()
        self.check.keep_ghost_true()
        self.canvas.refresh()
        lend_fonts()
        if self.session.document is self._checked and self.hands.busy:
            return
        self._checked = self.session.document
        self.check.refresh()
        if self._is_read:
            self.looking.refresh()
        if "comparing" in self.__dict__:
            self.comparing.follow(self.session.document)
        self.inspector.refresh()
        self.palettes.refresh()
        self.strip.show_current()
        self.commands.refresh()
        self.middle.refresh()
        self.fingertips.take_on(self)
        self._show_title()

    def _looked(self) -> None:
        """The view changed: another page, selection or light."""
        before, sight = self.canvas.page, self.canvas.sight
        if before is not None and before.model_id != self.desk.model_id:
            self.panels.keep_true()
            self.canvas.refresh()
            self.canvas.fit()
            self.refresh()
            if self.isVisible():
                from modelbuilder.canvas.film import turn

                turn(self.canvas, before, sight)
        elif before is not None and before.veil != self.desk.veil():
            self.canvas.refresh()
        if self.desk.view.checking == self.check_area.isHidden():
            self.check.refresh()
        if self._is_read:
            self.looking.follow()
        self.bar.eyes.show_reader(self.desk.view.lens)
        self.canvas.refresh_overlay()
        if not self.hands.busy:
            self.inspector.refresh()
        self.commands.refresh()
        self.middle.follow()

    def _show_means(self) -> None:
        """Hands mean something else now."""
        self.nibs.show_means(self.hands.means)
        self.commands.tick_means()
        self.canvas.refresh_overlay()

    def _say(self, words: str) -> None:
        """Put a line into the status bar, and tell it to those who listen."""
        self.status.showMessage(words, 12_000 if words else 0)
        self.read_out(words)

    def read_out(self, words: str) -> None:
        """Tell something to those who listen."""
        if "looking" in self.__dict__:
            self.looking.narrator.say(words)

    def _show_title(self) -> None:
        state = "not saved yet"
        if self.session.history.dirty:
            state = "changes not saved"
        elif self._saved_at is not None:
            minutes = int((monotonic() - self._saved_at) // 60)
            state = "saved just now" if minutes < 1 else f"saved {minutes} min ago"
        elif self.filing.path is not None:
            state = "saved"
        elif not self.session.history.done:
            state = ""
        self.bar.show_document(self.filing.name(), state)
        self.titled.emit(self.filing.name(), self.session.history.dirty)

    def saved(self) -> None:
        """Note that the work is on the disk."""
        self._saved_at = monotonic()
        self._show_title()

    def show_document(self, document: Document, model_id: ModelId | None = None) -> None:
        """Show a document that was just opened or begun."""
        self._saved_at = None
        while self.hands.escape():
            pass
        self.put_light_out()
        self.checking.forget()
        self.canvas.page = None  # nothing of the document before glides into this one
        self.desk.look(View(model_id or document.order[0]))
        self.views.setCurrentIndex(0)
        self.wanted.emit()
        self.refresh()
        self.canvas.fit()

    def finish_typing(self) -> None:
        """Keep what is being typed, on the page or in the inspector."""
        self.naming.finish(keep=True)
        self.session.release(KEYBOARD)

    # What hands and panels ask for

    def _put_away(self) -> None:
        self.panels.put_away()
        self.naming.finish(keep=True)
        self.check.hide_ghost()
        if self.desk.view.lit:
            self.put_light_out()

    def add_in_the_middle(self, kind: Kind) -> None:
        """Add a thing by keyboard: into the selected box, or in the middle of what is shown."""
        if self.compares:
            self.show_comparison(False)
        thing_id = verbs.add_at(self.desk, kind, self.canvas.middle())
        self.canvas.reveal(frozenset({thing_id}))
        if not self.middle.in_outline():
            self.canvas.setFocus()

    @property
    def _is_read(self) -> bool:
        """Whether the model is or was read in any way: lit, without somebody, through other eyes, measured, told."""
        view = self.desk.view
        return "looking" in self.__dict__ or bool(view.lit or view.away or view.lens or view.measure or view.sieve)

    def _see_as(self, reader: str) -> None:
        self.looking.see_as(reader)

    def _tell(self) -> None:
        self.looking.refresh()

    @cached_property
    def looking(self) -> "Looking":
        """How the model is read, with the cards of that; made when it is first wanted, or a while after the start."""
        from modelbuilder.windows.looking import Looking
        from modelbuilder.windows.narrator import Narrator

        looking = Looking(self.desk, self.canvas, Narrator(self))
        looking.place = self.side.put
        looking.place(looking.asking.card)
        return looking

    @cached_property
    def chooser(self) -> "Chooser":
        """The panel that one chooses from by typing, made when it is first wanted."""
        from modelbuilder.windows.chooser import Chooser

        return Chooser(self)

    @cached_property
    def comparing(self) -> "Comparing":
        """Models beside each other, made when they are first compared."""
        from modelbuilder.windows.compare_tabs import Chosen
        from modelbuilder.windows.comparing import Comparing
        from modelbuilder.windows.private_card import card_path

        chosen = Chosen(card_path(self.filing.settings.fileName()))
        chosen.card_wanted.connect(self.commands.fill_in_card)
        comparing = Comparing(chosen)
        comparing.closed.connect(lambda: self.show_comparison(False))
        comparing.other_file.connect(self.commands.compare_file)
        comparing.exported.connect(lambda: self.commands.run("export_comparison"))
        self.views.addWidget(comparing)
        return comparing

    @property
    def compares(self) -> bool:
        """Whether models are shown beside each other."""
        return self.views.currentIndex() > 0

    def show_comparison(self, on: bool) -> None:
        """Show models beside each other, or the page again."""
        if on:
            self.views.setCurrentWidget(self.comparing)
            self.comparing.begin(self.session.document, self.desk.model_id)
            self._say(
                "Point at somebody, or walk from one to the next by the arrow keys: they light up in every model."
            )
        else:
            self.views.setCurrentIndex(0)
            self.canvas.setFocus()
        self.commands.refresh()

    @cached_property
    def findings(self) -> "Findings":
        """The panel of findings, made when it is first wanted."""
        from modelbuilder.windows.findings import Findings

        panel = Findings()
        self.side.put_above(panel)
        self.check.listen(panel)
        panel.installEventFilter(self)
        return panel

    def put_light_out(self) -> None:
        """Show everything alike again."""
        if self._is_read:
            self.looking.asking.put_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the findings to the upper part of the side, so that they stay where they are."""
        super().resizeEvent(event)
        self._share_side()
        self.commands.share_width()

    def show_check(self, on: bool) -> None:
        """Show the findings at the side, or fold them to nothing."""
        self.check_area.setVisible(on)
        self.strip.update()

    def _share_side(self) -> None:
        if not self.check.on:
            return
        needed = self.findings.sizeHint().height() + 18
        self.check_area.setFixedHeight(min(needed, round(self.height() * 0.56)))

    # Keys and leaving

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the canvas: arrows walk, Tab goes round, Esc leaves."""
        if watched is self.__dict__.get("findings") and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            QTimer.singleShot(0, self, self._share_side)
        if watched is self.canvas and isinstance(event, QKeyEvent):
            self.hands.by_touch = False
            if event.type() == QEvent.Type.KeyPress:
                return self.keys.press(event)
            if event.type() == QEvent.Type.KeyRelease and event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
                self.canvas.hold_space(False)
        return super().eventFilter(watched, event)

    def may_leave(self) -> bool:
        """Ask before unsaved work is lost; False when the person would rather stay."""
        self.finish_typing()
        return self.filing.may_leave()
