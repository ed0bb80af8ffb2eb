"""The commands by which hands come to mean something else: modes, pens and lights; and what wipes ink away."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from modelbuilder.document.inking import rub_out
from modelbuilder.editor.modes import Means, Mode
from modelbuilder.vocabulary.ink import NIBS

if TYPE_CHECKING:
    from modelbuilder.windows.work import Work

_PEN_DRAWS = "hands/pen draws"


class Moding:
    """Part of the commands of the work page."""

    work: "Work"
    actions: dict[str, QAction]

    def mode(self, key: str) -> None:
        """Let hands arrange, draw or point."""
        self._use(mode=Mode(key))

    def nib(self, key: str) -> None:
        """Draw with a pen, a highlighter or the eraser."""
        self._use(mode=Mode.DRAW, nib=key)

    def ink(self, key: str) -> None:
        """Draw with an ink, and with what writes it."""
        nib = next(one for one, made in NIBS.items() if key in made.inks)
        self._use(mode=Mode.DRAW, nib=nib, inks={**self._means.inks, nib: key})

    def light(self, key: str) -> None:
        """Point with a laser or a spotlight."""
        self._use(mode=Mode.POINT, light=key)

    def wipe(self) -> None:
        """Wipe all ink off the model shown."""
        desk = self.work.desk
        model_id, seen = desk.model_id, frozenset(desk.model.strokes)
        desk.session.do("Wipe the ink off", model_id, lambda document: rub_out(document, model_id, seen))

    def freeze(self) -> None:
        """Stop all hands until they may go on."""
        self.work.hands.freeze(not self.work.session.frozen)
        self.tick_means()
        self.work.canvas.refresh()

    def pen_draws(self) -> None:
        """Let a pen draw whatever the mode is, or do as the mode says."""
        self._use(pen_draws=not self._means.pen_draws)
        self.work.filing.settings.setValue(_PEN_DRAWS, "yes" if self._means.pen_draws else "no")

    def remember_pen(self) -> None:
        """Let a pen mean what was chosen before."""
        self._use(pen_draws=self.work.filing.settings.value(_PEN_DRAWS) != "no")

    @property
    def _means(self) -> Means:
        return self.work.hands.means

    def _use(self, **chosen: object) -> None:
        self.work.hands.use(replace(self._means, **chosen))  # type: ignore[arg-type]
        self.tick_means()  # to trigger an action unticks it, if it was ticked

    def tick_means(self) -> None:
        """Tick in the menus what hands mean."""
        means = self._means
        chosen = {f"mode:{means.mode}"}
        if means.mode is Mode.DRAW:
            chosen |= {f"nib:{means.nib}", f"ink:{means.inks.get(means.nib, '')}"}
        elif means.mode is Mode.POINT:
            chosen.add(f"light:{means.light}")
        chosen |= {"pen_draws"} if means.pen_draws else set()
        chosen |= {"freeze"} if self.work.session.frozen else set()
        for key, action in self.actions.items():
            if key.partition(":")[0] in ("mode", "nib", "ink", "light", "pen_draws", "freeze"):
                action.setCheckable(True)
                action.setChecked(key in chosen)
