"""What a rule says of itself: the structures that it applies to, and thresholds that a document can set otherwise."""

import pytest

from chart import chart
from modelbuilder.accountability import rules
from modelbuilder.accountability.findings import Finding, check
from modelbuilder.accountability.manual import manual_page
from modelbuilder.accountability.rule import Option, Rule
from modelbuilder.document import settings
from modelbuilder.document.integrity import settle
from modelbuilder.document.records import Document
from modelbuilder.vocabulary.structures import ALL, STRUCTURES

RULES = rules.catalogue()
OPTIONS = [pytest.param(rule, one, id=f"{rule.code} {one.key}") for rule in RULES for one in rule.options]
LEAST, MOST = 0.0, 1e6
"""The extremes that a document can set."""

# Domain notes §3.1, column “applies”; whatever is not here applies to all structures.
APPLIES = {
    "maintained": "R09 R18 R22 R30 R31 R33 R38 R39",
    "academies": "R10 R51",
    "church_and_foundation_schools": "R34",
    "federations": "R16 R26",
    "hard_federation": "R23 R27 R32",
    "soft_federation": "R24 R25 R28",
    "trusts": "R40 R41 R42 R43 R44 R45 R46 R47 R48 R49 R52 R53 R58",
    "multi_academy_trust": "R16 R19 R50 R54 R55 R56 R57 R68 R74 R77",
    "umbrella_trust": "R59",
    "cooperative_trust": "R60",
    "executive_headship": "R62 R67 R69 R74 R75 R76 R79",
    "chief_executive": "R75",
    "cluster": "R67 R89 R92",
    "fourteen_nineteen_partnership": "R28 R89 R90 R92",
    "whole_town_partnership": "R89 R90 R91 R92",
    "teaching_school_alliance": "R87 R89",
    "school_to_school_support": "R83 R84 R85 R86 R87",
    "system_leaders": "R88",
    "stories": "R96",
}
THRESHOLDS = "R19 R30 R31 R32 R33 R34 R39 R41 R43 R44 R45 R54 R61 R66 R67 R68 R71 R72 R81 R87"


def found(document: Document, rule: Rule) -> list[Finding]:
    """List what a rule finds in the last model of a document."""
    return [finding for finding in check(document, document.order[-1]) if finding.code == rule.code]


def with_option(document: Document, rule: Rule, option: Option, value: float) -> Document:
    """Set one threshold of a rule."""
    return settings.set_rule(document, rule.code, options={option.key: value})


def test_each_rule_applies_to_the_structures_of_the_domain_notes() -> None:
    said = {key: " ".join(rule.code for rule in RULES if key in rule.applies) for key in STRUCTURES if key != ALL}
    assert said == APPLIES
    assert all(rule.applies == (ALL,) for rule in RULES if rule.code not in " ".join(APPLIES.values()))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_applies_to_known_structures(rule: Rule) -> None:
    assert rule.applies and set(rule.applies) <= STRUCTURES.keys()
    assert len({option.key for option in rule.options}) == len(rule.options)


def test_the_rules_with_thresholds() -> None:
    assert " ".join(rule.code for rule in RULES if rule.options) == THRESHOLDS


@pytest.mark.parametrize(("rule", "option"), OPTIONS)
def test_each_threshold_says_what_it_counts_and_is_read(rule: Rule, option: Option) -> None:
    assert option.key.isidentifier() and option.meaning[0].islower() and not option.meaning.endswith(".")
    page = manual_page(rule.slug)
    changes = []
    for text in (page.wrong, page.right):
        document = chart(text)
        usual = found(document, rule)
        assert found(with_option(document, rule, option, option.default), rule) == usual
        for value in (LEAST, MOST):
            other = found(with_option(document, rule, option, value), rule)
            assert not [finding.message for finding in other if "could not be decided" in finding.message]
            changes.append((len(other), [f.severity for f in other]) != (len(usual), [f.severity for f in usual]))
    assert any(changes)


@pytest.mark.parametrize(("rule", "option"), OPTIONS)
def test_fixes_heed_the_threshold(rule: Rule, option: Option) -> None:
    page = manual_page(rule.slug)
    for text in (page.wrong, page.right):
        for value in (max(option.default // 2, 1), option.default + 1, option.default * 2):
            document = with_option(chart(text), rule, option, value)
            model_id = document.order[-1]
            for finding in found(document, rule):
                for fix in finding.fixes:
                    mended = settle(document, fix.apply(document, model_id))
                    left = [(other.code, other.subjects) for other in check(mended, model_id)]
                    assert (finding.code, finding.subjects) not in left, (value, fix.title)


def test_a_chart_sets_a_threshold() -> None:
    rule = next(rule for rule in RULES if rule.code == "R66")
    assert found(chart(manual_page(rule.slug).wrong), rule)
    assert not found(chart(manual_page(rule.slug).wrong + "\nrule R66 comfortable=5"), rule)
