"""Everything by keys: model B from a blank page, and the keyboard that is never lost and always seen."""

from keystrokes import LINES, MODEL_B, Stroke, lines_by_name, strokes
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from modelbuilder.windows.work import Work


def press(work: Work, stroke: Stroke) -> None:
    """Let what has the keyboard take a key, or words."""
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget), "the keyboard is nowhere"
    assert focused.isVisible()
    assert work.isAncestorOf(focused)
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
