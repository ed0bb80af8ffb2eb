"""Write a document as a chart, in canonical order; only positions and sticky notes are left behind."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from modelbuilder.document import pages
from modelbuilder.document.chart import fields
from modelbuilder.document.chart.words import KEYWORDS, bare, list_of, quote
from modelbuilder.document.ids import ThingId, natural_key
from modelbuilder.document.integrity import PARTIES
from modelbuilder.document.records import Document, Duty, Line, Model
from modelbuilder.vocabulary.bodies import BODIES

_LINE_DEFAULTS = Line(kind="leads", source=ThingId("-"), target=ThingId("-"))


def write_chart(document: Document) -> str:
    """Return the chart of a document; reading it again and writing that gives the same text."""
    parts = ["\n".join(_cast(document))]
    parts += ["\n".join(_ModelWriter(document, model).lines()) for _, model in pages.ordered(document)]
    return "\n\n".join(part for part in parts if part) + "\n"


def left_behind(document: Document) -> list[str]:
    """Say what a chart cannot hold of this document, for the notice beside it."""
    places = sum(len(model.places) for model in document.models.values())
    notes = sum(len(model.stickies) for model in document.models.values())
    counts = {"position": places, "sticky note": notes}
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
    def __init__(self, document: Document, model: Model) -> None:
        self.document = document
        self.model = model
        self.named: set[ThingId] = set()
        rows: list[tuple[ThingId, Any]] = [
            *model.posts.items(),
            *model.bodies.items(),
            *model.groups.items(),
            *document.schools.items(),
            *document.people.items(),
        ]
        self.handles: dict[ThingId, str] = {thing_id: row.handle for thing_id, row in rows}

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
        ]
        notes = _fields({"notes": model.notes}, force_quotes=True)
        yield _join("model", bare(model.label), quote(model.title) if model.title else "", notes)
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
            values = _fields({key: getattr(placement, key) for key in fields.FACTS}, keep_false=True)
            if values or school_id not in self.named:
                school = self.document.schools[school_id]
                yield _join("school", quote(school.name), _alias(school.handle, school.name), values)

    def groups(self) -> Iterator[str]:
        for _, group in self.sorted(self.model.groups):
            yield _join("group", quote(group.name), _alias(group.handle, group.name), _fields({"kind": group.kind}))

    def memberships(self) -> Iterator[str]:
        rows = [*self.sorted(self.model.groups), *self.sorted(self.model.placements)]
        for thing_id, row in rows:
            if row.group is not None:
                yield f"{self.subject(thing_id)} in {self.ref(row.group)}"

    def figures(self) -> Iterator[str]:
        for person_id, figure in self.sorted(self.model.figures):
            person = self.document.people[person_id]
            yield _join("person", quote(person.name), _alias(person.handle, person.name))
            if figure.at is not None:
                yield f"{self.subject(person_id)} in {self.ref(figure.at)}"

    def posts(self) -> Iterator[str]:
        for _, post in self.sorted(self.model.posts):
            references = {"at": post.at, "held_by": post.person, "home": post.home}
            yield _join(
                "post",
                bare(post.handle),
                f"role={post.role}",
                *(f"{key}={self.ref(thing_id)}" for key, thing_id in references.items() if thing_id),
                _fields({key: getattr(post, key) for key in fields.POST if key != "role"}),
            )

    def bodies(self) -> Iterator[str]:
        governed = self.first_governed()
        rows = self.sorted(self.model.bodies)
        for outside in (False, True):
            for body_id, body in rows:
                if BODIES[body.kind].outside is not outside:
                    continue
                yield _join(
                    "outside" if outside else "body",
                    bare(body.handle),
                    f"kind={body.kind}",
                    f"of={self.ref(self.model.lines[governed[body_id]].target)}" if body_id in governed else "",
                    f"at={self.ref(body.at)}" if body.at else "",
                    _fields({key: getattr(body, key) for key in fields.BODY if key != "kind"}),
                )

    def first_governed(self) -> dict[ThingId, ThingId]:
        """Return, for each body, the governs line that `of=` says: the first that needs no fields."""
        first: dict[ThingId, ThingId] = {}
        for line_id, line in self.ordered_lines():
            plain = line == Line(kind="governs", source=line.source, target=line.target)
            in_box = line.target in self.model.placements or line.target in self.model.groups
            if plain and in_box and line.source in self.model.bodies:
                first.setdefault(line.source, line_id)
        return first

    def ordered_lines(self) -> list[tuple[ThingId, Line]]:
        def key(row: tuple[ThingId, Line]) -> tuple[Any, ...]:
            line = row[1]
            names = natural_key(self.handles[line.source]), line.kind, natural_key(self.handles[line.target])
            return (*names, self.line_fields(line))

        return sorted(self.model.lines.items(), key=key)

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

        yield from (self.duty(duty) for duty in sorted(self.model.duties.values(), key=key))

    def duty(self, duty: Duty) -> str:
        others = list_of(self.handles[one] for one in duty.contributes)
        owner = self.handles[duty.accountable] if duty.accountable else ""
        head = f"duty {duty.function} of {self.ref(duty.school)}"
        return _join(head, _fields({"accountable": owner, "contributes": others}))


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
