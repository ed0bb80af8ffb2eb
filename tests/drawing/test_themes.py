"""Themes: complete, and the light one is the look itself."""

import re

import pytest

from modelbuilder.drawing import style
from modelbuilder.drawing.themes import LIGHT, THEMES, Theme

NAMED = {name: value for name, value in vars(style).items() if isinstance(value, str) and value.startswith("#")}
LOOK = {
    *NAMED.values(),
    *style.TIERS.values(),
    *style.TINTS.values(),
    *style.EDGES.values(),
    *style.HUES.values(),
    *style.HEAT,
}
LOOK |= {
    *style.EDGES.values(),
    *style.HALOS,
    *style.HIGHLIGHTS,
    *(colour for pair in style.NOTES.values() for colour in pair),
}


def test_the_light_theme_is_the_look_as_it_is() -> None:
    assert {colour: LIGHT.seen(colour) for colour in LOOK} == {colour: colour for colour in LOOK}


@pytest.mark.parametrize("theme", [theme for theme in THEMES.values() if theme is not LIGHT], ids=lambda one: one.key)
def test_every_other_theme_says_of_every_colour_of_the_look_what_becomes_of_it(theme: Theme) -> None:
    assert set(theme.colours) == LOOK
    assert all(re.fullmatch("#[0-9A-F]{6}", seen) for seen in theme.colours.values())


def test_no_two_names_of_the_look_have_one_colour_that_a_theme_may_want_to_part() -> None:
    names = [*NAMED.values(), *style.TIERS.values(), *style.TINTS.values(), *style.EDGES.values(), style.HUES["green"]]  # type: ignore[index]
    assert len(set(names)) == len(names)
