"""Everything by keys: model B from a blank page, and the keyboard that is never lost and always seen."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from test_looking import B
from test_work import show

from chart import thing
from keystrokes import LINES, MODEL_B, Stroke, lines_by_name, strokes
from modelbuilder.windows.work import Work


def press(work: Work, stroke: Stroke) -> None:
    """Let what has the keyboard take a key, or words."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget), "the keyboard is nowhere"
    assert focused.isVisible()
    assert work.isAncestorOf(focused) or focused.window() is QApplication.activePopupWidget()
    if stroke.words:
        QTest.keyClicks(focused, stroke.words)
        return
    combination = QKeySequence(stroke.key)[0]  # type: ignore[index]
    QTest.keyClick(focused, combination.key(), combination.keyboardModifiers())


def test_model_b_is_built_by_keys_alone(work: Work) -> None:
    work.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    for stroke in strokes(MODEL_B):
        press(work, stroke)
    assert lines_by_name(work.desk.document) == LINES
    assert {finding.code for finding in work.checking.findings(work.desk.model_id)} == set()


KEYS = (
    *("Up", "Down", "Left", "Right", "Shift+Right", "Alt+Down", "Alt+Shift+Left", "Ctrl+Right", "Home", "End"),
    *("Tab", "Backtab", "Return", "L", "Shift+L", "A", "C", "F", "M", "T", "Escape", "Escape", "Escape"),
    *("Ctrl+F", "Ctrl+K", "F9", "F4", "F7", "F8", "Alt+Return", "Ctrl+Z", "Ctrl+Y", "Ctrl+D", "Delete", "Ctrl+L"),
    *("Ctrl+W", "Ctrl+Shift+A", "Ctrl+Shift+M", "Ctrl+R", "Ctrl+PgDown", "Ctrl+T", "Ctrl+.", "Ctrl+Shift+L", "Ins"),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(KEYS), min_size=5, max_size=25))
def test_the_keyboard_is_never_lost_and_always_seen(work: Work, keys: list[str]) -> None:
    show(work, B)
    work.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    for key in keys:
        press(work, Stroke(key))
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        assert focused is not None, key
        assert focused.isVisible(), key
        if focused is work.canvas:
            assert work.canvas.frame.isVisible() or work.canvas._selection_seen(), key
    while QApplication.activePopupWidget() is not None:
        press(work, Stroke("Escape"))
    while work.chooser.isVisible() or work.naming.isVisible() or work.picking.offers.isVisible():
        press(work, Stroke("Escape"))
        QApplication.processEvents()


def test_esc_in_a_field_leaves_it_for_the_canvas(work: Work) -> None:
    show(work, B)
    work.desk.select(thing(work.desk.document, "HoS1"))
    work.canvas.setFocus()
    QApplication.processEvents()
    press(work, Stroke("Alt+Return"))
    focused = QApplication.focusWidget()
    assert focused is not None
    assert work.inspector.isAncestorOf(focused)
    press(work, Stroke("Escape"))
    QApplication.processEvents()
    assert work.canvas.hasFocus()


def test_plain_letters_of_the_canvas_are_letters_in_a_field(work: Work) -> None:
    show(work, B)
    work.palette_panel.search.setFocus()
    press(work, Stroke(words="cfa"))
    assert work.palette_panel.search.text() == "cfa"
    assert "chooser" not in work.__dict__


def test_a_frame_shows_the_keyboard_only_while_keys_are_used(work: Work) -> None:
    show(work, B)
    work.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not work.canvas.frame.isVisible()
    press(work, Stroke("Home"))
    assert not work.canvas.frame.isVisible(), "the ring of what is selected shows it"
    press(work, Stroke("Escape"))
    assert work.canvas.frame.isVisible()
    QTest.mouseClick(work.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(2, 2))
    assert not work.canvas.frame.isVisible()
