"""Fingers on the whole window: palette, buttons and page at once, and nothing that covers the page meanwhile."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from fingers import TouchScreen
from modelbuilder.document.ids import ThingId
from modelbuilder.editor.newcomers import kinds
from modelbuilder.layout.rect import Point
from modelbuilder.windows.work import Work


def card(work: Work, key: str, x: float, y: float) -> ThingId:
    """Put a card of a kind onto the page."""
    from modelbuilder.editor import verbs

    kind = next(one for one in kinds() if one.key == key)
    work.desk.select()
    made = verbs.add_at(work.desk, kind, Point(x, y))
    work.desk.select()
    return made


def spot(work: Work, thing_id: ThingId) -> QPoint:
    """Return where the middle of a thing is in the viewport."""
    rect = work.desk.trial_page().rects[thing_id]
    return work.canvas.spot_v(Point(rect.cx, rect.cy)).toPoint()


def middle(widget: QWidget) -> QPoint:
    """Return the middle of a widget."""
    return widget.rect().center()


def two_cards(work: Work) -> tuple[ThingId, ThingId]:
    """Show two cards within the offscreen screen, beyond which no finger reaches."""
    one, other = card(work, "headteacher", 200, 150), card(work, "ceo", 200, 420)
    work.canvas.zoom_to(0.8)
    work.canvas.centerOn(700, 350)
    return one, other


def test_one_carries_a_card_while_another_brings_one_from_the_palette(work: Work) -> None:
    one, _ = two_cards(work)
    screen, tiles = TouchScreen(), work.palette_panel.tiles
    tile = tiles.rect_of("governing_body")
    assert tile is not None
    before = len(work.desk.model.bodies)
    screen.press(0, spot(work, one), work.canvas.viewport())
    screen.move(0, spot(work, one) + QPoint(0, 30))
    screen.press(1, tile.center().toPoint(), tiles)
    for step in (40, 160, 300):
        screen.move(1, tile.center().toPoint() + QPoint(step, 5))
        screen.move(0, screen._down[0][1] + QPoint(5, 5))
    assert len(work.hands.halos()) == 2
    assert work.session.document.models[work.desk.model_id].bodies == {}
    screen.release(1)
    assert len(work.desk.model.bodies) == before + 1
    assert work.session.live
    screen.release(0)
    labels = [step.label for step in work.session.history.done[-2:]]
    assert labels[0].startswith("Add") and labels[1].startswith("Move")


def test_a_button_of_the_window_hears_a_second_finger(work: Work) -> None:
    one, _ = two_cards(work)
    screen, more = TouchScreen(), work.palette_panel.more
    screen.press(0, spot(work, one), work.canvas.viewport())
    screen.move(0, spot(work, one) + QPoint(30, 30))
    screen.press(1, middle(more), more)
    assert more.isDown()
    screen.release(1)
    assert not more.isDown()
    assert work.palette_panel.everything
    assert work.session.live
    screen.press(1, middle(more), more)
    screen.move(1, QPoint(middle(more).x(), -60))
    screen.release(1)
    assert work.palette_panel.everything, "a finger that slides off presses nothing"
    screen.press(1, middle(more), more)
    screen.cancel()
    assert not more.isDown()
    assert work.palette_panel.everything
    assert not work.session.live


def test_the_buttons_of_a_card_are_there_while_another_hand_carries_one(work: Work) -> None:
    one, other = two_cards(work)
    screen, view = TouchScreen(), work.canvas.viewport()
    screen.press(0, spot(work, one), view)
    screen.move(0, spot(work, one) + QPoint(30, 30))
    screen.tap(1, spot(work, other), view)
    assert work.desk.view.selection == {other}
    delete = next(one for one in work.canvas._overlay._adornments if one.words == "Delete")
    screen.tap(1, work.canvas.spot_v(Point(delete.rect.cx, delete.rect.cy)).toPoint(), view)
    assert other not in work.desk.model.posts
    assert work.session.live
    screen.release(0)
    assert one in work.desk.model.posts
    assert [step.label.split()[0] for step in work.session.history.done[-2:]] == ["Delete", "Move"]


def test_what_would_cover_the_page_waits_until_hands_have_let_go(work: Work) -> None:
    one, _ = two_cards(work)
    screen, view = TouchScreen(), work.canvas.viewport()
    screen.press(0, spot(work, one), view)
    screen.move(0, spot(work, one) + QPoint(30, 30))
    work.commands.run("shortcuts")
    work.bar.menu_button.click()
    assert QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None
    assert work.status.currentMessage() == "Somebody is still holding something on the page. Let go of it first."
    screen.release(0)
    work.bar.menu_button.click()
    assert QApplication.activePopupWidget() is work.commands.menu
    work.commands.menu.close()
