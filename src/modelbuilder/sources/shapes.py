"""Our shapes on the slides of a presentation: what they are called, where they stand, and their words."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple
from zlib import crc32

from modelbuilder.document.ids import ThingId
from modelbuilder.drawing.marks import Drawn, Group
from modelbuilder.drawing.slide import Slide
from modelbuilder.layout.rect import Rect

PREFIX = "!!"
"""What the names of our shapes begin with: PowerPoint's Morph then takes equal names for the same thing."""
EMU = 6350
"""To a slide unit, of which 1920 are 13⅓ inches."""


class Shape(NamedTuple):
    """A shape on a slide: where it stands, in EMU, and its lines of text."""

    rect: Rect
    lines: tuple[str, ...]


def shapes_on(shapes: Any, place: Callable[[Rect], Rect] = lambda rect: rect) -> Iterator[tuple[str, Shape]]:
    """Yield our shapes by their names, with those in groups where the group now stands."""
    for shape in shapes:
        if shape.shape_type == 6:
            yield from shapes_on(shape.shapes, _inside(shape, place))
        elif shape.name.startswith(PREFIX):
            rect = place(Rect(shape.left, shape.top, shape.width, shape.height))
            words = shape.text_frame.text if shape.has_text_frame else ""
            lines = words.replace("\v", "\n").split("\n")
            yield shape.name, Shape(rect, tuple(map(plain, lines)))


def _inside(group: Any, place: Callable[[Rect], Rect]) -> Callable[[Rect], Rect]:
    """Return how the shapes of a group are placed: a group has units of its own once it was moved or stretched."""
    frame = group._element.grpSpPr.find("{*}xfrm")
    if frame is None:
        return place
    rows = {row.tag.rpartition("}")[2]: row for row in frame}
    off, ext = rows["off"], rows["ext"]
    inner, size = rows.get("chOff", off), rows.get("chExt", ext)
    x, y, from_x, from_y = (int(row.get(key)) for row, key in ((off, "x"), (off, "y"), (inner, "x"), (inner, "y")))
    sx = int(ext.get("cx")) / max(int(size.get("cx")), 1)
    sy = int(ext.get("cy")) / max(int(size.get("cy")), 1)
    return lambda rect: place(Rect(x + (rect.x - from_x) * sx, y + (rect.y - from_y) * sy, rect.w * sx, rect.h * sy))


def slide_name(shown: Slide) -> str:
    """Name a slide that shows a model, so that it is known again: by its label, or by what of it is shown, and where.

    A later version that cuts or arranges a model otherwise does not take that for a change. Nothing for other slides.
    """
    if shown.words is None or shown.model_id is None or shown.legend is None:
        return ""
    if shown.whole:
        return shown.words.label
    spots = [(_own(one), round(one.x), round(one.y)) for one in shown.diagram if isinstance(one, Group)]
    sign = crc32(repr((spots, sorted(shape_names(shown.diagram).values()))).encode())
    return f"{plain(shown.name)} {sign:08x}"


def shape_names(drawn: Iterable[Drawn]) -> dict[ThingId, str]:
    """Name the shapes of all things and lines by their handles, or by their ids where two have the same."""
    names = {_own(one): plain(one.name) for one in drawn}
    taken = Counter(names.values())
    return {one: PREFIX + (name if name and taken[name] == 1 else one) for one, name in names.items()}


def plain(words: str) -> str:
    """Return words without what a presentation cannot hold or shows as a space."""
    return " ".join("".join(c if c.isprintable() and c != "\ufffd" else " " for c in words).split())


def _own(one: Drawn) -> ThingId:
    return one.thing_id if isinstance(one, Group) else one.line_id
