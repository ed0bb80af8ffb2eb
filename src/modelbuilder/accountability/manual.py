"""The manual page of a rule: what its file says of itself, with an example of the fault and of its repair."""

from dataclasses import dataclass
from importlib import import_module
from inspect import cleandoc
from textwrap import dedent
from typing import Any

from modelbuilder.accountability import rules
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.rule import Finding, Rule
from modelbuilder.document.chart.reader import read_chart
from modelbuilder.document.records import Document
from modelbuilder.vocabulary.checks import SEVERITY_WORDS, VOICES
from modelbuilder.vocabulary.sources import in_words
from modelbuilder.vocabulary.structures import STRUCTURES

MENDED = "modelbuilder offers to mend the fault above:"
UNMENDED = "No button can mend this: those who are responsible have to decide."


@dataclass(frozen=True, slots=True)
class Manual:
    """A rule's title and explanation, and two charts: one that breaks the rule and one that keeps it."""

    rule: Rule
    title: str
    text: str
    wrong: str
    right: str

    @property
    def heading(self) -> str:
        """The code and the title."""
        return f"{self.rule.code} {self.title}"

    @property
    def paragraphs(self) -> list[str]:
        """The text, each paragraph on one line."""
        return [" ".join(paragraph.split()) for paragraph in self.text.split("\n\n")]

    @property
    def examples(self) -> tuple["Example", "Example"]:
        """Wrong and Right."""
        find = _module(self.rule.slug).find
        read = [(name, chart, read_chart(chart)) for name, chart in (("Wrong", self.wrong), ("Right", self.right))]
        wrong, right = (
            Example(name, chart, document, tuple(find(Questions(document, document.order[-1]))))
            for name, chart, document in read
        )
        return wrong, right

    @property
    def thresholds(self) -> list[tuple[str, str]]:
        """What a document can set otherwise: as a chart writes it, with its default, and what it counts."""
        return [(f"{one.key}={one.default:g}", one.meaning) for one in self.rule.options]


@dataclass(frozen=True, slots=True)
class Example:
    """A chart of a manual page, and what the page's own rule finds in it, in the last stage if there are stages."""

    name: str
    chart: str
    document: Document
    findings: tuple[Finding, ...]

    @property
    def caption(self) -> str:
        """What a picture of it shows, for those who hear it."""
        return " ".join([f"{self.name}:", *(one.message for one in self.findings)] if self.findings else [self.name])

    @property
    def repairs(self) -> list[str]:
        """The titles of the repairs that are offered, each once."""
        return list(dict.fromkeys(fix.title for finding in self.findings for fix in finding.fixes))


def facts(rule: Rule) -> list[tuple[str, str]]:
    """Say of a rule how grave its fault is, who says so, where that was read, and what it is about."""
    return [
        ("Severity", SEVERITY_WORDS[rule.severity.value]),
        ("Who says so", VOICES[rule.standing]),
        ("Source", "; ".join(in_words(rule.source))),
        ("Applies to", ", ".join(structures_of(rule))),
    ]


def structures_of(rule: Rule) -> list[str]:
    """Name the structures that a rule is about."""
    return [STRUCTURES[key].label for key in rule.applies]


def manual_page(slug: str) -> Manual:
    """Return the manual page of the rule with that slug."""
    module = _module(slug)
    page = cleandoc(module.__doc__ or "")
    title, _, rest = page.partition("\n")
    text, _, examples = rest.partition("\nWrong:\n")
    wrong, _, right = examples.partition("\nRight:\n")
    rule: Rule = module.RULE
    return Manual(rule, title.strip(), text.strip(), dedent(wrong).strip(), dedent(right).strip())


def _module(slug: str) -> Any:
    return import_module(f"{rules.__name__}.{slug.replace('-', '_')}")
