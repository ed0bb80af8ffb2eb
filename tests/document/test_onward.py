"""A change taken over by later stages: what was as before follows, what they changed themselves stays."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from chart import chart, thing
from modelbuilder.document import edits, pages, staging
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.integrity import settle
from modelbuilder.document.onward import Onward, onward, take_over
from modelbuilder.document.patch import MISSING, diff
from modelbuilder.document.records import MODEL_TABLES, Box, Document, Line, Post
from modelbuilder.document.stories import address, later_stages
from strategies import documents, edits_on, stories

STORY = """\
school S
stage B/1 one
post HT role=headteacher at=S
post DHT role=deputy_headteacher at=S
body GB kind=governing_body of=S
HT leads S mode=head
HT accountable_to GB
DHT accountable_to HT
stage B/2 two
post SENCO role=senco at=S
SENCO accountable_to DHT
stage B/3 three
post DHT role=assistant_headteacher at=S
remove HT leads S
model A
post HT role=headteacher at=S
"""


def staged() -> tuple[Document, list[ModelId]]:
    """Return a story, and its stages in order."""
    document = chart(STORY)
    return document, [pages.labelled(document, f"B/{number}", "x")[0] for number in (1, 2, 3)]


def told(done: Onward, document: Document) -> tuple[dict[str, int], dict[str, int]]:
    """Count the changes that were taken and left, by the stages."""
    taken, left = (
        {document.models[one].label: len(rows) for one, rows in found.items()} for found in (done.taken, done.left)
    )
    return taken, left


def test_a_label_follows_into_all_later_stages_and_no_option() -> None:
    document, (first, *_) = staged()
    post_id = thing(document, "HT")
    done = take_over(document, edits.change(document, first, post_id, label="Head"), first)
    heads = {model.label: model.posts[post_id].label for model in done.document.models.values()}
    assert heads == {"B/1": "Head", "B/2": "Head", "B/3": "Head", "A": ""}
    assert told(done, document) == ({"B/2": 1, "B/3": 1}, {})


def test_what_a_later_stage_has_changed_itself_stays() -> None:
    document, (first, second, third) = staged()
    post_id = thing(document, "DHT")
    done = take_over(document, edits.change(document, first, post_id, label="Second"), first)
    assert told(done, document) == ({"B/2": 1}, {"B/3": 1})
    assert done.document.models[second].posts[post_id].label == "Second"
    assert done.document.models[third] is document.models[third]


def test_what_comes_in_between_arrives_with_its_lines_and_place() -> None:
    document, (first, second, third) = staged()
    school, head = thing(document, "S"), thing(document, "HT")
    new = ThingId("post-new")

    def edit(before: Document) -> Document:
        with_post = edits.add_thing(before, second, new, Post(handle="SBM", role="school_business_manager", at=school))
        return edits.move(with_post, second, {new: Box(x=30, y=500)})

    done = take_over(document, edit(document), second)
    assert done.document.models[third].posts[new].at == school
    assert done.document.models[third].places[new] == Box(x=30, y=500)
    assert new not in done.document.models[first].posts, "stages before are left alone"
    assert head in done.document.models[third].posts


def test_what_goes_goes_with_its_lines_but_not_where_something_hangs_on_it() -> None:
    document, (first, second, third) = staged()
    deputy, head = thing(document, "DHT"), thing(document, "HT")
    done = take_over(document, edits.remove(document, first, [head]), first)
    assert all(head not in done.document.models[one].posts for one in (first, second, third))
    assert not done.left
    kept = take_over(document, edits.remove(document, first, [deputy]), first)
    assert deputy in kept.document.models[second].posts, "the SENCO answers to them there"
    assert deputy in kept.document.models[third].posts, "there they have become an assistant"
    assert set(kept.left) == {second, third}


def test_a_line_to_what_a_later_stage_has_not_any_more_is_left() -> None:
    document = chart("stage B/1\npost HT role=ceo\npost CFO role=cfo\nstage B/2\nremove CFO")
    first = document.order[0]
    row = Line(kind="accountable_to", source=thing(document, "CFO"), target=thing(document, "HT"))
    done = take_over(document, edits.add_line(document, first, row), first)
    assert len(done.document.models[first].lines) == 1
    assert told(done, document) == ({}, {"B/2": 1})


def test_a_stage_moved_by_hand_keeps_its_own_places_and_what_goes_takes_its_place_along() -> None:
    document, (first, second, third) = staged()
    post_id = thing(document, "DHT")
    here, there = Box(x=1, y=1), Box(x=9, y=9)
    for model_id, box in ((first, here), (second, here), (third, there)):
        document = edits.move(document, model_id, {post_id: box})
    moved = take_over(document, edits.move(document, first, {post_id: Box(x=5, y=5)}), first)
    assert moved.document.models[second].places[post_id] == Box(x=5, y=5)
    assert moved.document.models[third].places[post_id] == there
    head = thing(document, "HT")
    document = edits.move(edits.move(document, first, {head: here}), third, {head: there})
    gone = take_over(document, edits.remove(document, first, [head]), first).document
    assert head not in gone.models[third].posts and head not in gone.models[third].places


def test_the_words_of_a_stage_stay_its_own() -> None:
    document, (first, *_) = staged()
    done = take_over(document, edits.put_model(document, first, title="Anew", narration="Words"), first)
    assert not done.taken and not done.left
    assert [done.document.models[one].title for one in done.document.order] == ["Anew", "two", "three", ""]


def test_an_option_and_the_last_stage_have_nothing_after_them() -> None:
    document, (*_, last) = staged()
    for model_id in (last, pages.labelled(document, "A", "x")[0]):
        after = edits.change(document, model_id, thing(document, "HT"), label="Head")
        assert take_over(document, after, model_id).document is after


@settings(max_examples=15)
@given(stories())
def test_taking_over_nothing_changes_nothing(document: Document) -> None:
    for model_id in document.order:
        done = take_over(document, document, model_id)
        assert (done.document is document, done.taken, done.left) == (True, {}, {})


@settings(max_examples=50)
@given(stories(), st.data())
def test_a_later_stage_differs_from_its_old_self_by_at_most_the_change(document: Document, data: st.DataObject) -> None:
    told = [model_id for model_id in document.order if later_stages(document, model_id)]
    assume(told)
    model_id = data.draw(st.sampled_from(told))
    after = document
    for _ in range(data.draw(st.integers(1, 3))):
        after = settle(after, data.draw(edits_on(after))(after))
    assume(model_id in after.models)
    done = take_over(document, after, model_id)
    change = {(one.table, one.thing_id): one.value for one in diff(document, after).changes if one.model_id == model_id}
    gone = {thing_id for (_, thing_id), value in change.items() if value is MISSING}
    for one in diff(after, done.document).changes:
        if one.table == "settings":
            continue  # what was set aside about something that is nowhere any more
        assert one.model_id in later_stages(after, model_id)
        assert one.table in MODEL_TABLES
        if (one.table, one.thing_id) in change:
            assert one.value == change[(one.table, one.thing_id)]
        else:
            assert one.table == "places" and one.thing_id in gone
    assert settle(after, done.document) is done.document
    named = [one for rows in (*done.taken.values(), *done.left.values()) for one in rows]
    assert len({(one.model_id, one.table, one.thing_id) for one in named}) == len(named)


@settings(max_examples=30)
@given(documents(), st.data())
def test_stages_that_are_copies_stay_copies(document: Document, data: st.DataObject) -> None:
    for model_id in document.order[1:]:
        document = settle(document, pages.remove_model(document, model_id))
    first = document.order[0]
    for _ in range(2):
        document = staging.add_stage(document, document.order[-1])
    after = settle(document, onward(data.draw(edits_on(document)), first)(document))
    assume(first in after.models and address(after.models[first].label))
    one, *others = [after.models[model_id] for model_id in (first, *later_stages(after, first))]
    changed = {change.model_id for change in diff(document, after).changes} - {None}
    assume(len(others) == 2 and changed <= {first, *later_stages(after, first)})
    if first in changed or not changed:
        handed_on = [name for name in MODEL_TABLES if name != "votes"]
        assert all(getattr(other, name) == getattr(one, name) for other in others for name in handed_on)
