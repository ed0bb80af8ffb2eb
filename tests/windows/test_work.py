"""The work page does the main job: real mouse and keys, panels in line with the value."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from chart import chart, thing
from modelbuilder.document import edits
from modelbuilder.document.examples import examples
from modelbuilder.document.files import load
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.windows.exporting import ExportDialog
from modelbuilder.windows.from_text import FromText
from modelbuilder.windows.recent import recent_files
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
body FGB kind=governing_body of="Pellowby Federation"
HoS1 leads "Pellowby Primary" mode=head
HoS2 leads "Fennimoor Primary" mode=head
HoS1 accountable_to EHT
HoS2 accountable_to EHT
EHT accountable_to FGB
"""


def show(work: Work, text: str) -> None:
    """Put a chart on the canvas."""
    document = place_all(chart(text))
    work.filing.take(document, None)
    work.show_document(document)


def spot(work: Work, handle: str) -> QPoint:
    """Return the middle of a thing in the viewport."""
    rect = work.desk.page().rects[thing(work.desk.document, handle)]
    return work.canvas.mapFromScene(rect.cx, rect.cy)


def tile(work: Work, key: str) -> QPoint:
    """Return the middle of a palette tile."""
    rect = work.palette_panel.tiles.rect_of(key)
    assert rect is not None
    return rect.center().toPoint()


def carry(start: QWidget, begin: QPoint, end: QPoint) -> None:
    """Drag with the left button, both points in the widget where it begins."""
    QTest.mousePress(start, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, begin)
    for step in range(1, 6):
        QTest.mouseMove(start, begin + (end - begin) * step / 5)
    QTest.mouseRelease(start, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def from_tiles(work: Work, at_v: QPoint) -> QPoint:
    """Return a point of the viewport as the tiles see it."""
    return work.palette_panel.tiles.mapFromGlobal(work.canvas.viewport().mapToGlobal(at_v))


def test_a_role_dragged_from_the_palette_stands_on_the_page(work: Work) -> None:
    target = QPoint(500, 300)
    carry(work.palette_panel.tiles, tile(work, "headteacher"), from_tiles(work, target))
    (post,) = work.desk.model.posts.values()
    assert post.role == "headteacher"
    assert work.session.history.done[-1].label == "Add Headteacher"
    assert work.desk.view.selection == {thing(work.desk.document, "HT")}
    assert spot(work, "HT").x() == pytest.approx(target.x(), abs=12)


def test_a_tap_and_a_tap_do_the_same(work: Work) -> None:
    tiles = work.palette_panel.tiles
    QTest.mouseClick(tiles, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, tile(work, "ceo"))
    assert work.hands.armed is not None
    QTest.mouseClick(
        work.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(400, 300)
    )
    assert [post.role for post in work.desk.model.posts.values()] == ["ceo"]
    assert work.hands.armed is None


def test_esc_puts_an_armed_role_away(work: Work) -> None:
    QTest.mouseClick(
        work.palette_panel.tiles, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, tile(work, "ceo")
    )
    QTest.keyClick(work.canvas, Qt.Key.Key_Escape)
    assert work.hands.armed is None
    assert not work.desk.model.posts


def test_enter_in_the_search_adds_the_first_match_in_the_middle(work: Work) -> None:
    search = work.palette_panel.search
    QTest.keyClicks(search, "business")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert [post.role for post in work.desk.model.posts.values()] == ["school_business_manager"]


def test_the_palette_answers_to_arrows_and_enter(work: Work) -> None:
    tiles = work.palette_panel.tiles
    tiles.setFocus()
    QTest.keyClick(tiles, Qt.Key.Key_Down)
    QTest.keyClick(tiles, Qt.Key.Key_Down)
    QTest.keyClick(tiles, Qt.Key.Key_Return)
    assert [post.role for post in work.desk.model.posts.values()] == ["head_of_school"]


def test_a_line_is_offered_and_drawn_as_one_step(work: Work) -> None:
    show(work, B.replace("HoS2 accountable_to EHT\n", ""))
    QTest.mouseClick(
        work.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot(work, "HoS2")
    )
    rect = work.desk.page().rects[thing(work.desk.document, "HoS2")]
    top = work.canvas.mapFromScene(rect.cx, rect.y)
    carry(work.canvas.viewport(), top, spot(work, "EHT"))
    assert work.picking.offers.isVisible()
    QTest.keyClick(work.picking.offers, Qt.Key.Key_Return)
    kinds = [line.kind for line in work.desk.model.lines.values() if line.source == thing(work.desk.document, "HoS2")]
    assert sorted(kinds) == ["accountable_to", "leads"]
    assert work.session.history.done[-1].label == "Connect: accountable to"


def test_esc_takes_none_of_the_offers(work: Work) -> None:
    show(work, B.replace("HoS2 accountable_to EHT\n", ""))
    before = work.desk.document
    carry(work.canvas.viewport(), spot(work, "HoS2"), spot(work, "EHT"))
    assert work.picking.offers.isVisible()
    QTest.keyClick(work.picking.offers, Qt.Key.Key_Escape)
    assert not work.picking.offers.isVisible()
    assert work.desk.document is before


def test_a_fix_is_one_click_and_one_step(work: Work) -> None:
    show(work, B.replace("EHT accountable_to FGB\n", ""))
    codes = {finding.code for finding in work.checking.findings(work.desk.model_id)}
    assert "R06" in codes
    work.commands.run("check")
    button = work.findings.findChild(QPushButton, "fix")
    assert button is not None
    before = work.desk.document
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(work.session.history.done) == 1
    assert "R06" not in {code for code, _ in _found(work)}
    work.commands.undo()
    assert work.desk.document == before


def test_a_finding_shows_its_thing_and_badges_it(work: Work) -> None:
    show(work, B.replace("EHT accountable_to FGB\n", ""))
    executive = thing(work.desk.document, "EHT")
    assert work.checking.badges(work.desk.model_id)[executive].severity == "error"
    work.check.show_finding(work.checking.findings(work.desk.model_id)[0])
    assert work.desk.view.selection == {executive}


def test_nothing_new_shows_on_a_thing_that_is_being_named(work: Work) -> None:
    show(work, B)
    head = thing(work.desk.document, "HoS1")
    work.renaming.begin(head)
    line = next(
        one for one, row in work.desk.model.lines.items() if row.source == head and row.kind == "accountable_to"
    )
    work.session.do("Delete", work.desk.model_id, lambda document: _without(document, work, line))
    assert ("R06", head) not in _found(work)
    QTest.keyClick(work.naming, Qt.Key.Key_Escape)
    assert ("R06", head) in _found(work)


def _found(work: Work) -> set[tuple[str, ThingId]]:
    findings = work.checking.findings(work.desk.model_id)
    return {(finding.code, subject) for finding in findings for subject in finding.subjects}


def _without(document: Document, work: Work, line_id: ThingId) -> Document:
    return edits.remove(document, work.desk.model_id, [line_id])


def test_who_answers_lights_the_chain_and_says_it(work: Work) -> None:
    show(work, B)
    work.looking.asking.light_up(thing(work.desk.document, "Fennimoor Primary"))
    assert work.looking.asking.card.sentence() == (
        "Fennimoor Primary: led day to day by Joss Ferrant, Head of School, who answers to Dai Okonedo-Reyes, "
        "Executive Headteacher, who answers to the governing body of Pellowby Federation."
    )
    lit = work.desk.view.lit
    assert {thing(work.desk.document, handle) for handle in ("HoS2", "EHT", "FGB")} <= lit
    QTest.keyClick(work.canvas, Qt.Key.Key_Escape)
    assert not work.desk.view.lit
    assert not work.looking.asking.card.isVisible()


def test_double_click_names_the_holder(work: Work) -> None:
    show(work, B)
    QTest.mouseDClick(
        work.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot(work, "HoS1")
    )
    work.naming.setText("Ann Other")
    QTest.keyClick(work.naming, Qt.Key.Key_Return)
    post = work.desk.model.posts[thing(work.desk.document, "HoS1")]
    assert post.person is not None
    assert work.desk.document.people[post.person].name == "Ann Other"


def test_esc_while_naming_changes_nothing(work: Work) -> None:
    show(work, B)
    before = work.desk.document
    work.renaming.begin(thing(work.desk.document, "HoS1"))
    work.naming.setText("Ann Other")
    QTest.keyClick(work.naming, Qt.Key.Key_Escape)
    assert work.desk.document is before
    assert not work.session.held()


def test_the_inspector_shows_what_is_typed_and_esc_takes_it_back(work: Work) -> None:
    show(work, B)
    before = work.desk.document
    work.desk.select(thing(before, "HoS1"))
    field = next(
        child for child in work.inspector.findChildren(QWidget) if child.accessibleName() == "Words on the card"
    )
    QTest.keyClicks(field, "Site lead")
    trial = work.session.trial.models[work.desk.model_id]
    assert trial.posts[thing(before, "HoS1")].label == "Site lead"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert work.desk.document is before
    assert work.session.trial is before


def test_undo_goes_to_the_page_that_it_changes(work: Work) -> None:
    show(work, B)
    first = work.desk.model_id
    work.commands.add_model()
    second = work.desk.model_id
    assert second != first
    work.desk.turn_to(first)
    work.session.do("Add", second, lambda document: _noted(document, second))
    work.commands.undo()
    assert work.desk.model_id == second


def _noted(document: Document, model_id: ModelId) -> Document:
    return edits.put_model(document, model_id, notes="changed")


def test_models_can_be_duplicated_reordered_renamed_and_deleted(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    show(work, B)
    first = work.desk.model_id
    work.commands.duplicate_model()
    copy = work.desk.model_id
    assert work.desk.document.models[copy].posts == work.desk.document.models[first].posts
    assert work.desk.document.models[copy].label == "B"
    work.commands.model_left()
    assert list(work.desk.document.order) == [copy, first]
    work.commands.delete_model()
    assert list(work.desk.document.order) == [first]
    for _ in range(3):
        work.commands.undo()
    assert list(work.desk.document.order) == [first]
    assert not work.session.history.done


def test_pasting_into_another_model_keeps_the_person_and_makes_a_new_post(work: Work) -> None:
    show(work, B)
    head = thing(work.desk.document, "HoS1")
    person = work.desk.model.posts[head].person
    work.desk.select(head)
    work.commands.copy()
    work.commands.add_model()
    work.commands.paste()
    ((new, post),) = work.desk.model.posts.items()
    assert new != head
    assert post.person == person


def test_tidy_glides_and_is_one_step(work: Work, qtbot: QtBot) -> None:
    show(work, B)
    work.desk.select(thing(work.desk.document, "EHT"))
    for _ in range(3):
        QTest.keyClick(work.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    steps = len(work.session.history.done)
    work.commands.tidy()
    assert len(work.session.history.done) == steps + 1
    qtbot.wait(400)
    page = work.desk.page()
    for one, item in work.canvas._things.items():
        assert (item.pos().x(), item.pos().y()) == pytest.approx((page.rects[one].x, page.rects[one].y))


def test_tab_goes_round_and_enter_names(work: Work) -> None:
    show(work, B)
    work.canvas.setFocus()
    QTest.keyClick(work.canvas, Qt.Key.Key_Tab)
    assert len(work.desk.view.selection) == 1
    QTest.keyClick(work.canvas, Qt.Key.Key_Return)
    assert work.naming.isVisible()
    QTest.keyClick(work.naming, Qt.Key.Key_Escape)


def test_saving_is_asked_for_once_and_the_work_is_there(work: Work, tmp_path: Path) -> None:
    show(work, B)
    work.filing.path = tmp_path / "b.leadership"
    work.commands.delete_model()
    assert work.session.history.dirty
    work.commands.save()
    assert not work.session.history.dirty
    assert load(tmp_path / "b.leadership") == work.desk.document
    assert recent_files(work.filing.settings) == [tmp_path / "b.leadership"]


def test_a_bad_file_is_one_sentence_and_the_work_stays(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(work, B)
    said: list[str] = []
    monkeypatch.setattr(work.filing, "complain", lambda title, sentence: said.append(sentence))
    bad = tmp_path / "bad.leadership"
    bad.write_text("{", encoding="utf-8")
    before = work.desk.document
    work.commands.open_path(str(bad))
    assert len(said) == 1
    assert said[0].startswith("bad.leadership, line 1")
    assert work.desk.document is before


def test_new_from_text_says_where_it_is_wrong(work: Work) -> None:
    dialog = FromText(work)
    dialog.editor.setPlainText("post HT role=hedteacher")
    dialog._draw()
    assert dialog.fault.text().startswith("Line 1, column 9")
    dialog.editor.setPlainText("post HT role=headteacher")
    dialog._draw()
    assert dialog.document is not None
    dialog.deleteLater()


def test_the_export_offers_every_model_only_when_there_are_several(work: Work) -> None:
    for several in (True, False):
        dialog = ExportDialog(work, "A", several)
        assert dialog.choice().suffix == ".pptx"
        assert dialog.every.isChecked() is several
        dialog.deleteLater()


def test_two_fingers_take_two_roles_from_the_palette_at_once(work: Work) -> None:
    tiles = work.palette_panel.tiles
    for name, key, to in (("a", "headteacher", QPoint(300, 200)), ("b", "ceo", QPoint(700, 400))):
        tiles.pressed(("finger", name), QPointF(tile(work, key)))
        tiles.dragged(("finger", name), QPointF(tile(work, key)) + QPointF(60, 0))
        tiles.dragged(("finger", name), QPointF(from_tiles(work, to)))
    assert len(work.session.trial.models[work.desk.model_id].posts) == 2
    assert not work.desk.model.posts
    tiles.released(("finger", "a"), QPointF(from_tiles(work, QPoint(300, 200))))
    tiles.released(("finger", "b"), QPointF(from_tiles(work, QPoint(700, 400))))
    assert sorted(post.role for post in work.desk.model.posts.values()) == ["ceo", "headteacher"]
    assert len(work.session.history.done) == 2


def test_connect_on_the_pill_takes_the_next_tap_as_the_other_end(work: Work) -> None:
    show(work, B.replace("HoS2 accountable_to EHT\n", ""))
    work.desk.select(thing(work.desk.document, "HoS2"))
    work.hands.button("connect")
    QTest.mouseClick(
        work.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot(work, "EHT")
    )
    assert work.picking.offers.isVisible()
    QTest.keyClick(work.picking.offers, Qt.Key.Key_Escape)
    work.hands.button("connect")
    QTest.keyClick(work.canvas, Qt.Key.Key_Escape)
    assert work.hands.joining is None


def test_a_thing_is_put_into_a_box_from_the_inspector(work: Work) -> None:
    show(work, B)
    head, school = (thing(work.desk.document, handle) for handle in ("HoS1", "Fennimoor Primary"))
    work.desk.select(head)
    boxes = [child for child in work.inspector.findChildren(QComboBox) if child.accessibleName() == "Stands in"]
    box = boxes[-1]
    box.setCurrentIndex(box.findData(str(school)))
    box.activated.emit(box.currentIndex())
    assert work.desk.model.posts[head].at == school
    page = work.desk.page()
    assert page.rects[school].covers(page.rects[head])
    assert not page.rects[head].meets(page.rects[thing(work.desk.document, "HoS2")])
    assert len(work.session.history.done) == 1


def test_a_command_keeps_what_is_being_typed(work: Work, tmp_path: Path) -> None:
    show(work, B)
    work.filing.path = tmp_path / "b.leadership"
    work.desk.select(thing(work.desk.document, "HoS1"))
    fields = [child for child in work.inspector.findChildren(QLineEdit) if child.accessibleName() == "Person"]
    fields[-1].selectAll()
    QTest.keyClicks(fields[-1], "Marta Quill the Elder")
    work.commands.run("save")
    saved = load(tmp_path / "b.leadership")
    assert any(person.name == "Marta Quill the Elder" for person in saved.people.values())


def test_a_name_chosen_from_the_list_is_the_one_that_is_kept(work: Work, qtbot: QtBot) -> None:
    show(work, B)
    work.desk.select(thing(work.desk.document, "HoS1"))
    fields = [child for child in work.inspector.findChildren(QLineEdit) if child.accessibleName() == "Person"]
    field = fields[-1]
    field.selectAll()
    QTest.keyClicks(field, "Jo")
    completer = field.completer()
    assert completer is not None
    field.editingFinished.emit()
    completer.activated.emit("Joss Ferrant")
    qtbot.wait(20)
    post = work.desk.model.posts[thing(work.desk.document, "HoS1")]
    assert post.person == work.desk.model.posts[thing(work.desk.document, "HoS2")].person
    assert not any(person.name == "Jo" for person in work.desk.document.people.values())
    assert len(work.session.history.done) == 1


def test_leaving_counts_what_is_being_typed_as_unsaved(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    show(work, B)
    work.desk.select(thing(work.desk.document, "HoS1"))
    fields = [child for child in work.inspector.findChildren(QWidget) if child.accessibleName() == "Person"]
    QTest.keyClicks(fields[-1], "x")
    dirty: list[bool] = []

    def ask() -> bool:
        dirty.append(work.session.history.dirty)
        return False

    monkeypatch.setattr(work.filing, "may_leave", ask)
    assert not work.may_leave()
    assert dirty == [True]


def test_a_page_that_was_fitted_is_so_again_in_a_window_of_another_size(work: Work) -> None:
    show(work, B)
    for size in ((1024, 768), (1700, 900)):
        work.window().resize(*size)
        QApplication.processEvents()
        before = work.canvas.zoom
        assert work.canvas.shows_all()
        work.canvas.fit()
        assert work.canvas.zoom == before


def test_what_was_in_the_middle_stays_there_in_a_window_of_another_size(work: Work) -> None:
    show(work, B)
    work.canvas.zoom_to(2.0)
    before = work.canvas.middle()
    work.window().resize(1100, 700)
    QApplication.processEvents()
    assert work.canvas.zoom == 2.0
    assert work.canvas.middle() == pytest.approx(before, abs=2)


def test_in_a_narrow_window_the_fields_make_room_until_they_are_asked_for(work: Work) -> None:
    show(work, B)
    assert work.side.isVisible()
    work.window().resize(1024, 768)
    QApplication.processEvents()
    assert not work.side.isVisible() and work.canvas.width() > 700
    work.commands.run("fields")
    QApplication.processEvents()
    assert work.side.isVisible() and work.side.fields_have_keyboard()
    work.commands.run("fields")
    assert not work.side.isVisible() and work.canvas.hasFocus()
    work.window().resize(1500, 900)
    QApplication.processEvents()
    assert work.side.isVisible()


def test_what_is_done_is_taken_back_in_a_narrow_bar_too(work: Work) -> None:
    work.window().resize(1024, 768)
    QApplication.processEvents()
    shown = {one.text() for one in work.bar.findChildren(QPushButton) if one.isVisible()}
    assert {"Undo", "Redo", "Tidy"} <= shown


def test_pens_and_zooms_stand_in_more_rows_where_the_page_is_narrow(work: Work) -> None:
    work.commands.run("mode:draw")
    for width in (1600, 300):
        work.canvas.setFixedWidth(width)
        QApplication.processEvents()
        for part in (work.nibs, work.zooms):
            assert work.canvas.rect().contains(part.geometry())
        for choice in (one for group in work.nibs.choices() for one in group):
            rect = work.nibs.rect_of(choice.command)
            assert rect is not None and work.nibs.rect().toRectF().contains(rect)
        for button in work.zooms.findChildren(QPushButton):
            assert button.isHidden() or work.zooms.rect().contains(button.geometry())


def test_where_there_is_nothing_to_find_it_is_said(work: Work) -> None:
    work.commands.run_if_can("find")
    assert work.status.currentMessage().startswith("There is nothing to find yet")
    assert "chooser" not in work.__dict__ or not work.chooser.isVisible()


def test_nothing_is_left_of_what_became_smaller_as_something_selected_went(work: Work) -> None:
    work.commands.open_example(str(examples()[0]), "B")
    work.desk.select(next(one for one, post in work.desk.model.posts.items() if post.role == "executive_headteacher"))
    QTest.qWait(400)
    work.commands.run("delete")
    QTest.qWait(100)
    window, view = work.window(), work.canvas.viewport()
    area = QRect(view.mapTo(window, QPoint()), view.size())
    seen = window.screen().grabWindow(window.winId()).toImage().copy(area)
    assert seen == window.grab().toImage().copy(area).convertToFormat(seen.format())
