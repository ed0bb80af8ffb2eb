"""A model as a section of a text: its figure, what is to be said of it, and its lines as a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from modelbuilder.accountability.captions import captions
from modelbuilder.accountability.narration import Paragraph, paragraphs
from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document
from modelbuilder.drawing.figure import figure
from modelbuilder.drawing.line_rows import Row, line_rows
from modelbuilder.drawing.marks import Text
from modelbuilder.drawing.page import draw
from modelbuilder.drawing.slide import Slide, Table


@dataclass(frozen=True)
class Section:
    """Everything that is to be said of a model."""

    heading: str
    words: str
    figure: Slide
    paragraphs: tuple[Paragraph, ...] = ()
    rows: tuple[Row, ...] = ()
    table: Table | None = None


def sections(document: Document, chosen: Sequence[ModelId] = ()) -> Iterator[Section]:
    """Yield the section of each model in the order of the tabs, or of those that are chosen."""
    for model_id in chosen or document.order:
        page, ask = draw(document, model_id), Questions(document, model_id)
        model = page.model
        heading = ": ".join(part for part in (f"Model {model.label}", " ".join(model.title.split())) if part)
        drawn = replace(figure(page), descriptions=captions(document, model_id))
        told = paragraphs(ask) if not ask.empty else ()
        yield Section(heading, model.narration, drawn, told, tuple(line_rows(ask)))


def section_of(slide: Slide) -> Section:
    """Return a slide as a section, with the words that tell the same."""
    heading = " ".join((slide.name or slide.title).split())
    if slide.table is not None:
        return Section(heading, "", slide, table=slide.table)
    told = slide.narration or tuple(mark.text for mark in slide.content if isinstance(mark, Text))
    return Section(heading, "", slide, (Paragraph("What the slide says", told),) if told else ())
