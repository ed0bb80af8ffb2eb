"""Which rules a document is checked by, and how grave each is: its preset, and what it says of single rules."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from modelbuilder.accountability.rule import Finding, Rule, Severity
from modelbuilder.document.records import RuleSetting, Settings

_SPOKEN = {"law": ("law", "guidance")}
_NOTHING = RuleSetting()


def is_on(rule: Rule, settings: Settings) -> bool:
    """Tell whether a rule is asked at all."""
    said = settings.rules.get(rule.code, _NOTHING)
    if said.on is not None:
        return said.on
    return rule.standing in _SPOKEN.get(settings.preset, (rule.standing,))


def is_heard(rule: Rule, settings: Settings) -> bool:
    """Tell whether a rule is asked and, when the document wants quiet, grave enough to be listened to."""
    said = settings.rules.get(rule.code, _NOTHING)
    if said.on is not None or not is_on(rule, settings):
        return bool(said.on)
    return settings.preset != "quiet" or (said.severity or rule.severity) == Severity.ERROR


def weighed(rule: Rule, settings: Settings, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings of a rule as grave as the document wants them; a quiet one hears only of faults."""
    said = settings.rules.get(rule.code, _NOTHING)
    for found in findings:
        finding = replace(found, severity=Severity(said.severity)) if said.severity else found
        if settings.preset != "quiet" or said.on or finding.severity is Severity.ERROR:
            yield finding
