"""What a group writes with: pens and highlighters, and the inks that they come in."""

from typing import NamedTuple


class Nib(NamedTuple):
    """A pen or highlighter: its name, how wide it writes in slide units, and its inks, the usual one first."""

    label: str
    width: float
    inks: tuple[str, ...]


NIBS: dict[str, Nib] = {
    "pen": Nib("Pen", 5.0, ("red", "blue", "green", "black")),
    "highlighter": Nib("Highlighter", 26.0, ("yellow", "lime", "pink")),
}
INKS: dict[str, str] = {
    "red": "Red",
    "blue": "Blue",
    "green": "Green",
    "black": "Black",
    "yellow": "Yellow",
    "lime": "Light green",
    "pink": "Pink",
}
