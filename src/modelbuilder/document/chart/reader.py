"""Read the chart notation into a document; the first thing that is wrong stops it, with line and column."""

from modelbuilder.document.chart import checks, fits, relations, stages, things
from modelbuilder.document.chart.draft import Draft
from modelbuilder.document.chart.words import CHECKING, FIT, KEYWORDS, OPENING, Word, keyword, split_words
from modelbuilder.document.errors import InputError, nearest
from modelbuilder.document.records import Document
from modelbuilder.document.stories import address


def read_chart(text: str) -> Document:
    """Return the document that the text describes; raises InputError naming line, column and word.

    All things are described before any are joined, so that the order of the statements is free. Stages are
    read last, in their order, each from the one before it; only people and schools are taken up before.
    """
    statements = [words for words in _split(text) if words]
    draft = Draft(explicit=any(keyword(words) in OPENING for words in statements))
    section = None if draft.explicit else draft.section("A")
    checking: list[list[Word]] = []
    cards: list[list[Word]] = []
    for words in statements:
        if keyword(words) in CHECKING:
            checking.append(words)
        elif keyword(words) == FIT:
            cards.append(words)
        elif keyword(words) in OPENING:
            section = things.open_model(draft, words)
        elif section is not None and address(section.label) and (keyword(words) or relations.is_relation(words)):
            section.statements.append(words)
            things.meet_cast(draft, words)
        elif keyword(words):
            things.read_thing(draft, words, section)
        elif relations.is_relation(words):
            (section or draft.section("A")).pending.append(words)
        else:
            raise _unknown(draft, words)
    for one in list(draft.sections.values()):
        relations.relate(draft, one)
    stages.read_stages(draft)
    return fits.read_fits(checks.read_checks(draft, checking), cards)


def _split(text: str) -> list[list[Word]]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, start=1):
        for column, character in enumerate(line, start=1):
            if "\ud800" <= character <= "\udfff":
                raise InputError(f"line {number}, column {column}: this character is broken (half of a pair).")
    return [split_words(line, number) for number, line in enumerate(lines, start=1)]


def _unknown(draft: Draft, words: list[Word]) -> InputError:
    """Say which word of a statement is at fault: the relation after a known name, else the first."""
    first, second = words[0], words[1] if len(words) > 1 and words[1].key is None else None
    names = draft.known_names()
    shown = first.text if first.key is None else f"{first.key}="
    hint = nearest(shown, (*KEYWORDS, *names))
    if second is not None:
        meant = nearest(second.text, relations.RELATIONS)
        looks_like_one = second.text.replace("_", "").isalpha() and second.text.islower() and not second.quoted
        joins = looks_like_one and len(words) > 2 and words[2].key is None
        if first.quoted or first.text in names or (joins and (meant != "." or hint == ".")):
            return second.error(f"“{second.text}” is not a known relation{meant}")
    elif first.text in names:
        return first.error(f"“{first.text}” needs a relation and another name after it.")
    return first.error(f"“{shown}” is not a known statement{hint}")
