"""Stories in the making: a next stage, an option made of a stage, stages deleted and moved."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from chart import chart
from modelbuilder.document import files, pages, staging
from modelbuilder.document.chart.writer import write_chart
from modelbuilder.document.edits import move
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import MODEL_TABLES, Box, Document
from modelbuilder.document.stories import address, later_stages, stages, story_of
from strategies import documents, stories

STORY = """\
model A option
stage B/1 one date=2024-09 when=today narration=Told notes=Asked predict=Guess
post HT role=headteacher held_by=Dai
stage B/2 two
post DHT role=deputy_headteacher
stage B/3 three
remove HT
"""


def labels(document: Document) -> list[str]:
    """Return the labels in the order of the tabs."""
    return [model.label for _, model in pages.ordered(document)]


def titles(document: Document, story: str = "B") -> list[tuple[str, str]]:
    """Return the labels and titles of a story in the order of its stages."""
    return [(model.label, model.title) for _, model in stages(document, story)]


def stage(document: Document, label: str) -> ModelId:
    """Return the id of a stage."""
    return pages.labelled(document, label, "chart")[0]


def test_the_next_stage_is_a_copy_without_the_words() -> None:
    document = chart(STORY)
    last = stage(document, "B/3")
    post_id = next(iter(document.models[last].posts))
    document = move(document, last, {post_id: Box(x=30, y=40)})
    after = staging.add_stage(document, last)
    assert labels(after) == ["A", "B/1", "B/2", "B/3", "B/4"]
    old, new = after.models[last], after.models[after.order[-1]]
    assert all(getattr(new, name) is getattr(old, name) for name in MODEL_TABLES)
    assert new.places[post_id] == Box(x=30, y=40)
    first = staging.add_stage(document, stage(document, "B/1"))
    model = first.models[first.order[2]]
    assert (model.title, model.date, model.when, model.narration, model.notes, model.predict) == ("",) * 6


def test_a_stage_between_two_others_moves_the_later_ones_up() -> None:
    document = chart(STORY)
    after = staging.add_stage(document, stage(document, "B/1"))
    assert titles(after) == [("B/1", "one"), ("B/2", ""), ("B/3", "two"), ("B/4", "three")]
    assert labels(after) == ["A", "B/1", "B/2", "B/3", "B/4"]
    assert after.models[stage(document, "B/2")].label == "B/3", "a stage keeps its id"
    assert files.parse(files.dump(after), "x") == after


def test_a_gap_in_the_numbers_is_used() -> None:
    document = chart("stage B/1 one\nstage B/2 two\nstage B/10 ten")
    after = staging.add_stage(document, stage(document, "B/2"))
    assert titles(after) == [("B/1", "one"), ("B/2", "two"), ("B/3", ""), ("B/10", "ten")]


def test_an_option_becomes_the_first_stage_of_a_story_of_its_name() -> None:
    document = chart("model A option\npost HT role=ceo\nmodel B other")
    after = staging.add_stage(document, document.order[0])
    assert labels(after) == ["A/1", "A/2", "B"]
    assert after.models[document.order[0]].title == "option"
    assert [label for label in labels(pages.add_model(after)) if label not in labels(after)] == ["C"]


def test_a_story_that_is_there_already_is_not_mixed_up_with_another() -> None:
    document = chart("model B other\nstage B/1 one\nstage B/2 two")
    after = staging.add_stage(document, document.order[0])
    assert labels(after) == ["A/1", "A/2", "B/1", "B/2"]
    long = chart('model "a long label" one\nmodel A')
    assert labels(staging.add_stage(long, long.order[0])) == ["B/1", "B/2", "A"]


def test_where_no_number_is_left_nothing_is_added() -> None:
    document = chart("stage B/9998 one\nstage B/9999 two")
    assert staging.add_stage(document, document.order[0]) is document
    assert staging.add_stage(document, document.order[1]) is document


def test_a_fork_is_an_option_behind_the_story() -> None:
    document = chart(STORY + "model C")
    after = staging.fork(document, stage(document, "B/2"))
    assert labels(after) == ["A", "B/1", "B/2", "B/3", "D", "C"]
    forked, source = after.models[stage(after, "D")], document.models[stage(document, "B/2")]
    assert forked.title == "two (from B/2)"
    assert all(getattr(forked, name) is getattr(source, name) for name in MODEL_TABLES)
    asked = staging.fork(document, stage(document, "B/1"))
    model = asked.models[stage(asked, "D")]
    assert (model.narration, model.notes, model.predict) == ("Told", "Asked", ""), "nobody is asked before an option"
    untitled = staging.fork(chart("stage B/1"), chart("stage B/1").order[0])
    assert [(model.label, model.title) for _, model in pages.ordered(untitled)] == [("B/1", ""), ("A", "From B/1")]


def test_a_deleted_stage_lets_the_later_ones_move_up() -> None:
    document = chart(STORY)
    after = staging.remove_stage(document, stage(document, "B/2"))
    assert titles(after) == [("B/1", "one"), ("B/2", "three")]
    assert staging.remove_stage(document, document.order[0]) == pages.remove_model(document, document.order[0])


@pytest.mark.parametrize(
    ("index", "expected"), [(0, "three one two"), (1, "one three two"), (2, "one two three"), (9, "one two three")]
)
def test_a_stage_is_moved_and_the_numbers_stay_in_order(index: int, expected: str) -> None:
    document = chart(STORY)
    after = staging.reorder_stage(document, stage(document, "B/3"), index)
    assert " ".join(title for _, title in titles(after)) == expected
    assert labels(after) == ["A", "B/1", "B/2", "B/3"]


def test_moving_a_stage_leaves_other_tabs_where_they_are() -> None:
    document = chart("stage B/1 one\nmodel A\nstage B/3 three\nstage C/1\nstage B/2 two")
    after = staging.reorder_stage(document, stage(document, "B/3"), 0)
    assert labels(after) == ["B/1", "A", "B/2", "C/1", "B/3"]
    assert [title for _, title in titles(after)] == ["three", "one", "two"]


def test_edits_of_a_stage_that_is_not_there_change_nothing() -> None:
    document, gone = chart(STORY), ModelId("gone")
    for edit in (staging.add_stage, staging.begin_story, staging.fork, staging.remove_stage):
        assert edit(document, gone) is document
    assert staging.reorder_stage(document, gone, 0) is document
    assert staging.reorder_stage(document, document.order[0], 0) is document


@settings(max_examples=25)
@given(documents(), st.integers(0, 3))
def test_a_stage_added_and_deleted_again_leaves_the_numbers_as_they_were(document: Document, number: int) -> None:
    model_id = document.order[min(number, len(document.order) - 1)]
    document = staging.begin_story(document, model_id)
    added = staging.add_stage(document, model_id)
    assume(added is not document)
    new = next(one for one in added.order if one not in document.models)
    assert later_stages(added, model_id)[0] == new
    story = story_of(added.models[new].label)
    again = staging.remove_stage(added, new)
    assert [one for one, _ in stages(again, story)] == [one for one, _ in stages(document, story)]
    assert again.order == document.order


@settings(max_examples=25)
@given(stories(), st.data())
def test_a_moved_stage_can_be_moved_back(document: Document, data: st.DataObject) -> None:
    told = [model_id for model_id in document.order if address(document.models[model_id].label)]
    assume(told)
    model_id = data.draw(st.sampled_from(told))
    row = [one for one, _ in stages(document, story_of(document.models[model_id].label))]
    moved = staging.reorder_stage(document, model_id, data.draw(st.integers(0, len(row))))
    assert sorted(labels(moved)) == sorted(labels(document))
    assert files.parse(files.dump(moved), "x") == moved
    back = staging.reorder_stage(moved, model_id, row.index(model_id))
    assert back.models == document.models
    assert sorted(back.order) == sorted(document.order)


def test_a_story_made_by_edits_is_written_as_one() -> None:
    document = chart("post HT role=headteacher held_by=Dai")
    document = staging.add_stage(document, document.order[0])
    assert write_chart(document) == "stage A/1\npost HT role=headteacher held_by=Dai\n\nstage A/2\n"
