"""A document as slides: one for each model, each with a footer that says where it stands."""

from collections.abc import Iterator

from modelbuilder.accountability.findings import check
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document
from modelbuilder.drawing.page import draw
from modelbuilder.drawing.slide import Slide, slide


def slides(document: Document, only: ModelId | None = None) -> Iterator[Slide]:
    """Yield the slide of each model in the order of the tabs, or of one model alone."""
    chosen = document.order if only is None else (only,)
    for number, model_id in enumerate(chosen, start=1):
        yield slide(draw(document, model_id), footer(document, model_id), number)


def footer(document: Document, model_id: ModelId) -> str:
    """Say which document this is and of what date, and that nothing was found when that is so."""
    findings = "" if check(document, model_id) else "no findings"
    words = " · ".join(part for part in (document.title, document.date, findings) if part)
    return words[:1].upper() + words[1:]
