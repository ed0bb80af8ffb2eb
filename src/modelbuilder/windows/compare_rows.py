"""What the table under models beside each other says, from what is found when they are compared."""

from collections.abc import Iterator

from modelbuilder.compare.differences import What
from modelbuilder.compare.listing import Told, headed
from modelbuilder.compare.several import Lit, Several
from modelbuilder.windows.compare_table import Row, Said

SIGNS = {What.ADDED: "+", What.REMOVED: "−", What.MOVED: "»", What.CHANGED: "~"}
"""Shapes that tell what became of a thing, beside words and colours."""


def difference_rows(several: Several) -> Iterator[Row]:
    """Yield what differs in each model from the first, under headings."""
    if len(several.asks) < 2:
        yield Row("", ((Said("Add a second model, of this document or of another file."),),))
        return
    found = [headed(several.comparison(other)) for other in range(1, len(several.asks))]
    first = several.asks[0].model
    yield Row(
        "", ((Said(f"What differs from {_named(first.label, first.title)}:", strong=True),), *(() for _ in found))
    )
    headings = dict.fromkeys(heading for one in found for heading in one)
    for heading in headings:
        cells = [
            tuple(_said(several, at, told) for told in one.get(heading, ())) or (Said("The same."),)
            for at, one in enumerate(found, start=1)
        ]
        yield Row(heading, ((), *cells))
    if not headings:
        yield Row("", ((Said("Nothing differs but where things are drawn."),), *(() for _ in found)))


def _named(label: str, title: str) -> str:
    return f"{label}, {title}" if title else f"model {label}"


def _said(several: Several, at: int, told: Told) -> Said:
    lit: Lit = tuple(
        told.one if place == 0 else told.other if place == at else frozenset() for place in range(len(several.asks))
    )
    return Said(told.sentence, lit, SIGNS[told.what])
