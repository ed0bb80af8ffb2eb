"""Leaving and coming back: the export dialog, files that are opened or dropped, and the picture on the clipboard."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QProgressDialog
from pytestqt.qtbot import QtBot

from chart import chart
from modelbuilder.document.examples import examples
from modelbuilder.document.files import load
from modelbuilder.document.records import Deck, DeckSlide
from modelbuilder.render.export import FORMATS, Options, check_fit, export
from modelbuilder.sources import opening
from modelbuilder.windows.branding import Branding
from modelbuilder.windows.exporting import CHOICES, ExportDialog, ask_and_export, written
from modelbuilder.windows.work import Work

[MODELS] = examples()


def exported(folder: Path, suffix: str) -> Path:
    """Export the example."""
    document, path = load(MODELS), folder / f"slides{suffix}"
    export(document, path, Options(() if FORMATS[suffix].several else document.order[:1]))
    return path


# The dialog


def test_the_dialog_offers_every_format_and_asks_for_nothing_that_does_not_fit(work: Work) -> None:
    document = load(MODELS)
    assert {choice.suffix for choice in CHOICES} == set(FORMATS)
    for several in (True, False):
        dialog = ExportDialog(work, "B", several)
        for button, choice in zip(dialog.kinds, CHOICES, strict=True):
            button.click()
            options = dialog.options(document.order[1])
            assert dialog.choice() == choice
            assert options.models == (() if several and dialog.every.isChecked() else document.order[1:2])
            assert dialog.every.isEnabled() == choice.several
            check_fit(FORMATS[choice.suffix], options, document, "")
            assert options.source
            assert not options.roles_only
        dialog.roles_only.click()
        assert dialog.options(document.order[1]).roles_only
        assert not dialog.source.isEnabled(), "roles only never has the document inside"
        dialog.deleteLater()


def test_what_the_command_line_takes_can_be_chosen_and_only_where_it_fits(work: Work, tmp_path: Path) -> None:
    document = load(MODELS)
    dialog = ExportDialog(work, "B", True, stages=True)
    details = dialog.details
    details.author.setText(" Ann  Lee ")
    details.template.take(tmp_path / "theirs.pptx")
    details.transparent.setChecked(True)
    details.outlines.setChecked(True)
    details.size_of.setCurrentIndex(2)
    asked = {}
    for button, choice in zip(dialog.kinds, CHOICES, strict=True):
        button.click()
        options = dialog.options(document.order[1])
        check_fit(FORMATS[choice.suffix], options, document, "")
        assert details.template.isHidden() == (choice.suffix != ".pptx")
        assert details.dots.isHidden() == (choice.suffix != ".png")
        asked[choice.words] = options
    assert asked["PowerPoint slides, to be changed there"].template == tmp_path / "theirs.pptx"
    assert asked["PDF slides"].author == "Ann Lee"
    assert asked["PDF handout, with what is to be said"].size == "a4"
    assert asked["PDF poster over several sheets"].poster == (3, 2)
    assert asked["Picture, PNG"].transparent
    assert asked["Drawing, SVG"].outlines
    assert details.pixels.text() == "1,684 × 1,191 pixels"
    dialog.kinds[1].click()
    dialog.roles_only.click()
    assert not dialog.options(document.order[1]).author, "the author's name is a name"
    dialog.stages.click()
    assert dialog.options(document.order[1], document.order).models == document.order
    dialog.deleteLater()


def test_a_brand_is_remembered_until_it_is_removed(work: Work, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text('footer = "Ashfield Trust"\n[colours]\nschool = "#FFD24D"', encoding="utf-8")

    def asked() -> Branding:
        row = Branding(work.filing.settings)
        qtbot.addWidget(row)
        return row

    first = asked()
    first.take(tmp_path / "ours.toml")
    assert first.said.text().startswith("#FFD24D is too pale for school cards")
    again = asked()
    assert again.brand == first.brand
    assert again.file.button.text() == "ours.toml"
    again.take(tmp_path / "gone.toml")
    assert again.brand is None
    assert again.said.text() == "gone.toml cannot be read: No such file or directory."
    assert asked().brand == first.brand, "what cannot be used is not remembered"
    again.file.without.click()
    assert asked().brand is None
    assert again.said.isHidden()


def choose(monkeypatch: pytest.MonkeyPatch, path: Path, index: int, *, roles_only: bool = False) -> None:
    """Answer the dialogs: which radio button, and where to."""

    def accept(dialog: ExportDialog) -> int:
        dialog.kinds[index].click()
        dialog.roles_only.setChecked(roles_only)
        return 1

    monkeypatch.setattr(ExportDialog, "exec", accept)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


@pytest.mark.parametrize("index", range(len(CHOICES)))
def test_what_is_chosen_is_written_and_opens_again(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, index: int
) -> None:
    document = load(MODELS)
    choose(monkeypatch, tmp_path / "slides", index)
    path = ask_and_export(work, work.filing, document, document.order[1])
    assert path is not None
    assert path.suffix in FORMATS
    assert opening.load(path) == document


def test_a_tick_leaves_out_the_names(work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = load(MODELS)
    [index] = [index for index, one in enumerate(CHOICES) if one.suffix == ".html"]
    choose(monkeypatch, tmp_path / "b.html", index, roles_only=True)
    path = ask_and_export(work, work.filing, document, document.order[1])
    assert path is not None
    page = path.read_text(encoding="utf-8")
    assert "Pellowby Federation" in page
    assert not any(person.name in page for person in document.people.values())


def test_a_cancelled_export_leaves_the_old_file(work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document, path = load(MODELS), tmp_path / "slides.pdf"
    path.write_bytes(b"what was there")
    choose(monkeypatch, path, 1)
    monkeypatch.setattr(QProgressDialog, "wasCanceled", lambda _: True)
    assert ask_and_export(work, work.filing, document, document.order[0]) is None
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("slides.pdf", b"what was there")]


def test_a_long_deck_can_be_cancelled_to_its_end(work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = load(MODELS)
    deck = Deck(name="All", slides=(DeckSlide(what="model", model=document.order[2]),))
    seen: list[bool] = []

    def cancelled(progress: QProgressDialog) -> bool:
        seen.append(progress.value() < progress.maximum())
        return False

    monkeypatch.setattr(QProgressDialog, "wasCanceled", cancelled)
    assert written(work, work.filing, document, tmp_path / "deck.pdf", Options(deck=deck))
    assert len(seen) > len(document.order) + 1, "more slides than models"
    assert all(seen), "and it is not done before the last"


def test_a_failed_export_says_why(work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = load(MODELS)
    said: list[str] = []
    monkeypatch.setattr(work.filing, "complain", lambda title, sentence: said.append(sentence))
    choose(monkeypatch, tmp_path / "nowhere" / "slides.pdf", 1)
    assert ask_and_export(work, work.filing, document, document.order[0]) is None
    assert len(said) == 1
    assert "cannot be written" in said[0]


def test_a_character_that_no_font_has_is_said(work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(work.filing, "complain", lambda title, sentence: said.append(sentence))
    document = chart('document "Lost \U000100ff"\nmodel A "Alone"')
    choose(monkeypatch, tmp_path / "slides.pdf", 1)
    assert ask_and_export(work, work.filing, document, document.order[0]) == tmp_path / "slides.pdf"
    assert said == ["No font here has \U000100ff (U+100FF): □ is shown instead."]


def test_fields_of_the_window_find_the_fonts_of_the_page(work: Work) -> None:
    document = chart('document "שמות" date=2026-11-21\nmodel A "שמות"\nschool "בית ספר" category=maintained')
    work.show_document(document)
    assert "Noto Sans Hebrew" in QFontDatabase.families()


# Opening


@pytest.mark.parametrize("suffix", FORMATS)
def test_an_export_opens_as_a_new_document(work: Work, tmp_path: Path, suffix: str) -> None:
    path = exported(tmp_path, suffix)
    assert work.commands.open_path(str(path))
    assert work.desk.document == load(MODELS)
    assert work.filing.name() == "Models A, B and C"
    assert work.filing.path is None, "saving asks where to, and never writes over the export"


# Copy as picture


def test_the_page_is_copied_as_png_and_svg(work: Work) -> None:
    assert not work.commands.actions["copy_picture"].isEnabled(), "an empty page is no picture"
    document = load(MODELS)
    work.filing.take(document, None)
    work.show_document(document, document.order[1])
    work.commands.run("copy_picture")
    data = QGuiApplication.clipboard().mimeData()
    root = ElementTree.fromstring(bytes(data.data("image/svg+xml").data()).decode())
    words = {element.text for element in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Dai Okonedo-Reyes", "accountable to"} <= words, "cards and legend"
    image = data.imageData()
    assert isinstance(image, QImage)
    shape = float(root.attrib["width"]) / float(root.attrib["height"])
    assert image.width() / image.height() == pytest.approx(shape, rel=0.01)
    assert image.width() > 2000
    QGuiApplication.clipboard().clear()
