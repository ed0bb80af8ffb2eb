"""A show: keys, taps and swipes turn its pages, the room is asked, and nothing of it stays in the document."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCloseEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chart import chart
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.windows import board as board_module
from modelbuilder.windows.board import Board
from modelbuilder.windows.board_keys import HELP, KEYS
from modelbuilder.windows.cues import Cues
from modelbuilder.windows.presenter import Presenter
from modelbuilder.windows.work import Work

STORY = """
model A "Another"
stage B/1 "Bones" narration="A headteacher and a board." notes="Ask who covers."
school "Wrenbeck Primary" category=maintained
post HT role=headteacher at="Wrenbeck Primary" held_by="Ines Marlowe-Tate"
stage B/2 "A deputy" predict="Who steps in when Ines is away?"
post DHT role=deputy_headteacher at="Wrenbeck Primary" held_by="Kit Lorimer"
DHT accountable_to HT
stage B/3 "Governors"
body GB kind=governing_body of="Wrenbeck Primary"
HT accountable_to GB
"""
OPTIONS = """
model A
model B
post HT role=headteacher
model C
"""
PICTURE = (1280, 720)


@pytest.fixture
def show(work: Work, qtbot: QtBot) -> Iterator[Presenter]:
    """Begin a show at the first stage of a story."""
    document = place_all(chart(STORY))
    work.filing.take(document, None)
    work.show_document(document, document.order[1])
    work.commands.run("present")
    presenter = work.commands.presenter
    assert presenter is not None
    presenter.board.resize(*PICTURE)
    qtbot.waitExposed(presenter.board)
    yield presenter
    presenter.end()


def at(show: Presenter) -> tuple[int, bool, str]:
    return show.show.at, show.show.asking, show.show.blank


def key(show: Presenter, which: Qt.Key) -> None:
    QTest.keyClick(show.board, which)


def picture(board: Board) -> bytes:
    board.settle()
    image = board.grab().toImage()
    return bytes(image.constBits())


def test_the_keys_of_a_clicker_play_the_story(show: Presenter) -> None:
    seen = [at(show)]
    for _ in range(5):
        key(show, Qt.Key.Key_PageDown)
        seen.append(at(show))
    assert seen == [(0, False, ""), (0, True, ""), (1, False, ""), (2, False, ""), (2, False, ""), (2, False, "")]
    key(show, Qt.Key.Key_PageUp)
    key(show, Qt.Key.Key_Period)
    assert at(show) == (1, False, "black")
    key(show, Qt.Key.Key_B)
    key(show, Qt.Key.Key_W)
    assert at(show) == (1, False, "white")
    key(show, Qt.Key.Key_Home)
    assert at(show) == (0, False, "")
    key(show, Qt.Key.Key_3)
    assert at(show) == (2, False, "")


def test_esc_ends_it_on_the_stage_that_was_shown(show: Presenter, work: Work) -> None:
    before = work.desk.document
    key(show, Qt.Key.Key_End)
    key(show, Qt.Key.Key_Escape)
    assert work.commands.presenter is None
    assert work.desk.model.label == "B/3"
    assert work.desk.document is before
    assert not show.board.isVisible()


def test_closing_the_window_ends_it_too(show: Presenter, work: Work) -> None:
    QApplication.sendEvent(show.board, QCloseEvent())
    assert work.commands.presenter is None


def test_each_moment_is_another_picture(show: Presenter) -> None:
    pictures = [picture(show.board)]
    for which in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_B, Qt.Key.Key_W):
        key(show, which)
        pictures.append(picture(show.board))
    assert len(set(pictures)) == len(pictures)


def test_a_stage_glides_into_the_next(show: Presenter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board_module, "may_move", lambda widget: True)
    first = picture(show.board)
    key(show, Qt.Key.Key_3)
    show.board._animation.pause()
    show.board._step(0.4)
    image = show.board.grab().toImage()
    half = bytes(image.constBits())
    assert half not in (first, picture(show.board))


def tap(show: Presenter, x: float, y: float = 0.4) -> None:
    press(show, QPoint(round(x * show.board.width()), round(y * show.board.height())))


def press(show: Presenter, spot: QPoint) -> None:
    QTest.mouseClick(show.board, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)


def test_taps_turn_pages_by_where_they_are(show: Presenter) -> None:
    tap(show, 0.8)
    assert at(show) == (0, True, "")
    tap(show, 0.8)
    assert at(show) == (1, False, "")
    tap(show, 0.1)
    assert at(show) == (0, False, "")
    dot, sight = show.board._spots(show.show)[2], show.board._fitted()
    press(show, QPoint(round(sight.x + dot.x() * sight.scale), round(sight.y + dot.y() * sight.scale)))
    assert at(show) == (2, False, "")


def test_swipes_turn_pages_and_two_fingers_draw_two_strokes(show: Presenter) -> None:
    show.ask("last")
    device = QTest.createTouchDevice()

    def swipe(begin: int, end: int) -> None:
        QTest.touchEvent(show.board, device).press(0, QPoint(begin, 300), show.board).commit()
        QTest.touchEvent(show.board, device).move(0, QPoint((begin + end) // 2, 300), show.board).commit()
        QTest.touchEvent(show.board, device).release(0, QPoint(end, 300), show.board).commit()

    swipe(300, 900)
    assert at(show) == (1, False, ""), "to the right goes back"
    swipe(900, 300)
    assert at(show) == (2, False, "")
    show.ask("ink")
    both = QTest.touchEvent(show.board, device)
    both.press(0, QPoint(200, 200), show.board).press(1, QPoint(600, 200), show.board).commit()
    both.move(0, QPoint(300, 260), show.board).move(1, QPoint(700, 260), show.board).commit()
    both.release(0, QPoint(300, 260), show.board).release(1, QPoint(700, 260), show.board).commit()
    [strokes] = show.board.ink._kept.values()
    assert len(strokes) == 2
    assert at(show) == (2, False, ""), "who draws turns no page"


def test_ink_stays_with_its_stage_and_is_wiped(show: Presenter, work: Work) -> None:
    plain, document = picture(show.board), work.desk.document
    show.ask("ink")
    begin, end = QPoint(300, 300), QPoint(500, 380)
    QTest.mousePress(show.board, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, begin)
    QTest.mouseMove(show.board, end)
    QTest.mouseRelease(show.board, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    show.ask("ink")
    drawn = picture(show.board)
    assert drawn != plain
    show.ask("jump 2")
    show.ask("first")
    assert picture(show.board) == drawn
    show.ask("wipe")
    assert picture(show.board) == plain
    assert work.desk.document is document


def test_the_laser_follows_the_mouse_and_goes_with_it(show: Presenter) -> None:
    plain = picture(show.board)
    show.ask("laser")
    spot, none = QPointF(400, 300), Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, spot, spot, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(show.board, moved)
    assert picture(show.board) != plain
    QApplication.sendEvent(show.board, QEvent(QEvent.Type.Leave))
    assert picture(show.board) == plain


def test_the_presenters_window_tells_what_to_say_and_what_comes(show: Presenter) -> None:
    key(show, Qt.Key.Key_S)
    cues = show.cues
    assert cues is not None and cues.isVisible()
    assert cues.now_words.text() == "1 of 3   Bones"
    assert (cues.said.text(), cues.notes.text()) == ("A headteacher and a board.", "Ask who covers.")
    assert cues.next_words.text() == "Will ask: Who steps in when Ines is away?"
    assert cues.found.text().startswith("Found at this stage:\n")
    QTest.mouseClick(cues.buttons["forward"], Qt.MouseButton.LeftButton)
    assert cues.next_words.text() == "Asking: Who steps in when Ines is away?"
    for widget in (cues.focusWidget() or cues, cues.buttons["ink"]):
        QTest.keyClick(widget, Qt.Key.Key_Right)
    assert at(show) == (2, False, "")
    QTest.keyClick(cues.buttons["black"], Qt.Key.Key_Space)
    assert at(show) == (2, False, "black"), "a button is pressed by its own keys"
    QTest.keyClick(cues.buttons["black"], Qt.Key.Key_Space)
    assert cues.next_words.text() == "The end"
    assert not cues.buttons["forward"].isEnabled()
    cues.close()
    assert not cues.isVisible()
    assert show.board.isVisible(), "the show goes on"
    key(show, Qt.Key.Key_S)
    QTest.qWaitForWindowActive(cues)
    QTest.keyClick(cues, Qt.Key.Key_S)
    assert not cues.isVisible(), "the key that opens it closes it"


def test_long_notes_scroll_by_keys(show: Presenter) -> None:
    key(show, Qt.Key.Key_S)
    cues = show.cues
    assert cues is not None
    cues.notes.setText("Ask. " * 900)
    QApplication.processEvents()
    QTest.keyClick(cues, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert cues.told.verticalScrollBar().value() > 0
    QTest.keyClick(cues, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert cues.told.verticalScrollBar().value() == 0
    assert at(show) == (0, False, "")


def test_the_clock_is_stopped_and_begun_again(qtbot: QtBot) -> None:
    now = [100.0]
    cues = Cues(lambda name: None, 100.0, lambda: now[0])
    qtbot.addWidget(cues)
    now[0] += 65
    cues.tick()
    assert cues.time.text() == "1:05"
    cues.pause.click()
    now[0] += 30
    cues.tick()
    assert (cues.time.text(), cues.pause.text()) == ("1:05", "Go on")
    cues.pause.click()
    now[0] += 3600
    cues.tick()
    assert cues.time.text() == "1:01:05"
    cues.again.click()
    assert cues.time.text() == "0:00"


def test_a_stage_that_is_deleted_meanwhile_is_left_out(show: Presenter, work: Work) -> None:
    show.ask("last")
    work.commands.run("delete_model")
    assert (len(show.show.stages), show.show.at) == (2, 1)
    work.commands.undo()


def test_options_are_shown_one_after_the_other(work: Work) -> None:
    document = place_all(chart(OPTIONS))
    work.filing.take(document, None)
    work.show_document(document)
    assert not work.commands.actions["present"].isEnabled(), "nothing is drawn in it"
    work.desk.turn_to(document.order[1])
    work.commands.run("present")
    presenter = work.commands.presenter
    assert presenter is not None
    assert [document.models[one].label for one in presenter.show.stages] == ["A", "B", "C"]
    assert presenter.show.at == 1
    presenter.end()


def test_every_key_is_told() -> None:
    told = " ".join(keys for _, keys in HELP)
    for which, name in {"→": "forward", "←": "back", "B": "black", "W": "white", "I": "ink", "Esc": "end"}.items():
        assert which in told and name in KEYS.values()
