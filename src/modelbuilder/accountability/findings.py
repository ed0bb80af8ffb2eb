"""Check a model against all rules, and put findings in order."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from modelbuilder.accountability.asides import aside_for
from modelbuilder.accountability.presets import is_on, weighed
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Finding, Fix, Rule, Severity
from modelbuilder.accountability.rules import Find, rulebook
from modelbuilder.document import pages
from modelbuilder.document.ids import ModelId
from modelbuilder.document.lookup import handle_of, label_of
from modelbuilder.document.records import Aside, Document

__all__ = ["Finding", "Fix", "Report", "Review", "Severity", "as_json", "check", "check_document", "report", "review"]

_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ADVICE: 2}


@dataclass(frozen=True, slots=True)
class Report:
    """What is found in a model, and what of it is set aside."""

    findings: tuple[Finding, ...] = ()
    asides: tuple[tuple[Finding, Aside], ...] = ()


@dataclass(frozen=True, slots=True)
class Review(Report):
    """The same of all models; what is `stale` was set aside, though nothing is found there any more."""

    stale: tuple[Aside, ...] = ()


def check(document: Document, model_id: ModelId) -> tuple[Finding, ...]:
    """Return the findings of one model: errors first, then by code, then by the handles of their subjects."""
    return report(document, model_id).findings


def report(document: Document, model_id: ModelId) -> Report:
    """Return the findings of one model in the same order, and apart from them those that are set aside."""
    ask, settings = Questions(document, model_id), document.settings
    if ask.empty:
        return Report()
    with undisturbed():
        found = [
            finding
            for rule, find in rulebook()
            if is_on(rule, settings)
            for finding in weighed(rule, settings, _ask(ask, rule, find))
        ]
        found = in_order(ask, found)
        ask.forget()
    return set_aside(document, model_id, found)


def in_order(ask: Questions, found: list[Finding]) -> list[Finding]:
    """Put findings in order."""
    found.sort(
        key=lambda finding: (
            _WEIGHT[finding.severity],
            finding.code,
            tuple(map(ask.key, finding.subjects)),
            finding.message,
            finding.detail,
            finding.path,
        )
    )
    return found


def set_aside(document: Document, model_id: ModelId, found: list[Finding]) -> Report:
    """Part the findings from those that somebody has set aside."""
    if not document.settings.asides:
        return Report(tuple(found))
    aside = {finding: by for finding in found if (by := aside_for(document, model_id, finding))}
    return Report(tuple(finding for finding in found if finding not in aside), tuple(aside.items()))


@contextmanager
def undisturbed() -> Iterator[None]:
    """Hold the garbage collector for the moment of a check: it would walk through the whole document."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _ask(ask: Questions, rule: Rule, find: Find) -> Iterator[Finding]:
    try:
        yield from find(ask)
    except Exception as error:  # a rule that fails must not take the others along
        yield rule.finding(
            ask,
            f"The rule “{rule.title}” could not be decided.",
            f"Something in this model is beyond it ({type(error).__name__}); the other rules were checked.",
            subjects=(),
            severity=Severity.ADVICE,
        )


def check_document(document: Document) -> tuple[Finding, ...]:
    """Return the findings of all models, in the order of their tabs."""
    return review(document).findings


def review(document: Document) -> Review:
    """Check all models, in the order of their tabs."""
    reports = [report(document, model_id) for model_id, _ in pages.ordered(document)]
    asides = tuple(row for one in reports for row in one.asides)
    used = {by for _, by in asides}
    stale = tuple(one for one in document.settings.asides if one not in used)
    return Review(tuple(finding for one in reports for finding in one.findings), asides, stale)


def as_json(document: Document, finding: Finding) -> dict[str, object]:
    """Return a finding as plain data, for the command line and other programs."""
    model = next(model for model in document.models.values() if model.label == finding.model_label)
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "model": finding.model_label,
        "subjects": [
            {
                "id": thing_id,
                "handle": handle_of(document, model, thing_id),
                "label": label_of(document, model, thing_id),
            }
            for thing_id in finding.subjects
        ],
        "message": finding.message,
        "fixes": [fix.title for fix in finding.fixes],
    }
