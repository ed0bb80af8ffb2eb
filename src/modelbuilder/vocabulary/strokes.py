"""How lines can be drawn: dashes, tips and colour families, so that no type is told by colour alone."""

from enum import StrEnum


class Dash(StrEnum):
    """How a line is broken, so that no type is told by colour alone."""

    SOLID = "solid"
    LONG = "long dash"
    DASHED = "dashed"
    DASH_DOT = "dash-dot"
    DOTTED = "dotted"
    DOUBLE = "double"


class Tip(StrEnum):
    """The shape at an end of a line."""

    NONE = "none"
    TRIANGLE = "triangle"
    OPEN = "open"
    DIAMOND = "diamond"
    DOT = "dot"
    RING = "ring"
    TICK = "tick"
    BAR = "bar"


class Hue(StrEnum):
    """The colour family of a line; drawing says which colour that is."""

    INK = "ink"
    GOLD = "gold"
    GREEN = "green"
    GREY = "grey"
    INDIGO = "indigo"
    TEAL = "teal"
