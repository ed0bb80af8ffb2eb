"""A show: forward, asking, back and blank."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chart import chart
from modelbuilder.document import pages
from modelbuilder.document.records import Document
from modelbuilder.toolkit.show import Show, show_of

STORY = """
model A "One"
stage B/1 "First"
post HT role=headteacher
stage B/2 "Second" predict="Who steps in?"
post DHT role=deputy_headteacher
stage B/3 "Third"
remove DHT
model C "Other"
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return chart(STORY)


def titles(document: Document, show: Show) -> list[str]:
    return [document.models[one].title for one in show.stages]


def begin(document: Document, label: str) -> Show:
    return show_of(document, next(one for one, model in document.models.items() if model.label == label))


def test_a_stage_begins_its_story_and_an_option_all_options(document: Document) -> None:
    assert titles(document, begin(document, "B/2")) == ["First", "Second", "Third"]
    assert begin(document, "B/2").at == 1
    assert titles(document, begin(document, "C")) == ["One", "Other"]
    assert begin(document, "C").at == 1


def test_the_room_is_asked_before_the_stage_that_says_so(document: Document) -> None:
    show = begin(document, "B/1")
    asked = show.forward(document)
    assert (asked.at, asked.asking, asked.question(document)) == (0, True, "Who steps in?")
    second = asked.forward(document)
    assert (second.at, second.asking) == (1, False)
    assert second.forward(document) == Show(show.stages, 2)
    assert second.forward(document).forward(document) == Show(show.stages, 2), "and the last stage stays"


def test_back_takes_the_question_back_first(document: Document) -> None:
    asked = begin(document, "B/1").forward(document)
    assert asked.back() == begin(document, "B/1")
    assert begin(document, "B/3").back().at == 1
    assert begin(document, "B/1").back().at == 0


def test_a_blank_board_is_lit_before_anything_goes_on(document: Document) -> None:
    show = begin(document, "B/2")
    dark = show.blanked("black")
    assert dark.blank == "black"
    assert dark.blanked("white").blank == "white"
    assert dark.blanked("black") == dark.forward(document) == dark.back() == show


def test_jumping_asks_nothing(document: Document) -> None:
    assert begin(document, "B/1").jump(1) == begin(document, "B/2")
    assert begin(document, "B/1").jump(9) == begin(document, "B/3")


def test_stages_that_go_meanwhile_are_left_out(document: Document) -> None:
    show = begin(document, "B/3")
    left = show.kept_true(pages.remove_model(document, show.stages[0]))
    assert left == Show(show.stages[1:], 1)
    assert show.kept_true(document) is show
    assert show.kept_true(pages.new_document()) is None


@given(steps=st.lists(st.sampled_from(["forward", "back", "black", "white", "first", "last"]), max_size=30))
def test_a_show_is_always_at_one_of_its_stages(document: Document, steps: list[str]) -> None:
    show = begin(document, "B/1")
    for step in steps:
        moves = {
            "forward": show.forward(document),
            "back": show.back(),
            "first": show.jump(0),
            "last": show.jump(2),
        }
        show = moves[step] if step in moves else show.blanked(step)
        assert 0 <= show.at < len(show.stages)
        assert not show.asking or show.question(document)
