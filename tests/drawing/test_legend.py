"""The legend: exactly what the page shows, each once, in the order of the vocabulary."""

import pytest
from hypothesis import given, settings
from slides_of import FILES, arranged, case_study, extent, pages

from chart import chart
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.legend import Legend, card_entries, legend, line_entries
from modelbuilder.drawing.marks import Icon, Text
from modelbuilder.drawing.page import Page
from modelbuilder.layout.rect import Rect
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.lines import LINES
from modelbuilder.vocabulary.roles import ROLES
from strategies import documents


def assert_exact(page: Page) -> None:
    """The legend names what the cards and lines of the page show, no more, no less, and once."""
    model = page.model
    lines = [entry.label for entry in line_entries(page)]
    kinds = {model.lines[connector.line_id].kind for connector in map(page.connector, page.links.drawn)}
    assert {label.removesuffix(" (secondary)").partition(" (")[0] for label in lines} == {
        LINES[kind].label for kind in kinds
    }
    assert len(set(lines)) == len(lines)
    shown = {mark.key for thing_id in page.faces for mark in page.group(thing_id).marks if isinstance(mark, Icon)}
    cards = card_entries(page)
    icons = [mark.key for entry in cards for mark in entry.marks if isinstance(mark, Icon)]
    assert set(icons) == {
        one.icon for one in page.faces.values() if one.kind == "card" and one.icon in {*ROLES, *BODIES, "person"}
    }
    assert set(icons) <= shown
    assert len(set(icons)) == len(icons)


@pytest.mark.parametrize("name", FILES)
def test_the_legends_of_the_case_studies_are_exact(name: str) -> None:
    for page in pages(case_study(name)):
        assert_exact(page)
        assert len(card_entries(page)) > 5


@settings(max_examples=30)
@given(documents())
def test_every_legend_is_exact(document: Document) -> None:
    for page in pages(arranged(document)):
        assert_exact(page)


@settings(max_examples=30)
@given(documents())
def test_entries_keep_inside_the_strip_and_apart(document: Document) -> None:
    for page in pages(arranged(document)):
        strip, marks = legend(page, 64, 1792, 1020).rect, legend(page, 64, 1792, 1020).marks()
        assert (strip.x, strip.w, strip.bottom) == (64, 1792, 1020)
        spots = [extent(mark) for mark in marks]
        assert all(strip.covers(spot) for spot in spots)
        words = [extent(mark) for mark in marks if isinstance(mark, Text)]
        for index, spot in enumerate(words):
            assert not any(spot.meets(other) for other in words[index + 1 :])


def test_a_secondary_line_has_an_entry_of_its_own() -> None:
    document = chart(
        """
        post HT role=headteacher
        post DHT role=deputy_headteacher
        post SBM role=school_business_manager
        DHT accountable_to HT
        SBM accountable_to HT
        SBM accountable_to DHT primary=no
        """
    )
    [page] = pages(place_all(document))
    assert [entry.label for entry in line_entries(page)] == ["accountable to", "accountable to (secondary)"]


def test_a_tag_is_explained_where_a_line_wears_it() -> None:
    wearing, *_, speaking = pages(case_study(FILES[0]))
    assert "inspects (insp)" in [entry.label for entry in line_entries(wearing)]
    assert "inspects" in [entry.label for entry in line_entries(speaking)]


def test_entries_come_in_the_order_of_the_vocabulary() -> None:
    [page, *_] = pages(case_study(FILES[0]))
    assert [entry.label for entry in line_entries(page)] == [
        "accountable to",
        "governs",
        "sits on",
        "supports and challenges",
        "peer support",
        "advises",
        "inspects (insp)",
    ]
    labels = [entry.label for entry in card_entries(page)]
    order = [*(role.label for role in ROLES.values()), *(kind.label for kind in BODIES.values()), "Person"]
    assert labels == sorted(labels, key=order.index)


def test_an_empty_page_has_no_legend() -> None:
    [page] = pages(chart(""))
    assert legend(page, 64, 1792, 1020) == Legend(Rect(64, 1020, 1792, 0), ())
    assert legend(page, 64, 1792, 1020).marks() == []
