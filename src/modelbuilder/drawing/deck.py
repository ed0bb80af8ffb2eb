"""A document as slides: one for each model, or those of a deck, each with a footer that says where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from modelbuilder.accountability.captions import captions
from modelbuilder.accountability.findings import check
from modelbuilder.accountability.narration import narrate
from modelbuilder.document import edits
from modelbuilder.document.ids import ModelId
from modelbuilder.document.lookup import label_of
from modelbuilder.document.records import Document
from modelbuilder.drawing import style
from modelbuilder.drawing.excerpt import excerpt, parts
from modelbuilder.drawing.page import draw
from modelbuilder.drawing.sizes import WIDE, Size
from modelbuilder.drawing.slide import Slide, slide

LEGIBLE = 9.0
"""Points that the names on cards have at least on a slide that is read from afar."""
_POINTS = 72.0


def slides(
    document: Document, chosen: Sequence[ModelId] = (), size: Size = WIDE, *, described: bool = False
) -> Iterator[Slide]:
    """Yield the slide of each model in the order of the tabs, or of those that are chosen.

    Described, a slide also tells in words what it shows, for those who do not see it.
    """
    for number, model_id in enumerate(chosen or document.order, start=1):
        yield _slide(document, model_id, number, size, described=described)


def legible_slides(
    document: Document, model_id: ModelId, number: int, size: Size = WIDE, *, described: bool = False
) -> Iterator[Slide]:
    """Yield the slide of a model and, when its cards are too small to be read, one for each part of it.

    The first then says how many follow.
    """
    whole = _slide(document, model_id, number, size, described=described)
    boxes = parts(document, model_id) if letters(whole) < LEGIBLE else []
    details = [(box, excerpt(document, model_id, box)) for box in boxes]
    drawn = [slide(draw(part, model_id), "", number, size) for _, part in details]
    details = [row for row, shown in zip(details, drawn, strict=True) if shown.scale > whole.scale]
    if not details:
        yield whole
        return
    remark = f"Overview: {len(details)} slides with its parts follow."
    yield _slide(document, model_id, number, size, described=described, remark=remark)
    for index, (box, part) in enumerate(details, start=1):
        model = part.models[model_id]
        title = ": ".join(words for words in (model.title, label_of(part, model, box)) if words)
        titled = edits.put_model(part, model_id, title=title, notes="")
        yield replace(_slide(titled, model_id, number + index, size, described=described), level=1)


def letters(shown: Slide) -> float:
    """Return how many points high the names of cards are set on a slide."""
    return style.ROLE_SIZE * shown.scale / shown.inch * _POINTS


def _slide(
    document: Document, model_id: ModelId, number: int, size: Size, *, described: bool, remark: str = ""
) -> Slide:
    shown = slide(draw(document, model_id), footer(document, model_id), number, size, remark)
    if not described:
        return shown
    return replace(shown, descriptions=captions(document, model_id), narration=narrate(document, model_id))


def footer(document: Document, model_id: ModelId) -> str:
    """Say which document this is and of what date, and that nothing was found when that is so."""
    findings = "" if check(document, model_id) else "no findings"
    words = " · ".join(part for part in (document.title, document.date, findings) if part)
    return words[:1].upper() + words[1:]
