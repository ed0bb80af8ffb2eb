"""What differs between models beside each other, as signs on their things and lines."""

from collections.abc import Mapping
from typing import NamedTuple

from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.wording import listed
from modelbuilder.compare.differences import What
from modelbuilder.compare.listing import marked
from modelbuilder.compare.several import Several
from modelbuilder.document.ids import ThingId
from modelbuilder.vocabulary.changes import MARKS


class Sign(NamedTuple):
    """What became of a thing: a shape, and with it the words."""

    what: What
    words: str

    @property
    def shape(self) -> str:
        """The shape alone, for where words have no room."""
        return MARKS[self.what].sign


def signs(several: Several) -> list[Mapping[ThingId, Sign]]:
    """Return the signs of each model: on the first what others have not, on them what is otherwise there.

    A line that comes or goes with one of its ends has none. Models that are strangers to the first would be marked all
    over: they have none.
    """
    missing: dict[ThingId, list[str]] = {}
    found: list[Mapping[ThingId, Sign]] = []
    for other in range(1, len(several.asks)):
        if several.strangers(other):
            found.append({})
            continue
        gone, here = marked(several.comparison(other))
        for thing_id, what in gone.items():
            if what is What.REMOVED and not _follows(several.asks[0], thing_id, gone):
                missing.setdefault(thing_id, []).append(several.asks[other].model.label)
        kept = {
            thing_id: what
            for thing_id, what in here.items()
            if what is not What.REMOVED and not _follows(several.asks[other], thing_id, here)
        }
        found.append({thing_id: Sign(what, str(MARKS[what])) for thing_id, what in kept.items()})
    shape = MARKS[What.REMOVED].sign
    first = {one: Sign(What.REMOVED, f"{shape} not in {listed(labels)}") for one, labels in missing.items()}
    return [first, *found]


def unmarked(several: Several) -> str:
    """Say which models have no signs because they are strangers to the first; nothing when all have."""
    labels = [ask.model.label for at, ask in enumerate(several.asks) if at and several.strangers(at)]
    if not labels:
        return ""
    verb = "has" if len(labels) == 1 else "have"
    return f"{listed(labels)} {verb} little in common with {several.asks[0].model.label}: what differs is not marked."


def _follows(ask: Questions, line_id: ThingId, found: Mapping[ThingId, What]) -> bool:
    """Tell whether a line is new or gone only because one of its ends is."""
    line = ask.model.lines.get(line_id)
    return line is not None and any(found.get(end) is found[line_id] for end in (line.source, line.target))
