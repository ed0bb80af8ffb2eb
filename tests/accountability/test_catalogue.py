"""Every rule's manual page holds: its Wrong is found and mended by each fix, its Right is clean.

Pages are a few lines long, so rules about what is not drawn (see unsaid.py) speak on pages of others too.
"""

import re
from pathlib import Path

import pytest
from unsaid import said

from chart import chart
from modelbuilder.accountability import rules
from modelbuilder.accountability.findings import Finding, Severity, as_json, check
from modelbuilder.accountability.manual import manual_page
from modelbuilder.accountability.rule import Rule
from modelbuilder.document.ids import ModelId
from modelbuilder.document.integrity import settle
from modelbuilder.document.records import Document

RULES = rules.catalogue()
LEAVES_MORE_TO_DO = {"R27"}
"""An academy that is taken out of a federation still needs its trust, and the federation another school."""
NO_REPAIR = {"R67", "R68", "R84"}
"""Schools cannot be moved; and what an agreement leaves open only those who agree can fill in."""
SAME_FAULT = {"R39": {"R22"}, "R45": {"R46"}, "R56": {"R07"}}
"""Faults that break two rules: two bodies that govern, employed trustees, and a head with two primary lines."""
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def found(document: Document, model_id: ModelId | None = None) -> tuple[Finding, ...]:
    """Check a model: the only one of a page, or the last stage of its story."""
    return check(document, model_id or document.order[-1])


def test_the_catalogue_is_the_folder() -> None:
    folder = Path(rules.__file__).parent
    files = sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__")
    assert files == sorted(rule.slug.replace("-", "_") for rule in RULES)
    assert [rule.code for rule in RULES] == [f"R{number:02}" for number in range(1, 97)]


@each_rule
def test_manual_page(rule: Rule) -> None:
    page = manual_page(rule.slug)
    assert page.rule is rule
    assert page.title and page.text and page.wrong and page.right
    assert "cannot" in page.text, "a page says what the rule cannot see"
    if re.search(r"\bINF\b|\bGK\b", rule.source):
        assert rule.standing == "proposal" and "proposal" in page.text


@each_rule
def test_wrong_is_found_and_right_is_clean(rule: Rule) -> None:
    page = manual_page(rule.slug)
    wrong = {finding.code for finding in said(found(chart(page.wrong)), rule.code)}
    assert wrong == {rule.code} | SAME_FAULT.get(rule.code, set())
    assert said(found(chart(page.right)), rule.code) == []


@each_rule
def test_each_fix_mends_what_it_is_offered_for(rule: Rule) -> None:
    document = chart(manual_page(rule.slug).wrong)
    for finding in found(document):
        assert finding.fixes or rule.code in NO_REPAIR or finding.code != rule.code
        for fix in finding.fixes:
            model_id = document.order[-1]
            mended = settle(document, fix.apply(document, model_id))
            after = [(other.code, other.subjects) for other in found(mended, model_id)]
            assert (finding.code, finding.subjects) not in after, fix.title
            if fix is not finding.fixes[0] or finding.code != rule.code or rule.code in LEAVES_MORE_TO_DO:
                continue
            errors = {(f.code, f.message) for f in found(mended, model_id) if f.severity is Severity.ERROR}
            assert errors <= {(f.code, f.message) for f in found(document)}, fix.title


@each_rule
def test_wording(rule: Rule) -> None:
    for finding in found(chart(manual_page(rule.slug).wrong)):
        for sentence in (finding.message, finding.detail):
            assert sentence[0].isupper() and sentence.endswith(".") and "!" not in sentence
        for fix in finding.fixes:
            assert fix.title[0].isupper() and not fix.title.endswith(".")
        assert set(finding.subjects) <= set(finding.path)


def test_json_form() -> None:
    document = chart(manual_page("nobody-accountable").wrong)
    (finding,) = said(found(document))
    data = as_json(document, finding)
    assert list(data) == ["code", "rule", "severity", "model", "subjects", "message", "fixes"]
    assert data["severity"] == "error"
    assert data["subjects"] == [
        {"id": finding.subjects[0], "handle": "Hexley Vale Primary", "label": "Hexley Vale Primary"}
    ]
    assert data["message"] == "Nobody answers for Hexley Vale Primary."
