"""The window does the main job: real mouse and keys, panels in line with the value."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from chart import chart, thing
from modelbuilder.document import edits
from modelbuilder.document.examples import examples
from modelbuilder.document.files import load, save
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.windows.exporting import ExportDialog
from modelbuilder.windows.from_text import FromText
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
body FGB kind=governing_body of="Pellowby Federation"
HoS1 leads "Pellowby Primary" mode=head
HoS2 leads "Fennimoor Primary" mode=head
HoS1 accountable_to EHT
HoS2 accountable_to EHT
EHT accountable_to FGB
"""


def show(window: Window, text: str) -> None:
    """Put a chart on the canvas."""
    document = place_all(chart(text))
    window.filing.take(document, None)
    window.show_document(document)


def spot(window: Window, handle: str) -> QPoint:
    """Return the middle of a thing in the viewport."""
    rect = window.desk.page().rects[thing(window.desk.document, handle)]
    return window.canvas.mapFromScene(rect.cx, rect.cy)


def tile(window: Window, key: str) -> QPoint:
    """Return the middle of a palette tile."""
    rect = window.palette_panel.tiles.rect_of(key)
    assert rect is not None
    return rect.center().toPoint()


def carry(start: QWidget, begin: QPoint, end: QPoint) -> None:
    """Drag with the left button, both points in the widget where it begins."""
    QTest.mousePress(start, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, begin)
    for step in range(1, 6):
        QTest.mouseMove(start, begin + (end - begin) * step / 5)
    QTest.mouseRelease(start, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def from_tiles(window: Window, at_v: QPoint) -> QPoint:
    """Return a point of the viewport as the tiles see it."""
    return window.palette_panel.tiles.mapFromGlobal(window.canvas.viewport().mapToGlobal(at_v))


def test_a_role_dragged_from_the_palette_stands_on_the_page(window: Window) -> None:
    target = QPoint(500, 300)
    carry(window.palette_panel.tiles, tile(window, "headteacher"), from_tiles(window, target))
    (post,) = window.desk.model.posts.values()
    assert post.role == "headteacher"
    assert window.session.history.done[-1].label == "Add Headteacher"
    assert window.desk.view.selection == {thing(window.desk.document, "HT")}
    assert spot(window, "HT").x() == pytest.approx(target.x(), abs=12)


def test_a_tap_and_a_tap_do_the_same(window: Window) -> None:
    tiles = window.palette_panel.tiles
    QTest.mouseClick(tiles, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, tile(window, "ceo"))
    assert window.hands.armed is not None
    QTest.mouseClick(
        window.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(400, 300)
    )
    assert [post.role for post in window.desk.model.posts.values()] == ["ceo"]
    assert window.hands.armed is None


def test_esc_puts_an_armed_role_away(window: Window) -> None:
    QTest.mouseClick(
        window.palette_panel.tiles, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, tile(window, "ceo")
    )
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert window.hands.armed is None
    assert not window.desk.model.posts


def test_enter_in_the_search_adds_the_first_match_in_the_middle(window: Window) -> None:
    search = window.palette_panel.search
    QTest.keyClicks(search, "business")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert [post.role for post in window.desk.model.posts.values()] == ["school_business_manager"]


def test_the_palette_answers_to_arrows_and_enter(window: Window) -> None:
    tiles = window.palette_panel.tiles
    tiles.setFocus()
    QTest.keyClick(tiles, Qt.Key.Key_Down)
    QTest.keyClick(tiles, Qt.Key.Key_Down)
    QTest.keyClick(tiles, Qt.Key.Key_Return)
    assert [post.role for post in window.desk.model.posts.values()] == ["head_of_school"]


def test_a_line_is_offered_and_drawn_as_one_step(window: Window) -> None:
    show(window, B.replace("HoS2 accountable_to EHT\n", ""))
    QTest.mouseClick(
        window.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot(window, "HoS2")
    )
    rect = window.desk.page().rects[thing(window.desk.document, "HoS2")]
    top = window.canvas.mapFromScene(rect.cx, rect.y)
    carry(window.canvas.viewport(), top, spot(window, "EHT"))
    assert window.offers.isVisible()
    QTest.keyClick(window.offers, Qt.Key.Key_Return)
    kinds = [
        line.kind for line in window.desk.model.lines.values() if line.source == thing(window.desk.document, "HoS2")
    ]
    assert sorted(kinds) == ["accountable_to", "leads"]
    assert window.session.history.done[-1].label == "Connect: accountable to"


def test_esc_takes_none_of_the_offers(window: Window) -> None:
    show(window, B.replace("HoS2 accountable_to EHT\n", ""))
    before = window.desk.document
    carry(window.canvas.viewport(), spot(window, "HoS2"), spot(window, "EHT"))
    assert window.offers.isVisible()
    QTest.keyClick(window.offers, Qt.Key.Key_Escape)
    assert not window.offers.isVisible()
    assert window.desk.document is before


def test_a_fix_is_one_click_and_one_step(window: Window) -> None:
    show(window, B.replace("EHT accountable_to FGB\n", ""))
    codes = {finding.code for finding in window.checking.findings(window.desk.model_id)}
    assert "R06" in codes
    window.commands.run("check")
    button = window.findings.findChild(QPushButton, "fix")
    assert button is not None
    before = window.desk.document
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(window.session.history.done) == 1
    assert "R06" not in {code for code, _ in _found(window)}
    window.commands.undo()
    assert window.desk.document == before


def test_a_finding_shows_its_thing_and_badges_it(window: Window) -> None:
    show(window, B.replace("EHT accountable_to FGB\n", ""))
    executive = thing(window.desk.document, "EHT")
    assert window.checking.badges(window.desk.model_id)[executive].severity == "error"
    window.check.show_finding(window.checking.findings(window.desk.model_id)[0])
    assert window.desk.view.selection == {executive}


def test_nothing_new_shows_on_a_thing_that_is_being_named(window: Window) -> None:
    show(window, B)
    head = thing(window.desk.document, "HoS1")
    window.renaming.begin(head)
    line = next(
        one for one, row in window.desk.model.lines.items() if row.source == head and row.kind == "accountable_to"
    )
    window.session.do("Delete", window.desk.model_id, lambda document: _without(document, window, line))
    assert ("R06", head) not in _found(window)
    QTest.keyClick(window.naming, Qt.Key.Key_Escape)
    assert ("R06", head) in _found(window)


def _found(window: Window) -> set[tuple[str, ThingId]]:
    findings = window.checking.findings(window.desk.model_id)
    return {(finding.code, subject) for finding in findings for subject in finding.subjects}


def _without(document: Document, window: Window, line_id: ThingId) -> Document:
    return edits.remove(document, window.desk.model_id, [line_id])


def test_who_answers_lights_the_chain_and_says_it(window: Window) -> None:
    show(window, B)
    window.looking.asking.light_up(thing(window.desk.document, "Fennimoor Primary"))
    assert window.looking.asking.card.sentence() == (
        "Fennimoor Primary: led day to day by Joss Ferrant, Head of School, who answers to Dai Okonedo-Reyes, "
        "Executive Headteacher, who answers to the governing body of Pellowby Federation."
    )
    lit = window.desk.view.lit
    assert {thing(window.desk.document, handle) for handle in ("HoS2", "EHT", "FGB")} <= lit
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert not window.desk.view.lit
    assert not window.looking.asking.card.isVisible()


def test_double_click_names_the_holder(window: Window) -> None:
    show(window, B)
    QTest.mouseDClick(
        window.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot(window, "HoS1")
    )
    window.naming.setText("Ann Other")
    QTest.keyClick(window.naming, Qt.Key.Key_Return)
    post = window.desk.model.posts[thing(window.desk.document, "HoS1")]
    assert post.person is not None
    assert window.desk.document.people[post.person].name == "Ann Other"


def test_esc_while_naming_changes_nothing(window: Window) -> None:
    show(window, B)
    before = window.desk.document
    window.renaming.begin(thing(window.desk.document, "HoS1"))
    window.naming.setText("Ann Other")
    QTest.keyClick(window.naming, Qt.Key.Key_Escape)
    assert window.desk.document is before
    assert not window.session.held()


def test_the_inspector_shows_what_is_typed_and_esc_takes_it_back(window: Window) -> None:
    show(window, B)
    before = window.desk.document
    window.desk.select(thing(before, "HoS1"))
    field = next(
        child for child in window.inspector.findChildren(QWidget) if child.accessibleName() == "Words on the card"
    )
    QTest.keyClicks(field, "Site lead")
    trial = window.session.trial.models[window.desk.model_id]
    assert trial.posts[thing(before, "HoS1")].label == "Site lead"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert window.desk.document is before
    assert window.session.trial is before


def test_undo_goes_to_the_page_that_it_changes(window: Window) -> None:
    show(window, B)
    first = window.desk.model_id
    window.commands.add_model()
    second = window.desk.model_id
    assert second != first
    window.desk.turn_to(first)
    window.session.do("Add", second, lambda document: _noted(document, second))
    window.commands.undo()
    assert window.desk.model_id == second


def _noted(document: Document, model_id: ModelId) -> Document:
    return edits.put_model(document, model_id, notes="changed")


def test_models_can_be_duplicated_reordered_renamed_and_deleted(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(window, B)
    first = window.desk.model_id
    window.commands.duplicate_model()
    copy = window.desk.model_id
    assert window.desk.document.models[copy].posts == window.desk.document.models[first].posts
    assert window.desk.document.models[copy].label == "B"
    window.commands.model_left()
    assert list(window.desk.document.order) == [copy, first]
    window.commands.delete_model()
    assert list(window.desk.document.order) == [first]
    for _ in range(3):
        window.commands.undo()
    assert list(window.desk.document.order) == [first]
    assert not window.session.history.done


def test_pasting_into_another_model_keeps_the_person_and_makes_a_new_post(window: Window) -> None:
    show(window, B)
    head = thing(window.desk.document, "HoS1")
    person = window.desk.model.posts[head].person
    window.desk.select(head)
    window.commands.copy()
    window.commands.add_model()
    window.commands.paste()
    ((new, post),) = window.desk.model.posts.items()
    assert new != head
    assert post.person == person


def test_tidy_glides_and_is_one_step(window: Window, qtbot: QtBot) -> None:
    show(window, B)
    window.desk.select(thing(window.desk.document, "EHT"))
    for _ in range(3):
        QTest.keyClick(window.canvas, Qt.Key.Key_Right)
    steps = len(window.session.history.done)
    window.commands.tidy()
    assert len(window.session.history.done) == steps + 1
    qtbot.wait(400)
    page = window.desk.page()
    for one, item in window.canvas._things.items():
        assert (item.pos().x(), item.pos().y()) == pytest.approx((page.rects[one].x, page.rects[one].y))


def test_tab_goes_round_and_enter_names(window: Window) -> None:
    show(window, B)
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Tab)
    assert len(window.desk.view.selection) == 1
    QTest.keyClick(window.canvas, Qt.Key.Key_Return)
    assert window.naming.isVisible()
    QTest.keyClick(window.naming, Qt.Key.Key_Escape)


def test_saving_is_asked_for_once_and_the_work_is_there(window: Window, tmp_path: Path) -> None:
    show(window, B)
    window.filing.path = tmp_path / "b.leadership"
    window.commands.delete_model()
    assert window.session.history.dirty
    window.commands.save()
    assert not window.session.history.dirty
    assert load(tmp_path / "b.leadership") == window.desk.document
    assert window.filing.recent() == [tmp_path / "b.leadership"]


def test_unsaved_work_is_asked_about_before_the_window_closes(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    show(window, B)
    window.commands.add_model()
    asked: list[str] = []

    def refuse() -> bool:
        asked.append("asked")
        return False

    monkeypatch.setattr(window.filing, "may_leave", refuse)
    assert not window.close()
    assert asked == ["asked"]
    assert window.isVisible()


def test_a_bad_file_is_one_sentence_and_the_work_stays(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(window, B)
    said: list[str] = []
    monkeypatch.setattr(window.filing, "complain", lambda title, sentence: said.append(sentence))
    bad = tmp_path / "bad.leadership"
    bad.write_text("{", encoding="utf-8")
    before = window.desk.document
    window.commands.open_path(str(bad))
    assert len(said) == 1
    assert said[0].startswith("bad.leadership, line 1")
    assert window.desk.document is before


def test_the_start_page_shows_the_examples_and_opens_one(window: Window, qtbot: QtBot) -> None:
    window.show_start()
    qtbot.waitUntil(lambda: window.start._gallery.count() == 3, timeout=5000)
    window.start.example_chosen.emit(str(examples()[0]), "C")
    assert window.desk.model.label == "C"
    assert window.filing.path is None
    assert not window.session.history.dirty


def test_recent_files_are_listed(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "b.leadership"
    save(place_all(chart(B)), path)
    window.commands.open_path(str(path))
    window.show_start()
    names = [button.text() for button in window.start.findChildren(QPushButton)]
    assert any(name.startswith("b ") for name in names)


def test_new_from_text_says_where_it_is_wrong(window: Window) -> None:
    dialog = FromText(window)
    dialog.editor.setPlainText("post HT role=hedteacher")
    dialog._draw()
    assert dialog.fault.text().startswith("Line 1, column 9")
    dialog.editor.setPlainText("post HT role=headteacher")
    dialog._draw()
    assert dialog.document is not None
    dialog.deleteLater()


def test_the_export_offers_every_model_only_when_there_are_several(window: Window) -> None:
    for several in (True, False):
        dialog = ExportDialog(window, "A", several)
        assert dialog.choice().suffix == ".pptx"
        assert dialog.every.isChecked() is several
        dialog.deleteLater()


def test_two_fingers_take_two_roles_from_the_palette_at_once(window: Window) -> None:
    tiles = window.palette_panel.tiles
    for name, key, to in (("a", "headteacher", QPoint(300, 200)), ("b", "ceo", QPoint(700, 400))):
        tiles.pressed(("finger", name), QPointF(tile(window, key)))
        tiles.dragged(("finger", name), QPointF(tile(window, key)) + QPointF(60, 0))
        tiles.dragged(("finger", name), QPointF(from_tiles(window, to)))
    assert len(window.session.trial.models[window.desk.model_id].posts) == 2
    assert not window.desk.model.posts
    tiles.released(("finger", "a"), QPointF(from_tiles(window, QPoint(300, 200))))
    tiles.released(("finger", "b"), QPointF(from_tiles(window, QPoint(700, 400))))
    assert sorted(post.role for post in window.desk.model.posts.values()) == ["ceo", "headteacher"]
    assert len(window.session.history.done) == 2


def test_connect_on_the_pill_takes_the_next_tap_as_the_other_end(window: Window) -> None:
    show(window, B.replace("HoS2 accountable_to EHT\n", ""))
    window.desk.select(thing(window.desk.document, "HoS2"))
    window.hands.button("connect")
    QTest.mouseClick(
        window.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot(window, "EHT")
    )
    assert window.offers.isVisible()
    QTest.keyClick(window.offers, Qt.Key.Key_Escape)
    window.hands.button("connect")
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert window.hands.joining is None


def test_a_thing_is_put_into_a_box_from_the_inspector(window: Window) -> None:
    show(window, B)
    head, school = (thing(window.desk.document, handle) for handle in ("HoS1", "Fennimoor Primary"))
    window.desk.select(head)
    boxes = [child for child in window.inspector.findChildren(QComboBox) if child.accessibleName() == "Stands in"]
    box = boxes[-1]
    box.setCurrentIndex(box.findData(str(school)))
    box.activated.emit(box.currentIndex())
    assert window.desk.model.posts[head].at == school
    page = window.desk.page()
    assert page.rects[school].covers(page.rects[head])
    assert not page.rects[head].meets(page.rects[thing(window.desk.document, "HoS2")])
    assert len(window.session.history.done) == 1


def test_a_command_keeps_what_is_being_typed(window: Window, tmp_path: Path) -> None:
    show(window, B)
    window.filing.path = tmp_path / "b.leadership"
    window.desk.select(thing(window.desk.document, "HoS1"))
    fields = [child for child in window.inspector.findChildren(QLineEdit) if child.accessibleName() == "Person"]
    fields[-1].selectAll()
    QTest.keyClicks(fields[-1], "Marta Quill the Elder")
    window.commands.run("save")
    saved = load(tmp_path / "b.leadership")
    assert any(person.name == "Marta Quill the Elder" for person in saved.people.values())


def test_a_name_chosen_from_the_list_is_the_one_that_is_kept(window: Window, qtbot: QtBot) -> None:
    show(window, B)
    window.desk.select(thing(window.desk.document, "HoS1"))
    fields = [child for child in window.inspector.findChildren(QLineEdit) if child.accessibleName() == "Person"]
    field = fields[-1]
    field.selectAll()
    QTest.keyClicks(field, "Jo")
    completer = field.completer()
    assert completer is not None
    field.editingFinished.emit()
    completer.activated.emit("Joss Ferrant")
    qtbot.wait(20)
    post = window.desk.model.posts[thing(window.desk.document, "HoS1")]
    assert post.person == window.desk.model.posts[thing(window.desk.document, "HoS2")].person
    assert not any(person.name == "Jo" for person in window.desk.document.people.values())
    assert len(window.session.history.done) == 1


def test_closing_counts_what_is_being_typed_as_unsaved(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    show(window, B)
    window.desk.select(thing(window.desk.document, "HoS1"))
    fields = [child for child in window.inspector.findChildren(QWidget) if child.accessibleName() == "Person"]
    QTest.keyClicks(fields[-1], "x")
    dirty: list[bool] = []

    def ask() -> bool:
        dirty.append(window.session.history.dirty)
        return False

    monkeypatch.setattr(window.filing, "may_leave", ask)
    window.close()
    assert dirty == [True]
