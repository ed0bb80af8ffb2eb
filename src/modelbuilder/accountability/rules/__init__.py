"""The catalogue of rules: one file each, found by listing the folder."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TypeAlias

from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Finding, Rule

Find: TypeAlias = Callable[[Questions], Iterator[Finding]]


def rule_files() -> list[str]:
    """List the names of the rules' files, without importing them."""
    return sorted(module.name for module in iter_modules(__path__))


@cache
def rulebook() -> tuple[tuple[Rule, Find], ...]:
    """Return each rule with the function that finds its faults, in the order of their codes."""
    modules = [import_module(f"{__name__}.{name}") for name in rule_files()]
    return tuple(sorted(((module.RULE, module.find) for module in modules), key=lambda row: row[0].code))


def catalogue() -> tuple[Rule, ...]:
    """Return the rules in the order of their codes."""
    return tuple(rule for rule, _ in rulebook())
