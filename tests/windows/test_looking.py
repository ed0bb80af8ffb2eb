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
from modelbuilder.windows.work import Work

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
def nothing_is_changed(work: Work) -> Iterator[None]:
    """However the model is looked at: nothing is done to it unless a test does so itself."""
    show(work, B)
    yield
    steps = [step.label for step in work.session.history.done]
    assert all(label.startswith("Test") for label in steps), steps


def show(work: Work, text: str) -> None:
    """Put a chart on the canvas."""
    document = place_all(chart(text))
    work.filing.take(document, None)
    work.show_document(document)


def one(work: Work, handle: str) -> ThingId:
    """Find a thing by its handle."""
    return thing(work.desk.document, handle)


def select(work: Work, *handles: str) -> None:
    """Select things by their handles."""
    work.desk.select(*(one(work, handle) for handle in handles))


def person(work: Work, handle: str) -> ThingId:
    """Find the holder of a post."""
    found = work.desk.model.posts[one(work, handle)].person
    assert found
    return found


def emphasis(work: Work) -> Emphasis:
    """Return what the canvas brings out."""
    return work.canvas._emphasis


def tags(work: Work, handle: str) -> list[str]:
    """Return the words on the tags of a card."""
    return [tag.words for tag in emphasis(work).tags.get(one(work, handle), ())]


def faded(work: Work, handle: str) -> bool:
    """Tell whether a card is faded on the canvas."""
    return work.canvas._things[one(work, handle)].opacity() < 0.5


def escape(work: Work) -> None:
    """Press Esc on the canvas."""
    QTest.keyClick(work.canvas, Qt.Key.Key_Escape)


# Who answers for what


def test_a_school_is_asked_about_by_chips(work: Work) -> None:
    select(work, "Fennimoor Primary")
    work.commands.run("who")
    card = work.looking.asking.card
    assert card.isVisible()
    assert card.chips is not None
    assert list(card.chips.buttons) == list(QUESTIONS)
    assert card.chips.buttons["day-to-day"].isChecked()
    for key in QUESTIONS:
        QTest.mouseClick(card.chips.buttons[key], Qt.MouseButton.LeftButton)
        assert card.chips.buttons[key].isChecked()
        assert card.chips.buttons[key].text().startswith("✓")
        assert QUESTIONS[key].label in card.sentence() or key == "day-to-day"
        assert one(work, "FGB") in work.desk.view.lit
    assert all(button.height() >= 36 for button in card.chips.buttons.values())


def test_a_post_is_asked_about_without_chips(work: Work) -> None:
    select(work, "Fennimoor Primary")
    work.commands.run("who")
    select(work, "HoS2")
    work.commands.run("who")
    chips = work.looking.asking.card.chips
    assert chips is not None and not chips.isVisible()
    assert work.looking.asking.card.end() == ""


def test_the_light_stops_where_the_line_stops_and_says_so(work: Work) -> None:
    show(work, CUT)
    select(work, "Fennimoor Primary")
    work.commands.run("who")
    assert tags(work, "EHT") == ["The line stops here"]
    assert work.looking.asking.card.end() == "The line stops at Dai Okonedo-Reyes."
    assert faded(work, "FGB") and not faded(work, "EHT")
    escape(work)
    assert emphasis(work) is PLAIN
    assert not work.desk.view.stops
    assert not faded(work, "FGB")


def test_the_light_follows_a_change(work: Work) -> None:
    select(work, "Fennimoor Primary")
    work.commands.run("who")
    line = next(key for key, row in work.desk.model.lines.items() if row.target == one(work, "FGB"))
    work.session.do("Test", work.desk.model_id, lambda document: edits.remove(document, work.desk.model_id, [line]))
    assert work.looking.asking.card.end() == "The line stops at Dai Okonedo-Reyes."
    assert tags(work, "EHT") == ["The line stops here"]


# Who is away


def test_who_is_away_is_faded_and_who_steps_in_is_told(work: Work) -> None:
    select(work, "HoS1")
    work.commands.run("away")
    assert work.desk.view.away == {person(work, "HoS1")}
    assert faded(work, "HoS1")
    assert tags(work, "HoS1") == ["Away"]
    assert tags(work, "DHT1") == ["Steps in 1st"]
    assert tags(work, "EHT") == ["Could follow 2nd"]
    assert [(step.by, step.now) for step in emphasis(work).steps] == [
        (one(work, "DHT1"), True),
        (one(work, "EHT"), False),
    ]
    card = work.looking.absences
    assert card.isVisible()
    assert card.sentences()[0] == "Joss Ferrant (Head of School) would be left without support.", (
        "what is lost is first"
    )
    assert "Ann Rowse, Deputy Headteacher, steps in" in card.sentences()[1]


def test_a_school_without_anybody_is_ringed_and_lines_break(work: Work) -> None:
    select(work, "HoS2")
    work.commands.run("away")
    assert emphasis(work).ringed == {one(work, "Fennimoor Primary")}
    assert tags(work, "Fennimoor Primary") == ["Nobody left to lead it"]
    assert "Fennimoor Primary would have nobody to lead it." in work.looking.absences.sentences()
    assert len(work.canvas._tags.cuts) == 2, "to the executive headteacher, and peer support"
    assert work.canvas._tags.isVisible()


def test_one_or_all_come_back(work: Work) -> None:
    select(work, "HoS1", "HoS2")
    work.commands.run("away")
    assert len(work.desk.view.away) == 2
    QTest.mouseClick(work.looking.absences.buttons[person(work, "HoS1")], Qt.MouseButton.LeftButton)
    assert work.desk.view.away == {person(work, "HoS2")}
    work.commands.run("all_back")
    assert not work.desk.view.away
    assert not work.looking.absences.isVisible()
    assert emphasis(work) is PLAIN
    assert not work.canvas._tags.isVisible()
    assert not faded(work, "HoS2")


def test_away_and_back_by_the_same_command_and_by_esc(work: Work) -> None:
    select(work, "HoS1")
    work.commands.run("away")
    work.commands.run("away")
    assert not work.desk.view.away
    work.commands.run("away")
    escape(work)
    assert not work.desk.view.away
    assert work.desk.view.selection, "the first Esc ends the absence only"


def test_who_is_away_stays_so_while_others_are_selected_and_moved(work: Work) -> None:
    select(work, "HoS1")
    work.commands.run("away")
    rect = work.desk.page().rects[one(work, "FGB")]
    at = work.canvas.mapFromScene(rect.cx, rect.cy)
    view = work.canvas.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    for step in range(1, 5):
        QTest.mouseMove(view, at + QPoint(0, -10 * step))
    escape(work)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert work.desk.view.away == {person(work, "HoS1")}
    assert faded(work, "HoS1")


def test_who_loses_the_last_post_is_away_no_more(work: Work) -> None:
    select(work, "HoS1")
    work.commands.run("away")
    gone, model_id = one(work, "HoS1"), work.desk.model_id
    work.session.do("Test", model_id, lambda document: edits.remove(document, model_id, [gone]))
    assert not work.desk.view.away
    assert not work.looking.absences.isVisible()
    work.commands.run("undo")
    assert not faded(work, "HoS1")


def test_a_vacant_post_cannot_be_away(work: Work) -> None:
    show(work, B.replace('held_by="Joss Ferrant"', "status=vacant"))
    select(work, "HoS2")
    assert not work.commands.actions["away"].isEnabled()
    select(work, "FGB")
    assert not work.commands.actions["away"].isEnabled()


# Readers


@pytest.mark.parametrize("reader", READERS)
def test_a_reader_fades_what_they_do_not_look_for(work: Work, reader: str) -> None:
    work.bar.eyes.chosen.emit(reader)
    assert work.desk.view.lens == reader
    assert work.looking.eyes.sentence() == READERS[reader].sentence
    assert work.looking.eyes.isVisible()
    assert faded(work, "DHT1") == (reader != "staff")
    assert not faded(work, "Fennimoor Primary")
    assert work.bar.eyes.text() != "Seen by everybody ▾"
    select(work, "HoS1")
    assert work.desk.view.lens == reader


def test_the_readers_go_round_and_end_with_everybody(work: Work) -> None:
    seen = []
    for _ in range(len(READERS) + 1):
        work.commands.run("next_lens")
        seen.append(work.desk.view.lens)
    assert seen == [*READERS, ""]
    assert emphasis(work) is PLAIN
    assert not work.looking.eyes.isVisible()


def test_esc_ends_a_reader_when_nothing_is_selected(work: Work) -> None:
    work.looking.see_as("staff")
    escape(work)
    assert work.desk.view.lens == ""


def test_the_menu_of_readers_marks_the_present_one(work: Work) -> None:
    work.looking.see_as("staff")
    menu = work.bar.eyes.menu_of_readers()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Staff"]
    menu.actions()[0].trigger()
    assert work.desk.view.lens == ""
    menu.deleteLater()


# Measures


@pytest.mark.parametrize("key", MEASURES)
def test_a_measure_tints_cards_and_lists_the_worst_first(work: Work, key: str) -> None:
    work.commands.run("measures")
    work.looking.measuring.chosen.emit(key)
    table = measures(work.desk.document, work.desk.model_id)
    assert work.desk.view.measure == key
    assert dict(emphasis(work).tints) == table.tints(key)
    for thing_id, tint in table.tints(key).items():
        assert work.canvas._things[thing_id].tint == tint
        assert emphasis(work).tags[thing_id], "the value is written on the card"
    rows = work.looking.measuring.rows()
    tinted = {row.name: row.values[key].tint for row in table.rows if key in row.values}
    assert [tinted[name] for name, _, _ in rows] == sorted(tinted.values(), reverse=True)


def test_a_row_selects_its_card(work: Work) -> None:
    work.commands.run("measures")
    card = work.looking.measuring
    assert card.rows()[0] == ("Dai Okonedo-Reyes, Executive Headteacher", "2", "2 direct reports")
    card.table.cellClicked.emit(0, 0)
    assert work.desk.view.selection == {one(work, "EHT")}
    assert work.desk.view.measure == "span"
    escape(work)
    escape(work)
    assert work.desk.view.measure == ""
    assert not card.isVisible()
    assert {item.tint for item in work.canvas._things.values()} == {0}


# Narration


def test_the_canvas_is_described_after_a_pause(work: Work) -> None:
    work.looking.narrator._pause.timeout.emit()
    told = narrate(work.desk.document, work.desk.model_id)
    assert work.canvas.accessibleDescription() == " ".join(told)


def test_what_is_selected_is_told_with_its_holder_and_place(work: Work) -> None:
    select(work, "HoS1")
    assert work.looking.narrator.selected() == "Head of School, Marta Quill, Pellowby Primary"
    work.commands.run("away")
    assert work.looking.narrator.selected().endswith(", away")
    select(work, "Fennimoor Primary")
    assert work.looking.narrator.selected() == "Fennimoor Primary, school"


def test_the_model_is_read_as_text_and_copied(work: Work) -> None:
    work.commands.run("narration")
    panel = work.looking.panel
    assert panel is not None and panel.isVisible() and not panel.isModal()
    assert "Joss Ferrant" in panel.findChildren(QTextBrowser)[0].toPlainText()
    panel.copy_button.click()
    assert "Fennimoor Primary\n" in QGuiApplication.clipboard().text()
    work.desk.turn_to(work.desk.document.order[1])
    assert "Joss Ferrant" not in panel.plain()


# All of them


def test_another_page_is_looked_at_plainly(work: Work) -> None:
    select(work, "HoS1")
    view = work.desk.view
    work.desk.look(replace(view, away=frozenset({person(work, "HoS1")}), lens="staff", measure="load"))
    looking = work.looking
    cards = (looking.absences, looking.eyes, looking.measuring)
    assert all(card.isVisible() for card in cards)
    assert not work.canvas._faded.isdisjoint({one(work, "HoS1")})
    work.desk.turn_to(work.desk.document.order[1])
    assert work.desk.view == type(view)(work.desk.document.order[1])
    assert not any(card.isVisible() for card in (*cards, looking.asking.card))
    assert emphasis(work) is PLAIN


def test_what_is_off_asks_nothing(work: Work) -> None:
    select(work, "HoS1")
    assert work.looking._questions is None
    work.looking.see_as("staff")
    asked = work.looking._questions
    assert asked is not None
    model_id, moved = work.desk.model_id, one(work, "LA")
    box = work.desk.model.places[moved]
    further = box.model_copy(update={"x": box.x - 200})
    work.session.do("Test", model_id, lambda document: edits.move(document, model_id, {moved: further}))
    assert work.looking._questions is asked, "moving things about asks nothing again"
    work.looking.see_as("")
    assert work.looking._questions is None
