"""The statement of a chart on a private card that its owner has added to the document: `fit`."""

from collections.abc import Iterator

from modelbuilder.document.chart import fields
from modelbuilder.document.chart.words import Word, bare, name_word, quote
from modelbuilder.document.fits import put_fit
from modelbuilder.document.ids import natural_key
from modelbuilder.document.records import Document, Fit


def read_fits(document: Document, statements: list[list[Word]]) -> Document:
    """Return the document with the cards that the statements tell of."""
    for words in statements:
        name = name_word(words)
        if any(one.name == name.text for one in document.fits):
            raise name.error(f"there is a card of “{name.text}” already.")
        document = put_fit(document, Fit(name=name.text, **fields.read_fields(words[2:], fields.FIT)))
    return document


def write_fits(document: Document) -> Iterator[str]:
    """Yield the statements on private cards."""
    for fit in sorted(document.fits, key=lambda one: natural_key(one.name)):
        said = {key: getattr(fit, key) for key in fields.FIT} | {"conditions": ",".join(fit.conditions)}
        words = [f"{key}={bare(str(value))}" for key, value in said.items() if value not in (None, "")]
        yield " ".join(["fit", quote(fit.name), *words])
