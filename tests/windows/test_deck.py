"""Export deck: what is ticked is exported in the order of the list, and a deck with a name is kept."""

from pathlib import Path

import pytest
from pptx import Presentation
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from chart import chart
from modelbuilder.document.records import Deck, DeckSlide
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.windows.deck import DeckDialog
from modelbuilder.windows.work import Work

TWO = """
    model A "One"
    post HT role=headteacher held_by="Ann Lee"
    model B "Two"
    post HT role=headteacher held_by="Bo Ray"
    """


@pytest.fixture
def opened(work: Work) -> Work:
    document = place_all(chart(TWO))
    work.filing.take(document, None)
    work.show_document(document)
    return work


@pytest.fixture
def dialog(opened: Work, qtbot: QtBot) -> DeckDialog:
    made = DeckDialog(opened, opened.desk.document)
    made.show()
    qtbot.waitUntil(lambda: made.count.text() == "Two slides.")
    return made


def rows(dialog: DeckDialog) -> list[str]:
    return [dialog.list.item(row).text().replace("\n", " / ") for row in range(dialog.list.count())]


def tick(dialog: DeckDialog, row: int, on: bool = True) -> None:
    dialog.list.item(row).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def test_the_models_are_ticked_at_first(dialog: DeckDialog, opened: Work) -> None:
    assert rows(dialog) == [
        *("A One / Model", "A One / Findings", "A One / People and posts"),
        *("B Two / Model", "B Two / Findings", "B Two / People and posts"),
        *("A and B / Beside each other", "A and B / The same questions to each"),
        "A and B / What changes for Headteacher",
    ]
    a, b = opened.desk.document.order
    assert dialog.deck() == Deck(name="Slides", slides=(DeckSlide(model=a), DeckSlide(model=b)))
    assert not dialog.list.item(0).icon().isNull()


def test_slides_are_moved_by_buttons_too(dialog: DeckDialog, opened: Work) -> None:
    a, b = opened.desk.document.order
    assert not dialog.up.isEnabled(), "nothing is above the first"
    dialog.list.setCurrentRow(3)
    for _ in range(3):
        dialog.up.click()
    assert dialog.list.currentRow() == 0
    tick(dialog, 2)
    assert [(one.what, one.model) for one in dialog.deck().slides] == [("model", b), ("model", a), ("findings", a)]
    assert dialog.count.text() == "Three slides."


def test_nothing_ticked_cannot_be_exported(dialog: DeckDialog) -> None:
    for row in range(dialog.list.count()):
        tick(dialog, row, on=False)
    assert not dialog.accept_button.isEnabled()
    assert dialog.count.text() == "Nothing is ticked."


def test_a_deck_with_a_name_is_kept_and_can_be_undone(
    opened: Work, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def exec_(dialog: DeckDialog) -> int:
        dialog.name.setText("Board evening")
        tick(dialog, 0, on=False)
        tick(dialog, 5)
        return 1

    monkeypatch.setattr(DeckDialog, "exec", exec_)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "evening"), ""))
    before = opened.desk.document
    opened.commands.run("export_deck")
    path = tmp_path / "evening.pptx"
    titles = [slide.shapes.title.text_frame.text for slide in Presentation(str(path)).slides]
    assert titles == ["Two", "People and posts"]
    assert opened.status.currentMessage() == f"Exported to {path}"
    [deck] = opened.desk.document.decks
    assert deck.name == "Board evening"
    again = DeckDialog(opened, opened.desk.document)
    again.decks.setCurrentIndex(1)
    assert again.deck() == deck
    opened.commands.run("undo")
    assert opened.desk.document == before


def test_roles_only_goes_with_the_deck(opened: Work, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def exec_(dialog: DeckDialog) -> int:
        dialog.roles_only.setChecked(True)
        assert not dialog.source.isEnabled()
        return 1

    monkeypatch.setattr(DeckDialog, "exec", exec_)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "roles.pptx"), ""))
    opened.commands.run("export_deck")
    deck = Presentation(str(tmp_path / "roles.pptx"))
    words = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    assert "Headteacher" in words
    assert not any("Ann" in text or "Bo Ray" in text for text in words)
    assert opened.desk.document.decks == ()


def test_a_brand_is_seen_at_once_and_what_is_mended_is_said(dialog: DeckDialog, qtbot: QtBot, tmp_path: Path) -> None:
    before = dialog.list.item(0).icon().pixmap(100, 60).toImage()
    (tmp_path / "ours.toml").write_text('[colours]\nexecutive = "#FFD24D"\n', encoding="utf-8")
    dialog.branding.take(tmp_path / "ours.toml")
    qtbot.waitUntil(lambda: dialog.count.text() == "Two slides.")
    assert dialog.branding.said.text().startswith("#FFD24D is too pale for executive cards")
    assert dialog.list.item(0).icon().pixmap(100, 60).toImage() != before
    dialog.branding.take(tmp_path / "gone.toml")
    assert dialog.branding.said.text() == "gone.toml cannot be read: No such file or directory."
    assert dialog.branding.brand is None


def test_what_is_compared_is_ticked_first(opened: Work, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[Deck] = []

    def exec_(dialog: DeckDialog) -> int:
        found.append(dialog.deck())
        return 0

    monkeypatch.setattr(DeckDialog, "exec", exec_)
    a, b = opened.desk.document.order
    opened.commands.run("export_comparison")
    opened.commands.run("compare")
    comparing = opened.comparing
    comparing.chosen.whom.setCurrentIndex(comparing.chosen.whom.findText("Ann Lee"))
    comparing.side.export.click()
    (ann,) = (one for one, person in opened.desk.document.people.items() if person.name == "Ann Lee")
    told = [[(one.what, one.model, one.beside, one.about) for one in deck.slides] for deck in found]
    assert told[0] == [("comparison", a, (b,), ()), ("questions", a, (b,), ())]
    assert told[1] == [*told[0], ("changes", a, (b,), (ann,))]


def test_a_comparison_is_written(opened: Work, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(DeckDialog, "exec", lambda _: 1)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "both.pptx"), ""))
    opened.commands.run("export_comparison")
    titles = [slide.shapes.title.text_frame.text for slide in Presentation(str(tmp_path / "both.pptx")).slides]
    assert titles == ["Two models beside each other", "The same questions to each model"]
    assert opened.status.currentMessage() == f"Exported to {tmp_path / 'both.pptx'}"
