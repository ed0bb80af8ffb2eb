"""Votes are anonymous dots; in whatever order hands put them, the same is counted."""

import random
from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from chart import chart, first_model, thing
from modelbuilder.document import edits, voting
from modelbuilder.document.faults import faults
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.integrity import settle
from modelbuilder.document.patch import apply, diff
from modelbuilder.document.records import Document
from modelbuilder.document.values import MOST_DOTS
from strategies import Edit

ROOM = """
    model A "Today" votes=2
    school Ash
    group Hill kind=cluster
    post HT role=headteacher at=Ash
    body GB kind=governing_body of=Ash
    person Dai
    HT accountable_to GB
    note "Who chairs?"
    votes HT 3
    votes HT accountable_to GB 2
    votes "Who chairs?" 1
"""


def _counts(document: Document) -> Mapping[ThingId, int]:
    return document.models[first_model(document)].votes


def test_a_vote_is_one_dot_and_can_be_taken_back() -> None:
    document = chart(ROOM)
    model_id, head = first_model(document), thing(document, "HT")
    more = voting.vote(document, model_id, head)
    assert _counts(more)[head] == 4
    assert voting.take_back(more, model_id, head) == document
    assert voting.take_back(document, model_id, thing(document, "GB")) is document


def test_the_last_dot_leaves_no_row() -> None:
    document = chart("post HT role=headteacher\nvotes HT 1")
    assert not _counts(voting.take_back(document, first_model(document), thing(document, "HT")))


def test_what_can_be_voted_on() -> None:
    document = chart(ROOM)
    model_id = first_model(document)
    model = document.models[model_id]
    tables = (model.placements, model.groups, model.posts, model.bodies, model.figures, model.lines, model.stickies)
    for one in (ThingId(model_id), *(thing_id for rows in tables for thing_id in rows)):
        after = voting.vote(document, model_id, one)
        assert sum(_counts(after).values()) == sum(_counts(document).values()) + 1
        assert settle(document, after) is after
        assert not list(faults(after))
    for other in (ThingId("gone"), ThingId("model-of-another")):
        assert voting.vote(document, model_id, other) is document
    assert voting.vote(document, ModelId("gone"), thing(document, "HT")) is document


def test_clearing_leaves_what_was_put_there_meanwhile() -> None:
    document = chart(ROOM)
    model_id, head = first_model(document), thing(document, "HT")
    seen = document.models[model_id].votes
    assert _counts(voting.clear(document, model_id, seen)) == {}
    assert _counts(voting.clear(voting.vote(document, model_id, head), model_id, seen)) == {head: 1}


def test_no_more_dots_than_a_file_can_hold() -> None:
    document = chart(f"post HT role=headteacher\nvotes HT {MOST_DOTS}")
    assert voting.vote(document, first_model(document), thing(document, "HT")) is document


def test_votes_go_with_their_things() -> None:
    document = chart(ROOM)
    model_id = first_model(document)
    (note_id,) = document.models[model_id].stickies
    without = settle(document, edits.remove(document, model_id, [thing(document, "HT"), note_id]))
    assert _counts(without) == {ThingId(model_id): 2}
    assert apply(without, diff(without, document)) == document


@st.composite
def _hands(draw: st.DrawFn) -> list[Edit]:
    document = chart(ROOM)
    model_id = first_model(document)
    seen = document.models[model_id].votes
    things = [*seen, thing(document, "GB"), ThingId(model_id)]
    left = dict(seen)
    found: list[Edit] = []
    for one in draw(st.lists(st.sampled_from(things), max_size=8)):
        if left.get(one) and draw(st.booleans()):
            left[one] -= 1
            found.append(lambda before, one=one: voting.take_back(before, model_id, one))  # type: ignore[misc]
        else:
            found.append(lambda before, one=one: voting.vote(before, model_id, one))  # type: ignore[misc]
    if draw(st.booleans()):
        found.append(lambda before: voting.clear(before, model_id, left))
    return found


@settings(max_examples=60)
@given(_hands(), st.randoms(use_true_random=False))
def test_the_order_of_hands_does_not_matter(hands: list[Edit], order: random.Random) -> None:
    def counted() -> Document:
        document = chart(ROOM)
        for hand in hands:
            document = hand(document)
        return document

    first = counted()
    order.shuffle(hands)
    assert counted() == first
