"""A slide with its words as outlines, for programs that do not have the font."""

from collections.abc import Iterable
from dataclasses import replace

from modelbuilder.drawing.marks import Mark, Path, Text
from modelbuilder.drawing.slide import Slide
from modelbuilder.layout import text
from modelbuilder.layout.outlines import outline


def outlined(slide: Slide) -> Slide:
    """Return a slide on which every line of text is a filled path."""
    diagram = tuple(drawn._replace(marks=_outlined(drawn.marks)) for drawn in slide.diagram)
    return replace(slide, frame=_outlined(slide.frame), diagram=diagram)


def _outlined(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(_path(mark) if isinstance(mark, Text) else mark for mark in marks)


def _path(mark: Text) -> Path:
    width = text.width(mark.text, mark.size, mark.weight, mark.font)
    left = mark.x - {"start": 0.0, "middle": width / 2, "end": width}[mark.anchor]
    return Path(outline(mark.text, left, mark.y, mark.size, mark.weight, mark.font), fill=mark.colour)
