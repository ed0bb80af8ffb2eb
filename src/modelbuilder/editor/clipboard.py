"""Copy and paste: the same people, new posts; whole boxes with what they hold and the lines inside."""

from collections.abc import Collection, Container
from dataclasses import dataclass

from modelbuilder.document import edits
from modelbuilder.document.ids import ModelId, ThingId, free_name, seed_id
from modelbuilder.document.integrity import PARTIES
from modelbuilder.document.lookup import handles_in_use
from modelbuilder.document.records import (
    HELD_TABLES,
    Body,
    Box,
    Document,
    Group,
    Line,
    Model,
    Note,
    Person,
    Post,
    School,
)
from modelbuilder.drawing.page import Page
from modelbuilder.layout.rect import Point, Rect, bounds
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.roles import ROLES


@dataclass(frozen=True)
class Clip:
    """What was copied: the model it came from, the ids, the outermost of them with their places on the page."""

    model: Model
    people: dict[ThingId, Person]
    schools: dict[ThingId, School]
    outermost: dict[ThingId, Rect]
    things: frozenset[ThingId]
    source: ModelId

    @property
    def corner(self) -> Point:
        """The upper left corner of what was copied."""
        whole = bounds(self.outermost.values()) or Rect(0, 0, 0, 0)
        return Point(whole.x, whole.y)


def copy(page: Page, selection: Collection[ThingId]) -> Clip | None:
    """Copy the selected things with all that stands in them, or None when nothing of that kind is selected."""
    chosen = {one for one in selection if one in page.rects}
    if not chosen:
        return None
    things = edits.inside(page.model, chosen)
    outermost = {one: page.rects[one] for one in chosen if not _inside_other(page, one, chosen)}
    document = page.document
    return Clip(page.model, dict(document.people), dict(document.schools), outermost, frozenset(things), page.model_id)


def _inside_other(page: Page, thing_id: ThingId, chosen: set[ThingId]) -> bool:
    step = page.home.get(thing_id)
    while step is not None:
        if step in chosen:
            return True
        step = page.home.get(step)
    return False


def paste(document: Document, model_id: ModelId, clip: Clip, at: Point) -> tuple[Document, frozenset[ThingId]]:
    """Add what was copied with its upper left corner at a place of the page; return what was added.

    Posts, bodies and groups are new; people stay who they are. A school is the same school in
    another model and a copy of it in its own; a figure that already stands there is left out.
    """
    model = document.models[model_id]
    document, names = _new_ids(document, model, clip)
    names = {old: new for old, new in names.items() if old in clip.things}
    shift = Point(at.x - clip.corner.x, at.y - clip.corner.y)
    for old, new in names.items():
        for table, field in (*HELD_TABLES.items(), ("stickies", "")):
            record = getattr(clip.model, table).get(old)
            if record is None:
                continue
            update: dict[str, object] = {}
            if hasattr(record, "handle"):
                update["handle"] = _free_handle(record, handles_in_use(document))
            if field:
                update[field] = names.get(getattr(record, field))
            if isinstance(record, Post):
                home = names.get(record.home, record.home) if record.home else None
                update["home"] = home if home in document.schools else None
            rect = clip.outermost.get(old)
            place = clip.model.places.get(old, Box())
            if rect is not None:
                place = place.model_copy(update={"x": rect.x + shift.x, "y": rect.y + shift.y})
            document = edits.add_thing(document, model_id, new, record.model_copy(update=update), place)
    document = _paste_lines(document, model_id, clip, names)
    document = _paste_duties(document, model_id, clip, names)
    return document, frozenset(names[one] for one in clip.outermost if one in names)


def _new_ids(document: Document, model: Model, clip: Clip) -> tuple[Document, dict[ThingId, ThingId]]:
    """Choose the ids of the copies, drawing a handle for each new thing."""
    names: dict[ThingId, ThingId] = {}
    taken = handles_in_use(document)
    schools = dict(document.schools)
    for table in ("groups", "posts", "bodies", "stickies"):
        for old, record in getattr(clip.model, table).items():
            if old in clip.things:
                handle = _free_handle(record, taken)
                taken.add(handle)
                names[old] = seed_id(old.partition("-")[0], handle)
    for old in clip.model.placements:
        if old not in clip.things:
            continue
        names[old] = old
        if old in model.placements or old not in schools:
            school = clip.schools[old]
            handle = free_name("S", taken, first_bare=False)
            taken.add(handle)
            name = f"{school.name[:190]} (copy)" if old in schools else school.name
            names[old] = seed_id("school", handle)
            document = edits.add_school(
                document, names[old], school.model_copy(update={"handle": handle, "name": name, "urn": None})
            )
    for old in clip.model.figures:
        if old in clip.things and old in document.people and old not in model.figures:
            names[old] = old
    return document, names


def _free_handle(record: Post | Body | Group | Note, taken: Container[str]) -> str:
    if isinstance(record, Note):
        return free_name("N", taken, first_bare=False)
    if isinstance(record, Post):
        return free_name(ROLES[record.role].stem, taken)
    return free_name(BODIES[record.kind].stem if isinstance(record, Body) else "Group", taken)


def _paste_lines(document: Document, model_id: ModelId, clip: Clip, names: dict[ThingId, ThingId]) -> Document:
    for line in clip.model.lines.values():
        ends = [names.get(end, end if end in document.people else None) for end in (line.source, line.target)]
        if ends[0] is None or ends[1] is None or not {line.source, line.target} <= names.keys() | clip.people.keys():
            continue
        if line.source not in names and line.target not in names:
            continue
        represents = names.get(line.represents, line.represents) if line.represents else None
        values: dict[str, object] = {"source": ends[0], "target": ends[1], "represents": represents}
        if line.agreement is not None:
            parties = {field: getattr(line.agreement, field) for field in PARTIES}
            renamed = {field: names.get(party, party) for field, party in parties.items()}
            values["agreement"] = line.agreement.model_copy(update=renamed)
        document = edits.add_line(document, model_id, Line.model_validate(dict(line) | values))
    return document


def _paste_duties(document: Document, model_id: ModelId, clip: Clip, names: dict[ThingId, ThingId]) -> Document:
    """Allocate what was allocated among the things that were copied."""
    for duty in clip.model.duties.values():
        owner = names.get(duty.accountable) if duty.accountable else None
        others = tuple(names[one] for one in duty.contributes if one in names)
        if duty.school in names and (owner or others):
            values = {"school": names[duty.school], "accountable": owner, "contributes": others}
            document = edits.add_duty(document, model_id, duty.model_copy(update=values))
    return document
