"""The sizes of slides: the shapes that have names, and those given in pixels."""

import re
from typing import NamedTuple

from modelbuilder.document.errors import InputError

_SHORT = 1080.0
"""Slide units along the shorter side, whatever the shape: words are as large on every slide."""
_INCH = 144.0
_NARROWEST = 4


class Size(NamedTuple):
    """A slide's width and height in slide units, and how many of them make an inch on paper."""

    w: float
    h: float
    inch: float = _INCH


WIDE = Size(1920.0, 1080.0)
A4, A3 = (297.0, 210.0), (420.0, 297.0)
"""Paper that lies on its long side, in millimetres."""
MILLIMETRES = 25.4
"""To the inch."""


def shape(w: float, h: float) -> Size:
    """Return the size of a slide for paper of so many millimetres."""
    unit = _SHORT / min(w, h)
    return Size(w * unit, h * unit, unit * MILLIMETRES)


SIZES = {"16:9": WIDE, "4:3": Size(1440.0, 1080.0), "a4": shape(*A4), "a3": shape(*A3)}


def named(words: str) -> Size:
    """Return the size of that name."""
    if words not in SIZES:
        raise InputError(f"“{words}” is not a size; there are {', '.join(SIZES)}.")
    return SIZES[words]


def pixels(words: str, dpi: float | None, most: int = 100_000_000) -> tuple[Size, int, int, float]:
    """Return the slide, the width and height in pixels, and the dots to an inch of a picture.

    A size with a name takes as many pixels as it has inches times dots; 1920x1080 says its pixels itself.
    """
    if found := re.fullmatch(r"([0-9]{1,6})[x×]([0-9]{1,6})", words):
        w, h = int(found[1]), int(found[2])
        if min(w, h) < 100 or max(w, h) > _NARROWEST * min(w, h):
            raise InputError(f"{words} cannot be a slide: a side has at least 100 pixels, and a quarter of the other.")
        size = Size(_SHORT * w / min(w, h), _SHORT * h / min(w, h))
        dots = dpi or _INCH * min(w, h) / _SHORT
    else:
        if words not in SIZES:
            raise InputError(f"“{words}” is not a size; there are {', '.join(SIZES)} and pixels such as 1920x1080.")
        size, dots = SIZES[words], dpi or _INCH
        w, h = round(size.w / size.inch * dots), round(size.h / size.inch * dots)
    if w * h > most:
        raise InputError(f"A picture of {w} × {h} pixels is too large: {most // 1_000_000} million are the most.")
    return size, w, h, dots
