"""What somebody changed in slides of PowerPoint since they were exported, as edits that can be looked at one by one."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from itertools import groupby
from statistics import median
from typing import Any, NamedTuple, TypeAlias

from modelbuilder.document import edits
from modelbuilder.document.errors import InputError
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.integrity import settle
from modelbuilder.document.lookup import label_of
from modelbuilder.document.naming import name_thing
from modelbuilder.document.records import Box, Document
from modelbuilder.drawing.marks import Connector, Drawn, Group, Text
from modelbuilder.drawing.page import Page, draw
from modelbuilder.drawing.slide import slide
from modelbuilder.layout.rect import Rect

Edit: TypeAlias = Callable[[Document], Document]
PREFIX = "!!"
"""What the names of our shapes begin with: PowerPoint's Morph then takes equal names for the same thing."""
EMU = 6350
"""To a slide unit, of which 1920 are 13⅓ inches."""
_NEAR = 20
"""EMU that something stands apart at most which nobody moved."""
_MOVED = 3.0
"""Units that a card was moved at least; less is rounding."""


class Change(NamedTuple):
    """One change, in words, and the edit that takes it over."""

    words: str
    edit: Edit


class _Shape(NamedTuple):
    """A shape on a slide: where it stands, in EMU, and its lines of text."""

    rect: Rect
    lines: tuple[str, ...]


def changes(content: bytes, document: Document) -> list[Change]:
    """List what differs between the slides of a presentation and the document that lies in it.

    Read are the places, words and absence of shapes that were exported; what was added is left alone.
    Raises InputError when the presentation is broken.
    """
    from pptx import Presentation

    try:
        slides = [(slide.name, dict(_shapes(slide.shapes))) for slide in Presentation(BytesIO(content)).slides]
    except Exception:
        raise InputError("The slides in this presentation cannot be read.") from None
    models = {model.label: model_id for model_id, model in document.models.items()}
    found: list[Change] = []
    for label, shapes in slides:
        if label in models:
            found += _Slide(document, models[label], shapes).changes()
    return found


def take_over(document: Document, chosen: list[Change]) -> Document:
    """Return the document with the changes that were chosen."""
    after = document
    for change in chosen:
        after = change.edit(after)
    return settle(document, after)


def _shapes(shapes: Any, place: Callable[[Rect], Rect] = lambda rect: rect) -> Iterator[tuple[str, _Shape]]:
    """Yield our shapes by their names, with those in groups where the group now stands."""
    for shape in shapes:
        if shape.shape_type == 6:
            yield from _shapes(shape.shapes, _inside(shape, place))
        elif shape.name.startswith(PREFIX):
            rect = place(Rect(shape.left, shape.top, shape.width, shape.height))
            words = shape.text_frame.text if shape.has_text_frame else ""
            lines = words.replace("\v", "\n").split("\n")
            yield shape.name, _Shape(rect, tuple(map(_plain, lines)))


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


def shape_names(drawn: Iterable[Drawn]) -> dict[ThingId, str]:
    """Name the shapes of all things and lines by their handles, or by their ids where two have the same."""
    names = {_own(one): _plain(one.name) for one in drawn}
    taken = Counter(names.values())
    return {one: PREFIX + (name if name and taken[name] == 1 else one) for one, name in names.items()}


def _plain(words: str) -> str:
    """Return words without what a presentation cannot hold or shows as a space."""
    return " ".join("".join(c if c.isprintable() and c != "\ufffd" else " " for c in words).split())


def _own(one: Drawn) -> ThingId:
    return one.thing_id if isinstance(one, Group) else one.line_id


class _Slide:
    """One slide beside the page that it was exported from."""

    def __init__(self, document: Document, model_id: ModelId, shapes: Mapping[str, _Shape]) -> None:
        self.document, self.model_id, self.shapes = document, model_id, shapes
        self.page: Page = draw(document, model_id)
        drawn = list(self.page.drawn())
        names = shape_names(drawn)
        self.groups = {names[one.thing_id]: one for one in drawn if isinstance(one, Group)}
        self.lines = {names[one.line_id]: one for one in drawn if isinstance(one, Connector)}
        self.before = f"Model {self.page.model.label}: "

    def changes(self) -> Iterator[Change]:
        """Yield what is gone, then what is called otherwise, then what stands elsewhere."""
        gone = {one.thing_id: name for name, one in self.groups.items() if name not in self.shapes}
        for thing_id in gone:
            if not any(holder in gone for holder in self.page.around(thing_id)):
                yield Change(f"{self.before}{self._label(thing_id)} was deleted.", self._removal(thing_id))
        for name, line in self.lines.items():
            if name not in self.shapes and not gone.keys() & set(line.ends):
                words = f"{self.before}the line “{self._label(line.line_id)}” was deleted."
                yield Change(words, self._removal(line.line_id))
        for name, one in self.groups.items():
            if name in self.shapes:
                yield from self._renamed(one, self.shapes[name])
        yield from self._moved()

    def _label(self, thing_id: ThingId) -> str:
        """Name a thing, and who holds it when it is a post."""
        label = " ".join(label_of(self.document, self.page.model, thing_id).split())
        post = self.page.model.posts.get(thing_id)
        person = self.document.people.get(post.person) if post and post.person else None
        return f"{label} {person.name}" if person else label

    def _removal(self, thing_id: ThingId) -> Edit:
        return lambda document: edits.remove(document, self.model_id, [thing_id])

    def _renamed(self, one: Group, shape: _Shape) -> Iterator[Change]:
        """Yield the new label of a post or body, the new holder of a post, or the new name of anything else."""
        texts = sorted((mark for mark in one.marks if isinstance(mark, Text)), key=lambda mark: (mark.y, mark.x))
        lines = [_plain(" ".join(mark.text for mark in row)) for _, row in groupby(texts, key=lambda mark: mark.y)]
        model, thing_id, new = self.page.model, one.thing_id, list(shape.lines)
        if not lines or not any(new) or new == lines:
            return
        if thing_id in model.stickies:
            yield self._words(thing_id, "says", " ".join(new))
        elif thing_id in model.placements:
            count = len([mark for mark in texts if mark.size == texts[0].size])
            if new[:count] != lines[:count]:
                yield self._words(thing_id, "is now called", " ".join(new[: len(new) - len(lines) + count]))
        elif thing_id in model.groups:
            kind = _plain(texts[-1].text)
            if new[0] != lines[0]:
                yield self._words(thing_id, "is now called", new[0].removesuffix(kind).strip())
        else:
            if new[0] != lines[0]:
                if thing_id in model.figures:
                    yield self._words(thing_id, "is now called", new[0])
                else:
                    words = f"{self.before}{self._label(thing_id)} is now called “{new[0]}”."
                    yield Change(words, self._label_edit(thing_id, new[0]))
            if thing_id in model.posts and len(new) > 1 and len(lines) > 1 and new[1] != lines[1]:
                yield self._words(thing_id, "is now held by", new[1])

    def _label_edit(self, thing_id: ThingId, label: str) -> Edit:
        return lambda document: edits.change(document, self.model_id, thing_id, label=label[:2000])

    def _words(self, thing_id: ThingId, verb: str, words: str) -> Change:
        named = f"{self.before}{self._label(thing_id)} {verb} “{words}”."
        return Change(named, lambda document: name_thing(document, self.model_id, thing_id, words[:200]))

    def _moved(self) -> Iterator[Change]:
        """Yield what stands elsewhere in its box; most things have stayed, and tell where the others would be."""
        rects = {
            one.thing_id: (self.page.rects[one.thing_id], self.shapes[name].rect)
            for name, one in self.groups.items()
            if name in self.shapes
        }
        scale, left, top = self._exported(list(rects.values())) or _fitted(list(rects.values()))
        if not scale:
            return
        now = {
            one: Rect(new.x / scale - left, new.y / scale - top, new.w / scale, new.h / scale)
            for one, (_, new) in rects.items()
        }
        for one, rect in now.items():
            holder = self.page.home.get(one)
            was, around = self.page.rects[one], self.page.rects[holder] if holder else Rect(0, 0, 0, 0)
            corner = now.get(holder, around) if holder else around
            dx = (rect.x - corner.x) - (was.x - around.x)
            dy = (rect.y - corner.y) - (was.y - around.y)
            if max(abs(dx), abs(dy)) >= _MOVED:
                words = f"{self.before}{self._label(one)} was moved."
                yield Change(words, self._move(one, dx, dy))

    def _exported(self, pairs: list[tuple[Rect, Rect]]) -> tuple[float, float, float] | None:
        """Return scale and corner of the page on a slide of ours, if anything still stands where it was put."""
        shown = slide(self.page, "")
        scale, left, top = shown.scale * EMU, shown.x / shown.scale, shown.y / shown.scale
        for old, new in pairs:
            if max(abs((old.x + left) * scale - new.x), abs((old.y + top) * scale - new.y)) < _NEAR:
                return scale, left, top
        return None

    def _move(self, thing_id: ThingId, dx: float, dy: float) -> Edit:
        def edit(document: Document) -> Document:
            place = document.models[self.model_id].places.get(thing_id, Box())
            spot = place.model_copy(update={"x": place.x + dx, "y": place.y + dy})
            return edits.move(document, self.model_id, {thing_id: spot})

        return edit


def _fitted(pairs: list[tuple[Rect, Rect]]) -> tuple[float, float, float]:
    """Return scale and corner of the page on a slide of another layout, as most things on it tell them."""
    scale = _scale(pairs)
    if not scale:
        return 0.0, 0.0, 0.0
    left, top = (median(new[axis] / scale - old[axis] for old, new in pairs) for axis in (0, 1))
    return scale, left, top


def _scale(pairs: list[tuple[Rect, Rect]]) -> float:
    """Return how large the page is on the slide: what most lengths say, the long ones most; 0 when nothing does."""
    half = len(pairs) // 2
    lengths = [(old.w, new.w) for old, new in pairs]
    for axis in (0, 1):
        rows = sorted((old[axis], new[axis]) for old, new in pairs)
        lengths += [(b[0] - a[0], b[1] - a[1]) for a, b in zip(rows, rows[half:], strict=False)]
    shares = sorted((new / old, old) for old, new in lengths if old > 1)
    left = sum(length for _, length in shares) / 2
    for share, length in shares:
        left -= length
        if left <= 0:
            return max(share, 0.0)
    return 0.0
