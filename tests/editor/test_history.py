"""Undo and redo: named, exact, unlimited, and knowing what is on the disk."""

from collections.abc import Callable

import pytest

from modelbuilder.document import edits
from modelbuilder.document.records import Box, Document
from modelbuilder.editor import verbs
from play import Play, federation, kind_of


@pytest.fixture
def play() -> Play:
    return Play(federation())


def _work(play: Play) -> list[Document]:
    """Take steps of many kinds and return the document after each."""
    seen = [play.document]
    deeds: list[Callable[[], object]] = [
        lambda: play.drag("mouse", "SENCO", play.by("Beech", 100, 100)),
        lambda: play.bring("mouse", "school", (2000, 1200)),
        lambda: verbs.duplicate(play.desk),
        lambda: verbs.nudge(play.desk, 10, 10),
        lambda: verbs.tidy(play.desk),
        lambda: verbs.delete(play.desk),
        lambda: verbs.duplicate_model(play.desk, play.desk.model_id),
        lambda: play.desk.select(play.id("Hill")),
        lambda: verbs.dissolve(play.desk),
        lambda: verbs.delete_model(play.desk, play.document.order[0]),
    ]
    for deed in deeds:
        deed()
        if play.document is not seen[-1]:
            seen.append(play.document)
    return seen


def test_undo_goes_back_exactly_and_redo_forward_exactly(play: Play) -> None:
    seen = _work(play)
    assert len(seen) == 10
    for document in seen[-2::-1]:
        assert play.undo()
        assert play.document == document
    assert not play.undo()
    for document in seen[1:]:
        assert play.redo()
        assert play.document == document
    assert not play.redo()


def test_each_step_has_a_name_of_its_own(play: Play) -> None:
    _work(play)
    assert play.steps() == [
        "Move SENCO",
        "Add School",
        "Duplicate New school",
        "Move New school (copy)",
        "Tidy arrangement",
        "Delete New school (copy)",
        "Duplicate model A",
        "Take away the box Hill",
        "Delete model A",
    ]


def test_a_step_after_an_undo_ends_what_could_be_redone(play: Play) -> None:
    play.bring("mouse", "ceo", (2000, 1200))
    play.undo()
    play.bring("mouse", "school", (2000, 1200))
    assert not play.redo()


def test_what_changes_nothing_is_no_step_and_keeps_redo(play: Play) -> None:
    play.bring("mouse", "ceo", (2000, 1200))
    play.undo()
    place = play.model.places[play.id("SENCO")]
    same = {play.id("SENCO"): Box(**dict(place))}
    assert not play.session.do("Move", play.desk.model_id, lambda before: edits.move(before, play.desk.model_id, same))
    assert play.steps() == []
    assert play.redo()


def test_an_addition_to_a_step_is_undone_with_it(play: Play) -> None:
    play.bring("mouse", "ceo", (2000, 1200))
    play.session.amend(lambda before: edits.set_title(before, "Amended"))
    assert play.document.title == "Amended"
    assert len(play.steps()) == 1
    play.undo()
    assert play.document == play.start
    play.redo()
    assert play.document.title == "Amended"


def test_undo_and_redo_shine_through_what_a_hand_holds(play: Play) -> None:
    play.bring("mouse", "ceo", (2000, 1200))
    play.press("finger", "SENCO")
    play.move("finger", play.by("SENCO", 400, 400))
    play.undo()
    assert play.rect("SENCO").x > 1600
    assert len(play.trial.posts) == 4
    play.release("finger", (1724, 1024))
    assert play.steps() == ["Move SENCO"]


def test_dirty_means_that_the_disk_has_something_else(play: Play) -> None:
    history = play.session.history
    assert not history.dirty
    verbs.add_at(play.desk, kind_of("ceo"), play.spot((2000, 1200)))
    assert history.dirty
    history.mark_saved()
    assert not history.dirty
    play.undo()
    assert history.dirty
    play.redo()
    assert not history.dirty
