"""Which fields of the rows of a model point at other things, and rows with all their pointers turned."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

from modelbuilder.document.ids import ThingId
from modelbuilder.document.integrity import PARTIES
from modelbuilder.document.records import HELD_TABLES, Agreement, Record

R = TypeVar("R", bound=Record)
Turn: TypeAlias = Callable[[ThingId], ThingId]
"""Says by which id a thing goes elsewhere."""

TABLES = ("groups", "placements", "posts", "figures", "bodies", "lines", "duties", "stickies")
"""The tables of a model that are compared, in the order of telling; places and votes are not."""

CAST = {"placements": "schools", "figures": "people"}
"""The tables whose ids are those of the document’s cast."""

POINTERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {name: (field,) for name, field in HELD_TABLES.items()}
    | {
        "posts": ("at", "person", "home"),
        "lines": ("source", "target", "represents", "agreement"),
        "duties": ("school", "accountable", "contributes"),
        "stickies": (),
    }
)
"""The fields of each table that hold ids, or a record that does."""


def turned(table: str, row: R, turn: Turn) -> R:
    """Return a row with every thing that it points at by the id that it has elsewhere."""
    fields = POINTERS[table]
    return row.model_copy(update={name: turned_value(getattr(row, name), turn) for name in fields}) if fields else row


def unturned(table: str, row: Record, there: Mapping[ThingId, ThingId]) -> bool:
    """Tell whether everything that a row points at goes by the same id elsewhere: mostly so, and quickly told."""
    for name in POINTERS[table]:
        value = getattr(row, name)
        if isinstance(value, Agreement):
            ends: tuple[ThingId | None, ...] = tuple(getattr(value, party) for party in PARTIES)
        else:
            ends = value if isinstance(value, tuple) else (value,)
        if any(end is not None and there.get(end) != end for end in ends):
            return False
    return True


def turned_value(value: Any, turn: Turn) -> Any:
    """Return what a pointing field holds with its ids turned."""
    if value is None:
        return None
    if isinstance(value, Agreement):
        parties = {name: turned_value(getattr(value, name), turn) for name in PARTIES}
        return value.model_copy(update=parties)
    return tuple(map(turn, value)) if isinstance(value, tuple) else turn(value)
