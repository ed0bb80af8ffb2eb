"""The stories of the gallery are told whole: each stage in words of its own, true to what a check finds."""

import re

import pytest

from modelbuilder.accountability.findings import check
from modelbuilder.document.examples import examples, examples_folder, stories
from modelbuilder.document.files import load
from modelbuilder.document.records import Document, Model
from modelbuilder.document.stories import stages, story_of

DOCUMENTS = {path.stem: load(path) for path in stories()}
NEVER = ("superhead", "failing", "satellite", "shareholder", "exec head", "clerk to", "head teacher")


def told(document: Document) -> list[Model]:
    """Return the stages of the one story of a document, in order."""
    [story] = {story_of(model.label) for model in document.models.values()}
    return [model for _, model in stages(document, story)]


def test_the_gallery_tells_a_to_g_and_nothing_is_left_out() -> None:
    assert "".join(story_of(told(document)[0].label) for document in DOCUMENTS.values()) == "ABCDEFG"
    assert sorted([*examples(), *stories()]) == sorted(examples_folder().glob("*.leadership"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_story_says_that_it_is_made_up(name: str) -> None:
    assert DOCUMENTS[name].title.endswith(": a fictional story")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_stage_has_title_narration_and_notes(name: str) -> None:
    models = told(DOCUMENTS[name])
    assert 5 <= len(models) <= 7
    assert len({model.title for model in models}) == len(models)
    for model in models:
        assert model.title
        assert 2 <= len(re.findall(r"[.?](?= |$)", model.narration)) <= 4, model.label
        asked, found = model.notes.split("\n")[:2]
        assert asked.startswith("Ask: ") and "?" in asked
        assert found.startswith("What is found: ")
        words = " ".join((model.title, model.narration, model.notes, model.predict)).lower()
        assert not [word for word in NEVER if word in words]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_story_goes_from_today_to_its_target(name: str) -> None:
    told_when = [model.when for model in told(DOCUMENTS[name])]
    option = [""] if name == "dunnockley-federation" else []
    assert told_when == [
        *sorted(told_when[: len(told_when) - len(option)], key=["today", "interim", "target"].index),
        *option,
    ]
    assert told_when[0] == "today" and told_when.count("target") == 1


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_room_is_asked_once_or_twice_before_a_stage_is_shown(name: str) -> None:
    first, *others = told(DOCUMENTS[name])
    asked = [model.predict for model in others if model.predict]
    assert not first.predict and 1 <= len(asked) <= 2
    assert all(words.endswith("?") for words in asked)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_notes_say_that_nothing_is_found_where_that_is_so(name: str) -> None:
    document = DOCUMENTS[name]
    for model_id, model in document.models.items():
        assert ("What is found: nothing" in model.notes) == (check(document, model_id) == ()), model.label


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nobody_in_a_story_is_without_a_name(name: str) -> None:
    for model in DOCUMENTS[name].models.values():
        assert [post.handle for post in model.posts.values() if not post.person and post.status != "vacant"] == []
