"""One human being is named once, in as many posts and models as they hold."""

import pytest

from chart import chart, first_model, thing
from modelbuilder.document import people
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document

TWO = """
    school "T"
    school "S"
    person Zoe
    person adam
    model A
    post HT role=headteacher held_by="Dai Rees" at=S
    post DHT role=deputy_headteacher status=vacant
    person Zoe
    model B
    post HT role=headteacher held_by="Dai Rees"
    post EHT role=executive_headteacher held_by="Dai Rees"
"""


def _holders(document: Document, model_id: ModelId) -> dict[str, str]:
    posts = document.models[model_id].posts.values()
    return {post.handle: document.people[post.person].name if post.person else "" for post in posts}


def test_naming_a_holder_reuses_the_person() -> None:
    document = chart(TWO)
    model_id, post_id = first_model(document), thing(document, "DHT")
    named = people.name_holder(document, model_id, post_id, "  Dai   Rees ")
    assert named.people is document.people
    assert _holders(named, model_id) == {"HT": "Dai Rees", "DHT": "Dai Rees"}
    assert named.models[model_id].posts[post_id].status == ""


def test_naming_a_new_holder_adds_the_person() -> None:
    document = chart(TWO)
    model_id = first_model(document)
    named = people.name_holder(document, model_id, thing(document, "DHT"), "Ewa Łódzka")
    assert len(named.people) == len(document.people) + 1
    assert _holders(named, model_id)["DHT"] == "Ewa Łódzka"
    assert named.people[thing(named, "Ewa Łódzka")].name == "Ewa Łódzka"


def test_a_new_person_gets_a_handle_that_is_free() -> None:
    document = chart("post EHT role=executive_headteacher")
    named, person_id = people.with_person(document, "EHT")
    assert named.people[person_id].handle == "EHT2"
    assert named.people[person_id].name == "EHT"


def test_an_empty_name_empties_the_post_and_keeps_the_person() -> None:
    document = chart(TWO)
    model_id = first_model(document)
    emptied = people.name_holder(document, model_id, thing(document, "HT"), "  ")
    assert _holders(emptied, model_id)["HT"] == ""
    assert emptied.people is document.people


@pytest.mark.parametrize("status", ["acting", ""])
def test_only_vacant_ends_when_someone_is_named(status: str) -> None:
    document = chart(f"post HT role=headteacher label=x {f'status={status}' if status else ''}")
    post_id, model_id = thing(document, "HT"), first_model(document)
    named = people.name_holder(document, model_id, post_id, "Dai")
    assert named.models[model_id].posts[post_id].status == status


def test_naming_the_holder_of_nothing_changes_nothing() -> None:
    document = chart(TWO)
    assert people.name_holder(document, first_model(document), ThingId("gone"), "Dai") is document
    assert people.name_holder(document, ModelId("gone"), thing(document, "HT"), "Dai") is document


def test_a_person_is_renamed_everywhere() -> None:
    document = chart(TWO)
    person_id = thing(document, "Dai Rees")
    renamed = people.rename_person(document, person_id, " Dafydd  Rees ")
    assert renamed.models is document.models
    assert _holders(renamed, document.order[1]) == {"HT": "Dafydd Rees", "EHT": "Dafydd Rees"}
    assert renamed.people[person_id].handle == "Dai Rees"
    assert people.rename_person(document, person_id, " ") is document
    assert people.rename_person(document, ThingId("gone"), "X") is document


def test_who_has_no_place_in_a_model_is_listed_by_name() -> None:
    document = chart(TWO)
    without, schools = people.without_place(document, document.order[1])
    assert [document.people[one].name for one in without] == ["adam", "Zoe"]
    assert [document.schools[one].name for one in schools] == ["S", "T"]
    without, schools = people.without_place(document, document.order[0])
    assert [document.people[one].name for one in without] == ["adam"]
    assert [document.schools[one].name for one in schools] == ["T"]
