"""The portions that a model is cut into, each small enough to be read on its slide."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.wording import listed
from modelbuilder.document import edits
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import ancestors, held_by, label_of
from modelbuilder.document.records import Document, Model
from modelbuilder.drawing import style
from modelbuilder.drawing.arrangement import tidy
from modelbuilder.drawing.excerpt import above, excerpt, in_order, parts
from modelbuilder.drawing.page import Page, draw
from modelbuilder.drawing.sizes import Size
from modelbuilder.drawing.slide import Slide, slide
from modelbuilder.layout.rect import Rect, bounds
from modelbuilder.layout.stacks import ROW_OF_BOXES

LEGIBLE = 9.0
"""Points that the first line of every card has at least on a slide that is read from afar."""
_NAMES_TOO = LEGIBLE * style.ROLE_SIZE / style.PERSON_SIZE
"""Points of first lines with which the names below them have as many as LEGIBLE."""
_BETTER = 0.2
"""Points more are worth another arrangement."""
_POINTS = 72.0
MOST = 36
"""Cards that are never more than a slide can show; more are not even tried."""
_NAMED = 3
_WAYS: tuple[tuple[int | None, bool], ...] = ((None, True), (2, True), (1, True), (1, False), (0, False))
"""How many steps up are shown, and whether those who only help are: with less of either, more can be read."""
_AROUND = 270.0
"""Slide units that title and legend take of the height, at least."""
WAY_UP = "The way up from here is on another slide."
_REMARK = f"Part 99 of 99. {WAY_UP}"
"""Keeps room below the title for what is said once all portions are known."""


class Portion(NamedTuple):
    """What one slide shows of a model: its title, the page, and whether the way up goes on beyond it."""

    title: str
    page: Page
    things: frozenset[ThingId]
    cut_above: bool


def letters(shown: Slide) -> float:
    """Return how many points high the first lines of cards are set on a slide."""
    return style.ROLE_SIZE * shown.scale / shown.inch * _POINTS


def best(document: Document, model_id: ModelId, size: Size) -> Page | None:
    """Arrange a model anew so that it can be read on one slide, its names too if possible; None where it cannot be."""
    model = document.models[model_id]
    if len(model.posts) + len(model.bodies) + len(model.figures) > MOST:
        return None
    boxes = len(model.placements)
    lengths = [ROW_OF_BOXES, *(-(-boxes // rows) for rows in (2, 3, 4))]
    lengths = [length for index, length in enumerate(lengths) if not index or 1 < length < lengths[index - 1]]
    found, most = None, LEGIBLE
    for columns in (True, False):
        for across in lengths:
            arranged = tidy(document, model_id, across=across, columns=columns)
            if _hopeless(arranged.models[model_id], size):
                continue
            page = draw(arranged, model_id)
            high = letters(slide(page, "", 1, size, _REMARK))
            if high >= _NAMES_TOO:
                return page
            if high >= most:
                found, most = page, high + _BETTER
    return found


def _hopeless(model: Model, size: Size) -> bool:
    """Tell whether what stands on the page is too much even before its lines are drawn."""
    held = held_by(model).get(None, ())
    spots = (model.places[one] for one in held if one in model.places)
    rects = [Rect(at.x, at.y, at.w or style.CARD_WIDTH, at.h or style.CARD_HEIGHT) for at in spots]
    whole = bounds(rects) or Rect(0, 0, 0, 0)
    room = LEGIBLE * size.inch / _POINTS / style.ROLE_SIZE
    return whole.w * room > size.w or whole.h * room > size.h - _AROUND


def portions(document: Document, model_id: ModelId, size: Size, *, outside: bool) -> list[Portion]:
    """Cut a model: a slide for each group, or as many schools as can be read; what is too much for one, in several.

    What stands outside all of them has portions too where that is asked for.
    """
    cutter = _Cutter(Questions(document, model_id), model_id, size)
    return [*(cutter.outside() if outside else ()), *cutter.boxes(parts(document, model_id))]


@dataclass(frozen=True)
class _Cutter:
    """Tries how much can be read on one slide, and halves what cannot."""

    ask: Questions
    model_id: ModelId
    size: Size

    def outside(self) -> Iterator[Portion]:
        """Cut what stands in no part: those at the top, and who works across the parts."""
        model = self.ask.model
        boxes = parts(self.ask.document, self.model_id)
        standing = model.posts.keys() | model.bodies.keys() | model.figures.keys() | model.stickies.keys()
        cards = standing - edits.inside(model, boxes)
        around = next((box for one in boxes for box in ancestors(model, one)), None)
        where = self.label(around) if around else ""
        kinds = {one in model.groups for one in boxes}
        across = f"across its {'parts' if len(kinds) > 1 else 'groups' if True in kinds else 'schools'}"
        title = ": ".join(words for words in (where, across if boxes else "") if words)
        yield from self.cards(self.families(cards), None, title)

    def label(self, thing_id: ThingId) -> str:
        return " ".join(label_of(self.ask.document, self.ask.model, thing_id).split())

    def boxes(self, boxes: Sequence[ThingId]) -> Iterator[Portion]:
        """Cut a row of boxes: each group for itself, schools that stand together in one."""
        run: list[ThingId] = []
        for one in boxes:
            if one in self.ask.model.groups:
                yield from self.row(run)
                yield from self.row([one])
                run = []
            else:
                run.append(one)
        yield from self.row(run)

    def row(self, boxes: Sequence[ThingId]) -> Iterator[Portion]:
        if not boxes:
            return
        labels = [self.label(one) for one in boxes]
        title = listed(labels, _NAMED) if len(labels) <= _NAMED else f"{labels[0]} to {labels[-1]}"
        if found := self.fit(boxes, None, title, _WAYS[:2] if len(boxes) > 1 else _WAYS[:3]):
            yield found
        elif len(boxes) > 1:
            middle = -(-len(boxes) // 2)
            yield from self.row(boxes[:middle])
            yield from self.row(boxes[middle:])
        else:
            yield from self.contents(boxes[0])

    def contents(self, box: ThingId) -> Iterator[Portion]:
        """Cut what stands in one box: its cards, shown in it, and then the boxes in it."""
        model = self.ask.model
        within = held_by(model).get(box, [])
        inner = [one for one in within if one in model.groups or one in model.placements]
        cards = self.families(one for one in within if one not in inner)
        yield from self.cards(cards, box, self.label(box))
        yield from self.boxes(in_order(model, inner))

    def cards(self, cards: Sequence[ThingId], frame: ThingId | None, title: str) -> Iterator[Portion]:
        """Cut cards; several portions of one box are numbered."""
        found = list(self.halves(cards, frame, title))
        for number, one in enumerate(found, start=1):
            yield one._replace(title=f"{title} ({number} of {len(found)})".strip()) if len(found) > 1 else one

    def families(self, cards: Iterable[ThingId]) -> list[ThingId]:
        """List cards so that those who answer to somebody follow them, and those who stand alone come last."""
        pool = dict.fromkeys(in_order(self.ask.model, cards))
        below: dict[ThingId, list[ThingId]] = {}
        tops: list[ThingId] = []
        for one in pool:
            upper = next((rung.target for rung in self.ask.ladder.above(one) if rung.target in pool), None)
            below.setdefault(upper, []).append(one) if upper else tops.append(one)
        found: dict[ThingId, None] = {}
        pending = sorted(tops, key=lambda one: one not in below)[::-1] or list(pool)
        while pending:
            one = pending.pop()
            if one not in found:
                found[one] = None
                pending.extend(reversed(below.get(one, [])))
        return [*found, *(one for one in pool if one not in found)]

    def halves(self, cards: Sequence[ThingId], frame: ThingId | None, title: str) -> Iterator[Portion]:
        if not cards:
            return
        if found := self.fit(cards, frame, title, _WAYS):
            yield found
        elif len(cards) > 1:
            middle = -(-len(cards) // 2)
            yield from self.halves(cards[:middle], frame, title)
            yield from self.halves(cards[middle:], frame, title)

    def fit(
        self, things: Sequence[ThingId], frame: ThingId | None, title: str, ways: Sequence[tuple[int | None, bool]]
    ) -> Portion | None:
        """Return the portion of things if it can be read, with as much of the way up as is possible."""
        model = self.ask.model
        core = edits.inside(model, things)
        cards = core & (model.posts.keys() | model.bodies.keys() | model.figures.keys())
        if len(cards) > MOST:
            return None
        upward = above(self.ask, core, None)
        for steps, helped in ways:
            part = excerpt(self.ask, self.model_id, things, frame, steps, helped=helped)
            plain = edits.put_model(part, self.model_id, narration="", notes="")
            if page := best(plain, self.model_id, self.size):
                return Portion(title, page, frozenset(core), not upward <= page.rects.keys())
        return None
