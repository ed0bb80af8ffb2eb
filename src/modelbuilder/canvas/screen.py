"""How large things really are on a screen, as far as the screen tells."""

from PySide6.QtGui import QScreen

_USUAL = 96.0
_LEAST, _MOST = 20.0, 700.0
"""Dots per inch that a screen can have; what says otherwise does not know its own size, as many projectors do not."""


def millimetre(screen: QScreen | None) -> float:
    """Return how many of Qt's pixels a millimetre is."""
    dots = screen.physicalDotsPerInch() if screen is not None else _USUAL
    return (dots if _LEAST <= dots <= _MOST else _USUAL) / 25.4
