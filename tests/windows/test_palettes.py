"""Palettes within reach: pulled to any side of the page, two across a board, each with its own armed tile."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fingers import TouchScreen
from modelbuilder.document import pages
from modelbuilder.editor.reach import SIDES
from modelbuilder.editor.session import Session
from modelbuilder.windows.palette import Palette
from modelbuilder.windows.window import Window
from modelbuilder.windows.work import Work

LEFT = Qt.MouseButton.LeftButton


def tap(palette: Palette, key: str) -> None:
    rect = palette.tiles.rect_of(key)
    assert rect is not None
    QTest.mouseClick(palette.tiles, LEFT, pos=rect.center().toPoint())


def place_of(work: Work, palette: Palette) -> tuple[bool, bool, bool]:
    """Tell whether a palette stands left of the page, right of it, below it."""
    QApplication.processEvents()
    at, page = palette.mapTo(work, palette.rect().center()), work.canvas.mapTo(work, work.canvas.rect().topLeft())
    return (
        at.x() < page.x(),
        at.x() > page.x() + work.canvas.width(),
        at.y() > page.y() + work.canvas.height(),
    )


def two(work: Work) -> tuple[Palette, Palette]:
    work.commands.run("more_tiles")
    QApplication.processEvents()
    first, second = work.palettes.shown
    return first, second


@pytest.mark.parametrize("side", SIDES)
def test_a_palette_stands_where_it_is_told_to_and_its_tiles_and_tray_go_with_it(work: Work, side: str) -> None:
    work.commands.run(f"tiles:{side}")
    assert place_of(work, work.palette_panel) == tuple(side == one for one in SIDES)
    ticked = {key for key, action in work.commands.actions.items() if key.startswith("tiles") and action.isChecked()}
    assert ticked == {f"tiles:{side}"}
    tap(work.palette_panel, "school")
    assert work.hands.armed is not None and work.hands.armed.key == "school"


@pytest.mark.parametrize(("spot", "side"), [((0.97, 0.4), "right"), ((0.5, 0.97), "bottom"), ((0.02, 0.5), "left")])
def test_a_hand_pulls_a_palette_by_its_grip(work: Work, spot: tuple[float, float], side: str) -> None:
    work.commands.run("tiles:bottom" if side == "left" else "tiles:left")
    QApplication.processEvents()
    grip, views = work.palette_panel.grip, work.views
    end = views.mapToGlobal(QPoint(round(views.width() * spot[0]), round(views.height() * spot[1])))
    grip.pressed("mouse", QPointF(20, 10))
    grip.dragged("mouse", QPointF(grip.mapFromGlobal(end)))
    assert work.palettes._landing.isVisible()
    assert work.status.currentMessage().startswith("Let go")
    grip.released("mouse", QPointF(grip.mapFromGlobal(end)))
    assert not work.palettes._landing.isVisible()
    assert work.status.currentMessage() == ""
    assert work.palette_panel.tiles.side == side


def test_a_tap_on_the_grip_and_a_lost_finger_leave_the_palette_where_it_is(work: Work) -> None:
    screen, grip = TouchScreen(), work.palette_panel.grip
    screen.tap(0, QPoint(30, 10), grip)
    assert work.palette_panel.tiles.side == "left"
    screen.press(0, QPoint(30, 10), grip)
    screen.move(0, QPoint(400, 300))
    assert work.palettes._landing.isVisible()
    screen.cancel()
    assert work.palette_panel.tiles.side == "left" and not work.palettes._landing.isVisible()


def test_where_both_want_to_stand_they_change_places(work: Work) -> None:
    first, second = two(work)
    assert (first.tiles.side, second.tiles.side) == ("left", "right")
    work.palettes.move(second, "left")
    assert (first.tiles.side, second.tiles.side) == ("right", "left")


def test_each_palette_has_its_own_armed_tile_and_a_press_takes_the_nearest(work: Work) -> None:
    first, second = two(work)
    tap(first, "school")
    tap(second, "governing_body")
    view = work.canvas.viewport()
    QTest.mouseClick(view, LEFT, pos=QPoint(view.width() - 60, 120))
    assert len(work.desk.model.bodies) == 1 and not work.desk.model.placements
    assert work.hands.armed_at("left") is not None and work.hands.armed_at("right") is None
    QTest.mouseClick(view, LEFT, pos=QPoint(120, 420))
    assert len(work.desk.model.placements) == 1
    assert work.hands.armed is None


def test_esc_puts_away_one_armed_tile_after_the_other(work: Work) -> None:
    first, second = two(work)
    tap(first, "school")
    tap(second, "ceo")
    QTest.keyClick(work.canvas, Qt.Key.Key_Escape)
    assert work.hands.armed_at("left") is not None and work.hands.armed_at("right") is None
    QTest.keyClick(work.canvas, Qt.Key.Key_Escape)
    assert work.hands.armed is None


def test_each_palette_is_searched_by_itself_and_the_tray_is_in_both(work: Work) -> None:
    first, second = two(work)
    first.search.setText("zebra")
    assert second.tiles.rect_of("school") is not None and first.tiles.rect_of("school") is None


def test_a_second_palette_closes_by_its_button_and_takes_what_it_armed_with_it(work: Work) -> None:
    _, second = two(work)
    tap(second, "ceo")
    second.close_button.click()
    QApplication.processEvents()
    assert not work.palettes.others and work.hands.armed is None


def test_fingers_swipe_a_row_of_tiles_sideways_and_pull_one_out_upwards(work: Work) -> None:
    work.commands.run("tiles:bottom")
    QApplication.processEvents()
    tiles = work.palette_panel.tiles
    tiles.pressed("finger", QPointF(300, 30))
    tiles.dragged("finger", QPointF(240, 32))
    tiles.dragged("finger", QPointF(200, 32))
    tiles.released("finger", QPointF(200, 32))
    assert tiles._scroll > 0 and not work.hands.busy
    spot = tiles.rect_of("executive_headteacher")
    assert spot is not None
    before = len(work.desk.model.posts)
    tiles.pressed("finger", spot.center())
    for step in (30, 120, 300):
        tiles.dragged("finger", spot.center() - QPointF(0, step))
    tiles.released("finger", spot.center() - QPointF(0, 300))
    assert len(work.desk.model.posts) == before + 1


@pytest.mark.parametrize(
    ("kept", "sides"), [("right", ["right"]), ("bottom left", ["bottom", "left"]), ("up", ["left"])]
)
def test_sides_are_kept_for_the_next_time(window: Window, kept: str, sides: list[str]) -> None:
    settings = QSettings(window.settings.fileName() + "x", QSettings.Format.IniFormat)
    settings.setValue("palette/sides", kept)
    work = Work(Session(pages.new_document()), settings)
    assert [palette.tiles.side for palette in work.palettes.shown] == sides
    work.palettes.move(work.palettes.first, "bottom")
    work.palettes.move(work.palettes.first, "right")
    assert str(settings.value("palette/sides")).split()[0] == "right"
    work.deleteLater()


def test_esc_lets_a_palette_that_is_pulled_stay(work: Work) -> None:
    work.canvas.setFocus()
    grip = work.palette_panel.grip
    grip.pressed("mouse", QPointF(20, 10))
    grip.dragged("mouse", QPointF(900, 300))
    assert work.palettes._landing.isVisible()
    QTest.keyClick(work.canvas, Qt.Key.Key_Escape)
    grip.released("mouse", QPointF(900, 300))
    assert not work.palettes._landing.isVisible() and work.palette_panel.tiles.side == "left"


def test_the_page_does_not_shift_under_hands_that_hold_something(work: Work) -> None:
    screen, view = TouchScreen(), work.canvas.viewport()
    tap(work.palette_panel, "school")
    QTest.mouseClick(view, LEFT, pos=QPoint(200, 200))
    screen.press(0, QPoint(200, 200), view)
    screen.move(0, QPoint(240, 240))
    assert work.hands.busy
    for key in ("tiles:right", "more_tiles", "board_size:hall"):
        work.commands.actions[key].trigger()
    ticked = {key for key, action in work.commands.actions.items() if action.isChecked()}
    assert {"tiles:left", "board_size:desk"} <= ticked and "tiles:right" not in ticked
    work.palettes.move(work.palette_panel, "bottom")
    assert [palette.tiles.side for palette in work.palettes.shown] == ["left"]
    assert work.status.currentMessage() == "Somebody is still holding something on the page. Let go of it first."
    screen.release(0)
    work.commands.run("tiles:right")
    assert work.palette_panel.tiles.side == "right"


def test_there_is_one_palette_for_each_side_and_no_more(work: Work) -> None:
    for _ in range(3):
        work.commands.run("more_tiles")
    assert [palette.tiles.side for palette in work.palettes.shown] == ["left", "right", "bottom"]
    assert work.status.currentMessage() == "There is a palette at every side."
    work.palettes.others[0].close_button.click()
    assert [palette.tiles.side for palette in work.palettes.shown] == ["left", "bottom"]


def test_a_tile_is_armed_though_somebody_lets_go_of_a_card_meanwhile(work: Work) -> None:
    tiles, hands = work.palette_panel.tiles, work.hands
    spot = tiles.rect_of("school")
    assert spot is not None
    tiles.pressed(("finger", 3), spot.center())
    work.palettes.refresh()
    tiles.released(("finger", 3), spot.center())
    assert hands.armed is not None and hands.armed.key == "school"


@pytest.mark.parametrize("side", SIDES)
def test_tiles_say_that_there_are_more_of_them_than_are_seen(work: Work, side: str) -> None:
    work.commands.run(f"tiles:{side}")
    work.palette_panel.more.click()
    QApplication.processEvents()
    tiles = work.palette_panel.tiles
    assert tiles.goes_on() == (False, True)
    before = tiles.grab().toImage()
    tiles._scroll_to(200.0)
    assert tiles.goes_on() == (True, True) and tiles.grab().toImage() != before
    tiles._scroll_to(1e6)
    assert tiles.goes_on() == (True, False)


def test_a_palette_that_goes_elsewhere_begins_at_its_first_tile(work: Work) -> None:
    work.palette_panel.more.click()
    work.palette_panel.tiles._scroll_to(130.0)
    work.commands.run("tiles:bottom")
    QApplication.processEvents()
    assert not work.palette_panel.tiles.goes_on()[0]
