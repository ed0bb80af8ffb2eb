"""What somebody changed in slides of PowerPoint since they were exported, as edits that can be looked at one by one."""

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from modelbuilder.document.errors import InputError
from modelbuilder.document.ids import ModelId
from modelbuilder.document.integrity import settle
from modelbuilder.document.records import Document
from modelbuilder.drawing.deck import legible_slides
from modelbuilder.drawing.page import draw
from modelbuilder.drawing.slide import Slide, slide
from modelbuilder.sources.shapes import Shape, plain, shapes_on, slide_name
from modelbuilder.sources.slide_changes import Change, SlideChanges


class Returned(NamedTuple):
    """What came back from PowerPoint: changes, and what was moved on slides where nothing stands as on the page."""

    changes: list[Change]
    moved: list[str]


def returned(content: bytes, document: Document) -> Returned:
    """List what differs between the slides of a presentation and the document that lies in it.

    Read are the places, words and absence of shapes that were exported; what was added is left alone. On parts of a
    model, and where it was arranged anew, places are not those of the page. Raises InputError when the presentation
    is broken.
    """
    from pptx import Presentation

    try:
        found = [(one.name, dict(shapes_on(one.shapes))) for one in Presentation(BytesIO(content)).slides]
    except Exception:
        raise InputError("The slides in this presentation cannot be read.") from None
    pages: dict[ModelId, list[SlideChanges]] = {}
    for model_id, shown, shapes in _known(document, found):
        pages.setdefault(model_id, []).append(SlideChanges(document, model_id, shown, shapes))
    changed: dict[str, Change] = {}
    moved: dict[str, None] = {}
    for slides in pages.values():
        whole = [one for one in slides if one.shown.whole]
        listed = [*_gone(slides), *(change for one in slides for change in one.renamed())]
        for change in (*listed, *(change for one in whole for change in one.moved())):
            changed.setdefault(change.words, change)
        others = [one for one in slides if not one.shown.whole]
        moved |= dict.fromkeys(one.label(thing_id) for one in others for thing_id, _, _ in one.moves())
    return Returned(list(changed.values()), list(moved))


def take_over(document: Document, chosen: list[Change]) -> Document:
    """Return the document with the changes that were chosen."""
    after = document
    for change in chosen:
        after = change.edit(after)
    return settle(document, after)


def _known(
    document: Document, found: list[tuple[str, dict[str, Shape]]]
) -> Iterator[tuple[ModelId, Slide, dict[str, Shape]]]:
    """Yield the slides that show a model, as they were exported and as they are now."""
    names = {name for name, _ in found}
    shown: dict[str, tuple[ModelId, Slide]] = {}
    for model_id, model in document.models.items():
        if model.label in names:
            shown[model.label] = (model_id, slide(draw(document, model_id), ""))
        if any(name.startswith(f"{plain(model.label)} ") for name in names):
            shown |= {slide_name(one): (model_id, one) for one in legible_slides(document, model_id, 1) if one.diagram}
    yield from ((*shown[name], shapes) for name, shapes in found if name in shown)


def _gone(slides: list[SlideChanges]) -> Iterator[Change]:
    """Yield what is on no slide any more of those that it was on."""
    there = {one.thing_id for page in slides for name, one in page.groups.items() if name in page.shapes}
    kept = {one.line_id for page in slides for name, one in page.lines.items() if name in page.shapes}
    gone = {one.thing_id for page in slides for one in page.groups.values()} - there
    for page in slides:
        for one in page.groups.values():
            if one.thing_id in gone and not any(holder in gone for holder in page.around(one.thing_id)):
                yield Change(f"{page.before}{page.label(one.thing_id)} was deleted.", page.removal(one.thing_id))
    for page in slides:
        for line in page.lines.values():
            if line.line_id not in kept and not gone & set(line.ends):
                words = f"{page.before}the line “{page.label(line.line_id)}” was deleted."
                yield Change(words, page.removal(line.line_id))
