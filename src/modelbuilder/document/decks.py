"""Decks: slides that are put together under a name, kept with the document."""

from modelbuilder.document import pages
from modelbuilder.document.errors import InputError, nearest
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Deck, Document
from modelbuilder.document.stories import address


def deck_named(document: Document, name: str, file: str) -> Deck:
    """Return a deck by its name; InputError, beginning with the name of the file, when there is none."""
    found = {deck.name: deck for deck in document.decks}
    if name not in found:
        has = f"it has {', '.join(found)}" if found else "it has none"
        raise InputError(f"{file} has no deck {name}; {has}{nearest(name, found) if found else '.'}")
    return found[name]


def put_deck(document: Document, deck: Deck) -> Document:
    """Keep a deck, in place of one of the same name."""
    others = [one for one in document.decks if one.name != deck.name]
    return document.model_copy(update={"decks": (*others, deck)})


def without_lost_slides(document: Document) -> Document:
    """Return the document with decks that show only models that are there."""
    if all(slide.model in document.models for deck in document.decks for slide in deck.slides):
        return document
    decks = (
        deck.model_copy(update={"slides": tuple(one for one in deck.slides if one.model in document.models)})
        for deck in document.decks
    )
    return document.model_copy(update={"decks": tuple(decks)})


def last_stages(document: Document) -> tuple[ModelId, ...]:
    """List the models in the order of the tabs; of a story only its last stage."""
    last: dict[str, int] = {}
    for _, model in pages.ordered(document):
        if at := address(model.label):
            last[at[0]] = max(at[1], last.get(at[0], 0))
    rows = ((model_id, address(model.label)) for model_id, model in pages.ordered(document))
    return tuple(model_id for model_id, at in rows if at is None or last[at[0]] == at[1])
