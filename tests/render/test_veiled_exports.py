"""Exports of what is on the canvas now: folded boxes and without what is left out there, when that is asked for."""

import re
from pathlib import Path

import pytest

from chart import first_model, thing
from modelbuilder.document.errors import InputError
from modelbuilder.document.records import Document
from modelbuilder.drawing.deck import slides
from modelbuilder.drawing.marks import Group
from modelbuilder.drawing.veil import Veil
from modelbuilder.render.export import Options, export
from modelbuilder.sources.opening import load as opened
from play import federation


def veiled(document: Document, **options: object) -> Options:
    """Return options that fold one school and leave one post out."""
    veil = Veil(frozenset({thing(document, "Ash")}), frozenset({thing(document, "SENCO")}))
    return Options(veils={first_model(document): veil}, **options)  # type: ignore[arg-type]


def words(path: Path) -> set[str]:
    """Return what a drawing shows in letters."""
    return set(re.findall(r"<text[^>]*>([^<]+)</text>", path.read_text(encoding="utf-8")))


def test_a_drawing_shows_the_box_and_not_what_is_in_it_and_keeps_the_whole_document_inside(tmp_path: Path) -> None:
    document, path = federation(), tmp_path / "out.svg"
    export(document, path, veiled(document))
    assert "2 posts" in words(path)
    assert not {"Ben", "Cy"} & words(path)
    assert opened(path) == document
    export(document, path, Options())
    assert {"Ben", "Cy"} <= words(path)


@pytest.mark.parametrize("name", ["out.pdf", "out.png", "out.pptx"])
def test_slides_and_pictures_can_be_so(name: str, tmp_path: Path) -> None:
    document = federation()
    export(document, tmp_path / name, veiled(document, source=not name.endswith("pptx")))
    assert (tmp_path / name).stat().st_size > 1000


def test_slides_of_powerpoint_do_not_open_for_editing_then_and_a_page_has_it_all(tmp_path: Path) -> None:
    document = federation()
    with pytest.raises(InputError, match="do not open for editing"):
        export(document, tmp_path / "out.pptx", veiled(document))
    with pytest.raises(InputError, match="on slides and in pictures only"):
        export(document, tmp_path / "out.html", veiled(document))
    assert list(tmp_path.iterdir()) == []


def test_no_more_is_told_of_a_slide_than_it_shows() -> None:
    document = federation()
    options = veiled(document)
    (shown,) = slides(document, (first_model(document),), described=True, veils=options.veils)
    things = {one.thing_id for one in shown.diagram if isinstance(one, Group)}
    assert thing(document, "HoS") not in things
    assert not any(sentence.startswith("Ben") for sentence in shown.narration)
    (whole,) = slides(document, (first_model(document),), described=True)
    assert any(sentence.startswith("Ben") for sentence in whole.narration)


def test_the_document_is_as_it_was(tmp_path: Path) -> None:
    document = federation()
    export(document, tmp_path / "out.pdf", veiled(document))
    assert document == federation()
    assert not list(tmp_path.glob("*.leadership"))
