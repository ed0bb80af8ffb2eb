"""Bringing new things from the palette: by a drag, or by a tap on it and a tap on the page."""

import pytest

from modelbuilder.document import people
from modelbuilder.editor.newcomers import Kind
from modelbuilder.vocabulary.tiers import Tier
from play import Play, federation, kind_of, scene


@pytest.fixture
def play() -> Play:
    return Play(federation())


def test_a_drag_from_the_palette_adds_a_card_where_it_is_let_go(play: Play) -> None:
    play.bring("mouse", "ceo", (2000, 1200))
    (new,) = play.model.posts.keys() - play.start.models[play.desk.model_id].posts.keys()
    rect = play.page().rects[new]
    assert abs(rect.cx - 2000) < 10
    assert abs(rect.cy - 1200) < 10
    assert play.selected() == {new}
    assert play.steps() == ["Add CEO"]


def test_while_it_is_carried_the_card_is_only_shown(play: Play) -> None:
    play.take_up("mouse", "ceo")
    assert play.session.trial is play.document
    play.move("mouse", (2000, 1200))
    assert len(play.trial.posts) == len(play.model.posts) + 1
    play.move("mouse", (2000, 1200), over_canvas=False)
    assert play.session.trial is play.document


def test_let_go_beside_the_page_nothing_is_added(play: Play) -> None:
    play.take_up("mouse", "ceo")
    play.move("mouse", (2000, 1200))
    play.release("mouse", (-4000, 1200), over_canvas=False)
    assert play.document is play.start
    assert play.hands.armed is None
    assert not play.session.live


def test_a_tap_arms_a_kind_and_the_next_tap_places_it(play: Play) -> None:
    play.take_up("mouse", "school")
    play.release("mouse", (-5000, 0), over_canvas=False)
    assert play.hands.armed == kind_of("school")
    assert play.words[-1] == "Tap where the school belongs."
    play.tap((2000, 1200))
    assert len(play.model.placements) == 3
    assert len(play.document.schools) == 3
    assert play.hands.armed is None
    play.tap((3000, 1200))
    assert len(play.model.placements) == 3


def test_an_armed_kind_is_put_away_by_escape_and_by_arming_nothing(play: Play) -> None:
    play.hands.arm(kind_of("school"))
    assert play.escape()
    play.tap((2000, 1200))
    assert play.document is play.start
    assert not play.escape()


def test_a_head_brought_into_a_school_leads_it(play: Play) -> None:
    play.bring("mouse", "headteacher", play.by("Beech", 100, 100))
    (new,) = play.model.posts.keys() - play.start.models[play.desk.model_id].posts.keys()
    assert play.model.posts[new].at == play.id("Beech")
    assert (new, play.id("Beech")) in play.lines("leads")
    assert play.page().rects[play.id("Beech")].covers(play.page().rects[new])
    play.undo()
    assert play.document == play.start


def test_a_school_brought_into_a_group_stands_in_it(play: Play) -> None:
    play.bring("mouse", "school", play.by("Hill", 800, 600))
    (new,) = play.document.schools.keys() - play.start.schools.keys()
    assert play.model.placements[new].group == play.id("Hill")
    assert play.document.schools[new].name == "New school"


def test_a_note_stands_on_the_page_even_over_a_box(play: Play) -> None:
    play.bring("mouse", "note", play.by("Ash", 100, 100))
    assert len(play.model.stickies) == 1
    assert not play.model.stickies.keys() & play.page().home.keys() - {
        one for one, box in play.page().home.items() if box is None
    }


def test_a_post_brought_onto_a_post_stands_below_it_and_a_line_is_offered() -> None:
    play = Play(scene("post EHT role=executive_headteacher", {"EHT": (0, 0)}))
    play.bring("mouse", "head_of_school", "EHT")
    (new,) = play.model.posts.keys() - {play.id("EHT")}
    assert play.page().rects[new].y > play.rect("EHT").bottom
    best = play.offered[0].line
    assert (best.kind, best.source, best.target) == ("accountable_to", new, play.id("EHT"))


def test_two_hands_that_take_the_same_kind_bring_two_things(play: Play) -> None:
    play.take_up("one", "headteacher")
    play.take_up("two", "headteacher")
    play.move("one", (2000, 1200))
    play.move("two", (3000, 1200))
    assert len(play.trial.posts) == len(play.model.posts) + 2
    play.release("one", (2000, 1200))
    play.release("two", (3000, 1200))
    new = play.model.posts.keys() - play.start.models[play.desk.model_id].posts.keys()
    assert len(new) == 2
    assert {play.model.posts[one].handle for one in new} == {"HT", "HT2"}
    assert play.steps() == ["Add Headteacher", "Add Headteacher"]


def test_what_is_brought_while_somebody_redoes_the_same_is_another_thing(play: Play) -> None:
    play.bring("one", "headteacher", (2000, 1200))
    there = play.rect("HT")
    play.undo()
    play.take_up("two", "headteacher")
    play.move("two", (3000, 1200))
    play.redo()
    play.release("two", (3000, 1200))
    assert play.rect("HT") == there
    assert play.rect("HT2").x > there.right


@pytest.fixture
def with_tray() -> tuple[Play, Kind]:
    """A post without a holder, and a person without a post in the tray."""
    document, dee = people.with_person(scene("post HT role=headteacher", {"HT": (0, 0)}), "Dee")
    return Play(document), Kind("figures", "person", "Dee", "", Tier.OUTSIDE, thing_id=dee)


def test_a_person_from_the_tray_stands_as_a_figure(with_tray: tuple[Play, Kind]) -> None:
    play, dee = with_tray
    play.bring("mouse", dee, (900, 500))
    assert set(play.model.figures) == {dee.thing_id}
    assert play.steps() == ["Add Dee"]


def test_a_person_from_the_tray_dropped_on_a_post_takes_it(with_tray: tuple[Play, Kind]) -> None:
    play, dee = with_tray
    play.bring("mouse", dee, "HT")
    assert play.model.posts[play.id("HT")].person == dee.thing_id
    assert not play.model.figures
    assert play.selected() == {play.id("HT")}
    assert play.steps() == ["Give Dee the post of Headteacher"]


def test_a_post_that_another_hand_holds_is_not_taken(with_tray: tuple[Play, Kind]) -> None:
    play, dee = with_tray
    play.press("one", "HT")
    play.move("one", (1000, 1000))
    play.take_up("two", dee)
    play.move("two", (500, 500))
    play.move("two", (24, 24))
    play.release("two", (24, 24))
    assert play.model.posts[play.id("HT")].person is None
    assert not play.model.figures
