"""The desk that all tools work on: the session, the view, the page at rest, and a word to the person."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import is_

from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import ancestors, table_of
from modelbuilder.document.permit import Offer
from modelbuilder.document.records import Document, Model
from modelbuilder.drawing.page import Page, differs_in_places_only, draw
from modelbuilder.drawing.veil import UNVEILED, Veil, seen
from modelbuilder.editor.adornments import FINGER
from modelbuilder.editor.away import present
from modelbuilder.editor.session import Session
from modelbuilder.editor.shown import Shown
from modelbuilder.editor.sifting import Sieve, left_out
from modelbuilder.editor.view import View
from modelbuilder.layout.rect import Point


class Desk:
    """What tools share.

    `visible` is what the window shows of the page, `finger` how high a button on it is at least, in pixels.
    `offer` asks which of several lines is meant; `say` puts a line in the status bar.
    """

    def __init__(self, session: Session, view: View) -> None:
        self.session = session
        self.view = view
        self.offer: Callable[[Sequence[Offer], Point], None] = lambda offers, at: None
        self.say: Callable[[str], None] = lambda words: None
        self.looked: Callable[[], None] = lambda: None
        self.visible: Shown | None = None
        self.finger = FINGER
        self._page: Page | None = None
        self._changed_page: Page | None = None
        self._sieved: tuple[Sieve, tuple[object, ...], frozenset[ThingId]] | None = None

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
        """Return the page at rest: the committed model as it is drawn in this view."""
        document, veil = self.session.document, self.veil()
        if self._page is None or self._page.model_id != self.view.model_id:
            self._page = draw(document, self.view.model_id, veil=veil)
        elif self._page.document is not document or self._page.veil != veil:
            self._page = draw(document, self.view.model_id, self._page, veil=veil)
        return self._page

    def whole_page(self) -> Page:
        """Return the page at rest with everything on it, as it leaves the window."""
        page = self.page()
        return page if page.veil == UNVEILED else draw(page.document, page.model_id)

    def veil(self) -> Veil:
        """Return what is folded and hidden in this view."""
        view = self.view
        if not view.folds and not view.sieve.hiding:
            return UNVEILED
        folds = frozenset(one for one in view.folds if one in self.model.groups or one in self.model.placements)
        return Veil(folds, self.left_out() if view.sieve.hiding else frozenset())

    def veil_of_picture(self) -> Veil:
        """Return what is folded, hidden or only dimmed in this view, as a picture leaves it out."""
        return Veil(self.veil().folds, self.left_out())

    def left_out(self) -> frozenset[ThingId]:
        """Return what the view's sieve leaves out of the committed model."""
        model, sieve = self.model, self.view.sieve
        read = (model.groups, model.placements, model.posts, model.figures, model.bodies, model.lines)
        if self._sieved is None or self._sieved[0] != sieve or not all(map(is_, self._sieved[1], read)):
            self._sieved = (sieve, read, left_out(model, sieve))
        return self._sieved[2]

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
        view = view if there == view.selection else view.choosing(there)
        return self._uncovered(view, model) if view.folds or view.sieve.hiding else view

    def _uncovered(self, view: View, model: Model) -> View:
        """Unfold what is selected or lit, and show again what was hidden when some of it is."""
        looked_at = set(view.selection | view.lit)
        lines = looked_at & model.lines.keys()
        if lines and view.folds:  # a line that is shown ends at the box
            inner = lines - seen(model, Veil(view.folds)).lines.keys()
            looked_at |= {end for one in inner for end in (model.lines[one].source, model.lines[one].target)}
        around = {box for one in looked_at for box in ancestors(model, one)}
        folds = frozenset(one for one in view.folds - around if one in model.groups or one in model.placements)
        if folds != view.folds:
            view = replace(view, folds=folds)
        if view.sieve.hiding and (view.selection | view.lit) & left_out(model, view.sieve):
            view = replace(view, sieve=view.sieve._replace(hiding=False))
        return view
