"""Questions about one model that need no graph: what a thing is, what it is called, where it stands."""

from collections.abc import Iterator

from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import HELD_TABLES, Document, Model, Note, Post
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.functions import FUNCTIONS
from modelbuilder.vocabulary.lines import LINES, End
from modelbuilder.vocabulary.roles import ROLES

_ENDS = {
    "posts": End.POST,
    "bodies": End.BODY,
    "placements": End.SCHOOL,
    "groups": End.GROUP,
    "figures": End.PERSON,
}
NAMELESS = "a person"
"""What somebody is called whose name is withheld."""


def table_of(model: Model, thing_id: ThingId) -> str | None:
    """Name the table of the model that the thing stands in, or None when it is not there."""
    for name in (*HELD_TABLES, "lines", "duties", "stickies"):
        if thing_id in getattr(model, name):
            return name
    return None


def end_of(document: Document, model: Model, thing_id: ThingId) -> End | None:
    """Say what kind of line end the thing is in this model; None when no line can end on it."""
    for name, end in _ENDS.items():
        if thing_id in getattr(model, name):
            return end
    if thing_id in document.people and person_present(model, thing_id):
        return End.PERSON
    return None


def person_present(model: Model, person_id: ThingId) -> bool:
    """Tell whether the person stands in the model, in a post or as a figure."""
    return person_id in model.figures or any(post.person == person_id for post in model.posts.values())


def holder_of(model: Model, thing_id: ThingId) -> ThingId | None:
    """Return the school or group that the thing stands in, or None for the page."""
    for name, field in HELD_TABLES.items():
        record = getattr(model, name).get(thing_id)
        if record is not None:
            holder: ThingId | None = getattr(record, field)
            if holder is not None and (holder in model.placements or holder in model.groups):
                return holder
            return None
    return None


def held_by(model: Model) -> dict[ThingId | None, list[ThingId]]:
    """List what stands in each box; None is the page."""
    inside: dict[ThingId | None, list[ThingId]] = {}
    for name, field in HELD_TABLES.items():
        for thing_id, record in getattr(model, name).items():
            holder = getattr(record, field)
            if holder not in model.placements and holder not in model.groups:
                holder = None
            inside.setdefault(holder, []).append(thing_id)
    for thing_id in model.stickies:
        inside.setdefault(None, []).append(thing_id)
    return inside


def ancestors(model: Model, thing_id: ThingId) -> Iterator[ThingId]:
    """Yield the boxes around the thing, from the inside out."""
    seen = {thing_id}
    holder = holder_of(model, thing_id)
    while holder is not None and holder not in seen:
        seen.add(holder)
        yield holder
        holder = holder_of(model, holder)


def pinned(model: Model) -> frozenset[ThingId]:
    """Return what is pinned to its place, and the boxes around it, which would take it along."""
    held = [thing_id for thing_id, box in model.places.items() if box.pinned]
    return frozenset(step for one in held for step in (one, *ancestors(model, one)))


def post_title(post: Post) -> str:
    """Return the words on a post's card: its label, or the role's."""
    return post.label or ROLES[post.role].label


def label_of(document: Document, model: Model, thing_id: ThingId) -> str:
    """Name the thing as a reader would: the label on its card, or the name of school, group or person."""
    if post := model.posts.get(thing_id):
        return post_title(post)
    if body := model.bodies.get(thing_id):
        return body.label or BODIES[body.kind].label
    if group := model.groups.get(thing_id):
        return group.name
    if school := document.schools.get(thing_id):
        return school.name
    if person := document.people.get(thing_id):
        return person.name or NAMELESS
    if line := model.lines.get(thing_id):
        ends = (
            label_of(document, model, line.source),
            LINES[line.kind].label,
            label_of(document, model, line.target),
        )
        return " ".join(ends)
    if duty := model.duties.get(thing_id):
        return f"{FUNCTIONS[duty.function].label} of {label_of(document, model, duty.school)}"
    if thing_id in model.stickies:
        return "Note"
    return "something that has gone"


def handle_of(document: Document, model: Model, thing_id: ThingId) -> str:
    """Return the handle as the chart has it; for a school, group or person its name."""
    if post := model.posts.get(thing_id):
        return post.handle
    if body := model.bodies.get(thing_id):
        return body.handle
    if line := model.lines.get(thing_id):
        return f"{handle_of(document, model, line.source)} {line.kind} {handle_of(document, model, line.target)}"
    if duty := model.duties.get(thing_id):
        return f"{duty.function} of {handle_of(document, model, duty.school)}"
    if note := model.stickies.get(thing_id):
        return note_handle(thing_id, note)
    return label_of(document, model, thing_id)


def note_handle(note_id: ThingId, note: Note) -> str:
    """Return the handle of a note; those of older files have none, and are known by their id."""
    return note.handle or note_id


def person_name(document: Document, post: Post) -> str:
    """Name the holder of a post, or return the empty string."""
    person = document.people.get(post.person) if post.person else None
    return person.name if person else ""


def fact(document: Document, model: Model, school_id: ThingId, name: str) -> object:
    """Return a fact of a school as this model has it: the model's own, or else the document's."""
    placement = model.placements.get(school_id)
    value = getattr(placement, name, None) if placement else None
    if value not in (None, ""):
        return value
    school = document.schools.get(school_id)
    return getattr(school, name, None) if school else None


def category_of(document: Document, model: Model, school_id: ThingId) -> str:
    """Return maintained, academy, other or the empty string."""
    return str(fact(document, model, school_id, "category") or "")


def handles_in_use(document: Document) -> set[str]:
    """Collect every handle of the document, of all models."""
    handles = {row.handle for row in document.people.values()} | {row.handle for row in document.schools.values()}
    for model in document.models.values():
        for rows in (model.posts, model.bodies, model.groups):
            handles.update(row.handle for row in rows.values())
        handles.update(note_handle(note_id, note) for note_id, note in model.stickies.items())
    return handles
