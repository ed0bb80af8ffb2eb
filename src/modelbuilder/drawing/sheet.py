"""Sheets of paper with slides on them: a slide alone, several with notes, or a part of a large one."""

from dataclasses import dataclass
from typing import NamedTuple

from modelbuilder.drawing.marks import Mark
from modelbuilder.drawing.sizes import MILLIMETRES
from modelbuilder.drawing.slide import Slide
from modelbuilder.layout.rect import Rect

POINTS = 72.0
"""To the inch."""
MILLIMETRE = POINTS / MILLIMETRES


class Placed(NamedTuple):
    """A slide on a sheet: its corner, how many points a slide unit takes, and what is cut off around it."""

    slide: Slide
    x: float
    y: float
    scale: float
    clip: Rect | None = None


@dataclass(frozen=True)
class Sheet:
    """A sheet of so many points, y down, with slides and the marks between them."""

    w: float
    h: float
    placed: tuple[Placed, ...]
    marks: tuple[Mark, ...] = ()


def whole(slide: Slide) -> Sheet:
    """Return a sheet as large as its slide."""
    scale = POINTS / slide.inch
    return Sheet(slide.w * scale, slide.h * scale, (Placed(slide, 0, 0, scale),))
