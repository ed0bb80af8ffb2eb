"""Without keyboard, hover or right button: a tap gives buttons, a long press the menu, and a panel the names."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fingers import TouchScreen
from modelbuilder.document.ids import ThingId
from modelbuilder.document.naming import name_thing
from modelbuilder.document.people import with_person
from modelbuilder.editor import verbs
from modelbuilder.editor.newcomers import kinds
from modelbuilder.editor.suggestions import suggestions
from modelbuilder.layout.rect import Point
from modelbuilder.windows.panels import Panel
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
            picker = self.work.picking.picker
            if picker.rect_of(one) is None:
                picker._scroll_to(picker._long)
            rect = picker.rect_of(one)
            assert rect is not None, one
            self.screen.tap(0, rect.center().toPoint(), picker)


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
    assert board.work.picking.offers.isVisible()


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


def _hold(board: Board, qtbot: QtBot, thing_id: ThingId) -> None:
    """Hold a finger still on a thing until its menu is there, and lift it."""
    open_before = _open(board)
    board.screen.press(0, board.spot(thing_id), board.work.canvas.viewport())
    qtbot.waitUntil(lambda: len(_open(board)) > len(open_before))
    board.screen.release(0)


def _open(board: Board) -> list[Panel]:
    return [panel for panel in board.work.findChildren(Panel) if panel.isVisible()]


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
    assert not _open(board)
    board.screen.release(0)
    _hold(board, qtbot, post)
    picker = board.work.picking.picker
    assert {"Rename", "Duplicate", "Delete"} <= {part.words for part in picker._chips}
    assert picker.rect_of("New name") is None
    assert not board.work.hands.busy and not board.work.session.live
    board.choose("Rename")
    assert board.work.picking.picker.rect_of("New name") is not None


def test_a_menu_acts_on_its_own_card_whatever_others_touch_meanwhile(
    board: Board, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("modelbuilder.canvas.touch._LONG", 60)
    other, post, view = board.add("governing_body", 60), board.add("headteacher", 500), board.work.canvas.viewport()
    before, start = board.work.desk.page().rects[other], board.spot(other)
    board.screen.press(1, start, view)
    board.screen.move(1, start + QPoint(30, 20))
    _hold(board, qtbot, post)
    board.choose("Duplicate")
    board.screen.move(1, start + QPoint(60, 20))
    board.screen.release(1)
    assert board.work.desk.page().rects[other] != before, "the other hand has carried its card on"
    assert len(board.work.desk.model.posts) == 2
    _hold(board, qtbot, post)
    board.work.desk.select(other)
    board.choose("Delete")
    assert post not in board.work.desk.model.posts and other in board.work.desk.model.bodies


def test_two_are_asked_at_once_and_each_is_answered_by_itself(board: Board) -> None:
    one, other = board.add("headteacher", 500), board.add("governing_body", 60)
    board.tap(one)
    board.button("Name")
    first = board.work.picking.picker
    board.work.picking.begin(other)
    second = board.work.picking.picker
    assert first is not second and first.isVisible() and second.isVisible()
    for picker, words in ((first, "Amina"), (second, "Governing Body")):
        rect = picker.rect_of(words)
        assert rect is not None, [part.words for part in picker.parts()]
        board.screen.tap(0, rect.center().toPoint(), picker)
    model, people = board.work.desk.model, board.work.desk.document.people
    person = model.posts[one].person
    assert person is not None and people[person].name == "Amina"
    assert not _open(board)


def test_a_question_about_a_line_outlasts_what_other_hands_do(board: Board) -> None:
    post, body, view = board.add("headteacher"), board.add("governing_body", 500), board.work.canvas.viewport()
    third = board.add("deputy_headteacher", 300)
    board.tap(post)
    board.button("Connect")
    start, before = board.spot(third), board.work.desk.page().rects[third]
    board.screen.drag(1, start, start + QPoint(40, 10), view)
    assert board.work.desk.page().rects[third] != before and not board.work.desk.model.lines
    assert board.work.hands.joining == post, "a drag is not a tap"
    board.tap(body)
    offers = board.work.picking.offers
    start = board.spot(third)
    board.screen.drag(1, start, start - QPoint(40, 10), view)
    assert offers.isVisible()
    QTest.keyClick(offers, Qt.Key.Key_Return)
    assert [(line.source, line.target) for line in board.work.desk.model.lines.values()] == [(post, body)]


def test_a_tap_on_the_empty_page_leaves_one_thing_at_a_time(board: Board) -> None:
    post, body, view = board.add("headteacher"), board.add("governing_body", 500), board.work.canvas.viewport()
    board.tap(post)
    board.button("Name")
    board.work.picking.begin(body)
    left = []
    for _ in range(3):
        board.screen.tap(0, QPoint(20, 20), view)
        left.append((len(_open(board)), len(board.work.desk.view.selection)))
    assert left == [(1, 1), (0, 1), (0, 0)]


@pytest.mark.parametrize("gone", ["delete", "undo", "add_model"])
def test_a_panel_goes_with_what_it_asks_about(board: Board, gone: str) -> None:
    post = board.add("headteacher")
    board.tap(post)
    board.button("Name")
    assert len(_open(board)) == 1
    board.work.desk.select(post)
    board.work.commands.run(gone)
    assert not _open(board)


@pytest.mark.parametrize("leave", ["Close", "press elsewhere", "esc"])
def test_a_question_about_a_line_is_left(board: Board, leave: str) -> None:
    post, body, view = board.add("headteacher"), board.add("governing_body", 500), board.work.canvas.viewport()
    board.tap(post)
    board.button("Connect")
    if leave == "press elsewhere":  # which only the mouse leaves by
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=board.spot(body))
    else:
        board.tap(body)
    offers = board.work.picking.offers
    assert offers.isVisible()
    close = offers._close()
    if leave == "Close":
        board.screen.tap(0, QPoint(round(close.cx), round(close.cy)), offers)
    elif leave == "esc":
        board.work.canvas.setFocus()
        QTest.keyClick(board.work.canvas, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert offers.isHidden() and not board.work.desk.model.lines


def test_a_long_press_on_the_empty_page_offers_what_can_be_done_there(
    board: Board, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("modelbuilder.canvas.touch._LONG", 60)
    board.tap(board.add("headteacher"))
    board.screen.press(0, QPoint(30, 30), board.work.canvas.viewport())
    qtbot.waitUntil(lambda: bool(_open(board)))
    board.screen.release(0)
    chips = {part.words for part in board.work.picking.picker._chips}
    assert {"Add…", "Tidy arrangement"} <= chips and not {"Delete", "Rename"} & chips
    assert not board.work.desk.view.selection


def test_a_tile_that_is_armed_waits_for_a_tap_while_others_carry_cards(board: Board) -> None:
    post, view, hands = board.add("headteacher"), board.work.canvas.viewport(), board.work.hands
    hands.arm(next(one for one in kinds() if one.key == "governing_body"), "left")
    start, before = board.spot(post), board.work.desk.page().rects[post]
    board.screen.drag(1, start, start + QPoint(60, 40), view)
    assert board.work.desk.page().rects[post] != before and not board.work.desk.model.bodies
    board.screen.tap(0, QPoint(60, 500), view)
    assert len(board.work.desk.model.bodies) == 1 and hands.armed is None


def test_what_is_armed_is_placed_into_the_box_that_is_tapped(board: Board) -> None:
    school = board.add("school")
    board.work.hands.arm(next(one for one in kinds() if one.key == "headteacher"), "left")
    board.tap(school)
    [post] = board.work.desk.model.posts
    assert board.work.desk.page().home[post] == school


def test_a_card_that_is_dropped_beside_the_page_stays_where_it_was(board: Board) -> None:
    post, view = board.add("headteacher"), board.work.canvas.viewport()
    before, start = board.work.session.document, board.spot(post)
    board.screen.press(0, start, view)
    board.screen.move(0, start + QPoint(40, 0))
    board.screen.move(0, QPoint(-60, 300))
    board.screen.release(0)
    assert board.work.session.document is before and not board.work.session.live
    assert board.work.status.currentMessage() == "Nothing was moved: let go on the page."


def test_buttons_of_a_card_work_while_hands_draw(board: Board) -> None:
    post = board.add("headteacher")
    board.work.commands.run("mode:draw")
    board.work.desk.select(post)
    board.button("Duplicate")
    assert len(board.work.desk.model.posts) == 2 and not board.work.desk.model.strokes


def test_a_frozen_board_says_so_and_nothing_changes_by_buttons_and_keys(board: Board) -> None:
    post, work = board.add("headteacher"), board.work
    work.commands.run("freeze")
    before = work.session.document
    work.desk.select(post)
    for key in ("tidy", "undo", "delete", "duplicate", "vote_model"):
        work.commands.run(key)
        assert work.status.currentMessage().startswith("The board is frozen.")
    QTest.keyClick(work.canvas, Qt.Key.Key_Delete)
    assert work.session.document is before
    assert work.middle.frozen_sign.isVisible()
    work.middle.frozen_sign.wanted.emit()
    assert work.middle.frozen_sign.isHidden()
    work.desk.select(post)
    work.commands.run("delete")
    assert not work.desk.model.posts


def test_the_strip_shows_the_dots_of_a_model(board: Board) -> None:
    board.add("headteacher")
    work = board.work
    for _ in range(2):
        work.commands.run("vote_model")
    assert work.strip._told(work.desk.model_id).words.endswith(" · 2 dots")
    work.commands.run("clear_votes")
    assert "dot" not in work.strip._told(work.desk.model_id).words + work.status.currentMessage()


def test_a_name_is_corrected_or_written_anew_on_the_keys(board: Board) -> None:
    school, work = board.add("school"), board.work
    work.session.do(
        "Name", work.desk.model_id, lambda document: name_thing(document, work.desk.model_id, school, "Ashe")
    )
    board.tap(school)
    board.button("Name")
    board.choose("New name", "Delete", "Done")
    assert work.desk.document.schools[school].name == "Ash"
    board.tap(school)
    board.button("Name")
    board.choose("New name", "E", "l", "m", ",", "?", "Aa", "B", "c", "Done")
    assert work.desk.document.schools[school].name == "Elm,?Bc"


def test_who_then_takes_the_keyboard_types_in_place(board: Board) -> None:
    post, work = board.add("headteacher"), board.work
    board.tap(post)
    assert work.hands.by_touch
    work.canvas.setFocus()
    QTest.keyClick(work.canvas, Qt.Key.Key_Return)
    assert work.naming.isVisible() and not _open(board)
