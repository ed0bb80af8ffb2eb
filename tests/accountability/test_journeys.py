"""The way between two schools: as it was typed, or an estimate that says so."""

import pytest

from chart import chart, first_model, thing
from modelbuilder.accountability.findings import check
from modelbuilder.accountability.journeys import Journey, journey, longest
from modelbuilder.accountability.questions import Questions
from modelbuilder.document.records import Document

SCHOOLS = """
    school "Pellowby Primary" easting=412300 northing=433100
    school "Fennimoor Primary" easting=416900 northing=433100
    school "Larkfold Primary" easting=416900
"""


def way(document: Document, one: str, other: str) -> Journey | None:
    """Ask for the way between two schools of the first model."""
    ask = Questions(document, first_model(document))
    return journey(ask, thing(document, one), thing(document, other))


def test_grid_references_give_an_estimate() -> None:
    there = way(chart(SCHOOLS), "Pellowby Primary", "Fennimoor Primary")
    back = way(chart(SCHOOLS), "Fennimoor Primary", "Pellowby Primary")
    assert there and there.estimated and there.minutes == pytest.approx(4600 * 1.3 / 40_000 * 60)
    assert back and back.minutes == there.minutes
    assert str(there) == "about 9 minutes apart (an estimate from the map)"


def test_nothing_is_guessed_where_a_reference_is_missing() -> None:
    assert way(chart(SCHOOLS), "Pellowby Primary", "Larkfold Primary") is None


def test_typed_minutes_win_in_both_directions() -> None:
    typed = chart(SCHOOLS + '    "Fennimoor Primary" journey "Pellowby Primary" minutes=14\n')
    for one, other in (("Pellowby Primary", "Fennimoor Primary"), ("Fennimoor Primary", "Pellowby Primary")):
        found = way(typed, one, other)
        assert found and (found.minutes, found.estimated) == (14, False) and str(found) == "14 minutes apart"
    blank = way(
        chart(SCHOOLS + '    "Fennimoor Primary" journey "Pellowby Primary"\n'), "Pellowby Primary", "Fennimoor Primary"
    )
    assert blank and blank.estimated


def test_the_longest_way_counts_what_is_typed() -> None:
    document = chart(SCHOOLS + '    "Larkfold Primary" journey "Pellowby Primary" minutes=17\n')
    ask = Questions(document, first_model(document))
    found = longest(ask, ask.model.placements)
    assert found and (found.minutes, found.estimated) == (17, False)


def test_a_typed_way_is_enough_for_the_rules_on_distance() -> None:
    rows = "group T kind=multi_academy_trust\nschool Ash category=academy\nschool Oak category=academy\n"
    document = chart(rows + "Ash in T\nOak in T\nAsh journey Oak minutes=61")
    assert [f.message for f in check(document, first_model(document)) if f.code == "R68"] == [
        "Ash is far from the rest of T: it and the nearest school, Oak, are 61 minutes apart.",
        "Oak is far from the rest of T: it and the nearest school, Ash, are 61 minutes apart.",
    ]
