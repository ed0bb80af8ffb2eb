"""Write a document as a chart, in canonical order; only positions and decks are left behind."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from modelbuilder.document import pages
from modelbuilder.document.chart import fields
from modelbuilder.document.chart.checks import write_checks
from modelbuilder.document.chart.differences import (
    changed_duties,
    changed_lines,
    handles_of,
    removals,
    what_is_kept,
)
from modelbuilder.document.chart.fits import write_fits
from modelbuilder.document.chart.notes import called, write_votes
from modelbuilder.document.chart.words import KEYWORDS, bare, list_of, quote
from modelbuilder.document.ids import ModelId, ThingId, natural_key
from modelbuilder.document.integrity import PARTIES
from modelbuilder.document.records import Body, Document, Duty, Group, Line, Model, Note, Placement, Post, Record
from modelbuilder.document.stories import address, label_before
from modelbuilder.vocabulary.bodies import BODIES

_LINE_DEFAULTS = Line(kind="leads", source=ThingId("-"), target=ThingId("-"))


def write_chart(document: Document) -> str:
    """Return the chart of a document; reading it again and writing that gives the same text."""
    parts = ["\n".join((*_cast(document), *write_checks(document), *write_fits(document)))]
    labelled = {model.label: model for _, model in pages.ordered(document)}
    for model_id, model in pages.ordered(document):
        before = label_before(model.label, labelled)
        parts.append("\n".join(_ModelWriter(document, model_id, labelled[before] if before else None).lines()))
    return "\n\n".join(part for part in parts if part) + "\n"


def left_behind(document: Document) -> list[str]:
    """Say what a chart cannot hold of this document, for the notice beside it."""
    places = sum(len(model.places) for model in document.models.values())
    strokes = sum(len(model.strokes) for model in document.models.values())
    counts = {"position": places, "ink stroke": strokes, "deck": len(document.decks)}
    return [f"{count} {what}" if count == 1 else f"{count} {what}s" for what, count in counts.items() if count]


def _cast(document: Document) -> Iterator[str]:
    if document.title or document.date:
        yield _join("document", quote(document.title) if document.title else "", _fields({"date": document.date}))
    for school in sorted(document.schools.values(), key=lambda row: natural_key(row.handle)):
        values = {key: getattr(school, key) for key in (*fields.FACTS, *fields.CAST_FACTS)}
        yield _join("school", quote(school.name), _alias(school.handle, school.name), _fields(values, keep_false=True))
    declared = {
        person_id
        for model in document.models.values()
        for person_id in (*(post.person for post in model.posts.values()), *model.figures)
    }
    shared = Counter(person.name for person in document.people.values())
    for person_id, person in sorted(document.people.items(), key=lambda row: natural_key(row[1].handle)):
        if person_id not in declared or person.handle != person.name or shared[person.name] > 1:
            yield _join("person", quote(person.name), _alias(person.handle, person.name))


class _ModelWriter:
    """The statements of one model; those of a stage say what differs from the stage before."""

    def __init__(self, document: Document, model_id: ModelId, before: Model | None) -> None:
        self.document = document
        self.model = model = document.models[model_id]
        self.votes = model.votes.get(ThingId(model_id))
        self.named: set[ThingId] = set()
        self.handles = handles_of(document, model)
        self.removals = list(removals(document, before, model)) if before else []
        self.base = what_is_kept(document, before, model) if before else Model.model_construct(label="-")

    def lines(self) -> Iterator[str]:
        model = self.model
        body = [
            *self.groups(),
            *self.memberships(),
            *self.figures(),
            *self.posts(),
            *self.bodies(),
            *self.relations(),
            *self.duties(),
            *self.notes(),
            *write_votes(model.votes, self.in_order(self.most_voted_first()), self.handles),
        ]
        words = _fields({key: getattr(model, key) for key in ("narration", "notes", "predict")}, force_quotes=True)
        dates = _fields({"date": model.date, "when": model.when, "votes": self.votes})
        what = "stage" if address(model.label) else "model"
        title = quote(model.title) if model.title else ""
        yield _join(what, bare(model.label), title, dates, words)
        yield from self.removals
        yield from self.schools()
        yield from body

    def sorted(self, rows: Any) -> list[tuple[ThingId, Any]]:
        return sorted(rows.items(), key=lambda row: natural_key(self.handles[row[0]]))

    def ref(self, thing_id: ThingId | None) -> str:
        if thing_id is None:
            return ""
        self.named.add(thing_id)
        return bare(self.handles[thing_id])

    def subject(self, thing_id: ThingId) -> str:
        shown = self.ref(thing_id)
        return quote(shown) if shown in KEYWORDS else shown

    def schools(self) -> Iterator[str]:
        for school_id, placement in self.sorted(self.model.placements):
            old = self.base.placements.get(school_id)
            values = _changes(placement, old or Placement(), (*fields.FACTS, *fields.AGAIN))
            if values or (old is None and school_id not in self.named):
                school = self.document.schools[school_id]
                yield _join("school", quote(school.name), _alias(school.handle, school.name), values)

    def groups(self) -> Iterator[str]:
        for group_id, group in self.sorted(self.model.groups):
            old = self.base.groups.get(group_id)
            values = _changes(group, old or Group.model_construct(handle="", name="", kind=""), fields.GROUP)
            if values or old is None or old.name != group.name:
                yield _join("group", quote(group.name), _alias(group.handle, group.name), values)

    def memberships(self) -> Iterator[str]:
        rows = [*self.sorted(self.model.groups), *self.sorted(self.model.placements)]
        for thing_id, row in rows:
            old = self.base.groups.get(thing_id) or self.base.placements.get(thing_id)
            if row.group is not None and (old is None or row.group != old.group):
                yield f"{self.subject(thing_id)} in {self.ref(row.group)}"

    def figures(self) -> Iterator[str]:
        for person_id, figure in self.sorted(self.model.figures):
            person, old = self.document.people[person_id], self.base.figures.get(person_id)
            if old is None:
                yield _join("person", quote(person.name), _alias(person.handle, person.name))
            if figure.at is not None and (old is None or figure.at != old.at):
                yield f"{self.subject(person_id)} in {self.ref(figure.at)}"

    def posts(self) -> Iterator[str]:
        for post_id, post in self.sorted(self.model.posts):
            old = self.base.posts.get(post_id)
            was = old or Post.model_construct(handle="", role="")
            values = [
                _changes(post, was, ["role"]),
                self.reference("at", post.at, was.at),
                self.reference("held_by", post.person, was.person),
                self.reference("home", post.home, was.home),
                _changes(post, was, [key for key in fields.POST if key != "role"]),
            ]
            if old is None or any(values):
                yield _join("post", bare(post.handle), *values)

    def reference(self, key: str, thing_id: ThingId | None, was: ThingId | None) -> str:
        if thing_id == was:
            return ""
        return f"{key}={self.ref(thing_id)}" if thing_id else f'{key}=""'

    def bodies(self) -> Iterator[str]:
        governed = self.first_governed()
        rows = self.sorted(self.model.bodies)
        for outside in (False, True):
            for body_id, body in rows:
                if BODIES[body.kind].outside is not outside:
                    continue
                old = self.base.bodies.get(body_id)
                was = old or Body.model_construct(handle="", kind="")
                values = [
                    _changes(body, was, ["kind"]),
                    f"of={self.ref(self.model.lines[governed[body_id]].target)}" if body_id in governed else "",
                    self.reference("at", body.at, was.at),
                    _changes(body, was, [key for key in fields.BODY if key != "kind"]),
                ]
                if old is None or any(values):
                    yield _join("outside" if outside else "body", bare(body.handle), *values)

    def first_governed(self) -> dict[ThingId, ThingId]:
        """Return, for each new body, the governs line that `of=` says: the first that needs no fields."""
        first: dict[ThingId, ThingId] = {}
        for line_id, line in self.ordered_lines():
            plain = line == Line(kind="governs", source=line.source, target=line.target)
            in_box = line.target in self.model.placements or line.target in self.model.groups
            if plain and in_box and line.source in self.model.bodies.keys() - self.base.bodies.keys():
                first.setdefault(line.source, line_id)
        return first

    def ordered_lines(self) -> list[tuple[ThingId, Line]]:
        return self.in_order(changed_lines(self.base, self.model))

    def in_order(self, line_ids: Iterable[ThingId]) -> list[tuple[ThingId, Line]]:
        def key(row: tuple[ThingId, Line]) -> tuple[Any, ...]:
            line = row[1]
            names = natural_key(self.handles[line.source]), line.kind, natural_key(self.handles[line.target])
            return (*names, self.line_fields(line))

        return sorted(((line_id, self.model.lines[line_id]) for line_id in line_ids), key=key)

    def most_voted_first(self) -> list[ThingId]:
        """Return the lines in an order that does not depend on their ids where two are alike."""
        return sorted(self.model.lines, key=lambda line_id: -self.model.votes.get(line_id, 0))

    def relations(self) -> Iterator[str]:
        of_lines = set(self.first_governed().values())
        for line_id, line in self.ordered_lines():
            if line_id not in of_lines:
                head = f"{self.subject(line.source)} {line.kind} {self.ref(line.target)}"
                yield _join(head, self.line_fields(line))
                if line.represents:
                    self.named.add(line.represents)

    def line_fields(self, line: Line) -> str:
        values: dict[str, Any] = {}
        for key in fields.LINE:
            value = getattr(line, key)
            if value != getattr(_LINE_DEFAULTS, key):
                values[key] = ",".join(value) if key == "capacity" else value
        of = f"of={bare(self.handles[line.represents])}" if line.represents else ""
        return _join(_fields(values, keep_false=True), of, self.agreement(line))

    def agreement(self, line: Line) -> str:
        if line.agreement is None:
            return ""
        parties = {key: self.handles[party] for key in PARTIES if (party := getattr(line.agreement, key))}
        return _join(
            "agreement=yes", _fields({key: getattr(line.agreement, key) for key in fields.AGREEMENT} | parties)
        )

    def duties(self) -> Iterator[str]:
        def key(duty: Duty) -> tuple[Any, ...]:
            return natural_key(self.handles[duty.school]), duty.function, self.duty(duty)

        new = (self.model.duties[duty_id] for duty_id in changed_duties(self.base, self.model))
        yield from (self.duty(duty) for duty in sorted(new, key=key))

    def duty(self, duty: Duty) -> str:
        others = list_of(self.handles[one] for one in duty.contributes)
        owner = self.handles[duty.accountable] if duty.accountable else ""
        head = f"duty {duty.function} of {self.ref(duty.school)}"
        return _join(head, _fields({"accountable": owner, "contributes": others}))

    def notes(self) -> Iterator[str]:
        for note_id, note in self.sorted(self.model.stickies):
            old = self.base.stickies.get(note_id)
            values = _changes(note, old or Note(), fields.NOTE)
            if values or old is None or old.text != note.text:
                yield _join("note", quote(note.text), _alias(self.handles[note_id], called(note.text)), values)


def _changes(record: Record, was: Record, keys: Iterable[str]) -> str:
    """Return the fields that differ; an empty value takes back what was said."""
    values = {key: getattr(record, key) for key in keys if getattr(record, key) != getattr(was, key)}
    return _join(*(_field(key, "" if value is None else value, False) for key, value in values.items()))


def _alias(handle: str, name: str) -> str:
    return f"as={bare(handle)}" if handle != name else ""


def _fields(values: dict[str, Any], *, force_quotes: bool = False, keep_false: bool = False) -> str:
    return _join(*(_field(key, value, force_quotes) for key, value in values.items() if _said(value, keep_false)))


def _said(value: Any, keep_false: bool) -> bool:
    return value not in (None, "") and (value is not False or keep_false)


def _field(key: str, value: Any, force_quotes: bool) -> str:
    if isinstance(value, bool):
        return f"{key}={'yes' if value else 'no'}"
    return f"{key}={quote(str(value)) if force_quotes else bare(str(value))}"


def _join(*words: str) -> str:
    return " ".join(word for word in words if word)
