"""Colours as #RRGGBB: their contrast, their mixtures, and how pale ones are made readable."""

_READABLE = 4.5
"""The least contrast of words (WCAG 2.2 AA)."""
_TINT = 0.075
"""How much of a colour its tint has."""
_EDGE = 0.75


def readable(colour: str) -> str:
    """Return the colour, darkened until it can be read on white and white on it."""
    while contrast(colour, "#FFFFFF") < _READABLE:
        colour = mixed(colour, "#000000", 0.94)
    return colour


def tint(colour: str) -> str:
    """Return the paper of a group whose words are in the colour."""
    return mixed(colour, "#FFFFFF", _TINT)


def faint(colour: str, paper: str = "#FFFFFF") -> str:
    """Return the edge of a group in the colour: as little of it as stands out by 3 to 1 from board and paper."""
    return mixed(colour, paper, _EDGE)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Return how bright a colour is beside white, from 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def mixed(one: str, other: str, share: float) -> str:
    """Return a share of one colour in another."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)
