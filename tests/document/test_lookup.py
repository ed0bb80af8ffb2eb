"""What a thing is, what it is called and where it stands."""

import pytest

from chart import chart, first_model, thing
from modelbuilder.document import edits
from modelbuilder.document.ids import ThingId, free_name, natural_key
from modelbuilder.document.lookup import (
    ancestors,
    category_of,
    end_of,
    fact,
    handle_of,
    handles_in_use,
    held_by,
    holder_of,
    label_of,
    person_name,
    person_present,
    post_title,
    table_of,
)
from modelbuilder.document.records import Document, Model, Note
from modelbuilder.vocabulary.lines import End

CHART = """
    school "St Mary's" as=S1 category=maintained sponsored=yes pupils=200
    person "Not here"
    model A
    school "St Mary's" as=S1 category=academy sponsored=no pupils=0
    group "Trust" kind=multi_academy_trust as=MAT
    group "Hub" kind=hub
    Hub in MAT
    S1 in Hub
    post HT role=headteacher at=S1 held_by="Dai Rees" label="Head of Centre"
    post DHT role=deputy_headteacher at=S1
    body LGB kind=local_governing_body
    person Eva
    DHT accountable_to HT
"""

Scene = tuple[Document, Model]


@pytest.fixture
def scene() -> Scene:
    document = chart(CHART)
    document = edits.add_thing(document, first_model(document), ThingId("note"), Note(text="x"))
    return document, document.models[first_model(document)]


@pytest.mark.parametrize(
    ("handle", "table", "end", "label", "shown"),
    [
        ("HT", "posts", End.POST, "Head of Centre", "HT"),
        ("DHT", "posts", End.POST, "Deputy Headteacher", "DHT"),
        ("LGB", "bodies", End.BODY, "Local Governing Body", "LGB"),
        ("S1", "placements", End.SCHOOL, "St Mary's", "St Mary's"),
        ("MAT", "groups", End.GROUP, "Trust", "Trust"),
        ("Eva", "figures", End.PERSON, "Eva", "Eva"),
        ("Dai Rees", None, End.PERSON, "Dai Rees", "Dai Rees"),
        ("Not here", None, None, "Not here", "Not here"),
    ],
)
def test_what_a_thing_is(scene: Scene, handle: str, table: str | None, end: End | None, label: str, shown: str) -> None:
    document, model = scene
    thing_id = thing(document, handle)
    assert table_of(model, thing_id) == table
    assert end_of(document, model, thing_id) is end
    assert label_of(document, model, thing_id) == label
    assert handle_of(document, model, thing_id) == shown


def test_lines_notes_and_what_has_gone(scene: Scene) -> None:
    document, model = scene
    (line_id,) = model.lines
    assert (table_of(model, line_id), end_of(document, model, line_id)) == ("lines", None)
    assert label_of(document, model, line_id) == "Deputy Headteacher accountable to Head of Centre"
    assert handle_of(document, model, line_id) == "DHT accountable_to HT"
    assert (table_of(model, ThingId("note")), label_of(document, model, ThingId("note"))) == (
        "stickies",
        "Note",
    )
    assert table_of(model, ThingId("gone")) is None
    assert label_of(document, model, ThingId("gone")) == "something that has gone"


def test_who_is_present(scene: Scene) -> None:
    document, model = scene
    present = {row.name: person_present(model, key) for key, row in document.people.items()}
    assert present == {"Not here": False, "Dai Rees": True, "Eva": True}


def test_where_things_stand(scene: Scene) -> None:
    document, model = scene
    s1, hub, mat, ht = (thing(document, handle) for handle in ("S1", "Hub", "MAT", "HT"))
    assert holder_of(model, ht) == s1
    assert holder_of(model, mat) is None
    assert holder_of(model, ThingId("gone")) is None
    assert list(ancestors(model, ht)) == [s1, hub, mat]
    assert held_by(model)[s1] == [ht, thing(document, "DHT")]
    assert set(held_by(model)[None]) == {mat, thing(document, "LGB"), thing(document, "Eva"), ThingId("note")}


def test_ancestors_end_even_in_a_circle(scene: Scene) -> None:
    document, model = scene
    hub, mat = thing(document, "Hub"), thing(document, "MAT")
    round_about = model.groups[mat].model_copy(update={"group": hub})
    document = edits.put_row(document, first_model(document), "groups", mat, round_about)
    assert list(ancestors(document.models[first_model(document)], hub)) == [mat]


def test_the_words_of_a_post(scene: Scene) -> None:
    document, model = scene
    ht, dht = model.posts[thing(document, "HT")], model.posts[thing(document, "DHT")]
    assert (post_title(ht), post_title(dht)) == ("Head of Centre", "Deputy Headteacher")
    assert (person_name(document, ht), person_name(document, dht)) == ("Dai Rees", "")


def test_facts_of_the_model_win_even_when_they_are_no_or_none(scene: Scene) -> None:
    document, model = scene
    s1 = thing(document, "S1")
    assert category_of(document, model, s1) == "academy"
    assert fact(document, model, s1, "sponsored") is False
    assert fact(document, model, s1, "pupils") == 0
    elsewhere = Model(label="B")
    assert category_of(document, elsewhere, s1) == "maintained"
    assert fact(document, elsewhere, s1, "pupils") == 200
    assert fact(document, model, s1, "phase") == ""
    assert category_of(document, model, ThingId("gone")) == ""


def test_handles_in_use(scene: Scene) -> None:
    document, _ = scene
    assert handles_in_use(document) == {
        "S1", "Not here", "Dai Rees", "Eva", "MAT", "Hub", "HT", "DHT", "LGB", "note",
    }  # fmt: skip


def test_free_names() -> None:
    assert free_name("HT", set()) == "HT"
    assert free_name("HT", {"HT", "HT2"}) == "HT3"
    assert free_name("HoS", set(), first_bare=False) == "HoS1"
    assert free_name("HoS", {"HoS1"}, first_bare=False) == "HoS2"


def test_natural_order() -> None:
    names = ["HoS10", "HoS2", "hos1", "Église", "2b", "10a", "HoS", "", "HoS2b", "²"]
    assert sorted(names, key=natural_key) == [
        "",
        "2b",
        "10a",
        "HoS",
        "hos1",
        "HoS2",
        "HoS2b",
        "HoS10",
        "²",
        "Église",
    ]
