"""Figures on the cards: what they count, and how dark they make a card."""

import pytest
from hypothesis import given, settings
from structures import renamed, structures
from test_away import model_id_of
from test_case_studies import study

from chart import chart, first_model, thing
from modelbuilder.accountability.measures import Value, measures
from modelbuilder.accountability.yardsticks import MEASURES, MOST_TINT
from modelbuilder.document.records import Document
from strategies import documents


def values(document: Document, handle: str, label: str = "A") -> dict[str, Value]:
    """Return what all measures say of one post."""
    rows = measures(document, model_id_of(document, label)).rows
    return dict(next(row.values for row in rows if row.post == thing(document, handle)))


def told(document: Document, handle: str, label: str = "A") -> dict[str, tuple[str, int]]:
    """Return the words and the tint of each measure of one post."""
    return {key: (value.words, value.tint) for key, value in values(document, handle, label).items()}


def under(reports: int, schools: int) -> Document:
    """Draw an executive headteacher over some posts and some schools."""
    rows = ["body FGB kind=governing_body", "post EHT role=executive_headteacher", "EHT accountable_to FGB"]
    rows += [f"post P{n} role=middle_leader\nP{n} accountable_to EHT" for n in range(reports)]
    rows += [f'school "S{n}"\nEHT leads "S{n}" mode=executive' for n in range(schools)]
    return chart("\n".join(rows))


def test_the_executive_headteacher_of_model_b() -> None:
    assert told(study("models-abc"), "EHT", "B") == {
        "span": ("4 direct reports", 1),
        "layers": ("1 post", 0),
        "schools": ("3 schools", 2),
        "journey": ("14 minutes (estimate)", 2),
        "failure": ("3 schools, but Marta Quill can step in", 0),
        "isolation": ("2 links", 1),
        "load": ("12 commitments", 2),
    }


def test_the_director_of_education_of_model_c_is_a_single_point_of_failure() -> None:
    document = study("models-abc")
    found = told(document, "DoE", "C")
    assert found["failure"] == ("2 schools, and nobody can step in", 3)
    assert found["isolation"] == ("1 link", 2)
    assert "schools" not in found and "journey" not in found
    assert told(document, "CEO", "C")["failure"] == ("6 schools, but Maeve Ostrander can step in", 0)
    assert told(document, "HoS-T", "C")["layers"] == ("4 posts", 2)


@pytest.mark.parametrize(("reports", "tint"), [(0, 0), (2, 0), (3, 1), (6, 2), (8, 3), (9, 4)])
def test_span_is_darkest_past_the_warning_of_r66(reports: int, tint: int) -> None:
    assert values(under(reports, 0), "EHT")["span"].tint == tint


@pytest.mark.parametrize(("schools", "tint"), [(1, 0), (2, 1), (4, 2), (5, 3), (6, 3), (7, 4)])
def test_schools_are_dark_past_the_advice_and_darkest_past_the_warning_of_r66(schools: int, tint: int) -> None:
    assert values(under(0, schools), "EHT")["schools"].tint == tint


def test_schools_whose_heads_answer_to_the_executive_count_without_a_line() -> None:
    document = chart("""
        school "Fennimoor Primary"
        school "Pellowby Primary"
        post EHT role=executive_headteacher
        post HoS role=head_of_school at="Fennimoor Primary"
        HoS leads "Fennimoor Primary" mode=head
        HoS accountable_to EHT
        EHT leads "Pellowby Primary" mode=executive
    """)
    assert values(document, "EHT")["schools"].amount == 2


def test_a_leader_without_a_line_to_a_board_has_no_number_of_layers() -> None:
    document = chart('school "Wrenbeck"\npost HT role=headteacher at="Wrenbeck"\nHT leads "Wrenbeck" mode=head')
    assert values(document, "HT")["layers"] == Value(None, "no line to a board", 4)


def test_isolation_is_worst_for_a_head_with_neither_links_nor_an_executive() -> None:
    text = """
        school "Wrenbeck Primary"
        post HT role=headteacher at="Wrenbeck Primary"
        HT leads "Wrenbeck Primary" mode=head
    """
    above = "post EHT role=executive_headteacher\n        HT accountable_to EHT\n"
    peer = 'person "Callum Thornaby"\n        HT peer_support "Callum Thornaby"\n'
    assert told(chart(text), "HT")["isolation"] == ("no links", 4)
    assert told(chart(text + "        " + above), "HT")["isolation"] == ("no links, but an executive above", 3)
    assert told(chart(text + "        " + peer), "HT")["isolation"] == ("1 link", 2)


def test_journeys_say_what_is_not_known() -> None:
    document = chart("""
        school "Pellowby Primary" easting=412300 northing=433100
        school "Fennimoor Primary" easting=416900 northing=433100
        school "Larkfold Primary"
        post EHT role=executive_headteacher
        EHT leads "Pellowby Primary"
        EHT leads "Fennimoor Primary"
        EHT leads "Larkfold Primary"
    """)
    found = values(document, "EHT")["journey"]
    assert found.words == "9 minutes (estimate, not all ways known)"
    assert found.estimated


def test_load_is_that_of_the_person_in_all_posts() -> None:
    document = chart("""
        school "Wrenbeck Primary"
        post HT role=headteacher at="Wrenbeck Primary" held_by="Ines Marlowe-Tate"
        post T role=trustee held_by="Ines Marlowe-Tate"
        post DHT role=deputy_headteacher
        body GB kind=governing_body
        body TB kind=trust_board
        HT leads "Wrenbeck Primary" mode=head
        HT sits_on GB
        T sits_on TB
        DHT accountable_to HT
    """)
    assert values(document, "HT")["load"].amount == 6, "two posts, a school, a report and two seats"
    assert values(document, "HT")["load"] == values(document, "T")["load"]


def test_every_measure_says_what_it_counts_and_where_its_steps_come_from() -> None:
    for key, measure in MEASURES.items():
        assert measure.key == key
        assert measure.explanation.endswith(".") and measure.basis.endswith(".")
        assert "[INF]" in measure.basis
        assert measure.steps == tuple(sorted(measure.steps, reverse=measure.fewer))


def test_tints_for_the_cards_of_one_measure() -> None:
    document = study("models-abc")
    table = measures(document, model_id_of(document, "B"))
    assert table.tints("schools") == {thing(document, "EHT"): 2}
    assert table.rows[0].name == "Dai Okonedo-Reyes, Executive Headteacher"


@given(documents())
@settings(max_examples=40)
def test_every_post_of_any_model_can_be_measured(document: Document) -> None:
    for model_id, model in document.models.items():
        table = measures(document, model_id)
        assert {row.post for row in table.rows} == set(model.posts)
        for value in (value for row in table.rows for value in row.values.values()):
            assert 0 <= value.tint <= MOST_TINT and value.words
            assert value.amount is None or value.amount >= 0


@given(structures())
@settings(max_examples=40)
def test_measures_do_not_hang_on_ids_or_rows(document: Document) -> None:
    model_id = first_model(document)
    other, names = renamed(document, 7)
    found = [(names[row.post], dict(row.values)) for row in measures(document, model_id).rows]
    assert found == [(row.post, dict(row.values)) for row in measures(other, model_id).rows]
