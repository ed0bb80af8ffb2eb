"""Several hands at once: who comes first holds a thing, and those on different things do not mind each other."""

from collections.abc import Callable
from itertools import permutations

import pytest

from modelbuilder.document import edits
from modelbuilder.document.records import Document
from modelbuilder.editor import verbs
from modelbuilder.editor.events import Hit
from modelbuilder.editor.gesture import Gesture
from play import Play, federation


@pytest.fixture
def play() -> Play:
    return Play(federation())


def test_the_first_hand_holds_a_thing(play: Play) -> None:
    play.press("one", "SENCO")
    play.move("one", play.by("SENCO", 400, 400))
    held = play.session.trial
    play.press("two", (1324, 624))
    play.move("two", (3000, 3000))
    assert play.session.trial is held
    assert play.words[-1] == "Somebody else is holding that."
    play.release("two", (3000, 3000))
    assert play.document is play.start
    play.release("one", (1724, 1024))
    assert play.steps() == ["Move SENCO"]
    assert play.rect("SENCO").x < 2000


def test_what_another_hand_has_moved_meanwhile_is_carried_on_from_there(play: Play) -> None:
    play.press("two", "SENCO")
    play.drag("one", "SENCO", play.by("SENCO", 1000, 1000))
    there = play.rect("SENCO")
    play.move("two", (1324 + 100, 624))
    play.release("two", (1324 + 100, 624))
    assert play.rect("SENCO").y == there.y
    assert abs(play.rect("SENCO").x - there.x - 100) < 10


def test_a_gesture_on_several_things_is_refused_when_one_of_them_is_held(play: Play) -> None:
    play.press("one", "SENCO")
    play.move("one", play.by("SENCO", 400, 400))
    play.desk.select(play.id("LA"), play.id("SENCO"))
    play.drag("two", "LA", play.by("LA", 500, 0))
    assert play.document is play.start


def test_a_box_that_is_held_is_not_stretched_by_another_hand(play: Play) -> None:
    play.press("one", "Hill")
    play.move("one", play.by("Hill", 0, 1000))
    play.drag("two", (1000, 1000), (1300, 1300), Hit("corner", play.id("Hill")))
    assert play.document is play.start


def test_each_hand_commits_a_step_of_its_own(play: Play) -> None:
    play.press("one", "SENCO")
    play.press("two", "LA")
    play.move("one", play.by("SENCO", 300, 130))
    play.move("two", play.by("LA", 900, 70))
    assert play.session.held() == {play.id("SENCO"), play.id("LA")}
    play.release("two", (2224, 94))
    play.release("one", (1624, 754))
    assert [step.split()[0] for step in play.steps()] == ["Move", "Move"]
    play.undo()
    play.undo()
    assert play.document == play.start


DOINGS: dict[str, tuple[Callable[[Play, str], None], tuple[float, float]]] = {
    "carry a card": (lambda play, hand: play.press(hand, (1324, 624)), (1764, 1757)),
    "carry another": (lambda play, hand: play.press(hand, (1324, 24)), (2824, -557)),
    "stretch a box": (
        lambda play, hand: play.press(hand, (800, 860), Hit("corner", play.id("Beech"))),
        (903, 963),
    ),
    "bring a card": (lambda play, hand: play.take_up(hand, "ceo"), (-2003, 2606)),
    "take an end": (
        lambda play, hand: play.press(
            hand,
            (424, 404),
            Hit("end", next(one for one, line in play.model.lines.items() if line.source == play.id("DHT")), "target"),
        ),
        (324, 404),
    ),
}
"""Gestures on different things, far from each other: how each begins and where it ends."""


def _played(first: str, second: str, order: tuple[int, ...]) -> Document:
    """Let two hands press, move and let go, woven together in an order."""
    play = Play(federation())
    scripts: list[list[Callable[[], None]]] = []
    for hand in (first, second):
        begin, end = DOINGS[hand]
        scripts.append(
            [
                lambda begin=begin, hand=hand: begin(play, hand),  # type: ignore[misc]
                lambda end=end, hand=hand: play.move(hand, end),  # type: ignore[misc]
                lambda end=end, hand=hand: play.release(hand, end),  # type: ignore[misc]
            ]
        )
    for turn in order:
        scripts[turn].pop(0)()
    assert len(play.steps()) == 2
    return play.document


@pytest.mark.parametrize("first", DOINGS)
@pytest.mark.parametrize("second", DOINGS)
def test_gestures_on_different_things_commute(first: str, second: str) -> None:
    if first >= second:
        return
    orders = set(permutations((0, 0, 0, 1, 1, 1)))
    results = [_played(first, second, order) for order in sorted(orders)]
    assert all(result == results[0] for result in results)


@pytest.mark.parametrize("handle", ["HT", "S1"])
def test_what_undo_takes_away_is_dropped_by_the_hand_that_holds_it(play: Play, handle: str) -> None:
    play.bring("one", {"HT": "headteacher", "S1": "school"}[handle], (2000, 1200))
    play.press("two", handle)
    play.move("two", "LA")
    assert play.session.live
    play.undo()
    assert not play.session.live
    assert play.session.trial == play.start
    play.move("two", play.by("Ash", 40, 100))
    assert play.session.trial == play.start
    play.release("two", play.by("Ash", 40, 100))
    assert play.document == play.start
    assert play.steps() == []


def test_what_is_deleted_is_dropped_by_the_hand_that_holds_it(play: Play) -> None:
    before = play.rect("LA")
    play.press("two", "Hill")
    play.move("two", "LA")
    assert play.rect("LA") != before, "the box pushes the card aside"
    play.desk.select(play.id("Hill"))
    verbs.delete(play.desk)
    assert not play.session.live
    assert play.rect("LA") == before
    play.move("two", (1500, 20))
    play.release("two", (1500, 20))
    assert len(play.steps()) == 1
    assert play.rect("LA") == before


def test_what_is_left_of_several_things_is_carried_on(play: Play) -> None:
    play.desk.select(play.id("LA"), play.id("SENCO"))
    play.press("two", "SENCO")
    play.move("two", play.by("SENCO", 400, 400))
    model_id, gone = play.desk.model_id, play.id("LA")
    play.session.do("Delete", model_id, lambda before: edits.remove(before, model_id, [gone]))
    play.move("two", (1324 + 600, 624 + 600))
    play.release("two", (1324 + 600, 624 + 600))
    assert play.rect("SENCO").x > 1800
    assert play.steps() == ["Delete", "Move SENCO"]


def test_a_text_edit_keeps_its_hold_while_others_work(play: Play) -> None:
    senco = play.id("SENCO")
    typing = Gesture("Type a name", play.desk.model_id, lambda document: document, frozenset({senco}))
    assert play.session.hold("keyboard", typing)
    play.drag("one", "LA", play.by("LA", 500, 0))
    play.undo()
    assert play.session.holder(senco) == "keyboard"
    play.drag("one", "SENCO", play.by("SENCO", 500, 0))
    assert play.document == play.start
    play.desk.select(senco)
    verbs.delete(play.desk)
    assert play.session.holder(senco) is None


def test_a_button_is_pressed_only_where_it_was_pressed(play: Play) -> None:
    play.tap("SENCO")
    delete = Hit("button", play.id("SENCO"), "delete")
    play.press("mouse", (0, -900), delete)
    play.release("mouse", (0, -900))
    assert play.buttons == []
