"""The rows of Export deck: what can be chosen, what each is called, and how a row keeps it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem

from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.wording import listed
from modelbuilder.compare.subjects import roles_called, subject_of
from modelbuilder.document.decks import beside_each_other, slides_beside
from modelbuilder.document.pages import ordered
from modelbuilder.document.records import DeckSlide, Document
from modelbuilder.vocabulary.decks import DECK_SLIDES, MOST_BESIDE, SEVERAL
from modelbuilder.windows.compare_tabs import ROLES_FIRST

SLIDE = Qt.ItemDataRole.UserRole
"""Under which a row keeps its entry."""


def slides_of(document: Document) -> Iterator[DeckSlide]:
    """Yield what can be chosen: the slides of each model, and those on models that stand well beside each other."""
    kinds = [kind for kind in DECK_SLIDES if kind not in SEVERAL]
    for model_id, _ in ordered(document):
        yield from (DeckSlide(what=kind, model=model_id) for kind in kinds)
    for models in beside_each_other(document):
        present = {post.role for one in models for post in document.models[one].posts.values()}
        abouts = [roles for label in ROLES_FIRST if present.intersection(roles := roles_called(label))]
        yield from slides_beside(models, abouts)


def words_of(document: Document, slide: DeckSlide) -> str:
    """Return what an entry shows, and of which models."""
    asks = [Questions(document, one) for one in (slide.model, *slide.beside)]
    labels = listed((ask.model.label for ask in asks), most=MOST_BESIDE)
    title = asks[0].model.title if len(asks) == 1 else ""
    about = subject_of(asks, slide.about).label if slide.about else ""
    return f"{' '.join((labels, *title.split()))}\n{' '.join((DECK_SLIDES[slide.what], *about.split()))}"


def as_data(slide: DeckSlide) -> tuple[str | None, ...]:
    """Return an entry as a row can keep it while it is dragged."""
    return (slide.what, slide.model, *slide.beside, None, *slide.about)


def slide_of(item: QListWidgetItem) -> DeckSlide:
    """Return the entry of a row."""
    what, model_id, *rest = item.data(SLIDE)
    at = rest.index(None)
    return DeckSlide(what=what, model=model_id, beside=tuple(rest[:at]), about=tuple(rest[at + 1 :]))
