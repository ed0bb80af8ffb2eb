"""What a screen reader finds on the canvas: an object for each thing, with its words, its place and its actions."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from test_looking import CUT, B

from chart import chart, thing
from modelbuilder.canvas.accessible import ThingAccess
from modelbuilder.document import edits
from modelbuilder.document.ids import ThingId
from modelbuilder.document.integrity import settle
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.vocabulary.checks import SEVERITY_WORDS
from modelbuilder.windows.work import Work
from strategies import Edit, documents, edits_on

Name, Description = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def listened(work: Work) -> Iterator[Work]:
    """Return a work page that somebody listens to, with two models."""
    document = place_all(chart(B))
    work.filing.take(document, None)
    work.show_document(document)
    work.canvas.setFocus()
    QAccessible.setActive(True)
    work.looking.narrator.describe()
    yield work
    QAccessible.setActive(False)


def canvas_of(work: Work) -> QAccessibleInterface:
    """Return the object of the canvas."""
    return QAccessible.queryAccessibleInterface(work.canvas)


def objects(around: QAccessibleInterface) -> Iterator[ThingAccess]:
    """Yield every object inside another, and see that parents and children agree."""
    for index in range(around.childCount()):
        child = around.child(index)
        assert isinstance(child, ThingAccess)
        assert around.indexOfChild(child) == index
        assert child.parent() is around
        yield child
        yield from objects(child)


def object_of(work: Work, handle: str) -> ThingAccess:
    """Return the object of a thing."""
    wanted = thing(work.desk.document, handle)
    return next(one for one in objects(canvas_of(work)) if one.thing_id == wanted)


def test_every_thing_and_line_is_an_object_in_the_box_that_it_stands_in(listened: Work) -> None:
    found = [one.thing_id for one in objects(canvas_of(listened))]
    model = listened.desk.model
    tables = (model.groups, model.placements, model.posts, model.bodies, model.lines)
    assert sorted(found) == sorted(one for table in tables for one in table)
    holder = object_of(listened, "HoS1").parent()
    assert isinstance(holder, ThingAccess)
    assert holder.thing_id == thing(listened.desk.document, "Pellowby Primary")
    assert "Model A" in canvas_of(listened).text(Name)


def test_a_card_says_role_person_place_whom_it_answers_to_who_answers_to_it_and_its_place(listened: Work) -> None:
    card = object_of(listened, "HoS1")
    assert card.text(Name) == "Head of School, Marta Quill, Pellowby Primary"
    told = card.text(Description)
    assert "answers to Dai Okonedo-Reyes" in told
    assert "To them answers Ann Rowse (Deputy Headteacher)." in told
    assert told.endswith("1 of 2 in Pellowby Primary.")


def test_a_card_says_what_is_found_at_it(listened: Work) -> None:
    document = place_all(chart(CUT))
    listened.show_document(document)
    findings = listened.checking.findings(listened.desk.model_id)
    finding = next(one for one in findings if one.subjects)
    card = next(one for one in objects(canvas_of(listened)) if one.thing_id == finding.subjects[0])
    assert f"{SEVERITY_WORDS[finding.severity.value]}: {finding.message}" in card.text(Description)


def test_the_keyboard_goes_to_the_object_that_is_walked_to(listened: Work) -> None:
    listened.desk.select(thing(listened.desk.document, "HoS1"))
    QTest.keyClick(listened.canvas, Qt.Key.Key_Up)
    focused = canvas_of(listened).focusChild()
    assert isinstance(focused, ThingAccess)
    assert focused.text(Name).startswith("Executive Headteacher, Dai Okonedo-Reyes")
    assert focused.state().focused
    assert focused.state().selected
    assert not object_of(listened, "HoS1").state().focused


def test_an_object_is_where_its_card_is_on_the_screen(listened: Work) -> None:
    card = object_of(listened, "HoS1")
    spot = card.rect().center()
    at = canvas_of(listened).childAt(spot.x(), spot.y())
    assert at is card
    page, canvas = listened.canvas.page, listened.canvas
    assert page is not None
    drawn = page.rects[card.thing_id]
    middle = canvas.viewport().mapToGlobal(canvas.mapFromScene(drawn.cx, drawn.cy))
    assert (middle - spot).manhattanLength() <= 4


def test_the_commands_of_a_card_are_its_actions(listened: Work) -> None:
    card = object_of(listened, "DHT1")
    assert {"Select", "Rename", "Connect to", "Delete"} <= set(card.actionNames())
    card.doAction("Delete")
    assert [step.label for step in listened.session.history.done] == ["Delete Deputy Headteacher"]
    assert not card.isValid()
    assert card.text(Name) == ""
    listened.commands.undo()
    object_of(listened, "DHT1").doAction("Connect to")
    assert listened.chooser.isVisible()
    listened.chooser.leave()


def test_a_folded_box_says_so_and_has_no_objects_inside(listened: Work) -> None:
    listened.desk.select(thing(listened.desk.document, "Pellowby Primary"))
    assert object_of(listened, "Pellowby Primary").state().expanded
    listened.commands.run("fold")
    school = object_of(listened, "Pellowby Primary")
    assert school.state().collapsed
    assert school.childCount() == 0


def test_what_has_gone_is_let_go_of(listened: Work) -> None:
    list(objects(canvas_of(listened)))
    access = listened.canvas.access
    assert access is not None
    listened.commands.next_model()
    assert not access._things
    listened.commands.previous_model()
    assert len(list(objects(canvas_of(listened)))) == len(access._things)


def test_steps_and_turned_pages_are_announced(listened: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(listened.looking.narrator, "say", said.append)
    listened.commands.next_model()
    listened.commands.previous_model()
    listened.desk.select(thing(listened.desk.document, "DHT1"))
    listened.commands.run("delete")
    listened.commands.run("undo")
    assert [words for words in said if words.startswith(("Model", "Done", "Undone"))] == [
        "Model C: Another",
        "Model A",
        "Done: Delete Deputy Headteacher",
        "Undone: Delete Deputy Headteacher",
    ]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_objects_are_those_of_the_page_after_any_edit(listened: Work, data: st.DataObject) -> None:
    work, document = listened, place_all(data.draw(documents()))
    work.show_document(document)
    for _ in range(data.draw(st.integers(1, 3))):
        edit = data.draw(edits_on(work.desk.document))
        work.session.do("Edit", work.desk.model_id, _do(edit))
        page = work.desk.page()
        found: list[ThingId] = [one.thing_id for one in objects(canvas_of(work))]
        assert sorted(found) == sorted([*page.rects, *page.model.lines])
        assert all(one.text(Name) for one in objects(canvas_of(work)))
    assert work.canvas.access is not None
    gone = edits.remove(work.desk.document, work.desk.model_id, list(work.desk.page().rects))
    work.session.do("Clear", work.desk.model_id, lambda before: gone)
    assert not work.canvas.access._things


def _do(edit: Edit) -> Edit:
    return lambda before: place_all(settle(before, edit(before)))


def test_what_is_pinned_says_so(listened: Work) -> None:
    listened.desk.select(thing(listened.desk.document, "HoS1"))
    listened.commands.run("pin")
    assert object_of(listened, "HoS1").text(Description).endswith("Pinned.")
    listened.commands.run("pin")
    assert "Pinned" not in object_of(listened, "HoS1").text(Description)
