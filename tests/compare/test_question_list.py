"""The question list is answered for every model from its graph, as one would by hand."""

from typing import Any

import pytest
from hypothesis import given, settings

from chart import chart, first_model, thing
from modelbuilder.accountability.findings import check
from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.question_list import QUESTIONS, replies
from modelbuilder.compare.replies import Reply
from modelbuilder.document.examples import examples_folder
from modelbuilder.document.files import load
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Document
from strategies import documents

# Models A, B and C of domain notes §7.1 to §7.3, read off the notes and the map by hand.
BY_HAND = {
    "accountable": {
        "A": "Ines Marlowe-Tate, Headteacher",
        "B": "Dai Okonedo-Reyes, Executive Headteacher, for all three schools",
        "C": "Simeon Underhay (Hexley Vale Primary), Lucian Farthingale (Merrivane High), Kofi Brandreth (Quillstead "
        "Academy and Tarrowfield Primary), Zadie Kerrigan-Moss (Saltmarsh Brook Primary) and Gideon Achebe-Lunn (The "
        "Lantern School)",
    },
    "day_to_day": {
        "A": "Ines Marlowe-Tate, Headteacher",
        "B": "Joss Ferrant (Fennimoor Primary), Wren Adeyemi-Holt (Pellowby Nursery) and Marta Quill (Pellowby "
        "Primary)",
        "C": "Simeon Underhay (Hexley Vale Primary), Lucian Farthingale (Merrivane High), Amara Tolliver (Quillstead "
        "Academy), Zadie Kerrigan-Moss (Saltmarsh Brook Primary), Bronwen Hask (Tarrowfield Primary) and Gideon "
        "Achebe-Lunn (The Lantern School)",
    },
    "public_face": {
        "A": "Ines Marlowe-Tate, Headteacher",
        "B": "Joss Ferrant (Fennimoor Primary), Wren Adeyemi-Holt (Pellowby Nursery) and Marta Quill (Pellowby "
        "Primary)",
        "C": "Not shown",
    },
    "head_in_law": {
        "A": "Ines Marlowe-Tate, Headteacher",
        "B": "Not marked",
        "C": "Simeon Underhay (Hexley Vale Primary), Lucian Farthingale (Merrivane High), Zadie Kerrigan-Moss "
        "(Saltmarsh Brook Primary) and Gideon Achebe-Lunn (The Lantern School); not marked for Quillstead Academy "
        "and Tarrowfield Primary",
    },
    "money": {
        "A": "Not allocated; it rests with Ines Marlowe-Tate, Headteacher",
        "B": "Not allocated; it rests with Dai Okonedo-Reyes, Executive Headteacher, for all three schools",
        "C": "Priya Anselm-Vaughn, CEO, as accounting officer, for all six schools",
    },
    "appoints": {
        "A": "Not shown",
        "B": "Not shown",
        "C": "Not shown",
    },
    "cover": {
        "A": "Tobin Ashgrove for Ines Marlowe-Tate",
        "B": "Marta Quill for Dai Okonedo-Reyes; Anouk Delacombe for Marta Quill; Piers Hollowell for Joss Ferrant; "
        "Safiya Marsden for Wren Adeyemi-Holt",
        "C": "Nobody for Maeve Ostrander; Maeve Ostrander for Priya Anselm-Vaughn; Amara Tolliver for Kofi Brandreth; "
        "Felix Northcott for Amara Tolliver; Idris Palfreyman for Bronwen Hask; Clemency Roe for Simeon Underhay; "
        "Petra Sallow for Gideon Achebe-Lunn; Ottilie Brace for Lucian Farthingale; Roland Teague for Zadie "
        "Kerrigan-Moss",
    },
    "layers": {
        "A": "One post: Headteacher",
        "B": "Two posts: Head of School, Executive Headteacher",
        "C": "Two posts: Headteacher, CEO (Hexley Vale Primary, Merrivane High, Saltmarsh Brook Primary and The "
        "Lantern School); four posts: Head of School, Executive Headteacher, Director of Education, CEO (Quillstead "
        "Academy and Tarrowfield Primary)",
    },
    "support": {
        "A": "The local authority supports and challenges Ines Marlowe-Tate; peers: Callum Thornaby, Ines "
        "Marlowe-Tate and Shirin Vale-Osgood",
        "B": "The local authority supports and challenges Dai Okonedo-Reyes; Rosalind Achterberg coaches Dai "
        "Okonedo-Reyes; peers: Marta Quill, Joss Ferrant and Wren Adeyemi-Holt",
        "C": "Maeve Ostrander supports and challenges Merrivane Learning Trust; Kofi Brandreth supports and "
        "challenges Amara Tolliver and Bronwen Hask; peers: Amara Tolliver, Bronwen Hask, Simeon Underhay, Gideon "
        "Achebe-Lunn, Lucian Farthingale and Zadie Kerrigan-Moss",
    },
    "alone": {
        "A": "Nobody",
        "B": "Nobody",
        "C": "Priya Anselm-Vaughn, CEO",
    },
    "apart": {
        "A": "One school",
        "B": "About 5 to 14 minutes, estimated from the map; Fennimoor Primary and Pellowby Nursery are farthest apart",
        "C": "About 2 to 41 minutes, estimated from the map; Quillstead Academy and The Lantern School are farthest "
        "apart",
    },
    "findings": {
        "A": "None",
        "B": "None",
        "C": "None",
    },
}


@pytest.fixture(scope="module")
def answered() -> dict[str, dict[str, Reply]]:
    document = load(examples_folder() / "models-abc.leadership")
    found = {model.label: replies(Questions(document, model_id)) for model_id, model in document.models.items()}
    return {key: {label: rows[key] for label, rows in found.items()} for key in QUESTIONS}


@pytest.mark.parametrize("key", QUESTIONS)
def test_models_a_b_and_c_answer_as_by_hand(key: str, answered: dict[str, dict[str, Reply]]) -> None:
    assert {label: one.words for label, one in answered[key].items()} == BY_HAND[key]


def test_a_short_answer_counts_what_it_leaves_out(answered: dict[str, dict[str, Reply]]) -> None:
    assert answered["day_to_day"]["C"].short.endswith("Amara Tolliver (Quillstead Academy) and three more")
    assert answered["cover"]["C"].short.endswith("Amara Tolliver for Kofi Brandreth; and six more")
    assert answered["accountable"]["B"].short == answered["accountable"]["B"].words


def _ask(text: str) -> tuple[Document, dict[str, Reply]]:
    document = chart(text)
    return document, replies(Questions(document, first_model(document)))


def test_an_answer_lights_what_it_is_read_from() -> None:
    document, found = _ask(
        """
        school Ash
        post HT role=headteacher at=Ash held_by=Ada
        post DHT role=deputy_headteacher at=Ash
        body GB kind=governing_body of=Ash
        HT leads Ash mode=head
        HT accountable_to GB
        DHT covers HT
        """
    )
    (model,) = document.models.values()
    lines = {(line.kind, line.source): line_id for line_id, line in model.lines.items()}
    head, deputy, school, board = (thing(document, one) for one in ("HT", "DHT", "Ash", "GB"))
    assert found["day_to_day"].lit == {school, head, lines["leads", head]}
    assert found["cover"].lit == {head, deputy, lines["covers", deputy]}
    assert found["layers"].lit == {school, head, board, lines["accountable_to", head]}
    assert found["alone"].lit == {head}
    (finding, *_) = check(document, first_model(document))
    assert set(finding.subjects) <= found["findings"].lit


def test_a_model_in_which_little_is_said() -> None:
    _, found = _ask(
        """
        school Ash
        school Beech
        post HT role=headteacher at=Ash
        post HoS role=head_of_school at=Beech status=vacant
        HT leads Ash
        HoS leads Beech
        """
    )
    assert found["accountable"].words == "The Headteacher of Ash (Ash); nobody for Beech"
    assert found["day_to_day"].words == "The Headteacher of Ash (Ash); nobody for Beech"
    assert found["cover"].words == "Nobody for the Headteacher of Ash"
    assert found["layers"].words == "No line to a board"
    assert found["support"].words == "No support is shown"
    assert found["apart"].words == "Not known"
    assert found["findings"].words.startswith("Five to fix")


def test_allocated_functions_and_drawn_appointments_are_told() -> None:
    _, found = _ask(
        """
        school Ash
        school Beech
        group Hill kind=hard_federation
        Ash in Hill
        Beech in Hill
        post EHT role=executive_headteacher at=Hill held_by=Ada
        post SBM role=school_business_manager at=Hill held_by=Cy
        body GB kind=governing_body of=Hill
        EHT leads Hill mode=executive
        GB appoints EHT
        duty f25 of Ash accountable=SBM
        duty f25 of Beech accountable=EHT
        duty f19 of Ash accountable=EHT
        duty f06 of Ash accountable=EHT
        Ash journey Beech minutes=9
        """
    )
    assert found["money"].words == "Cy (Ash) and Ada (Beech)"
    assert found["appoints"].words == "The governing body of Hill appoints Ada; Ada appoints staff at Ash"
    assert found["public_face"].words == "Ada (Ash); not shown for Beech"
    assert found["apart"].words == "9 minutes"


def test_an_empty_model_says_so() -> None:
    _, found = _ask("model A")
    assert {key: one.words for key, one in found.items()} == {
        **dict.fromkeys(
            ("accountable", "day_to_day", "public_face", "head_in_law", "money", "apart"), "No school here"
        ),
        "appoints": "Not shown",
        "cover": "Nobody leads here",
        "layers": "Nobody leads here",
        "support": "No support is shown",
        "alone": "Nobody",
        "findings": "None",
    }


@settings(max_examples=40)
@given(documents())
def test_every_model_has_an_answer_to_every_question(document: Document) -> None:
    for model_id, model in document.models.items():
        ask = Questions(document, model_id)
        tables: tuple[Any, ...] = (model.lines, model.duties, document.people, ask.lines.standing)
        known: set[ThingId] = {one for rows in tables for one in rows}
        for key, found in replies(ask).items():
            assert key in QUESTIONS
            assert found.words
            assert found.short
            assert found.lit <= known
