"""Names of lines: on a free stretch of their own line, over no card, no other line and no other name."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from slides_of import FILES, arranged, case_study, pages

from chart import chart
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.marks import Text
from modelbuilder.drawing.names import quick_name, set_name
from modelbuilder.drawing.page import Page
from modelbuilder.layout.rect import Point, Rect
from modelbuilder.vocabulary.lines import LINES
from strategies import documents

LEVEL = (Point(0, 0), Point(400, 0))
UPRIGHT = (Point(0, 0), Point(0, 300))


def nothing(spot: Rect) -> list[Rect]:
    return []


def only(*rects: Rect):  # type: ignore[no-untyped-def]
    """Return what tells that just these rectangles are in the way."""
    return lambda spot: [rect for rect in rects if rect.meets(spot)]


def runs(points: tuple[Point, ...]) -> list[Rect]:
    """Return the straight pieces of a route."""
    return [Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y)) for a, b in pairwise(points)]


def assert_clear(page: Page) -> None:
    """No name covers a card, a line or another name; a tag, which is never left out, may where all is full."""
    spoken = {one: name for one, name in page.names.items() if name.words and not name.framed}
    for line_id, name in spoken.items():
        for thing_id, rect in page.rects.items():
            assert page.faces[thing_id].kind not in ("card", "note") or not rect.meets(name.rect)
        for other, points in page.routes.items():
            assert not any(run.grown(1).meets(name.rect) for run in runs(points)), (line_id, other)
    for first, second in combinations(spoken.values(), 2):
        assert not first.rect.meets(second.rect)


@pytest.mark.parametrize("tidied", [False, True])
@pytest.mark.parametrize("name", FILES)
def test_the_names_in_the_case_studies_cover_nothing(name: str, tidied: bool) -> None:
    document = case_study(name)
    for page in pages(arranged(document) if tidied else document):
        assert_clear(page)
        assert sum(bool(one.words) for one in page.names.values()) >= len(page.names) * 0.8
        for one, other in combinations([one for one in page.names.values() if one.words], 2):
            assert not one.rect.meets(other.rect)


@settings(max_examples=30)
@given(documents())
def test_names_cover_nothing_on_any_page(document: Document) -> None:
    for page in pages(arranged(document)):
        assert_clear(page)


def test_a_name_stands_over_the_middle_of_a_free_line() -> None:
    name = set_name("advises", LEVEL, nothing, nothing, nothing)
    assert (name.words, name.x, name.y) == ("advises", 200, -9)
    assert name == quick_name("advises", LEVEL)


def test_a_name_slides_along_its_line_by_no_more_than_it_must() -> None:
    card = Rect(210, -100, 200, 95)
    name = set_name("advises", LEVEL, only(card), nothing, nothing)
    assert name.rect.bottom < 0
    assert 3 <= card.x - name.rect.right < 10


def test_a_name_changes_to_the_other_side_of_a_line_that_runs_close_under_a_card() -> None:
    name = set_name("advises", LEVEL, only(Rect(-100, -80, 600, 70)), nothing, nothing)
    assert name.x == 200
    assert name.rect.y > 0


def test_a_name_stands_beside_an_upright_line() -> None:
    right = set_name("advises", UPRIGHT, nothing, nothing, nothing)
    assert right.rect.x > 0
    assert right.rect.cy == pytest.approx(150, abs=1)
    left = set_name("advises", UPRIGHT, only(Rect(5, 0, 300, 300)), nothing, nothing)
    assert left.rect.right < 0


def test_a_name_crosses_the_edge_of_a_box_only_where_there_is_no_other_room() -> None:
    edge = Rect(199, -500, 2, 1000)
    free = set_name("advises", LEVEL, nothing, nothing, only(edge))
    assert not free.rect.meets(edge)
    full = set_name("advises", LEVEL, nothing, nothing, lambda spot: [spot])
    assert (full.words, full.x) == ("advises", 200)


def test_without_room_a_name_is_left_out_but_a_tag_stands_on_its_line() -> None:
    assert set_name("advises", LEVEL, lambda spot: [spot], nothing, nothing).words == ""
    tag = set_name("inspects", LEVEL, lambda spot: [spot], only(Rect(180, -20, 40, 40)), nothing)
    assert (tag.words, tag.framed) == (LINES["inspects"].tag, True)
    assert not tag.rect.meets(Rect(180, -20, 40, 40))
    everywhere = set_name("inspects", LEVEL, lambda spot: [spot], lambda spot: [spot], nothing)
    assert everywhere.rect.cx == 200


def test_all_renderers_get_the_name_where_the_page_has_set_it() -> None:
    [page] = pages(place_all(chart("post HT role=headteacher\nperson Ann\nHT peer_support Ann")))
    [(line_id, name)] = page.names.items()
    [words] = [mark for mark in page.connector(line_id).marks if isinstance(mark, Text)]
    assert (words.text, words.x, words.y) == (name.words, name.x, name.y) == ("peer support", name.x, name.y)
