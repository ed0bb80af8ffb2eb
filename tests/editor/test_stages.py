"""Commands on the stages of a story: each is one step, shown, and taken back whole."""

import pytest

from chart import chart
from modelbuilder.document import edits, pages, staging
from modelbuilder.document.ids import ModelId
from modelbuilder.editor import stages, verbs
from play import Play, federation


@pytest.fixture
def play() -> Play:
    document = federation()
    document = staging.add_stage(document, document.order[0])
    return Play(staging.add_stage(document, document.order[-1]))


def labels(play: Play) -> list[str]:
    """Return the labels in the order of the tabs."""
    return [model.label for _, model in pages.ordered(play.document)]


def stage(play: Play, label: str) -> ModelId:
    """Return the id of a stage."""
    return pages.labelled(play.document, label, "x")[0]


def test_a_next_stage_is_one_step_and_shown(play: Play) -> None:
    stages.add_stage(play.desk, play.desk.model_id)
    assert labels(play) == ["A/1", "A/2", "A/3", "A/4"]
    assert play.model.label == "A/2"
    assert play.steps() == ["Add a stage after A/1"]
    play.undo()
    assert play.document == play.start


def test_an_option_becomes_a_story_in_one_step() -> None:
    play = Play(federation())
    stages.add_stage(play.desk, play.desk.model_id)
    assert labels(play) == ["A/1", "A/2"]
    play.undo()
    assert play.document == play.start


def test_a_fork_is_one_step_and_shown(play: Play) -> None:
    stages.fork(play.desk, stage(play, "A/2"))
    assert labels(play) == ["A/1", "A/2", "A/3", "B"]
    assert play.model.label == "B"
    play.undo()
    assert play.document == play.start


def test_a_stage_that_cannot_follow_is_no_step() -> None:
    play = Play(chart("stage B/9999"))
    stages.add_stage(play.desk, play.desk.model_id)
    assert play.steps() == []


def test_moved_and_deleted_stages_are_one_step_each(play: Play) -> None:
    stages.move_stage(play.desk, stage(play, "A/3"), 0)
    verbs.delete_model(play.desk, stage(play, "A/2"))
    assert play.steps() == ["Move stage A/3", "Delete model A/2"]
    assert labels(play) == ["A/1", "A/2"]
    play.undo()
    play.undo()
    assert play.document == play.start


def test_a_drag_taken_over_by_later_stages_is_undone_as_one(play: Play) -> None:
    own = edits.change(play.document, stage(play, "A/3"), play.id("HoS"), label="Own")
    play.session.do("Label", stage(play, "A/3"), lambda _: own)
    kept = play.document
    play.drag("mouse", "GB", play.by("GB", 300, 0))
    stages.take_over_latest(play.desk)
    places = {model.places[play.id("GB")] for model in play.document.models.values()}
    assert len(places) == 1 and play.start.models[play.desk.model_id].places[play.id("GB")] not in places
    assert play.words[-1] == "One change taken over in A/2 and A/3."
    assert len(play.steps()) == 2
    play.undo()
    assert play.document == kept


def test_what_later_stages_keep_is_said(play: Play) -> None:
    post_id = play.id("HoS")
    last, first = stage(play, "A/3"), play.desk.model_id
    play.session.do("Label", last, lambda one: edits.change(one, last, post_id, label="Own"))
    play.session.do("Label", first, lambda one: edits.change(one, first, post_id, label="Other"))
    stages.take_over_latest(play.desk)
    assert play.words[-1] == "One change taken over in A/2. Left as it is in A/3: Other."
    stages.take_over_latest(play.desk)
    assert play.words[-1] == "Not taken over. Left as it is in A/3: Other."


def test_where_there_is_nothing_to_take_over_it_is_said(play: Play) -> None:
    stages.take_over_latest(play.desk)
    assert play.words == []
    last = stage(play, "A/3")
    play.session.do("Label", last, lambda one: edits.change(one, last, play.id("HoS"), label="Own"))
    before = play.document
    stages.take_over_latest(play.desk)
    assert play.document is before
    assert play.words[-1] == "The later stages have nothing of what was changed here."
