"""What a stage takes away from the stage before it, as its reader and its writer understand it."""

from dataclasses import dataclass, fields
from typing import Any

from modelbuilder.document.ids import ThingId
from modelbuilder.document.integrity import mend
from modelbuilder.document.records import Document, Model, table


@dataclass(frozen=True, slots=True)
class Removal:
    """Things, lines and duties that go, and things that are taken out of their box."""

    things: frozenset[ThingId] = frozenset()
    boxed: frozenset[ThingId] = frozenset()
    lines: frozenset[tuple[str, ThingId, ThingId]] = frozenset()
    duties: frozenset[tuple[str, ThingId]] = frozenset()

    def __or__(self, other: "Removal") -> "Removal":
        """Return what both take away."""
        return Removal(*(getattr(self, one.name) | getattr(other, one.name) for one in fields(self)))


def taken_away(document: Document, model: Model, removal: Removal) -> Model:
    """Return a model without what a stage removes; people and schools are looked up in the document.

    A school takes the posts, bodies and figures in it along; what stood in a group stands on the page.
    """
    tables: dict[str, Any] = {
        "groups": {one: _freed(one, row, removal) for one, row in model.groups.items() if one not in removal.things},
        "placements": {
            one: _freed(one, row, removal) for one, row in model.placements.items() if one not in removal.things
        },
        "lines": {
            one: line for one, line in model.lines.items() if (line.kind, line.source, line.target) not in removal.lines
        },
        "duties": {
            one: duty for one, duty in model.duties.items() if (duty.function, duty.school) not in removal.duties
        },
    }
    schools = model.placements.keys() & removal.things
    tables["stickies"] = {one: note for one, note in model.stickies.items() if one not in removal.things}
    for name in ("posts", "bodies", "figures"):
        rows = getattr(model, name)
        tables[name] = {one: row for one, row in rows.items() if one not in removal.things and row.at not in schools}
    for one in tables["figures"].keys() & removal.boxed:
        tables["figures"][one] = tables["figures"][one].model_copy(update={"at": None})
    return mend(document, model.model_copy(update={name: table(rows) for name, rows in tables.items()}))


def _freed(thing_id: ThingId, row: Any, removal: Removal) -> Any:
    return row.model_copy(update={"group": None}) if thing_id in removal.boxed else row
