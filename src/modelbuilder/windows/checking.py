"""The findings that a window shows: kept up to date, and never new on a thing that is held."""

from typing import TYPE_CHECKING

from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document, Model
from modelbuilder.document.stories import address, stages
from modelbuilder.editor.desk import Desk

if TYPE_CHECKING:
    from modelbuilder.accountability.findings import Finding

_RECORDS = ("groups", "placements", "posts", "figures", "bodies", "lines")
_READ = (*_RECORDS, "duties", "label", "title", "date", "narration", "notes")
"""What rules read of a model; a rule on stages reads the earlier ones too."""
GRAVEST = ("error", "warning", "advice")
WORDS = {"error": "Must fix", "warning": "Check", "advice": "Idea"}


class Checking:
    """Findings by model. Moving things about asks no rule again: records carry no geometry."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._checked: dict[ModelId, tuple[list[object], tuple[Finding, ...]]] = {}
        self._shown: dict[ModelId, tuple[Finding, ...]] = {}

    def findings(self, model_id: ModelId) -> tuple["Finding", ...]:
        """Return the findings of the committed model, as far as they may be shown now."""
        held = self.desk.session.held()
        fresh = self._fresh(model_id)
        if held:
            known = {(finding.code, finding.subjects) for finding in self._shown.get(model_id, ())}
            fresh = tuple(
                finding
                for finding in fresh
                if not held & set(finding.subjects) or (finding.code, finding.subjects) in known
            )
        self._shown[model_id] = fresh
        return fresh

    def _fresh(self, model_id: ModelId) -> tuple["Finding", ...]:
        document = self.desk.document
        model = document.models[model_id]
        read = _read(document, model)
        known = self._checked.get(model_id)
        if known is not None and len(known[0]) == len(read) and all(map(_same, known[0], read)):
            return known[1]
        if not any(getattr(model, name) for name in _RECORDS):
            return ()
        from modelbuilder.accountability.findings import check

        findings = check(document, model_id)
        self._checked[model_id] = (read, findings)
        return findings

    def badges(self, model_id: ModelId) -> dict[ThingId, str]:
        """Return the gravest severity for the first subject of each finding that stands on the page."""
        model = self.desk.document.models[model_id]
        badges: dict[ThingId, str] = {}
        for finding in self.findings(model_id):
            for thing_id in finding.subjects:
                if thing_id in model.lines:
                    continue
                severity = finding.severity.value
                worst = badges.get(thing_id, severity)
                badges[thing_id] = min(severity, worst, key=GRAVEST.index)
                break
        return badges


def _read(document: Document, model: Model) -> list[object]:
    at = address(model.label)
    models = [stage for _, stage in stages(document, at[0])] if at else [model]
    rows = [getattr(one, name) for one in models for name in _READ]
    return [document.people, document.schools, document.date, *rows]


def _same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, str) and one == other)


def tally(findings: tuple["Finding", ...]) -> str:
    """Say how many findings there are of each kind, in words."""
    counts = [sum(1 for finding in findings if finding.severity.value == severity) for severity in GRAVEST]
    if not any(counts):
        return "no findings"
    words = [
        f"{counts[0]} must fix" if counts[0] else "",
        f"{counts[1]} to check" if counts[1] else "",
        (f"{counts[2]} idea" if counts[2] == 1 else f"{counts[2]} ideas") if counts[2] else "",
    ]
    return " · ".join(word for word in words if word)
