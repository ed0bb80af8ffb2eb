"""What the commands do: duplicate, copy and paste, delete, nudge, add by keyboard, and the row of models."""

import pytest

from chart import chart
from modelbuilder.document import edits, files, pages
from modelbuilder.document.lookup import holder_of
from modelbuilder.editor import verbs
from modelbuilder.editor.newcomers import kinds
from modelbuilder.layout.rect import Point
from modelbuilder.vocabulary.roles import ROLES
from play import Play, federation, kind_of


@pytest.fixture
def play() -> Play:
    return Play(federation())


def _select(play: Play, *handles: str) -> None:
    play.desk.select(*(play.id(handle) for handle in handles))


def test_a_duplicate_stands_in_the_same_box_beside_the_original(play: Play) -> None:
    _select(play, "DHT")
    verbs.duplicate(play.desk)
    (new,) = play.selected()
    assert new != play.id("DHT")
    assert play.model.posts[new].at == play.id("Ash")
    assert not play.page().rects[new].meets(play.rect("DHT"))
    assert play.rect("Ash").covers(play.page().rects[new])
    assert len(play.steps()) == 1
    play.undo()
    assert play.document == play.start


def test_to_duplicate_a_person_changes_nothing_and_leaves_redo_alone(play: Play) -> None:
    play.drag("mouse", "SENCO", (2000, 1500))
    play.undo()
    _select(play, "Dee")
    verbs.duplicate(play.desk)
    assert play.document == play.start
    assert play.redo()


def test_a_whole_box_is_duplicated_with_what_it_holds_and_the_lines_inside(play: Play) -> None:
    _select(play, "Ash")
    verbs.duplicate(play.desk)
    (school,) = play.selected()
    assert play.document.schools[school].name == "Ash (copy)"
    assert play.model.placements[school].group == play.id("Hill")
    inside = edits.inside(play.model, [school]) - {school}
    assert sorted(play.model.posts[one].role for one in inside) == ["deputy_headteacher", "head_of_school"]
    assert {(line.kind) for line in play.model.lines.values() if line.source in inside} >= {"leads", "accountable_to"}


def test_a_copy_in_another_model_is_a_new_post_of_the_same_person(play: Play) -> None:
    _select(play, "HoS")
    clip = verbs.copied(play.desk)
    assert clip is not None
    verbs.add_model(play.desk)
    verbs.pasted(play.desk, clip, Point(100, 100))
    (new,) = play.model.posts
    assert new != play.id("HoS")
    assert play.model.posts[new].handle == "HoS2"
    assert play.model.posts[new].person == play.id("Ben")
    assert play.document.people == play.start.people
    assert play.selected() == {new}


def test_a_copy_of_a_school_in_another_model_is_the_same_school(play: Play) -> None:
    _select(play, "Ash")
    clip = verbs.copied(play.desk)
    assert clip is not None
    verbs.add_model(play.desk)
    verbs.pasted(play.desk, clip, Point(100, 100))
    assert set(play.model.placements) == {play.id("Ash")}
    assert play.document.schools == play.start.schools
    assert len(play.model.posts) == 2


def test_a_copy_can_be_pasted_again_after_the_original_is_gone(play: Play) -> None:
    _select(play, "Hill")
    clip = verbs.copied(play.desk)
    assert clip is not None
    verbs.delete(play.desk)
    for _ in range(3):
        verbs.pasted(play.desk, clip, Point(0, 0))
    assert len(play.model.groups) == 3
    assert files.parse(files.dump(play.document), "pasted") == play.document


def test_the_copy_of_a_school_with_the_longest_name_can_be_saved(play: Play) -> None:
    longest = "N" * 200
    play.session.do(
        "Rename", play.desk.model_id, lambda before: edits.change_school(before, play.id("Beech"), name=longest)
    )
    _select(play, "Beech")
    verbs.duplicate(play.desk)
    assert files.parse(files.dump(play.document), "copied") == play.document


def test_nothing_is_copied_when_only_a_line_is_selected(play: Play) -> None:
    play.desk.select(next(iter(play.model.lines)))
    assert verbs.copied(play.desk) is None
    verbs.duplicate(play.desk)
    assert play.document is play.start


def test_delete_takes_the_lines_along(play: Play) -> None:
    gone = play.id("HoS")
    _select(play, "HoS")
    verbs.delete(play.desk)
    assert gone not in play.model.posts
    assert all(gone not in (line.source, line.target) for line in play.model.lines.values())
    assert play.selected() == set()
    assert play.steps() == [f"Delete {ROLES['head_of_school'].label}"]
    play.undo()
    assert play.document == play.start


def test_delete_takes_a_box_with_what_it_holds(play: Play) -> None:
    _select(play, "Hill")
    verbs.delete(play.desk)
    assert not play.model.placements
    assert {post.handle for post in play.model.posts.values()} == {"SENCO"}
    assert play.document.schools == play.start.schools, "schools stay in the cast"


def test_dissolve_leaves_what_stood_in_the_box(play: Play) -> None:
    before = play.rect("HoS"), play.rect("EHT")
    _select(play, "Hill")
    verbs.dissolve(play.desk)
    assert not play.model.groups
    assert (play.rect("HoS"), play.rect("EHT")) == before


def test_the_arrows_move_what_is_selected_once(play: Play) -> None:
    before = play.rect("HoS")
    _select(play, "Hill", "HoS")
    verbs.nudge(play.desk, verbs.STEP, 0)
    assert play.rect("HoS") == before.moved(10, 0)
    assert play.steps() == ["Move 2 things"]


def test_select_all_and_nothing(play: Play) -> None:
    verbs.select_all(play.desk)
    assert play.selected() == {play.id(one) for one in ("Hill", "SENCO", "GB", "LA")}


def test_every_kind_can_be_added_by_keyboard_on_a_free_spot(play: Play) -> None:
    for kind in kinds():
        play.desk.select()
        new = verbs.add_at(play.desk, kind, Point(700, 600))
        assert holder_of(play.model, new) is None
        rects = play.page().rects
        assert [one for one, rect in rects.items() if one != new and rect.meets(rects[new])] == []
        assert play.selected() == {new}
        play.undo()


def test_added_by_keyboard_with_a_box_selected_it_stands_in_the_box(play: Play) -> None:
    _select(play, "Beech")
    new = verbs.add_at(play.desk, kind_of("head_of_school"), Point(0, 0))
    assert play.model.posts[new].at == play.id("Beech")
    assert (new, play.id("Beech")) in play.lines("leads")
    _select(play, "Hill")
    school = verbs.add_at(play.desk, kind_of("school"), Point(0, 0))
    assert play.model.placements[school].group == play.id("Hill")


def test_tidy_is_one_step(play: Play) -> None:
    verbs.tidy(play.desk)
    assert play.steps() == ["Tidy arrangement"]
    play.undo()
    assert play.document == play.start


def test_the_row_of_models(play: Play) -> None:
    first = play.desk.model_id
    verbs.duplicate_model(play.desk, first)
    copy = play.desk.model_id
    assert play.document.order == (first, copy)
    assert play.model.posts == play.start.models[first].posts
    verbs.move_model(play.desk, copy, 0)
    assert play.document.order == (copy, first)
    verbs.rename_model(play.desk, copy, "Another way")
    verbs.delete_model(play.desk, copy)
    assert play.desk.model_id == first
    assert play.steps() == ["Duplicate model A", "Move model B", "Rename model B", "Delete model B"]
    while play.undo():
        pass
    assert play.document == play.start


def test_the_page_that_undo_takes_away_is_left(play: Play) -> None:
    verbs.add_model(play.desk)
    assert play.desk.model_id == play.document.order[1]
    play.undo()
    assert play.desk.model_id == play.document.order[0]


def test_the_last_model_is_replaced_by_an_empty_one() -> None:
    play = Play(pages.new_document())
    verbs.delete_model(play.desk, play.desk.model_id)
    assert len(play.document.order) == 1
    assert play.model.label == "A"


def test_a_copied_school_takes_its_duties_and_agreements_along() -> None:
    play = Play(
        chart(
            "school S\nschool T\npost HT role=headteacher at=S\npost DHT role=deputy_headteacher at=T\n"
            "duty f25 of S accountable=HT contributes=DHT\n"
            "T school_to_school_support S agreement=yes qa_lead=HT broker=DHT plan=SIP"
        )
    )
    model_id = play.desk.model_id
    school, head = play.id("S"), play.id("HT")
    _select(play, "S")
    verbs.duplicate(play.desk)
    rows = play.desk.document.models[model_id].duties.values()
    (copied,) = [duty for duty in rows if duty.school != school]
    assert copied.accountable not in (None, head) and copied.contributes == ()
    _select(play, "S", "T")
    verbs.duplicate(play.desk)
    model = play.desk.document.models[model_id]
    (agreement,) = [line.agreement for line in model.lines.values() if line.agreement and line.target != school]
    assert agreement.plan == "SIP"
    assert {agreement.qa_lead, agreement.broker}.isdisjoint({head, play.id("DHT")})
