"""What stands in the strip: a card for each option, and one for each story with its stages in a row."""

from collections.abc import Iterator
from typing import NamedTuple

from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document, Model
from modelbuilder.document.stories import Entry, entries
from modelbuilder.drawing import style
from modelbuilder.drawing.badges import COLOURS, badge_marks
from modelbuilder.drawing.marks import Box, Mark, Text
from modelbuilder.drawing.page import Page
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect, bounds
from modelbuilder.layout.text import Weight
from modelbuilder.windows import theme
from modelbuilder.windows.theme import px, room

CARD_W, CARD_H, GAP = 300.0, 114.0, 16.0
TOP, LEFT = 18.0, 20.0
_CHIP, _CHIP_STEP, _CHIP_TOP, _CHIP_H = 46.0, 52.0, 62.0, 44.0
_PLUS = 120.0
_MOST_DRAWN = 400
"""Of larger pages a small picture would be a blot."""


class Spot(NamedTuple):
    """A place of the strip and what a tap there asks for; the last of several that overlap counts."""

    rect: Rect
    command: str
    model_id: ModelId


def width_of(entry: Entry) -> float:
    """Return how wide the card of an entry is."""
    if not entry.story:
        return room(CARD_W)
    return max(room(CARD_W), 14 + room(_CHIP_STEP) * (len(entry.models) + 1) + 14)


def cards(document: Document, offset: float) -> list[tuple[Entry, Rect]]:
    """Return where the card of each entry stands when the row is scrolled by an offset."""
    x, found = LEFT - offset, []
    for entry in entries(document):
        found.append((entry, Rect(x, room(TOP), width_of(entry), room(CARD_H))))
        x += width_of(entry) + GAP
    return found


def plus(document: Document, offset: float) -> Rect:
    """Return where another model is added."""
    last = cards(document, offset)[-1][1]
    return Rect(last.right + GAP, last.y, room(_PLUS), last.h)


def spots(document: Document, shown: ModelId, offset: float) -> Iterator[Spot]:
    """Yield everything that can be tapped, what lies on top last."""
    for entry, card in cards(document, offset):
        yield Spot(card, "show", _face(entry, shown))
        if entry.story:
            for index, model_id in enumerate(entry.models):
                yield Spot(_chip(card, index), "show", model_id)
            yield Spot(_chip(card, len(entry.models)), "add_stage", entry.models[-1])
    yield Spot(plus(document, offset), "add_model", ModelId(""))


def _face(entry: Entry, shown: ModelId) -> ModelId:
    """Return the model that speaks for an entry: the one that is shown, or the first."""
    return shown if shown in entry.models else entry.models[0]


def _chip(card: Rect, index: int) -> Rect:
    return Rect(card.x + 14 + room(_CHIP_STEP) * index, card.y + room(_CHIP_TOP), room(_CHIP), room(_CHIP_H))


class Told(NamedTuple):
    """What the strip says of one model: its findings in words, and the gravest while they are shown."""

    words: str
    gravest: str


def option_marks(model: Model, told: Told, *, shown: bool, focus: bool, picture: list[Mark]) -> list[Mark]:
    """Return the marks of an option's card, relative to its corner."""
    title = model.title or f"Model {model.label}"
    return [*_frame(room(CARD_W), model.label, title, told, shown=shown, focus=focus), *picture]


def story_marks(
    entry: Entry, document: Document, shown: ModelId, told: dict[ModelId, Told], *, focus: bool
) -> list[Mark]:
    """Return the marks of a story's card, relative to its corner."""
    here = shown in entry.models
    face = _face(entry, shown)
    model = document.models[face]
    number = entry.models.index(face) + 1
    title = model.title or f"Stage {number}"
    words = told[face]._replace(words=f"stage {number} of {len(entry.models)} · {told[face].words}")
    w = width_of(entry)
    marks = _frame(w, entry.label, title, words, shown=here, focus=focus and here)
    card = Rect(0, 0, w, room(CARD_H))
    for index, model_id in enumerate(entry.models):
        marks += _chip_marks(_chip(card, index), str(index + 1), told[model_id].gravest, shown=model_id == shown)
    add = _chip(card, len(entry.models))
    marks += [
        Box(add, 10, stroke=style.SECOND, weight=1.2, dashes=(4, 3)),
        Text(add.cx, add.cy + px(6), "+", px(20), Weight.SEMIBOLD, style.SECOND, "middle"),
    ]
    return marks


def _frame(w: float, label: str, title: str, told: Told, *, shown: bool, focus: bool) -> list[Mark]:
    edge = style.IDEA if focus else theme.INDIGO if shown else style.HAIRLINE
    size = px(19) if text.width(label, px(19), Weight.BOLD) <= room(34) else px(12)
    letter = text.elide(label, size, Weight.BOLD, room(34))
    ink = COLOURS.get(told.gravest, style.SECOND)
    side, left = room(36), room(50) + 14
    words = ((30, title, 15, Weight.SEMIBOLD, style.INK), (50, told.words, 13, Weight.REGULAR, ink))
    return [
        Box(Rect(0, 0, w, room(CARD_H)), 12, fill=style.QUIET, stroke=edge, weight=2.6 if shown else 1.4),
        Box(Rect(14, 14, side, side), 9, fill=theme.INDIGO if shown else style.SECOND),
        Text(14 + side / 2, 14 + side / 2 + size * 0.36, letter, size, Weight.BOLD, style.PAPER, "middle"),
        *(
            Text(left, room(y), text.elide(line, px(size), weight, w - left - 14), px(size), weight, colour)
            for y, line, size, weight, colour in words
        ),
    ]


def _chip_marks(chip: Rect, words: str, gravest: str, *, shown: bool) -> list[Mark]:
    marks: list[Mark] = [
        Box(chip, 10, fill=theme.INDIGO if shown else style.PAPER, stroke=style.SECOND, weight=0 if shown else 1.2),
        Text(chip.cx, chip.cy + px(5.5), words, px(16), Weight.SEMIBOLD, style.PAPER if shown else style.INK, "middle"),
    ]
    if gravest:
        marks += badge_marks(gravest, chip.right - 4, chip.y + 4, px(18))
    return marks


def picture(page: Page) -> list[Mark]:
    """Return a small picture of a page, for the lower part of an option's card."""
    whole = bounds(page.rects.values())
    if whole is None or len(page.rects) > _MOST_DRAWN:
        return []
    wide, high = room(CARD_W), room(46)
    scale = min((wide - 28) / whole.w, high / whole.h, 0.12)
    x, y = (wide - whole.w * scale) / 2, room(61) + (high - whole.h * scale) / 2
    marks: list[Mark] = []
    for thing_id, rect in sorted(page.rects.items(), key=lambda row: -row[1].w * row[1].h):
        face = page.faces[thing_id]
        small = Rect(x + (rect.x - whole.x) * scale, y + (rect.y - whole.y) * scale, rect.w * scale, rect.h * scale)
        if face.kind in ("group", "school"):
            marks.append(Box(small, 2, fill=style.PAPER, stroke=style.EDGE, weight=0.8))
        else:
            marks.append(Box(small, 1.5, fill=style.TIERS[face.tier]))
    return marks
