"""Arranging a document: nobody overlaps, all in their boxes, and Tidy a second time changes nothing."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from slides_of import FILES, arranged, case_study, pages

from chart import chart, first_model, thing
from modelbuilder.document import edits
from modelbuilder.document.files import dump, parse
from modelbuilder.document.records import Body, Box, Document
from modelbuilder.drawing.arrangement import place_all, tidy
from modelbuilder.drawing.page import Page, draw
from strategies import documents


def assert_apart(page: Page) -> None:
    """No two siblings overlap, and each stands inside its holder."""
    for holder, children in page.holders.items():
        for one, other in combinations(children, 2):
            assert not page.rects[one].meets(page.rects[other])
        if holder is not None:
            assert all(page.rects[holder].covers(page.rects[child]) for child in children)


@settings(max_examples=30)
@given(documents())
def test_a_tidied_document_has_nobody_overlapping_and_all_in_their_boxes(document: Document) -> None:
    for page in pages(arranged(document)):
        assert_apart(page)
        assert set(page.model.places) >= set(page.rects)


@settings(max_examples=30)
@given(documents())
def test_tidying_is_the_same_on_every_run(document: Document) -> None:
    assert arranged(document) == arranged(document)


@settings(max_examples=30)
@given(documents())
def test_only_places_change(document: Document) -> None:
    after = arranged(document)
    for model_id, model in document.models.items():
        assert after.models[model_id].model_copy(update={"places": model.places}) == model


@pytest.mark.parametrize("name", FILES)
def test_tidying_a_case_study_again_changes_nothing(name: str) -> None:
    once = arranged(case_study(name))
    assert arranged(once) == once
    for page in pages(once):
        assert_apart(page)


@pytest.mark.parametrize("name", FILES)
def test_tidying_a_case_study_that_was_saved_and_opened_changes_nothing(name: str) -> None:
    once = arranged(case_study(name))
    opened = parse(dump(once), name)
    assert arranged(opened) == once


@pytest.mark.parametrize("name", FILES)
def test_in_the_case_studies_everyone_stands_under_whom_they_answer_to(name: str) -> None:
    for page in pages(arranged(case_study(name))):
        for line in page.model.lines.values():
            if line.kind == "accountable_to" and line.source in page.model.posts:
                assert page.rects[line.source].y >= page.rects[line.target].bottom


def test_what_reads_from_left_to_right_keeps_its_order() -> None:
    document = place_all(
        chart(
            """
            post HT role=headteacher
            post D1 role=deputy_headteacher
            post D2 role=deputy_headteacher
            D1 accountable_to HT
            D2 accountable_to HT
            """
        )
    )
    model_id = first_model(document)
    first, second = thing(document, "D1"), thing(document, "D2")
    assert draw(document, model_id).rects[first].x < draw(document, model_id).rects[second].x
    swapped = tidy(edits.move(document, model_id, {first: Box(x=5000, y=300)}), model_id)
    assert draw(swapped, model_id).rects[second].x < draw(swapped, model_id).rects[first].x


PARTNERSHIP = """
    group Town kind=whole_town_partnership
    school Ash
    school Beech
    Ash in Town
    Beech in Town
    body GB1 kind=governing_body at=Ash of=Ash
    body GB2 kind=governing_body at=Beech of=Beech
"""


def test_a_board_stands_above_the_schools_that_it_co_ordinates() -> None:
    document = place_all(chart(PARTNERSHIP + "    body PB kind=partnership_board at=Town\n    PB coordinates Town"))
    page = draw(document, document.order[0])
    board = page.rects[thing(document, "PB")]
    schools = [page.rects[thing(document, name)] for name in ("Ash", "Beech")]
    assert all(school.y >= board.bottom for school in schools)
    assert board.cx == sum(school.cx for school in schools) / 2


def test_a_body_stands_above_those_that_it_appoints() -> None:
    document = place_all(
        chart(PARTNERSHIP + "    body FT kind=foundation_trust\n    FT appoints GB1\n    FT appoints GB2")
    )
    page = draw(document, document.order[0])
    assert page.rects[thing(document, "FT")].bottom <= page.rects[thing(document, "Town")].y


def test_a_group_counts_the_schools_in_the_groups_in_it() -> None:
    inner = "    group Hub kind=hard_federation\n    Hub in Town\n    school Cedar\n    Cedar in Hub"
    document = place_all(chart(PARTNERSHIP + inner))
    faces = draw(document, document.order[0]).faces
    assert faces[thing(document, "Town")].second.endswith(" · 3 schools")
    assert faces[thing(document, "Hub")].second.endswith(" · 1 school")


def test_who_answers_to_several_stands_below_the_middle_of_them() -> None:
    committee = "    body JC kind=joint_committee at=Town\n    JC accountable_to GB1\n    JC accountable_to GB2"
    once = place_all(chart(PARTNERSHIP + committee))
    page = draw(once, once.order[0])
    ash, beech, body = (page.rects[thing(once, name)] for name in ("Ash", "Beech", "JC"))
    assert body.y >= max(ash.bottom, beech.bottom)
    assert body.cx == (ash.x + beech.right) / 2
    assert tidy(once, once.order[0]) == once


def test_helpers_beside_a_card_keep_their_order() -> None:
    document = place_all(
        chart(
            """
            post HT role=headteacher
            person Ann
            person Bob
            HT peer_support Ann
            HT peer_support Bob
            """
        )
    )
    model_id = first_model(document)
    ann, bob = thing(document, "Ann"), thing(document, "Bob")
    assert draw(document, model_id).rects[ann].x < draw(document, model_id).rects[bob].x
    swapped = tidy(edits.move(document, model_id, {ann: Box(x=5000, y=0)}), model_id)
    assert draw(swapped, model_id).rects[bob].x < draw(swapped, model_id).rects[ann].x


def test_what_has_no_place_is_put_where_it_covers_nothing_and_the_rest_stays() -> None:
    document = case_study(FILES[0])
    model_id = document.order[0]
    [school] = document.models[model_id].placements
    for number, holder in enumerate((school, school, None, None)):
        body = Body(handle=f"new {number}", kind="committee", at=holder)
        document = edits.add_thing(document, model_id, thing_id := f"body-new{number}", body, None)  # type: ignore[arg-type]
        assert thing_id not in document.models[model_id].places
    before = document.models[model_id].places
    after = place_all(document)
    assert {one: after.models[model_id].places[one] for one in before} == before
    page = draw(after, model_id)
    assert set(page.rects) <= set(after.models[model_id].places)
    inside = page.holders[school]
    for one, other in combinations(inside, 2):
        assert not page.rects[one].meets(page.rects[other])


def test_an_empty_model_is_left_alone() -> None:
    document = chart("model A")
    assert place_all(document) is document
