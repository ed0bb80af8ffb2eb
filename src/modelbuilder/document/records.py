"""The records of a document: frozen, validated, without geometry of their own."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, TypeAlias, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer

from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.values import (
    Capacities,
    Code,
    Conditions,
    Coordinate,
    Count,
    Date,
    Degree,
    Dots,
    Holders,
    Minutes,
    Month,
    Name,
    Run,
    Size,
    Text,
    word_of,
)
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.branches import BRANCHES
from modelbuilder.vocabulary.checks import PRESETS, SEVERITIES
from modelbuilder.vocabulary.decks import DECK_SLIDES, MOST_BESIDE
from modelbuilder.vocabulary.functions import FUNCTIONS
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.ink import INKS, NIBS
from modelbuilder.vocabulary.lines import LINES
from modelbuilder.vocabulary.notes import COLOURS, TOPICS
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.vocabulary.schools import CATEGORIES, MODES, NEEDS, PHASES, STATUSES, TYPES
from modelbuilder.vocabulary.times import TIMES

K = TypeVar("K")
V = TypeVar("V")

_ID = re.compile(r"[A-Za-z0-9._:-]{1,80}")


def _checked_ids(rows: Mapping[str, V]) -> Mapping[str, V]:
    for key in rows:
        if not _ID.fullmatch(key):
            raise ValueError(f"“{key[:40]}” is not an id: 1 to 80 letters, digits and the signs . _ : -")
    return rows if isinstance(rows, MappingProxyType) else MappingProxyType(dict(rows))


if TYPE_CHECKING:
    Table: TypeAlias = MappingProxyType[K, V]
else:
    Table = Annotated[
        Mapping[K, V],
        AfterValidator(_checked_ids),
        PlainSerializer(dict, return_type=dict),
    ]
"""A table that refuses assignment; `frozen=True` alone would leave a dict open."""


def table(rows: Mapping[K, V]) -> MappingProxyType[K, V]:
    """Freeze rows into a table without validating them again."""
    return MappingProxyType(dict(rows))


class Record(BaseModel):
    """A frozen record that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Box(Record):
    """A place on the page in slide units; x and y are relative to the holder's corner.

    The rest is what somebody wants of every arrangement: that the thing stays here, that those who answer to it
    stand in a certain way, and that it stands beside whom it answers to.
    """

    x: Coordinate = 0.0
    y: Coordinate = 0.0
    w: Size = 0.0
    h: Size = 0.0
    pinned: bool = False
    branch: Annotated[str, word_of(BRANCHES, "way to stand")] = ""
    beside: bool = False


class Person(Record):
    """One human being, named once in the document."""

    handle: Name
    name: Name


class Facts(Record):
    """What a school is; empty means not said."""

    category: Annotated[str, word_of(CATEGORIES, "category")] = ""
    type: Annotated[str, word_of(TYPES, "type of school")] = ""
    sponsored: bool | None = None
    need: Annotated[str, word_of(NEEDS, "level of need")] = ""
    pupils: Annotated[int | None, Field(ge=0, le=100_000)] = None


class School(Facts):
    """One school, named once; its facts hold in every model that does not say otherwise."""

    handle: Name
    name: Name
    phase: Annotated[str, word_of(PHASES, "phase")] = ""
    urn: Annotated[int | None, Field(ge=1, le=9_999_999)] = None
    easting: Annotated[int | None, Field(ge=0, le=800_000)] = None
    northing: Annotated[int | None, Field(ge=0, le=1_400_000)] = None


class Placement(Facts):
    """A school in one model: the group it is drawn inside, and the facts that differ here.

    `again`, as on groups, posts and bodies, marks what returns in a later stage of a story on purpose.
    """

    group: ThingId | None = None
    again: bool = False


class Group(Record):
    """A federation, trust or partnership: a container of schools and of other groups."""

    handle: Name
    name: Name
    kind: Annotated[str, Field(min_length=1), word_of(GROUPS, "kind of group")]
    group: ThingId | None = None
    again: bool = False


class Post(Record):
    """A role at a school or group: held by a person, vacant, or not said."""

    handle: Name
    role: Annotated[str, Field(min_length=1), word_of(ROLES, "role")]
    label: Text = ""
    at: ThingId | None = None
    person: ThingId | None = None
    home: ThingId | None = None
    new: bool = False
    status: Annotated[str, word_of(STATUSES, "status")] = ""
    accounting_officer: bool = False
    again: bool = False


class Figure(Record):
    """A person standing in a model without a post: a mentor, a head nearby."""

    at: ThingId | None = None


class Body(Record):
    """A board, committee or outside body, with the counts that were typed."""

    handle: Name
    kind: Annotated[str, Field(min_length=1), word_of(BODIES, "kind of body")]
    label: Text = ""
    at: ThingId | None = None
    seats: Count = None
    parents: Count = None
    staff: Count = None
    la: Count = None
    coopted: Count = None
    staff_coopted: Count = None
    foundation: Count = None
    employees: Count = None
    again: bool = False


class Agreement(Record):
    """What two schools have agreed in writing about support from one to the other (domain notes §4.1)."""

    priority: Text = ""
    supporting_duties: Text = ""
    supported_duties: Text = ""
    impact: Text = ""
    evidence: Text = ""
    schedule: Text = ""
    funding: Text = ""
    interim_report: Date = ""
    final_report: Date = ""
    qa_lead: ThingId | None = None
    broker: ThingId | None = None
    plan: Text = ""
    outcome: Text = ""


class Line(Record):
    """A typed relationship between two things of the same model."""

    kind: Annotated[str, Field(min_length=1), word_of(LINES, "relation")]
    source: ThingId
    target: ThingId
    primary: bool = True
    mode: Annotated[str, word_of(MODES, "mode")] = ""
    legal: bool = False
    time_share: Annotated[int | None, Field(ge=0, le=100)] = None
    order: Annotated[int | None, Field(ge=1, le=99)] = None
    capacity: Capacities = ()
    represents: ThingId | None = None
    scheme: Text = ""
    seconded: bool = False
    minutes: Minutes = None
    agreement: Agreement | None = None


class Duty(Record):
    """A headship function of one school, allocated to a post or body that owns it and to those who contribute.

    Two duties for one function and school are two owners.
    """

    function: Annotated[str, Field(min_length=1), word_of(FUNCTIONS, "headship function")]
    school: ThingId
    accountable: ThingId | None = None
    contributes: Holders = ()


class Note(Record):
    """A sticky note; those of older files have no handle, and are known by their id."""

    handle: Annotated[str, Field(max_length=200)] = ""
    text: Text = ""
    topic: Annotated[str, word_of(TOPICS, "topic")] = ""
    colour: Annotated[str, Field(min_length=1), word_of(COLOURS, "colour")] = "yellow"


class Stroke(Record):
    """Ink on a model: what it was written with, and where it runs on the page, x and y in turn."""

    nib: Annotated[str, Field(min_length=1), word_of(NIBS, "pen")] = "pen"
    colour: Annotated[str, Field(min_length=1), word_of(INKS, "ink")] = "red"
    points: Run


class Model(Record):
    """One leadership model: who leads, who governs and who answers to whom.

    It is an option (label A, B, C…) or a stage of a story, whose label is its address: B/4. `predict` is what the
    room is asked before it is shown; `votes` are dots on its things, and under its own id those on the whole.
    """

    label: Annotated[str, Field(min_length=1, max_length=12)]
    title: Text = ""
    date: Month = ""
    when: Annotated[str, word_of(TIMES, "time")] = ""
    narration: Text = ""
    notes: Text = ""
    predict: Text = ""
    groups: Table[ThingId, Group] = Field(default_factory=lambda: table({}))
    placements: Table[ThingId, Placement] = Field(default_factory=lambda: table({}))
    posts: Table[ThingId, Post] = Field(default_factory=lambda: table({}))
    figures: Table[ThingId, Figure] = Field(default_factory=lambda: table({}))
    bodies: Table[ThingId, Body] = Field(default_factory=lambda: table({}))
    lines: Table[ThingId, Line] = Field(default_factory=lambda: table({}))
    duties: Table[ThingId, Duty] = Field(default_factory=lambda: table({}))
    stickies: Table[ThingId, Note] = Field(default_factory=lambda: table({}))
    votes: Table[ThingId, Dots] = Field(default_factory=lambda: table({}))
    strokes: Table[ThingId, Stroke] = Field(default_factory=lambda: table({}))
    places: Table[ThingId, Box] = Field(default_factory=lambda: table({}))


class RuleSetting(Record):
    """What a document says otherwise than its preset: whether a rule is on, how grave it is, its thresholds."""

    on: bool | None = None
    severity: Annotated[str, word_of(dict.fromkeys(SEVERITIES), "severity")] = ""
    options: Table[str, Annotated[float, Field(ge=0, le=1e6, allow_inf_nan=False)]] = Field(
        default_factory=lambda: table({})
    )


class Aside(Record):
    """Findings that somebody has set aside, with a reason: of one rule or of all, about just these things.

    A single card, school or group stands for everything in it. Without a model it holds in all of them.
    """

    rule: Code = ""
    things: Annotated[tuple[ThingId, ...], Field(min_length=1)]
    model: ModelId | None = None
    reason: Name
    by: Text = ""
    date: Date = ""


class Settings(Record):
    """How the document wants to be checked."""

    preset: Annotated[str, Field(min_length=1), word_of(PRESETS, "preset")] = "practice"
    rules: Table[str, RuleSetting] = Field(default_factory=lambda: table({}))
    asides: tuple[Aside, ...] = ()


class DeckSlide(Record):
    """One slide of a deck, or as many as it takes.

    Of some kinds other models stand `beside` the first; what changes is `about` roles or a person.
    """

    what: Annotated[str, Field(min_length=1), word_of(DECK_SLIDES, "kind of slide")] = "model"
    model: ModelId
    beside: Annotated[tuple[ModelId, ...], Field(max_length=MOST_BESIDE - 1)] = ()
    about: Annotated[tuple[Annotated[str, Field(max_length=200)], ...], Field(max_length=12)] = ()


class Deck(Record):
    """Slides that somebody put together, in their order, under a name."""

    name: Name
    slides: tuple[DeckSlide, ...] = ()
    roles_only: bool = False


class Fit(Record):
    """A private card: what somebody wants of a leading post. Documents hold those that their owners have added."""

    name: Name
    role: Annotated[str, word_of(ROLES, "role")] = ""
    teaching: Degree = None
    strategy: Degree = None
    accountability: Degree = None
    support: Degree = None
    public_face: Degree = None
    travel: Minutes = None
    conditions: Conditions = ()


class Document(Record):
    """Everything that is saved: the cast once, and the models that arrange it."""

    title: Text = ""
    date: Date = ""
    people: Table[ThingId, Person] = Field(default_factory=lambda: table({}))
    schools: Table[ThingId, School] = Field(default_factory=lambda: table({}))
    models: Table[ModelId, Model] = Field(default_factory=lambda: table({}))
    order: tuple[ModelId, ...] = ()
    settings: Settings = Field(default_factory=Settings.model_construct)
    decks: tuple[Deck, ...] = ()
    fits: tuple[Fit, ...] = ()


_THINGS = ("groups", "placements", "posts", "figures", "bodies", "lines", "duties", "stickies")
MODEL_TABLES = (*_THINGS, "votes", "strokes", "places")
DOCUMENT_TABLES = ("people", "schools", "models")
HELD_TABLES = {"groups": "group", "placements": "group", "posts": "at", "figures": "at", "bodies": "at"}
"""Tables of things that can stand in a box, and the field that says in which."""
