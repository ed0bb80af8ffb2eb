"""The command `check`: what is wrong with the models of a file, as text, JSON or SARIF."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from modelbuilder.document.errors import InputError
from modelbuilder.vocabulary.checks import PRESETS, SEVERITY_WORDS

if TYPE_CHECKING:
    from modelbuilder.accountability.findings import Finding, Review
    from modelbuilder.document.records import Document


def add_commands(commands: Any) -> None:
    """Describe the command to argparse."""
    check = commands.add_parser("check", help="say where a line of accountability stops or splits")
    check.add_argument("file", type=Path)
    check.add_argument("--format", choices=("text", "json", "sarif"), default="text")
    meanings = "; ".join(f"{preset.key}: {preset.meaning}" for preset in PRESETS.values())
    check.add_argument("--preset", choices=tuple(PRESETS), help=f"{meanings} (default: the document’s own)")
    check.add_argument("--max-warnings", type=int, metavar="N", help="leave with 1 when there are more to check")
    check.add_argument(
        "--set-aside", type=Path, metavar="FILE", help="pass over the findings of an earlier check --format json"
    )


def run(given: argparse.Namespace) -> int:
    """Print what is found; 1 when something must be fixed, or when there is more to check than allowed."""
    from modelbuilder.accountability.findings import review
    from modelbuilder.accountability.rules import catalogue
    from modelbuilder.accountability.sarif import sarif
    from modelbuilder.document.settings import choose_preset
    from modelbuilder.sources.opening import load

    document = load(given.file)
    if given.preset:
        document = choose_preset(document, given.preset)
    found = review(document)
    earlier = _earlier(given.set_aside) if given.set_aside else set()
    findings = [finding for finding in found.findings if _key(document, finding) not in earlier]
    if given.format == "json":
        print(json.dumps(_as_json(document, findings, found), ensure_ascii=False, indent=2))
    elif given.format == "sarif":
        left = type(found)(tuple(findings), found.asides, found.stale)
        print(json.dumps(sarif(document, given.file.name, left, catalogue()), ensure_ascii=False, indent=2))
    else:
        _print_text(given.file.name, findings, found)
    gone = len(earlier - {_key(document, finding) for finding in found.findings})
    if gone:
        were = "finding is" if gone == 1 else "findings are"
        print(f"{given.set_aside.name}: {gone} {were} no longer there; make the file anew.", file=sys.stderr)
    warnings = sum(1 for finding in findings if finding.severity.value == "warning")
    too_many = given.max_warnings is not None and warnings > given.max_warnings
    if too_many:
        print(f"{warnings} to check, and {given.max_warnings} allowed.", file=sys.stderr)
    return int(too_many or any(finding.severity.value == "error" for finding in findings))


def _print_text(name: str, findings: list["Finding"], found: "Review") -> None:
    if not findings:
        print(f"{name}: no findings.")
    for finding in findings:
        print(
            f"Model {finding.model_label} · {SEVERITY_WORDS[finding.severity.value]} · {finding.code} {finding.message}"
        )
    for finding, aside in found.asides:
        by = ", ".join(part for part in (aside.by, aside.date) if part)
        why = f"{aside.reason}{f' ({by})' if by else ''}"
        print(f"Model {finding.model_label} · Set aside · {finding.code} {finding.message} Reason: {why}")
    for aside in found.stale:
        what = aside.rule or "all rules"
        print(f"Set aside without need · {what}: nothing is found there any more. Reason given: {aside.reason}")


def _as_json(document: "Document", findings: list["Finding"], found: "Review") -> dict[str, object]:
    from modelbuilder.accountability.findings import as_json

    rows: dict[str, object] = {"findings": [as_json(document, finding) for finding in findings]}
    if found.asides or found.stale:
        rows["set_aside"] = [
            as_json(document, finding) | {"reason": aside.reason, "by": aside.by, "date": aside.date}
            for finding, aside in found.asides
        ]
        rows["stale"] = [{"rule": aside.rule, "reason": aside.reason} for aside in found.stale]
    return rows


def _key(document: "Document", finding: "Finding") -> tuple[str, str, tuple[str, ...]]:
    from modelbuilder.accountability.findings import as_json

    subjects: Any = as_json(document, finding)["subjects"]
    return finding.model_label, finding.code, tuple(sorted(subject["handle"] for subject in subjects))


def _earlier(path: Path) -> set[tuple[str, str, tuple[str, ...]]]:
    """Read which findings an earlier check had."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["findings"]
        return {
            (str(row["model"]), str(row["code"]), tuple(sorted(str(one["handle"]) for one in row["subjects"])))
            for row in rows
        }
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from None
    except (ValueError, KeyError, TypeError):
        raise InputError(f"{path.name} is not what check --format json writes.") from None


COMMANDS = {"check": run}
