"""Without keyboard, hover or right button: a tap gives buttons, a long press the menu, and a panel the names."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from fingers import TouchScreen
from modelbuilder.document.ids import ThingId
from modelbuilder.document.people import with_person
from modelbuilder.editor import verbs
from modelbuilder.editor.newcomers import kinds
from modelbuilder.editor.suggestions import suggestions
from modelbuilder.layout.rect import Point
from modelbuilder.windows.work import Work


class Board:
    """The work page within the offscreen screen, beyond which no finger reaches, and a finger."""

    def __init__(self, work: Work) -> None:
        self.work, self.screen = work, TouchScreen()
        work.side.hide()
        work.canvas.setFixedSize(560, 600)
        QApplication.processEvents()
        work.canvas.zoom_to(0.6)
        work.canvas.centerOn(420, 400)

    def add(self, key: str, y: float = 100) -> ThingId:
        """Put a card of a kind onto the page."""
        self.work.desk.select()
        made = verbs.add_at(self.work.desk, next(one for one in kinds() if one.key == key), Point(420, y))
        self.work.desk.select()
        return made

    def spot(self, thing_id: ThingId) -> QPoint:
        """Return where a thing is in the viewport."""
        rect = self.work.desk.page().rects[thing_id]
        return self.work.canvas.spot_v(Point(rect.x + 30, rect.y + 30)).toPoint()

    def tap(self, thing_id: ThingId) -> None:
        """Tap a thing."""
        self.screen.tap(0, self.spot(thing_id), self.work.canvas.viewport())

    def button(self, words: str) -> None:
        """Tap a button of the card that is selected."""
        shown = next(one for one in self.work.canvas._overlay._adornments if one.words == words)
        at_v = self.work.canvas.spot_v(Point(shown.rect.cx, shown.rect.cy)).toPoint()
        self.screen.tap(0, at_v, self.work.canvas.viewport())

    def choose(self, *words: str) -> None:
        """Tap what has these words on the panel of names, one after the other."""
        for one in words:
            rect = self.work.picking.picker.rect_of(one)
            assert rect is not None, one
            self.screen.tap(0, rect.center().toPoint(), self.work.picking.picker)


@pytest.fixture
def board(work: Work) -> Board:
    return Board(work)


def test_a_tap_gives_a_card_its_buttons_and_each_works(board: Board) -> None:
    post, desk = board.add("headteacher"), board.work.desk
    board.tap(post)
    words = [one.words for one in board.work.canvas._overlay._adornments if one.words]
    assert words == ["Connect", "Name", "Duplicate", "Away", "Who?", "Vote", "Delete"]
    board.button("Away")
    assert desk.view.away == {post}
    board.button("Back")
    assert not desk.view.away
    board.button("Duplicate")
    assert len(desk.model.posts) == 2
    board.button("Delete")
    assert set(desk.model.posts) == {post}
    other = board.add("governing_body", 500)
    board.tap(post)
    board.button("Connect")
    assert board.work.hands.joining == post
    board.tap(other)
    assert board.work.offers.isVisible()


def test_a_name_is_taken_from_people_of_the_document_or_from_common_ones(board: Board) -> None:
    post, work = board.add("headteacher"), board.work
    work.session.do("Name", work.desk.model_id, lambda document: with_person(document, "Dai Okonedo-Reyes")[0])
    assert [row.heading for row in suggestions(work.desk, post)] == ["No place yet in this model", "Common names"]
    board.tap(post)
    board.button("Name")
    assert work.naming.isHidden() and work.picking.picker.isVisible()
    board.choose("Dai Okonedo-Reyes")
    assert work.picking.picker.isHidden()
    person = work.desk.model.posts[post].person
    assert person is not None and work.desk.document.people[person].name == "Dai Okonedo-Reyes"
    assert [row.heading for row in suggestions(work.desk, post)] == ["In this document", "Common names"]
    steps = len(work.session.history.done)
    work.commands.run("undo")
    assert work.desk.model.posts[post].person is None and len(work.session.history.done) == steps - 1


def test_a_new_name_is_written_on_keys_that_a_finger_presses(board: Board) -> None:
    school, work = board.add("school"), board.work
    board.tap(school)
    board.button("Name")
    board.choose("New name", "A", "s", "h", "x", "Delete", "Space", "L", "n", "Done")
    assert work.desk.document.schools[school].name == "Ash Ln"


@pytest.mark.parametrize("leave", ["Close", "esc", "page"])
def test_leaving_the_panel_leaves_the_name(board: Board, leave: str) -> None:
    post, work = board.add("headteacher"), board.work
    board.tap(post)
    board.button("Name")
    before = work.session.document
    if leave == "esc":
        QTest.keyClick(work.picking.picker, Qt.Key.Key_Escape)
    elif leave == "page":
        board.screen.tap(0, QPoint(20, 20), work.canvas.viewport())
    else:
        board.choose(leave)
    assert work.picking.picker.isHidden()
    assert work.session.document is before


def test_a_real_keyboard_writes_there_too(board: Board) -> None:
    post, work = board.add("headteacher"), board.work
    board.tap(post)
    board.button("Name")
    QTest.keyClicks(work.picking.picker, "Wren")
    QTest.keyClick(work.picking.picker, Qt.Key.Key_Return)
    assert {one.name for one in work.desk.document.people.values()} == {"Wren"}


def test_a_drag_scrolls_the_names_and_takes_none(board: Board) -> None:
    post, work = board.add("headteacher"), board.work
    board.tap(post)
    board.button("Name")
    picker = work.picking.picker
    picker.resize(picker.width(), picker.height())
    rect = picker.rect_of("Amina")
    assert rect is not None and picker._long > picker._shown
    start = rect.center().toPoint()
    board.screen.drag(0, start, start - QPoint(0, 60), picker)
    assert picker.isVisible() and picker._scroll == 60
    assert work.desk.model.posts[post].person is None


def test_who_names_with_the_mouse_types_in_place(board: Board) -> None:
    post, work = board.add("headteacher"), board.work
    view = work.canvas.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=board.spot(post))
    shown = next(one for one in work.canvas._overlay._adornments if one.words == "Name")
    at_v = work.canvas.spot_v(Point(shown.rect.cx, shown.rect.cy)).toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at_v)
    assert work.naming.isVisible()


def test_a_long_press_opens_the_menu_and_a_short_or_moved_one_does_not(
    board: Board, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("modelbuilder.canvas.touch._LONG", 60)
    post, view = board.add("headteacher"), board.work.canvas.viewport()
    board.tap(post)
    board.screen.press(0, board.spot(post), view)
    start = board.spot(post)
    board.screen.move(0, start + QPoint(40, 40))
    board.screen.move(0, start)
    qtbot.wait(120)
    assert QApplication.activePopupWidget() is None
    board.screen.release(0)
    board.screen.press(0, board.spot(post), view)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert {"Rename", "Duplicate", "Delete"} <= {action.text() for action in menu.actions()}
    assert not board.work.hands.busy and not board.work.session.live
    menu.close()
    board.screen.forget(0)
