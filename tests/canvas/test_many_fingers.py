"""Several fingers and a pen on the real view: each its own gesture, its own step, ended alone, never half-done."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from showing import show_canvas

from fingers import Pen, TouchScreen
from modelbuilder.canvas.canvas import Canvas
from modelbuilder.document.faults import faults
from modelbuilder.document.integrity import settle
from modelbuilder.document.records import Document
from modelbuilder.drawing import style
from play import Play, Spot, scene

CARDS = ("ONE", "TWO", "THREE", "FOUR")
CHART = "".join(f"    post {name} role=headteacher label={name}\n" for name in CARDS)
PLACES = {"ONE": (0.0, 0.0), "TWO": (613.0, 450.0), "THREE": (1226.0, 1100.0), "FOUR": (1839.0, 1900.0)}
"""So far from each other that none comes in line with another, wherever the tests carry it."""


class Table:
    """A canvas on the screen, with hands."""

    def __init__(self, play: Play, canvas: Canvas) -> None:
        self.play, self.canvas = play, canvas
        self.screen, self.pen = TouchScreen(), Pen(canvas.viewport())

    def at(self, spot: Spot, dx_v: float = 0, dy_v: float = 0) -> QPoint:
        """Return where a spot is in the viewport, and so many pixels beside it."""
        return (self.canvas.spot_v(self.play.spot(spot)) + QPointF(dx_v, dy_v)).toPoint()

    def press(self, finger: int, spot: Spot) -> None:
        """Put a finger on a spot."""
        self.screen.press(finger, self.at(spot), self.canvas.viewport())

    def moved(self, name: str) -> tuple[float, float]:
        """Return how far a card is from where it stood at first."""
        rect, (x, y) = self.play.rect(name), PLACES[name]
        return (rect.x - x, rect.y - y)

    def is_at_rest(self) -> bool:
        """Tell whether no hand holds anything, in no part of the program."""
        hands = self.play.hands
        kept = (hands._tools, hands._pressed, hands._origin, hands.halos(), self.canvas._fingers._down)
        return not any(kept) and not self.play.session.live


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[Table]:
    play = Play(scene(CHART, PLACES))
    canvas = show_canvas(qtbot, play, 0.25, (1100, 1000))
    play.hands.use(replace(play.hands.means, pen_draws=False))
    yield Table(play, canvas)


def start_three(table: Table) -> None:
    """Begin to drag three cards with three fingers, moves interleaved."""
    starts = [table.at(name) for name in CARDS[:3]]
    for finger, name in enumerate(CARDS[:3]):
        table.press(finger, name)
    for step in (1, 2, 3):
        for finger, start in enumerate(starts):
            table.screen.move(finger, start + QPoint(0, 20) * step)


def test_three_drags_at_once_are_three_steps_each_in_its_own_colour(table: Table) -> None:
    start_three(table)
    halos = table.play.hands.halos()
    assert [halo.colour for halo in halos] == [0, 1, 2]
    assert [halo.holds for halo in halos] == [frozenset({table.play.id(name)}) for name in CARDS[:3]]
    assert table.play.document is table.play.start
    for finger in (1, 0, 2):
        table.screen.release(finger)
    assert table.play.steps() == ["Move TWO", "Move ONE", "Move THREE"]
    for name in CARDS[:3]:
        assert table.moved(name)[1] == pytest.approx(240, abs=12)
    assert table.is_at_rest()
    assert table.play.undo()
    assert table.moved("THREE") == (0, 0) and table.moved("ONE") != (0, 0) != table.moved("TWO")


def test_the_halo_of_each_hand_is_painted_in_its_colour(table: Table) -> None:
    start_three(table)
    picture = table.canvas.grab().toImage()
    assert all(seen(picture, style.HALOS[number]) > 40 for number in range(3))
    assert not seen(picture, style.HALOS[3])
    table.screen.release(1)
    picture = table.canvas.grab().toImage()
    assert not seen(picture, style.HALOS[1]) and seen(picture, style.HALOS[2])


def seen(picture: QImage, colour: str) -> int:
    """Count the points that are painted in just this colour."""
    rows = (picture.pixelColor(x, y).name().upper() for x in range(picture.width()) for y in range(picture.height()))
    return sum(name == colour for name in rows)


def test_esc_drops_the_newest_and_then_the_next(table: Table) -> None:
    start_three(table)
    assert table.play.escape()
    assert table.moved("THREE") == (0, 0) and table.moved("TWO") != (0, 0)
    table.screen.move(2, table.at("THREE") + QPoint(0, 90))
    assert table.moved("THREE") == (0, 0), "a hand whose gesture was dropped begins none until it comes down again"
    assert table.play.escape()
    assert table.moved("TWO") == (0, 0) and table.moved("ONE") != (0, 0)
    for finger in range(3):
        table.screen.release(finger)
    assert table.play.steps() == ["Move ONE"]
    assert table.is_at_rest()


def test_a_cancel_ends_all_of_the_screen_and_nothing_of_the_pen(table: Table) -> None:
    table.pen.press(table.at("FOUR"))
    table.pen.move(table.at("FOUR") + QPoint(0, -30))
    table.screen.press(5, table.at((0, 2100)), table.canvas.viewport())
    start_three(table)
    table.screen.cancel()
    assert [table.moved(name) for name in CARDS[:3]] == [(0, 0)] * 3
    assert table.play.session.live
    table.pen.release()
    assert len(table.play.steps()) == 1
    assert table.is_at_rest()


def test_a_finger_that_is_lost_leaves_its_card_where_it_was(table: Table) -> None:
    start_three(table)
    table.screen.forget(1)
    table.screen.move(0, table.at("ONE") + QPoint(0, 30))
    assert table.moved("TWO") == (0, 0) and table.moved("ONE") != (0, 0) != table.moved("THREE")
    table.screen.release(0)
    table.screen.release(2)
    assert table.play.steps() == ["Move ONE", "Move THREE"]
    assert table.is_at_rest()


def test_the_last_finger_lost_is_forgotten_when_another_comes(table: Table) -> None:
    table.press(0, "ONE")
    table.screen.move(0, table.at("ONE") + QPoint(0, 60))
    table.screen.forget(0)
    table.press(1, "TWO")
    assert table.moved("ONE") == (0, 0)
    table.screen.release(1)
    assert table.play.steps() == []
    assert table.is_at_rest()


def test_a_finger_that_leaves_the_screen_leaves_its_card_at_the_edge(table: Table) -> None:
    table.press(0, "FOUR")
    table.screen.move(0, QPoint(table.canvas.width() + 30, 400))
    table.screen.release(0)
    assert table.play.steps() == ["Move FOUR"]
    assert table.is_at_rest()


def test_a_palm_is_no_hand_and_what_becomes_one_puts_back(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    wide: set[int] = {0}
    monkeypatch.setattr(table.canvas._fingers, "_is_palm", lambda point: point.id() in wide)
    table.press(0, "ONE")
    table.press(1, "TWO")
    for finger, name in enumerate(CARDS[:2]):
        table.screen.move(finger, table.at(name) + QPoint(0, 60))
    assert table.moved("ONE") == (0, 0) and table.moved("TWO") != (0, 0)
    wide.add(1)
    table.screen.move(1, table.at("TWO") + QPoint(0, 70))
    assert table.moved("TWO") == (0, 0)
    table.screen.release(0)
    table.screen.release(1)
    assert table.play.document is table.play.start
    assert table.is_at_rest()


def test_the_hand_that_holds_the_pen_moves_nothing(table: Table) -> None:
    beside, sight = table.at((500, 1800)), table.canvas.sight
    table.screen.press(0, beside, table.canvas.viewport())
    table.pen.press(beside + QPoint(40, -60))
    table.screen.move(0, beside + QPoint(60, 60))
    table.screen.press(1, beside + QPoint(30, 90), table.canvas.viewport())
    table.screen.move(1, beside + QPoint(90, 120))
    assert table.canvas.sight == sight
    for finger in (0, 1):
        table.screen.release(finger)
    table.pen.release()
    assert table.is_at_rest()


def test_two_fingers_pinch_only_when_both_are_on_the_empty_page(table: Table) -> None:
    zoom = table.canvas.zoom
    table.press(0, "TWO")
    table.screen.press(1, table.at((200, 1800)), table.canvas.viewport())
    table.screen.move(0, table.at("TWO") + QPoint(80, 0))
    table.screen.move(1, table.at((200, 1800)) + QPoint(0, 20))
    assert table.canvas.zoom == zoom
    assert table.moved("TWO")[0] > 0
    under = table.canvas.mapToScene(table.screen._down[0][1])
    assert table.play.rect("TWO").grown(40).holds(under.x(), under.y()), (
        "the card stays under its finger while the page moves"
    )
    table.screen.press(2, table.at((500, 1800)), table.canvas.viewport())
    table.screen.move(2, table.at((500, 1800)) + QPoint(150, 0))
    table.screen.move(2, table.at((500, 1800)) + QPoint(200, 0))
    assert table.canvas.zoom > zoom
    for finger in range(3):
        table.screen.release(finger)
    assert table.play.steps() == ["Move TWO"]
    assert table.is_at_rest()


_IN_TURN = [finger for finger in range(3) for _ in range(4)]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(_IN_TURN))
def test_whatever_the_order_of_their_moves_three_fingers_leave_the_same(table: Table, order: list[int]) -> None:
    def carry(order: list[int]) -> Document:
        while table.play.undo():
            pass
        starts, done = [table.at(name) for name in CARDS[:3]], [0, 0, 0]
        for finger in order:
            if done[finger] == 0:
                table.play.desk.select()  # or buttons of a card that was let go could lie over the next
                table.press(finger, CARDS[finger])
            elif done[finger] == 3:
                table.screen.release(finger)
            else:
                table.screen.move(finger, starts[finger] + QPoint(0, 10 + 10 * finger) * done[finger])
            done[finger] += 1
            trial = table.play.session.trial
            assert not list(faults(trial))
            assert settle(table.play.document, trial) is trial
        assert table.is_at_rest()
        return table.play.document

    assert carry(order) == carry(_IN_TURN)
    assert table.play.steps() == ["Move ONE", "Move TWO", "Move THREE"]


def test_what_one_event_says_of_three_fingers_is_shown_once(table: Table) -> None:
    start_three(table)
    told: list[int] = []
    table.play.session.observers.append(lambda: told.append(len(table.play.session.held())))
    window, event = table.canvas.window(), QTest.touchEvent(table.canvas.window(), table.screen.device)
    for finger, (on, at) in table.screen._down.items():
        event.move(finger, on.mapTo(window, at + QPoint(30, 10)), window)
    event.commit()
    assert told == [3]
    for finger in range(3):
        table.screen.release(finger)
    assert [table.moved(name) != (0.0, 0.0) for name in CARDS[:3]] == [True] * 3
    assert table.is_at_rest()
