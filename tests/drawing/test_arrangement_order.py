"""Arranging anew keeps the order in which things are read, and what is tidy stays as it is."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slides_of import arranged
from test_deck_pages import large_trust

from chart import chart, first_model, thing
from modelbuilder.document import edits
from modelbuilder.document.examples import examples, stories, templates
from modelbuilder.document.files import load
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Box, Document
from modelbuilder.drawing.arrangement import place_all, tidy
from modelbuilder.drawing.page import draw
from modelbuilder.drawing.slide_fit import fit_to_slide
from strategies import documents

LONG = "Eluned Featherstonehaugh-Cholmondeley of Wrenbeck"
TEAM = ("D1", "D2", "D3", "D4", "D5", "SBM")
SCHOOL = f"""
    school Wrenbeck
    post HT role=headteacher at=Wrenbeck
    post D1 role=deputy_headteacher at=Wrenbeck
    post SENCO role=senco at=Wrenbeck
    post D2 role=assistant_headteacher at=Wrenbeck
    post D3 role=assistant_headteacher at=Wrenbeck
    post D4 role=assistant_headteacher at=Wrenbeck
    post D5 role=assistant_headteacher at=Wrenbeck held_by="{LONG}"
    post SBM role=school_business_manager at=Wrenbeck
    body GB kind=governing_body of=Wrenbeck
    HT accountable_to GB
    SENCO accountable_to D1
""" + "\n".join(f"    {one} accountable_to HT" for one in TEAM)

Arrange = Callable[[Document, ModelId], Document]


def places_after(document: Document, model_id: ModelId, arrange: Arrange) -> dict[str, tuple[float, float]]:
    """Return where the cards of the school stand when it is arranged."""
    rects = draw(arrange(document, model_id), model_id).rects
    return {one: rects[thing(document, one)][:2] for one in ("HT", "SENCO", *TEAM)}


def assert_settled(document: Document, models: Iterable[ModelId], arrange: Arrange) -> None:
    for model_id in models:
        once = arrange(document, model_id)
        assert arrange(once, model_id) == once


@pytest.mark.parametrize("arrange", [tidy, fit_to_slide])
@pytest.mark.parametrize("path", [*dict.fromkeys([*examples(), *stories(), *templates()])], ids=lambda path: path.stem)
def test_what_has_been_arranged_stays_as_it_is_in_every_example_and_template(path: Path, arrange: Arrange) -> None:
    document = place_all(load(path))
    assert_settled(document, document.order, arrange)


@pytest.mark.parametrize("arrange", [tidy, fit_to_slide])
def test_what_has_been_arranged_stays_as_it_is_in_a_trust_of_forty_schools(arrange: Arrange) -> None:
    for document in (large_trust([2] * 40, 0, 1), large_trust([10] * 40, 5, 3)):
        assert_settled(place_all(document), document.order, arrange)
        assert tidy(place_all(document), document.order[0]) == place_all(document)


@settings(max_examples=60)
@given(documents(), st.data())
def test_what_is_tidy_stays_as_it_is_wherever_it_stood_before(document: Document, data: st.DataObject) -> None:
    numbers, flags = st.integers(-2000, 2000), st.booleans()
    ways = st.sampled_from(["", "row", "column"])
    spots = st.builds(Box, x=numbers, y=numbers, pinned=flags, beside=flags, branch=ways)
    for model_id, model in document.models.items():
        held = sorted(arranged(document).models[model_id].places)
        moved = data.draw(st.dictionaries(st.sampled_from(held), spots, max_size=6)) if held else {}
        document = edits.move(document, model_id, moved) if model.places else document
    once = arranged(document)
    assert arranged(once) == once


def test_a_team_keeps_its_order_whatever_the_widths_of_its_cards() -> None:
    document = place_all(chart(SCHOOL))
    model_id = first_model(document)
    assert tidy(document, model_id) == document
    stood = places_after(document, model_id, tidy)
    hung = sorted((one for one in stood if one != "HT"), key=lambda one: stood[one][1])
    assert hung == ["D1", "SENCO", "D2", "D3", "D4", "D5", "SBM"]


def test_who_answers_to_a_deputy_is_indented_below_the_deputy() -> None:
    document = place_all(chart(SCHOOL))
    page = draw(document, first_model(document))
    deputy, senco, third = (page.rects[thing(document, one)] for one in ("D1", "SENCO", "D2"))
    assert deputy.x == third.x < senco.x
    [line] = [one for one in page.routes if page.model.lines[one].source == thing(document, "SENCO")]
    assert page.routes[line][0] == (senco.x, senco.cy), "it leaves at the side, as those of the others do"


def test_arranged_for_a_slide_a_team_is_read_in_the_same_order() -> None:
    document = place_all(chart(SCHOOL))
    model_id = first_model(document)
    stood = places_after(document, model_id, fit_to_slide)
    assert sorted(TEAM, key=stood.__getitem__) == list(TEAM), "column by column"
    assert 0 < stood["SENCO"][1] - stood["D1"][1] < 150 and stood["SENCO"][0] > stood["D1"][0]
    assert tidy(fit_to_slide(document, model_id), model_id) == document


def test_when_one_goes_beside_the_leader_the_others_keep_their_order_and_most_stay() -> None:
    document = place_all(chart(SCHOOL))
    model_id = first_model(document)
    one = thing(document, "D3")

    def beside(found: Document, model_id: ModelId) -> Document:
        box = found.models[model_id].places[one].model_copy(update={"beside": True})
        return tidy(edits.move(found, model_id, {one: box}), model_id)

    before, after = places_after(document, model_id, tidy), places_after(document, model_id, beside)
    others = [name for name in TEAM if name != "D3"]
    assert sorted(others, key=lambda name: after[name][1]) == others
    assert sum(before[name] != after[name] for name in before) <= 4


def test_rows_of_schools_are_read_row_by_row_and_one_that_is_carried_changes_place() -> None:
    document = place_all(large_trust([1] * 20, 0, 0))
    model_id = first_model(document)
    names = [f"S{n}" for n in range(20)]

    def order(found: Document) -> list[str]:
        rects = draw(found, model_id).rects
        return sorted(names, key=lambda name: rects[thing(found, name)][1::-1])

    assert order(document) == order(tidy(document, model_id)) == names
    first, last = (document.models[model_id].places[thing(document, name)] for name in ("S0", "S19"))
    swapped = edits.move(document, model_id, {thing(document, "S0"): last, thing(document, "S19"): first})
    assert order(tidy(swapped, model_id)) == ["S19", *names[1:19], "S0"]


def test_a_leader_stands_over_the_rows_of_schools_and_not_at_their_corner() -> None:
    document = place_all(large_trust([2] * 40, 0, 1))
    page = draw(document, document.order[0])
    trust, ceo = page.rects[thing(document, "T")], page.rects[thing(document, "CEO")]
    assert abs(ceo.cx - trust.cx) < trust.w / 8
