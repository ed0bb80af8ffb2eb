"""The index of the rules as Markdown: by severity, by structure, and all of them in one table."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from modelbuilder.accountability.manual import structures_of
from modelbuilder.accountability.rule import Rule
from modelbuilder.vocabulary.checks import SEVERITY_WORDS, VOICES
from modelbuilder.vocabulary.structures import STRUCTURES

Name: TypeAlias = Callable[[Rule], str]


def by_code(rule: Rule) -> str:
    """Name a rule by its code."""
    return rule.code


def table(rules: Iterable[Rule], name: Name = by_code) -> str:
    """Return the table of rules; `name` may make a link of their codes."""
    lines = ["| code | rule | severity | who says so | source | applies to |", "|---|---|---|---|---|---|"]
    for rule in rules:
        cells = (
            name(rule),
            rule.title,
            SEVERITY_WORDS[rule.severity.value],
            VOICES[rule.standing],
            rule.source,
            ", ".join(structures_of(rule)),
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def by_severity(rules: Iterable[Rule]) -> list[tuple[str, list[Rule]]]:
    """Return each severity in words with its rules, the gravest first."""
    every = list(rules)
    rows = [(word, [rule for rule in every if rule.severity.value == key]) for key, word in SEVERITY_WORDS.items()]
    return [row for row in rows if row[1]]


def by_structure(rules: Iterable[Rule]) -> list[tuple[str, list[Rule]]]:
    """Return each structure that rules are about with these, in the order of the vocabulary."""
    every = list(rules)
    rows = [(one.label, [rule for rule in every if one.key in rule.applies]) for one in STRUCTURES.values()]
    return [row for row in rows if row[1]]
