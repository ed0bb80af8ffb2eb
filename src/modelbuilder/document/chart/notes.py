"""The statements of a chart on sticky notes and on votes: `note` and `votes`."""

from collections.abc import Iterator, Mapping

from modelbuilder.document.chart import fields
from modelbuilder.document.chart.draft import Draft, Section
from modelbuilder.document.chart.words import Word, bare, checked_name
from modelbuilder.document.ids import ThingId, natural_key, seed_id
from modelbuilder.document.records import Line, Note
from modelbuilder.document.values import MOST_DOTS
from modelbuilder.vocabulary.lines import LINES

_LONGEST = 200
"""Characters of a handle; a note is called by its own first words where no other handle is given."""


def read_note(draft: Draft, words: list[Word], section: Section) -> None:
    """Read `note "its words" as=N1 topic=opportunity colour=green`."""
    if len(words) < 2 or words[1].key is not None:
        raise words[0].error("after “note” come its words: note “Who chairs?”.")
    words_of_note = fields.text(words[1], "the note")
    alias = fields.word_for(words[2:], "as")
    handle = checked_name(alias).text if alias else called(words_of_note)
    if not handle:
        raise words[1].error("an empty note needs a name, such as as=N1.")
    note_id = seed_id("note", handle)
    old = section.stickies.get(note_id)
    values = fields.read_fields(words[2:], fields.NOTE, ("as",), old)
    draft.claim(alias or words[1], "note", handle, note_id, section)
    section.stickies[note_id] = (old or Note(handle=handle)).model_copy(update={"text": words_of_note, **values})


def called(text: str) -> str:
    """Return the handle of a note that is given no other."""
    return text[:_LONGEST]


def read_votes(draft: Draft, words: list[Word], section: Section) -> None:
    """Read `votes HoS1 3`, or `votes HoS1 accountable_to EHT 3`; with `which=2`, of the second of two such lines."""
    rest = [word for word in words[1:] if word.key is None]
    values = fields.read_fields([word for word in words[1:] if word.key is not None], {"which": fields.number(2, 1000)})
    if len(rest) == 4 and rest[1].text in LINES:
        thing_id = _line(draft, rest, section, values.get("which", 1))
    elif len(rest) == 2 and not values:
        thing_id = draft.present(rest[0], section, f"is not in model {section.label}.")
    else:
        raise words[0].error("write: votes HoS1 3, or votes HoS1 accountable_to EHT 3.")
    count = fields.number(1, MOST_DOTS)(rest[-1])
    if thing_id in section.votes:
        raise rest[0].error("these votes are counted already.")
    section.votes[thing_id] = count


def _line(draft: Draft, rest: list[Word], section: Section, which: int) -> ThingId:
    first, last = (draft.known(word, section)[1] for word in (rest[0], rest[2]))
    kind = LINES[rest[1].text]
    ends = {(first, last), (last, first)} if kind.mutual else {(first, last)}
    found = [one for one, line in section.lines.items() if line.kind == kind.key and (line.source, line.target) in ends]
    if which > len(found):
        raise rest[1].error(f"model {section.label} has no such line.")
    return found[which - 1]


def write_votes(
    votes: Mapping[ThingId, int], lines: list[tuple[ThingId, Line]], handles: Mapping[ThingId, str]
) -> Iterator[str]:
    """Yield the statements on votes; `lines` are all of the model, in the order in which a chart has them."""
    on_things = {handles[one]: count for one, count in votes.items() if one in handles}
    for handle in sorted(on_things, key=natural_key):
        yield f"votes {bare(handle)} {on_things[handle]}"
    seen: dict[str, int] = {}
    for line_id, line in lines:
        words = f"{bare(handles[line.source])} {line.kind} {bare(handles[line.target])}"
        seen[words] = which = seen.get(words, 0) + 1
        if line_id in votes:
            yield f"votes {words} {votes[line_id]}" + (f" which={which}" if which > 1 else "")
