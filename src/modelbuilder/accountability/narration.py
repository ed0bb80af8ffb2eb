"""Tell a whole model as plain English, from the board to the classroom, for reading aloud."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from modelbuilder.accountability import overviews, wording
from modelbuilder.accountability.clauses import Clause, verbs
from modelbuilder.accountability.lines import Drawn
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.telling import Telling
from modelbuilder.accountability.whereabouts import told_with
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.lines import LINES

_EXECUTIVE = 3
"""The lowest rank of those who are told before the schools although they stand in no group."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading, and the sentences below it; they can be understood without the heading."""

    heading: str
    sentences: tuple[str, ...]


def narrate(document: Document, model_id: ModelId) -> tuple[str, ...]:
    """Tell a model sentence by sentence: boards, executives, schools with their posts, support and outside."""
    return tuple(sentence for part in paragraphs(Questions(document, model_id)) for sentence in part.sentences)


def paragraphs(ask: Questions) -> tuple[Paragraph, ...]:
    """Tell a model in paragraphs: a group, its leadership, each of its schools, and so on."""
    rows = ((_on_one_line(heading), tuple(map(_on_one_line, told))) for heading, told in _Narration(ask).parts())
    return tuple(Paragraph(heading, told) for heading, told in rows if told)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


class _Narration(Telling):
    """The order of a narration: what each paragraph tells."""

    def parts(self) -> Iterator[tuple[str, list[str]]]:
        ask, model = self.ask, self.ask.model
        self.with_place = told_with(ask)
        loose = self.with_place.get(None, [])
        posts = [one for one in loose if one in model.posts]
        chiefs = [one for one in posts if (ask.rank(one) or 9) <= _EXECUTIVE]
        yield model.title or f"Model {model.label}", [overviews.model(ask)]
        yield "Governance", [*self.bodies(one for one in loose if one in model.bodies)]
        yield "Executive leadership", [*self.posts(chiefs)]
        for group_id in ask.sorted(one for one in model.groups if not self.around(one)):
            yield from self.group(group_id)
        for school_id in ask.sorted(one for one in model.placements if not self.around(one)):
            yield from self.school(school_id)
        yield "Other posts", [*self.posts([one for one in posts if one not in chiefs])]
        yield "Support and outside", [*self.mutual(), *self.rest(), *self.unsaid()]
        notes = sorted(note.text for note in model.stickies.values() if note.text.strip())
        yield "Notes", [f"A note says: “{text.strip()}”." for text in notes]

    def around(self, thing_id: ThingId) -> ThingId | None:
        """Return the group that a school or group is drawn inside."""
        record = self.ask.model.placements.get(thing_id) or self.ask.model.groups.get(thing_id)
        return record.group if record and record.group in self.ask.model.groups else None

    def group(self, group_id: ThingId) -> Iterator[tuple[str, list[str]]]:
        ask, inside = self.ask, self.with_place.get(group_id, [])
        heading = wording.name(ask, group_id)
        self.mentions.told.update((group_id, *ask.places.members(group_id)))
        sentences = [overviews.group(ask, group_id)]
        yield heading, [*sentences, *self.bodies(one for one in inside if one in ask.model.bodies)]
        yield f"Leadership of {heading}", [*self.posts([one for one in inside if one in ask.model.posts])]
        for other in ask.sorted(one for one in ask.model.groups if self.around(one) == group_id):
            yield from self.group(other)
        for school_id in ask.sorted(one for one in ask.model.placements if self.around(one) == group_id):
            yield from self.school(school_id)

    def school(self, school_id: ThingId) -> Iterator[tuple[str, list[str]]]:
        ask, inside = self.ask, self.with_place.get(school_id, [])
        self.mentions.told.add(school_id)
        self.mentions.here = school_id
        sentences = [overviews.school(ask, school_id)]
        sentences += self.bodies(one for one in inside if one in ask.model.bodies)
        sentences += self.posts([one for one in inside if one in ask.model.posts])
        if not ask.leads(school_id):
            sentences.append("Nobody is shown leading the school.")
        self.mentions.here = None
        yield wording.name(ask, school_id), sentences

    def mutual(self) -> Iterator[str]:
        """Tell who helps one another, beginning with whoever has most of such lines."""
        for kind in (key for key, kind in LINES.items() if kind.mutual):
            pairs = [drawn for drawn in self.ask.lines.of(kind) if drawn.id not in self.told]
            self.told.update(drawn.id for drawn in pairs)
            while pairs:
                counts = Counter(end for _, line in pairs for end in {line.source, line.target})
                one = min(counts, key=lambda end: (-counts[end], self.rank(end)))
                mine = [line for _, line in pairs if one in (line.source, line.target)]
                pairs = [drawn for drawn in pairs if one not in (drawn.line.source, drawn.line.target)]
                others: dict[str, list[ThingId]] = {}
                for line in mine:
                    other = line.target if line.source == one else line.source
                    others.setdefault(next(verbs(self.ask, line)).before, []).append(other)
                name = wording.upper_first(self.mentions.short(one))
                clauses = [Clause(verb, self.mentions.objects(self.ask.sorted(rows))) for verb, rows in others.items()]
                yield from self.said(name, clauses, many=self.many([one]))

    def rank(self, thing_id: ThingId) -> tuple[int, object]:
        """Return the order of those who support: posts by rank, then others, and outside bodies last."""
        body = self.ask.model.bodies.get(thing_id)
        outside = body is not None and BODIES[body.kind].outside
        return (self.ask.rank(thing_id) or (11 if outside else 10), self.ask.key(thing_id))

    def rest(self) -> Iterator[str]:
        """Tell all lines that are not told yet: of support, and from outside."""
        rows: dict[ThingId, list[Drawn]] = {}
        for kind in LINES:
            for drawn in self.ask.lines.of(kind):
                if drawn.id not in self.told:
                    rows.setdefault(drawn.line.source, []).append(drawn)
        for source in sorted(rows, key=self.rank):
            name = wording.upper_first(self.mentions.short(source))
            yield from self.said(
                name, self.clauses(self.sorted(rows[source])), many=self.many([source]), again=[source]
            )

    def unsaid(self) -> Iterator[str]:
        """Tell what stands on the page and has not been named."""
        model = self.ask.model
        cards = {*model.groups, *model.placements, *model.bodies, *model.figures}
        names = [self.mentions.name(one) for one in self.ask.sorted(cards - self.mentions.told)]
        if names:
            subject = wording.upper_first(wording.listed(names, most=len(names)))
            yield f"{subject} {'is' if len(names) == 1 else 'are'} on the page as well, joined to nothing."
