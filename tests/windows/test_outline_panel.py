"""The outline beside the canvas: in step both ways, every operation from it, and the model after any edit."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from test_work import B

from chart import chart, thing
from fingers import TouchScreen
from modelbuilder.app import make_application
from modelbuilder.canvas.screen import millimetre
from modelbuilder.document import edits
from modelbuilder.document.ids import ThingId
from modelbuilder.document.integrity import settle
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.marks import Text
from modelbuilder.editor import outline, verbs
from modelbuilder.editor.board_sizes import FINGERTIP
from modelbuilder.editor.outline import Row
from modelbuilder.vocabulary.tiers import Tier
from modelbuilder.windows.outline import Outline, row_marks
from modelbuilder.windows.outline_rows import OutlineRows
from modelbuilder.windows.theme import dress
from modelbuilder.windows.work import Work
from play import Play
from strategies import Edit, documents, edits_on


@pytest.fixture(autouse=True)
def usual_again() -> Iterator[None]:
    """Give the next test the usual window."""
    yield
    dress(make_application())


@pytest.fixture
def panel(work: Work) -> Outline:
    """Return the outline, open on a document with two schools."""
    document = place_all(chart(B))
    work.filing.take(document, None)
    work.show_document(document)
    work.commands.run("outline")
    return work.middle.outline


def index(panel: Outline, handle: str) -> QModelIndex:
    """Return where a thing is in the outline."""
    return panel.rows.index_of(thing(panel.desk.document, handle))


def pick(panel: Outline, handle: str) -> None:
    """Select a row as a hand does."""
    panel.tree.selectionModel().setCurrentIndex(index(panel, handle), QItemSelectionModel.SelectionFlag.ClearAndSelect)


def rows_of(model: OutlineRows, around: QModelIndex = QModelIndex()) -> Iterator[tuple[ThingId | None, ThingId]]:  # noqa: B008
    """Yield each row with the one around it, as a view sees them."""
    for number in range(model.rowCount(around)):
        child = model.index(number, 0, around)
        assert model.parent(child) == around
        thing_id = model.thing_at(child)
        assert thing_id is not None
        yield model.thing_at(around), thing_id
        yield from rows_of(model, child)


def test_it_opens_with_the_keyboard_in_it_and_esc_goes_back_to_the_canvas(panel: Outline, work: Work) -> None:
    assert panel.tree.hasFocus()
    QTest.keyClick(panel.tree, Qt.Key.Key_Escape)
    assert work.canvas.hasFocus()
    work.commands.run("outline")
    assert panel.tree.hasFocus()
    work.commands.run("outline")
    assert not panel.isVisible()
    assert work.canvas.hasFocus()


def test_what_is_selected_in_one_is_selected_in_the_other(panel: Outline, work: Work) -> None:
    pick(panel, "HoS1")
    assert work.desk.view.selection == {thing(work.desk.document, "HoS1")}
    work.desk.select(thing(work.desk.document, "EHT"))
    assert panel.rows.thing_at(panel.tree.currentIndex()) == thing(work.desk.document, "EHT")
    work.desk.select()
    assert not panel.tree.selectionModel().selectedIndexes()


def test_arrows_go_from_row_to_row(panel: Outline, work: Work) -> None:
    pick(panel, "Fennimoor Primary")
    QTest.keyClick(panel.tree, Qt.Key.Key_Down)
    assert work.desk.view.selection == {thing(work.desk.document, "HoS2")}


def test_a_row_is_named_in_its_place(panel: Outline, work: Work) -> None:
    pick(panel, "HoS1")
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    editor = panel.tree.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "Marta Quill"
    editor.setText("Ann Other")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    post = work.desk.model.posts[thing(work.desk.document, "HoS1")]
    assert post.person is not None
    assert work.desk.document.people[post.person].name == "Ann Other"
    assert [step.label for step in work.session.history.done] == ["Name Head of School"]


def test_f2_names_in_the_row_when_the_keyboard_is_there(panel: Outline, work: Work) -> None:
    pick(panel, "Pellowby Primary")
    work.commands.run("rename")
    assert panel.tree.findChild(QLineEdit) is not None
    assert not work.naming.isVisible()


def test_it_adds_connects_moves_changes_duplicates_and_deletes(panel: Outline, work: Work) -> None:
    def choose(key: str, words: str) -> None:
        work.commands.run_if_can(key)
        QTest.keyClicks(work.chooser.field, words)
        QTest.keyClick(work.chooser.field, Qt.Key.Key_Return)

    pick(panel, "Fennimoor Primary")
    choose("add_here", "deputy")
    deputy = thing(work.desk.document, "DHT")
    assert work.desk.model.posts[deputy].at == thing(work.desk.document, "Fennimoor Primary")
    assert panel.rows.index_of(deputy).isValid()
    choose("connect", "joss")
    QTest.keyClick(work.picking.offers, Qt.Key.Key_Return)
    assert panel.tree.hasFocus()
    assert [line.kind for line in work.desk.model.lines.values() if line.source == deputy] == ["accountable_to"]
    pick(panel, "DHT")
    choose("change_type", "senco")
    assert work.desk.model.posts[deputy].role == "senco"
    choose("move_into", "pellowby primary")
    assert work.desk.model.posts[deputy].at == thing(work.desk.document, "Pellowby Primary")
    pick(panel, "DHT")
    work.commands.run_if_can("duplicate")
    assert len(work.desk.model.posts) == 5
    work.commands.run_if_can("delete")
    pick(panel, "DHT")
    work.commands.run_if_can("delete")
    assert len(work.desk.model.posts) == 3
    for _ in range(len(work.session.history.done)):
        work.commands.run_if_can("undo")
    assert len(work.desk.model.posts) == 3
    assert set(rows_of(panel.rows)) == _wanted(work)


def _wanted(work: Work) -> set[tuple[ThingId | None, ThingId]]:
    tree = outline.things(work.desk.document, work.desk.model)
    return {(holder, one) for holder, rows in tree.items() for one in rows}


@pytest.mark.parametrize("button", [False, True])
def test_after_a_deletion_the_keyboard_is_on_the_next_row_and_undo_goes_back(
    panel: Outline, work: Work, *, button: bool
) -> None:
    pick(panel, "HoS1")
    pick(panel, "Fennimoor Primary")
    deleted = thing(work.desk.document, "Fennimoor Primary")
    if button:
        foot = next(one for one in panel.findChildren(QPushButton) if one.text() == "Delete")
        foot.setFocus()
        QTest.keyClick(foot, Qt.Key.Key_Space)
    else:
        work.commands.run_if_can("delete")
    QApplication.processEvents()
    assert panel.tree.hasFocus()
    assert work.desk.view.selection == {thing(work.desk.document, "Pellowby Primary")}
    assert panel.rows.thing_at(panel.tree.currentIndex()) == thing(work.desk.document, "Pellowby Primary")
    work.commands.run_if_can("undo")
    assert work.desk.view.selection == {deleted}
    assert panel.tree.hasFocus() and panel.rows.thing_at(panel.tree.currentIndex()) == deleted


def test_the_list_of_lines_selects_turns_reconnects_and_changes_them(panel: Outline, work: Work) -> None:
    panel.chips.buttons["lines"].click()
    model = work.desk.model
    assert {one for _, one in rows_of(panel.rows)} == set(model.lines)
    line = next(one for one, row in model.lines.items() if row.kind == "accountable_to")
    row = panel.rows.index_of(line)
    assert "answers to" in str(row.data())
    panel.tree.selectionModel().setCurrentIndex(row, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert work.desk.view.selection == {line}
    assert model.lines[line].source == thing(work.desk.document, "HoS1")
    work.commands.run_if_can("reconnect_target")
    QTest.keyClicks(work.chooser.field, "governing")
    QTest.keyClick(work.chooser.field, Qt.Key.Key_Return)
    assert work.desk.model.lines[line].target == thing(work.desk.document, "FGB")
    work.commands.run_if_can("change_type")
    QTest.keyClicks(work.chooser.field, "sits")
    QTest.keyClick(work.chooser.field, Qt.Key.Key_Return)
    assert work.desk.model.lines[line].kind == "sits_on"
    assert "sits on" in str(panel.rows.index_of(line).data())


@pytest.mark.parametrize("command", ["text_size:100", "text_size:150", "board_size:hall"])
def test_its_buttons_fit_whatever_the_size(panel: Outline, work: Work, command: str) -> None:
    work.commands.run(command)
    QApplication.processEvents()
    buttons = [one for one in panel.findChildren(QPushButton) if one.isVisible()]
    assert len(buttons) >= 6
    for one in buttons:
        assert one.width() >= one.sizeHint().width(), one.text()
        assert panel.rect().contains(one.geometry()), one.text()


def test_a_row_keeps_the_person_however_long_the_role_is(panel: Outline) -> None:
    row = Row(
        "School Business Manager of Everything", "Noor Castellan · answers to Dai Okonedo-Reyes", "x", Tier.SCHOOL
    )
    said = [one.text for one in row_marks(row, 200, chosen=False, focused=False) if isinstance(one, Text)]
    assert said[0].startswith("School Business") and said[1].startswith("Noor Castellan")


def test_its_edge_is_moved_by_keys_and_fingers_and_stays_where_it_was_put(panel: Outline, work: Work) -> None:
    edge, before = work.middle.handle(1), panel.width()
    QTest.keyClick(edge, Qt.Key.Key_Right)
    assert panel.width() > before
    screen, at = TouchScreen(), edge.rect().center()
    screen.press(0, at, edge)
    screen.move(0, at + QPoint(60, 0))
    screen.release(0)
    assert panel.width() > before + 60
    assert int(str(work.middle.settings.value("outline/wide"))) == panel.width()
    work.window().resize(900, 700)
    QApplication.processEvents()
    assert work.canvas.width() >= panel.width() - edge.width()


def test_at_a_board_its_edge_is_as_wide_as_a_fingertip(panel: Outline, work: Work) -> None:
    work.commands.run("board_size:hall")
    QApplication.processEvents()
    assert work.middle.handle(1).width() >= FINGERTIP * millimetre(work.screen()) - 1


def test_a_filter_shows_only_what_is_called_so(panel: Outline) -> None:
    panel.search.setText("joss")
    names = [str(panel.rows.index_of(one).data()) for _, one in rows_of(panel.rows)]
    assert [name.split(",")[0] for name in names] == ["Pellowby Federation", "Fennimoor Primary", "Head of School"]
    panel.search.clear()
    assert len(list(rows_of(panel.rows))) == 7


def test_it_stands_on_the_other_side_and_is_there_again_next_time(panel: Outline, work: Work) -> None:
    assert work.middle.indexOf(panel) == 0
    panel.moved.emit()
    assert work.middle.indexOf(panel) == 1
    assert work.middle.settings.value("outline/side") == "right"
    assert work.middle.settings.value("outline/open") == "yes"


def test_rows_that_are_open_stay_open_when_others_change(panel: Outline, work: Work) -> None:
    panel.tree.collapse(index(panel, "Pellowby Primary"))
    work.desk.select(thing(work.desk.document, "Fennimoor Primary"))
    work.commands.run("delete")
    work.commands.run("undo")
    assert not panel.tree.isExpanded(index(panel, "Pellowby Primary"))
    assert panel.tree.isExpanded(index(panel, "Pellowby Federation"))


@pytest.mark.usefixtures("qapp")
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_the_rows_are_those_of_the_model_after_any_edit(data: st.DataObject) -> None:
    play = Play(place_all(data.draw(documents())))
    rows = OutlineRows(play.desk)
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    for _ in range(data.draw(st.integers(1, 5))):
        rows.as_lines = data.draw(st.booleans())
        rows.query = data.draw(st.sampled_from(["", "", "a"]))
        edit = data.draw(edits_on(play.document))
        play.session.do("Edit", play.desk.model_id, _do(edit))
        if data.draw(st.booleans()):
            play.undo()
        rows.refresh()
        fresh = OutlineRows(play.desk)
        fresh.as_lines, fresh.query = rows.as_lines, rows.query
        fresh.refresh()
        assert rows.tree() == fresh.tree()
        assert list(rows_of(rows)) == list(rows_of(fresh))
    del tester


def test_moving_things_about_asks_for_no_row_again(panel: Outline, work: Work) -> None:
    changed: list[object] = []
    panel.rows.dataChanged.connect(lambda *given: changed.append(given))
    work.desk.select(thing(work.desk.document, "EHT"))
    verbs.nudge(work.desk, 40, 0)
    assert changed == []
    model_id, post_id = work.desk.model_id, thing(work.desk.document, "EHT")
    work.session.do("Test", model_id, lambda document: edits.change(document, model_id, post_id, label="Exec"))
    assert changed


def test_the_keyboard_is_in_the_outline_after_something_is_named_or_chosen(panel: Outline, work: Work) -> None:
    pick(panel, "HoS1")
    work.commands.run_if_can("change_type")
    QTest.keyClick(work.chooser.field, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is panel.tree


def _do(edit: Edit) -> Edit:
    return lambda before: place_all(settle(before, edit(before)))
