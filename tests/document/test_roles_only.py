"""Roles only: no name of a person is left, and what is found stays as it was."""

import json

import pytest
from hypothesis import given, settings

from chart import chart
from modelbuilder.accountability.findings import check
from modelbuilder.accountability.narration import narrate
from modelbuilder.document.edits import add_thing
from modelbuilder.document.examples import examples
from modelbuilder.document.files import dump, load, parse
from modelbuilder.document.ids import ThingId
from modelbuilder.document.integrity import settle
from modelbuilder.document.records import Document, Note
from modelbuilder.document.roles_only import roles_only
from strategies import documents

NAMED = """
    document "Plans of Marta Quill"
    model A "Quill’s way" notes="Ask Quill. Nothing else."
    school "Wrenbeck Primary" category=maintained
    post QuillHead role=headteacher at="Wrenbeck Primary" held_by="Marta Quill" label="Ms Quill’s post"
    post HoS2 role=head_of_school at="Wrenbeck Primary" held_by="Will Page" label="Head of Lower School"
    body GB kind=governing_body of="Wrenbeck Primary" label="The Page Board"
    person "王芳"
    QuillHead accountable_to GB
    HoS2 peer_support "王芳"
    """
NOTES = ("A note of MARTA’S", "It will change in the spring", "请问王芳老师")


def with_notes(document: Document) -> Document:
    """Put the notes on the first model."""
    for words in NOTES:
        document = add_thing(document, document.order[0], ThingId(f"note-{len(words)}"), Note(text=words))
    return document


def words_of(document: Document) -> str:
    return dump(document)


def test_names_go_from_everything_that_is_typed() -> None:
    quiet = roles_only(with_notes(chart(NAMED)))
    text = words_of(quiet)
    for word in ("Marta", "MARTA", "Quill", "Will", "Page", "王芳"):
        assert word not in text
    [model] = quiet.models.values()
    assert [note.text for note in model.stickies.values()] == ["It will change in the spring"]
    assert {post.label for post in model.posts.values()} == {"", "Head of Lower School"}
    assert {person.name for person in quiet.people.values()} == {""}
    assert (quiet.title, model.title, model.notes) == ("", "", "")
    assert "Wrenbeck Primary" in text


def test_the_names_of_schools_and_trusts_stay_even_where_a_person_is_called_so() -> None:
    document = chart(
        'school "Hale Primary"\ngroup "Hale Trust" kind=multi_academy_trust\n'
        'post HT role=headteacher held_by="Rose Hale"'
    )
    quiet = roles_only(document)
    assert [school.name for school in quiet.schools.values()] == ["Hale Primary"]
    assert [group.name for model in quiet.models.values() for group in model.groups.values()] == ["Hale Trust"]
    assert "Rose" not in dump(quiet)


@pytest.mark.parametrize("name", ["Head", "Headteacher", "A", "Ceo", "?!", "role"])
def test_a_name_that_is_a_word_of_the_field_does_no_harm(name: str) -> None:
    document = chart(f'post HT role=headteacher held_by="{name}"\npost X role=ceo')
    [model] = roles_only(document).models.values()
    assert {post.role for post in model.posts.values()} == {"headteacher", "ceo"}


def test_an_id_that_is_made_of_a_name_is_another_one() -> None:
    text = dump(chart('person "Marta Quill"\npost HT role=headteacher\nHT peer_support "Marta Quill"'))
    rows = json.loads(text)
    [person_id] = rows["document"]["people"]
    quiet = roles_only(parse(text.replace(person_id, "marta-quill"), "x"))
    [model] = quiet.models.values()
    assert list(model.figures) == list(quiet.people)
    assert [line.target for line in model.lines.values()] == list(quiet.people)
    assert "quill" not in dump(quiet).casefold()


def test_what_is_found_and_told_is_the_same_but_for_the_names() -> None:
    for path in examples():
        document = load(path)
        quiet = roles_only(document)
        for model_id in document.order:
            codes = [finding.code for finding in check(document, model_id)]
            assert [finding.code for finding in check(quiet, model_id)] == codes
            told = " ".join(narrate(quiet, model_id))
            assert all(person.name not in told for person in document.people.values())
            assert len(narrate(quiet, model_id)) > 10


@settings(max_examples=30)
@given(documents())
def test_any_document_stays_whole(document: Document) -> None:
    quiet = roles_only(document)
    assert settle(quiet, quiet) == quiet
    assert len(quiet.people) == len(document.people)
    for one, other in zip(document.models.values(), quiet.models.values(), strict=True):
        for table in ("posts", "bodies", "figures", "lines", "placements", "groups", "duties"):
            assert len(getattr(one, table)) == len(getattr(other, table))
