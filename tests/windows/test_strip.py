"""The strip: options and stories, what a tap and a drag do there, and the stages of a story."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from chart import chart
from modelbuilder.document import pages
from modelbuilder.document.ids import ModelId
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.layout.rect import Rect
from modelbuilder.windows.work import Work

STORY = """
model A "One school"
school "Wrenbeck Primary" category=maintained
post HT role=headteacher at="Wrenbeck Primary" held_by="Ines Marlowe-Tate"
stage B/1 "Bones"
school "Wrenbeck Primary"
post HT role=headteacher at="Wrenbeck Primary" held_by="Ines Marlowe-Tate"
stage B/2 "A deputy"
post DHT role=deputy_headteacher at="Wrenbeck Primary" held_by="Kit Lorimer"
DHT accountable_to HT
stage B/3 "Governors"
body GB kind=governing_body of="Wrenbeck Primary"
HT accountable_to GB
model C "Another"
"""


@pytest.fixture
def told(work: Work) -> Work:
    """Return the work page on an option, a story of three stages and another option."""
    document = place_all(chart(STORY))
    work.filing.take(document, None)
    work.show_document(document)
    return work


def labels(work: Work) -> list[str]:
    return [model.label for _, model in pages.ordered(work.desk.document)]


def model(work: Work, label: str) -> ModelId:
    return next(one for one, row in work.desk.document.models.items() if row.label == label)


def middle(rect: Rect) -> QPoint:
    return QPoint(round(rect.cx), round(rect.cy))


def tap(work: Work, at: QPoint) -> None:
    QTest.mouseClick(work.strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def carry(work: Work, begin: QPoint, end: QPoint) -> None:
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(work.strip, button, keys, begin)
    for step in range(1, 5):
        QTest.mouseMove(work.strip, begin + (end - begin) * step / 4)
    QTest.mouseRelease(work.strip, button, keys, end)


def test_a_story_is_one_card_with_a_number_for_each_stage(told: Work) -> None:
    rects = [told.strip.card_of(model(told, label)) for label in ("A", "B/1", "B/2", "B/3", "C")]
    assert rects[1] == rects[2] == rects[3]
    assert rects[0].right < rects[1].x < rects[1].right < rects[4].x
    numbers = [told.strip.spot_of(model(told, label)) for label in ("B/1", "B/2", "B/3")]
    assert all(rects[1].covers(number) for number in numbers)
    assert not any(one.meets(other) for one in numbers for other in numbers if one != other)
    assert all(min(number.w, number.h) >= 44 for number in numbers), "a finger must meet it"


def test_a_tap_on_a_number_shows_the_stage(told: Work) -> None:
    tap(told, middle(told.strip.spot_of(model(told, "B/2"))))
    assert told.desk.model.label == "B/2"


def test_the_next_stage_begins_as_a_copy(told: Work) -> None:
    tap(told, middle(told.strip.spot_of(model(told, "B/3"), "add_stage")))
    assert labels(told) == ["A", "B/1", "B/2", "B/3", "B/4", "C"]
    assert told.desk.model.label == "B/4"
    assert told.desk.model.posts == told.desk.document.models[model(told, "B/3")].posts
    told.commands.undo()
    assert labels(told) == ["A", "B/1", "B/2", "B/3", "C"]


def test_a_stage_is_dragged_along_its_story(told: Work) -> None:
    first, last = model(told, "B/1"), model(told, "B/3")
    carry(told, middle(told.strip.spot_of(first)), middle(told.strip.spot_of(last)) + QPoint(20, 0))
    titles = [row.title for _, row in pages.ordered(told.desk.document)]
    assert titles == ["One school", "A deputy", "Governors", "Bones", "Another"]
    assert labels(told) == ["A", "B/1", "B/2", "B/3", "C"], "the numbers stay where they were"


def test_a_story_is_dragged_along_the_row_with_all_its_stages(told: Work) -> None:
    card = told.strip.card_of(model(told, "B/1"))
    begin = QPoint(round(card.x) + 100, round(card.y) + 30)
    carry(told, begin, begin - QPoint(500, 0))
    assert labels(told) == ["B/1", "B/2", "B/3", "A", "C"]
    assert told.session.history.done[-1].label == "Move story B"


@pytest.mark.parametrize(
    ("shown", "command", "after"),
    [
        ("C", "model_left", ["A", "C", "B/1", "B/2", "B/3"]),
        ("A", "model_right", ["B/1", "B/2", "B/3", "A", "C"]),
        ("A", "model_left", ["A", "B/1", "B/2", "B/3", "C"]),
    ],
)
def test_an_option_passes_a_whole_story(told: Work, shown: str, command: str, after: list[str]) -> None:
    told.desk.turn_to(model(told, shown))
    told.commands.run(command)
    assert labels(told) == after


def test_a_stage_moves_in_its_story_by_key(told: Work) -> None:
    told.desk.turn_to(model(told, "B/1"))
    told.commands.run("model_right")
    assert told.desk.model.title == "Bones"
    assert told.desk.model.label == "B/2"


def test_arrows_go_through_options_and_stages(told: Work) -> None:
    told.desk.turn_to(model(told, "A"))
    seen = []
    for _ in range(5):
        QTest.keyClick(told.strip, Qt.Key.Key_Right)
        seen.append(told.desk.model.label)
    assert seen == ["B/1", "B/2", "B/3", "C", "C"]


def test_a_change_is_taken_over_into_later_stages(told: Work) -> None:
    told.desk.turn_to(model(told, "B/1"))
    assert not told.commands.actions["take_over"].isEnabled(), "nothing was changed yet"
    told.commands.run("add_model")
    assert not told.commands.actions["take_over"].isEnabled(), "and nothing comes after an option"
    told.commands.undo()
    told.desk.turn_to(model(told, "B/1"))
    told.desk.select(next(iter(told.desk.model.posts)))
    told.commands.run("delete")
    assert told.commands.actions["take_over"].isEnabled()
    told.commands.run("take_over")
    assert [len(told.desk.document.models[model(told, f"B/{number}")].posts) for number in (1, 2, 3)] == [0, 2, 2]
    assert told.status.currentMessage() == (
        "Not taken over. Left as it is in B/2: Headteacher. Left as it is in B/3: Headteacher."
    )


def test_an_option_is_made_of_a_stage(told: Work) -> None:
    told.desk.turn_to(model(told, "B/2"))
    told.commands.run("fork")
    assert told.desk.model.label == "D"
    assert told.desk.model.title == "A deputy (from B/2)"
