"""Minutes between two schools: what was typed, or an estimate that says so."""

from types import MappingProxyType

import pytest

from chart import chart, first_model, thing
from modelbuilder.accountability.journeys import minutes
from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Document, Line

SCHOOLS = """
    school "Pellowby Primary" easting=412300 northing=433100
    school "Fennimoor Primary" easting=416900 northing=433100
    school "Larkfold Primary" easting=416900
    model A
    school "Pellowby Primary"
    school "Fennimoor Primary"
    school "Larkfold Primary"
"""


class Journey(Line):
    """A line that carries typed minutes."""

    minutes: int | None = None


def way(document: Document, source: str, target: str) -> tuple[float, bool] | None:
    """Ask for the minutes between two schools of the first model."""
    ask = Questions(document, first_model(document))
    return minutes(ask, thing(document, source), thing(document, target))


def with_journey(document: Document, spent: int | None) -> Document:
    """Draw a line between the first two schools on which minutes are typed."""
    model_id = first_model(document)
    source, target = thing(document, "Fennimoor Primary"), thing(document, "Pellowby Primary")
    line = Journey.model_construct(kind="journey", source=source, target=target, minutes=spent)
    lines = MappingProxyType({ThingId("line-journey"): line})
    model = document.models[model_id].model_copy(update={"lines": lines})
    return document.model_copy(update={"models": MappingProxyType({model_id: model})})


def test_grid_references_give_an_estimate() -> None:
    found = way(chart(SCHOOLS), "Pellowby Primary", "Fennimoor Primary")
    assert found is not None
    assert found[0] == pytest.approx(4600 * 1.3 / 40_000 * 60) and found[1]
    assert found == way(chart(SCHOOLS), "Fennimoor Primary", "Pellowby Primary")


def test_nothing_is_guessed_where_a_reference_is_missing() -> None:
    assert way(chart(SCHOOLS), "Pellowby Primary", "Larkfold Primary") is None


def test_typed_minutes_win_in_both_directions() -> None:
    document = with_journey(chart(SCHOOLS), 14)
    assert way(document, "Pellowby Primary", "Fennimoor Primary") == (14, False)
    assert way(document, "Fennimoor Primary", "Pellowby Primary") == (14, False)
    blank = way(with_journey(chart(SCHOOLS), None), "Pellowby Primary", "Fennimoor Primary")
    assert blank is not None and blank[1]
