"""What the tests of the drawing share: the case studies, tidied documents, and where their marks lie."""

from collections.abc import Iterator
from typing import NamedTuple

from modelbuilder.document.examples import examples_folder
from modelbuilder.document.files import load
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import place_all, tidy
from modelbuilder.drawing.marks import Box, Group, Icon, Mark, Text, moved
from modelbuilder.drawing.page import Page, draw
from modelbuilder.drawing.slide import Slide
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect

FILES = ("models-abc.leadership", "models-abc.chart", "models-abc-broken.chart")


class Spot(NamedTuple):
    """A mark in slide units, with the rectangle it covers."""

    mark: Mark
    rect: Rect


def arranged(document: Document) -> Document:
    """Tidy every model."""
    for model_id in document.order:
        document = tidy(document, model_id)
    return document


def case_study(name: str) -> Document:
    """Load an example, arranged."""
    return place_all(load(examples_folder() / name))


def pages(document: Document) -> list[Page]:
    """Draw every model."""
    return [draw(document, model_id) for model_id in document.order]


def extent(mark: Mark) -> Rect:
    """Return the rectangle a mark covers, the ascent and descent of its letters included."""
    if isinstance(mark, Box):
        return mark.rect
    if isinstance(mark, Icon):
        return Rect(mark.x, mark.y, mark.size, mark.size)
    if isinstance(mark, Text):
        w = text.width(mark.text, mark.size, mark.weight)
        left = {"start": 0.0, "middle": w / 2, "end": w}[mark.anchor]
        return Rect(mark.x - left, mark.y - 0.77 * mark.size, w, 1.01 * mark.size)
    values = [values for _, values in mark.commands if values]
    xs, ys = [x for one in values for x in one[::2]], [y for one in values for y in one[1::2]]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def painted(slide: Slide) -> Iterator[Spot]:
    """Yield every mark of a slide in the order of painting, where it lies on the slide."""
    yield from (Spot(mark, extent(mark)) for mark in slide.frame)
    yield from painted_in_diagram(slide)


def painted_in_diagram(slide: Slide) -> Iterator[Spot]:
    """Yield every mark of the diagram, where it lies on the slide."""
    for drawn in slide.diagram:
        x, y = (drawn.x, drawn.y) if isinstance(drawn, Group) else (0.0, 0.0)
        for mark in drawn.marks:
            here = extent(moved(mark, x, y))
            scale = slide.scale
            yield Spot(mark, Rect(slide.x + here.x * scale, slide.y + here.y * scale, here.w * scale, here.h * scale))
