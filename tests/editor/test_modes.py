"""The three modes: what each hand means in them, ink as steps of its own, and light that leaves no trace."""

from dataclasses import replace

import pytest

from modelbuilder.document import files
from modelbuilder.document.records import Stroke
from modelbuilder.editor import verbs
from modelbuilder.editor.modes import ERASER, Means, Mode
from modelbuilder.editor.tools.tool import Overlay
from play import Play, federation, kind_of

DRAWING, POINTING = Means(Mode.DRAW), Means(Mode.POINT)


@pytest.fixture
def play() -> Play:
    return Play(federation())


def strokes(play: Play) -> list[Stroke]:
    """Return the ink on the page."""
    return list(play.model.strokes.values())


def test_a_stroke_is_one_step_is_thinned_and_can_be_undone(play: Play) -> None:
    play.hands.use(DRAWING)
    play.press("mouse", "EHT")
    for x in range(40):
        play.move("mouse", (400 + 10 * x, 1100))
    assert len(play.trial.strokes) == 1 and not play.model.strokes
    play.release("mouse", (800, 1300))
    (ink,) = strokes(play)
    assert (ink.nib, ink.colour) == ("pen", "red")
    assert ink.points[-2:] == (800, 1300)
    assert len(ink.points) == 8, "what lies on a straight line is left out"
    assert play.steps() == ["Draw with the pen"]
    assert play.rect("EHT") == Play(federation()).rect("EHT"), "nothing is carried while one draws"
    assert files.parse(files.dump(play.document), "it") == play.document
    play.undo()
    assert play.document == play.start


def test_two_hands_draw_two_strokes_at_once_and_a_third_press_ends_neither(play: Play) -> None:
    play.hands.use(replace(DRAWING, nib="highlighter"))
    for finger in (1, 2):
        play.press(("finger", finger), (100 * finger, 100), touch=True)
    for step in range(5):
        for finger in (1, 2):
            play.move(("finger", finger), (100 * finger + 10 * step, 100 + 40 * step), touch=True)
    assert len(play.trial.strokes) == 2
    play.press(("finger", 3), (900, 900), touch=True)
    play.cancel(("finger", 3))
    for finger in (2, 1):
        play.release(("finger", finger), (100 * finger, 400), touch=True)
    assert [ink.colour for ink in strokes(play)] == ["yellow", "yellow"]
    assert len(play.steps()) == 2


def test_the_rubber_takes_what_it_goes_over_as_one_step(play: Play) -> None:
    play.hands.use(DRAWING)
    for y in (100, 200, 900):
        play.drag("mouse", (0, y), (500, y))
    play.hands.use(replace(DRAWING, nib=ERASER))
    play.press("mouse", (250, 0))
    play.move("mouse", (250, 150))
    assert len(play.trial.strokes) == 2
    assert play.escape()
    assert len(play.trial.strokes) == 3
    play.drag("mouse", (250, 0), (250, 400))
    assert [ink.points[1] for ink in strokes(play)] == [900]
    assert play.steps()[-1] == "Rub out ink"
    play.undo()
    assert len(strokes(play)) == 3


def test_light_leaves_no_trace(play: Play) -> None:
    play.hands.use(POINTING)
    play.press("mouse", "EHT")
    play.move("mouse", (700, 500))
    assert play.hands.overlays() == [Overlay(laser=(700, 500))]  # type: ignore[arg-type]
    play.release("mouse", (700, 500))
    play.hands.use(replace(POINTING, light="spotlight"))
    play.press(("finger", 1), (10, 20), touch=True)
    assert play.hands.overlays()[0].spot == (10, 20)
    play.cancel(("finger", 1))
    assert play.hands.overlays() == []
    assert play.document is play.start and not play.steps() and not play.selected()


def test_the_light_follows_a_mouse_that_is_not_pressed_only_where_one_points(play: Play) -> None:
    play.hands.hover(play.event("mouse", (5, 6)))
    assert play.hands.overlays() == []
    play.hands.use(POINTING)
    play.hands.hover(play.event("mouse", (5, 6)))
    assert play.hands.overlays()[0].laser == (5, 6)
    assert not play.hands.busy
    play.hands.hover(None)
    assert play.hands.overlays() == []


def test_esc_drops_the_stroke_first_and_then_returns_to_arrange(play: Play) -> None:
    play.hands.use(DRAWING)
    play.press("mouse", (0, 0))
    play.move("mouse", (90, 90))
    assert play.escape()
    assert play.hands.means == DRAWING
    assert play.escape()
    assert play.hands.means == Means()
    assert not play.escape()
    assert play.document is play.start


def test_once_a_pen_is_seen_it_draws_and_fingers_move(play: Play) -> None:
    play.drag("pen", "SENCO", play.by("SENCO", 300, 300), pen=True)
    assert len(strokes(play)) == 1, "in the mode in which things are arranged as well"
    assert play.rect("SENCO").x == 1300
    play.hands.use(replace(play.hands.means, mode=Mode.DRAW))
    play.drag(("finger", 0), "SENCO", play.by("SENCO", 100, 100), touch=True)
    assert len(strokes(play)) == 1
    assert play.rect("SENCO").x == 1400
    play.drag("mouse", (0, 0), (100, 100))
    assert len(strokes(play)) == 2


def test_unless_it_is_set_otherwise(play: Play) -> None:
    play.hands.use(Means(pen_draws=False))
    play.drag("pen", "SENCO", play.by("SENCO", 100, 100), pen=True)
    assert play.rect("SENCO").x == 1400
    play.hands.use(replace(play.hands.means, mode=Mode.DRAW))
    play.drag(("finger", 0), "SENCO", play.by("SENCO", 100, 100), touch=True)
    assert len(strokes(play)) == 1


def test_a_pen_that_is_not_moved_taps(play: Play) -> None:
    play.press("pen", "SENCO", pen=True)
    play.release("pen", "SENCO", pen=True)
    assert play.selected() == {play.id("SENCO")}
    play.press("pen", (5000, 5000), pen=True)
    play.release("pen", (5000, 5000), pen=True)
    assert play.selected() == set() and play.document is play.start


def test_another_mode_lets_go_of_what_was_selected_and_armed(play: Play) -> None:
    play.tap("SENCO")
    play.hands.connect_from(play.id("SENCO"))
    changed: list[Mode] = []
    play.hands.means_changed = lambda: changed.append(play.hands.means.mode)
    play.hands.use(DRAWING)
    assert play.selected() == set() and play.hands.joining is None
    play.hands.use(DRAWING)
    assert changed == [Mode.DRAW]


def test_a_frozen_board_puts_back_what_hands_did_and_takes_nothing_but_light(play: Play) -> None:
    play.press(("finger", 0), "SENCO", touch=True)
    play.move(("finger", 0), play.by("SENCO", 200, 200), touch=True)
    play.hands.freeze(True)
    assert not play.hands.busy and play.session.trial is play.start
    play.release(("finger", 0), (900, 900), touch=True)
    play.drag("mouse", "SENCO", play.by("SENCO", 200, 200))
    play.bring("finger", "headteacher", (1500, 1500))
    play.drag("pen", (0, 0), (300, 300), pen=True)
    play.hands.arm(kind_of("headteacher"))
    play.desk.select(play.id("SENCO"))
    verbs.delete(play.desk)
    play.tap((1800, 900))
    assert play.document is play.start and play.hands.armed is None
    assert play.words[-1].startswith("The board is frozen.")
    play.hands.use(POINTING)
    play.press("mouse", (5, 5))
    assert play.hands.overlays()[0].laser == (5, 5)
    play.cancel("mouse")
    play.hands.freeze(False)
    play.hands.use(Means())
    play.drag("mouse", "SENCO", play.by("SENCO", 200, 200))
    assert len(play.steps()) == 1
    play.hands.freeze(True)
    assert play.session.undo() is None
    play.hands.freeze(False)
    assert play.session.undo() is not None


def test_a_light_that_is_pressed_is_one_light(play: Play) -> None:
    play.hands.use(POINTING)
    play.hands.hover(play.event("mouse", (5, 5)))
    play.press("mouse", (5, 5))
    play.move("mouse", (90, 90))
    assert [overlay.laser for overlay in play.hands.overlays()] == [(90, 90)]
    play.release("mouse", (90, 90))
    assert play.hands.overlays() == []
