"""What stands in the foreground for each reader."""

import pytest
from hypothesis import given, settings
from structures import renamed, structures
from test_away import model_id_of
from test_case_studies import study

from chart import chart, first_model
from modelbuilder.accountability.lenses import READERS, lens
from modelbuilder.document.lookup import ancestors, handle_of
from modelbuilder.document.records import Document
from strategies import documents


def shown(document: Document, reader: str, label: str) -> tuple[set[str], set[str]]:
    """Return the handles of the things and the lines in the foreground of a model."""
    model_id = model_id_of(document, label)
    found, model = lens(document, model_id, reader), document.models[model_id_of(document, label)]
    things = {handle_of(document, model, thing_id) for thing_id in found.things}
    return things, {handle_of(document, model, line_id) for line_id in found.lines}


def test_parents_see_who_leads_each_school_and_its_public_face() -> None:
    things, lines = shown(study("models-abc"), "families", "B")
    schools = {"Pellowby Primary", "Fennimoor Primary", "Pellowby Nursery"}
    assert things == schools | {"Pellowby Federation", "HoS1", "HoS2", "HoS3", "FGB"}, "parents sit on the board"
    assert {line.split()[1] for line in lines} == {"leads", "public_face_of"}


def test_staff_see_whom_they_answer_to_and_who_steps_in() -> None:
    things, lines = shown(study("models-abc"), "staff", "A")
    assert things == {"Wrenbeck Primary", "HT", "DHT", "SENCO", "SBM", "GB"}
    assert {"DHT covers HT", "HT accountable_to GB", "SENCO accountable_to DHT"} <= lines
    assert "HT sits_on GB" not in lines


def test_governors_see_their_boards_and_who_answers_to_them() -> None:
    things, lines = shown(study("models-abc"), "governors", "C")
    assert {"M", "TB", "FAC", "LGB1", "GP-C", "CEO", "Harriet Oyelaran", "Merrivane High"} <= things
    assert {"TB delegates_to LGB1", "CEO accountable_to TB", "GP-C advises TB"} <= lines
    assert not things & {"CFO", "DHT-M", "HT-M", "RD", "Ofsted"}


def test_the_department_sees_who_answers_in_law() -> None:
    things, lines = shown(study("models-abc"), "department", "C")
    assert {"M", "TB", "CEO", "HT-M", "RD", "Ofsted"} <= things
    assert not things & {"DHT-M", "LGB1", "FAC", "GP-C", "CFO", "Harriet Oyelaran"}
    assert "HT-M leads Merrivane High" in lines and "HT-M accountable_to CEO" in lines


def test_the_headteacher_in_law_is_the_one_who_is_marked() -> None:
    document = chart("""
        school "Fennimoor Primary"
        post HT role=headteacher at="Fennimoor Primary"
        post HoS role=head_of_school at="Fennimoor Primary"
        HT leads "Fennimoor Primary" mode=head
        HoS leads "Fennimoor Primary" mode=head legal=yes
    """)
    lines = shown(document, "department", "A")[1]
    assert lines == {"HoS leads Fennimoor Primary"}


def test_a_person_without_a_card_is_seen_at_their_post() -> None:
    document = chart("""
        school "Wrenbeck Primary"
        post P role=agency_worker held_by="Shirin Vale-Osgood" at="Wrenbeck Primary"
        body GB kind=governing_body
        "Shirin Vale-Osgood" sits_on GB capacity=parent
    """)
    things, lines = shown(document, "families", "A")
    assert things == {"Wrenbeck Primary", "P", "GB"}
    assert lines == {"Shirin Vale-Osgood sits_on GB"}


def test_every_reader_has_a_sentence() -> None:
    assert len(READERS) == 4
    for key, reader in READERS.items():
        assert reader.key == key
        assert reader.sentence.startswith("For ") and reader.sentence.endswith(".")


@pytest.mark.parametrize("reader", READERS)
@given(document=documents())
@settings(max_examples=30)
def test_what_a_line_joins_and_the_boxes_around_it_are_in_the_foreground_too(reader: str, document: Document) -> None:
    for model_id, model in document.models.items():
        found = lens(document, model_id, reader)
        cards = {*model.placements, *model.groups, *model.posts, *model.bodies, *model.figures, *model.stickies}
        assert found.things <= cards and found.lines <= model.lines.keys()
        for line in (model.lines[line_id] for line_id in found.lines):
            assert {line.source, line.target} & cards <= found.things
        assert {box for thing_id in found.things for box in ancestors(model, thing_id)} <= found.things


@pytest.mark.parametrize("reader", READERS)
@given(document=structures())
@settings(max_examples=30)
def test_a_lens_does_not_hang_on_ids_or_rows(reader: str, document: Document) -> None:
    model_id = first_model(document)
    other, names = renamed(document, 7)
    found, same = lens(document, model_id, reader), lens(other, model_id, reader)
    assert {names[thing_id] for thing_id in found.things} == same.things
    assert {names[line_id] for line_id in found.lines} == same.lines
