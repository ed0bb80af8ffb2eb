"""How far away people stand: at a desk, in a classroom, in a hall; one entry is one choice of the menu.

Who presses stands at the board, so whatever is pressed is at least nine millimetres high on the real screen. Who reads
may sit in the back row: letters of a height h can be read from 200 h away (AVIXA V202.01, basic decision making).
"""

from typing import NamedTuple

FINGERTIP = 9.0
"""Millimetres that what a finger presses is high, at the least."""
_BUTTON = 36.0
"""Pixels that the lowest thing to press is high in letters of the usual size."""
_CAPITAL = 0.714
"""How high a capital is, in parts of the size of its letters."""
_ACUITY = 200.0


class BoardSize(NamedTuple):
    """A choice: how large text is at least, in per cent, and how large a page is shown at most when it is fitted in.

    `back` is how many heights of the picture the back row is away. With `bare_mouse` the mouse is a finger: so
    many boards tell of one, and it has no wheel, no other button and no keys beside it.
    """

    key: str
    label: str
    text: int
    fit: float
    back: float
    bare_mouse: bool = True

    def letters(self, height: float) -> float:
        """Return the size of letters that the back row can read, in a picture so many pixels high."""
        return height * self.back / _ACUITY / _CAPITAL


BOARD_SIZES = {
    one.key: one
    for one in (
        BoardSize("desk", "Desk: one or two people", 100, 1.0, 1.5, bare_mouse=False),
        BoardSize("classroom", "Classroom: a group at the board", 120, 1.5, 2.5),
        BoardSize("hall", "Hall: people in the back row", 150, 2.0, 4.0),
    )
}
DESK = BOARD_SIZES["desk"]
_MOST = 200


def text_for(chosen: int, board: BoardSize, millimetre: float) -> int:
    """Return how large text is to be, in per cent, so that it is as chosen, and buttons are as high as a fingertip.

    `millimetre` is how many pixels of the screen one is.
    """
    if board is DESK:
        return chosen
    needed = FINGERTIP * millimetre / _BUTTON * 100
    return max(chosen, board.text, min(round(needed), _MOST))
