"""Check mode: quiet until asked, grey at first, repairs seen before they are done, and what is set aside."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chart import chart, thing
from modelbuilder.accountability.findings import check
from modelbuilder.accountability.rule import Option, Rule, Severity
from modelbuilder.canvas.badges import Badge
from modelbuilder.document import edits, pages, settings
from modelbuilder.document.records import RuleSetting
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.editor import verbs
from modelbuilder.editor.gesture import Edit
from modelbuilder.editor.newcomers import kinds
from modelbuilder.layout.rect import Point
from modelbuilder.windows.checking import GREY
from modelbuilder.windows.finding_row import Row
from modelbuilder.windows.repair import Repair
from modelbuilder.windows.rule_row import RuleRow
from modelbuilder.windows.rules import RulesDialog
from modelbuilder.windows.window import Window

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

LOOSE = """
school "Ash Lane Primary" category=maintained
school "Beck Primary" category=maintained
post HT1 role=headteacher at="Ash Lane Primary" held_by="Ruth Calder"
post HT2 role=headteacher at="Beck Primary" held_by="Omar Frayne"
body GB1 kind=governing_body of="Ash Lane Primary"
body GB2 kind=governing_body of="Beck Primary"
HT1 leads "Ash Lane Primary" mode=head
HT2 leads "Beck Primary" mode=head
GB1 governs "Ash Lane Primary"
GB2 governs "Beck Primary"
HT2 accountable_to GB2
"""


def show(window: Window, text: str, *, checking: bool = True) -> None:
    """Put a chart on the canvas."""
    document = place_all(chart(text))
    window.filing.take(document, None)
    window.show_document(document)
    window.check.turn(checking)


def drop(window: Window, key: str, at: tuple[float, float]) -> None:
    """Add a thing from the palette."""
    verbs.add_at(window.desk, next(kind for kind in kinds() if kind.key == key), Point(*at))
    window.desk.select()


def codes(window: Window) -> set[str]:
    """Return the rules by which something is found."""
    return {finding.code for finding in window.checking.findings(window.desk.model_id)}


def row_of(window: Window, code: str) -> Row:
    """Return the row of a finding in the panel."""
    return next(row for row in window.findings.rows() if row.finding.code == code)


def hover(button: Repair, *, over: bool = True) -> None:
    """Bring the mouse over a repair, or away from it."""
    spot = QPointF(5, 5)
    event = QEnterEvent(spot, spot, QPointF(button.mapToGlobal(spot))) if over else QEvent(QEvent.Type.Leave)
    QApplication.sendEvent(button, event)


@pytest.fixture
def clock(window: Window) -> Callable[[float], None]:
    """Stop the window's clock; what is returned lets time pass."""
    now = [100.0]
    window.checking.clock = lambda: now[0]

    def wait(seconds: float) -> None:
        now[0] += seconds
        window.check.refresh()

    return wait


# Quiet by default


def test_what_was_just_dropped_is_met_with_a_count_and_nothing_else(window: Window) -> None:
    drop(window, "headteacher", (0, 0))
    drop(window, "school", (600, 0))
    drop(window, "governing_body", (1200, 0))
    findings = window.checking.findings(window.desk.model_id)
    assert findings
    assert not window.findings.isVisible()
    assert not window.check_area.isVisible()
    assert all(item.badge is None for item in window.canvas._things.values())
    errors = sum(1 for finding in findings if finding.severity is Severity.ERROR)
    assert window.count.words().startswith(f"{errors} must fix")
    assert window.count.isVisible()


def test_the_count_says_when_there_is_nothing_to_count(window: Window) -> None:
    assert window.count.words() == "Nothing drawn yet"
    show(window, LOOSE + "HT1 accountable_to GB1\n", checking=False)
    words = window.count.words()
    assert "must fix" not in words
    assert words


def test_a_click_on_the_count_turns_check_mode_on_and_the_button_off_again(window: Window) -> None:
    show(window, LOOSE, checking=False)
    QTest.mouseClick(window.count, _LEFT)
    assert window.check.on
    assert window.findings.isVisible()
    assert window.commands.actions["check"].isChecked()
    head = thing(window.desk.document, "HT1")
    assert window.canvas._things[head].badge is not None
    window.commands.run("check")
    assert not window.findings.isVisible()
    assert window.canvas._things[head].badge is None


def test_the_next_finding_is_shown_in_check_mode(window: Window) -> None:
    show(window, LOOSE, checking=False)
    window.commands.run("next_finding")
    assert window.check.on
    assert window.desk.view.selection


def test_check_mode_stays_through_selection_pages_and_tools_but_not_into_another_document(window: Window) -> None:
    show(window, LOOSE)
    window.desk.select(thing(window.desk.document, "HT1"))
    window.commands.run("select_all")
    window.commands.run("add_model")
    window.commands.run("previous_model")
    assert window.check.on
    window.commands.run("delete")
    assert window.check.on
    window.show_document(place_all(chart(LOOSE)))
    assert not window.check.on


# Grey at first


def test_a_finding_is_grey_until_it_is_two_seconds_old(window: Window, clock: Callable[[float], None]) -> None:
    show(window, LOOSE + "HT1 accountable_to GB1\n")
    head = thing(window.desk.document, "HT1")
    model_id = window.desk.model_id
    line = next(
        one for one, row in window.desk.model.lines.items() if row.source == head and row.kind == "accountable_to"
    )
    window.session.do("Delete", model_id, lambda document: edits.remove(document, model_id, [line]))
    row = row_of(window, "R06")
    assert row.new
    assert window.canvas._things[head].badge == Badge("warning")  # what was found before it
    assert window.check._timer.isActive()
    clock(GREY / 2)
    assert row_of(window, "R06") is row
    assert row.new
    clock(GREY / 2)
    assert not row.new
    assert window.canvas._things[head].badge == Badge("error")


def test_badges_of_what_was_just_dropped_are_grey(window: Window, clock: Callable[[float], None]) -> None:
    window.check.turn(True)
    drop(window, "headteacher", (0, 0))
    (item,) = window.canvas._things.values()
    assert item.badge == Badge("error", new=True)
    clock(GREY)
    assert item.badge == Badge("error")


def test_what_was_found_on_opening_is_not_new(window: Window, clock: Callable[[float], None]) -> None:
    show(window, LOOSE)
    assert not row_of(window, "R06").new


# Repairs


def test_a_repair_is_seen_before_it_is_done_and_esc_puts_everything_back(window: Window) -> None:
    show(window, LOOSE)
    before, page = window.desk.document, window.desk.page()
    button = row_of(window, "R06").repairs[0]
    hover(button)
    ghost = window.canvas.ghost
    assert ghost is not None
    assert any(one in ghost.page.routes or one in ghost.page.rects for one in ghost.come)
    assert window.desk.document is before
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert window.canvas.ghost is None
    assert window.desk.document is before
    assert window.canvas.page is page
    assert all(item.opacity() == 1 for item in window.canvas._things.values())
    hover(button)
    hover(button, over=False)
    assert window.canvas.ghost is None


def test_the_ghost_is_tapped_on_the_canvas_to_do_the_repair_as_one_step(window: Window) -> None:
    show(window, LOOSE)
    before = window.desk.document
    hover(row_of(window, "R06").repairs[0])
    ghost = window.canvas.ghost
    assert ghost is not None
    line_id = next((one for one in ghost.come if one in ghost.page.routes), None)
    if line_id is None:
        rect = ghost.page.rects[next(iter(ghost.come))]
        spot = Point(rect.cx, rect.cy)
    else:
        a, b = ghost.page.routes[line_id][:2]
        spot = Point((a.x + b.x) / 2, (a.y + b.y) / 2)
    QTest.mouseClick(window.canvas.viewport(), _LEFT, _NONE, window.canvas.spot_v(spot).toPoint())
    assert window.canvas.ghost is None
    assert "R06" not in codes(window)
    assert len(window.session.history.done) == 1
    window.commands.undo()
    assert window.desk.document == before


def test_a_press_beside_the_ghost_puts_it_away(window: Window) -> None:
    show(window, LOOSE)
    before = window.desk.document
    hover(row_of(window, "R06").repairs[0])
    QTest.mouseClick(window.canvas.viewport(), _LEFT, _NONE, QPoint(5, 5))
    assert window.canvas.ghost is None
    assert window.desk.document is before


def test_a_finger_taps_once_to_see_and_once_to_do(window: Window, qtbot: QtBot) -> None:
    show(window, LOOSE)
    button = row_of(window, "R06").repairs[0]
    before = window.desk.document
    qtbot.waitUntil(lambda: not window.check.trying)
    window.move(-900, 0)  # the panel into the offscreen screen, beyond which no finger reaches
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect() == button.rect())
    device = QTest.createTouchDevice()
    middle = button.rect().center()
    for _ in range(2):
        assert window.desk.document is before
        down = QTest.touchEvent(button, device)
        down.press(0, middle, button)
        down.commit()
        up = QTest.touchEvent(button, device)
        up.release(0, middle, button)
        up.commit()
        if window.desk.document is before:
            assert button.text() == "Do it"
            assert window.canvas.ghost is not None
    assert "R06" not in codes(window)
    assert len(window.session.history.done) == 1


def test_the_keyboard_sees_a_repair_by_tab_and_does_it_by_enter(window: Window) -> None:
    show(window, LOOSE)
    row = row_of(window, "R06")
    row.offer([fix.title for fix in row.finding.fixes])
    button = row.repairs[0]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.check.looked_at is not None
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert window.check.looked_at is None
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert "R06" not in codes(window)


def test_a_ghost_goes_when_the_page_changes_under_it(window: Window) -> None:
    show(window, LOOSE)
    hover(row_of(window, "R06").repairs[0])
    drop(window, "ceo", (0, 900))
    assert window.canvas.ghost is None
    assert window.check.looked_at is None


def test_at_most_three_repairs_are_offered(window: Window) -> None:
    show(window, LOOSE)
    counts = {len(row.repairs) for row in window.findings.rows()}
    assert max(counts) <= 3 and counts != {0}


def test_a_repair_is_offered_once_it_was_tried_and_holds(window: Window, qtbot: QtBot) -> None:
    show(window, LOOSE)
    row = row_of(window, "R06")
    assert row.repairs and all(repair.isHidden() for repair in row.repairs)
    qtbot.waitUntil(lambda: not row.repairs[0].isHidden())
    row.offer([row.finding.fixes[-1].title])
    assert [repair.isHidden() for repair in row.repairs] == [True] * (len(row.repairs) - 1) + [False]


# Set aside


def test_a_finding_is_set_aside_with_a_reason_and_taken_up_again(window: Window) -> None:
    show(window, LOOSE)
    window.findings.today = lambda: date(2026, 3, 4)
    before = window.desk.document
    row = row_of(window, "R06")
    row.aside.click()
    form = row.form
    assert form is not None
    assert not form.keep.isEnabled()
    QTest.keyClicks(form.reason, "Until July")
    QTest.keyClicks(form.by, "Ines Marlowe")
    QTest.keyClick(form.by, Qt.Key.Key_Return)
    (aside,) = window.desk.document.settings.asides
    assert (aside.rule, aside.reason, aside.by, aside.date) == ("R06", "Until July", "Ines Marlowe", "2026-03-04")
    assert "R06" not in codes(window)
    assert window.findings.asides.head.text() == "▸ Set aside (1)"
    assert len(window.session.history.done) == 1
    row = window.findings.rows()[0]
    row.aside.click()
    assert row.form is not None
    assert row.form.by.text() == "Ines Marlowe"
    window.findings.asides.taken_up.emit(aside)
    assert "R06" in codes(window)
    window.commands.undo()
    assert "R06" not in codes(window)
    window.commands.undo()
    assert window.desk.document == before
    assert not window.findings.asides.isVisible()


def test_esc_leaves_the_form_and_what_is_typed_outlives_other_changes(window: Window) -> None:
    show(window, LOOSE)
    row = row_of(window, "R06")
    row.aside.click()
    assert row.form is not None
    QTest.keyClicks(row.form.reason, "Half a rea")
    drop(window, "school", (0, 900))
    assert row_of(window, "R06") is row
    assert row.form.reason.text() == "Half a rea"
    QTest.keyClick(row.form.reason, Qt.Key.Key_Escape)
    assert row.form is None
    assert not window.desk.document.settings.asides


def test_everything_found_at_a_school_is_set_aside_from_its_menu(window: Window) -> None:
    show(window, LOOSE, checking=False)
    school = thing(window.desk.document, "Ash Lane Primary")
    window.desk.select(school)
    window.commands.run("set_aside")
    assert window.check.on
    form = window.findings._form
    assert form is not None
    form.reason.setText("They are looking for a board")
    form.keep.click()
    (aside,) = window.desk.document.settings.asides
    assert (aside.rule, aside.things) == ("", (school,))
    assert "R06" not in codes(window)


def test_where_nothing_is_found_nothing_is_set_aside(window: Window) -> None:
    show(window, LOOSE + "HT1 accountable_to GB1\n", checking=False)
    window.session.do("Quiet", window.desk.model_id, lambda document: settings.choose_preset(document, "quiet"))
    window.desk.select(thing(window.desk.document, "GB1"))
    window.commands.run("set_aside")
    assert window.findings._form is None


def test_what_is_out_of_date_is_listed_as_such(window: Window) -> None:
    show(window, LOOSE)
    row = row_of(window, "R06")
    window.check.set_aside(row.finding, "Until July", "")
    window.check.fix(row.finding, 0)
    ((_, covered),) = window.checking.asides(window.desk.model_id)
    assert covered == ()
    assert window.findings.asides.head.text() == "▸ Set aside (1), 1 out of date"


# Presets and rules


def test_a_preset_is_chosen_from_the_menu_as_one_step(window: Window) -> None:
    show(window, LOOSE)
    before = window.desk.document
    menu = window.findings.preset.choices
    quiet = next(choice for choice in menu.actions() if choice.data() == "quiet")
    assert quiet.toolTip() == "Only what must be fixed; nothing to check, no ideas."
    quiet.trigger()
    assert window.desk.document.settings.preset == "quiet"
    found = window.checking.findings(window.desk.model_id)
    assert {finding.severity for finding in found} <= {Severity.ERROR}
    assert window.findings.preset.text() == "Quiet (workshop) ▾"
    window.commands.undo()
    assert window.desk.document == before
    assert window.findings.preset.text() == "Good practice ▾"


def dialog_of(window: Window) -> RulesDialog:
    """Open the list of rules."""
    window.commands.run("rules")
    assert window.check.rules is not None
    return window.check.rules


def test_a_rule_is_turned_off_and_on_and_weighed_and_undo_shows(window: Window) -> None:
    show(window, LOOSE)
    rules = dialog_of(window)
    assert not rules.isModal()
    row = next(row for row in rules.rows if row.rule.code == "R06")
    row.on.click()
    assert window.desk.document.settings.rules["R06"].on is False
    assert "R06" not in codes(window)
    assert row.reset.isVisible()
    row.on.click()
    assert "R06" not in window.desk.document.settings.rules
    row.severity.setCurrentIndex(2)
    row.severity.activated.emit(2)
    assert row_of(window, "R06").finding.severity is Severity.ADVICE
    window.commands.undo()
    assert row.severity.currentText() == "Must fix"
    window.commands.redo()
    rules.reset.click()
    assert not window.desk.document.settings.rules
    rules.close()


def test_in_a_quiet_workshop_a_rule_can_be_turned_on_by_itself(window: Window) -> None:
    show(window, LOOSE)
    window.check.choose_preset("quiet")
    rules = dialog_of(window)
    row = next(row for row in rules.rows if row.rule.severity is Severity.WARNING)
    assert not row.on.isChecked()
    row.on.click()
    assert window.desk.document.settings.rules[row.rule.code].on is True
    row.on.click()
    assert row.rule.code not in window.desk.document.settings.rules
    rules.close()


def test_rules_are_found_by_any_words(window: Window) -> None:
    rules = dialog_of(window)
    rules.search.setText("UPWARD every")
    assert [row.rule.code for row in rules.rows if row.isVisible()] == ["R06"]
    rules.search.setText("zebra")
    assert rules.nothing.isVisible()
    rules.close()


def test_a_threshold_is_set_and_forgotten_when_it_is_the_usual_one(window: Window) -> None:
    show(window, LOOSE)
    options = (Option("most", 8, "direct reports"),)
    rule = Rule("R99", "wide", "No wide spans", Severity.WARNING, "INF", "practice", options=options)

    def do(label: str, edit: Edit) -> None:
        window.session.do(label, window.desk.model_id, edit)

    row = RuleRow(rule, do)
    box = row.thresholds["most"]
    row.show_settings(window.desk.document.settings)
    assert box.value() == 8
    box.setValue(12)
    assert window.desk.document.settings.rules["R99"] == RuleSetting.model_validate({"options": {"most": 12}})
    row.show_settings(window.desk.document.settings)
    assert box.value() == 12
    box.setValue(8)
    assert "R99" not in window.desk.document.settings.rules
    row.deleteLater()


def test_after_an_edit_the_window_finds_what_a_check_finds_and_another_document_is_begun_afresh(window: Window) -> None:
    show(window, LOOSE)
    for role in ("ceo", "headteacher", "head_of_school"):
        drop(window, role, (600, 0))
        assert window.checking.findings(window.desk.model_id) == check(window.desk.document, window.desk.model_id)
    document = window.desk.document
    for _ in range(6):
        document = pages.duplicate_model(document, document.order[0])
    window.filing.take(document, None)
    window.show_document(document)
    for model_id in document.order:
        assert window.checking.findings(model_id) == check(document, model_id)
    assert list(window.checking._memory) == list(document.order[-4:])
    show(window, LOOSE)
    assert len(window.checking._memory) == 1


def test_a_double_click_does_one_repair_and_says_so(window: Window, qtbot: QtBot) -> None:
    show(window, LOOSE)
    qtbot.waitUntil(lambda: not window.check.trying)
    button = next(row.repairs[0] for row in window.findings.rows() if row.repairs and not row.repairs[0].isHidden())
    words = button.accessibleName()
    QTest.mouseClick(button, _LEFT, _NONE)
    assert window.statusBar().currentMessage() == f"Done: {words}. Ctrl+Z takes it back."
    qtbot.waitUntil(lambda: not window.check.trying)
    second = next(row.repairs[0] for row in window.findings.rows() if row.repairs and not row.repairs[0].isHidden())
    QTest.mouseDClick(second, _LEFT, _NONE)
    assert len(window.session.history.done) == 1, "what is pressed so soon after a click is not meant"
    QTest.qWait(QApplication.doubleClickInterval() + 100)
    QTest.mouseClick(second, _LEFT, _NONE)
    assert len(window.session.history.done) == 2


def test_a_form_has_its_height_after_a_repair_and_is_in_sight(window: Window, qtbot: QtBot) -> None:
    show(window, LOOSE)
    qtbot.waitUntil(lambda: not window.check.trying)
    rows = window.findings.rows()
    window.check.fix(rows[0].finding, 0)
    last = window.findings.rows()[-1]
    last.aside.click()
    form = last.form
    assert form is not None
    qtbot.waitUntil(lambda: form.height() >= form.sizeHint().height())
    assert form.reason.height() >= form.reason.sizeHint().height()
    qtbot.waitUntil(lambda: form.keep.visibleRegion().boundingRect() == form.keep.rect())
