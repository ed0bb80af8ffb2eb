"""Search, all commands, the sheet of keys, map, filter and folds in the window."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from test_looking import B

from chart import chart, thing
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.veil import UNVEILED
from modelbuilder.editor.actions import ACTIONS
from modelbuilder.windows.exporting import CHOICES, ExportDialog
from modelbuilder.windows.shortcuts import ShortcutSheet, groups
from modelbuilder.windows.work import Work


@pytest.fixture(autouse=True)
def shown(work: Work) -> Iterator[None]:
    """Show a document with two models, and see that nothing of it is changed."""
    document = place_all(chart(B))
    work.filing.take(document, None)
    work.show_document(document)
    work.canvas.setFocus()
    yield
    assert work.desk.document == document


def words(work: Work) -> list[str]:
    """Return the rows that can be chosen."""
    return [choice.words for choice in work.chooser.shown()]


def type_in(work: Work, *typed: str | Qt.Key) -> None:
    """Type words and press keys in the panel that one chooses from."""
    for one in typed:
        if isinstance(one, str):
            QTest.keyClicks(work.chooser.field, one)
        else:
            QTest.keyClick(work.chooser.field, one)


def test_search_goes_to_what_is_found_in_any_model(work: Work) -> None:
    work.commands.next_model()
    assert work.desk.model.label == "C"
    work.commands.run("find")
    type_in(work, "quill")
    assert words(work) == ["Marta Quill"]
    type_in(work, Qt.Key.Key_Return)
    assert work.desk.model.label == "A"
    assert work.desk.view.selection == {thing(work.desk.document, "HoS1")}
    assert work.canvas.hasFocus()


def test_search_takes_roles_and_schools_too(work: Work) -> None:
    work.commands.run("find")
    type_in(work, "head of school fenn")
    assert words(work) == ["Joss Ferrant"]
    type_in(work, Qt.Key.Key_Escape)
    assert not work.chooser.isVisible()
    assert work.canvas.hasFocus()


def test_nothing_found_is_said_and_enter_does_nothing(work: Work) -> None:
    work.commands.run("find")
    type_in(work, "zebra", Qt.Key.Key_Return)
    assert work.chooser.isVisible()
    assert "Nothing fits “zebra”." in [label.text() for label in work.chooser.findChildren(QLabel)]
    work.chooser.leave()


def test_arrows_choose_and_a_click_takes(work: Work) -> None:
    work.commands.run("find")
    type_in(work, "primary", Qt.Key.Key_Down)
    rows = work.chooser.list
    assert rows.currentIndex().row() == 1
    assert work.chooser.field.accessibleDescription().endswith(f"2 of {len(words(work))}")
    wanted = work.chooser.shown()[2].value.thing_id
    spot = rows.visualRect(rows.model().index(2, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert work.desk.view.selection == {wanted}


def test_a_press_beside_the_panel_closes_it(work: Work) -> None:
    work.commands.run("find")
    QTest.mouseClick(work.canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 400))
    assert not work.chooser.isVisible()
    assert work.canvas.hasFocus()


def test_search_leaves_the_comparison_for_the_page(work: Work) -> None:
    work.commands.run("compare")
    assert work.compares
    work.commands.run("find")
    type_in(work, "joss", Qt.Key.Key_Return)
    assert not work.compares
    assert work.canvas.hasFocus()


def test_no_two_commands_answer_to_one_key(work: Work) -> None:
    keys = Counter(key.toString() for action in work.actions() for key in action.shortcuts())
    assert [key for key, count in keys.items() if count > 1] == []


def test_all_commands_that_can_be_used_are_in_one_list_with_their_keys(work: Work) -> None:
    work.commands.run("palette")
    shown = {choice.value: choice for choice in work.chooser.shown() if isinstance(choice.value, str)}
    usable = {key for key, action in work.commands.actions.items() if action.isEnabled()} - {"palette"}
    assert set(shown) == usable
    for key, choice in shown.items():
        assert choice.keys == QKeySequence(ACTIONS[key].shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    type_in(work, "check mode", Qt.Key.Key_Return)
    assert work.check.on


def test_the_list_of_commands_also_goes_to_things_and_adds(work: Work) -> None:
    work.commands.run("palette")
    type_in(work, "joss", Qt.Key.Key_Return)
    assert work.desk.view.selection == {thing(work.desk.document, "HoS2")}
    work.commands.run("palette")
    type_in(work, "add ceo", Qt.Key.Key_Return)
    assert [step.label for step in work.session.history.done] == ["Add CEO"]
    work.commands.undo()


def test_what_is_called_just_so_comes_first_and_punctuation_does_not_matter(work: Work) -> None:
    work.commands.run("palette")
    for query, first in (("Light", "Light"), ("board size: hall", ACTIONS["board_size:hall"].label), ("o’brien", "")):
        work.chooser.field.setText(query)
        assert words(work)[:1] == ([first] if first else [])
    work.chooser.leave()


def test_the_sheet_lists_every_key_once(work: Work) -> None:
    listed = [keys for group in groups() for _, keys in group.rows]
    native = QKeySequence.SequenceFormat.NativeText
    wanted = [QKeySequence(action.shortcut).toString(native) for action in ACTIONS.values() if action.shortcut]
    assert sorted(keys for keys in listed if keys in wanted) == sorted(wanted)
    sheet = ShortcutSheet(work)
    labels = [label.text() for label in sheet.findChildren(QLabel)]
    assert {"On the canvas", "Up to whom they answer, down to who answers to them", "Find", "Ctrl+F"} <= set(labels)
    sheet.deleteLater()


def test_the_sheet_is_seen_as_a_whole_on_a_usual_screen(work: Work) -> None:
    work.window().resize(1920, 1050)
    sheet = ShortcutSheet(work)
    sheet.show()
    area = sheet.findChild(QScrollArea)
    assert area is not None and area.verticalScrollBar().maximum() == 0
    sheet.close()
    sheet.deleteLater()


def test_the_sheet_opens_by_a_question_mark_wherever_nobody_types(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(work.commands, "shortcuts", lambda: opened.append("sheet"))
    work.commands.run("outline")
    for widget in (work.canvas, work.middle.outline.tree, work.strip, work.palette_panel.tiles):
        opened.clear()
        QTest.keyClick(widget, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
        assert opened == ["sheet"], widget
    QTest.keyClick(work.middle.outline.search, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    assert opened == ["sheet"] and work.middle.outline.search.text() == "?"


# Filter and folds


def test_esc_puts_the_filter_away_in_which_nothing_is_chosen(work: Work) -> None:
    work.commands.run("filter")
    assert work.looking.filter_card.isVisible()
    work.canvas.setFocus()
    QTest.keyClick(work.canvas, Qt.Key.Key_Escape)
    assert not work.looking.filter_card.isVisible()


def test_a_filter_dims_says_so_and_esc_shows_everything(work: Work) -> None:
    work.commands.run("filter")
    card = work.looking.filter_card
    assert card.school.hasFocus()
    card.school.setCurrentIndex(card.school.findText("Pellowby Primary"))
    card.school.activated.emit(0)
    local_authority = work.canvas._things[thing(work.desk.document, "LA")]
    assert local_authority.opacity() < 1
    assert work.middle.sign.isVisible()
    assert work.middle.sign.words().startswith("Only Pellowby Primary: ")
    assert work.middle.sign.words().endswith(" dimmed.")
    work.canvas.setFocus()
    QTest.keyClick(work.canvas, Qt.Key.Key_Escape)
    assert not work.middle.sign.isVisible()
    assert local_authority.opacity() == 1
    assert not card.isVisible()


def test_what_is_hidden_is_gone_from_the_canvas_and_found_again_by_search(work: Work) -> None:
    work.commands.run("filter")
    card = work.looking.filter_card
    card.person.setCurrentIndex(card.person.findText("Marta Quill"))
    card.hiding.buttons["hidden"].click()
    assert thing(work.desk.document, "LA") not in work.canvas._things
    assert work.middle.sign.words().endswith(" hidden.")
    work.commands.run("find")
    type_in(work, "local authority", Qt.Key.Key_Return)
    assert thing(work.desk.document, "LA") in work.canvas._things
    assert work.middle.sign.words().endswith(" dimmed.")
    work.commands.run("leave_filter")


def test_types_of_line_that_are_drawn_can_be_chosen(work: Work) -> None:
    work.commands.run("filter")
    card = work.looking.filter_card
    drawn = {line.kind for line in work.desk.model.lines.values()}
    assert {key for key, box in card.kinds.items() if not box.isHidden()} == drawn
    card.kinds["peer_support"].click()
    lines = work.desk.model.lines
    kept = {one for one, line in lines.items() if line.kind == "peer_support"}
    assert kept and work.desk.left_out() & lines.keys() == lines.keys() - kept
    card.closed.emit()
    assert not work.desk.view.sieve


def test_a_school_is_folded_by_a_key_and_found_things_open_it(work: Work) -> None:
    work.desk.select(thing(work.desk.document, "HoS1"))
    QTest.keyClick(work.canvas, Qt.Key.Key_F)
    assert thing(work.desk.document, "HoS1") not in work.canvas._things
    assert work.desk.view.selection == {thing(work.desk.document, "Pellowby Primary")}
    work.commands.run("find")
    type_in(work, "quill", Qt.Key.Key_Return)
    assert thing(work.desk.document, "HoS1") in work.canvas._things
    work.commands.run("fold_schools")
    assert len(work.desk.view.folds) == 2
    work.commands.run("unfold_all")
    assert not work.desk.view.folds


def test_turning_the_page_opens_everything_and_leaves_the_filter(work: Work) -> None:
    work.desk.select(thing(work.desk.document, "HoS1"))
    work.commands.run("fold")
    work.commands.next_model()
    assert not work.desk.view.folds
    assert not work.desk.view.sieve


def test_exports_show_folds_and_filter_only_when_asked(work: Work) -> None:
    model_id = work.desk.model_id
    dialog = ExportDialog(work, "A", several=True, veil=work.desk.veil_of_picture())
    assert dialog.as_seen.isHidden(), "nothing is folded"
    dialog.deleteLater()
    work.desk.select(thing(work.desk.document, "HoS1"))
    work.commands.run("fold")
    dialog = ExportDialog(work, "A", several=True, veil=work.desk.veil_of_picture())
    assert not dialog.as_seen.isHidden()
    assert dialog.options(model_id).veils == {}
    dialog.as_seen.setChecked(True)
    veil = dialog.options(model_id).veils[model_id]
    assert veil != UNVEILED
    assert veil.folds == work.desk.view.folds
    assert not dialog.options(model_id).source, "slides with something folded do not open for editing"
    by_words = {choice.words: button for choice, button in zip(CHOICES, dialog.kinds, strict=True)}
    by_words["PDF slides"].setChecked(True)
    assert dialog.options(model_id).source
    by_words["Web page, with text and tables"].setChecked(True)
    assert dialog.options(model_id).veils == {}
    dialog.deleteLater()


# The map, and what is shown


def test_the_map_goes_where_it_is_tapped(work: Work) -> None:
    assert not work.middle.map_shown, "the page is small"
    work.commands.run("minimap")
    small = work.middle.map
    assert small.isVisible()
    assert work.commands.actions["minimap"].isChecked()
    work.canvas.zoom_to(2.0)
    target = QPointF(60, 40)
    spot = small.spot(target)
    assert spot is not None
    QTest.mouseClick(small, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, target.toPoint())
    assert work.canvas.middle().x == pytest.approx(spot.x(), abs=2)
    frame = small.shown()
    assert frame is not None
    assert frame.contains(target)
    work.commands.run("minimap")
    assert not small.isVisible()


def test_the_map_answers_to_arrows_and_esc(work: Work) -> None:
    work.commands.run("minimap")
    small = work.middle.map
    small.setFocus()
    before = work.canvas.middle()
    QTest.keyClick(small, Qt.Key.Key_Right)
    assert work.canvas.middle().x > before.x
    QTest.keyClick(small, Qt.Key.Key_Escape)
    assert work.canvas.hasFocus()


def test_the_map_stays_in_its_corner(work: Work) -> None:
    work.commands.run("minimap")
    work.commands.run("outline")
    QApplication.processEvents()
    area, small = work.canvas.viewport().rect(), work.middle.map.geometry()
    assert area.bottomRight() - small.bottomRight() == QPoint(16, 16)
    work.commands.run("outline")


def test_the_selection_is_shown_as_large_as_it_fits(work: Work) -> None:
    work.canvas.zoom_to(0.1)
    work.desk.select(thing(work.desk.document, "HoS1"))
    work.commands.run("fit_selection")
    assert work.canvas.zoom == 1.0
    middle = work.canvas.middle()
    rect = work.desk.page().rects[thing(work.desk.document, "HoS1")]
    assert rect.grown(60).holds(middle.x, middle.y)
