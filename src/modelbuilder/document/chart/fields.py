"""The key=value words that each statement of a chart understands, and how each is read."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from modelbuilder.document.chart.words import Word
from modelbuilder.document.errors import nearest
from modelbuilder.document.records import Record
from modelbuilder.document.values import MOST_MINUTES, is_date, is_month_or_date
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.notes import COLOURS, TOPICS
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.vocabulary.schools import CAPACITIES, CATEGORIES, MODES, NEEDS, PHASES, STATUSES, TYPES
from modelbuilder.vocabulary.times import TIMES
from modelbuilder.vocabulary.wishes import CONDITIONS, DEGREES, WISHES

Reader = Callable[[Word], Any]

_YES_NO = {"yes": True, "no": False}


def yes_no(word: Word) -> bool:
    """Read yes or no."""
    if word.text not in _YES_NO:
        raise word.error(f"{word.key}= is yes or no, not “{word.text}”.")
    return _YES_NO[word.text]


def number(least: int, most: int) -> Reader:
    """Return a reader of whole numbers from least to most."""

    def read(word: Word) -> int:
        digits = word.text
        if not (digits.isascii() and digits.isdecimal() and len(digits) < 10 and least <= int(digits) <= most):
            what = f"{word.key}=" if word.key else "this"
            raise word.error(f"{what} is a whole number from {least} to {most}, not “{digits}”.")
        return int(digits)

    return read


def decimal(word: Word) -> float:
    """Read a number such as 20 or 0.6."""
    if not re.fullmatch(r"[0-9]{1,7}(\.[0-9]{1,6})?", word.text) or float(word.text) > 1e6:
        raise word.error(f"{word.key}= is a number from 0 to 1,000,000, not “{word.text}”.")
    return float(word.text)


def shortest(value: float) -> str:
    """Write a number so that `decimal` reads it, with no more digits than it needs."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def text(word: Word, what: str = "the title") -> str:
    """Read any text of up to 2,000 characters; `what` it is when it has no key."""
    if len(word.text) > 2000:
        what = f"{word.key}=" if word.key else what
        raise word.error(f"{what} is longer than 2,000 characters.")
    return word.text


def one_of(words: Mapping[str, object]) -> Reader:
    """Return a reader of one of the given words."""

    def read(word: Word) -> str:
        if word.text not in words:
            raise word.error(f"“{word.text}” is not a known {word.key}{nearest(word.text, words)}")
        return word.text

    return read


def several_of(words: Mapping[str, object]) -> Reader:
    """Return a reader of words joined by commas."""

    def read(word: Word) -> tuple[str, ...]:
        found = tuple(dict.fromkeys(word.text.split(",")))
        for part in found:
            if part not in words:
                raise word.error(f"“{part}” is not a known {word.key}{nearest(part, words)}")
        return found

    return read


def date(word: Word) -> str:
    """Read a date as year-month-day."""
    if not is_date(word.text):
        raise word.error(f"{word.key}= is a date such as 2026-11-21, not “{word.text}”.")
    return word.text


def month(word: Word) -> str:
    """Read a month or a date."""
    if not is_month_or_date(word.text):
        raise word.error(f"{word.key}= is a month or a date such as 2026-11 or 2026-11-21, not “{word.text}”.")
    return word.text


_COUNT = number(0, 1000)

MODEL: dict[str, Reader] = {"date": month, "when": one_of(TIMES), "narration": text, "notes": text, "predict": text}
AGAIN: dict[str, Reader] = {"again": yes_no}

FACTS: dict[str, Reader] = {
    "category": one_of(CATEGORIES),
    "type": one_of(TYPES),
    "sponsored": yes_no,
    "need": one_of(NEEDS),
    "pupils": number(0, 100_000),
}
CAST_FACTS: dict[str, Reader] = {
    "phase": one_of(PHASES),
    "urn": number(1, 9_999_999),
    "easting": number(0, 800_000),
    "northing": number(0, 1_400_000),
}
GROUP: dict[str, Reader] = {"kind": one_of(GROUPS)} | AGAIN
POST: dict[str, Reader] = {
    "role": one_of(ROLES),
    "new": yes_no,
    "status": one_of(STATUSES),
    "label": text,
    "accounting_officer": yes_no,
    "again": yes_no,
}
POST_REFERENCES = ("at", "held_by", "home")
COUNTS = ("seats", "parents", "staff", "la", "coopted", "staff_coopted", "foundation", "employees")
BODY: dict[str, Reader] = {"kind": one_of(BODIES), "label": text} | dict.fromkeys(COUNTS, _COUNT) | AGAIN
BODY_REFERENCES = ("of", "at")
LINE: dict[str, Reader] = {
    "primary": yes_no,
    "mode": one_of(MODES),
    "legal": yes_no,
    "time_share": number(0, 100),
    "order": number(1, 99),
    "capacity": several_of(CAPACITIES),
    "scheme": text,
    "seconded": yes_no,
    "minutes": number(0, MOST_MINUTES),
}
AGREEMENT: dict[str, Reader] = {
    "priority": text,
    "supporting_duties": text,
    "supported_duties": text,
    "impact": text,
    "evidence": text,
    "schedule": text,
    "funding": text,
    "interim_report": date,
    "final_report": date,
    "plan": text,
    "outcome": text,
}
NOTE: dict[str, Reader] = {"topic": one_of(TOPICS), "colour": one_of(COLOURS)}
FIT: dict[str, Reader] = {
    "role": one_of(ROLES),
    **dict.fromkeys(WISHES, number(0, len(DEGREES) - 1)),
    "travel": number(0, MOST_MINUTES),
    "conditions": several_of(CONDITIONS),
}


def read_fields(
    words: list[Word], readers: Mapping[str, Reader], others: tuple[str, ...] = (), was: Record | None = None
) -> dict[str, Any]:
    """Read key=value words; `others` are keys that the caller reads itself. A key may be given once.

    Where a thing of the stage before is changed, `was`, an empty value takes back what was said.
    """
    known = (*readers, *others)
    values: dict[str, Any] = {}
    seen: set[str] = set()
    for word in words:
        if word.key is None:
            raise word.error(f"“{word.text}” is not expected here; a field is written key=value.")
        if word.key not in known:
            raise word.error(f"“{word.key}” is not a known field here{nearest(word.key, known)}")
        if word.key in seen:
            raise word.error(f"{word.key}= is given twice.")
        seen.add(word.key)
        if word.key in readers:
            field = type(was).model_fields.get(word.key) if was and not word.text else None
            clear = field is not None and not field.is_required()
            values[word.key] = field.default if field and clear else readers[word.key](word)
    return values


def word_for(words: list[Word], key: str) -> Word | None:
    """Return the key=value word with that key."""
    return next((word for word in words if word.key == key), None)
