"""The board at a desk, in a classroom and in a hall: what is pressed, what is read, and a mouse that is a finger."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from test_work import show

from chart import thing
from modelbuilder.app import make_application
from modelbuilder.canvas.screen import millimetre
from modelbuilder.drawing import style
from modelbuilder.editor.adornments import adornments
from modelbuilder.editor.board_sizes import BOARD_SIZES, FINGERTIP
from modelbuilder.layout.rect import Point
from modelbuilder.windows.appearance import kept
from modelbuilder.windows.theme import dress
from modelbuilder.windows.window import Window
from modelbuilder.windows.work import Work

TWO = """
school "Ash Lane"
post HT role=headteacher at="Ash Lane" held_by="Ines Marlowe-Tate"
body GB kind=governing_body of="Ash Lane" seats=9
"""
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def usual_again() -> Iterator[None]:
    yield
    dress(make_application())


def spot(work: Work, handle: str) -> QPoint:
    rect = work.desk.page().rects[thing(work.desk.document, handle)]
    return work.canvas.spot_v(Point(rect.x + 30, rect.y + 20)).toPoint()


@pytest.mark.parametrize("key", BOARD_SIZES)
def test_a_size_is_put_on_at_once_ticked_and_kept(work: Work, key: str) -> None:
    work.commands.run(f"board_size:{key}")
    ticked = {one for one, action in work.commands.actions.items() if one.startswith("board") and action.isChecked()}
    assert ticked == {f"board_size:{key}"}
    assert kept(work.filing.settings).board == key
    assert work.canvas.largest_fit == BOARD_SIZES[key].fit


@pytest.mark.parametrize("key", ["classroom", "hall"])
def test_whatever_is_pressed_is_nine_millimetres_high(work: Work, key: str) -> None:
    show(work, TWO)
    work.commands.run(f"board_size:{key}")
    work.desk.select(thing(work.desk.document, "HT"))
    QApplication.processEvents()
    least = FINGERTIP * millimetre(work.screen())
    for button in work.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.height() >= least - 1, button.text()
    for tile in work.palette_panel.tiles._tiles:
        assert tile.kind is None or tile.rect.height() >= least
    zoom = work.canvas.zoom
    for one in adornments(work.desk.page(), work.desk.view, zoom, work.desk.visible, work.desk.finger):
        reach = 22.0 * work.desk.finger / 48 / zoom if one.hit.part != "button" else 0.0
        assert one.rect.grown(reach).h * zoom >= least, one


@pytest.mark.parametrize("key", BOARD_SIZES)
def test_nothing_stands_over_the_buttons_of_what_is_selected(work: Work, key: str) -> None:
    show(work, TWO)
    work.commands.run(f"board_size:{key}")
    work.commands.run("minimap")
    canvas, chosen = work.canvas, thing(work.desk.document, "HT")
    work.desk.select(chosen)
    QApplication.processEvents()
    for over in (work.zooms, work.middle.map):
        rect, spot = work.desk.page().rects[chosen], over.geometry()
        at_v = canvas.spot_v(Point(rect.cx, rect.bottom))
        canvas.pan(spot.center().x() - at_v.x(), spot.top() - 20 - at_v.y())
        buttons = [one.rect for one in canvas._overlay._adornments if one.words]
        assert buttons
        for one in buttons:
            area = QRectF(canvas.spot_v(Point(one.x, one.y)), canvas.spot_v(Point(one.right, one.bottom))).toRect()
            assert canvas.viewport().rect().contains(area)
            assert not any(other.geometry().intersects(area) for other in (work.zooms, work.middle.map))


def test_where_the_mouse_is_a_finger_a_name_is_picked_and_the_empty_page_is_pulled(work: Work) -> None:
    show(work, TWO)
    work.commands.run("board_size:classroom")
    QTest.mouseClick(work.canvas.viewport(), LEFT, pos=spot(work, "HT"))
    shown = next(one for one in work.canvas._overlay._adornments if one.words == "Name")
    at_v = work.canvas.spot_v(Point(shown.rect.cx, shown.rect.cy)).toPoint()
    QTest.mouseClick(work.canvas.viewport(), LEFT, pos=at_v)
    assert work.picking.picker.isVisible() and not work.naming.isVisible()
    work.picking.picker.dismiss()
    before, view = spot(work, "HT"), work.canvas.viewport()
    QTest.mousePress(view, LEFT, pos=QPoint(12, 12))
    work.canvas._fingers.take_mouse(_moved(QPoint(40, 40)))
    work.canvas._fingers.take_mouse(_moved(QPoint(72, 92)))
    QTest.mouseRelease(view, LEFT, pos=QPoint(72, 92))
    assert spot(work, "HT") != before
    assert not work.desk.view.selection or work.desk.view.selection == {thing(work.desk.document, "HT")}


def _moved(to: QPoint) -> QMouseEvent:
    at = QPointF(to)
    return QMouseEvent(QEvent.Type.MouseMove, at, at, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)


def test_a_mouse_that_is_a_finger_asks_for_the_menu_by_a_long_press(
    work: Work, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("modelbuilder.canvas.touch._LONG", 60)
    show(work, TWO)
    work.commands.run("board_size:hall")
    QTest.mousePress(work.canvas.viewport(), LEFT, pos=spot(work, "HT"))
    qtbot.waitUntil(work.picking.picker.isVisible)
    work.picking.picker.dismiss()
    QTest.mouseRelease(work.canvas.viewport(), LEFT, pos=spot(work, "HT"))
    assert not work.hands.busy and not work.session.live


def test_a_mouse_is_a_mouse_at_a_desk(work: Work) -> None:
    show(work, TWO)
    before = spot(work, "HT")
    view = work.canvas.viewport()
    QTest.mousePress(view, LEFT, pos=QPoint(12, 12))
    assert work.hands.busy, "a band"
    QTest.mouseRelease(view, LEFT, pos=QPoint(12, 12))
    assert spot(work, "HT") == before


def test_at_a_board_the_fields_make_room_for_the_page_until_they_are_asked_for(work: Work) -> None:
    show(work, TWO)
    assert work.side.isVisible()
    work.commands.run("board_size:hall")
    work.desk.select(thing(work.desk.document, "HT"))
    assert not work.side.isVisible() and work.zooms.back_row.isVisible()
    work.commands.run("who")
    assert work.side.isVisible(), "the answer is read there"
    work.put_light_out()
    assert not work.side.isVisible()
    work.check.turn(True)
    assert work.side.isVisible()
    work.check.turn(False)
    work.commands.run("fields")
    assert work.side.isVisible()
    work.commands.run("board_size:desk")
    assert work.side.isVisible() and not work.zooms.back_row.isVisible()


def test_what_is_selected_is_shown_so_large_that_the_back_row_can_read_names(work: Work) -> None:
    show(work, TWO)
    work.commands.run("board_size:hall")
    work.desk.select(thing(work.desk.document, "HT"))
    work.zooms.back_row.click()
    assert work.canvas.zoom * style.PERSON_SIZE == pytest.approx(BOARD_SIZES["hall"].letters(work.window().height()))
    at = work.desk.page().rects[thing(work.desk.document, "HT")]
    assert work.canvas.viewport().rect().contains(work.canvas.spot_v(Point(at.cx, at.cy)).toPoint())


def test_a_window_that_is_taken_to_another_screen_fits_what_is_pressed_to_it(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = window.work
    work.commands.run("board_size:classroom")
    before, letters = work.desk.finger, window.font().pixelSize()
    for part in ("dressing", "appearance"):
        monkeypatch.setattr(f"modelbuilder.windows.{part}.millimetre", lambda screen: 7.0)
    window.windowHandle().screenChanged.emit(window.screen())
    assert work.desk.finger >= 7.0 * FINGERTIP > before
    assert window.font().pixelSize() > letters


def test_the_keys_have_room_even_where_a_palette_leaves_the_page_little(work: Work) -> None:
    show(work, TWO)
    work.commands.run("board_size:hall")
    work.commands.run("tiles:bottom")
    QApplication.processEvents()
    work.picking.begin(thing(work.desk.document, "HT"))
    picker = work.picking.picker
    for _ in range(2):
        picker._do("keys")
        assert work.rect().contains(picker.geometry())
        assert all(
            picker.rect().contains(part.rect.toRect()) for part in picker.parts() if part.does in ("back", "done")
        )
    picker._do("keys")
    assert picker.keys and picker.rect_of("Space") is not None


def test_no_button_of_the_bar_lies_on_another_whatever_the_size(work: Work) -> None:
    for key in ("hall", "classroom", "desk", "hall"):
        work.commands.run(f"board_size:{key}")
        QApplication.processEvents()
        shown = [one for one in work.bar.findChildren(QAbstractButton) if one.isVisible()]
        for one, other in combinations(shown, 2):
            assert not one.geometry().intersects(other.geometry()), (key, one.text(), other.text())
