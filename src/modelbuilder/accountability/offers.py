"""The repairs that are offered: those that, tried on the model, mend their finding and bring no more errors."""

from collections.abc import Iterator

from modelbuilder.accountability.findings import Finding, Fix, Severity, check
from modelbuilder.document.ids import ModelId
from modelbuilder.document.integrity import settle
from modelbuilder.document.records import Document


def offered(document: Document, model_id: ModelId, finding: Finding) -> Iterator[Fix]:
    """Yield the fixes of a finding that hold what they promise, the nearest first.

    Each is tried on the whole model, so this is for a finding that somebody looks at, not for a list of hundreds.
    """
    if not finding.fixes:
        return
    before = _errors(check(document, model_id))
    for fix in finding.fixes:
        after = check(settle(document, fix.apply(document, model_id)), model_id)
        left = any((one.code, one.subjects) == (finding.code, finding.subjects) for one in after)
        if not left and _errors(after) <= before:
            yield fix


def _errors(findings: tuple[Finding, ...]) -> int:
    return sum(one.severity is Severity.ERROR for one in findings)
