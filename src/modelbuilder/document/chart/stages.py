"""The stages of a story in a chart: each begins as the stage before it, less what it removes."""

from modelbuilder.document.chart import relations, things
from modelbuilder.document.chart.draft import Draft, Section
from modelbuilder.document.chart.removal import Removal, taken_away
from modelbuilder.document.chart.words import Word, keyword
from modelbuilder.document.errors import InputError
from modelbuilder.document.integrity import mend
from modelbuilder.document.stories import address, label_before
from modelbuilder.vocabulary.functions import function_called
from modelbuilder.vocabulary.lines import LINES


def read_stages(draft: Draft) -> None:
    """Read the stages in the order of their stories."""
    for label in sorted(filter(address, draft.sections), key=lambda label: address(label) or ("", 0)):
        section, before = draft.sections[label], label_before(label, draft.sections)
        removals = [words for words in section.statements if keyword(words) == "remove"]
        if before is not None:
            _begin(draft, section, draft.sections[before], removals)
        elif removals:
            raise removals[0][0].error(f"{label} is the first stage of its story: there is nothing to remove.")
        for words in section.statements:
            if relations.is_relation(words) and not keyword(words):
                section.pending.append(words)
            elif keyword(words) != "remove":
                things.read_thing(draft, words, section)
        relations.relate(draft, section)


def _begin(draft: Draft, section: Section, before: Section, removals: list[list[Word]]) -> None:
    model = mend(draft.cast(), before.model())
    section.start_from(model)
    removal = Removal()
    for words in removals:
        removal = removal | _removal(draft, section, words)
    section.start_from(taken_away(draft.cast(), model, removal))


def _removal(draft: Draft, section: Section, words: list[Word]) -> Removal:
    """Read `remove X`, `remove X in G`, `remove A accountable_to B` or `remove duty f25 of “School”`."""
    rest = words[1:]
    if any(word.key is not None for word in rest):
        raise words[0].error("remove takes names, and no fields.")
    if len(rest) == 1:
        return Removal(things=frozenset([draft.present(rest[0], section, _missing_from(section))]))
    if len(rest) == 4 and keyword(rest) == "duty" and rest[2].text == "of":
        function = function_called(rest[1].text)
        duty = (function or "", draft.known(rest[3], section, "school")[1])
        if any((one.function, one.school) == duty for one in section.duties.values()):
            return Removal(duties=frozenset([duty]))
        raise _missing(rest[1], section)
    if len(rest) != 3 or not relations.is_relation(rest):
        raise words[0].error("write: remove X, remove A accountable_to B, or remove duty f25 of “School”.")
    first, last = (draft.known(word, section)[1] for word in (rest[0], rest[2]))
    if rest[1].text == "in":
        row = section.placements.get(first) or section.groups.get(first)
        figure = section.figures.get(first)
        if last not in (row.group if row else None, figure.at if figure else None):
            raise _missing(rest[0], section)
        return Removal(boxed=frozenset([first]))
    ends = [(first, last), (last, first)] if LINES[rest[1].text].mutual else [(first, last)]
    for source, target in ends:
        if any((one.kind, one.source, one.target) == (rest[1].text, source, target) for one in section.lines.values()):
            return Removal(lines=frozenset([(rest[1].text, source, target)]))
    raise _missing(rest[1], section)


def _missing_from(section: Section) -> str:
    return f"cannot be removed: the stage before {section.label} has nothing like it."


def _missing(word: Word, section: Section) -> InputError:
    return word.error(f"“{word.text}” {_missing_from(section)}")
