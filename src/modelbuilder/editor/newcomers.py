"""What the palette offers, and the records that a new card begins with."""

from typing import NamedTuple

from modelbuilder.document import edits
from modelbuilder.document.ids import ModelId, ThingId, free_name, seed_id
from modelbuilder.document.lookup import handles_in_use
from modelbuilder.document.records import Body, Document, Figure, Group, Note, Placement, Post, Record, School
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.vocabulary.tiers import Tier


class Kind(NamedTuple):
    """One entry of the palette: what it adds, and how it is shown and found."""

    table: str
    key: str
    label: str
    icon: str
    tier: Tier
    hint: str = ""
    thing_id: ThingId | None = None

    @property
    def is_box(self) -> bool:
        """Whether other things can stand in it."""
        return self.table in ("groups", "placements")


SCHOOL = Kind("placements", "school", "School", "school", Tier.SCHOOL, "A school; drop its leaders into it")
NOTE = Kind("stickies", "note", "Note", "", Tier.OUTSIDE, "A sticky note")
FIRST = (
    *("headteacher", "head_of_school", "executive_headteacher", "ceo", "governing_body", "school", "hard_federation"),
    "note",
)
"""The five of the brief first, then the two boxes that hold them, and what a group has to say."""


def kinds() -> list[Kind]:
    """List everything that the palette offers, the first ones first."""
    roles = [Kind("posts", role.key, role.label, role.key, role.tier, role.hint) for role in ROLES.values()]
    bodies = [Kind("bodies", kind.key, kind.label, kind.key, kind.tier, kind.hint) for kind in BODIES.values()]
    groups = [Kind("groups", kind.key, kind.label, kind.key, kind.tier, kind.hint) for kind in GROUPS.values()]
    every = [*roles, SCHOOL, *bodies, *groups, NOTE]
    first = [next(kind for kind in every if kind.key == key) for key in FIRST]
    return [*first, *(kind for kind in every if kind not in first)]


def find_kinds(words: str) -> list[Kind]:
    """List the entries whose name or hint has every word, names before hints."""
    wanted = words.casefold().split()
    found = []
    for index, kind in enumerate(kinds()):
        name = f"{kind.label} {kind.key}".casefold()
        if all(word in f"{name} {kind.hint.casefold()}" for word in wanted):
            found.append((not all(word in name for word in wanted), index, kind))
    return [kind for _, _, kind in sorted(found, key=lambda row: row[:2])]


class Newcomer(NamedTuple):
    """A thing about to be added: its id and record, and the school it brings into the cast, if any."""

    thing_id: ThingId
    record: Record
    label: str
    school: School | None = None

    def add(self, document: Document, model_id: ModelId) -> Document:
        """Add the thing to the model, without a place."""
        if self.school is not None and self.thing_id not in document.schools:
            document = edits.add_school(document, self.thing_id, self.school)
        if isinstance(self.record, Placement) and self.thing_id not in document.schools:
            return document
        if isinstance(self.record, Figure) and self.thing_id not in document.people:
            return document
        return edits.add_thing(document, model_id, self.thing_id, self.record)


def newcomer(document: Document, kind: Kind) -> Newcomer:
    """Draw the id and handle of a new thing, so that no other hand can draw the same."""
    taken = handles_in_use(document)
    if kind.table == "posts":
        handle = free_name(ROLES[kind.key].stem, taken)
        return Newcomer(seed_id("post", handle), Post(handle=handle, role=kind.key), kind.label)
    if kind.table == "bodies":
        handle = free_name(BODIES[kind.key].stem, taken)
        return Newcomer(seed_id("body", handle), Body(handle=handle, kind=kind.key), kind.label)
    if kind.table == "groups":
        handle = free_name("Group", taken, first_bare=False)
        name = _free_label(document, f"New {GROUPS[kind.key].label.lower()}")
        return Newcomer(seed_id("group", handle), Group(handle=handle, name=name, kind=kind.key), kind.label)
    if kind.table == "placements":
        return _new_school(document, kind, taken)
    if kind.table == "figures":
        assert kind.thing_id is not None
        return Newcomer(kind.thing_id, Figure(), kind.label)
    handle = free_name("N", taken, first_bare=False)
    return Newcomer(seed_id("note", handle), Note(handle=handle), kind.label)


def _new_school(document: Document, kind: Kind, taken: set[str]) -> Newcomer:
    if kind.thing_id is not None:
        return Newcomer(kind.thing_id, Placement(), kind.label)
    handle = free_name("S", taken, first_bare=False)
    school = School(handle=handle, name=_free_label(document, "New school"))
    return Newcomer(seed_id("school", handle), Placement(), kind.label, school)


def _free_label(document: Document, stem: str) -> str:
    names = {school.name for school in document.schools.values()}
    names |= {group.name for model in document.models.values() for group in model.groups.values()}
    if stem not in names:
        return stem
    number = 2
    while f"{stem} {number}" in names:
        number += 1
    return f"{stem} {number}"
