"""The findings that a window shows: kept up to date, never new on a thing that is held, and grey at first."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, TypeAlias

from modelbuilder.canvas.badges import Badge
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Aside, Document, Model
from modelbuilder.document.stories import address, stages
from modelbuilder.editor.desk import Desk
from modelbuilder.vocabulary.checks import SEVERITIES

if TYPE_CHECKING:
    from modelbuilder.accountability.findings import Finding, Report
    from modelbuilder.accountability.memory import Memory

Key: TypeAlias = tuple[str, tuple[ThingId, ...]]
"""What a finding is known by from one check to the next: its rule and its subjects."""

_RECORDS = ("groups", "placements", "posts", "figures", "bodies", "lines")
_READ = (*_RECORDS, "duties", "label", "title", "date", "narration", "notes")
"""What rules read of a model; a rule on stages reads the earlier ones too."""
GREY = 2.0
"""Seconds that a finding stays grey."""
_MOST_KEPT = 4
"""Of so many models it is kept what each finding was read from: those that were checked last."""


class Checking:
    """Findings by model. Moving things about asks no rule again: records carry no geometry.

    What was found less than `GREY` seconds ago may be gone with the next touch, and is called new until then.
    """

    def __init__(self, desk: Desk, clock: Callable[[], float] = monotonic) -> None:
        self.desk, self.clock = desk, clock
        self._checked: dict[ModelId, tuple[list[object], Report]] = {}
        self._since: dict[ModelId, dict[Key, float]] = {}
        self._memory: dict[ModelId, Memory] = {}

    def forget(self) -> None:
        """Begin with another document, in which nothing that is found is new."""
        self._checked.clear()
        self._since.clear()
        self._memory.clear()

    def findings(self, model_id: ModelId) -> tuple["Finding", ...]:
        """Return the findings of the committed model, as far as they may be shown now."""
        held = self.desk.session.held()
        report = self._report(model_id)
        findings = report.findings if report is not None else ()
        known = self._since.get(model_id)
        if held:
            findings = tuple(one for one in findings if not held & set(one.subjects) or key_of(one) in (known or ()))
        now = self.clock() if known is not None else float("-inf")
        self._since[model_id] = {key_of(one): (known or {}).get(key_of(one), now) for one in findings}
        return findings

    def new(self, model_id: ModelId) -> frozenset[Key]:
        """Return what was found so short a time ago that it stays grey."""
        until = self.clock() - GREY
        return frozenset(key for key, since in self._since.get(model_id, {}).items() if since > until)

    def wait(self, model_id: ModelId) -> float | None:
        """Return in how many seconds the next finding gets its colour; None when all have theirs."""
        new = self.new(model_id)
        return min((self._since[model_id][key] + GREY - self.clock() for key in new), default=None)

    def _report(self, model_id: ModelId) -> "Report | None":
        document = self.desk.document
        model = document.models[model_id]
        read = _read(document, model)
        known = self._checked.get(model_id)
        if known is not None and len(known[0]) == len(read) and all(map(_same, known[0], read)):
            return known[1]
        if not any(getattr(model, name) for name in _RECORDS):
            return None
        found = self._remember(model_id).report(document)
        self._checked[model_id] = (read, found)
        return found

    def _remember(self, model_id: ModelId) -> "Memory":
        """Return the memory of a model, and forget that of the one that was checked longest ago, if there are many."""
        from modelbuilder.accountability.memory import Memory

        memory = self._memory.pop(model_id) if model_id in self._memory else Memory(model_id)
        self._memory[model_id] = memory
        if len(self._memory) > _MOST_KEPT:
            del self._memory[next(iter(self._memory))]
        return memory

    def asides(self, model_id: ModelId) -> list[tuple[Aside, tuple["Finding", ...]]]:
        """Return what was set aside in a model, with what it covers; stale where nothing is found any more."""
        document = self.desk.document
        if not document.settings.asides:
            return []
        here: dict[int, list[Finding]] = {}
        used: set[int] = set()
        for one in document.order:
            report = self._report(one)
            for finding, aside in report.asides if report is not None else ():
                used.add(id(aside))
                if one == model_id:
                    here.setdefault(id(aside), []).append(finding)
        concerned = (one for one in document.settings.asides if one.model in (None, model_id))
        return [(one, tuple(here.get(id(one), ()))) for one in concerned if id(one) in here or id(one) not in used]

    def badges(self, model_id: ModelId) -> dict[ThingId, Badge]:
        """Return the gravest finding for the first subject of each that stands on the page; new ones come last."""
        model = self.desk.document.models[model_id]
        badges: dict[ThingId, Badge] = {}
        findings = self.findings(model_id)
        new = self.new(model_id)
        for finding in findings:
            thing_id = next((one for one in finding.subjects if one not in model.lines), None)
            if thing_id is not None:
                badge = Badge(finding.severity.value, key_of(finding) in new)
                badges[thing_id] = min(badge, badges.get(thing_id, badge), key=_rank)
        return badges


def key_of(finding: "Finding") -> Key:
    """Return what a finding is known by."""
    return finding.code, finding.subjects


def _rank(badge: Badge) -> tuple[bool, int]:
    return badge.new, SEVERITIES.index(badge.severity)


def _read(document: Document, model: Model) -> list[object]:
    at = address(model.label)
    models = [stage for _, stage in stages(document, at[0])] if at else [model]
    rows = [getattr(one, name) for one in models for name in _READ]
    return [document.people, document.schools, document.date, document.settings, *rows]


def _same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, str) and one == other)


def tally(findings: tuple["Finding", ...]) -> str:
    """Say how many findings there are of each kind, in words."""
    return " · ".join(words for words in counts(findings) if words) or "no findings"


def counts(findings: tuple["Finding", ...]) -> tuple[str, str, str]:
    """Say how many must be fixed, how many are to check, and how many ideas there are; empty for none."""
    first, second, third = (sum(1 for one in findings if one.severity.value == severity) for severity in SEVERITIES)
    return (
        f"{first} must fix" if first else "",
        f"{second} to check" if second else "",
        f"{third} idea{'' if third == 1 else 's'}" if third else "",
    )
