"""Slides that come back from PowerPoint: what is ticked is one step that can be undone, what is not stays as it was."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Emu
from PySide6.QtWidgets import QLabel

from chart import chart, thing
from modelbuilder.document import edits
from modelbuilder.document.records import Deck, DeckSlide, Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.render.export import Options, export
from modelbuilder.windows.returning import ReturningDialog
from modelbuilder.windows.work import Work


@pytest.fixture
def document() -> Document:
    return place_all(
        chart(
            """
            post HT role=headteacher held_by="Ann Lee"
            body GB kind=governing_body
            HT accountable_to GB
            """
        )
    )


@pytest.fixture
def returned(work: Work, tmp_path: Path, document: Document) -> Path:
    """Return slides in which a card was moved and a person renamed; a window's fonts are there to draw them with."""
    path = tmp_path / "slides.pptx"
    export(document, path, Options())
    deck = Presentation(str(path))
    shapes = {shape.name: shape for shape in deck.slides[0].shapes}
    shapes["!!GB"].left = Emu(shapes["!!GB"].left + 700_000)
    shapes["!!HT"].text_frame.paragraphs[1].runs[0].text = "Bo Ray"
    deck.save(str(path))
    return path


def answering(monkeypatch: pytest.MonkeyPatch, answer: Callable[[ReturningDialog], bool]) -> list[list[str]]:
    """Answer the dialog as soon as it asks; return what it has asked."""
    asked: list[list[str]] = []

    def exec_(dialog: ReturningDialog) -> int:
        asked.append([tick.text() for tick in dialog.ticks])
        return int(answer(dialog))

    monkeypatch.setattr(ReturningDialog, "exec", exec_)
    return asked


def test_all_changes_are_one_step(
    work: Work, monkeypatch: pytest.MonkeyPatch, returned: Path, document: Document
) -> None:
    asked = answering(monkeypatch, lambda dialog: True)
    assert work.commands.open_path(str(returned))
    assert asked == [
        ["Model A: Headteacher Ann Lee is now held by “Bo Ray”.", "Model A: Governing Body was moved."],
    ]
    model = work.desk.model
    assert work.desk.document.people[model.posts[thing(document, "HT")].person or ""].name == "Bo Ray"  # type: ignore[index]
    assert work.status.currentMessage() == "Two changes from PowerPoint kept. Ctrl+Z takes them back."
    assert work.filing.path is None, "the slides are not the file that is saved to"
    work.commands.run("undo")
    assert work.desk.document == document


def test_only_what_is_ticked_is_taken_over(
    work: Work, monkeypatch: pytest.MonkeyPatch, returned: Path, document: Document
) -> None:
    def answer(dialog: ReturningDialog) -> bool:
        assert dialog.take.text() == "Keep two changes"
        dialog.ticks[0].setChecked(False)
        assert dialog.take.text() == "Keep one change"
        return True

    answering(monkeypatch, answer)
    work.commands.open_path(str(returned))
    assert work.desk.document.people == document.people
    assert work.desk.model.places != document.models[document.order[0]].places


def test_nothing_ticked_cannot_be_taken_over(
    work: Work, monkeypatch: pytest.MonkeyPatch, returned: Path, document: Document
) -> None:
    def answer(dialog: ReturningDialog) -> bool:
        for tick in dialog.ticks:
            tick.setChecked(False)
        assert not dialog.take.isEnabled()
        return False

    answering(monkeypatch, answer)
    work.commands.open_path(str(returned))
    assert work.desk.document == document
    assert work.status.currentMessage() == "The document is as it was exported."


def test_unchanged_slides_ask_nothing(
    work: Work, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, document: Document
) -> None:
    asked = answering(monkeypatch, lambda dialog: True)
    export(document, tmp_path / "slides.pptx", Options())
    work.commands.open_path(str(tmp_path / "slides.pptx"))
    assert asked == []
    assert work.desk.document == document
    assert not work.session.history.dirty


def test_moves_that_cannot_be_kept_are_named(
    work: Work, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, document: Document
) -> None:
    model = document.models[document.order[0]]
    post, body = thing(document, "HT"), thing(document, "GB")
    far = {**model.places, body: model.places[body].model_copy(update={"x": 9000.0})}
    document = edits.put_model(document, document.order[0], places=far)
    path = tmp_path / "slides.pptx"
    deck = Deck(name="One", slides=(DeckSlide(what="model", model=document.order[0]),))
    export(document, path, Options(deck=deck))
    slides = Presentation(str(path))
    shapes = {shape.name: shape for shape in slides.slides[0].shapes}
    shapes["!!HT"].left = Emu(shapes["!!HT"].left + 700_000)
    slides.save(str(path))
    said: list[tuple[str, bool]] = []

    def answer(dialog: ReturningDialog) -> bool:
        said.extend((label.text(), dialog.take.isHidden()) for label in dialog.findChildren(QLabel))
        return False

    answering(monkeypatch, answer)
    work.commands.open_path(str(path))
    sentence = "On slides that show a part of a model, or arrange it anew, moves cannot be kept: Headteacher Ann Lee."
    assert (sentence, True) in said
    assert post in work.desk.model.posts
    assert work.desk.document == document
