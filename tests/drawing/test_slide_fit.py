"""Fitting to a slide: never smaller than tidied, and large trusts have no line through a card."""

from collections.abc import Callable

import pytest
from slides_of import case_study
from test_arrangement import assert_apart
from test_deck_pages import large_trust
from test_page import ends, in_the_way, runs

from modelbuilder.document.examples import stories
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import tidy
from modelbuilder.drawing.page import draw
from modelbuilder.drawing.slide import slide
from modelbuilder.drawing.slide_fit import fit_to_slide


@pytest.mark.parametrize("name", [path.name for path in stories()])
def test_a_fitted_model_is_shown_no_smaller_than_a_tidied_one(name: str) -> None:
    document = case_study(name)
    model_id = document.order[-1]
    tidied, fitted = (slide(draw(arrange(document, model_id), model_id), "") for arrange in (tidy, fit_to_slide))
    assert fitted.scale >= tidied.scale * 0.98
    assert fit_to_slide(document, model_id) == fit_to_slide(document, model_id)


@pytest.mark.parametrize("arrange", [tidy, fit_to_slide])
def test_in_a_trust_of_forty_schools_nobody_overlaps_and_no_line_runs_through_a_card(
    arrange: Callable[[Document, ModelId], Document],
) -> None:
    document = large_trust([10] * 40, 5, 3)
    page = draw(arrange(document, document.order[0]), document.order[0])
    assert_apart(page)
    cards = [one for one in page.rects if page.faces[one].kind == "card"]
    for line_id, points in page.routes.items():
        own = ends(page, line_id)
        lines = list(runs(points))
        for card in cards:
            if card not in own:
                assert not any(run.meets(spot) for spot in in_the_way(page, card) for run in lines)
    whole = page.bounds()
    assert whole is not None and 1 < whole.w / whole.h < 4, "a slide can show it"
