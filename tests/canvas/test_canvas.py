"""The canvas translates real events of mouse, pen and fingers into pointers, and paints what it should."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QPaintEvent,
    QPointingDevice,
    QRegion,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from showing import show_canvas

from modelbuilder.canvas.canvas import Canvas
from modelbuilder.canvas.far import FAR, FARTHEST, is_far
from modelbuilder.document import pages
from modelbuilder.document.ids import ThingId
from modelbuilder.drawing import style
from modelbuilder.drawing.page import draw
from modelbuilder.editor.session import Session
from modelbuilder.render.qt import lend_fonts
from modelbuilder.windows.work import Work
from play import Play, Spot, federation

_NONE = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


class Board:
    """A canvas on the screen with the events that hands make on it; spots are points of the page or handles."""

    def __init__(self, play: Play, canvas: Canvas) -> None:
        self.play = play
        self.canvas = canvas
        self.fingers = QTest.createTouchDevice()

    def at(self, spot: Spot, dx_v: float = 0, dy_v: float = 0) -> QPoint:
        """Return where a spot is in the viewport, and so many pixels beside it."""
        return (self.canvas.spot_v(self.play.spot(spot)) + QPointF(dx_v, dy_v)).toPoint()

    def mouse(self, kind: QEvent.Type, at_v: QPoint, button: Qt.MouseButton = _LEFT) -> None:
        """Send an event of the mouse."""
        view = self.canvas.viewport()
        down = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
        cause = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else button
        spot = QPointF(at_v)
        event = QMouseEvent(kind, spot, QPointF(view.mapToGlobal(at_v)), cause, down, _NONE)
        QApplication.sendEvent(view, event)

    def drag(self, start_v: QPoint, end_v: QPoint, button: Qt.MouseButton = _LEFT) -> None:
        """Drag with a button of the mouse."""
        self.mouse(QEvent.Type.MouseButtonPress, start_v, button)
        self.mouse(QEvent.Type.MouseMove, (start_v + end_v) / 2, button)
        self.mouse(QEvent.Type.MouseMove, end_v, button)
        self.mouse(QEvent.Type.MouseButtonRelease, end_v, button)

    def touch(self, *ways: tuple[QPoint, QPoint], let_go: bool = True) -> None:
        """Put one finger down for each way, move them together along their ways, and lift them."""
        view = self.canvas.viewport()
        down = QTest.touchEvent(view, self.fingers)
        for finger, (start, _) in enumerate(ways):
            down.press(finger, start, view)
        down.commit()
        for share in (0.5, 1.0):
            along = QTest.touchEvent(view, self.fingers)
            for finger, (start, end) in enumerate(ways):
                along.move(finger, start + (end - start) * share, view)
            along.commit()
        if let_go:
            up = QTest.touchEvent(view, self.fingers)
            for finger, (_, end) in enumerate(ways):
                up.release(finger, end, view)
            up.commit()

    def picture(self) -> QImage:
        """Paint the canvas."""
        return self.canvas.grab().toImage()


@pytest.fixture
def board(qtbot: QtBot) -> Iterator[Board]:
    play = Play(federation())
    canvas = show_canvas(qtbot, play, 0.4, (800, 500))
    yield Board(play, canvas)


def test_the_mouse_drags_a_card(board: Board) -> None:
    start = board.at("SENCO")
    board.drag(start, start + QPoint(40, 80))
    rect = board.play.rect("SENCO")
    assert (rect.x, rect.y) == (1400, 800), "40 and 80 pixels are 100 and 200 on the page at zoom 0.4"
    assert board.canvas._things[board.play.id("SENCO")].pos().toTuple() == (1400, 800)
    assert board.play.steps() == ["Move SENCO"]


def test_a_press_of_the_middle_button_pans(board: Board) -> None:
    before = board.canvas.middle()
    start = board.at("SENCO")
    board.drag(start, start + QPoint(40, 80), Qt.MouseButton.MiddleButton)
    after = board.canvas.middle()
    assert (before.x - after.x, before.y - after.y) == pytest.approx((100, 200), abs=4)
    assert board.play.document is board.play.start


def test_two_fingers_drag_two_cards_at_once(board: Board) -> None:
    senco, la = board.at("SENCO"), board.at("LA")
    board.touch((senco, senco + QPoint(40, 80)), (la, la + QPoint(-80, 48)))
    assert board.play.rect("SENCO")[:2] == (1400, 800)
    assert board.play.rect("LA")[:2] == pytest.approx((1100, 120), abs=10)
    assert sorted(step.split()[0] for step in board.play.steps()) == ["Move", "Move"]


def test_a_finger_on_a_card_and_the_mouse_on_another_do_not_mind_each_other(board: Board) -> None:
    senco, la = board.at("SENCO"), board.at("LA")
    board.touch((senco, senco + QPoint(40, 80)), let_go=False)
    board.drag(la, la + QPoint(-80, 48))
    assert board.play.rect("SENCO")[:2] == (1400, 800)
    assert board.play.rect("LA")[0] < 1200
    assert len(board.play.steps()) == 1
    assert board.play.session.live
    board.play.cancel(("finger", 0))


def test_one_finger_on_the_empty_page_pans(board: Board) -> None:
    before, start = board.canvas.middle(), board.at((0, 1250))
    board.touch((start, start + QPoint(48, 32)))
    after = board.canvas.middle()
    assert (before.x - after.x, before.y - after.y) == pytest.approx((120, 80), abs=4)
    assert board.canvas.zoom == 0.4


def test_two_fingers_on_the_empty_page_pinch(board: Board) -> None:
    left, right = board.at((1400, 1150)), board.at((1500, 1150))
    middle = QPointF(left + right) / 2
    under = board.canvas.mapToScene(middle.toPoint())
    board.touch((left, left - QPoint(20, 0)), (right, right + QPoint(20, 0)))
    assert board.canvas.zoom == pytest.approx(0.8, rel=0.05)
    after = board.canvas.mapToScene(middle.toPoint())
    assert (after.x(), after.y()) == pytest.approx((under.x(), under.y()), abs=6)


def test_a_tap_of_a_finger_selects_and_one_beside_clears(board: Board) -> None:
    senco, beside = board.at("SENCO"), board.at((1400, 1150))
    board.touch((senco, senco))
    assert board.play.selected() == {board.play.id("SENCO")}
    board.touch((beside, beside))
    assert board.play.selected() == set()


def test_cancelled_touches_put_back_what_fingers_hold_and_nothing_else(board: Board) -> None:
    senco, la = board.at("SENCO"), board.at("LA")
    board.mouse(QEvent.Type.MouseButtonPress, la)
    board.mouse(QEvent.Type.MouseMove, la + QPoint(100, 100))
    board.touch((senco, senco + QPoint(40, 80)), let_go=False)
    assert board.play.rect("SENCO").x == 1400
    cancel = QTouchEvent(QEvent.Type.TouchCancel, board.fingers, _NONE, [])
    QApplication.sendEvent(board.canvas.viewport(), cancel)
    assert board.play.rect("SENCO").x == 1300
    assert board.canvas._things[board.play.id("SENCO")].pos().x() == 1300
    assert board.play.rect("LA").x > 1400
    board.mouse(QEvent.Type.MouseButtonRelease, la + QPoint(100, 100))
    assert len(board.play.steps()) == 1


def test_a_pen_is_a_pointer_of_its_own(board: Board) -> None:
    board.play.hands.use(replace(board.play.hands.means, pen_draws=False))
    start = board.at("SENCO")
    end = start + QPoint(40, 80)
    for kind, at_v, button, down in (
        (QEvent.Type.TabletPress, start, _LEFT, _LEFT),
        (QEvent.Type.TabletMove, end, Qt.MouseButton.NoButton, _LEFT),
        (QEvent.Type.TabletRelease, end, _LEFT, Qt.MouseButton.NoButton),
    ):
        view = board.canvas.viewport()
        device, spot = QPointingDevice.primaryPointingDevice(), QPointF(at_v)
        where = QPointF(view.mapToGlobal(at_v))
        event = QTabletEvent(kind, device, spot, where, 0.5, 0, 0, 0, 0, 0, _NONE, button, down)
        QApplication.sendEvent(view, event)
        if kind == QEvent.Type.TabletMove:
            assert board.play.session.held() == {board.play.id("SENCO")}
    assert board.play.rect("SENCO")[:2] == (1400, 800)


@pytest.mark.parametrize("turn", [240, -240])
def test_the_wheel_zooms_around_the_pointer(board: Board, turn: int) -> None:
    at_v = board.at("SENCO")
    before, zoom = board.canvas.mapToScene(at_v), board.canvas.zoom
    view = board.canvas.viewport()
    event = QWheelEvent(
        QPointF(at_v),
        QPointF(view.mapToGlobal(at_v)),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        _NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with_signal: list[float] = []
    board.canvas.zoomed.connect(with_signal.append)
    QApplication.sendEvent(view, event)
    assert (board.canvas.zoom > zoom) == (turn > 0)
    assert with_signal == [board.canvas.zoom]
    after = board.canvas.mapToScene(at_v)
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()), abs=4 / board.canvas.zoom)


def test_a_double_click_asks_to_name_the_thing(board: Board, qtbot: QtBot) -> None:
    at_v = board.at("SENCO")
    with qtbot.waitSignal(board.canvas.named) as named:
        QTest.mouseDClick(board.canvas.viewport(), _LEFT, _NONE, at_v)
    assert named.args == [board.play.id("SENCO")]
    assert not board.play.hands.busy


def _colours(picture: QImage) -> set[str]:
    scaled = picture.convertToFormat(QImage.Format.Format_RGB32)
    return {
        scaled.pixelColor(x, y).name().upper()
        for x in range(0, scaled.width(), 3)
        for y in range(0, scaled.height(), 3)
    }


@pytest.mark.parametrize("zoom", [FARTHEST * 0.9, FAR * 0.9, FAR * 1.1])
def test_from_far_and_from_near_cards_boxes_and_lines_are_painted(board: Board, zoom: float) -> None:
    board.canvas.zoom_to(zoom)
    board.canvas.centerOn(800, 500)
    before = board.picture()
    assert _colours(before) >= {style.BOARD.upper(), style.PAPER.upper()}
    assert len(_colours(before)) > 4
    board.play.drag("mouse", "SENCO", board.play.by("SENCO", 400, 300))
    assert board.picture() != before
    board.play.undo()
    board.play.desk.select()
    assert board.picture() == before


def test_few_cards_are_painted_whole_from_farther_away_than_many() -> None:
    document = federation()
    few = draw(document, document.order[0])
    assert not is_far(FAR * 0.9, few) and is_far(FARTHEST * 0.9, few)
    one = next(iter(few.faces.values()))
    many = replace(few, faces={ThingId(str(number)): one for number in range(1_000)})
    assert is_far(FAR * 0.9, many) and not is_far(FAR * 1.1, many)


def test_an_empty_page_says_what_to_do_first(qtbot: QtBot) -> None:
    play = Play(pages.new_document())
    canvas = Canvas(play.desk, play.hands)
    qtbot.addWidget(canvas)
    canvas.resize(600, 400)
    canvas.refresh()
    bare = canvas.grab().toImage()
    canvas.hint = "Drag a role here."
    assert canvas.grab().toImage() != bare


def test_painting_loses_no_reference_to_none(board: Board) -> None:
    """As PySide6 6.12.0 does, which ends in an abort."""
    for zoom in (0.4, FARTHEST * 0.9):
        board.canvas.zoom_to(zoom)
        board.picture()
        before = sys.getrefcount(None)
        for _ in range(100):
            board.canvas.viewport().repaint()
        assert before - sys.getrefcount(None) < 1000


def test_escape_during_a_drag_of_the_mouse_puts_the_card_back(qtbot: QtBot, tmp_path: Path) -> None:
    lend_fonts()  # or buttons would change their height when the first page is shown
    session = Session(federation())
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    work = Work(session, settings)
    work.resize(1600, 960)
    qtbot.addWidget(work)
    with qtbot.waitExposed(work):
        work.show()
    play = Play(session.document)
    play.desk, play.session, play.hands = work.desk, session, work.hands
    work.canvas.fit()
    board = Board(play, work.canvas)
    start, picture = board.at("SENCO"), board.picture()
    board.mouse(QEvent.Type.MouseButtonPress, start)
    board.mouse(QEvent.Type.MouseMove, start + QPoint(-60, 40))
    assert session.live
    assert board.picture() != picture
    QTest.keyClick(work.canvas, Qt.Key.Key_Escape)
    assert not session.live
    assert session.trial is play.start
    board.mouse(QEvent.Type.MouseButtonRelease, start + QPoint(-60, 40))
    assert session.document is play.start
    assert work.desk.view.selection == frozenset()
    assert board.picture() == picture


def test_the_hint_goes_with_the_first_thing_on_the_page(qtbot: QtBot) -> None:
    play = Play(pages.new_document())
    canvas = show_canvas(qtbot, play, 1.0, (300, 300))
    canvas.hint = "Drag something here"
    QApplication.processEvents()
    asked: list[QRegion] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                asked.append(event.region())
            return False

    watch = Watch()
    canvas.viewport().installEventFilter(watch)
    play.bring("mouse", "school", (250, 250))
    QApplication.processEvents()
    assert any(region.boundingRect() == canvas.viewport().rect() for region in asked)
