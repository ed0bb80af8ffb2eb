"""The pages of the rules are what their files say now: none is missing, none is stale, none is left over."""

import re
from xml.etree import ElementTree

import pytest

from modelbuilder.accountability.index import table
from modelbuilder.accountability.rules import catalogue
from modelbuilder.vocabulary.checks import SEVERITY_WORDS
from rule_pages import FOLDER, files

AGAIN = "run make pages"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Make all pages anew."""
    return files()


def test_no_page_is_missing_or_left_over(pages: dict[str, str]) -> None:
    written = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()}
    assert written == set(pages), AGAIN


def test_no_page_is_stale(pages: dict[str, str]) -> None:
    stale = [name for name, content in pages.items() if (FOLDER / name).read_text(encoding="utf-8") != content]
    assert stale == [], AGAIN


def test_every_rule_has_a_page_with_two_pictures_and_stands_in_the_index(pages: dict[str, str]) -> None:
    index = pages["README.md"]
    for rule in catalogue():
        page = pages[f"{rule.code}-{rule.slug}.md"]
        assert page.startswith(f"# {rule.code} ")
        assert f"| Severity | {SEVERITY_WORDS[rule.severity.value]} |" in page
        assert "badge-" in pages[f"pictures/{rule.code}-wrong.svg"]
        assert "badge-" not in pages[f"pictures/{rule.code}-right.svg"]
        assert index.count(f"({rule.code}-{rule.slug}.md)") >= 3, "by severity, by structure and in the table"


def test_the_command_line_prints_the_table_of_the_index(pages: dict[str, str]) -> None:
    assert table(catalogue()) in re.sub(r"\[(R\d+)\]\([^)]+\)", r"\1", pages["README.md"])


def test_every_link_leads_to_a_page(pages: dict[str, str]) -> None:
    for content in (content for name, content in pages.items() if name.endswith(".md")):
        assert set(re.findall(r"\]\(([^)]+)\)", content)) <= set(pages)


def test_pictures_are_whole(pages: dict[str, str]) -> None:
    for name, content in pages.items():
        if name.endswith(".svg"):
            ids = [element.attrib["id"] for element in ElementTree.fromstring(content).iter() if "id" in element.attrib]
            assert ids and len(set(ids)) == len(ids), name
