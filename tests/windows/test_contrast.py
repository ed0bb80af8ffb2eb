"""Contrast in every theme, of everything that the window really paints: words by 4.5 to 1, parts by 3 to 1.

What is compared is collected from a paint device (tests/painted.py), so that nothing is left out of a list by hand.
"""

import pytest
from PySide6.QtWidgets import QApplication
from scenes import SCENES, leave, stage

from modelbuilder.app import make_application
from modelbuilder.drawing import style
from modelbuilder.drawing.colours import luminance
from modelbuilder.drawing.themes import CONTRAST, PROJECTOR, THEMES, Theme
from modelbuilder.windows.theme import dress
from modelbuilder.windows.window import Window
from painted import Pair, painted, pairs

GROUNDS = (
    style.BOARD,
    style.PAPER,
    style.QUIET,
    style.NOTE,
    style.CHOSEN,
    style.BUTTON,
    style.BUTTON_LIT,
    style.BUTTON_DOWN,
    *style.TINTS.values(),
    *style.HEAT,
)
"""What others are painted on: a ground has an edge where one must see where it ends."""
NEEDED = {theme.key: (7.0, 4.5) if theme is CONTRAST else (4.5, 3.0) for theme in THEMES.values()}
"""What words and parts need: WCAG 2.2, 1.4.3 and 1.4.11, and in high contrast 1.4.6."""
UNUSABLE = 3.0
"""What cannot be used now need not be read (1.4.3); ours still can."""
FLARE = 0.1
"""How much of its white a projector is lit up by a room with the blinds open, beside the 0.05 that WCAG counts on."""


def wanted(pair: Pair, theme: Theme) -> float:
    """Return the contrast that a pair must have; 0 for what parts space only, and for grounds on grounds."""
    words, parts = NEEDED[theme.key]
    if pair.words:
        return UNUSABLE if pair.ink == theme.seen(style.OFF) else words
    if pair.ink in (pair.ground, theme.seen(style.HAIRLINE)):
        return 0.0
    if pair.what == "shape" and pair.ink in {theme.seen(one) for one in GROUNDS}:
        return 0.0
    return parts


def washed_out(pair: Pair) -> float:
    """Return the contrast that is left of a pair when the room lights the screen up."""
    low, high = sorted((luminance(pair.ink), luminance(pair.ground)))
    return (high + 0.05 + FLARE) / (low + 0.05 + FLARE)


@pytest.mark.parametrize("name", SCENES)
def test_everything_painted_stands_out_from_its_ground_in_every_theme(window: Window, name: str) -> None:
    widget = stage(window, name)
    application = make_application()
    weak: dict[str, Pair] = {}
    for theme in THEMES.values():
        dress(application, theme)
        QApplication.processEvents()
        found = set(pairs(painted(widget), theme.seen(style.BOARD)))
        assert found
        for pair in found:
            if pair.contrast < wanted(pair, theme) or (theme is PROJECTOR and washed_out(pair) < wanted(pair, theme)):
                weak[f"{theme.key}: {pair.ink} on {pair.ground}, {pair.contrast:.2f}"] = pair
    dress(application)
    leave(window, widget)
    assert weak == {}
