"""Decks: slides that are put together under a name, kept with the document."""

from collections.abc import Iterable, Iterator

from modelbuilder.document import pages
from modelbuilder.document.errors import InputError, nearest
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Deck, DeckSlide, Document
from modelbuilder.document.stories import address, entries
from modelbuilder.vocabulary.decks import DECK_SLIDES, MOST_BESIDE, SEVERAL
from modelbuilder.vocabulary.roles import ROLES


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
    """Return the document with decks that show only models that are there, beside others and about people who are."""
    decks = tuple(
        deck.model_copy(update={"slides": kept}) if (kept := tuple(_kept(document, deck))) != deck.slides else deck
        for deck in document.decks
    )
    return document if decks == document.decks else document.model_copy(update={"decks": decks})


def _kept(document: Document, deck: Deck) -> Iterator[DeckSlide]:
    for slide in deck.slides:
        there = tuple(one for one in (slide.model, *slide.beside) if one in document.models)
        asked = all(one in ROLES or one in document.people for one in slide.about)
        if there == (slide.model, *slide.beside):
            if asked:
                yield slide
        elif asked and slide.what in SEVERAL and len(there) > 1:
            yield slide.model_copy(update={"model": there[0], "beside": there[1:]})


def last_stages(document: Document) -> tuple[ModelId, ...]:
    """List the models in the order of the tabs; of a story only its last stage."""
    last: dict[str, int] = {}
    for _, model in pages.ordered(document):
        if at := address(model.label):
            last[at[0]] = max(at[1], last.get(at[0], 0))
    rows = ((model_id, address(model.label)) for model_id, model in pages.ordered(document))
    return tuple(model_id for model_id, at in rows if at is None or last[at[0]] == at[1])


def beside_each_other(document: Document) -> list[tuple[ModelId, ...]]:
    """List which models can well be shown beside each other: the first options, and the ends of every story."""
    told = entries(document)
    options = tuple(entry.models[0] for entry in told if not entry.story)[:MOST_BESIDE]
    ends = [(entry.models[0], entry.models[-1]) for entry in told if entry.story and len(entry.models) > 1]
    return [*([options] if len(options) > 1 else []), *ends]


def slides_beside(models: tuple[ModelId, ...], abouts: Iterable[tuple[str, ...]] = ()) -> list[DeckSlide]:
    """Return the slides on models beside each other, and on what changes about some roles or people."""
    first, beside = models[0], models[1:]
    kinds = [kind for kind in DECK_SLIDES if kind in SEVERAL and kind != "changes"]
    return [
        *(DeckSlide(what=kind, model=first, beside=beside) for kind in kinds),
        *(DeckSlide(what="changes", model=first, beside=beside, about=about) for about in abouts),
    ]
