"""Stories: which models are the stages of one, and which comes before which."""

import re
from collections.abc import Iterable

from modelbuilder.document import pages
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document, Model

_ADDRESS = re.compile(r"(.+)/([1-9][0-9]{0,3})", re.DOTALL)


def address(label: str) -> tuple[str, int] | None:
    """Return the story and the number of a stage: B and 4 of B/4; None for the label of an option."""
    found = _ADDRESS.fullmatch(label)
    return (found[1], int(found[2])) if found else None


def label_before(label: str, labels: Iterable[str]) -> str | None:
    """Return the label of the stage that comes before another in its story, or None for the first."""
    own = address(label)
    found = {at: other for other in labels if (at := address(other)) and own and at[0] == own[0] and at < own}
    return found[max(found)] if found else None


def stages(document: Document, story: str) -> list[tuple[ModelId, Model]]:
    """List the stages of a story in their order."""
    rows = [(at, row) for row in pages.ordered(document) if (at := address(row[1].label)) and at[0] == story]
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]
