"""Findings as SARIF 2.1.0 (OASIS), the form that code hosts and editors read."""

from collections.abc import Iterable
from urllib.parse import quote

from modelbuilder import __version__
from modelbuilder.accountability.findings import Review, as_json
from modelbuilder.accountability.rule import Finding, Rule, Severity
from modelbuilder.document.records import Aside, Document

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def sarif(document: Document, name: str, found: Review, rules: Iterable[Rule]) -> dict[str, object]:
    """Return the log of one run over one file; what is set aside is there, marked as suppressed."""
    listed = list(rules)
    index = {rule.code: number for number, rule in enumerate(listed)}
    driver = {
        "name": "modelbuilder",
        "version": __version__,
        "rules": [
            {
                "id": rule.code,
                "name": rule.slug,
                "shortDescription": {"text": rule.title},
                "defaultConfiguration": {"level": _LEVELS[rule.severity]},
                "properties": {"source": rule.source, "voice": rule.standing},
            }
            for rule in listed
        ],
    }
    results = [_result(document, name, index, finding) for finding in found.findings]
    results += [_result(document, name, index, finding, aside) for finding, aside in found.asides]
    return {"version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}


def _result(
    document: Document, name: str, index: dict[str, int], finding: Finding, aside: Aside | None = None
) -> dict[str, object]:
    subjects = as_json(document, finding)["subjects"]
    assert isinstance(subjects, list)
    places = [
        {"name": subject["label"], "fullyQualifiedName": f"{finding.model_label}/{subject['handle']}"}
        for subject in subjects
    ]
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": f"Model {finding.model_label}: {finding.message}"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": quote(name)}}, "logicalLocations": places}],
    }
    if aside is not None:
        result["suppressions"] = [{"kind": "external", "justification": aside.reason}]
    return result
