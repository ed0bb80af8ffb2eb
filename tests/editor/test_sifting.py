"""Filters and folds of a view: what they leave out, and that what is selected is always seen."""

from dataclasses import replace

from chart import thing
from modelbuilder.document import edits
from modelbuilder.editor import folding, verbs
from modelbuilder.editor.sifting import OPEN, Sieve, described, left_out
from play import Play, federation


def sieve_of(play: Play, *places: str, people: tuple[str, ...] = (), kinds: tuple[str, ...] = ()) -> Sieve:
    """Return a sieve by handles."""
    ids = frozenset(map(play.id, places)), frozenset(map(play.id, people))
    return Sieve(frozenset(kinds), *ids)


def test_a_type_of_line_keeps_its_lines_what_they_join_and_the_boxes_around() -> None:
    play = Play(federation())
    out = left_out(play.model, sieve_of(play, kinds=("accountable_to",)))
    kept = {one: line for one, line in play.model.lines.items() if line.kind == "accountable_to"}
    assert out & play.model.lines.keys() == play.model.lines.keys() - kept.keys()
    ends = {end for line in kept.values() for end in (line.source, line.target)}
    assert ends and not ends & out
    assert play.id("Ash") not in out and play.id("Hill") not in out, "they stand around"
    assert out & play.model.posts.keys() == play.model.posts.keys() - ends


def test_a_school_keeps_what_stands_in_it_what_is_joined_to_that_and_the_boxes_around() -> None:
    play = Play(federation())
    out = left_out(play.model, sieve_of(play, "Ash"))
    kept = {
        handle
        for handle in ("Ash", "Hill", "HoS", "DHT", "EHT", "GB", "Beech", "SENCO", "LA")
        if play.id(handle) not in out
    }
    assert kept == {"Ash", "Hill", "HoS", "DHT", "EHT"}


def test_a_person_keeps_their_posts_and_whom_they_are_joined_to() -> None:
    play = Play(federation())
    out = left_out(play.model, sieve_of(play, people=("Ada",)))
    assert play.id("EHT") not in out
    assert play.id("HoS") not in out
    assert play.id("DHT") in out
    lines = [line for one, line in play.model.lines.items() if one not in out]
    assert all(play.id("EHT") in (line.source, line.target) for line in lines)


def test_an_open_sieve_leaves_nothing_out() -> None:
    play = Play(federation())
    assert not OPEN
    assert left_out(play.model, OPEN) == frozenset()


def test_a_sieve_is_told_in_words() -> None:
    play = Play(federation())
    sieve = sieve_of(play, "Beech", "Ash", people=("Ada",), kinds=("accountable_to",))
    assert described(play.document, play.model, sieve) == "accountable to · Ash, Beech · Ada"


def test_what_is_hidden_is_not_on_the_page_and_comes_back_when_it_is_selected() -> None:
    play = Play(federation())
    play.desk.look(replace(play.desk.view, sieve=sieve_of(play, "Ash")._replace(hiding=True)))
    assert play.id("SENCO") not in play.desk.page().rects
    play.desk.select(play.id("HoS"))
    assert play.desk.view.sieve.hiding
    play.desk.select(play.id("SENCO"))
    assert not play.desk.view.sieve.hiding
    assert play.id("SENCO") in play.desk.page().rects


def test_what_is_added_while_others_are_hidden_is_seen() -> None:
    play = Play(federation())
    play.desk.look(replace(play.desk.view, sieve=sieve_of(play, "Ash")._replace(hiding=True)))
    play.bring("mouse", "headteacher", (1500, 900))
    (new,) = play.selected()
    assert new in play.desk.page().rects


def test_folding_goes_by_the_selection_and_back_by_the_same_key() -> None:
    play = Play(federation())
    play.desk.select(play.id("HoS"))
    folding.fold(play.desk)
    assert play.desk.view.folds == {play.id("Ash")}
    assert play.selected() == {play.id("Ash")}
    folding.fold(play.desk)
    assert play.desk.view.folds == frozenset()


def test_all_schools_fold_together() -> None:
    play = Play(federation())
    folding.fold_schools(play.desk)
    assert play.desk.view.folds == {play.id("Ash")}, "nothing stands in the other"
    folding.fold_schools(play.desk)
    assert not play.desk.view.folds


def test_what_is_selected_or_lit_is_unfolded() -> None:
    play = Play(federation())
    head = frozenset({play.id("HoS")})
    for chosen, lit in ((head, frozenset()), (frozenset(), head)):
        play.desk.look(replace(play.desk.view.choosing(), folds=frozenset({play.id("Hill"), play.id("Ash")})))
        assert play.id("HoS") not in play.desk.page().rects
        play.desk.look(play.desk.view.choosing(chosen, lit))
        assert play.id("HoS") in play.desk.page().rects


def test_a_line_inside_a_folded_box_is_unfolded_and_one_that_ends_at_the_box_is_not() -> None:
    play = Play(federation())
    lines = {(line.source, line.target): one for one, line in play.model.lines.items()}
    play.desk.look(replace(play.desk.view, folds=frozenset({play.id("Ash")})))
    play.desk.select(lines[play.id("HoS"), play.id("EHT")])
    assert play.desk.view.folds
    play.desk.select(lines[play.id("DHT"), play.id("HoS")])
    assert not play.desk.view.folds


def test_a_folded_box_is_carried_by_its_lower_part_with_all_that_is_in_it() -> None:
    play = Play(federation())
    play.desk.look(replace(play.desk.view, folds=frozenset({play.id("Hill")})))
    before = play.page().rects[play.id("HoS")]
    folded = play.desk.page().rects[play.id("Hill")]
    play.drag("mouse", (folded.x + 20, folded.bottom - 8), (folded.x + 220, folded.bottom + 192))
    after = play.page().rects[play.id("HoS")]
    assert (after.x - before.x, after.y - before.y) == (200, 200)
    assert len(play.steps()) == 1


def test_nothing_is_dropped_into_a_folded_box() -> None:
    play = Play(federation())
    play.desk.look(replace(play.desk.view, folds=frozenset({play.id("Ash")})))
    rect = play.desk.page().rects[play.id("Ash")]
    play.bring("mouse", "headteacher", (rect.cx, rect.cy))
    (new,) = play.selected()
    assert play.model.posts[new].at == play.id("Hill")


def test_a_folded_box_is_copied_whole_and_opened_before_something_is_put_into_it() -> None:
    play = Play(federation())
    play.desk.look(replace(play.desk.view.choosing(frozenset({play.id("Ash")})), folds=frozenset({play.id("Ash")})))
    clip = verbs.copied(play.desk)
    assert clip is not None
    assert play.id("DHT") in clip.things
    verbs.put_into(play.desk, play.id("SENCO"), play.id("Ash"))
    assert play.model.posts[play.id("SENCO")].at == play.id("Ash")
    rects = play.page().rects
    assert not any(rects[play.id("SENCO")].meets(rects[play.id(one)]) for one in ("HoS", "DHT"))


def test_what_has_gone_is_not_folded_any_more() -> None:
    play = Play(federation())
    play.desk.look(replace(play.desk.view, folds=frozenset({play.id("Ash")})))
    ash = thing(play.document, "Ash")
    play.session.do("Delete", play.desk.model_id, lambda document: edits.remove(document, play.desk.model_id, [ash]))
    assert not play.desk.view.folds
    play.undo()
    assert play.id("HoS") in play.desk.page().rects
