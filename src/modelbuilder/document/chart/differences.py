"""What a stage changes in the stage before it: what it removes, and which lines and duties it says anew."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from modelbuilder.document.chart.removal import Removal, taken_away
from modelbuilder.document.chart.words import KEYWORDS, bare, quote
from modelbuilder.document.ids import ThingId, natural_key
from modelbuilder.document.lookup import note_handle
from modelbuilder.document.records import HELD_TABLES, Document, Duty, Line, Model, Record

R = TypeVar("R", Line, Duty)


def handles_of(document: Document, model: Model) -> dict[ThingId, str]:
    """Map everything that a chart of the model can name onto its handle."""
    tables = (model.posts, model.bodies, model.groups, document.schools, document.people)
    notes = {note_id: note_handle(note_id, note) for note_id, note in model.stickies.items()}
    return notes | {thing_id: row.handle for rows in tables for thing_id, row in rows.items()}


def what_is_kept(document: Document, before: Model, model: Model) -> Model:
    """Return the stage before without what the next one removes."""
    return taken_away(document, before, _removal(document, before, model))


def _removal(document: Document, before: Model, model: Model) -> Removal:
    things = Removal(things=frozenset(_gone(before, model)))
    kept = taken_away(document, before, things)
    boxed = {
        thing_id
        for name in ("groups", "placements", "figures")
        for thing_id, row in getattr(kept, name).items()
        if getattr(row, field := HELD_TABLES[name]) and not getattr(getattr(model, name)[thing_id], field)
    }
    lines = {_ends(line) for line in kept.lines.values()} - {_ends(line) for line in model.lines.values()}
    duties = {_task(duty) for duty in kept.duties.values()} - {_task(duty) for duty in model.duties.values()}
    return things | Removal(boxed=frozenset(boxed), lines=frozenset(lines), duties=frozenset(duties))


def _gone(before: Model, model: Model) -> Iterator[ThingId]:
    """Yield what is not there any more; a thing of another handle is another thing."""
    for name in (*HELD_TABLES, "stickies"):
        rows: Mapping[ThingId, Record] = getattr(model, name)
        for thing_id, row in getattr(before, name).items():
            if thing_id not in rows or getattr(rows[thing_id], "handle", "") != getattr(row, "handle", ""):
                yield thing_id


def _ends(line: Line) -> tuple[str, ThingId, ThingId]:
    return line.kind, line.source, line.target


def _task(duty: Duty) -> tuple[str, ThingId]:
    return duty.function, duty.school


def removals(document: Document, before: Model, model: Model) -> Iterator[str]:
    """Yield the statements that remove; a school takes along what stands in it."""
    removal, handles = _removal(document, before, model), handles_of(document, before)

    def name(thing_id: ThingId) -> str:
        shown = bare(handles[thing_id])
        return quote(handles[thing_id]) if shown in KEYWORDS else shown

    def named(thing_ids: Iterable[ThingId]) -> list[ThingId]:
        return sorted(thing_ids, key=lambda thing_id: natural_key(handles[thing_id]))

    schools = before.placements.keys() & removal.things
    along = {
        thing_id
        for rows in (before.posts, before.bodies, before.figures)
        for thing_id, row in rows.items()
        if row.at in schools
    }
    yield from (f"remove {name(thing_id)}" for thing_id in named(removal.things - along))
    for thing_id in named(removal.boxed):
        rows = (getattr(before, table).get(thing_id) for table in ("groups", "placements", "figures"))
        (box,) = (getattr(row, "at" if hasattr(row, "at") else "group") for row in rows if row is not None)
        yield f"remove {name(thing_id)} in {name(box)}"
    lines = (f"remove {name(source)} {kind} {name(target)}" for kind, source, target in removal.lines)
    duties = (f"remove duty {function} of {name(school_id)}" for function, school_id in removal.duties)
    yield from sorted(lines, key=natural_key)
    yield from sorted(duties, key=natural_key)


def changed_lines(before: Model, model: Model) -> list[ThingId]:
    """List the lines that a stage says anew: all of one kind between the same ends, where any of them differs."""
    return _changed(_by(before.lines, _ends), _by(model.lines, _ends))


def changed_duties(before: Model, model: Model) -> list[ThingId]:
    """List the duties that a stage says anew: all for one function and school, where any of them differs."""
    return _changed(_by(before.duties, _task), _by(model.duties, _task))


_Rows = dict[object, dict[ThingId, R]]


def _by(rows: Mapping[ThingId, R], key: Callable[[R], object]) -> _Rows[R]:
    found: _Rows[R] = {}
    for row_id, row in rows.items():
        found.setdefault(key(row), {})[row_id] = row
    return found


def _changed(before: _Rows[R], after: _Rows[R]) -> list[ThingId]:
    def same(key: object) -> bool:
        return Counter(before.get(key, {}).values()) == Counter(after[key].values())

    return [row_id for key, rows in after.items() if not same(key) for row_id in rows]
