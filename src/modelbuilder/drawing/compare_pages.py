"""Slides on models beside each other: drawings with key answers, for and against, all questions, what changes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from modelbuilder.accountability import wording
from modelbuilder.accountability.captions import captions
from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.differences import What
from modelbuilder.compare.marking import unmarked
from modelbuilder.compare.opinions import dots, opinions, votes_on
from modelbuilder.compare.question_list import QUESTIONS, replies
from modelbuilder.compare.several import Several
from modelbuilder.compare.subjects import subject_of
from modelbuilder.compare.what_changes import what_changes
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import DeckSlide, Document
from modelbuilder.document.stories import address
from modelbuilder.drawing import style
from modelbuilder.drawing.answer_table import (
    HEAD,
    MARGIN,
    SIZE,
    Answers,
    Columns,
    Laid,
    Said,
    columns,
    head_marks,
    laid,
    paged,
    row_marks,
)
from modelbuilder.drawing.deck import footer
from modelbuilder.drawing.legend import legend_of
from modelbuilder.drawing.marks import Box, Mark, Text
from modelbuilder.drawing.page import draw
from modelbuilder.drawing.side_by_side import LOOKS, height_of, side_by_side
from modelbuilder.drawing.sizes import Size
from modelbuilder.drawing.slide import Slide, Table, Words, footing, heading
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.text import Weight
from modelbuilder.vocabulary.changes import MARKS
from modelbuilder.vocabulary.notes import TOPICS

_KEY = ("accountable", "day_to_day")
"""The questions whose answers stand below the drawings."""
_IF_ROOM = ("layers", "public_face", "findings", "alone", "apart", "cover")
"""Those that do as far as there is room, the most telling first."""
_SIGN = 40.0
_LOWEST = 300.0
"""How high drawings that could fill more are at least."""
_FOOT = 60.0
_AROUND, _BELOW = 6.0, 20.0
"""What stays free around each drawing, and below all of them."""
_CONTINUED = "The whole table is told with the slide on which it begins."
_DIFFERS = MARKS[What.CHANGED].sign


def compare_pages(document: Document, one: DeckSlide, size: Size, number: int) -> Iterator[Slide]:
    """Yield the slides of one entry of a deck that shows several models."""
    making = _Making(document, one, size, number)
    yield from {"comparison": making.comparison, "questions": making.questions, "changes": making.changes}[one.what]()


class _Making:
    """The slides on some models while they are being made."""

    def __init__(self, document: Document, one: DeckSlide, size: Size, number: int) -> None:
        self.document, self.size, self.number = document, size, number
        self.about = one.about
        self.asks = [Questions(document, model_id) for model_id in (one.model, *one.beside)]
        self.where: Columns = columns(len(self.asks), size.w)
        self.labels = [ask.model.label for ask in self.asks]
        self.titles = [ask.model.title for ask in self.asks]

    def comparison(self) -> Iterator[Slide]:
        """Yield the drawings with the key answers below, and what was noted for and against."""
        several = Several(self.asks)
        pages = [draw(self.document, ask.model_id) for ask in self.asks]
        key = legend_of(pages, MARGIN, self.size.w - 2 * MARGIN, self.size.h - _FOOT)
        top, bottom = self._top("") + HEAD, key.rect.y - 20
        widths = [rect.w - 2 * _AROUND for rect in self.where.models]
        full = max(height_of(several, pages, widths) + 2 * _AROUND, _SIGN * len(What) + 8)
        rows = self._key_answers(bottom - top - _BELOW - min(full, _LOWEST))
        told = laid(rows, self.where)
        high = min(full, max(_LOWEST, bottom - top - _BELOW - sum(row.h for row in told)))
        rooms = [Rect(rect.x, top, rect.w, high).grown(-_AROUND) for rect in self.where.models]
        drawn, shown = side_by_side(several, pages, rooms)
        below = top + high + _BELOW
        first, *rest = paged(told, bottom - below, self._room())
        title = f"{wording.upper_first(wording.counted(len(self.asks), self._noun()))} beside each other"
        signs = sorted(shown, key=list(What).index)
        content = [
            *head_marks(self.labels, self.titles, self.where, top - HEAD),
            *_signs(signs, self.labels[1:], self.where.side, top),
            *row_marks(first, self.where, below),
        ]
        opinions_told = self._opinions()
        marked = unmarked(several) or ("" if signs else "Nothing differs on the page.")
        begun = self._slide(title, f"{marked} {self._more(len(rest))}".strip(), content, rows)
        told_of = {
            ThingId(f"{ask.model.label} {one}"): words
            for ask in self.asks
            for one, words in captions(self.document, ask.model_id).items()
        }
        frame = (*begun.frame, *key.marks())
        yield replace(begun, frame=frame, diagram=tuple(drawn), legend=key, level=0, descriptions=told_of)
        yield from self._later(title, rest)
        if opinions_told:
            yield from self._table("For and against", opinions_told)

    def _key_answers(self, room: float) -> list[Answers]:
        """Return the most telling answers, as many as have room, in the order of the question list."""
        answers = [replies(ask) for ask in self.asks]
        rows = {key: _answers(QUESTIONS[key], [one[key].short for one in answers]) for key in (*_KEY, *_IF_ROOM)}
        heights = {key: laid([row], self.where)[0].h for key, row in rows.items()}
        chosen = set(_KEY)
        for key in _IF_ROOM:
            if sum(heights[one] for one in (*chosen, key)) <= room:
                chosen.add(key)
        return [rows[key] for key in QUESTIONS if key in chosen]

    def questions(self) -> Iterator[Slide]:
        """Yield the question list, answered by every model."""
        answers = [replies(ask) for ask in self.asks]
        rows = [_answers(question, [one[key].words for one in answers]) for key, question in QUESTIONS.items()]
        yield from self._table(f"The same questions to each {self._noun()}", rows)

    def changes(self) -> Iterator[Slide]:
        """Yield what changes for somebody: a paragraph, and a table in which what differs is marked."""
        table = what_changes(self.asks, subject_of(self.asks, self.about))
        rows = [Answers("", ((Said(table.paragraph),),), across=True)]
        for row in table.rows:
            label = f"{_DIFFERS} {row.label}" if row.differs else row.label
            rows.append(_answers(label, [cell.words for cell in row.cells]))
        differs = any(row.differs for row in table.rows)
        remark = f"{_DIFFERS} marks what differs from {self._noun()} to {self._noun()}." if differs else ""
        yield from self._table(f"What changes for {table.subject.label}", rows, remark)

    def _noun(self) -> str:
        return "stage" if all(address(label) for label in self.labels) else "model"

    def _opinions(self) -> list[Answers]:
        """Return what was noted of the models; nothing when there is neither a note nor a dot."""
        rows = []
        for topic, label in TOPICS.items():
            cells = tuple(
                tuple(Said(str(one), one.colour) for one in opinions(ask, topic)) or (Said("–", quiet=True),)
                for ask in self.asks
            )
            if any(said.note for cell in cells for said in cell):
                rows.append(Answers(label, cells))
        votes = [votes_on(ask) for ask in self.asks]
        if any(votes):
            rows.insert(0, _answers("The whole", [wording.upper_first(dots(count)) for count in votes]))
        return rows

    def _table(self, title: str, rows: Sequence[Answers], remark: str = "") -> Iterator[Slide]:
        first, *rest = paged(laid(rows, self.where), self._room(), self._room())
        subtitle = " ".join(part for part in (remark, self._more(len(rest))) if part)
        yield self._slide(title, subtitle, self._headed(first), rows)
        yield from self._later(title, rest)

    def _later(self, title: str, parts: Sequence[Sequence[Laid]]) -> Iterator[Slide]:
        for index, part in enumerate(parts, start=1):
            left = self._more(len(parts) - index)
            yield self._slide(title, f"Continued. {left}".strip(), self._headed(part), (), "continued")

    def _headed(self, rows: Iterable[Laid]) -> list[Mark]:
        top = self._top("")
        heads = head_marks(self.labels, self.titles, self.where, top)
        return [*heads, *row_marks(rows, self.where, top + HEAD)]

    def _more(self, slides: int) -> str:
        if not slides:
            return ""
        return "The rest is on the next slide." if slides == 1 else f"The rest is on the next {slides} slides."

    def _top(self, subtitle: str) -> float:
        return heading("", "", subtitle, self.size)[0] + 8

    def _room(self) -> float:
        return self.size.h - _FOOT - 10 - self._top("") - HEAD

    def _slide(
        self, title: str, subtitle: str, content: Sequence[Mark], rows: Sequence[Answers], part: str = ""
    ) -> Slide:
        label = " ".join(self.labels)
        _, marks, lines = heading(title, label, subtitle, self.size)
        foot = footing(footer(self.document, *(ask.model_id for ask in self.asks)), self.number, self.size)
        words = Words(label, tuple(lines), foot[0].text, self.number)
        frame = (*marks, *content, *foot)
        self.number += 1
        return Slide(
            title,
            frame,
            (),
            1,
            0,
            0,
            *self.size,
            name=f"{label}  {title}{f', {part}' if part else ''}",
            level=1,
            words=words,
            content=tuple(content),
            narration=tuple(self._told(rows)) or (_CONTINUED,),
            table=self._whole(rows) if rows else None,
        )

    def _whole(self, rows: Sequence[Answers]) -> Table:
        """Return the whole table, on however many slides it is shown."""
        heads = (f"{label} {title}".strip() for label, title in zip(self.labels, self.titles, strict=True))
        told = ((row.heading, tuple(tuple(said.words for said in cell) for cell in row.cells)) for row in rows)
        return Table(tuple(heads), tuple(told))

    def _told(self, rows: Iterable[Answers]) -> Iterator[str]:
        """Tell the same in sentences, for those who do not see it."""
        for row in rows:
            if row.across:
                yield from (said.words for cell in row.cells for said in cell)
                continue
            cells = (
                f"{label}: {', '.join(said.words for said in cell)}"
                for label, cell in zip(self.labels, row.cells, strict=True)
            )
            yield f"{row.heading} {'; '.join(cells)}."


def _answers(heading_words: str, words: Iterable[str]) -> Answers:
    return Answers(heading_words, tuple((Said(one, quiet=one in ("–", "Not in this model")),) for one in words))


def _signs(shown: Iterable[What], others: Sequence[str], side: Rect, top: float) -> Iterator[Mark]:
    """Yield a legend of the signs on the drawings."""
    for index, what in enumerate(shown):
        ground, ink, edge = LOOKS[what]
        mark, y = MARKS[what], top + 8 + _SIGN * index
        yield Box(Rect(side.x, y, 30, 26), 6, fill=ground, stroke=edge, weight=1.4)
        yield Text(side.x + 15, y + 19, mark.sign, SIZE, Weight.SEMIBOLD, ink, "middle")
        missing = f"not in {others[0] if len(others) == 1 else 'another'}"
        words = missing if what is What.REMOVED else mark.word
        yield Text(side.x + 42, y + 20, words, SIZE, Weight.REGULAR, style.INK)
