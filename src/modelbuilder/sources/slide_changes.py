"""What was changed on one slide of PowerPoint, beside the slide as it was exported."""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from statistics import median
from typing import NamedTuple, TypeAlias

from modelbuilder.document import edits
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import label_of
from modelbuilder.document.naming import name_thing
from modelbuilder.document.records import Box, Document
from modelbuilder.drawing.marks import Box as BoxMark
from modelbuilder.drawing.marks import Connector, Group, Text
from modelbuilder.drawing.slide import Slide
from modelbuilder.layout.rect import Rect
from modelbuilder.sources.shapes import EMU, Shape, plain, shape_names

Edit: TypeAlias = Callable[[Document], Document]
_NEAR = 20
"""EMU that something stands apart at most which nobody moved."""
_MOVED = 3.0
"""Units that a card was moved at least; less is rounding."""


class Change(NamedTuple):
    """One change, in words, and the edit that takes it over."""

    words: str
    edit: Edit


class SlideChanges:
    """One slide beside the one that was exported: the whole of a model, or what of it was shown otherwise."""

    def __init__(self, document: Document, model_id: ModelId, shown: Slide, shapes: Mapping[str, Shape]) -> None:
        self.document, self.model_id, self.shown, self.shapes = document, model_id, shown, shapes
        self.model = document.models[model_id]
        names, known = shape_names(shown.diagram), self.model.lines
        groups = [one for one in shown.diagram if isinstance(one, Group)]
        self.groups = {names[one.thing_id]: one for one in groups}
        self.homes = {one.thing_id: one.holder for one in groups}
        self.rects = {one.thing_id: _rect_of(one) for one in groups}
        lines = [one for one in shown.diagram if isinstance(one, Connector) and one.line_id in known]
        lines = [
            one for one in lines if (known[one.line_id].source, known[one.line_id].target) == (one.source, one.target)
        ]
        self.lines = {names[one.line_id]: one for one in lines}  # without those that end at a folded box
        self.before = f"Model {self.model.label}: "

    def around(self, thing_id: ThingId) -> Iterator[ThingId]:
        """Yield the boxes around a thing, from the inside out."""
        while (holder := self.homes.get(thing_id)) is not None:
            yield (thing_id := holder)

    def renamed(self) -> Iterator[Change]:
        """Yield what is called otherwise."""
        for name, one in self.groups.items():
            if name in self.shapes:
                yield from self._renamed(one, self.shapes[name])

    def label(self, thing_id: ThingId) -> str:
        """Name a thing, and who holds it when it is a post."""
        label = " ".join(label_of(self.document, self.model, thing_id).split())
        post = self.model.posts.get(thing_id)
        person = self.document.people.get(post.person) if post and post.person else None
        return f"{label} {person.name}" if person else label

    def removal(self, thing_id: ThingId) -> Edit:
        return lambda document: edits.remove(document, self.model_id, [thing_id])

    def _renamed(self, one: Group, shape: Shape) -> Iterator[Change]:
        """Yield the new label of a post or body, the new holder of a post, or the new name of anything else."""
        texts = sorted((mark for mark in one.marks if isinstance(mark, Text)), key=lambda mark: (mark.y, mark.x))
        lines = [plain(" ".join(mark.text for mark in row)) for _, row in groupby(texts, key=lambda mark: mark.y)]
        model, thing_id, new = self.model, one.thing_id, list(shape.lines)
        if not lines or not any(new) or new == lines:
            return
        if thing_id in model.stickies:
            yield self._words(thing_id, "says", " ".join(new))
        elif thing_id in model.placements:
            count = len([mark for mark in texts if mark.size == texts[0].size])
            if new[:count] != lines[:count]:
                yield self._words(thing_id, "is now called", " ".join(new[: len(new) - len(lines) + count]))
        elif thing_id in model.groups:
            kind = plain(texts[-1].text)
            if new[0] != lines[0]:
                yield self._words(thing_id, "is now called", new[0].removesuffix(kind).strip())
        else:
            if new[0] != lines[0]:
                if thing_id in model.figures:
                    yield self._words(thing_id, "is now called", new[0])
                else:
                    words = f"{self.before}{self.label(thing_id)} is now called “{new[0]}”."
                    yield Change(words, self._label_edit(thing_id, new[0]))
            if thing_id in model.posts and len(new) > 1 and len(lines) > 1 and new[1] != lines[1]:
                yield self._words(thing_id, "is now held by", new[1])

    def _label_edit(self, thing_id: ThingId, label: str) -> Edit:
        return lambda document: edits.change(document, self.model_id, thing_id, label=label[:2000])

    def _words(self, thing_id: ThingId, verb: str, words: str) -> Change:
        named = f"{self.before}{self.label(thing_id)} {verb} “{words}”."
        return Change(named, lambda document: name_thing(document, self.model_id, thing_id, words[:200]))

    def moves(self) -> Iterator[tuple[ThingId, float, float]]:
        """Yield what stands elsewhere in its box; most things have stayed, and tell where the others would be."""
        rects = {
            one.thing_id: (self.rects[one.thing_id], self.shapes[name].rect)
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
            holder = self.homes[one] if self.homes[one] in self.rects else None
            was, around = self.rects[one], self.rects[holder] if holder else Rect(0, 0, 0, 0)
            corner = now.get(holder, around) if holder else around
            dx = (rect.x - corner.x) - (was.x - around.x)
            dy = (rect.y - corner.y) - (was.y - around.y)
            if max(abs(dx), abs(dy)) >= _MOVED:
                yield one, dx, dy

    def moved(self) -> Iterator[Change]:
        """Yield what stands elsewhere on the page of a model."""
        for one, dx, dy in self.moves():
            yield Change(f"{self.before}{self.label(one)} was moved.", self._move(one, dx, dy))

    def _exported(self, pairs: list[tuple[Rect, Rect]]) -> tuple[float, float, float] | None:
        """Return scale and corner of the page on a slide of ours, if anything still stands where it was put."""
        shown = self.shown
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


def _rect_of(one: Group) -> Rect:
    """Return where the outline of a thing stands in the units of the page; what lies behind it comes first."""
    *_, outline = (mark.rect for mark in one.marks if isinstance(mark, BoxMark))
    return outline.moved(one.x, one.y)


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
