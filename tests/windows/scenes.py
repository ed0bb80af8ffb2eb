"""Every page, panel, dialog and moment of the window, for tests of what is painted and of what has room."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from unittest.mock import patch

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QMenu, QMessageBox, QPushButton, QWidget

from chart import chart, thing
from modelbuilder.accountability.rules import catalogue
from modelbuilder.document.examples import examples
from modelbuilder.document.ids import ThingId
from modelbuilder.document.permit import offers
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.themes import LIGHT
from modelbuilder.editor.events import MOUSE
from modelbuilder.editor.newcomers import kinds
from modelbuilder.layout.rect import Point
from modelbuilder.sources.slide_changes import Change
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.lines import LINES
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.windows.compare_tabs import TABS
from modelbuilder.windows.deck import DeckDialog
from modelbuilder.windows.exporting import ExportDialog
from modelbuilder.windows.from_text import FromText
from modelbuilder.windows.gallery import Picture
from modelbuilder.windows.returning import ReturningDialog
from modelbuilder.windows.rule_pages import explain
from modelbuilder.windows.shortcuts import ShortcutSheet
from modelbuilder.windows.theme import sheet
from modelbuilder.windows.window import Window

Scene = Callable[[Window], QWidget]

FEDERATION = """
school "Pellowby Primary" category=maintained phase=primary pupils=210
school "Fennimoor Primary" category=maintained phase=primary pupils=180
group "Pellowby Federation" kind=hard_federation
"Pellowby Primary" in "Pellowby Federation"
"Fennimoor Primary" in "Pellowby Federation"
post EHT role=executive_headteacher at="Pellowby Federation" held_by="Dai Okonedo-Reyes"
post HoS1 role=head_of_school at="Pellowby Primary" held_by="Marta Quill"
post HoS2 role=head_of_school at="Fennimoor Primary" status=vacant
post DHT1 role=deputy_headteacher at="Pellowby Primary" held_by="Sol Adeyemi"
body FGB kind=governing_body of="Pellowby Federation" seats=11
outside LA kind=local_authority
EHT leads "Pellowby Primary" mode=executive
HoS1 leads "Pellowby Primary" mode=head
HoS1 accountable_to EHT
DHT1 accountable_to HoS1
DHT1 covers HoS1 order=1
EHT covers HoS1 order=2
EHT accountable_to FGB
LA supports_challenges EHT
HoS1 peer_support HoS2
"""
STORY = """
model A "One school"
school "Wrenbeck Primary" category=maintained
post HT role=headteacher at="Wrenbeck Primary" held_by="Ines Marlowe-Tate"
stage B/1 "Bones"
school "Wrenbeck Primary"
post HT role=headteacher at="Wrenbeck Primary" held_by="Ines Marlowe-Tate"
stage B/2 "A deputy" predict="Who steps in when Ines is away?"
post DHT role=deputy_headteacher at="Wrenbeck Primary" held_by="Kit Lorimer"
DHT accountable_to HT
"""


def every_kind() -> str:
    """Return a chart with every role, body and group, and every line, faulty as it may be."""
    lines = ['school "Ash Lane Primary" category=maintained']
    lines += [f'group "Group {number}" kind={key}' for number, key in enumerate(GROUPS)]
    lines += [f'post R{number} role={key} at="Ash Lane Primary"' for number, key in enumerate(ROLES)]
    for number, (key, body) in enumerate(BODIES.items()):
        word = "outside" if body.outside else "body"
        lines.append(f"{word} B{number} kind={key}")
    for number, key in enumerate(LINES):
        lines += [f'post S{number} role=headteacher at="Group {number % len(GROUPS)}"', f"R{number} {key} S{number}"]
    return "\n".join(lines)


def show(window: Window, text: str = FEDERATION) -> None:
    """Put a chart on the canvas."""
    window.show_work()
    window.work.commands._take(place_all(chart(text)), None)


def settle(window: Window) -> None:
    """Let what waits for a moment happen."""
    QTest.qWait(1)
    while window.work.check.trying:
        QTest.qWait(5)


def one(window: Window, handle: str) -> ThingId:
    """Find a thing by its handle."""
    return thing(window.work.desk.document, handle)


def _trust(window: Window) -> QWidget:
    window.work.commands.open_example(str(examples()[0]), "C")
    return window


def _trust_near(window: Window) -> QWidget:
    _trust(window)
    window.work.canvas.zoom_to(1.0)
    return window


def _trust_far(window: Window) -> QWidget:
    _trust(window)
    window.work.canvas.zoom_to(0.1)
    return window


def _kinds(window: Window) -> QWidget:
    show(window, every_kind())
    window.work.canvas.zoom_to(0.3)
    return window


def _drawing(window: Window) -> QWidget:
    show(window)
    window.work.commands.run("nib:highlighter")
    return window


def _picking(window: Window) -> QWidget:
    show(window)
    window.work.picking.begin(one(window, "EHT"))
    QTest.keyClicks(window.work.picking.picker, "Dai")
    return window


def _board_size(key: str) -> Scene:
    """Return a scene of buttons and pages for a board, in the letters that are worn."""

    def scene(window: Window) -> QWidget:
        show(window)
        window.settings.setValue("look/board", key)
        window.work.commands.fit_board()
        window.work.canvas.fit()
        window.work.desk.select(one(window, "EHT"))
        return window

    return scene


def _pointing(window: Window) -> QWidget:
    show(window)
    window.work.commands.run("light:spotlight")
    return window


def _empty(window: Window) -> QWidget:
    window.show_work()
    return window


def _checking(window: Window) -> QWidget:
    show(window, FEDERATION.replace("EHT accountable_to FGB\n", ""))
    window.work.check.turn(True)
    settle(window)
    return window


def _checking_new(window: Window) -> QWidget:
    _checking(window)
    window.work.checking.clock = lambda: 0.0
    window.work.commands.run("add_model")
    kind = next(kind for kind in kinds() if kind.key == "headteacher")
    window.work.add_in_the_middle(kind)
    return window


def _ghost(window: Window) -> QWidget:
    _checking(window)
    row = next(row for row in window.work.findings.rows() if any(not one.isHidden() for one in row.repairs))
    next(one for one in row.repairs if not one.isHidden()).look()
    return window


def _aside(window: Window) -> QWidget:
    _checking(window)
    window.work.check.set_aside(one(window, "EHT"), "The board meets in May.", "R. Calder")
    settle(window)
    row = window.work.findings.rows()[0]
    row.aside.click()
    return window


def _select(*handles: str) -> Scene:
    def scene(window: Window) -> QWidget:
        show(window)
        window.work.canvas.zoom_to(0.8)
        window.work.desk.select(*(one(window, handle) for handle in handles))
        return window

    return scene


def _pinned(window: Window) -> QWidget:
    _select("HoS1", "FGB")(window)
    window.work.commands.run("pin")
    return window


def _selected_line(window: Window) -> QWidget:
    show(window)
    model = window.work.desk.model
    window.work.desk.select(next(iter(model.lines)))
    return window


def _selected_note(window: Window) -> QWidget:
    show(window)
    window.work.add_in_the_middle(next(kind for kind in kinds() if kind.key == "note"))
    return window


def _lit(window: Window) -> QWidget:
    show(window)
    window.work.desk.select(one(window, "Pellowby Primary"))
    window.work.commands.run("who")
    return window


def _cut(window: Window) -> QWidget:
    show(window, FEDERATION.replace("EHT accountable_to FGB\n", ""))
    window.work.desk.select(one(window, "HoS1"))
    window.work.commands.run("who")
    return window


def _away(window: Window) -> QWidget:
    show(window)
    window.work.desk.select(one(window, "HoS1"), one(window, "EHT"))
    window.work.commands.run("away")
    return window


def _reader(window: Window) -> QWidget:
    show(window)
    window.work.commands.run("next_lens")
    return window


def _measured(window: Window) -> QWidget:
    show(window)
    window.work.commands.run("measures")
    window.work.looking.measure("span")
    return window


def _measured_far(window: Window) -> QWidget:
    _measured(window)
    window.work.canvas.zoom_to(0.2)
    return window


def _told(window: Window) -> QWidget:
    show(window)
    return window.work.looking.read_aloud()


def _dragging(window: Window) -> QWidget:
    show(window)
    work = window.work
    rect = work.desk.page().rects[thing(work.desk.document, "LA")]
    start = work.canvas.spot_v(Point(rect.cx, rect.cy))
    event = work.canvas.event_at(MOUSE, start, Qt.KeyboardModifier.NoModifier)
    work.hands.press(event)
    for step in range(1, 12):
        spot = start + QPointF(6.0 * step, 0)
        work.hands.move(work.canvas.event_at(MOUSE, spot, Qt.KeyboardModifier.NoModifier))
    work.canvas.refresh()
    return window


def _offers(window: Window) -> QWidget:
    show(window)
    work = window.work
    document, model = work.desk.document, work.desk.model
    work.picking.offers.ask(offers(document, model, one(window, "HoS1"), one(window, "LA")), QPointF(40, 40))
    return window


def _naming(window: Window) -> QWidget:
    show(window)
    window.work.renaming.begin(one(window, "HoS1"))
    return window


def _story(window: Window) -> QWidget:
    show(window, STORY)
    window.work.check.turn(True)
    settle(window)
    return window


def _board(*keys: str) -> Scene:
    def scene(window: Window) -> QWidget:
        show(window, STORY.replace('"Bones"', '"Bones" notes="Wait for an answer."'))
        work = window.work
        work.desk.turn_to(next(one for one, model in work.desk.document.models.items() if model.label == "B/1"))
        work.commands.run("present")
        presenter = work.commands.presenter
        assert presenter is not None
        for key in keys:
            presenter.ask(key)
        presenter.board.settle()
        presenter.board.resize(960, 540)
        return presenter.cues if presenter.cues is not None else presenter.board

    return scene


def _comparing(window: Window) -> QWidget:
    window.work.commands.open_example(str(examples()[0]), "B")
    window.work.commands.run("compare")
    QTest.qWait(5)
    return window


def _read_by(key: str) -> Scene:
    def scene(window: Window) -> QWidget:
        _comparing(window)
        comparing = window.work.comparing
        comparing.choose(next(tab for tab in TABS if tab.key == key))
        QTest.qWait(5)
        return window

    return scene


def _noted(window: Window) -> QWidget:
    colours = ("yellow", "green", "blue", "pink", "orange")
    notes = [f'note "It is {one}" topic=for colour={one}' for one in colours]
    show(window, "\n".join(['model A "One"', "post HT role=headteacher", *notes, 'model B "Two"', "post CEO role=ceo"]))
    window.work.commands.run("compare")
    window.work.comparing.choose(next(tab for tab in TABS if tab.key == "opinions"))
    QTest.qWait(5)
    return window


def _compared_and_lit(window: Window) -> QWidget:
    _comparing(window)
    comparing = window.work.comparing
    comparing.walk(1)
    comparing.table.sentences()[3].setFocus()
    return window


def _palette(window: Window) -> QWidget:
    show(window)
    palette = window.work.palette_panel
    palette.more.click()
    window.work.hands.arm(kinds()[0])
    palette.tiles.setFocus()
    palette.tiles.current = 1
    return palette


def _palettes(window: Window) -> QWidget:
    show(window)
    window.work.commands.run("tiles:bottom")
    window.work.commands.run("more_tiles")
    window.work.palettes._aim(window.work.palettes.first, QPoint(40, 300))
    return window


def _palette_found_nothing(window: Window) -> QWidget:
    show(window)
    window.work.palette_panel.search.setText("zebra")
    return window.work.palette_panel


def _start(window: Window) -> QWidget:
    window.settings.setValue("recent", [str(examples()[0])])
    window.show_start()
    QTest.qWait(50)
    while len(window.findChildren(Picture)) < 6:  # one row of each kind will do
        QTest.qWait(20)
    return window


def _menu(name: str) -> Scene:
    def scene(window: Window) -> QWidget:
        show(window)
        commands = window.work.commands
        menu = next(one for one in commands.menu.findChildren(QMenu) if one.title() == name)
        menu.adjustSize()
        return menu

    return scene


def _rules(window: Window) -> QWidget:
    """Show a few rules only, some with thresholds: all of them have a thousand widgets, which take a while to dress."""
    show(window)
    few = [rule for rule in catalogue() if rule.code in ("R01", "R02") or rule.options][:7]
    with patch("modelbuilder.windows.rules.catalogue", lambda: few):
        window.work.check.open_rules()
    rules = window.work.check.rules
    assert rules is not None
    return rules


def _rule_list(window: Window) -> QWidget:
    show(window)
    return explain(window.work)


def _rule_page(window: Window) -> QWidget:
    show(window)
    return explain(window.work, "head-manages-head")


def _export(window: Window) -> QWidget:
    return ExportDialog(window, "A", several=True)


def _deck(window: Window) -> QWidget:
    show(window)
    dialog = DeckDialog(window, window.work.desk.document)
    dialog.show()
    QTest.qWait(20)
    return dialog


def _from_text(window: Window) -> QWidget:
    dialog = FromText(window)
    dialog.editor.setPlainText("nonsense")
    dialog._draw()
    return dialog


def _returning(window: Window) -> QWidget:
    renamed = Change("Rename Marta Quill to Marta Quill-Hay", lambda one: one)
    return ReturningDialog(window, "slides.pptx", [renamed], ["CEO Priya Anselm-Vaughn", "CFO Conrad Whitlow"])


def _nothing_to_keep(window: Window) -> QWidget:
    return ReturningDialog(window, "slides.pptx", [], ["CEO Priya Anselm-Vaughn", "CFO Conrad Whitlow"])


def _message(window: Window) -> QWidget:
    box = QMessageBox(window)
    box.setText("This file cannot be opened")
    box.setInformativeText("It is not a leadership model.")
    box.setStandardButtons(QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Cancel)
    return box


def _controls(window: Window) -> QWidget:
    """Show a button of every name that the sheet has, in every state."""
    names = sorted(set(re.findall(r"QPushButton#(\w+)", sheet(LIGHT))))
    board = QWidget(window, Qt.WindowType.Window)
    board.setObjectName("start")
    board.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    grid = QGridLayout(board)
    for row, name in enumerate(["", *names]):
        for column, state in enumerate(("", "over", "down", "taken", "off")):
            button = QPushButton(f"{name or 'button'} {state}")
            button.setObjectName(name)
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, state == "over")
            button.setDown(state == "down")
            button.setCheckable(name in ("", "chip"))
            button.setChecked(state == "taken")
            button.setEnabled(state != "off")
            grid.addWidget(button, row, column)
    return board


def _outline(window: Window) -> QWidget:
    show(window)
    window.work.commands.run("outline")
    window.work.desk.select(one(window, "HoS1"))
    return window


def _lines(window: Window) -> QWidget:
    _outline(window)
    window.work.middle.outline.chips.buttons["lines"].click()
    return window


def _chosen(command: str, words: str) -> Scene:
    """Return a scene of the panel that one chooses from by typing."""

    def scene(window: Window) -> QWidget:
        show(window)
        window.work.desk.select(one(window, "HoS1"))
        window.work.commands.run(command)
        window.work.chooser.field.setText(words)
        return window

    return scene


def _filtered(window: Window) -> QWidget:
    show(window)
    window.work.commands.run("filter")
    card = window.work.looking.filter_card
    card.person.setCurrentIndex(1)
    card.hiding.buttons["hidden"].click()
    return window


def _folded(window: Window) -> QWidget:
    show(window)
    window.work.commands.run("fold_schools")
    window.work.commands.run("minimap")
    window.work.canvas.zoom_to(1.0)
    return window


def _keys(window: Window) -> QWidget:
    show(window)
    return ShortcutSheet(window.work)


SCENES: dict[str, Scene] = {
    "trust": _trust,
    "trust near": _trust_near,
    "trust far": _trust_far,
    "every kind": _kinds,
    "drawing": _drawing,
    "pointing": _pointing,
    "picking": _picking,
    "classroom": _board_size("classroom"),
    "hall": _board_size("hall"),
    "empty": _empty,
    "check": _checking,
    "check, new": _checking_new,
    "ghost": _ghost,
    "set aside": _aside,
    "post": _select("HoS1"),
    "body": _select("FGB"),
    "school": _select("Pellowby Primary"),
    "group": _select("Pellowby Federation"),
    "several": _select("HoS1", "HoS2"),
    "pinned": _pinned,
    "line": _selected_line,
    "note": _selected_note,
    "lit": _lit,
    "light that stops": _cut,
    "away": _away,
    "reader": _reader,
    "measure": _measured,
    "measure far": _measured_far,
    "model as text": _told,
    "dragging": _dragging,
    "offers": _offers,
    "naming": _naming,
    "story": _story,
    "board": _board(),
    "question": _board("forward"),
    "presenter": _board("cues"),
    "compared": _comparing,
    **{f"compared: {tab.key}": _read_by(tab.key) for tab in TABS},
    "compared notes": _noted,
    "compared and lit": _compared_and_lit,
    "outline": _outline,
    "outline of lines": _lines,
    "found": _chosen("find", "pellowby"),
    "all commands": _chosen("palette", ""),
    "found nothing": _chosen("find", "zebra"),
    "looked at only": _filtered,
    "folded": _folded,
    "keys": _keys,
    "palette": _palette,
    "palettes": _palettes,
    "nothing found": _palette_found_nothing,
    "start": _start,
    "menu": _menu("Edit"),
    "menu of themes": _menu("Theme"),
    "rules": _rules,
    "list of rules": _rule_list,
    "rule": _rule_page,
    "export": _export,
    "deck": _deck,
    "new from text": _from_text,
    "back from PowerPoint": _returning,
    "back from PowerPoint, nothing to keep": _nothing_to_keep,
    "message": _message,
    "controls": _controls,
}


@contextmanager
def on_stage(window: Window, name: str) -> Iterator[QWidget]:
    """Bring a scene onto the screen, and take it away again."""
    widget = SCENES[name](window)
    if widget.isWindow() and widget is not window and not isinstance(widget, QMenu):
        widget.show()
    QApplication.processEvents()
    try:
        yield widget
    finally:
        window.work.hands.escape()
        window.settings.remove("look/board")
        for palette in list(window.work.palettes.others):
            window.work.palettes.close(palette)
        window.work.palettes.move(window.work.palettes.first, "left")
        window.work.palettes._landing.hide()
        window.work.commands.fit_board()
        if "chooser" in window.work.__dict__:
            window.work.chooser.leave()
        if window.work.middle.outline_open:
            window.work.middle.close_outline()
        if window.work.commands.presenter is not None:
            window.work.commands.presenter.end()
        elif widget is not window and widget.isWindow():
            widget.hide()
