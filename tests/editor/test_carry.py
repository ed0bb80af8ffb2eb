"""Carrying cards and boxes: about the page, into boxes and out of them, and onto another post."""

import pytest

from modelbuilder.document.lookup import holder_of
from modelbuilder.drawing.page import draw
from modelbuilder.editor import verbs
from modelbuilder.layout.rect import Point, Rect
from play import Play, federation, scene

LOOSE = """
    school "Ash"
    school "Beech"
    post HT role=headteacher
    post HoS role=head_of_school
    post EHT role=executive_headteacher
    body GB kind=governing_body
"""
_PLACES: dict[str, tuple[float, ...]] = {
    "Ash": (0, 1000, 400, 300),
    "Beech": (1000, 1000, 400, 300),
    "HT": (0, 0),
    "HoS": (2005, 333),
    "EHT": (3000, 0),
    "GB": (5000, 3000),
}


@pytest.fixture
def play() -> Play:
    return Play(scene(LOOSE, _PLACES))


def test_a_drag_moves_a_card_in_one_step_and_selects_it(play: Play) -> None:
    play.drag("mouse", "HT", play.by("HT", 433, 517))
    assert play.rect("HT")[:2] == (430, 520)
    assert play.steps() == ["Move Headteacher"]
    assert play.selected() == {play.id("HT")}


def test_until_it_is_let_go_a_drag_only_shows(play: Play) -> None:
    play.press("mouse", "HT")
    play.move("mouse", play.by("HT", 433, 517))
    assert play.rect("HT")[:2] == (430, 520)
    assert play.document is play.start
    assert play.session.held() == {play.id("HT")}


def test_a_drag_snaps_to_what_stands_near(play: Play) -> None:
    play.press("mouse", "HT")
    play.move("mouse", play.by("HT", 2000, 1004))
    (overlay,) = play.hands.overlays()
    assert play.rect("HT").x == 2005, "to the edge of the head of school, off the grid"
    assert play.rect("HT").y == 1000, "to the upper edge of the schools"
    assert {guide.upright: guide.at for guide in overlay.guides} == {True: 2005, False: 1000}


def test_a_press_that_hardly_moves_only_selects(play: Play) -> None:
    play.drag("mouse", "HT", play.by("HT", 3, 3))
    play.drag("finger", "HoS", play.by("HoS", 10, 10), touch=True)
    assert play.document is play.start
    assert play.selected() == {play.id("HoS")}


def test_a_head_dropped_into_a_school_stands_in_it_and_leads_it(play: Play) -> None:
    play.drag("mouse", "HT", play.by("Ash", 20, 80))
    assert play.model.posts[play.id("HT")].at == play.id("Ash")
    assert play.lines("leads") == {(play.id("HT"), play.id("Ash"))}
    assert play.rect("Ash").covers(play.rect("HT"))
    assert len(play.steps()) == 1


def test_a_head_taken_to_another_school_leads_that_one(play: Play) -> None:
    play.drag("mouse", "HT", play.by("Ash", 20, 80))
    play.drag("mouse", "HT", play.by("Beech", 20, 80))
    assert play.lines("leads") == {(play.id("HT"), play.id("Beech"))}


def test_a_board_dropped_into_a_school_governs_it(play: Play) -> None:
    play.drag("mouse", "GB", play.by("Ash", 20, 80))
    assert play.lines("governs") == {(play.id("GB"), play.id("Ash"))}


def test_the_box_that_would_hold_it_is_shown(play: Play) -> None:
    play.press("mouse", "HT")
    play.move("mouse", play.by("Ash", 20, 80))
    assert play.hands.overlays()[0].target == play.id("Ash")
    play.move("mouse", (500, 500))
    assert play.hands.overlays()[0].target is None


def test_dragging_a_card_out_of_its_school_takes_it_out() -> None:
    play = Play(federation())
    play.drag("mouse", "DHT", (2000, 1500))
    assert play.model.posts[play.id("DHT")].at is None
    assert play.rect("DHT").x > play.rect("Hill").right


def test_a_box_grows_and_pushes_its_neighbour_aside_only_while_it_needs_to() -> None:
    play = Play(federation())
    ash, beech = play.rect("Ash"), play.rect("Beech")
    play.press("mouse", "SENCO")
    play.move("mouse", (ash.right - 10, ash.bottom - 20))
    assert play.rect("Ash").covers(play.rect("SENCO"))
    assert not play.rect("Ash").meets(play.rect("Beech"))
    assert play.rect("Beech") != beech
    play.move("mouse", (2000, 1500))
    assert (play.rect("Ash"), play.rect("Beech")) == (ash, beech)
    play.release("mouse", (2000, 1500))
    assert (play.rect("Ash"), play.rect("Beech")) == (ash, beech)


def test_what_was_pushed_aside_stays_there_once_the_card_is_dropped() -> None:
    play = Play(federation())
    ash, beech = play.rect("Ash"), play.rect("Beech")
    play.drag("mouse", "SENCO", (ash.right - 10, ash.bottom - 20))
    assert play.rect("Beech") != beech
    assert not play.rect("Ash").meets(play.rect("Beech"))
    assert len(play.steps()) == 1
    play.undo()
    assert (play.rect("Ash"), play.rect("Beech")) == (ash, beech)


def test_a_box_takes_along_what_stands_in_it() -> None:
    play = Play(federation())
    before = {one: play.rect(one) for one in ("Hill", "Ash", "HoS", "EHT", "GB")}
    play.drag("mouse", "Hill", play.by("Hill", 0, 2000))
    for one in ("Hill", "Ash", "HoS", "EHT"):
        assert play.rect(one) == before[one].moved(0, 2000)
    assert play.rect("GB") == before["GB"]


def test_a_group_is_not_dropped_into_itself_nor_a_school_into_a_school() -> None:
    play = Play(federation())
    play.drag("mouse", "Hill", play.by("Hill", 40, 40))
    play.drag("mouse", "Ash", play.by("Beech", 30, 150))
    assert play.model.groups[play.id("Hill")].group is None
    assert play.model.placements[play.id("Ash")].group == play.id("Hill")


def test_a_post_dropped_on_a_post_offers_a_line_and_goes_back(play: Play) -> None:
    play.press("mouse", "HoS")
    play.move("mouse", "EHT")
    assert play.hands.overlays()[0].target == play.id("EHT")
    play.release("mouse", "EHT")
    assert play.document is play.start
    best = play.offered[0].line
    assert (best.kind, best.source, best.target) == ("accountable_to", play.id("HoS"), play.id("EHT"))
    verbs.draw_line(play.desk, best)
    assert play.lines("accountable_to") == {(play.id("HoS"), play.id("EHT"))}


def test_control_adds_to_the_selection_and_takes_from_it(play: Play) -> None:
    play.tap("HT")
    play.tap("EHT", ctrl=True)
    assert play.selected() == {play.id("HT"), play.id("EHT")}
    play.tap("HT", ctrl=True)
    assert play.selected() == {play.id("EHT")}


def test_several_selected_things_move_together(play: Play) -> None:
    before = play.page().rects
    play.tap("HT")
    play.tap("EHT", ctrl=True)
    play.drag("mouse", "EHT", play.by("EHT", 77, 490))
    moved = {one: Rect(*rect) for one, rect in play.page().rects.items() if rect != before[one]}
    assert set(moved) == {play.id("HT"), play.id("EHT")}
    shifts = {(rect.x - before[one].x, rect.y - before[one].y) for one, rect in moved.items()}
    assert len(shifts) == 1
    assert play.steps() == ["Move 2 things"]


def test_a_selected_card_in_a_selected_box_moves_once() -> None:
    play = Play(federation())
    play.tap("Hill")
    play.tap("HoS", ctrl=True)
    before = play.rect("HoS")
    play.drag("mouse", "Hill", play.by("Hill", 0, 2000))
    assert play.rect("HoS") == before.moved(0, 2000)
    assert holder_of(play.model, play.id("HoS")) == play.id("Ash")


def test_a_press_on_one_of_several_selected_things_selects_just_it(play: Play) -> None:
    play.tap("HT")
    play.tap("EHT", ctrl=True)
    play.tap("HT")
    assert play.selected() == {play.id("HT")}


def test_what_is_carried_about_in_another_box_shows_as_if_drawn_from_the_start(play: Play) -> None:
    desk = play.hands.desk
    play.press("mouse", "HT")
    for x, y in ((200, 1180), (230, 1200), (1260, 1220), (1230, 1190), (300, 200), (280, 1190)):
        play.move("mouse", Point(x, y))
        shown, trial = desk.trial_page(), play.session.trial
        fresh = draw(trial, desk.model_id, desk.page(), live=True)
        assert dict(shown.rects) == dict(fresh.rects)
        assert dict(shown.routes) == dict(fresh.routes)
        assert shown.home == fresh.home and set(shown.faces) == set(fresh.faces)
    play.release("mouse", Point(280, 1190))
    assert holder_of(play.model, play.id("HT")) == play.id("Ash")
    assert desk.trial_page() is desk.page()
