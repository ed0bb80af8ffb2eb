"""Colours and measures of the look, in slide units of 1920 × 1080."""

from modelbuilder.drawing.colours import faint, tint
from modelbuilder.vocabulary.strokes import Dash, Hue
from modelbuilder.vocabulary.tiers import Tier

INK = "#1B2733"
SECOND = "#51606E"
HAIRLINE = "#CBD3DA"
"""Parts what space parts as well; where an edge alone says what belongs in a box, it is EDGE."""
EDGE = "#7B8793"
BOARD = "#F5F3EE"
PAPER = "#FFFFFF"
QUIET = "#F3F5F7"
MUST_FIX = "#A40A13"
CHECK = "#965B08"
IDEA = "#1F5FBF"
NOTE = "#FFF3C4"
NOTE_EDGE = "#9C7E1E"
NOTES = {
    "yellow": (NOTE, NOTE_EDGE),
    "green": ("#E2F2D9", "#5B7F49"),
    "blue": ("#DCEBFA", "#4C77A3"),
    "pink": ("#FBE1EC", "#A85A7C"),
    "orange": ("#FDE5CF", "#A9692B"),
}
"""Ground and edge of a note of each colour."""
GUIDE = "#C2185B"
SHADE = "#101820"
"""What lies over all that a spotlight does not fall on: dark in every theme."""
HEAT = ("#FFFFFF", "#FFF3D1", "#FFE09A", "#FFC76B", "#FFAC5C")
"""The tints of a measure, from none to the worst."""
HALOS = ("#D4450C", "#0A7D4F", "#0A5FC2", "#7A2DB8", "#B0126B", "#7A5A00", "#00708A", "#5A6600")
"""The colours of hands, in the order in which they come down."""
HIGHLIGHTS = ("#FFD21F", "#6FD67C", "#FF8FBC")
"""The inks of the highlighter, which let through what is under them."""

# The window's own controls
BUTTON = "#EEF0F3"
BUTTON_LIT = "#E3E7EC"
BUTTON_DOWN = "#D5DBE2"
MAIN_LIT = "#095C58"
CHOSEN = "#E8E9F7"
OFF = "#7F8B96"
"""The ink of what cannot be used now."""

TIERS = {
    Tier.SCHOOL: "#0B6E69",
    Tier.EXECUTIVE: "#4A4BA6",
    Tier.TRUST: "#1F3A5F",
    Tier.GOVERNANCE: "#8A5A00",
    Tier.OUTSIDE: "#3E4F5C",
}
TINTS = {
    Tier.SCHOOL: "#E8F3F2",
    Tier.EXECUTIVE: "#EEF0FA",
    Tier.TRUST: "#EDF1F6",
    Tier.GOVERNANCE: "#FAF4E8",
    Tier.OUTSIDE: "#F0F2F4",
}
EDGES = {tier: faint(colour) for tier, colour in TIERS.items()}
"""Around groups."""
HUES = {
    Hue.INK: INK,
    Hue.GOLD: TIERS[Tier.GOVERNANCE],
    Hue.GREEN: "#467139",
    Hue.GREY: TIERS[Tier.OUTSIDE],
    Hue.INDIGO: TIERS[Tier.EXECUTIVE],
    Hue.TEAL: TIERS[Tier.SCHOOL],
}
DASHES: dict[Dash, tuple[float, ...]] = {
    Dash.SOLID: (),
    Dash.DOUBLE: (),
    Dash.LONG: (16, 7),
    Dash.DASHED: (8, 6),
    Dash.DASH_DOT: (10, 5, 2, 5),
    Dash.DOTTED: (2, 5),
}

CARD_HEIGHT = 84.0
CARD_WIDTH = 268.0
CARD_STEP = 20.0
CARD_WIDEST = 388.0
CARD_RADIUS = 11.0
PANEL = 62.0
TEXT_LEFT = 14.0
TEXT_RIGHT = 16.0
NOTE_LINE = 17.0
SCHOOL_RADIUS = 14.0
GROUP_RADIUS = 20.0
CORNER = 10.0

ROLE_SIZE = 17.0
PERSON_SIZE = 15.0
SMALL_SIZE = 12.5
SCHOOL_SIZE = 17.0
SCHOOL_LINE = 22.0
GROUP_SIZE = 20.0
LABEL_SIZE = 13.0


def recoloured(tier: Tier, colour: str) -> dict[str, str]:
    """Return what becomes of each colour of a tier when it has another."""
    return {TIERS[tier]: colour, TINTS[tier]: tint(colour), EDGES[tier]: faint(colour)}
