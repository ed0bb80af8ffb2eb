"""Slides that list who holds which post in a model, where it stands, and whom it answers to."""

from collections.abc import Iterator
from typing import NamedTuple

from modelbuilder.accountability import wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import holder_of, label_of, person_name, post_title
from modelbuilder.document.records import Document
from modelbuilder.drawing import style
from modelbuilder.drawing.deck import footer
from modelbuilder.drawing.marks import Box, Icon, Mark, Text
from modelbuilder.drawing.sizes import Size
from modelbuilder.drawing.slide import Slide, Words, footing, heading
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.vocabulary.roles import ROLES

_MARGIN, _GAP = 64.0, 24.0
_ROW, _HEAD, _SIZE = 46.0, 40.0, 18.0
_CHIP = 30.0
_HEADS = ("Post", "Held by", "At", "Answers to")
_SHARES = (0.3, 0.22, 0.22, 0.26)
"""Of the width of a slide, for each column."""


class _Person(NamedTuple):
    """One row: what is said in each column, and the role that gives its icon."""

    role: str
    cells: tuple[str, str, str, str]
    quiet: bool


def people_pages(document: Document, model_id: ModelId, size: Size, number: int) -> Iterator[Slide]:
    """Yield the slides of a model's posts, the highest first; one that says so when there are none."""
    model = document.models[model_id]
    rows = list(_rows(Questions(document, model_id)))
    subtitle = f"{wording.upper_first(wording.counted(len(rows), 'post'))} in this model."
    while True:
        top, marks, lines = heading("People and posts", model.label, subtitle, size)
        room = int((size.h - 70 - top - _HEAD) // _ROW)
        content = list(_table(rows[:room], top + 8, size)) if rows else []
        rows = rows[room:]
        foot = footing(footer(document, model_id), number, size)
        words = Words(model.label, tuple(lines), foot[0].text, number)
        frame = (*marks, *content, *foot)
        title = "People and posts"
        yield Slide(title, frame, (), 1, 0, 0, *size, name=title, level=1, words=words, content=tuple(content))
        number += 1
        if not rows:
            return


def _rows(ask: Questions) -> Iterator[_Person]:
    document, model = ask.document, ask.model

    def order(post_id: ThingId) -> tuple[object, ...]:
        return (ask.rank(post_id) or 10, _at(ask, post_id), ask.key(post_id))

    for post_id in sorted(model.posts, key=order):
        post = model.posts[post_id]
        name = person_name(document, post)
        held = name or ("Vacant" if post.status == "vacant" else "Not said")
        uppers = [_called(ask, rung.target) for rung in ask.ladder.above(post_id)]
        title = " ".join(post_title(post).split())
        yield _Person(post.role, (title, held, _at(ask, post_id), ", ".join(uppers) or "–"), not name)


def _at(ask: Questions, post_id: ThingId) -> str:
    holder = holder_of(ask.model, post_id)
    return label_of(ask.document, ask.model, holder) if holder else "–"


def _called(ask: Questions, thing_id: ThingId) -> str:
    """Name whom one answers to: a person, or else the post or body."""
    post = ask.model.posts.get(thing_id)
    return (person_name(ask.document, post) if post else "") or label_of(ask.document, ask.model, thing_id)


def _table(rows: list[_Person], top: float, size: Size) -> Iterator[Mark]:
    """Yield a head and rows with a line below each."""
    whole = size.w - 2 * _MARGIN
    lefts = [_MARGIN + _CHIP + 14 + sum(_SHARES[:index]) * (whole - _CHIP - 14) for index in range(len(_SHARES))]
    rooms = [share * (whole - _CHIP - 14) - _GAP for share in _SHARES]
    for words, left in zip(_HEADS, lefts, strict=True):
        yield Text(left, top + 24, words, 15, Weight.SEMIBOLD, style.SECOND)
    for index, row in enumerate(rows):
        y = top + _HEAD + _ROW * index
        yield Box(Rect(_MARGIN, y - 4, whole, 1), fill=style.HAIRLINE)
        role = ROLES[row.role]
        yield Box(Rect(_MARGIN, y + 4, _CHIP, _CHIP), 7, fill=style.TIERS[role.tier])
        yield Icon(role.key, _MARGIN + 5, y + 9, _CHIP - 10, style.PAPER)
        for column, (words, left, room) in enumerate(zip(row.cells, lefts, rooms, strict=True)):
            weight = Weight.SEMIBOLD if column == 0 else Weight.REGULAR
            ink = style.SECOND if column == 1 and row.quiet else style.INK
            yield Text(left, y + 26, text.elide(words, _SIZE, weight, room), _SIZE, weight, ink)
