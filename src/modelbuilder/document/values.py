"""The values that the fields of records hold, and what is wrong with others."""

import datetime
import re
from collections.abc import Mapping
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field

from modelbuilder.document.errors import nearest
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.schools import CAPACITIES
from modelbuilder.vocabulary.wishes import CONDITIONS

T = TypeVar("T")

MOST_DOTS = 1000
MOST_MINUTES = 1440


def is_date(value: str) -> bool:
    """Tell whether the text is a day of the calendar, written 2026-11-21."""
    try:
        return datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def is_month_or_date(value: str) -> bool:
    """Tell whether the text is a month of the calendar, written 2026-11, or a day."""
    return is_date(value) or is_date(f"{value}-01")


def _empty_or_month(value: str) -> str:
    if value and not is_month_or_date(value):
        raise ValueError(f"“{value}” is not a month or a date such as 2026-11 or 2026-11-21.")
    return value


def _empty_or_date(value: str) -> str:
    if value and not is_date(value):
        raise ValueError(f"“{value}” is not a date such as 2026-11-21.")
    return value


def _empty_or_code(value: str) -> str:
    if value and not re.fullmatch(r"R[0-9]{2}", value):
        raise ValueError(f"“{value}” is not the code of a rule such as R70.")
    return value


def _in_pairs(numbers: tuple[float, ...]) -> tuple[float, ...]:
    if len(numbers) % 2:
        raise ValueError("“points” ends with an x that has no y.")
    return numbers


def word_of(words: Mapping[str, object], what: str) -> AfterValidator:
    """Return the check of a field that holds one of the words, or none."""

    def check(value: str) -> str:
        if value and value not in words:
            raise ValueError(f"“{value}” is not a known {what}{nearest(value, words)}")
        return value

    return AfterValidator(check)


def _once(words: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(words))


Text = Annotated[str, Field(max_length=2000)]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Count = Annotated[int | None, Field(ge=0, le=1000)]
Dots = Annotated[int, Field(ge=1, le=MOST_DOTS)]
Degree = Annotated[int | None, Field(ge=0, le=4)]
Minutes = Annotated[int | None, Field(ge=0, le=MOST_MINUTES)]
Size = Annotated[float, Field(ge=0, le=1e6, allow_inf_nan=False)]
Coordinate = Annotated[float, Field(ge=-1e7, le=1e7, allow_inf_nan=False)]
Run = Annotated[tuple[Coordinate, ...], Field(min_length=2, max_length=8000), AfterValidator(_in_pairs)]
Code = Annotated[str, AfterValidator(_empty_or_code)]
Date = Annotated[str, AfterValidator(_empty_or_date)]
Month = Annotated[str, AfterValidator(_empty_or_month)]
Capacity = Annotated[str, Field(min_length=1), word_of(CAPACITIES, "capacity")]
Capacities = Annotated[tuple[Capacity, ...], AfterValidator(_once)]
Condition = Annotated[str, Field(min_length=1), word_of(CONDITIONS, "condition")]
Conditions = Annotated[tuple[Condition, ...], AfterValidator(_once)]
Holders = Annotated[tuple[ThingId, ...], AfterValidator(_once)]
