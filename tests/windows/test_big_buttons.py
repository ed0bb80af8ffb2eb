"""The three big buttons, what lies over the page in each mode, its keys, and what is kept for the next time."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from fingers import Pen, TouchScreen
from modelbuilder.drawing.ink import ink_colour
from modelbuilder.editor.modes import ERASER, Mode
from modelbuilder.editor.newcomers import kinds
from modelbuilder.windows.window import Window
from modelbuilder.windows.work import Work


def big_buttons(work: Work) -> list[QPushButton]:
    """Return the buttons of the modes."""
    return [one for one in work.bar.findChildren(QPushButton) if one.objectName() == "mode"]


def ticked(work: Work) -> set[str]:
    """Return which modes, pens and lights are ticked in the menus."""
    kinds_ = ("mode", "nib", "ink", "light")
    return {key for key, action in work.commands.actions.items() if key.split(":")[0] in kinds_ and action.isChecked()}


def test_three_buttons_of_which_just_one_is_on(work: Work) -> None:
    buttons = big_buttons(work)
    assert [button.text() for button in buttons] == ["Arrange", "Draw", "Point"]
    for at, button in enumerate(buttons):
        for _ in range(2):  # a second press leaves it on
            button.click()
            assert [one.isChecked() for one in buttons] == [one == at for one in range(3)]
            assert work.nibs.isVisible() == (at > 0)
    assert work.hands.means.mode is Mode.POINT


def test_keys_choose_modes_and_pens_and_esc_returns_to_arrange(work: Work) -> None:
    for key, mode in ((Qt.Key.Key_2, Mode.DRAW), (Qt.Key.Key_3, Mode.POINT), (Qt.Key.Key_1, Mode.ARRANGE)):
        QTest.keyClick(work.canvas, key, Qt.KeyboardModifier.ControlModifier)
        assert work.hands.means.mode is mode
    for key, nib in ((Qt.Key.Key_P, "pen"), (Qt.Key.Key_H, "highlighter"), (Qt.Key.Key_E, ERASER)):
        QTest.keyClick(work.canvas, key)
        assert (work.hands.means.mode, work.hands.means.nib) == (Mode.DRAW, nib)
        assert f"nib:{nib}" in ticked(work)
    QTest.keyClick(work.canvas, Qt.Key.Key_Escape)
    assert ticked(work) == {"mode:arrange"}
    assert work.nibs.isHidden()


def test_every_choice_over_the_page_is_pressed_by_a_finger(work: Work) -> None:
    screen, nibs = TouchScreen(), work.nibs
    work.canvas.setFixedWidth(560)
    work.commands.run("mode:draw")
    nibs.move(0, 14)
    for command in ("nib:highlighter", "ink:pink", "nib:pen", "ink:blue", "nib:eraser"):
        rect = nibs.rect_of(command)
        assert rect is not None
        screen.tap(0, rect.center().toPoint(), nibs)
        assert command in ticked(work)
    assert work.hands.means.inks == {"pen": "blue", "highlighter": "pink"}
    assert nibs.rect_of("ink:red") is None, "the eraser has no ink"
    assert nibs.words() == "Eraser"
    screen.press(0, QPoint(30, 30), nibs)
    screen.move(0, QPoint(30, 300))
    screen.release(0)
    assert work.hands.means.nib == ERASER, "a finger that slides off chooses nothing"


def test_a_stroke_of_a_pen_is_painted_undone_wiped_and_brought_back(work: Work) -> None:
    pen = Pen(work.canvas.viewport())
    pen.drag(QPoint(100, 300), QPoint(160, 330), QPoint(220, 300))
    (stroke,) = work.desk.model.strokes.values()
    assert stroke.colour == "red"
    assert painted(work.canvas.grab().toImage(), ink_colour("red")) > 200
    work.commands.run("undo")
    assert painted(work.canvas.grab().toImage(), ink_colour("red")) == 0
    work.commands.run("redo")
    work.canvas.zoom_to(0.2)
    far = work.canvas.grab().toImage()
    work.commands.run("wipe")
    assert work.canvas.grab().toImage() != far, "it is painted from far away as well"
    assert not work.desk.model.strokes
    assert not work.commands.actions["wipe"].isEnabled()
    work.commands.run("undo")
    assert len(work.desk.model.strokes) == 1


def painted(picture: QImage, colour: str) -> int:
    """Count the points that are painted in just this colour."""
    rows = (picture.pixelColor(x, y).name().upper() for x in range(picture.width()) for y in range(picture.height()))
    return sum(name == colour for name in rows)


def test_what_a_pen_does_is_kept(work: Work, window: Window) -> None:
    assert work.hands.means.pen_draws and work.commands.actions["pen_draws"].isChecked()
    work.commands.run("pen_draws")
    assert not work.hands.means.pen_draws and not work.commands.actions["pen_draws"].isChecked()
    again = Work(work.session, work.filing.settings)
    assert not again.hands.means.pen_draws
    again.deleteLater()


def test_one_draws_while_another_brings_a_card(work: Work) -> None:
    work.commands.run("mode:draw")
    screen, tiles, view = TouchScreen(), work.palette_panel.tiles, work.canvas.viewport()
    tile = tiles.rect_of(kinds()[0].key)
    assert tile is not None
    screen.press(0, QPoint(60, 380), view)
    screen.press(1, tile.center().toPoint(), tiles)
    for step in range(1, 8):
        screen.move(0, QPoint(60 + 12 * step, 380 + 6 * step))
        screen.move(1, tile.center().toPoint() + QPoint(45 * step, 3))
    screen.release(1)
    screen.release(0)
    assert len(work.desk.model.strokes) == 1 and len(work.desk.model.posts) == 1
    assert len(work.session.history.done) == 2


@pytest.mark.parametrize("mode", ["draw", "point"])
def test_a_double_click_names_nothing_where_one_does_not_arrange(work: Work, mode: str) -> None:
    work.add_in_the_middle(kinds()[0])
    work.commands.run(f"mode:{mode}")
    (post_id,) = work.desk.model.posts
    rect = work.desk.page().rects[post_id]
    from modelbuilder.layout.rect import Point

    at_v = work.canvas.spot_v(Point(rect.cx, rect.cy)).toPoint()
    QTest.mouseDClick(work.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at_v)
    assert work.naming.isHidden()
