"""The sources: every tag that a rule names can be said in words."""

import re

import pytest

from modelbuilder.accountability.manual import manual_page
from modelbuilder.accountability.rules import catalogue
from modelbuilder.vocabulary.sources import SOURCES, in_words

_TAGS = re.compile(r"\[([A-Z][^\]]*)\]")


def test_every_source_of_a_rule_is_known() -> None:
    used: set[str] = set()
    for rule in catalogue():
        text = manual_page(rule.slug).text
        tags = [rule.source, *_TAGS.findall(text)]
        for tag in ", ".join(tags).split(", "):
            if not re.fullmatch(r"s\d+", tag):
                in_words(tag)
                used.add(tag if tag in SOURCES else tag.partition(" ")[0])
    assert used == set(SOURCES)


def test_a_part_of_a_source_is_named() -> None:
    assert in_words("EA2002 s24, ATH1 1.3, GK") == (
        "Education Act 2002, section 24",
        "Academy trust handbook, part 1 (Department for Education), paragraph 1.3",
        "general knowledge of the field, not confirmed",
    )


@pytest.mark.parametrize("tag", ["XYZ", "EA2002 page", "XYZ s2"])
def test_an_unknown_source_is_an_error(tag: str) -> None:
    with pytest.raises(KeyError):
        in_words(tag)
