"""The differences between two models in order: to be read under headings, marked on the page, or as plain data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.differences import Comparison, Difference, What
from modelbuilder.compare.references import POINTERS
from modelbuilder.compare.sentences import said_alike, tell, tell_all
from modelbuilder.document.faults import NOUNS
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import handle_of, label_of
from modelbuilder.document.records import Agreement
from modelbuilder.vocabulary.lines import SUPPORT


@dataclass(frozen=True, slots=True)
class Told:
    """What differs in one sentence, and what to light up for it in either model.

    What follows from something that is new or gone is `implied`: a post that goes takes its lines along.
    """

    what: What
    differences: tuple[Difference, ...]
    sentence: str
    one: frozenset[ThingId]
    other: frozenset[ThingId]
    implied: bool


_LEADERSHIP = frozenset({"accountable_to", "accountable_for", "leads", "public_face_of", "employs"})
_HELP = SUPPORT | {"coaches", "mentors", "develops", "covers", "commissions", "quality_assures", "shares_staff"}
_HEADINGS = {
    "places": "Schools and groups",
    "people": "People and posts",
    "leadership": "Who leads, and who answers to whom",
    "governance": "Boards and other bodies",
    "support": "Support and cover",
    "duties": "Headship functions",
    "notes": "Notes",
}
_PARTS = {
    "groups": "places",
    "placements": "places",
    "schools": "places",
    "posts": "people",
    "figures": "people",
    "people": "people",
    "bodies": "governance",
    "duties": "duties",
    "stickies": "notes",
}


def headed(comparison: Comparison) -> dict[str, list[Told]]:
    """List all differences under their headings, without those that have none."""
    found: dict[str, list[Told]] = {key: [] for key in _HEADINGS}
    for told in all_told(comparison):
        found[_part(comparison, told.differences[0])].append(told)
    return {_HEADINGS[key]: rows for key, rows in found.items() if rows}


def _part(comparison: Comparison, difference: Difference) -> str:
    if difference.table != "lines":
        return _PARTS[difference.table]
    line = _row(comparison, difference)
    if line.kind in _LEADERSHIP:
        return "leadership"
    return "support" if line.kind in _HELP or line.kind in ("shares_services", "journey") else "governance"


def _row(comparison: Comparison, difference: Difference) -> Any:
    if difference.what in (What.ADDED, What.REMOVED):
        return difference.after or difference.before
    return getattr(comparison.other.model, difference.table)[difference.other]


def all_told(comparison: Comparison) -> Iterator[Told]:
    """Yield what differs in words, with what to light up for it; what is the same of several is said once."""
    new = {one.other for one in comparison.differences if one.what is What.ADDED and one.table in _PARTS}
    gone = {one.one for one in comparison.differences if one.what is What.REMOVED and one.table in _PARTS}
    alike: dict[object, list[Difference]] = {}
    for difference in comparison.differences:
        alike.setdefault(said_alike(comparison, difference), []).append(difference)
    for rows in alike.values():
        lit = [
            (
                frozenset(_lit(comparison.one, row, row.one, row.before)),
                frozenset(_lit(comparison.other, row, row.other, row.after)),
            )
            for row in rows
        ]
        follows = rows[0].table in ("lines", "duties") and all(one & gone or other & new for one, other in lit)
        one, other = (frozenset().union(*side) for side in zip(*lit, strict=True))
        yield Told(rows[0].what, tuple(rows), tell_all(comparison, rows), one, other, follows)


def _lit(ask: Questions, difference: Difference, thing_id: ThingId | None, value: Any) -> Iterator[ThingId]:
    """Yield the thing itself, what it joins, and where it stands or who holds it, as far as the page shows them."""
    if thing_id is None or (difference.table in ("schools", "people") and thing_id not in _standing(ask)):
        return
    row = getattr(ask.model, difference.table, {}).get(thing_id)
    if difference.table != "duties":
        yield thing_id
    pointing = POINTERS.get(difference.table, ())
    if difference.table in ("lines", "duties") and row is not None:
        for name in pointing:
            yield from _ids(getattr(row, name))
    elif difference.field in pointing and difference.field != "person":
        yield from _ids(value)


def _standing(ask: Questions) -> Mapping[ThingId, object]:
    return {**ask.model.placements, **ask.model.figures}


def _ids(value: Any) -> Iterator[ThingId]:
    if isinstance(value, tuple):
        yield from value
    elif value is not None and not isinstance(value, Agreement):
        yield value


def marked(comparison: Comparison) -> tuple[dict[ThingId, What], dict[ThingId, What]]:
    """Map the things that differ in either model onto what became of them; a move tells more than a change."""
    one: dict[ThingId, What] = {}
    other: dict[ThingId, What] = {}
    for difference in sorted(comparison.differences, key=lambda row: row.what is What.MOVED):
        if difference.one is not None:
            one[difference.one] = difference.what
        if difference.other is not None:
            other[difference.other] = difference.what
    return one, other


def as_json(comparison: Comparison) -> dict[str, list[dict[str, object]]]:
    """Return the differences as plain data, by what became of the things."""
    rows: dict[str, list[dict[str, object]]] = {what.value: [] for what in What}
    for difference in comparison.differences:
        rows[difference.what.value].append(_plain(comparison, difference))
    return rows


def _plain(comparison: Comparison, difference: Difference) -> dict[str, object]:
    gone = difference.what is What.REMOVED
    ask, thing_id = (comparison.one, difference.one) if gone else (comparison.other, difference.other)
    assert thing_id is not None
    row: dict[str, object] = {
        "id": thing_id,
        "handle": handle_of(ask.document, ask.model, thing_id),
        "kind": NOUNS[difference.table],
        "label": _label(ask, thing_id),
    }
    if difference.one not in (None, thing_id):
        row["id_before"] = difference.one
    if difference.field:
        row["field"] = difference.field
        row["before"] = _value(comparison.one, difference, difference.before)
        row["after"] = _value(comparison.other, difference, difference.after)
    return row | {"sentence": tell(comparison, difference)}


def _label(ask: Questions, thing_id: ThingId) -> str:
    note = ask.model.stickies.get(thing_id)
    return note.text if note else label_of(ask.document, ask.model, thing_id)


def _value(ask: Questions, difference: Difference, value: Any) -> object:
    """Return a value as others can read it: things by their handles."""
    pointing = difference.field in POINTERS.get(difference.table, ()) or difference.field in _PARTIES
    if not pointing or isinstance(value, bool) or value is None:
        return value
    handles = [handle_of(ask.document, ask.model, one) for one in _ids(value)]
    return handles if isinstance(value, tuple) else handles[0]


_PARTIES = ("agreement.qa_lead", "agreement.broker")
