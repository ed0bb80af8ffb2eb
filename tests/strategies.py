"""Random documents and random edits of them, for the property tests."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st

from modelbuilder.document import edits, pages, people, permit, staging, voting
from modelbuilder.document.chart.fields import COUNTS
from modelbuilder.document.ids import ModelId, ThingId, seed_id, seed_model_id
from modelbuilder.document.integrity import settle
from modelbuilder.document.lookup import handles_in_use
from modelbuilder.document.records import (
    HELD_TABLES,
    Agreement,
    Aside,
    Body,
    Box,
    Document,
    Duty,
    Figure,
    Fit,
    Group,
    Line,
    Model,
    Note,
    Person,
    Placement,
    Post,
    Record,
    RuleSetting,
    School,
    Settings,
    Stroke,
    table,
)
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.checks import PRESETS, SEVERITIES
from modelbuilder.vocabulary.functions import FUNCTIONS
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.ink import INKS, NIBS
from modelbuilder.vocabulary.lines import LINES, End
from modelbuilder.vocabulary.notes import COLOURS, TOPICS
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.vocabulary.schools import CAPACITIES, CATEGORIES, MODES, NEEDS, PHASES, STATUSES, TYPES
from modelbuilder.vocabulary.times import TIMES
from modelbuilder.vocabulary.wishes import CONDITIONS, WISHES

Edit = Callable[[Document], Document]
T = TypeVar("T")

NASTY = (
    "post",
    "duty",
    "stage",
    "remove",
    "aside",
    "rule",
    "in",
    "model",
    "leads",
    "document",
    "school",
    "person",
    "governs",
    'The "Beacon"',
    "Key=Stage",
    "=",
    "#1 Academy",
    "#1",
    "a#b",
    "Back\\slash\\n",
    "\\",
    '"',
    "Two\nlines",
    "Carriage\rreturn",
    "Tab\there",
    " led and trailed ",
    " ",
    "Ysgol Gymraeg Llanŵr",
    "Szkoła Świętej Jadwigi w Łodzi",
    "St Mary’s — “upper”",
    "𝔊othic",
    "é",
    "HT2",
    "HT10",
    "ht2",
    "0012",
    "as=S1",
    "a,b",
    "\u2028",
)
"""Names that a notation or a file could trip over."""

# No surrogates: they cannot be written as UTF-8, and the records refuse them.
_characters = st.characters(exclude_categories=["Cs"])
_texts = st.sampled_from(("", *NASTY)) | st.text(_characters, max_size=9)
_names = st.sampled_from(NASTY) | st.text(_characters, min_size=1, max_size=6)
_numbers = st.floats(-1e5, 1e5, allow_nan=False)
_sizes = st.floats(0, 1e4, allow_nan=False)
boxes = st.builds(Box, x=_numbers, y=_numbers, w=_sizes, h=_sizes)
strokes = st.builds(
    Stroke,
    nib=st.sampled_from(sorted(NIBS)),
    colour=st.sampled_from(sorted(INKS)),
    points=st.lists(st.tuples(_numbers, _numbers), min_size=1, max_size=3).map(lambda rows: sum(rows, ())),
)
_topics, _colours = st.sampled_from(["", *TOPICS]), st.sampled_from(sorted(COLOURS))


def _words(*catalogues: Iterable[str]) -> list[st.SearchStrategy[str]]:
    return [st.sampled_from(tuple(words)) for words in catalogues]


_categories, _types, _needs, _phases = _words(CATEGORIES, TYPES, NEEDS, PHASES)
_roles, _kinds, _group_kinds, _line_kinds = _words(ROLES, BODIES, GROUPS, LINES)
_modes, _capacities, _statuses, _counts = _words(MODES, CAPACITIES, STATUSES, COUNTS)
_functions = st.sampled_from(tuple(FUNCTIONS)[:4])
_flags = st.booleans()

# Fields that a record may have; those that name other things are drawn when these are known.
Fields = dict[str, Any]
_facts: Fields = {
    "category": _categories,
    "type": _types,
    "sponsored": _flags,
    "need": _needs,
    "pupils": st.integers(0, 100_000),
}
_fields_of_placement = st.fixed_dictionaries({}, optional=_facts | {"again": _flags})
_fields_of_school = st.fixed_dictionaries(
    {},
    optional=_facts
    | {
        "name": _names,
        "phase": _phases,
        "urn": st.integers(1, 9_999_999),
        "easting": st.integers(0, 800_000),
        "northing": st.integers(0, 1_400_000),
    },
)
_fields_of_post = st.fixed_dictionaries(
    {"role": _roles},
    optional={"label": _texts, "new": _flags, "status": _statuses, "accounting_officer": _flags, "again": _flags},
)
_fields_of_body = st.builds(
    lambda kind, label, again, counts: {"kind": kind, "label": label, "again": again} | counts,
    _kinds,
    _texts,
    _flags,
    st.dictionaries(_counts, st.integers(0, 1000), max_size=3),
)
_no_fields: st.SearchStrategy[Fields] = st.just({})
_fields_of_line = _no_fields | st.fixed_dictionaries(
    {},
    optional={
        "primary": _flags,
        "mode": _modes,
        "legal": _flags,
        "time_share": st.integers(0, 100),
        "order": st.integers(1, 99),
        "capacity": st.lists(_capacities, max_size=3).map(tuple),
        "scheme": _texts,
        "seconded": _flags,
        "minutes": st.integers(0, 1440),
    },
)
_reports = st.just("") | st.dates().map(str)
_fields_of_agreement = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(("priority", "supporting_duties", "supported_duties", "impact", "evidence"), _texts)
    | dict.fromkeys(("schedule", "funding", "plan", "outcome"), _texts)
    | {"interim_report": _reports, "final_report": _reports},
)


def _some(draw: st.DrawFn, options: Sequence[T]) -> T | None:
    """Choose one of the options, or none of them."""
    index = draw(st.integers(-1, len(options) - 1))
    return None if index < 0 else options[index]


def _few(draw: st.DrawFn, options: Sequence[T], most: int) -> list[T]:
    """Choose some of the options, in any order."""
    chosen = (_some(draw, options) for _ in range(most))
    return [one for one in dict.fromkeys(chosen) if one is not None]


def _groups(draw: st.DrawFn, handles: Sequence[str]) -> dict[ThingId, Group]:
    found: dict[ThingId, Group] = {}
    for handle in handles:
        around, kind = _some(draw, list(found)), draw(_group_kinds)
        name = _some(draw, NASTY) or handle
        again = draw(_flags)
        found[seed_id("group", handle)] = Group(handle=handle, name=name, kind=kind, group=around, again=again)
    return found


def _line(draw: st.DrawFn, ends: dict[ThingId, End], schools: Sequence[ThingId]) -> Line | None:
    """Draw a line between things of a model, loops and faulty ends included.

    Only people are kept to what the kind permits, as the chart notation does.
    """
    kind = LINES[draw(_line_kinds)]
    sources = [end for end, what in ends.items() if what is not End.PERSON or what in kind.sources]
    targets = [end for end, what in ends.items() if what is not End.PERSON or what in kind.targets]
    source, target = _some(draw, sources), _some(draw, targets)
    if source is None or target is None:
        return None
    fields: Fields = draw(_fields_of_line)
    represents = _some(draw, schools) if fields else None
    agreement, agreed = None, draw(_flags)
    if fields and agreed:
        parties = {"qa_lead": _some(draw, list(ends)), "broker": _some(draw, list(ends))}
        agreement = Agreement(**parties, **draw(_fields_of_agreement))
    return Line(kind=kind.key, source=source, target=target, represents=represents, agreement=agreement, **fields)


def _duties(draw: st.DrawFn, schools: Sequence[ThingId], holders: Sequence[ThingId]) -> dict[ThingId, Duty]:
    found: dict[ThingId, Duty] = {}
    for _ in range(draw(st.integers(0, 4)) if schools and holders else 0):
        owner, others = _some(draw, holders), tuple(_few(draw, holders, 3))
        school_id = draw(st.sampled_from(schools))
        if owner or others:
            duty = Duty(function=draw(_functions), school=school_id, accountable=owner, contributes=others)
            found[edits.free_duty_id(found, duty)] = duty
    return found


def _notes(draw: st.DrawFn, document: Document, taken: Sequence[str]) -> dict[ThingId, Note]:
    """Draw notes that are called by their own words, where nothing else is called so, or by a number."""
    found: dict[ThingId, Note] = {}
    taken = [*taken, *handles_in_use(document)]
    for number in range(draw(st.integers(0, 2))):
        text, called = draw(_texts), draw(_texts)
        handle = f"N{number}" if called == "" or called in taken else called
        note = Note(handle=handle, text=text, topic=draw(_topics), colour=draw(_colours))
        found[seed_id("note", handle)] = note
    return found


def _model(draw: st.DrawFn, label: str, document: Document, handles: Sequence[str]) -> Model:
    """Draw a model of the document's cast, with things of the given handles."""
    first, second = sorted(draw(st.integers(0, len(handles))) for _ in range(2))
    groups = _groups(draw, handles[:first][:3])
    placements = {
        school_id: Placement(group=_some(draw, list(groups)), **draw(_fields_of_placement))
        for school_id in _few(draw, list(document.schools), 3)
    }
    holders, homes, cast = [*groups, *placements], list(placements), list(document.people)
    posts = {
        seed_id("post", handle): Post(
            handle=handle,
            at=_some(draw, holders),
            person=_some(draw, cast),
            home=_some(draw, homes),
            **draw(_fields_of_post),
        )
        for handle in handles[first:second]
    }
    bodies = {
        seed_id("body", handle): Body(handle=handle, at=_some(draw, holders), **draw(_fields_of_body))
        for handle in handles[second:]
    }
    figures = {person_id: Figure(at=_some(draw, holders)) for person_id in _few(draw, cast, 2)}
    ends: dict[ThingId, End] = dict.fromkeys(figures, End.PERSON)
    ends |= {post.person: End.PERSON for post in posts.values() if post.person}
    ends |= dict.fromkeys(placements, End.SCHOOL) | dict.fromkeys(groups, End.GROUP)
    ends |= dict.fromkeys(posts, End.POST) | dict.fromkeys(bodies, End.BODY)
    drawn: dict[ThingId, Line] = {}
    for _ in range(draw(st.integers(0, 6))):
        line = _line(draw, ends, homes)
        for twin in [line] * draw(st.integers(1, 2)):
            if twin is not None:
                drawn[edits.free_line_id(drawn, twin)] = twin
    stickies = _notes(draw, document, handles)
    owners = [*groups, *placements, *posts, *bodies, *figures, *stickies]
    places = {owner: draw(boxes) for owner in _few(draw, owners, 3)}
    things = [*owners, *drawn, ThingId(seed_model_id(label))]
    votes = {thing_id: draw(st.integers(1, 1000)) for thing_id in _few(draw, things, 3)}
    return Model(
        label=label,
        title=draw(_texts),
        date=draw(_months),
        when=draw(st.sampled_from(["", *TIMES])),
        narration=draw(_texts),
        notes=draw(_texts),
        predict=draw(_texts),
        groups=table(groups),
        placements=table(placements),
        posts=table(posts),
        figures=table(figures),
        bodies=table(bodies),
        lines=table(drawn),
        duties=table(_duties(draw, homes, [*posts, *bodies])),
        stickies=table(stickies),
        votes=table(votes),
        strokes=table({seed_id("stroke", str(n)): draw(strokes) for n in range(draw(st.integers(0, 2)))}),
        places=table(places),
    )


_degrees = st.integers(0, 4)
_cards = st.lists(
    st.builds(
        Fit,
        name=_names,
        role=_roles | st.just(""),
        **dict.fromkeys(WISHES, st.none() | _degrees),
        travel=st.none() | st.integers(0, 1440),
        conditions=st.lists(st.sampled_from(sorted(CONDITIONS)), max_size=3).map(tuple),
    ),
    max_size=2,
    unique_by=lambda fit: fit.name,
).map(tuple)
_handles = st.lists(_names, unique=True, min_size=4, max_size=12)
_labels = st.lists(
    st.sampled_from(["A", "B", "C d", 'x="#', "post", "B/1", "B/2", "B/4", "B/10", "a/b/1"]),
    unique=True,
    min_size=1,
    max_size=4,
)
_dates = st.just("") | st.dates().map(str)
_months = _dates | _dates.map(lambda day: day[:7])


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Build valid, settled documents: a shared cast, one to three models, every kind of thing and field."""
    handles = draw(_handles)
    quarter, half = len(handles) // 4, len(handles) // 2
    people = {
        seed_id("person", handle): Person(handle=handle, name=_some(draw, NASTY) or handle)
        for handle in handles[:quarter]
    }
    schools = {
        seed_id("school", handle): School.model_validate({"handle": handle, "name": handle} | draw(_fields_of_school))
        for handle in handles[quarter:half]
    }
    cast = Document(title=draw(_texts), date=draw(_dates), people=table(people), schools=table(schools))
    models = {seed_model_id(label): _model(draw, label, cast, handles[half:]) for label in draw(_labels)}
    update = {"models": table(models), "order": tuple(models)}
    whole = settle(Document(), cast.model_copy(update=update))
    return whole.model_copy(update={"settings": draw(_checking(whole)), "fits": draw(_cards)})


@st.composite
def _checking(draw: st.DrawFn, document: Document) -> Settings:
    numbers = st.integers(0, 10**6) | st.sampled_from([0.6, 12.25])
    options = st.dictionaries(st.sampled_from(["most", "least", "minutes"]), numbers, max_size=2)
    rule = st.builds(
        RuleSetting,
        on=st.none() | st.booleans(),
        severity=st.sampled_from(["", *SEVERITIES]),
        options=options.map(table),
    ).filter(lambda row: row != RuleSetting())
    codes = st.sampled_from(["R01", "R66", "R70"])
    found: dict[object, Aside] = {}
    for model_id, model in document.models.items():
        known = [thing_id for name in HELD_TABLES for thing_id in getattr(model, name)]
        if known and _some(draw, (1, 2)) == 1:
            aside = Aside(
                rule=draw(codes | st.just("")),
                things=tuple(_few(draw, known, 2)) or (known[0],),
                model=model_id if len(document.models) > 1 else draw(st.sampled_from([None, model_id])),
                reason=draw(_texts) or "agreed",
                by=draw(_texts),
                date=draw(_dates),
            )
            found[(aside.rule, aside.things, aside.model)] = aside
    rules = draw(st.dictionaries(codes, rule, max_size=2))
    return Settings(preset=draw(st.sampled_from(sorted(PRESETS))), rules=table(rules), asides=tuple(found.values()))


def things(document: Document, model_id: ModelId) -> list[ThingId]:
    """List everything in a model that can be taken hold of or joined."""
    model = document.models[model_id]
    rows = (model.groups, model.placements, model.posts, model.figures, model.bodies, model.lines, model.duties)
    return [*(thing_id for one in rows for thing_id in one), *model.stickies]


def _new_thing(draw: st.DrawFn, document: Document, model_id: ModelId) -> Edit:
    model = document.models[model_id]
    holder = _some(draw, [*model.groups, *model.placements])
    handle = f"new {draw(st.integers(0, 5))}"
    record: Record
    match draw(st.integers(0, 2)):
        case 0:
            kind, record = "post", Post(handle=handle, role=draw(_roles), at=holder)
        case 1:
            kind, record = "body", Body(handle=handle, kind=draw(_kinds), at=holder)
        case _:
            kind, record = "note", Note(handle=handle, text=draw(_texts))
    box = draw(st.none() | boxes)
    return lambda before: edits.add_thing(before, model_id, seed_id(kind, handle), record, box)


@st.composite
def _edits(draw: st.DrawFn, document: Document) -> Edit:
    model_id = _some(draw, document.order) or document.order[0]
    model = document.models[model_id]
    known = things(document, model_id) or [ThingId("thing-that-is-not-there")]
    one = _some(draw, known) or known[0]
    match draw(st.integers(0, 17)):
        case 0:
            where = {thing_id: draw(boxes) for thing_id in _few(draw, known, 3)}
            return lambda before: edits.move(before, model_id, where)
        case 1:
            chosen, holder = _few(draw, known, 3), _some(draw, [*model.groups, *model.placements])
            return lambda before: edits.hold(before, model_id, chosen, holder)
        case 2 | 3:
            chosen = _few(draw, known, 3)
            return lambda before: edits.remove(before, model_id, chosen)
        case 4:
            box_id = _some(draw, list(model.groups)) or one
            return lambda before: edits.dissolve(before, model_id, box_id)
        case 5:
            line = Line(kind=draw(_line_kinds), source=one, target=_some(draw, known) or one)
            permitted = permit.refusal(document, model, line) is None
            return lambda before: edits.add_line(before, model_id, line) if permitted else before
        case 6:
            post_id, name = _some(draw, list(model.posts)) or one, draw(_names)
            return lambda before: people.name_holder(before, model_id, post_id, name)
        case 7:
            post_id, role, label = _some(draw, list(model.posts)) or one, draw(_roles), draw(_texts)
            if post_id not in model.posts:
                return lambda before: before
            return lambda before: edits.change(before, model_id, post_id, role=role, label=label)
        case 8:
            person_id, name = _some(draw, list(document.people)), draw(_names)
            return lambda before: people.rename_person(before, person_id or one, name)
        case 9 | 10:
            return _new_thing(draw, document, model_id)
        case 11:
            allocated = list(_duties(draw, list(model.placements), [*model.posts, *model.bodies]).values())
            duty = _some(draw, allocated)
            return lambda before: edits.add_duty(before, model_id, duty) if duty else before
        case 12 | 13:
            voted = _some(draw, [*known, ThingId(model_id)]) or one
            hand = draw(st.sampled_from([voting.vote, voting.vote, voting.take_back]))
            return lambda before: hand(before, model_id, voted)
        case _:
            return _edit_of_pages(draw, model_id)


def _edit_of_pages(draw: st.DrawFn, model_id: ModelId) -> Edit:
    title, index = draw(_texts), draw(st.integers(-1, 4))
    options: list[Edit] = [
        lambda before: edits.set_title(before, title),
        lambda before: pages.add_model(before, title=title),
        lambda before: pages.duplicate_model(before, model_id),
        lambda before: pages.rename_model(before, model_id, title),
        lambda before: pages.reorder_models(before, [model_id], index),
        lambda before: pages.remove_model(before, model_id),
        lambda before: staging.add_stage(before, model_id),
        lambda before: staging.fork(before, model_id),
        lambda before: staging.remove_stage(before, model_id),
        lambda before: staging.reorder_stage(before, model_id, index),
    ]
    return draw(st.sampled_from(options))


def edits_on(document: Document) -> st.SearchStrategy[Edit]:
    """Choose one edit that fits the document; it is total, so that it can be applied to others too."""
    return _edits(document)


@st.composite
def edited(draw: st.DrawFn, most: int = 3) -> tuple[Document, ...]:
    """Build a document and the settled documents after one to `most` edits of it."""
    found = [draw(documents())]
    for _ in range(draw(st.integers(1, most))):
        found.append(settle(found[-1], draw(edits_on(found[-1]))(found[-1])))
    return tuple(found)


@st.composite
def stories(draw: st.DrawFn) -> Document:
    """Build documents with one story of two to four stages, each a copy of the one before with a few edits."""
    document = draw(documents())
    for model_id in document.order[1:]:
        document = settle(document, pages.remove_model(document, model_id))
    for _ in range(draw(st.integers(1, 3))):
        document = staging.add_stage(document, document.order[-1])
        for _ in range(draw(st.integers(0, 3))):
            document = settle(document, draw(edits_on(document))(document))
    return document
