"""Private cards, on which somebody says what they want of a leading post: in a document, or as a text of their own."""

import json

from modelbuilder.document import envelopes
from modelbuilder.document.records import Document, Fit

CARD = envelopes.Envelope("modelbuilder private card", 1, "card", "private card", "private card")


def put_fit(document: Document, fit: Fit) -> Document:
    """Add a card to a document, in place of one of the same name."""
    return document.model_copy(update={"fits": (*_others(document, fit.name), fit)})


def forget_fit(document: Document, name: str) -> Document:
    """Take a card out of a document."""
    others = _others(document, name)
    return document if len(others) == len(document.fits) else document.model_copy(update={"fits": others})


def _others(document: Document, name: str) -> tuple[Fit, ...]:
    return tuple(one for one in document.fits if one.name != name)


def write_fit(fit: Fit) -> str:
    """Return the text of the file of one card."""
    whole = envelopes.wrapped(CARD, fit.model_dump(mode="json", exclude_defaults=True))
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def read_fit(text: str, name: str) -> Fit:
    """Read the text of a card; raises InputError with one sentence that begins with the name of the file."""
    return envelopes.opened(CARD, text, name, Fit)
