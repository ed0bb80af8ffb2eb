"""Make one model like another by the differences between the two."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from modelbuilder.compare.differences import Comparison, Difference, What, present
from modelbuilder.compare.references import CAST, POINTERS, TABLES, turned, turned_value
from modelbuilder.document import edits
from modelbuilder.document.ids import ThingId, free_name, seed_id
from modelbuilder.document.integrity import settle
from modelbuilder.document.lookup import fact, handles_in_use
from modelbuilder.document.records import Agreement, Document, Facts

_FIRST = {What.REMOVED: 0, What.ADDED: 1}


@dataclass(frozen=True, slots=True)
class Applied:
    """A document in which a model was made like another; `here` are its things by their ids in that other model."""

    document: Document
    here: Mapping[ThingId, ThingId]


def applied(comparison: Comparison, chosen: Iterable[Difference] | None = None) -> Applied:
    """Make the first model of a comparison like the second, in its document, in all or in some chosen things.

    Things keep the ids that they have in the first; what hangs on something that is not there goes. What the second
    does not say of a school, and the first document does, stays said.
    """
    found = sorted(
        comparison.differences if chosen is None else chosen, key=lambda one: _FIRST.get(one.what, len(_FIRST))
    )
    applying = _Applying(comparison)
    return Applied(applying.all(found), applying.back)


class _Applying:
    """The tables of the first model while they are being changed."""

    def __init__(self, comparison: Comparison) -> None:
        self.one, self.other = comparison.one, comparison.other
        self.shared = self.one.document is self.other.document
        self.back = dict(comparison.matching.back)
        self.handles: dict[ThingId, str] = {}
        if not self.shared:
            self._name_newcomers()
        self.tables: dict[str, dict[ThingId, Any]] = {name: dict(getattr(self.one.model, name)) for name in TABLES}
        self.cast: dict[str, dict[ThingId, Any]] = {
            name: dict(getattr(self.one.document, name)) for name in CAST.values()
        }

    def all(self, differences: Iterable[Difference]) -> Document:
        for difference in differences:
            self._apply(difference)
        document = self.one.document
        self._meet_cast()
        if not self.shared:
            cast = {name: MappingProxyType(rows) for name, rows in self.cast.items()}
            document = document.model_copy(update=cast)
        return settle(self.one.document, edits.put_model(document, self.one.model_id, **self.tables))

    def here(self, thing_id: ThingId) -> ThingId:
        """Return the id by which the first model has, or gets, a thing of the second."""
        return self.back.get(thing_id, thing_id)

    def _name_newcomers(self) -> None:
        """Give those things of another document a handle of their own whose handle is in use."""
        taken = handles_in_use(self.one.document)
        for kind, thing_id, handle in self._unpaired():
            free = free_name(handle, taken)
            taken.add(free)
            self.back[thing_id] = thing_id if free == handle else seed_id(kind, free)
            if free != handle:
                self.handles[thing_id] = free

    def _unpaired(self) -> Iterator[tuple[str, ThingId, str]]:
        model, document = self.other.model, self.other.document
        tables = (("post", model.posts), ("body", model.bodies), ("group", model.groups), ("note", model.stickies))
        for kind, rows in (("school", document.schools), ("person", document.people), *tables):
            for thing_id, row in rows.items():
                if thing_id not in self.back:
                    yield kind, thing_id, row.handle

    def _apply(self, difference: Difference) -> None:
        what, one, other, table = difference.what, difference.one, difference.other, difference.table
        rows = self.cast.get(table) if table in self.cast else self.tables[table]
        assert rows is not None
        if what is What.REMOVED and one is not None:
            rows.pop(one, None)
        elif what is What.ADDED and other is not None:
            row = turned(table, difference.after, self.here)
            if table == "placements":
                row = row.model_copy(update=self._facts(other))
            if other in self.handles:
                row = row.model_copy(update={"handle": self.handles[other]})
            rows[self._new_id(table, other, row)] = row
        elif one in rows:
            rows[one] = self._changed(rows[one], difference)

    def _facts(self, school_id: ThingId) -> dict[str, object]:
        """Return what another document says of a school as what this model says of it."""
        document, model = self.other.document, self.other.model
        said = {} if self.shared else {name: fact(document, model, school_id, name) for name in Facts.model_fields}
        return {name: value for name, value in said.items() if value not in (None, "")}

    def _new_id(self, table: str, other: ThingId, row: Any) -> ThingId:
        rows = self.tables[table]
        if table not in ("lines", "duties") or (self.shared and other not in rows):
            return self.here(other)
        return edits.free_line_id(rows, row) if table == "lines" else edits.free_duty_id(rows, row)

    def _changed(self, row: Any, difference: Difference) -> Any:
        field, after = difference.field, difference.after
        if field == "agreement":
            return row.model_copy(update={field: Agreement() if after else None})
        if field in POINTERS.get(difference.table, ()):
            return row.model_copy(update={field: turned_value(after, self.here)})
        name, _, part = field.partition(".")
        if part:
            value = Agreement.model_fields[part].default if after is None else after
            value = self.here(value) if part in ("qa_lead", "broker") and value else value
            return row.model_copy(update={name: (row.agreement or Agreement()).model_copy(update={part: value})})
        return row.model_copy(update={field: type(row).model_fields[field].default if after is None else after})

    def _meet_cast(self) -> None:
        """Take up the schools and people of another document that the model has now."""
        for table, name in CAST.items():
            for thing_id in () if self.shared else present(self.other, table):
                row = getattr(self.other.document, name)[thing_id]
                handle = self.handles.get(thing_id, row.handle)
                self.cast[name].setdefault(self.here(thing_id), row.model_copy(update={"handle": handle}))
