"""A document without the names of people: the same structure, held by people whose names are withheld.

Who holds two posts still does, so that what is found stays as it was. Names of schools, trusts and federations stay.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import count
from types import MappingProxyType
from typing import Any, TypeVar

from modelbuilder.document.integrity import PARTIES
from modelbuilder.document.records import Agreement, Document, Model, Person, Record

R = TypeVar("R", bound=Record)

_WORD = re.compile(r"[^\W_]+")
_TYPED = frozenset(
    {"title", "notes", "narration", "predict", "label", "text", "scheme", "by", "reason", *Agreement.model_fields}
    - {*PARTIES}
)
"""The fields that a person types as they like, but for the names of schools and groups."""
_POINTING = frozenset(
    {"group", "at", "person", "home", "source", "target", "represents", "school", "accountable", "contributes"}
    | {"things", "model", "beside", "about", "order", *PARTIES}
)
"""The fields that hold the id of something."""


def roles_only(document: Document) -> Document:
    """Return the document with every name of a person taken out.

    A text with any part of a name in it is left out whole, a note with its card; a post or body falls back to its role.
    Private cards are left out.
    """
    return _Withholding(document).copied(document.model_copy(update={"fits": ()}))


class _Names:
    """The names of people in all their parts, and whether a text tells any of them."""

    def __init__(self, names: Iterable[str]) -> None:
        self.whole = {_plain(name) for name in names}
        parts = {part for name in self.whole for part in _WORD.findall(name)}
        self.words = {part for part in parts if len(part) > 1} | (parts & self.whole)
        self.inside_words = {part for part in self.words if len(part) > 1 and _has_no_case(part)}

    def are_told(self, text: str) -> bool:
        """Tell whether a text has a name in it or one word of a name; of Will Page, Will is one and will is none."""
        plain = _plain(text)
        phrases = (name for name in self.whole if " " in name)
        if any(told in plain for told in (*self.inside_words, *phrases)):
            return True
        words = _WORD.findall(unicodedata.normalize("NFKC", text))
        return any(word.casefold() in (self.whole if word.islower() else self.words) for word in words)

    def run_into(self, handle: str) -> bool:
        """Tell whether a handle or id has part of a name in it, where words run together: MartaQuill2."""
        plain = _plain(handle)
        return any(part in plain for part in self.words if len(part) > 2) or self.are_told(handle)


class _Withholding:
    """Copies records without what tells a name."""

    def __init__(self, document: Document) -> None:
        self.names = _Names(person.name for person in document.people.values())
        self.numbers = count(1)
        self.fresh: dict[str, str] = {person_id: f"person-{next(self.numbers)}" for person_id in document.people}

    def copied(self, record: R) -> R:
        if isinstance(record, Person):
            return record.model_copy(update={"handle": self.renamed(record.handle), "name": ""})
        if isinstance(record, Model):
            record = record.model_copy(update=self.without_telling_notes(record))
        values = {field: self.value(record, field, value) for field, value in record}
        return record.model_copy(update=values)

    def without_telling_notes(self, model: Model) -> dict[str, Any]:
        telling = {note_id for note_id, note in model.stickies.items() if self.names.are_told(note.text)}
        tables = {"stickies": model.stickies, "places": model.places, "votes": model.votes}
        kept = {name: {key: row for key, row in rows.items() if key not in telling} for name, rows in tables.items()}
        return kept | {"strokes": {}}  # nobody can tell what handwriting says

    def value(self, record: Record, field: str, value: Any) -> Any:
        if isinstance(value, Record):
            return self.copied(value)
        if isinstance(value, Mapping) and field != "rules":
            return MappingProxyType({self.id(key): self.value(record, field, row) for key, row in value.items()})
        if isinstance(value, tuple):
            return tuple(self.value(record, field, row) for row in value)
        return self.text(record, field, value) if isinstance(value, str) else value

    def text(self, record: Record, field: str, value: str) -> str:
        if field in _POINTING:
            return self.id(value)
        if field == "handle":
            return self.renamed(value) if self.names.run_into(value) else value
        if field in _TYPED and not (field == "label" and isinstance(record, Model)):
            return "" if self.names.are_told(value) else value
        return value

    def id(self, key: str) -> str:
        """Return an id, or another one where it is a person's or made of a name."""
        return self.renamed(key) if key in self.fresh or self.names.run_into(key) else key

    def renamed(self, word: str) -> str:
        if word not in self.fresh:
            self.fresh[word] = f"thing-{next(self.numbers)}"
        return self.fresh[word]


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _has_no_case(word: str) -> bool:
    return word.upper() == word.lower()
