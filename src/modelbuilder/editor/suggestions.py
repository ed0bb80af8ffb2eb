"""What a thing could be called: people and schools of the document first, then roles and common names."""

from collections.abc import Iterable
from typing import NamedTuple

from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import label_of
from modelbuilder.document.people import without_place
from modelbuilder.editor.desk import Desk
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.names import FIRST_NAMES, GROUP_NAMES, REMARKS, SCHOOL_NAMES


class Names(NamedTuple):
    """A heading, and names under it to choose from."""

    heading: str
    names: tuple[str, ...]


def suggestions(desk: Desk, thing_id: ThingId) -> list[Names]:
    """Return what a thing of the model could be called, likeliest first."""
    document, model = desk.document, desk.model
    if thing_id in model.posts or thing_id in model.figures:
        free, _ = without_place(document, desk.model_id)
        others = [one for one in document.people if one not in free]
        rows = [
            Names("No place yet in this model", tuple(document.people[one].name for one in free)),
            Names("In this document", _sorted(document.people[one].name for one in others)),
            Names("Common names", FIRST_NAMES),
        ]
    elif thing_id in model.placements:
        rows = [Names("Common names", SCHOOL_NAMES)]
    elif thing_id in model.groups:
        schools = _sorted(school.name for school in document.schools.values())
        kind = GROUPS[model.groups[thing_id].kind].label
        rows = [Names("Common names", GROUP_NAMES), Names("After a school", tuple(f"{one} {kind}" for one in schools))]
    elif thing_id in model.bodies:
        around = _sorted(label_of(document, model, one) for one in (*model.groups, *model.placements))
        kind = BODIES[model.bodies[thing_id].kind].label
        rows = [Names("As it is", (kind,)), Names("Of", tuple(f"{kind} of {one}" for one in around))]
    else:
        rows = [Names("Often said", REMARKS)]
    taken: set[str] = set()
    return [row for row in (_once(row, taken) for row in rows) if row.names]


def _once(row: Names, taken: set[str]) -> Names:
    """Return a row without the names that stand in another before it."""
    names = tuple(name for name in dict.fromkeys(row.names) if name.strip() and name not in taken)
    taken.update(names)
    return row._replace(names=names)


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=str.casefold))
