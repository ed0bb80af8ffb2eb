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
from modelbuilder.windows.work import Work

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


def show(work: Work, text: str, *, checking: bool = True) -> None:
    """Put a chart on the canvas."""
    document = place_all(chart(text))
    work.filing.take(document, None)
    work.show_document(document)
    work.check.turn(checking)


def drop(work: Work, key: str, at: tuple[float, float]) -> None:
    """Add a thing from the palette."""
    verbs.add_at(work.desk, next(kind for kind in kinds() if kind.key == key), Point(*at))
    work.desk.select()


def codes(work: Work) -> set[str]:
    """Return the rules by which something is found."""
    return {finding.code for finding in work.checking.findings(work.desk.model_id)}


def row_of(work: Work, code: str) -> Row:
    """Return the row of a finding in the panel."""
    return next(row for row in work.findings.rows() if row.finding.code == code)


def hover(button: Repair, *, over: bool = True) -> None:
    """Bring the mouse over a repair, or away from it."""
    spot = QPointF(5, 5)
    event = QEnterEvent(spot, spot, QPointF(button.mapToGlobal(spot))) if over else QEvent(QEvent.Type.Leave)
    QApplication.sendEvent(button, event)


@pytest.fixture
def clock(work: Work) -> Callable[[float], None]:
    """Stop the window's clock; what is returned lets time pass."""
    now = [100.0]
    work.checking.clock = lambda: now[0]

    def wait(seconds: float) -> None:
        now[0] += seconds
        work.check.refresh()

    return wait


# Quiet by default


def test_what_was_just_dropped_is_met_with_a_count_and_nothing_else(work: Work) -> None:
    drop(work, "headteacher", (0, 0))
    drop(work, "school", (600, 0))
    drop(work, "governing_body", (1200, 0))
    findings = work.checking.findings(work.desk.model_id)
    assert findings
    assert not work.findings.isVisible()
    assert not work.check_area.isVisible()
    assert all(item.badge is None for item in work.canvas._things.values())
    errors = sum(1 for finding in findings if finding.severity is Severity.ERROR)
    assert work.count.words().startswith(f"{errors} must fix")
    assert work.count.isVisible()


def test_the_count_says_when_there_is_nothing_to_count(work: Work) -> None:
    assert work.count.words() == "Nothing drawn yet"
    show(work, LOOSE + "HT1 accountable_to GB1\n", checking=False)
    words = work.count.words()
    assert "must fix" not in words
    assert words


def test_a_click_on_the_count_turns_check_mode_on_and_the_button_off_again(work: Work) -> None:
    show(work, LOOSE, checking=False)
    QTest.mouseClick(work.count, _LEFT)
    assert work.check.on
    assert work.findings.isVisible()
    assert work.commands.actions["check"].isChecked()
    head = thing(work.desk.document, "HT1")
    assert work.canvas._things[head].badge is not None
    work.commands.run("check")
    assert not work.findings.isVisible()
    assert work.canvas._things[head].badge is None


def test_the_next_finding_is_shown_in_check_mode(work: Work) -> None:
    show(work, LOOSE, checking=False)
    work.commands.run("next_finding")
    assert work.check.on
    assert work.desk.view.selection


def test_check_mode_stays_through_selection_pages_and_tools_but_not_into_another_document(work: Work) -> None:
    show(work, LOOSE)
    work.desk.select(thing(work.desk.document, "HT1"))
    work.commands.run("select_all")
    work.commands.run("add_model")
    work.commands.run("previous_model")
    assert work.check.on
    work.commands.run("delete")
    assert work.check.on
    work.show_document(place_all(chart(LOOSE)))
    assert not work.check.on


# Grey at first


def test_a_finding_is_grey_until_it_is_two_seconds_old(work: Work, clock: Callable[[float], None]) -> None:
    show(work, LOOSE + "HT1 accountable_to GB1\n")
    head = thing(work.desk.document, "HT1")
    model_id = work.desk.model_id
    line = next(
        one for one, row in work.desk.model.lines.items() if row.source == head and row.kind == "accountable_to"
    )
    work.session.do("Delete", model_id, lambda document: edits.remove(document, model_id, [line]))
    row = row_of(work, "R06")
    assert row.new
    assert work.canvas._things[head].badge == Badge("warning")  # what was found before it
    assert work.check._timer.isActive()
    clock(GREY / 2)
    assert row_of(work, "R06") is row
    assert row.new
    clock(GREY / 2)
    assert not row.new
    assert work.canvas._things[head].badge == Badge("error")


def test_badges_of_what_was_just_dropped_are_grey(work: Work, clock: Callable[[float], None]) -> None:
    work.check.turn(True)
    drop(work, "headteacher", (0, 0))
    (item,) = work.canvas._things.values()
    assert item.badge == Badge("error", new=True)
    clock(GREY)
    assert item.badge == Badge("error")


def test_what_was_found_on_opening_is_not_new(work: Work, clock: Callable[[float], None]) -> None:
    show(work, LOOSE)
    assert not row_of(work, "R06").new


# Repairs


def test_a_repair_is_seen_before_it_is_done_and_esc_puts_everything_back(work: Work) -> None:
    show(work, LOOSE)
    before, page = work.desk.document, work.desk.page()
    button = row_of(work, "R06").repairs[0]
    hover(button)
    ghost = work.canvas.ghost
    assert ghost is not None
    assert any(one in ghost.page.routes or one in ghost.page.rects for one in ghost.come)
    assert work.desk.document is before
    QTest.keyClick(work.canvas, Qt.Key.Key_Escape)
    assert work.canvas.ghost is None
    assert work.desk.document is before
    assert work.canvas.page is page
    assert all(item.opacity() == 1 for item in work.canvas._things.values())
    hover(button)
    hover(button, over=False)
    assert work.canvas.ghost is None


def test_the_ghost_is_tapped_on_the_canvas_to_do_the_repair_as_one_step(work: Work) -> None:
    show(work, LOOSE)
    before = work.desk.document
    hover(row_of(work, "R06").repairs[0])
    ghost = work.canvas.ghost
    assert ghost is not None
    line_id = next((one for one in ghost.come if one in ghost.page.routes), None)
    if line_id is None:
        rect = ghost.page.rects[next(iter(ghost.come))]
        spot = Point(rect.cx, rect.cy)
    else:
        a, b = ghost.page.routes[line_id][:2]
        spot = Point((a.x + b.x) / 2, (a.y + b.y) / 2)
    QTest.mouseClick(work.canvas.viewport(), _LEFT, _NONE, work.canvas.spot_v(spot).toPoint())
    assert work.canvas.ghost is None
    assert "R06" not in codes(work)
    assert len(work.session.history.done) == 1
    work.commands.undo()
    assert work.desk.document == before


def test_a_press_beside_the_ghost_puts_it_away(work: Work) -> None:
    show(work, LOOSE)
    before = work.desk.document
    hover(row_of(work, "R06").repairs[0])
    QTest.mouseClick(work.canvas.viewport(), _LEFT, _NONE, QPoint(5, 5))
    assert work.canvas.ghost is None
    assert work.desk.document is before


def test_a_finger_taps_once_to_see_and_once_to_do(work: Work, qtbot: QtBot) -> None:
    show(work, LOOSE)
    button = row_of(work, "R06").repairs[0]
    before = work.desk.document
    qtbot.waitUntil(lambda: not work.check.trying)
    work.move(-900, 0)  # the panel into the offscreen screen, beyond which no finger reaches
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect() == button.rect())
    device = QTest.createTouchDevice()
    middle = button.rect().center()
    for _ in range(2):
        assert work.desk.document is before
        down = QTest.touchEvent(button, device)
        down.press(0, middle, button)
        down.commit()
        up = QTest.touchEvent(button, device)
        up.release(0, middle, button)
        up.commit()
        if work.desk.document is before:
            assert button.text() == "Do it"
            assert work.canvas.ghost is not None
    assert "R06" not in codes(work)
    assert len(work.session.history.done) == 1


def test_the_keyboard_sees_a_repair_by_tab_and_does_it_by_enter(work: Work) -> None:
    show(work, LOOSE)
    row = row_of(work, "R06")
    row.offer([fix.title for fix in row.finding.fixes])
    button = row.repairs[0]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert work.check.looked_at is not None
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert work.check.looked_at is None
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert "R06" not in codes(work)


def test_a_ghost_goes_when_the_page_changes_under_it(work: Work) -> None:
    show(work, LOOSE)
    hover(row_of(work, "R06").repairs[0])
    drop(work, "ceo", (0, 900))
    assert work.canvas.ghost is None
    assert work.check.looked_at is None


def test_at_most_three_repairs_are_offered(work: Work) -> None:
    show(work, LOOSE)
    counts = {len(row.repairs) for row in work.findings.rows()}
    assert max(counts) <= 3 and counts != {0}


def test_a_repair_is_offered_once_it_was_tried_and_holds(work: Work, qtbot: QtBot) -> None:
    show(work, LOOSE)
    row = row_of(work, "R06")
    assert row.repairs and all(repair.isHidden() for repair in row.repairs)
    qtbot.waitUntil(lambda: not row.repairs[0].isHidden())
    row.offer([row.finding.fixes[-1].title])
    assert [repair.isHidden() for repair in row.repairs] == [True] * (len(row.repairs) - 1) + [False]


# Set aside


def test_a_finding_is_set_aside_with_a_reason_and_taken_up_again(work: Work) -> None:
    show(work, LOOSE)
    work.findings.today = lambda: date(2026, 3, 4)
    before = work.desk.document
    row = row_of(work, "R06")
    row.aside.click()
    form = row.form
    assert form is not None
    assert not form.keep.isEnabled()
    QTest.keyClicks(form.reason, "Until July")
    QTest.keyClicks(form.by, "Ines Marlowe")
    QTest.keyClick(form.by, Qt.Key.Key_Return)
    (aside,) = work.desk.document.settings.asides
    assert (aside.rule, aside.reason, aside.by, aside.date) == ("R06", "Until July", "Ines Marlowe", "2026-03-04")
    assert "R06" not in codes(work)
    assert work.findings.asides.head.text() == "▸ Set aside (1)"
    assert len(work.session.history.done) == 1
    row = work.findings.rows()[0]
    row.aside.click()
    assert row.form is not None
    assert row.form.by.text() == "Ines Marlowe"
    work.findings.asides.taken_up.emit(aside)
    assert "R06" in codes(work)
    work.commands.undo()
    assert "R06" not in codes(work)
    work.commands.undo()
    assert work.desk.document == before
    assert not work.findings.asides.isVisible()


def test_esc_leaves_the_form_and_what_is_typed_outlives_other_changes(work: Work) -> None:
    show(work, LOOSE)
    row = row_of(work, "R06")
    row.aside.click()
    assert row.form is not None
    QTest.keyClicks(row.form.reason, "Half a rea")
    drop(work, "school", (0, 900))
    assert row_of(work, "R06") is row
    assert row.form.reason.text() == "Half a rea"
    QTest.keyClick(row.form.reason, Qt.Key.Key_Escape)
    assert row.form is None
    assert not work.desk.document.settings.asides


def test_everything_found_at_a_school_is_set_aside_from_its_menu(work: Work) -> None:
    show(work, LOOSE, checking=False)
    school = thing(work.desk.document, "Ash Lane Primary")
    work.desk.select(school)
    work.commands.run("set_aside")
    assert work.check.on
    form = work.findings._form
    assert form is not None
    form.reason.setText("They are looking for a board")
    form.keep.click()
    (aside,) = work.desk.document.settings.asides
    assert (aside.rule, aside.things) == ("", (school,))
    assert "R06" not in codes(work)


def test_where_nothing_is_found_nothing_is_set_aside(work: Work) -> None:
    show(work, LOOSE + "HT1 accountable_to GB1\n", checking=False)
    work.session.do("Quiet", work.desk.model_id, lambda document: settings.choose_preset(document, "quiet"))
    work.desk.select(thing(work.desk.document, "GB1"))
    work.commands.run("set_aside")
    assert work.findings._form is None


def test_what_is_out_of_date_is_listed_as_such(work: Work) -> None:
    show(work, LOOSE)
    row = row_of(work, "R06")
    work.check.set_aside(row.finding, "Until July", "")
    work.check.fix(row.finding, 0)
    ((_, covered),) = work.checking.asides(work.desk.model_id)
    assert covered == ()
    assert work.findings.asides.head.text() == "▸ Set aside (1), 1 out of date"


# Presets and rules


def test_a_preset_is_chosen_from_the_menu_as_one_step(work: Work) -> None:
    show(work, LOOSE)
    before = work.desk.document
    menu = work.findings.preset.choices
    quiet = next(choice for choice in menu.actions() if choice.data() == "quiet")
    assert quiet.toolTip() == "Only what must be fixed; nothing to check, no ideas."
    quiet.trigger()
    assert work.desk.document.settings.preset == "quiet"
    found = work.checking.findings(work.desk.model_id)
    assert {finding.severity for finding in found} <= {Severity.ERROR}
    assert work.findings.preset.text() == "Quiet (workshop) ▾"
    work.commands.undo()
    assert work.desk.document == before
    assert work.findings.preset.text() == "Good practice ▾"


def dialog_of(work: Work) -> RulesDialog:
    """Open the list of rules."""
    work.commands.run("rules")
    assert work.check.rules is not None
    return work.check.rules


def test_a_rule_is_turned_off_and_on_and_weighed_and_undo_shows(work: Work) -> None:
    show(work, LOOSE)
    rules = dialog_of(work)
    assert not rules.isModal()
    row = next(row for row in rules.rows if row.rule.code == "R06")
    row.on.click()
    assert work.desk.document.settings.rules["R06"].on is False
    assert "R06" not in codes(work)
    assert row.reset.isVisible()
    row.on.click()
    assert "R06" not in work.desk.document.settings.rules
    row.severity.setCurrentIndex(2)
    row.severity.activated.emit(2)
    assert row_of(work, "R06").finding.severity is Severity.ADVICE
    work.commands.undo()
    assert row.severity.currentText() == "Must fix"
    work.commands.redo()
    rules.reset.click()
    assert not work.desk.document.settings.rules
    rules.close()


def test_in_a_quiet_workshop_a_rule_can_be_turned_on_by_itself(work: Work) -> None:
    show(work, LOOSE)
    work.check.choose_preset("quiet")
    rules = dialog_of(work)
    row = next(row for row in rules.rows if row.rule.severity is Severity.WARNING)
    assert not row.on.isChecked()
    row.on.click()
    assert work.desk.document.settings.rules[row.rule.code].on is True
    row.on.click()
    assert row.rule.code not in work.desk.document.settings.rules
    rules.close()


def test_rules_are_found_by_any_words(work: Work) -> None:
    rules = dialog_of(work)
    rules.search.setText("UPWARD every")
    assert [row.rule.code for row in rules.rows if row.isVisible()] == ["R06"]
    rules.search.setText("zebra")
    assert rules.nothing.isVisible()
    rules.close()


def test_a_threshold_is_set_and_forgotten_when_it_is_the_usual_one(work: Work) -> None:
    show(work, LOOSE)
    options = (Option("most", 8, "direct reports"),)
    rule = Rule("R99", "wide", "No wide spans", Severity.WARNING, "INF", "practice", options=options)

    def do(label: str, edit: Edit) -> None:
        work.session.do(label, work.desk.model_id, edit)

    row = RuleRow(rule, do)
    box = row.thresholds["most"]
    row.show_settings(work.desk.document.settings)
    assert box.value() == 8
    box.setValue(12)
    assert work.desk.document.settings.rules["R99"] == RuleSetting.model_validate({"options": {"most": 12}})
    row.show_settings(work.desk.document.settings)
    assert box.value() == 12
    box.setValue(8)
    assert "R99" not in work.desk.document.settings.rules
    row.deleteLater()


def test_after_an_edit_the_window_finds_what_a_check_finds_and_another_document_is_begun_afresh(work: Work) -> None:
    show(work, LOOSE)
    for role in ("ceo", "headteacher", "head_of_school"):
        drop(work, role, (600, 0))
        assert work.checking.findings(work.desk.model_id) == check(work.desk.document, work.desk.model_id)
    document = work.desk.document
    for _ in range(6):
        document = pages.duplicate_model(document, document.order[0])
    work.filing.take(document, None)
    work.show_document(document)
    for model_id in document.order:
        assert work.checking.findings(model_id) == check(document, model_id)
    assert list(work.checking._memory) == list(document.order[-4:])
    show(work, LOOSE)
    assert len(work.checking._memory) == 1


def test_a_double_click_does_one_repair_and_says_so(work: Work, qtbot: QtBot) -> None:
    show(work, LOOSE)
    qtbot.waitUntil(lambda: not work.check.trying)
    button = next(row.repairs[0] for row in work.findings.rows() if row.repairs and not row.repairs[0].isHidden())
    words = button.accessibleName()
    QTest.mouseClick(button, _LEFT, _NONE)
    assert work.status.currentMessage() == f"Done: {words}. Ctrl+Z takes it back."
    qtbot.waitUntil(lambda: not work.check.trying)
    second = next(row.repairs[0] for row in work.findings.rows() if row.repairs and not row.repairs[0].isHidden())
    QTest.mouseDClick(second, _LEFT, _NONE)
    assert len(work.session.history.done) == 1, "what is pressed so soon after a click is not meant"
    QTest.qWait(QApplication.doubleClickInterval() + 100)
    QTest.mouseClick(second, _LEFT, _NONE)
    assert len(work.session.history.done) == 2


def test_a_form_has_its_height_after_a_repair_and_is_in_sight(work: Work, qtbot: QtBot) -> None:
    show(work, LOOSE)
    qtbot.waitUntil(lambda: not work.check.trying)
    rows = work.findings.rows()
    work.check.fix(rows[0].finding, 0)
    last = work.findings.rows()[-1]
    last.aside.click()
    form = last.form
    assert form is not None
    qtbot.waitUntil(lambda: form.height() >= form.sizeHint().height())
    assert form.reason.height() >= form.reason.sizeHint().height()
    qtbot.waitUntil(lambda: form.keep.visibleRegion().boundingRect() == form.keep.rect())
