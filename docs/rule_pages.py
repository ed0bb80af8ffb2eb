"""Write docs/rules/: a page with pictures for each rule, from its docstring, and the index."""

from collections.abc import Iterable
from pathlib import Path

from modelbuilder.accountability.index import by_severity, by_structure, table
from modelbuilder.accountability.manual import MENDED, UNMENDED, Example, Manual, facts, manual_page
from modelbuilder.accountability.rule import Rule
from modelbuilder.accountability.rules import catalogue
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.picture import picture
from modelbuilder.render.svg import svg
from modelbuilder.vocabulary.sources import SOURCES

FOLDER = Path(__file__).parent / "rules"


def files() -> dict[str, str]:
    """Return the text of every file, by its path in the folder."""
    every = catalogue()
    found = {"README.md": _index(every)}
    for number, rule in enumerate(every):
        page = manual_page(rule.slug)
        examples = page.examples
        before = every[number - 1] if number else None
        after = every[number + 1] if number + 1 < len(every) else None
        found[_file(rule)] = _page(page, examples, before, after)
        for example in examples:
            shown = picture(place_all(example.document), example.caption, example.findings)
            found[_picture(rule, example)] = svg(shown)
    return found


def _file(rule: Rule) -> str:
    return f"{rule.code}-{rule.slug}.md"


def _picture(rule: Rule, example: Example) -> str:
    return f"pictures/{rule.code}-{example.name.lower()}.svg"


def _link(rule: Rule) -> str:
    return f"[{rule.code}]({_file(rule)})"


def _page(page: Manual, examples: Iterable[Example], before: Rule | None, after: Rule | None) -> str:
    wrong, right = examples
    rows = [f"| {name} | {words} |" for name, words in facts(page.rule)]
    parts = [f"# {page.heading}", f"**{page.rule.title}.**", "\n".join(["| | |", "|---|---|", *rows])]
    parts.append(page.text)
    if page.thresholds:
        parts += [
            "## What can be set otherwise",
            "\n".join(f"- `rule {page.rule.code} {setting}`: {meaning}" for setting, meaning in page.thresholds),
        ]
    for example in (wrong, right):
        parts += [f"## {example.name}", f"![{example.caption}]({_picture(page.rule, example)})"]
        parts += [f"> **{finding.message}** {finding.detail}" for finding in example.findings]
        parts.append(_folded("The same as text", f"```text\n{example.chart}\n```"))
    parts += ["## How to fix", MENDED if wrong.repairs else UNMENDED]
    if wrong.repairs:
        parts.append("\n".join(f"- {title}" for title in wrong.repairs))
    ways = [
        f"Before: {_link(before)}" if before else "",
        "[All rules](README.md)",
        f"Next: {_link(after)}" if after else "",
    ]
    return "\n\n".join([*parts, "---", " · ".join(filter(None, ways))]) + "\n"


def _folded(summary: str, content: str) -> str:
    return f"<details><summary>{summary}</summary>\n\n{content}\n\n</details>"


def _index(every: tuple[Rule, ...]) -> str:
    parts = [
        "# The rules",
        f"modelbuilder asks {len(every)} questions of a leadership model. Each has a page with what is wrong, what is "
        "right, and how to get from one to the other. The law meant is that of England; none of this is legal advice. "
        "The pages are made from the files of the rules by `make pages`.",
    ]
    for heading, rows in (("By severity", by_severity(every)), ("By structure", by_structure(every))):
        parts.append(f"## {heading}")
        for words, rules in rows:
            links = "\n".join(f"- {_link(rule)} {rule.title}" for rule in rules)
            parts.append(f"### {words[0].upper()}{words[1:]}\n\n{links}")
    parts += ["## All rules", table(every, _link)]
    tags = "\n".join(f"- **{tag}**: {words}" for tag, words in SOURCES.items())
    parts += ["## Sources", tags]
    return "\n\n".join(parts) + "\n"


def main() -> None:
    """Write the files, and take away what is no page any more."""
    wanted = files()
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file() and path.relative_to(FOLDER).as_posix() not in wanted:
            path.unlink()
    for name, content in wanted.items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")
    print(f"{FOLDER}: {len(wanted)} files")


if __name__ == "__main__":
    main()
