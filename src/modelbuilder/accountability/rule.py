"""What a rule is, and what it says when it finds a fault: a finding with fixes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document

if TYPE_CHECKING:
    from modelbuilder.accountability.questions import Questions

MOST_COUNTED = 1000
"""The highest number of seats that a record holds."""

Edit: TypeAlias = Callable[[Document, ModelId], Document]
Standing: TypeAlias = Literal["law", "guidance", "practice", "proposal"]


MOST_FIXES = 3
"""More repairs than these would be a list to read."""


class Severity(StrEnum):
    """How much a finding matters: an error cannot be so, a warning is poor practice."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair that is offered: an ordinary edit, to be settled by whoever applies it."""

    title: str
    apply: Edit = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault in one model: whom it concerns, the main one first, and what to light up on the canvas."""

    code: str
    rule: str
    severity: Severity
    model_label: str
    subjects: tuple[ThingId, ...]
    path: tuple[ThingId, ...]
    message: str
    detail: str
    fixes: tuple[Fix, ...] = ()


Findings: TypeAlias = Iterator[Finding]


class Option(NamedTuple):
    """A threshold of a rule that a document can set otherwise: its default, and what it counts, with its unit."""

    key: str
    default: float
    meaning: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the catalogue; its manual page is the docstring of its file.

    `applies` names the structures it is about by their keys; `options` are its thresholds.
    """

    code: str
    slug: str
    title: str
    severity: Severity
    source: str
    standing: Standing
    applies: tuple[str, ...] = ("all",)
    options: tuple[Option, ...] = ()

    def option(self, ask: "Questions", key: str) -> float:
        """Return a threshold, as the document sets it or by default."""
        setting = ask.document.settings.rules.get(self.code)
        default = next(option.default for option in self.options if option.key == key)
        return setting.options.get(key, default) if setting else default

    def count(self, ask: "Questions", key: str) -> int:
        """Return a threshold that counts things, as a whole number that records can hold."""
        return min(round(self.option(ask, key)), MOST_COUNTED)

    def finding(
        self,
        ask: "Questions",
        message: str,
        detail: str,
        *,
        subjects: Iterable[ThingId],
        path: Iterable[ThingId] = (),
        fixes: Iterable[Fix] = (),
        severity: Severity | None = None,
    ) -> Finding:
        """Return a finding of this rule; the subjects are lit up along with the path."""
        named = tuple(dict.fromkeys(subjects))
        return Finding(
            code=self.code,
            rule=self.slug,
            severity=severity or self.severity,
            model_label=ask.model.label,
            subjects=named,
            path=tuple(dict.fromkeys((*named, *path))),
            message=message[:1].upper() + message[1:],
            detail=detail,
            fixes=tuple(islice(fixes, MOST_FIXES)),
        )
