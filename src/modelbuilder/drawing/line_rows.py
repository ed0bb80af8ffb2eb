"""The lines of a model as rows of words, in the order of the vocabulary."""

from collections.abc import Iterator
from typing import NamedTuple

from modelbuilder.accountability import wording
from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Line
from modelbuilder.vocabulary.lines import LINES


class Row(NamedTuple):
    """A line of the model in words."""

    source: str
    line: str
    target: str
    line_id: ThingId


def line_rows(ask: Questions) -> Iterator[Row]:
    """Yield the lines by their kind, then by where they come from."""
    kinds = list(LINES)
    lines = ask.model.lines.items()

    def order(row: tuple[ThingId, Line]) -> tuple[object, ...]:
        _, line = row
        return kinds.index(line.kind), ask.key(line.source), ask.key(line.target)

    for line_id, line in sorted(lines, key=order):
        words = LINES[line.kind].label
        if line.kind == "accountable_to" and not line.primary:
            words += " (secondary)"
        source, target = (" ".join(wording.titled(ask, end).split()) for end in (line.source, line.target))
        yield Row(wording.upper_first(source), words, target, line_id)
