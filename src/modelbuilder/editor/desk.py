"""The desk that all tools work on: the session, the view, the page at rest, and a word to the person."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import table_of
from modelbuilder.document.permit import Offer
from modelbuilder.document.records import Document, Model
from modelbuilder.drawing.page import Page, differs_in_places_only, draw
from modelbuilder.editor.away import present
from modelbuilder.editor.session import Session
from modelbuilder.editor.view import View
from modelbuilder.layout.rect import Point, Rect


class Desk:
    """What tools share.

    `visible` is the part of the page that is shown; `offer` asks which of several lines is meant;
    `say` puts a line in the status bar.
    """

    def __init__(self, session: Session, view: View) -> None:
        self.session = session
        self.view = view
        self.offer: Callable[[Sequence[Offer], Point], None] = lambda offers, at: None
        self.say: Callable[[str], None] = lambda words: None
        self.looked: Callable[[], None] = lambda: None
        self.visible: Rect | None = None
        self._page: Page | None = None
        self._changed_page: Page | None = None

    @property
    def model_id(self) -> ModelId:
        """The model on the canvas."""
        return self.view.model_id

    @property
    def document(self) -> Document:
        """The committed document."""
        return self.session.document

    @property
    def model(self) -> Model:
        """The committed model on the canvas."""
        return self.session.document.models[self.view.model_id]

    def page(self) -> Page:
        """Return the page at rest: the committed model as it is drawn."""
        document = self.session.document
        if self._page is None or self._page.model_id != self.view.model_id:
            self._page = draw(document, self.view.model_id)
        elif self._page.document is not document:
            self._page = draw(document, self.view.model_id, self._page)
        return self._page

    def trial_page(self) -> Page:
        """Return the page as the hands would leave it now.

        What is carried into another box changes records once; from then on it only moves.
        """
        trial, rest, model_id = self.session.trial, self.page(), self.view.model_id
        if trial is self.session.document or model_id not in trial.models:
            self._changed_page = None
            return rest
        known = self._changed_page
        if known is not None and known.model_id == model_id and differs_in_places_only(known, trial):
            return draw(trial, model_id, known, live=True)
        page = draw(trial, model_id, rest, live=True)
        self._changed_page = page if page.everything else None
        return page

    def look(self, view: View) -> None:
        """Change what the window looks at."""
        view = self._true(view)
        if view != self.view:
            self.view = view
            self.looked()

    def look_back(self, view: View) -> None:
        """Look again as before, unless somebody has turned the page meanwhile."""
        if view.model_id == self.view.model_id:
            self.look(self.view.choosing(view.selection, view.lit, view.stops))

    def select(self, *thing_ids: ThingId) -> None:
        """Select just these things."""
        self.look(self.view.choosing(frozenset(thing_ids)))

    def turn_to(self, model_id: ModelId) -> None:
        """Show another model; nothing is selected there yet."""
        if model_id in self.session.document.models and model_id != self.view.model_id:
            self.say("")
            self.look(self.view.turned(model_id))

    def keep_view_true(self) -> None:
        """Forget selected things that have gone, and leave a page that has gone."""
        self.look(self.view)

    def _true(self, view: View) -> View:
        document = self.session.trial
        model = document.models.get(view.model_id)
        if model is None:
            return view.turned(document.order[0])
        if view.away:
            view = replace(view, away=view.away & present(model))
        there = frozenset(one for one in view.selection if table_of(model, one))
        return view if there == view.selection else view.choosing(there)
