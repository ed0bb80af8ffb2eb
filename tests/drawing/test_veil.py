"""Folded and hidden: what is seen of a model, and what stands for the rest."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chart import chart, first_model, thing
from modelbuilder.document import edits
from modelbuilder.document.integrity import settle
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.marks import Text
from modelbuilder.drawing.page import Page, draw
from modelbuilder.drawing.veil import UNVEILED, Veil, seen
from play import federation
from strategies import documents, edits_on


def folded(document: Document, *handles: str) -> Page:
    """Draw the first model with some boxes folded."""
    veil = Veil(frozenset(thing(document, one) for one in handles))
    return draw(document, first_model(document), veil=veil)


def test_a_folded_school_says_who_is_inside() -> None:
    document = federation()
    page = folded(document, "Ash")
    ash = thing(document, "Ash")
    words = [mark.text for mark in page.group(ash).marks if isinstance(mark, Text)]
    assert words == ["Ash", "2 posts", "B"]
    assert page.faces[ash].kind == "folded"
    assert thing(document, "HoS") not in page.rects
    assert ash not in page.boxes


def test_a_folded_group_counts_what_is_in_its_schools() -> None:
    document = federation()
    page = folded(document, "Hill", "Ash")
    hill = thing(document, "Hill")
    assert page.faces[hill].second == "2 schools · 3 posts · 1 person"
    assert page.faces[hill].small == ("A", "B", "D")
    assert thing(document, "Ash") not in page.rects


def test_more_than_six_are_counted() -> None:
    posts = (f'post T{n} role=middle_leader at=Ash held_by="{chr(65 + n)}n Abc"' for n in range(9))
    document = chart("\n".join(["school Ash", *posts]))
    assert folded(document, "Ash").faces[thing(document, "Ash")].small[-1] == "+4"
    assert len(folded(document, "Ash").faces[thing(document, "Ash")].small) == 6


def test_lines_gather_at_the_box_and_those_inside_go() -> None:
    document = federation()
    page = folded(document, "Ash")
    ash, eht = thing(document, "Ash"), thing(document, "EHT")
    ends = {(line.kind, line.source, line.target) for line in page.model.lines.values()}
    assert ("accountable_to", ash, eht) in ends
    assert not any(line.source == line.target for line in page.model.lines.values())
    for line_id, line in page.model.lines.items():
        assert line_id in document.models[page.model_id].lines, "a gathered line is one of those that it stands for"
        assert {line.source, line.target} & page.rects.keys()


def test_two_lines_of_one_type_become_one() -> None:
    document = chart("""
        school Ash
        post A role=headteacher at=Ash
        post B role=deputy_headteacher at=Ash
        post C role=ceo
        A accountable_to C
        B accountable_to C
    """)
    page = folded(document, "Ash")
    assert [line.kind for line in page.model.lines.values()] == ["accountable_to"]


def test_the_corner_stays_and_nothing_else_moves() -> None:
    document = federation()
    rest, page = draw(document, first_model(document)), folded(document, "Ash")
    for one, rect in page.rects.items():
        assert rect.x == rest.rects[one].x
        assert rect.y == rest.rects[one].y


def test_what_is_hidden_is_gone_with_its_lines() -> None:
    document = federation()
    hos = thing(document, "HoS")
    page = draw(document, first_model(document), veil=Veil(hidden=frozenset({hos})))
    assert hos not in page.rects
    assert not any(hos in (line.source, line.target) for line in page.model.lines.values())


def test_without_a_veil_the_model_itself_is_seen() -> None:
    model = federation().models[first_model(federation())]
    assert seen(model, UNVEILED) is model


@settings(max_examples=40)
@given(st.data())
def test_a_page_behind_a_veil_is_the_same_after_any_edit(data: st.DataObject) -> None:
    document = place_all(data.draw(documents()))
    model_id = document.order[0]
    model = document.models[model_id]
    boxes = [*model.groups, *model.placements]
    things = [*boxes, *model.posts, *model.lines]
    folds = frozenset(data.draw(st.lists(st.sampled_from(boxes), max_size=3))) if boxes else frozenset()
    hidden = frozenset(data.draw(st.lists(st.sampled_from(things), max_size=2))) - set(boxes) if things else frozenset()
    veil = Veil(folds, hidden)
    page = draw(document, model_id, veil=veil)
    for _ in range(data.draw(st.integers(1, 3))):
        edited = place_all(settle(document, data.draw(edits_on(document))(document)))
        if model_id not in edited.models:
            return
        document = edited
        page = draw(document, model_id, page)
        fresh = draw(document, model_id, veil=veil)
        assert page.veil == veil
        assert (page.rects, page.routes, page.names, page.faces) == (
            fresh.rects,
            fresh.routes,
            fresh.names,
            fresh.faces,
        )
        assert page.model == fresh.model
    whole = draw(document, model_id, page, veil=UNVEILED)
    assert whole.rects == draw(document, model_id).rects


@pytest.mark.parametrize("name", ["Ash", "Hill"])
def test_moving_a_folded_box_leaves_the_size_of_the_open_one(name: str) -> None:
    document = federation()
    model_id, box = first_model(document), thing(document, name)
    page = folded(document, name)
    place = page.model.places[box]
    moved = edits.move(document, model_id, {box: place.model_copy(update={"x": place.x + 40})})
    again = draw(moved, model_id, page)
    assert again.rects[box].w == page.rects[box].w
    assert draw(moved, model_id).rects[box].w == draw(document, model_id).rects[box].w
