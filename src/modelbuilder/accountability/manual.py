"""The manual page of a rule: what its file says of itself, with an example of the fault and of its repair."""

from dataclasses import dataclass
from importlib import import_module
from inspect import cleandoc
from textwrap import dedent

from modelbuilder.accountability import rules
from modelbuilder.accountability.rule import Rule


@dataclass(frozen=True, slots=True)
class Manual:
    """A rule's title and explanation, and two charts: one that breaks the rule and one that keeps it."""

    rule: Rule
    title: str
    text: str
    wrong: str
    right: str


def manual_page(slug: str) -> Manual:
    """Return the manual page of the rule with that slug."""
    module = import_module(f"{rules.__name__}.{slug.replace('-', '_')}")
    page = cleandoc(module.__doc__ or "")
    title, _, rest = page.partition("\n")
    text, _, examples = rest.partition("\nWrong:\n")
    wrong, _, right = examples.partition("\nRight:\n")
    rule: Rule = module.RULE
    return Manual(rule, title.strip(), text.strip(), dedent(wrong).strip(), dedent(right).strip())
