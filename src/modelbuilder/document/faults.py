"""Say what is wrong with the references of a document; a settled document has no fault."""

from collections.abc import Iterator
from typing import Any

from modelbuilder.document import lookup
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.integrity import PARTIES, line_ends, mend, names_each_model_once, standing
from modelbuilder.document.records import HELD_TABLES, Document, Line, Model
from modelbuilder.document.settings import without_lost_asides

NOUNS = {
    "people": "person",
    "schools": "school",
    "models": "model",
    "groups": "group",
    "placements": "school",
    "posts": "post",
    "figures": "person",
    "bodies": "body",
    "lines": "line",
    "duties": "duty",
    "stickies": "sticky note",
    "strokes": "stroke",
    "places": "place of",
}
"""What a row of each table is called in a sentence."""


def faults(document: Document) -> Iterator[str]:
    """Yield one sentence for each reference that leads nowhere and each id that stands for two things."""
    if not names_each_model_once(document):
        yield "“order” does not name each model once."
    if without_lost_asides(document) is not document:
        yield "“settings” sets something aside that is in none of its models."
    for model_id, model in document.models.items():
        for fault in (*_shared_ids(document, model), *_lost(document, model, model_id)):
            yield f"in model {model.label}, {fault}"


def _shared_ids(document: Document, model: Model) -> Iterator[str]:
    owners: dict[ThingId, str] = {}
    tables: dict[str, Any] = {"schools": document.schools, "people": document.people}
    tables |= {
        name: getattr(model, name) for name in ("groups", "posts", "bodies", "lines", "duties", "stickies", "strokes")
    }
    for name, rows in tables.items():
        for thing_id in rows:
            owner = owners.setdefault(thing_id, name)
            if owner != name:
                yield f"the id “{thing_id}” stands for a {NOUNS[owner]} and for a {NOUNS[name]}."


def _lost(document: Document, model: Model, model_id: ModelId) -> Iterator[str]:
    mended = mend(document, model, model_id)
    if mended is model:
        return
    for thing_id in model.votes.keys() - mended.votes.keys():
        yield f"“votes” has dots on “{thing_id}”, which is not in this model."
    for name in (*HELD_TABLES, "lines", "duties", "places"):
        rows = getattr(mended, name)
        for thing_id, row in getattr(model, name).items():
            if name in ("placements", "figures") and thing_id not in rows:
                cast = "schools" if name == "placements" else "people"
                yield f"the {NOUNS[name]} “{thing_id}” is not among the {cast} of the document."
            elif name == "places" and thing_id not in standing(model):
                yield f"“places” has a place for “{thing_id}”, which is not in this model."
            elif name not in ("places", "lines", "duties"):
                yield from _lost_fields(document, model, name, thing_id, row, rows[thing_id])
        if name == "lines":
            yield from _lost_ends(document, model)
        elif name == "duties":
            yield from _lost_holders(document, model)


def _lost_fields(
    document: Document, model: Model, name: str, thing_id: ThingId, row: Any, mended: Any
) -> Iterator[str]:
    for field in (HELD_TABLES[name], "person", "home"):
        target = getattr(row, field, None)
        if target == getattr(mended, field, None):
            continue
        what = f"{NOUNS[name]} {lookup.handle_of(document, model, thing_id)}"
        if field == "group" and target in model.groups:
            yield f"{what} stands inside itself."
        else:
            yield f"{what}: “{field}” names “{target}”, which is not {_wanted(name, field)}."


def _wanted(name: str, field: str) -> str:
    if field == "person":
        return "one of the people of the document"
    if field == "home":
        return "a school of this model"
    return "a group of this model" if name in ("groups", "placements") else "a school or group of this model"


def _lost_ends(document: Document, model: Model) -> Iterator[str]:
    ends = line_ends(mend(document, model))
    for line in model.lines.values():
        for field in ("source", "target"):
            target = getattr(line, field)
            if target not in ends:
                words = _line_words(document, model, line)
                yield f"line “{words}” has no {field}: “{target}” is not there."
        if line.represents is not None and line.represents not in model.placements:
            yield (
                f"line “{_line_words(document, model, line)}”: “represents” names “{line.represents}”, "
                "which is not a school of this model."
            )
        for field in PARTIES if line.agreement is not None else ():
            party = getattr(line.agreement, field)
            if party is not None and party not in ends:
                yield f"line “{_line_words(document, model, line)}”: “{field}” names “{party}”, which is not there."


def _lost_holders(document: Document, model: Model) -> Iterator[str]:
    for duty in model.duties.values():
        what = f"duty “{duty.function}”"
        if duty.school not in model.placements:
            yield f"{what}: “school” names “{duty.school}”, which is not a school of this model."
            continue
        what = f"duty “{duty.function}” of {lookup.label_of(document, model, duty.school)}"
        holders = [("accountable", one) for one in (duty.accountable,) if one is not None]
        holders += [("contributes", one) for one in duty.contributes]
        for field, holder in holders:
            if holder not in model.posts and holder not in model.bodies:
                yield f"{what}: “{field}” names “{holder}”, which is not a post or body of this model."
        if not holders:
            yield f"{what} is held by nobody."


def _line_words(document: Document, model: Model, line: Line) -> str:
    known = line_ends(model)
    source, target = (
        lookup.handle_of(document, model, end) if end in known else "?" for end in (line.source, line.target)
    )
    return f"{source} {line.kind} {target}"
