"""The draft of a document while its chart is read: what has been described so far, found by name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from modelbuilder.document import edits
from modelbuilder.document.chart.words import Word, checked_name
from modelbuilder.document.errors import nearest
from modelbuilder.document.ids import ModelId, ThingId, seed_id, seed_model_id
from modelbuilder.document.integrity import settle
from modelbuilder.document.records import (
    Body,
    Document,
    Duty,
    Figure,
    Group,
    Line,
    Model,
    Note,
    Person,
    Placement,
    Post,
    School,
    table,
)

Names = dict[str, tuple[str, ThingId]]
"""What each handle stands for: a kind of thing, and its id."""


@dataclass
class Section:
    """The tables of one model while it is read; `pending` are the statements that name other things.

    A stage begins with what the stage before it has: what a statement says of a line or duty that is
    `inherited` is said anew, and the first box that a thing is put into is its box from here on (`moved`).
    `statements` are those of a stage, which wait until the stage before it is read.
    """

    label: str
    title: str = ""
    date: str = ""
    when: str = ""
    narration: str = ""
    notes: str = ""
    predict: str = ""
    groups: dict[ThingId, Group] = field(default_factory=dict)
    placements: dict[ThingId, Placement] = field(default_factory=dict)
    posts: dict[ThingId, Post] = field(default_factory=dict)
    figures: dict[ThingId, Figure] = field(default_factory=dict)
    bodies: dict[ThingId, Body] = field(default_factory=dict)
    lines: dict[ThingId, Line] = field(default_factory=dict)
    duties: dict[ThingId, Duty] = field(default_factory=dict)
    stickies: dict[ThingId, Note] = field(default_factory=dict)
    votes: dict[ThingId, int] = field(default_factory=dict)
    names: Names = field(default_factory=dict)
    pending: list[list[Word]] = field(default_factory=list)
    statements: list[list[Word]] = field(default_factory=list)
    inherits: bool = False
    inherited: dict[object, list[ThingId]] = field(default_factory=dict)
    moved: set[ThingId] = field(default_factory=set)

    def add_line(self, line: Line) -> None:
        """Add a line, even where an equal one is there."""
        for old in self.inherited.pop((line.kind, line.source, line.target), ()):
            del self.lines[old]
        self.lines[edits.free_line_id(self.lines, line)] = line

    def add_duty(self, duty: Duty) -> None:
        """Allocate a function; beside a duty for the same function and school it is a second owner."""
        for old in self.inherited.pop((duty.function, duty.school), ()):
            del self.duties[old]
        self.duties[edits.free_duty_id(self.duties, duty)] = duty

    def model(self) -> Model:
        """Return the model as it was described."""
        tables = {
            "groups": table(self.groups),
            "placements": table(self.placements),
            "posts": table(self.posts),
            "figures": table(self.figures),
            "bodies": table(self.bodies),
            "lines": table(self.lines),
            "duties": table(self.duties),
            "stickies": table(self.stickies),
            "votes": table(self.votes),
        }
        words = {name: getattr(self, name) for name in ("title", "date", "when", "narration", "notes", "predict")}
        return Model(label=self.label).model_copy(update=words | tables)

    def start_from(self, model: Model) -> None:
        """Begin with everything that a model has but its votes; its handles stand for the same things here."""
        self.inherits, self.inherited, self.names = True, {}, {}
        self.groups, self.placements = dict(model.groups), dict(model.placements)
        self.posts, self.bodies, self.figures = dict(model.posts), dict(model.bodies), dict(model.figures)
        self.lines, self.duties, self.stickies = dict(model.lines), dict(model.duties), dict(model.stickies)
        for line_id, line in self.lines.items():
            self.inherited.setdefault((line.kind, line.source, line.target), []).append(line_id)
        for duty_id, duty in self.duties.items():
            self.inherited.setdefault((duty.function, duty.school), []).append(duty_id)
        cast: dict[str, Mapping[ThingId, Post | Body | Group | Note]] = {
            "post": self.posts,
            "body": self.bodies,
            "group": self.groups,
            "note": self.stickies,
        }
        for what, rows in cast.items():
            for thing_id, row in rows.items():
                self.names[row.handle] = what, thing_id
                self.inherited[row.handle] = [thing_id]


@dataclass
class Draft:
    """The cast and the models as far as they are read; `explicit` when the chart opens its models itself."""

    explicit: bool
    title: str = ""
    date: str = ""
    titled: bool = False
    people: dict[ThingId, Person] = field(default_factory=dict)
    schools: dict[ThingId, School] = field(default_factory=dict)
    groups: dict[ThingId, Group] = field(default_factory=dict)
    names: Names = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)

    def section(self, label: str) -> Section:
        """Return the section of the model with that label, opened if it is new."""
        return self.sections.setdefault(label, Section(label))

    def known_names(self) -> set[str]:
        """Collect every handle described so far."""
        return set(self.names).union(*(section.names for section in self.sections.values()))

    def claim(self, word: Word, what: str, handle: str, thing_id: ThingId, section: Section | None) -> None:
        """Let a handle stand for a thing, of one model or (without a section) of the whole document.

        Refused where it stands for something else; a model's group may take up one of the document's.
        """
        names = self.names if section is None else section.names
        others = [section] if section else list(self.sections.values())
        for taken in (self.names.get(handle), *(other.names.get(handle) for other in others)):
            again = taken == (what, thing_id) and what == "group" and handle not in names
            if section is not None and taken == (what, thing_id) and section.inherited.pop(handle, []):
                return
            if taken is not None and not again:
                raise word.error(f"“{handle}” is already the name of a {taken[0]}.")
        names[handle] = (what, thing_id)

    def find(self, word: Word, section: Section, *kinds: str) -> ThingId:
        """Find what a word names, one of `kinds` if any are given; a school or group then stands here."""
        kind, thing_id = self.known(word, section, *kinds)
        if kind == "school":
            section.placements.setdefault(thing_id, Placement())
        elif kind == "group" and thing_id not in section.groups:
            section.groups[thing_id] = self.groups[thing_id]
        return thing_id

    def present(self, word: Word, section: Section, missing: str) -> ThingId:
        """Find what a word names among the things and notes of a section; `missing` is said of what is not there."""
        _, thing_id = self.known(word, section, notes=True)
        tables = (section.groups, section.placements, section.posts, section.bodies, section.figures, section.stickies)
        if not any(thing_id in rows for rows in tables):
            raise word.error(f"“{word.text}” {missing}")
        return thing_id

    def known(self, word: Word, section: Section, *kinds: str, notes: bool = False) -> tuple[str, ThingId]:
        """Return the kind and id of what a word names, one of `kinds` if any are given; a note only if asked for."""
        wanted = " or ".join(kinds) if kinds else "name"
        by_handle = section.names.get(word.text) or self.names.get(word.text)
        if by_handle is not None and by_handle[0] == "note" and not notes:
            by_handle = None
        found = {by_handle} if by_handle else set(self._called(word.text, section))
        fitting = {pair for pair in found if not kinds or pair[0] in kinds}
        if len(fitting) > 1:
            raise word.error(f"“{word.text}” is the name of two things; use the handle given with as=.")
        if fitting:
            return fitting.pop()
        if found:
            what = sorted(kind for kind, _ in found)[0]
            raise word.error(f"“{word.text}” is a {what}; what is needed here is a {wanted}.")
        names = (self.names | section.names).items()
        known = {name for name, (kind, _) in names if (kind in kinds if kinds else notes or kind != "note")}
        raise word.error(f"“{word.text}” is not a known {wanted} in model {section.label}{nearest(word.text, known)}")

    def _called(self, name: str, section: Section) -> Iterator[tuple[str, ThingId]]:
        casts: tuple[tuple[str, dict[ThingId, School] | dict[ThingId, Person] | dict[ThingId, Group]], ...] = (
            ("school", self.schools),
            ("person", self.people),
            ("group", self.groups | section.groups),
        )
        for kind, rows in casts:
            for thing_id, row in rows.items():
                if row.name == name:
                    yield kind, thing_id

    def holder(self, word: Word) -> ThingId:
        """Find the person a word names, by handle or by name, or add them to the cast."""
        known = self.names.get(checked_name(word).text)
        if known is not None and known[0] == "person":
            return known[1]
        same = [person_id for person_id, person in self.people.items() if person.name == word.text]
        if len(same) > 1:
            raise word.error(f"two people are called “{word.text}”; use the handle given with as=.")
        if same:
            return same[0]
        person_id = seed_id("person", word.text)
        self.claim(word, "person", word.text, person_id, None)
        self.people[person_id] = Person(handle=word.text, name=word.text)
        return person_id

    def cast(self) -> Document:
        """Return a document of the people and schools described so far, to look them up."""
        return Document.model_construct(people=table(self.people), schools=table(self.schools))

    def document(self) -> Document:
        """Return the settled document."""
        models: dict[ModelId, Model] = {
            seed_model_id(section.label): section.model() for section in self.sections.values()
        }
        whole = Document(title=self.title, date=self.date).model_copy(
            update={
                "people": table(self.people),
                "schools": table(self.schools),
                "models": table(models),
                "order": tuple(models),
            }
        )
        return settle(Document(), whole)
