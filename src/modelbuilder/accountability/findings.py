"""Check a model against all rules, and put findings in order."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Finding, Fix, Rule, Severity
from modelbuilder.accountability.rules import Find, rulebook
from modelbuilder.document import pages
from modelbuilder.document.ids import ModelId
from modelbuilder.document.lookup import handle_of, label_of
from modelbuilder.document.records import Document

__all__ = ["Finding", "Fix", "Severity", "as_json", "check", "check_document"]

_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ADVICE: 2}


def check(document: Document, model_id: ModelId) -> tuple[Finding, ...]:
    """Return the findings of one model: errors first, then by code, then by the handles of their subjects."""
    ask = Questions(document, model_id)
    if ask.empty:
        return ()
    with _undisturbed():
        found = [finding for rule, find in rulebook() for finding in _ask(ask, rule, find)]
    found.sort(
        key=lambda finding: (
            _WEIGHT[finding.severity],
            finding.code,
            tuple(map(ask.key, finding.subjects)),
            finding.message,
        )
    )
    return tuple(found)


@contextmanager
def _undisturbed() -> Iterator[None]:
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
    return tuple(finding for model_id, _ in pages.ordered(document) for finding in check(document, model_id))


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
