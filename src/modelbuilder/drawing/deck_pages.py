"""The slides of a deck, in its order: models, in parts where too wide, findings, people, models beside each other."""

from collections.abc import Iterator

from modelbuilder.document.records import Deck, DeckSlide, Document
from modelbuilder.drawing.compare_pages import compare_pages
from modelbuilder.drawing.deck import legible_slides, slides
from modelbuilder.drawing.finding_pages import finding_pages
from modelbuilder.drawing.people_pages import people_pages
from modelbuilder.drawing.sizes import WIDE, Size
from modelbuilder.drawing.slide import Slide
from modelbuilder.vocabulary.decks import SEVERAL


def deck_pages(document: Document, deck: Deck, size: Size = WIDE, *, described: bool = False) -> Iterator[Slide]:
    """Yield all slides of a deck, numbered through."""
    number = 1
    for one in deck.slides:
        for shown in pages_of(document, one, number, size, described=described):
            yield shown
            number += 1


def pages_of(
    document: Document, one: DeckSlide, number: int, size: Size = WIDE, *, described: bool = False
) -> Iterator[Slide]:
    """Yield what one entry of a deck comes to."""
    if one.what == "findings":
        [whole] = slides(document, (one.model,), size)
        yield from finding_pages(document, whole, number)
    elif one.what == "people":
        yield from people_pages(document, one.model, size, number)
    elif one.what in SEVERAL:
        yield from compare_pages(document, one, size, number)
    else:
        yield from legible_slides(document, one.model, number, size, described=described)
