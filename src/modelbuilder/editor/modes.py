"""Modes: what hands mean while they are on the page: to arrange, to draw or to point."""

from dataclasses import dataclass, field
from enum import StrEnum

from modelbuilder.editor.events import Event
from modelbuilder.vocabulary.ink import NIBS

ERASER = "eraser"
LIGHTS: dict[str, str] = {"laser": "Laser", "spotlight": "Spotlight"}
"""What one points with; neither leaves a trace."""


class Mode(StrEnum):
    """What the three big buttons choose among."""

    ARRANGE = "arrange"
    DRAW = "draw"
    POINT = "point"


@dataclass(frozen=True)
class Means:
    """The mode, and what one draws and points with.

    Once a pen was seen, and unless `pen_draws` is off, a pen draws and a finger moves things in the first two modes.
    `nib` is a key of NIBS or the eraser; `inks` has the ink of each nib, and `light` is a key of LIGHTS.
    """

    mode: Mode = Mode.ARRANGE
    nib: str = "pen"
    inks: dict[str, str] = field(default_factory=lambda: {key: nib.inks[0] for key, nib in NIBS.items()})
    light: str = "laser"
    pen_draws: bool = True
    pen_seen: bool = False

    def meant(self, event: Event) -> Mode:
        """Return what this hand means by coming down."""
        if self.mode is Mode.POINT:
            return Mode.POINT
        if event.pen:
            return Mode.DRAW if self.pen_draws else self.mode
        return Mode.ARRANGE if event.touch and self.pen_seen and self.pen_draws else self.mode
