"""Selecting with a band, and pulling boxes larger and smaller by their corner."""

import pytest

from modelbuilder.editor import verbs
from modelbuilder.editor.events import Hit
from play import Play, federation


@pytest.fixture
def play() -> Play:
    return Play(federation())


def _all_around(play: Play, handle: str) -> tuple[tuple[float, float], tuple[float, float]]:
    rect = play.rect(handle).grown(10)
    return (rect.right, rect.y), (rect.x, rect.bottom)


def test_a_band_selects_what_lies_wholly_in_it(play: Play) -> None:
    play.drag("mouse", *_all_around(play, "LA"))
    assert play.selected() == {play.id("LA")}
    assert play.document is play.start
    rect = play.rect("LA")
    play.drag("mouse", (rect.x - 10, rect.y - 10), (rect.cx, rect.bottom + 10))
    assert play.selected() == set()


def test_the_band_is_shown_while_it_is_pulled(play: Play) -> None:
    play.press("mouse", (-100, -100))
    assert play.hands.overlays()[0].band is None
    play.move("mouse", (-40, -60))
    assert play.hands.overlays()[0].band == (-100, -100, 60, 40)


@pytest.mark.parametrize("key", ["ctrl", "shift"])
def test_with_control_or_shift_a_band_adds_to_the_selection(play: Play, key: str) -> None:
    play.tap("SENCO")
    start, end = _all_around(play, "LA")
    play.drag("mouse", start, end, None, **{key: True})
    assert play.selected() == {play.id("SENCO"), play.id("LA")}


def test_a_tap_on_the_empty_page_clears_the_selection(play: Play) -> None:
    play.tap("SENCO")
    play.tap((-500, -500), ctrl=True)
    assert play.selected() == {play.id("SENCO")}
    play.tap((-500, -500))
    assert play.selected() == set()


def test_a_band_does_not_select_what_somebody_deleted_meanwhile(play: Play) -> None:
    start, end = _all_around(play, "LA")
    play.press("finger", start)
    play.desk.select(play.id("LA"))
    verbs.delete(play.desk)
    play.move("finger", end)
    play.release("finger", end)
    assert play.selected() == set()


def _stretch(play: Play, handle: str, dx: float, dy: float) -> None:
    rect = play.rect(handle)
    corner = Hit("corner", play.id(handle))
    play.drag("mouse", (rect.right, rect.bottom), (rect.right + dx, rect.bottom + dy), corner)


def test_the_corner_of_a_box_is_pulled_in_one_step(play: Play) -> None:
    before = play.rect("Beech")
    _stretch(play, "Beech", 42, 67)
    assert play.rect("Beech") == before._replace(w=before.w + 40, h=before.h + 70)
    assert play.steps() == ["Resize Beech"]


def test_the_corner_is_found_where_the_box_ends(play: Play) -> None:
    play.tap("Beech")
    rect = play.rect("Beech")
    event = play.event("mouse", (rect.right, rect.bottom))
    assert play.hands.hit(event) == Hit("corner", play.id("Beech"))


def test_a_box_is_never_smaller_than_what_it_holds(play: Play) -> None:
    _stretch(play, "Ash", -5000, -5000)
    assert play.rect("Ash").covers(play.rect("HoS"))
    assert play.rect("Ash").covers(play.rect("DHT"))
    _stretch(play, "Hill", -5000, -5000)
    assert play.rect("Hill").covers(play.rect("Ash"))
    assert play.rect("Hill").covers(play.rect("Beech"))
