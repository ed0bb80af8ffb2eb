"""The outline, what can be found, and how a few words find it."""

import pytest
from hypothesis import given, settings

from chart import first_model, thing
from modelbuilder.accountability import spoken
from modelbuilder.accountability.mentions import namesakes
from modelbuilder.accountability.questions import Questions
from modelbuilder.document import pages
from modelbuilder.document.lookup import held_by
from modelbuilder.document.records import Document
from modelbuilder.editor import outline
from modelbuilder.editor.matching import ranked, sought
from modelbuilder.editor.search import everything
from play import federation
from strategies import documents


def ask(document: Document) -> Questions:
    """Return questions of the first model."""
    return Questions(document, first_model(document))


def titles(document: Document, tree: outline.Tree, holder: str | None = None) -> list[str]:
    """Return the titles of what stands in a box."""
    rows = tree.get(thing(document, holder) if holder else None, [])
    return [outline.row(ask(document), one).title for one in rows]


def test_boards_come_first_then_posts_by_rank_people_schools_and_groups() -> None:
    document = federation()
    tree = outline.things(document, document.models[first_model(document)])
    assert titles(document, tree) == ["Governing Body", "SENCO", "Hill", "Local Authority"]
    assert titles(document, tree, "Hill") == ["Executive Headteacher", "Dee", "Ash", "Beech"]
    assert titles(document, tree, "Ash") == ["Head of School", "Deputy Headteacher"]


def test_a_row_says_who_holds_a_post_and_to_whom_they_answer() -> None:
    document = federation()
    row = outline.row(ask(document), thing(document, "HoS"))
    assert row[:2] == ("Head of School", "Ben · answers to Ada")


def test_a_line_is_a_sentence() -> None:
    document = federation()
    rows = [outline.row(ask(document), one).title for one in outline.lines(ask(document))[None]]
    assert "Ben, Head of School, answers to Ada" in rows
    assert "Ben, Head of School, leads Ash day to day" in rows
    assert len(rows) == len(document.models[first_model(document)].lines)


def test_a_filter_keeps_what_is_called_so_and_the_boxes_around() -> None:
    document = federation()
    tree = outline.things(document, document.models[first_model(document)], "ben")
    assert tree == {
        None: [thing(document, "Hill")],
        thing(document, "Hill"): [thing(document, "Ash")],
        thing(document, "Ash"): [thing(document, "HoS")],
    }
    assert len(outline.lines(ask(document), "ben answers ada")[None]) == 1


@settings(max_examples=40)
@given(documents())
def test_the_outline_has_everything_of_a_model_once(document: Document) -> None:
    for model_id, model in document.models.items():
        tree = outline.things(document, model)
        assert {holder: sorted(rows) for holder, rows in tree.items()} == {
            holder: sorted(rows) for holder, rows in held_by(model).items()
        }
        questions = Questions(document, model_id)
        known = namesakes(questions)
        assert sorted(outline.lines(questions)[None]) == sorted(model.lines)
        for rows in (*tree.values(), list(model.lines)):
            for one in rows:
                assert outline.row(questions, one).title.strip()
                assert spoken.name(questions, one).strip()
                assert spoken.told(questions, one, rows, (), known).strip() or one in model.lines


def test_a_card_says_role_person_place_lines_and_its_place_among_others() -> None:
    document = federation()
    hos, dht = thing(document, "HoS"), thing(document, "DHT")
    questions = ask(document)
    assert spoken.name(questions, hos) == "Head of School, Ben, Ash"
    told = spoken.told(questions, hos, [hos, dht], ["Check: Nobody covers Ben"], namesakes(questions))
    assert told.startswith("Ben, Head of School, leads Ash day to day and answers to Ada")
    assert "To them answers the Deputy Headteacher of Ash." in told
    assert told.endswith("Check: Nobody covers Ben. 1 of 2 in Ash.")
    assert spoken.name(questions, thing(document, "Hill")).startswith("Hill, ")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("quill", ["Marta Quill", "Quillhaven"]),
        ("marta primary", ["Marta Quill"]),
        ("LLANWR", ["Ysgol Llanŵr"]),
        ("zebra", []),
        ("quillhaven", ["Quillhaven"]),
    ],
)
def test_words_find_in_any_order_and_without_accents(query: str, found: list[str]) -> None:
    rows = [("Marta Quill", "Pellowby Primary"), ("Quillhaven", ""), ("Ysgol Llanŵr", "")]
    hits = [rows[index][0] for index in ranked(query, [sought(*row) for row in rows])]
    assert sorted(hits) == sorted(found)


def test_what_begins_so_comes_before_what_contains_it() -> None:
    names = ["Unhead", "Deputy head", "Head of school", "Tail"]
    rows = [sought(name, "head" if name == "Tail" else "") for name in names]
    assert [names[index] for index in ranked("head", rows)] == ["Head of school", "Deputy head", "Unhead", "Tail"]


def test_everything_with_a_name_is_found_in_every_model_the_shown_one_first() -> None:
    first = federation()
    document = pages.duplicate_model(first, first_model(first))
    found = everything(document, document.order[1])
    assert [one.model_id for one in found] == sorted((one.model_id for one in found), key=document.order[::-1].index)
    assert {one.words for one in found} >= {"Ada", "Ben", "Cy", "Dee", "Ash", "Beech", "Hill", "Governing Body"}
    assert next(one.where for one in found if one.words == "Ben") == "Head of School · Ash · model B"
