"""Contrast in every theme, of everything that the window really paints: words by 4.5 to 1, parts by 3 to 1.

What is compared is collected from a paint device (tests/painted.py), so that nothing is left out of a list by hand.
"""

from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from scenes import SCENES, on_stage

from modelbuilder.app import make_application
from modelbuilder.drawing import style
from modelbuilder.drawing.colours import luminance
from modelbuilder.drawing.themes import CONTRAST, PROJECTOR, THEMES, Theme
from modelbuilder.vocabulary.tiers import Tier
from modelbuilder.windows.theme import dress
from modelbuilder.windows.window import Window
from painted import Pair, painted, pairs

GROUNDS = (
    style.BOARD,
    style.PAPER,
    style.QUIET,
    style.NOTE,
    *(ground for ground, _ in style.NOTES.values()),
    style.CHOSEN,
    style.BUTTON,
    style.BUTTON_LIT,
    style.BUTTON_DOWN,
    *style.TINTS.values(),
    *style.HEAT,
    *style.HIGHLIGHTS,
)
"""What others are painted on: a ground has an edge where one must see where it ends."""


class Need(NamedTuple):
    """The contrast that words, parts and unusable words must have where black is as bright as a share of white."""

    words: float
    parts: float
    unusable: float
    black: float = 0.05


USUAL = Need(4.5, 3.0, 3.0)
"""WCAG 2.2, 1.4.3 and 1.4.11, which ask nothing of what cannot be used; ours can still be read."""
MORE = Need(7.0, 4.5, 3.0)
"""WCAG 2.2, 1.4.6."""
PALE = Need(4.0, 3.0, 2.4, black=1 / 6)
"""A projector that shows white seven times as bright as black: the least for looking on (ANSI/AVIXA 3M-2011)."""
NEEDS = {theme.key: (USUAL,) for theme in THEMES.values()} | {CONTRAST.key: (MORE,), PROJECTOR.key: (USUAL, PALE)}


def is_faint(pair: Pair, need: Need, theme: Theme) -> bool:
    """Tell whether a pair has too little contrast; grounds on grounds, and what spaces only, need none."""
    grounds = {theme.seen(one) for one in GROUNDS}
    if pair.words:
        wanted = need.unusable if pair.ink == theme.seen(style.OFF) else need.words
    elif pair.ink in (pair.ground, theme.seen(style.HAIRLINE)) or (pair.what == "shape" and pair.ink in grounds):
        return False
    else:
        wanted = need.parts
    low, high = sorted((luminance(pair.ink), luminance(pair.ground)))
    return (high + need.black) / (low + need.black) < wanted


def test_the_device_hears_every_word_and_finds_its_ground(window: Window) -> None:
    with on_stage(window, "post") as widget:
        found = {pair.what: pair for pair in pairs(painted(widget), style.BOARD) if pair.words}
        labels = {label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)}
        buttons = {button.text() for button in widget.findChildren(QPushButton) if button.isVisibleTo(widget)}
    one_line = {words for words in labels | buttons if 0 < len(words) < 20}
    assert len(one_line) > 10
    inside = {words for words in one_line if words in found}
    assert len(inside) > 0.7 * len(one_line), "those that are scrolled out of sight are not painted"
    assert found["Headteacher"][1:] == (style.INK, style.PAPER, True), "a tile of the palette"
    assert found["Export"][1:] == (style.PAPER, style.TIERS[Tier.SCHOOL], True), "a button of the sheet"
    assert found["Marta Quill"][1:] in ((style.INK, style.PAPER, True), (style.INK, style.QUIET, True))
    assert found["Pellowby Federation"][1:] == (style.TIERS[Tier.EXECUTIVE], style.TINTS[Tier.EXECUTIVE], True)


@pytest.mark.parametrize("name", SCENES)
def test_everything_painted_stands_out_from_its_ground_in_every_theme(window: Window, name: str) -> None:
    application = make_application()
    weak: dict[str, Pair] = {}
    with on_stage(window, name) as widget:
        for theme in THEMES.values():
            dress(application, theme)
            QApplication.processEvents()
            found = set(pairs(painted(widget), theme.seen(style.BOARD)))
            assert found
            for pair in found:
                if any(is_faint(pair, need, theme) for need in NEEDS[theme.key]):
                    weak[f"{theme.key}: {pair.ink} on {pair.ground}, {pair.contrast:.2f}"] = pair
    dress(application)
    assert weak == {}
