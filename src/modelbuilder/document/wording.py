"""Say in one sentence what is wrong with the fields of a document: where, what, and what would be right."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from modelbuilder.document.errors import nearest
from modelbuilder.document.faults import NOUNS
from modelbuilder.document.records import (
    DOCUMENT_TABLES,
    MODEL_TABLES,
    Agreement,
    Body,
    Box,
    Document,
    Duty,
    Figure,
    Group,
    Line,
    Model,
    Note,
    Person,
    Placement,
    Post,
    Record,
    School,
    Stroke,
)

_RECORDS: dict[str, type[Record]] = {
    "people": Person,
    "schools": School,
    "models": Model,
    "groups": Group,
    "placements": Placement,
    "posts": Post,
    "figures": Figure,
    "bodies": Body,
    "lines": Line,
    "duties": Duty,
    "stickies": Note,
    "strokes": Stroke,
    "places": Box,
}

_SHOULD_BE = {
    "string_type": "a text in quotes",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list in [ ]",
    "dict_type": "a table in { }",
    "model_type": "a record in { }",
    "finite_number": "a finite number",
}


def sentence(error: ValidationError, data: object, kind: type[Record]) -> str:
    """Return the first complaint as a sentence that begins with a small letter; `data` was read as that record."""
    first = error.errors(include_url=False)[0]
    words, rest, record = _place(list(first["loc"]), data, kind)
    field = next((step for step in rest if isinstance(step, str)), "")
    message = _message(first["type"], first["msg"], first.get("ctx", {}), first["input"], field, record)
    return f"{', '.join(words)}: {message}" if words else message


def _place(loc: list[Any], data: object, record: type[Record]) -> tuple[list[str], list[Any], type[Record]]:
    """Name the model and the thing that a path leads to; return what is left of the path, and the record."""
    words: list[str] = []
    here = data
    while len(loc) > 1 and loc[0] in _RECORDS and loc[0] in _tables(record):
        name, row_id = loc[0], str(loc[1])
        rows = here.get(name) if isinstance(here, Mapping) else None
        here = rows.get(row_id) if isinstance(rows, Mapping) else None
        words.append(("in " if name == "models" else "") + f"{NOUNS[name]} {_shown(name, row_id, here, data)}")
        record, loc = _RECORDS[name], loc[2:]
    if record is Line and len(loc) > 1 and loc[0] == "agreement":
        words, record, loc = [*words, "its agreement"], Agreement, loc[1:]
    return words, loc, record


def _tables(record: type[Record]) -> tuple[str, ...]:
    return {Model: MODEL_TABLES, Document: DOCUMENT_TABLES}.get(record, ())


def _shown(name: str, row_id: str, row: object, data: object) -> str:
    """Return the handle of a row, or the label of a model, or else its id."""
    if name in ("placements", "figures") and isinstance(data, Mapping):
        cast = data.get("schools" if name == "placements" else "people")
        row = cast.get(row_id) if isinstance(cast, Mapping) else None
    label = row.get("label" if name == "models" else "handle") if isinstance(row, Mapping) else None
    return label if isinstance(label, str) and label else f"“{row_id}”"


def _message(kind: str, given: str, context: Mapping[str, Any], value: Any, field: str, record: type[Record]) -> str:
    subject = f"“{field}” " if field else "this "
    if kind == "extra_forbidden":
        return f"“{field}” is not a known field here{nearest(field, record.model_fields)}"
    if kind == "missing":
        return f"“{field}” is missing."
    if kind == "value_error":
        return given.removeprefix("Value error, ")
    if kind == "json_invalid":
        deep = "recursion" in given
        return "it is nested too deeply." if deep else "it holds a broken character (half of a \\u pair)."
    if kind in _SHOULD_BE:
        return f"{subject}should be {_SHOULD_BE[kind]}, not {_value(value)}."
    if kind == "string_too_short":
        return f"{subject}is empty."
    if kind == "string_too_long":
        return f"{subject}is longer than {context['max_length']:,} characters."
    if kind == "greater_than_equal":
        return f"{subject}is {value:,.10g}; the least is {context['ge']:,.10g}."
    if kind == "less_than_equal":
        return f"{subject}is {value:,.10g}; the most is {context['le']:,.10g}."
    return f"{subject}cannot be read: {given[0].lower()}{given[1:]}."


def _value(value: object) -> str:
    """Show a value as the file has it, cut short."""
    if isinstance(value, str):
        return f"the text “{value if len(value) <= 40 else value[:39] + '…'}”"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    return "a list" if isinstance(value, list) else "a record"
