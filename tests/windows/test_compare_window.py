"""Models beside each other: linked, lit together, with what differs in words; also those of another file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from chart import chart, thing
from modelbuilder.document import pages
from modelbuilder.document.files import save
from modelbuilder.document.ids import ModelId
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.windows.compare_table import Sentence
from modelbuilder.windows.compare_tabs import TABS
from modelbuilder.windows.comparing import Comparing, first_compared
from modelbuilder.windows.fit_dialog import FitDialog
from modelbuilder.windows.matches import MatchesDialog
from modelbuilder.windows.private_card import load_card
from modelbuilder.windows.work import Work

MODELS = """
school "Pellowby Primary" category=maintained
school "Fennimoor Primary" category=maintained
model A "Two heads"
school "Pellowby Primary"
school "Fennimoor Primary"
post HT1 role=headteacher at="Pellowby Primary" held_by="Dai Okonedo-Reyes"
post HT2 role=headteacher at="Fennimoor Primary" held_by="Ruth Calder"
model B "One executive headteacher"
school "Pellowby Primary"
school "Fennimoor Primary"
post EHT role=executive_headteacher held_by="Dai Okonedo-Reyes"
post HT2 role=headteacher at="Fennimoor Primary" held_by="Ruth Calder"
HT2 accountable_to EHT
model C "Something else"
post CEO role=ceo held_by="Priya Anselm-Vaughn"
model D "Empty"
"""


@pytest.fixture
def comparing(work: Work, qtbot: QtBot) -> Comparing:
    """Return models A, B and C beside each other."""
    document = place_all(chart(MODELS))
    work.filing.take(document, None)
    work.show_document(document)
    work.commands.run("compare")
    qtbot.waitUntil(lambda: work.comparing.row.panes[0].zoom == work.comparing.row.panes[0].base)
    return work.comparing


def read(comparing: Comparing, key: str) -> list[str]:
    """Read the models in one of the ways."""
    comparing.choose(next(tab for tab in TABS if tab.key == key))
    return said(comparing)


def labels(comparing: Comparing) -> list[str]:
    return [pane.desk.model.label for pane in comparing.row.panes]


def said(comparing: Comparing) -> list[str]:
    return [sentence.text() for sentence in comparing.table.sentences()]


def middle(comparing: Comparing, at: int, handle: str) -> QPoint:
    pane = comparing.row.panes[at]
    rect = pane.drawn.rects[thing(pane.desk.document, handle)]
    return pane.mapFromScene(rect.cx, rect.cy)


def lit(comparing: Comparing) -> list[set[str]]:
    return [
        {one for one in ("HT1", "HT2", "EHT", "CEO") if thing(pane.desk.document, one) in pane.desk.view.lit}
        for pane in comparing.row.panes
    ]


def test_three_models_stand_beside_each_other(comparing: Comparing, work: Work) -> None:
    assert work.compares
    assert work.commands.actions["compare"].isChecked()
    assert labels(comparing) == ["A", "B", "C"]
    left = [pane.mapTo(comparing, QPoint(0, 0)).x() for pane in comparing.row.panes]
    assert left == sorted(left)
    assert len({pane.width() for pane in comparing.row.panes}) <= 2, "they are equally wide, but for a pixel"


def test_what_they_share_is_lined_up(comparing: Comparing) -> None:
    first, second = (middle(comparing, at, "Pellowby Primary") for at in (0, 1))
    assert abs(first.x() - second.x()) <= 2
    a, b = (comparing.row.panes[at].base for at in (0, 1))
    assert a == b


def test_what_differs_is_said_and_marked(comparing: Comparing) -> None:
    words = read(comparing, "differences")
    assert "~ Dai Okonedo-Reyes is Executive Headteacher instead of Headteacher." in words
    assert "+ Ruth Calder now answers to Dai Okonedo-Reyes." in words
    assert "− Pellowby Primary is left out." in words
    second = comparing.row.panes[1]
    tags = second._emphasis.tags[thing(second.desk.document, "EHT")]
    assert [tag.words for tag in tags] == ["» moved"]
    assert not comparing.row.panes[2]._emphasis.tags, "what has nothing in common is not marked all over"


def test_a_person_who_is_pointed_at_is_lit_in_every_model(comparing: Comparing) -> None:
    QTest.mouseClick(
        comparing.row.panes[0].viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        middle(comparing, 0, "HT1"),
    )
    assert lit(comparing) == [{"HT1"}, {"EHT"}, set()]
    QTest.keyClick(comparing, Qt.Key.Key_Escape)
    assert lit(comparing) == [set(), set(), set()]
    comparing.row.panes[1].pointed.emit(thing(comparing.row.panes[1].desk.document, "EHT"))
    assert lit(comparing) == [{"HT1"}, {"EHT"}, set()]
    comparing.row.panes[1].pointed.emit("")
    assert lit(comparing) == [set(), set(), set()]


def missing(comparing: Comparing) -> list[str]:
    labels = [label for pane in comparing.row.panes for label in pane.findChildren(QLabel, "missing")]
    return [label.text() if label.isVisibleTo(comparing) else "" for label in labels]


def test_a_model_without_somebody_who_is_lit_elsewhere_is_faded_and_says_so(comparing: Comparing) -> None:
    comparing.row.panes[0].tapped.emit(thing(comparing.row.panes[0].desk.document, "HT1"))
    third = comparing.row.panes[2]
    assert missing(comparing) == ["", "", "− Dai Okonedo-Reyes is not in this model"]
    assert third._faded == set(third.drawn.rects) | set(third.drawn.routes)
    QTest.keyClick(comparing, Qt.Key.Key_Escape)
    assert missing(comparing) == ["", "", ""] and not third._faded
    read(comparing, "questions")
    next(one for one in comparing.table.sentences() if any(one.said.lit)).pressed.emit()
    assert missing(comparing) == ["", "", ""], "an answer of one model says nothing of the others"


def test_whoever_is_chosen_is_lit(comparing: Comparing) -> None:
    whom = comparing.chosen.whom
    read(comparing, "changes")
    whom.setCurrentText("Dai Okonedo-Reyes")
    whom.activated.emit(whom.currentIndex())
    assert lit(comparing) == [{"HT1"}, {"EHT"}, set()]
    assert missing(comparing) == ["", "", "− Dai Okonedo-Reyes is not in this model"]
    whom.activated.emit(whom.currentIndex())
    assert lit(comparing) == [{"HT1"}, {"EHT"}, set()], "choosing the same again does not put the light out"


def test_a_model_without_a_role_says_that_there_is_none(comparing: Comparing) -> None:
    whom = comparing.chosen.whom
    read(comparing, "changes")
    whom.setCurrentText("Executive Headteacher")
    whom.activated.emit(whom.currentIndex())
    assert missing(comparing)[0] == "− No executive headteacher in this model"


def test_the_post_on_the_card_is_asked_about(comparing: Comparing, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill_in(dialog: FitDialog) -> int:
        dialog.role.setCurrentIndex(dialog.role.findData("executive_headteacher"))
        dialog.wishes["strategy"].setCurrentIndex(4)
        return 1

    monkeypatch.setattr(FitDialog, "exec", fill_in)
    read(comparing, "suits")
    comparing.chosen.button.click()
    assert comparing.chosen.whom.currentText() == "Executive Headteacher"
    comparing.chosen.whom.setCurrentText("Deputy Headteacher")
    comparing.chosen.changed.emit()
    assert headings(comparing)[0].startswith("Deputy Headteacher has no post in these models.")


def test_the_cast_is_walked_by_keys(comparing: Comparing) -> None:
    told = []
    for _ in range(5):
        QTest.keyClick(comparing, Qt.Key.Key_Right)
        told.append(comparing.accessibleDescription())
    assert told == [
        "Fennimoor Primary, in A, B",
        "Pellowby Primary, in A, B",
        "Dai Okonedo-Reyes, in A, B",
        "Ruth Calder, in A, B",
        "Priya Anselm-Vaughn, in C",
    ]
    QTest.keyClick(comparing, Qt.Key.Key_Left)
    assert comparing.accessibleDescription() == "Ruth Calder, in A, B"


def test_all_zoom_and_pan_together(comparing: Comparing) -> None:
    first, second = comparing.row.panes[:2]
    before = second.zoom
    spot = QPointF(first.viewport().rect().center())
    turn, none = QPoint(0, 240), Qt.MouseButton.NoButton
    wheel = QWheelEvent(
        spot, spot, QPoint(), turn, none, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(first.viewport(), wheel)
    assert first.zoom == pytest.approx(second.zoom) and second.zoom > before * 1.2
    one, other = first.glance(), second.glance()
    assert abs(one.dx - other.dx) <= 3 and abs(one.dy - other.dy) <= 3
    empty = QPoint(4, 4)
    QTest.mousePress(first.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, empty)
    for step in (10, 40, 60):
        QTest.mouseMove(first.viewport(), empty + QPoint(step, step))
    QTest.mouseRelease(first.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, empty)
    one, other = first.glance(), second.glance()
    assert abs(one.dx - other.dx) <= 3 and abs(one.dy - other.dy) <= 3


def test_two_fingers_zoom_all(comparing: Comparing) -> None:
    pane, device = (
        comparing.row.panes[0],
        QTest.createTouchDevice(),
    )  # further right no finger reaches the offscreen screen
    view, before = pane.viewport(), comparing.row.panes[1].zoom
    down = QTest.touchEvent(view, device)
    down.press(0, QPoint(100, 100), view).press(1, QPoint(140, 100), view)
    down.commit()
    apart = QTest.touchEvent(view, device)
    apart.move(0, QPoint(60, 100), view).move(1, QPoint(180, 100), view)
    apart.commit()
    assert comparing.row.panes[1].zoom > 1.5 * before
    up = QTest.touchEvent(view, device)
    up.release(0, QPoint(60, 100), view).release(1, QPoint(180, 100), view)
    up.commit()
    assert not pane._pinch._at


def test_a_sentence_lights_what_it_speaks_of(comparing: Comparing) -> None:
    read(comparing, "differences")
    sentence: Sentence = next(one for one in comparing.table.sentences() if "Executive Headteacher" in one.text())
    QTest.mouseClick(sentence, Qt.MouseButton.LeftButton)
    assert lit(comparing)[1] >= {"EHT"}
    QTest.keyClick(sentence, Qt.Key.Key_Return)
    assert lit(comparing) == [set(), set(), set()], "the same again puts the light out"


def test_a_fourth_model_comes_and_another_is_left_out(comparing: Comparing) -> None:
    QTest.mouseClick(comparing.side.more, Qt.MouseButton.LeftButton)
    assert labels(comparing) == ["A", "B", "C", "D"]
    assert not comparing.side.more.isEnabled()
    QTest.mouseClick(comparing.row.heads[2].leave, Qt.MouseButton.LeftButton)
    assert labels(comparing) == ["A", "B", "D"]
    comparing.row.heads[0].models.setCurrentIndex(1)
    comparing.row.heads[0].models.activated.emit(1)
    assert labels(comparing) == ["B", "B", "D"]


def test_the_comparison_follows_the_document(comparing: Comparing, work: Work) -> None:
    work.desk.turn_to(work.desk.document.order[1])
    work.commands.run("delete_model")
    assert labels(comparing) == ["A", "C"]
    work.commands.undo()
    assert labels(comparing) == ["A", "C"]


def test_esc_and_done_come_back_to_the_page(comparing: Comparing, work: Work) -> None:
    before = work.desk.document
    QTest.keyClick(comparing, Qt.Key.Key_Escape)
    assert not work.compares
    work.commands.run("compare")
    done = next(button for button in comparing.findChildren(QPushButton) if button.text() == "Done")
    QTest.mouseClick(done, Qt.MouseButton.LeftButton)
    assert not work.compares
    assert work.desk.document is before


def test_a_model_of_another_file_is_matched_by_name(
    comparing: Comparing, work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "theirs.leadership"
    save(place_all(chart(MODELS.replace("EHT", "E9").replace("HT2", "H2"))), path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_: ("B  One executive headteacher", True))
    comparing.other_file.emit(1)
    assert labels(comparing) == ["A", "B", "C"]
    assert comparing.row.heads[1].models.currentText() == "theirs: B  One executive headteacher"
    other = comparing.row.panes[1].desk.document
    assert other is not work.desk.document
    assert comparing.several.kin(0, thing(work.desk.document, "HT2"))[1] == {thing(other, "H2")}


def test_what_is_compared_first_is_around_what_is_shown() -> None:
    document = chart("model A\nmodel B\nmodel C\nmodel D\nstage E/1\nstage E/2\nstage E/3")
    order = {model.label: one for one, model in pages.ordered(document)}

    def begun(label: str) -> list[str]:
        shown: tuple[ModelId, ...] = first_compared(document, order[label])
        return [document.models[one].label for one in shown]

    assert begun("A") == begun("B") == ["A", "B", "C"]
    assert begun("D") == ["B", "C", "D"]
    assert begun("E/1") == begun("E/2") == ["E/1", "E/2"]
    assert begun("E/3") == ["E/2", "E/3"]


def headings(comparing: Comparing) -> list[str]:
    inner = comparing.table.widget()
    assert inner is not None
    return [one.text() for one in inner.findChildren(QLabel) if one.objectName() in ("part", "paragraph", "question")]


def test_the_questions_are_answered_for_each_model(comparing: Comparing) -> None:
    answers = read(comparing, "questions")
    assert headings(comparing)[0] == "Who is ultimately accountable?"
    assert len(headings(comparing)) == 12
    assert len(answers) == 36
    assert answers[2] == "No school here"


def test_what_changes_is_told_of_whoever_is_tapped(comparing: Comparing) -> None:
    read(comparing, "changes")
    assert comparing.chosen.whom.currentText() == "Head of School"
    QTest.mouseClick(
        comparing.row.panes[1].viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        middle(comparing, 1, "EHT"),
    )
    assert comparing.chosen.whom.currentText() == "Dai Okonedo-Reyes"
    assert headings(comparing)[0].startswith("In model A Dai Okonedo-Reyes is Headteacher. In model B")
    assert "~ My post" in headings(comparing)


def test_the_private_card_stays_out_of_the_document_unless_it_is_put_there(
    comparing: Comparing, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = False

    def fill_in(dialog: FitDialog) -> int:
        dialog.wishes["strategy"].setCurrentIndex(4)
        dialog.conditions["peers"].setChecked(True)
        dialog.share.setChecked(share)
        return 1

    monkeypatch.setattr(FitDialog, "exec", fill_in)
    read(comparing, "suits")
    assert "Your card says nothing yet" in headings(comparing)[0]
    comparing.chosen.whom.setCurrentText("Executive Headteacher")
    before = work.desk.document
    comparing.chosen.button.click()
    assert work.desk.document is before
    assert load_card(comparing.chosen.card).strategy == 3
    assert headings(comparing)[1] == "Strategy and long-term development: much"
    assert any(line.startswith(("● ", "◐ ", "○ ", "– ")) for line in said(comparing))
    share = True
    comparing.chosen.button.click()
    assert [one.strategy for one in work.desk.document.fits] == [3]
    share = False
    comparing.chosen.button.click()
    assert not work.desk.document.fits


def test_a_card_that_cannot_be_read_is_said_and_not_lost_unasked(
    comparing: Comparing, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    comparing.chosen.card.write_text("{", encoding="utf-8")
    comparing.chosen.read_card()
    told: list[str] = []
    monkeypatch.setattr(work.filing, "complain", lambda title, sentence: told.append(sentence))
    monkeypatch.setattr(FitDialog, "exec", lambda dialog: 0)
    comparing.chosen.button.click()
    assert len(told) == 1 and told[0].startswith("private-card.json")
    assert comparing.chosen.card.read_text(encoding="utf-8") == "{"


def test_notes_and_dots_are_gathered_by_topic(work: Work) -> None:
    text = """
    model A
    post HT role=headteacher
    note "One voice" as=N1 topic=for
    note "Lonely" as=N2 topic=against colour=pink
    votes N1 3
    model B
    post HT role=headteacher
    """
    document = place_all(chart(text))
    work.filing.take(document, None)
    work.show_document(document)
    work.commands.run("compare")
    answers = read(work.comparing, "opinions")
    assert "One voice (3 dots)" in answers
    assert answers.count("Nothing noted") == 6
    colours = {one.text(): one.property("note") for one in work.comparing.table.sentences()}
    assert (colours["One voice (3 dots)"], colours["Lonely"], colours["Nothing noted"]) == ("yellow", "pink", "")


def test_which_is_which_is_shown_for_another_file_and_corrected(
    comparing: Comparing, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = place_all(
        chart(
            """
            school "Pellowby Primary" category=maintained
            post HT role=headteacher at="Pellowby Primary" held_by="Dai O. Reyes"
            post DHT role=deputy_headteacher at="Pellowby Primary" held_by="Sol Adeyemi"
            """
        )
    )
    document = comparing.columns[0].document
    dai, sol = thing(other, "Dai O. Reyes"), thing(other, "Sol Adeyemi")
    ours = thing(document, "Dai Okonedo-Reyes")
    assert not comparing.row.heads[1].matches.isVisibleTo(comparing)
    comparing.put_other(1, other, next(iter(other.models)), "other")
    assert comparing.row.heads[1].matches.isVisibleTo(comparing)
    assert not comparing.row.heads[2].matches.isVisibleTo(comparing)
    shown: list[tuple[str, str]] = []

    def read(dialog: MatchesDialog) -> None:
        shown.append((dialog.choices[ours].currentText(), dialog.ways[ours].text()))

    def choose(dialog: MatchesDialog, words: str) -> None:
        box = dialog.choices[ours]
        box.setCurrentText(words)
        box.activated.emit(box.currentIndex())
        read(dialog)

    def correct(dialog: MatchesDialog) -> int:
        read(dialog)
        choose(dialog, "Sol Adeyemi")
        choose(dialog, "None of these")
        choose(dialog, "Dai O. Reyes")
        return 1

    monkeypatch.setattr(MatchesDialog, "exec", correct)
    comparing.row.heads[1].matches.click()
    assert shown == [
        ("None of these", ""),
        ("Sol Adeyemi", "as you said"),
        ("None of these", "as you said"),
        ("Dai O. Reyes", "as you said"),
    ]
    assert comparing.several.matching(0, 1).there[ours] == dai != sol


def test_another_document_is_compared_anew(comparing: Comparing, work: Work) -> None:
    assert work.compares
    document = place_all(chart('model X "One"\npost HT role=headteacher\nmodel Y "Two"\npost CEO role=ceo'))
    work.filing.take(document, None)
    work.show_document(document)
    assert labels(comparing) == ["X", "Y"]
    assert said(comparing)


def test_slides_have_the_models_of_other_files_too(comparing: Comparing, work: Work) -> None:
    other = place_all(
        chart(
            """
            school "Pellowby Primary" category=maintained
            model A "Elsewhere"
            school "Pellowby Primary"
            post HT role=headteacher at="Pellowby Primary" held_by="Sol Adeyemi"
            """
        )
    )
    own, slides = comparing.slides()
    assert own is work.desk.document
    comparing.put_other(1, other, other.order[0], "theirs")
    document, slides = comparing.slides()
    assert work.desk.document is own, "the document itself stays as it is"
    models = [document.models[one] for one in (slides[0].model, *slides[0].beside)]
    assert [(model.label, model.title) for model in models] == [
        ("A", "Two heads"),
        ("E", "Elsewhere (theirs)"),
        ("C", "Something else"),
    ]
    assert [document.people[post.person].name for post in models[1].posts.values() if post.person] == ["Sol Adeyemi"]
    assert len(document.schools) == len(own.schools), "the school is the same"
