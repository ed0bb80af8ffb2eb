"""Themes: what becomes of the named colours of the look on a screen, but not on paper nor in what is exported."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from modelbuilder.drawing.style import (
    BOARD,
    BUTTON,
    BUTTON_DOWN,
    BUTTON_LIT,
    CHECK,
    CHOSEN,
    EDGE,
    GUIDE,
    HAIRLINE,
    HEAT,
    HUES,
    IDEA,
    INK,
    MAIN_LIT,
    MUST_FIX,
    NOTE,
    NOTE_EDGE,
    OFF,
    PAPER,
    QUIET,
    SECOND,
    TIERS,
    TINTS,
)
from modelbuilder.vocabulary.strokes import Hue
from modelbuilder.vocabulary.tiers import Tier


@dataclass(frozen=True, eq=False)
class Theme:
    """The colours of a screen, by those of the look; `dark` says that paper is darker than ink.

    `weight` is how much thicker lines are, `solid` that the edges of groups are not let fade into their ground.
    """

    key: str
    name: str
    colours: Mapping[str, str] = field(default_factory=dict)
    dark: bool = False
    weight: float = 1.0
    solid: bool = False

    def seen(self, colour: str) -> str:
        """Return the colour that is painted for a colour of the look."""
        return self.colours.get(colour, colour)


LIGHT = Theme("light", "Light")
DARK = Theme(
    "dark",
    "Dark",
    {
        INK: "#E8EDF2",
        SECOND: "#AAB6C2",
        HAIRLINE: "#3A4652",
        EDGE: "#6F7E8D",
        BOARD: "#11171D",
        PAPER: "#1B232B",
        QUIET: "#242E38",
        MUST_FIX: "#FD8B7F",
        CHECK: "#F2B55C",
        IDEA: "#7EB3FE",
        NOTE: "#453C1C",
        NOTE_EDGE: "#A68F45",
        GUIDE: "#FF6FA3",
        TIERS[Tier.SCHOOL]: "#58B8A4",
        TIERS[Tier.EXECUTIVE]: "#A69FFF",
        TIERS[Tier.TRUST]: "#94C3F3",
        TIERS[Tier.GOVERNANCE]: "#DEB050",
        TIERS[Tier.OUTSIDE]: "#B0BAC5",
        HUES[Hue.GREEN]: "#85C986",
        TINTS[Tier.SCHOOL]: "#15262A",
        TINTS[Tier.EXECUTIVE]: "#1E2333",
        TINTS[Tier.TRUST]: "#1B2632",
        TINTS[Tier.GOVERNANCE]: "#262419",
        TINTS[Tier.OUTSIDE]: "#1E252B",
        HEAT[1]: "#33270A",
        HEAT[2]: "#4A3108",
        HEAT[3]: "#643A06",
        HEAT[4]: "#7E4404",
        BUTTON: "#2B3641",
        BUTTON_LIT: "#35424E",
        BUTTON_DOWN: "#40505E",
        MAIN_LIT: "#6AD4C9",
        CHOSEN: "#2F3354",
        OFF: "#76838F",
    },
    dark=True,
)
CONTRAST = Theme(
    "contrast",
    "High contrast",
    {
        INK: "#FFFFFF",
        SECOND: "#E3E8EC",
        HAIRLINE: "#B4BEC8",
        EDGE: "#FFFFFF",
        BOARD: "#000000",
        PAPER: "#000000",
        QUIET: "#14191E",
        MUST_FIX: "#FF9D93",
        CHECK: "#FFBE5E",
        IDEA: "#6DC3FF",
        NOTE: "#2B2300",
        NOTE_EDGE: "#FFD84A",
        GUIDE: "#FF7FB2",
        TIERS[Tier.SCHOOL]: "#68F3D1",
        TIERS[Tier.EXECUTIVE]: "#DBCEFF",
        TIERS[Tier.TRUST]: "#78BDFF",
        TIERS[Tier.GOVERNANCE]: "#FBCE26",
        TIERS[Tier.OUTSIDE]: "#CBD7E3",
        HUES[Hue.GREEN]: "#84E57F",
        TINTS[Tier.SCHOOL]: "#00110F",
        TINTS[Tier.EXECUTIVE]: "#0B0916",
        TINTS[Tier.TRUST]: "#040D16",
        TINTS[Tier.GOVERNANCE]: "#141000",
        TINTS[Tier.OUTSIDE]: "#0D0F11",
        HEAT[1]: "#2B2000",
        HEAT[2]: "#4A3300",
        HEAT[3]: "#6B4000",
        HEAT[4]: "#8A4A00",
        BUTTON: "#1E252C",
        BUTTON_LIT: "#2C3640",
        BUTTON_DOWN: "#3B4855",
        MAIN_LIT: "#8CF2E7",
        CHOSEN: "#2A2650",
        OFF: "#95A1AC",
    },
    dark=True,
    weight=1.3,
    solid=True,
)
PROJECTOR = Theme(
    "projector",
    "Washed-out projector",
    {
        INK: "#000000",
        SECOND: "#1E2A35",
        HAIRLINE: "#6B7783",
        EDGE: "#45525E",
        BOARD: "#F1EFEA",
        PAPER: "#FFFFFF",
        QUIET: "#EEF1F4",
        MUST_FIX: "#681713",
        CHECK: "#6A3D00",
        IDEA: "#143E8E",
        NOTE: "#FFEFB0",
        NOTE_EDGE: "#6E5500",
        GUIDE: "#8C0A3C",
        TIERS[Tier.SCHOOL]: "#003B35",
        TIERS[Tier.EXECUTIVE]: "#2F3399",
        TIERS[Tier.TRUST]: "#0E2445",
        TIERS[Tier.GOVERNANCE]: "#643A00",
        TIERS[Tier.OUTSIDE]: "#39454F",
        HUES[Hue.GREEN]: "#0A552A",
        TINTS[Tier.SCHOOL]: "#DFF0EE",
        TINTS[Tier.EXECUTIVE]: "#E9EBF9",
        TINTS[Tier.TRUST]: "#E4ECF5",
        TINTS[Tier.GOVERNANCE]: "#FAF0DA",
        TINTS[Tier.OUTSIDE]: "#E9ECEF",
        HEAT[1]: "#FFE9A8",
        HEAT[2]: "#FFD164",
        HEAT[3]: "#FFB43C",
        HEAT[4]: "#FF932B",
        BUTTON: "#DCE1E6",
        BUTTON_LIT: "#C9D0D8",
        BUTTON_DOWN: "#B3BDC8",
        MAIN_LIT: "#003B37",
        CHOSEN: "#DFE1F7",
        OFF: "#5C6873",
    },
    weight=1.4,
    solid=True,
)
THEMES = {theme.key: theme for theme in (LIGHT, DARK, CONTRAST, PROJECTOR)}
