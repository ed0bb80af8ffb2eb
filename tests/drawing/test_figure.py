"""Figures: the diagram whole and at full size, its legend below, and nothing else."""

import pytest
from slides_of import case_study, extent, pages, painted, painted_in_diagram

from chart import chart, first_model
from modelbuilder.drawing.figure import figure
from modelbuilder.drawing.legend import card_entries, line_entries
from modelbuilder.drawing.marks import Text
from modelbuilder.drawing.page import draw
from modelbuilder.layout.rect import Rect


@pytest.mark.parametrize("name", ["models-abc.leadership", "models-abc-broken.chart"])
def test_a_figure_holds_all_of_the_page_above_its_legend(name: str) -> None:
    for page in pages(case_study(name)):
        drawn = figure(page)
        whole = Rect(0, 0, drawn.w, drawn.h)
        assert all(whole.covers(spot.rect) for spot in painted(drawn))
        assert drawn.scale == 1
        words = [mark for mark in drawn.frame if isinstance(mark, Text)]
        assert [mark.text for mark in words] == [entry.label for entry in (*line_entries(page), *card_entries(page))]
        lowest = max(spot.rect.bottom for spot in painted_in_diagram(drawn))
        assert lowest < min(extent(mark).y for mark in words)


def test_an_empty_page_is_a_figure_that_says_so() -> None:
    document = chart("model A")
    drawn = figure(draw(document, first_model(document)))
    assert [mark.text for mark in drawn.frame if isinstance(mark, Text)] == [
        "Nothing has been drawn in this model yet."
    ]
