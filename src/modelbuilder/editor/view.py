"""The view: what one window looks at; frozen, never saved and never undone."""

from dataclasses import dataclass, replace

from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.editor.sifting import OPEN, Sieve


@dataclass(frozen=True, slots=True)
class View:
    """The page shown, what is selected on it, and what is lit up (a chain, a finding) with where that light stops.

    In Check mode (`checking`) the findings are listed and badges stand on the page. `away` are people, and posts
    that name nobody, who are switched off; `lens` is a key of READERS and `measure` one of MEASURES, or empty.
    `folds` are schools and groups that are folded, and `sieve` says what is looked at only.
    These five last until the page is turned.
    """

    model_id: ModelId
    selection: frozenset[ThingId] = frozenset()
    lit: frozenset[ThingId] = frozenset()
    checking: bool = False
    stops: tuple[tuple[ThingId, str], ...] = ()
    away: frozenset[ThingId] = frozenset()
    lens: str = ""
    measure: str = ""
    folds: frozenset[ThingId] = frozenset()
    sieve: Sieve = OPEN

    def choosing(
        self,
        selection: frozenset[ThingId] = frozenset(),
        lit: frozenset[ThingId] = frozenset(),
        stops: tuple[tuple[ThingId, str], ...] = (),
    ) -> "View":
        """Return the view of the same page with other things selected and lit."""
        return replace(self, selection=selection, lit=lit, stops=stops)

    def turned(self, model_id: ModelId) -> "View":
        """Return the view of another page: only Check mode stays as it is."""
        return View(model_id, checking=self.checking)
