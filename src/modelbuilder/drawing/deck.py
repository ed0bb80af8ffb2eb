"""A document as slides: one for each model, each with a footer that says where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from modelbuilder.accountability.captions import captions
from modelbuilder.accountability.findings import check
from modelbuilder.accountability.narration import narrate
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document
from modelbuilder.drawing.page import draw
from modelbuilder.drawing.sizes import WIDE, Size
from modelbuilder.drawing.slide import Slide, slide


def slides(
    document: Document, chosen: Sequence[ModelId] = (), size: Size = WIDE, *, described: bool = False
) -> Iterator[Slide]:
    """Yield the slide of each model in the order of the tabs, or of those that are chosen.

    Described, a slide also tells in words what it shows, for those who do not see it.
    """
    for number, model_id in enumerate(chosen or document.order, start=1):
        page = draw(document, model_id)
        shown = slide(page, footer(document, model_id), number, size)
        if described:
            shown = replace(shown, descriptions=captions(document, model_id), narration=narrate(document, model_id))
        yield shown


def footer(document: Document, model_id: ModelId) -> str:
    """Say which document this is and of what date, and that nothing was found when that is so."""
    findings = "" if check(document, model_id) else "no findings"
    words = " · ".join(part for part in (document.title, document.date, findings) if part)
    return words[:1].upper() + words[1:]
