"""A model can be looked at by question, absence, reader and measure, and none of that changes it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser

from chart import chart, thing
from modelbuilder.accountability.lenses import READERS
from modelbuilder.accountability.measures import measures
from modelbuilder.accountability.narration import narrate
from modelbuilder.accountability.who import QUESTIONS
from modelbuilder.accountability.yardsticks import MEASURES
from modelbuilder.document import edits
from modelbuilder.document.ids import ThingId
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.editor.emphasis import PLAIN, Emphasis
from modelbuilder.windows.window import Window

B = """
school "Pellowby Primary" category=maintained
school "Fennimoor Primary" category=maintained
group "Pellowby Federation" kind=hard_federation
"Pellowby Primary" in "Pellowby Federation"
"Fennimoor Primary" in "Pellowby Federation"
post EHT role=executive_headteacher at="Pellowby Federation" held_by="Dai Okonedo-Reyes"
post HoS1 role=head_of_school at="Pellowby Primary" held_by="Marta Quill"
post HoS2 role=head_of_school at="Fennimoor Primary" held_by="Joss Ferrant"
post DHT1 role=deputy_headteacher at="Pellowby Primary" held_by="Ann Rowse"
body FGB kind=governing_body of="Pellowby Federation"
outside LA kind=local_authority
HoS1 leads "Pellowby Primary" mode=head
HoS2 leads "Fennimoor Primary" mode=head
HoS1 accountable_to EHT
HoS2 accountable_to EHT
DHT1 accountable_to HoS1
DHT1 covers HoS1 order=1
EHT covers HoS1 order=2
EHT accountable_to FGB
LA supports_challenges EHT
HoS1 peer_support HoS2
model C "Another"
"""
CUT = B.replace("EHT accountable_to FGB\n", "")


@pytest.fixture(autouse=True)
def nothing_is_changed(window: Window) -> Iterator[None]:
    """However the model is looked at: nothing is done to it unless a test does so itself."""
    show(window, B)
    yield
    steps = [step.label for step in window.session.history.done]
    assert all(label.startswith("Test") for label in steps), steps


def show(window: Window, text: str) -> None:
    """Put a chart on the canvas."""
    document = place_all(chart(text))
    window.filing.take(document, None)
    window.show_document(document)


def one(window: Window, handle: str) -> ThingId:
    """Find a thing by its handle."""
    return thing(window.desk.document, handle)


def select(window: Window, *handles: str) -> None:
    """Select things by their handles."""
    window.desk.select(*(one(window, handle) for handle in handles))


def person(window: Window, handle: str) -> ThingId:
    """Find the holder of a post."""
    found = window.desk.model.posts[one(window, handle)].person
    assert found
    return found


def emphasis(window: Window) -> Emphasis:
    """Return what the canvas brings out."""
    return window.canvas._emphasis


def tags(window: Window, handle: str) -> list[str]:
    """Return the words on the tags of a card."""
    return [tag.words for tag in emphasis(window).tags.get(one(window, handle), ())]


def faded(window: Window, handle: str) -> bool:
    """Tell whether a card is faded on the canvas."""
    return window.canvas._things[one(window, handle)].opacity() < 0.5


def escape(window: Window) -> None:
    """Press Esc on the canvas."""
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)


# Who answers for what


def test_a_school_is_asked_about_by_chips(window: Window) -> None:
    select(window, "Fennimoor Primary")
    window.commands.run("who")
    card = window.looking.asking.card
    assert card.isVisible()
    assert card.chips is not None
    assert list(card.chips.buttons) == list(QUESTIONS)
    assert card.chips.buttons["day-to-day"].isChecked()
    for key in QUESTIONS:
        QTest.mouseClick(card.chips.buttons[key], Qt.MouseButton.LeftButton)
        assert card.chips.buttons[key].isChecked()
        assert card.chips.buttons[key].text().startswith("✓")
        assert QUESTIONS[key].label in card.sentence() or key == "day-to-day"
        assert one(window, "FGB") in window.desk.view.lit
    assert all(button.height() >= 36 for button in card.chips.buttons.values())


def test_a_post_is_asked_about_without_chips(window: Window) -> None:
    select(window, "Fennimoor Primary")
    window.commands.run("who")
    select(window, "HoS2")
    window.commands.run("who")
    chips = window.looking.asking.card.chips
    assert chips is not None and not chips.isVisible()
    assert window.looking.asking.card.end() == ""


def test_the_light_stops_where_the_line_stops_and_says_so(window: Window) -> None:
    show(window, CUT)
    select(window, "Fennimoor Primary")
    window.commands.run("who")
    assert tags(window, "EHT") == ["The line stops here"]
    assert window.looking.asking.card.end() == "The line stops at Dai Okonedo-Reyes."
    assert faded(window, "FGB") and not faded(window, "EHT")
    escape(window)
    assert emphasis(window) is PLAIN
    assert not window.desk.view.stops
    assert not faded(window, "FGB")


def test_the_light_follows_a_change(window: Window) -> None:
    select(window, "Fennimoor Primary")
    window.commands.run("who")
    line = next(key for key, row in window.desk.model.lines.items() if row.target == one(window, "FGB"))
    window.session.do(
        "Test", window.desk.model_id, lambda document: edits.remove(document, window.desk.model_id, [line])
    )
    assert window.looking.asking.card.end() == "The line stops at Dai Okonedo-Reyes."
    assert tags(window, "EHT") == ["The line stops here"]


# Who is away


def test_who_is_away_is_faded_and_who_steps_in_is_told(window: Window) -> None:
    select(window, "HoS1")
    window.commands.run("away")
    assert window.desk.view.away == {person(window, "HoS1")}
    assert faded(window, "HoS1")
    assert tags(window, "HoS1") == ["Away"]
    assert tags(window, "DHT1") == ["Steps in 1st"]
    assert tags(window, "EHT") == ["Could follow 2nd"]
    assert [(step.by, step.now) for step in emphasis(window).steps] == [
        (one(window, "DHT1"), True),
        (one(window, "EHT"), False),
    ]
    card = window.looking.absences
    assert card.isVisible()
    assert "Ann Rowse, Deputy Headteacher, steps in" in card.sentences()[0]


def test_a_school_without_anybody_is_ringed_and_lines_break(window: Window) -> None:
    select(window, "HoS2")
    window.commands.run("away")
    assert emphasis(window).ringed == {one(window, "Fennimoor Primary")}
    assert tags(window, "Fennimoor Primary") == ["Nobody left to lead it"]
    assert "Fennimoor Primary would have nobody to lead it." in window.looking.absences.sentences()
    assert len(window.canvas._tags.cuts) == 2, "to the executive headteacher, and peer support"
    assert window.canvas._tags.isVisible()


def test_one_or_all_come_back(window: Window) -> None:
    select(window, "HoS1", "HoS2")
    window.commands.run("away")
    assert len(window.desk.view.away) == 2
    QTest.mouseClick(window.looking.absences.buttons[person(window, "HoS1")], Qt.MouseButton.LeftButton)
    assert window.desk.view.away == {person(window, "HoS2")}
    window.commands.run("all_back")
    assert not window.desk.view.away
    assert not window.looking.absences.isVisible()
    assert emphasis(window) is PLAIN
    assert not window.canvas._tags.isVisible()
    assert not faded(window, "HoS2")


def test_away_and_back_by_the_same_command_and_by_esc(window: Window) -> None:
    select(window, "HoS1")
    window.commands.run("away")
    window.commands.run("away")
    assert not window.desk.view.away
    window.commands.run("away")
    escape(window)
    assert not window.desk.view.away
    assert window.desk.view.selection, "the first Esc ends the absence only"


def test_who_is_away_stays_so_while_others_are_selected_and_moved(window: Window) -> None:
    select(window, "HoS1")
    window.commands.run("away")
    rect = window.desk.page().rects[one(window, "FGB")]
    at = window.canvas.mapFromScene(rect.cx, rect.cy)
    view = window.canvas.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    for step in range(1, 5):
        QTest.mouseMove(view, at + QPoint(0, -10 * step))
    escape(window)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert window.desk.view.away == {person(window, "HoS1")}
    assert faded(window, "HoS1")


def test_who_loses_the_last_post_is_away_no_more(window: Window) -> None:
    select(window, "HoS1")
    window.commands.run("away")
    gone, model_id = one(window, "HoS1"), window.desk.model_id
    window.session.do("Test", model_id, lambda document: edits.remove(document, model_id, [gone]))
    assert not window.desk.view.away
    assert not window.looking.absences.isVisible()
    window.commands.run("undo")
    assert not faded(window, "HoS1")


def test_a_vacant_post_cannot_be_away(window: Window) -> None:
    show(window, B.replace('held_by="Joss Ferrant"', "status=vacant"))
    select(window, "HoS2")
    assert not window.commands.actions["away"].isEnabled()
    select(window, "FGB")
    assert not window.commands.actions["away"].isEnabled()


# Readers


@pytest.mark.parametrize("reader", READERS)
def test_a_reader_fades_what_they_do_not_look_for(window: Window, reader: str) -> None:
    window.bar.eyes.chosen.emit(reader)
    assert window.desk.view.lens == reader
    assert window.looking.eyes.sentence() == READERS[reader].sentence
    assert window.looking.eyes.isVisible()
    assert faded(window, "DHT1") == (reader != "staff")
    assert not faded(window, "Fennimoor Primary")
    assert window.bar.eyes.text() != "Seen by everybody ▾"
    select(window, "HoS1")
    assert window.desk.view.lens == reader


def test_the_readers_go_round_and_end_with_everybody(window: Window) -> None:
    seen = []
    for _ in range(len(READERS) + 1):
        window.commands.run("next_lens")
        seen.append(window.desk.view.lens)
    assert seen == [*READERS, ""]
    assert emphasis(window) is PLAIN
    assert not window.looking.eyes.isVisible()


def test_esc_ends_a_reader_when_nothing_is_selected(window: Window) -> None:
    window.looking.see_as("staff")
    escape(window)
    assert window.desk.view.lens == ""


def test_the_menu_of_readers_marks_the_present_one(window: Window) -> None:
    window.looking.see_as("staff")
    menu = window.bar.eyes.menu_of_readers()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Staff"]
    menu.actions()[0].trigger()
    assert window.desk.view.lens == ""
    menu.deleteLater()


# Measures


@pytest.mark.parametrize("key", MEASURES)
def test_a_measure_tints_cards_and_lists_the_worst_first(window: Window, key: str) -> None:
    window.commands.run("measures")
    window.looking.measuring.chosen.emit(key)
    table = measures(window.desk.document, window.desk.model_id)
    assert window.desk.view.measure == key
    assert dict(emphasis(window).tints) == table.tints(key)
    for thing_id, tint in table.tints(key).items():
        assert window.canvas._things[thing_id].tint == tint
        assert emphasis(window).tags[thing_id], "the value is written on the card"
    rows = window.looking.measuring.rows()
    tinted = {row.name: row.values[key].tint for row in table.rows if key in row.values}
    assert [tinted[name] for name, _, _ in rows] == sorted(tinted.values(), reverse=True)


def test_a_row_selects_its_card(window: Window) -> None:
    window.commands.run("measures")
    card = window.looking.measuring
    assert card.rows()[0] == ("Dai Okonedo-Reyes, Executive Headteacher", "2", "2 direct reports")
    card.table.cellClicked.emit(0, 0)
    assert window.desk.view.selection == {one(window, "EHT")}
    assert window.desk.view.measure == "span"
    escape(window)
    escape(window)
    assert window.desk.view.measure == ""
    assert not card.isVisible()
    assert {item.tint for item in window.canvas._things.values()} == {0}


# Narration


def test_the_canvas_is_described_after_a_pause(window: Window) -> None:
    window.looking.narrator._pause.timeout.emit()
    told = narrate(window.desk.document, window.desk.model_id)
    assert window.canvas.accessibleDescription() == " ".join(told)


def test_what_is_selected_is_told_with_its_holder_and_place(window: Window) -> None:
    select(window, "HoS1")
    assert window.looking.narrator.selected() == "Head of School, Marta Quill, Pellowby Primary"
    window.commands.run("away")
    assert window.looking.narrator.selected().endswith(", away")
    select(window, "Fennimoor Primary")
    assert window.looking.narrator.selected() == "Fennimoor Primary, school"


def test_the_model_is_read_as_text_and_copied(window: Window) -> None:
    window.commands.run("narration")
    panel = window.looking.panel
    assert panel is not None and panel.isVisible() and not panel.isModal()
    assert "Joss Ferrant" in panel.findChildren(QTextBrowser)[0].toPlainText()
    panel.copy_button.click()
    assert "Fennimoor Primary\n" in QGuiApplication.clipboard().text()
    window.desk.turn_to(window.desk.document.order[1])
    assert "Joss Ferrant" not in panel.plain()


# All of them


def test_another_page_is_looked_at_plainly(window: Window) -> None:
    select(window, "HoS1")
    view = window.desk.view
    window.desk.look(replace(view, away=frozenset({person(window, "HoS1")}), lens="staff", measure="load"))
    looking = window.looking
    cards = (looking.absences, looking.eyes, looking.measuring)
    assert all(card.isVisible() for card in cards)
    assert not window.canvas._faded.isdisjoint({one(window, "HoS1")})
    window.desk.turn_to(window.desk.document.order[1])
    assert window.desk.view == type(view)(window.desk.document.order[1])
    assert not any(card.isVisible() for card in (*cards, looking.asking.card))
    assert emphasis(window) is PLAIN


def test_what_is_off_asks_nothing(window: Window) -> None:
    select(window, "HoS1")
    assert window.looking._questions is None
    window.looking.see_as("staff")
    asked = window.looking._questions
    assert asked is not None
    model_id, moved = window.desk.model_id, one(window, "LA")
    box = window.desk.model.places[moved]
    further = box.model_copy(update={"x": box.x - 200})
    window.session.do("Test", model_id, lambda document: edits.move(document, model_id, {moved: further}))
    assert window.looking._questions is asked, "moving things about asks nothing again"
    window.looking.see_as("")
    assert window.looking._questions is None
