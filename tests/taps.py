"""Model B of the domain notes, built from a blank page by single taps and drags alone."""

from typing import Protocol

from keystrokes import LINES
from spots import Spot

_SCHOOLS = ("Pellowby Primary", "Fennimoor Primary", "Pellowby Nursery")
_DEPUTIES = ("Anouk Delacombe", "Piers Hollowell", "Safiya Marsden")
_HEADS = ("Marta Quill", "Joss Ferrant", "Wren Adeyemi-Holt")
_MOST_SWIPES = 40
_DEEP = 30
"""How many lines are drawn before the page is tidied again."""


class Hand(Protocol):
    """One finger in front of a board: it looks for things, taps and drags."""

    def find(self, kind: str, *words: str) -> Spot | None:
        """Return where something is, or None where it cannot be seen."""

    def tap(self, at: Spot) -> None:
        """Come down and lift."""

    def drag(self, start: Spot, end: Spot) -> None:
        """Come down, move and lift."""


class Builder:
    """What a person does with one finger, step by step."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        self.taps = self.drags = 0

    def tap(self, kind: str, *words: str) -> None:
        """Tap what is looked for."""
        at = self.hand.find(kind, *words)
        assert at is not None, f"cannot be seen: {kind} {words}"
        self.taps += 1
        self.hand.tap(at)

    def drag(self, start: Spot | None, end: Spot | None) -> None:
        """Drag from one spot to another."""
        assert start is not None and end is not None
        self.drags += 1
        self.hand.drag(start, end)

    def tile(self, key: str) -> Spot:
        """Find a tile of the palette, swiping up and down as long as it is not to be seen."""
        low, high = self.hand.find("tiles", "0.85"), self.hand.find("tiles", "0.15")
        for swipe in range(_MOST_SWIPES):
            at = self.hand.find("tile", key)
            if at is not None:
                return at
            self.drag(*((low, high) if swipe < _MOST_SWIPES // 2 else (high, low)))
        raise AssertionError(f"no tile {key}")

    def leave(self) -> None:
        """Tap the empty page, so that nothing is selected, and see all of it."""
        self.tap("push", "Fit the page")
        if (at := self.hand.find("free")) is not None:
            self.taps += 1
            self.hand.tap(at)

    def bring(self, key: str, name: str = "", into: str = "") -> None:
        """Bring a thing from the palette: into a box by a drag, onto the page by two taps; name it at once."""
        self.leave()
        tile, at = self.tile(key), self.hand.find("free", *([into] if into else []))
        if into:
            self.drag(tile, at)
        else:
            assert at is not None
            self.taps += 2
            self.hand.tap(tile)
            self.hand.tap(at)
        if name:
            self.name(name)

    def name(self, words: str) -> None:
        """Write a name on the keys of the panel."""
        self.tap("button", "Name")
        if self.hand.find("picker", "New name"):
            self.tap("picker", "New name")
        for letter in words:
            self.tap("picker", "Space" if letter == " " else letter)
        self.tap("picker", "Done")

    def join(self, kind: str, source: str, target: str) -> None:
        """Draw a line: tap the card, tap Connect, tap the other one, tap what is meant."""
        if self.hand.find("line", kind, source, target):
            return
        self.leave()
        self.tap("thing", source)
        self.tap("button", "Connect")
        self.tap("thing", target)
        if self.hand.find("offers", "0") is None:
            return
        wanted = (kind, source, target)
        if self.hand.find("offer", *wanted) is None and self.hand.find("offer", "more", "", ""):
            self.tap("offer", "more", "", "")
        for _ in range(_MOST_SWIPES):
            if self.hand.find("offer", *wanted):
                break
            self.drag(self.hand.find("offers", "-1"), self.hand.find("offers", "0"))
        self.tap("offer", *wanted)


def build(hand: Hand) -> Builder:
    """Build model B, choose the size of the board before, and save after it."""
    one = Builder(hand)
    for words in ("View", "Board size", "Classroom: a group at the board"):
        if words == "View":
            one.tap("push", "Menu")
        one.tap("menu", words)
    one.tap("push", "All roles and bodies")
    one.bring("hard_federation", "Pellowby Federation")
    for school in _SCHOOLS:
        one.bring("school", school, "Pellowby Federation")
    one.bring("executive_headteacher", "Dai Okonedo-Reyes", "Pellowby Federation")
    for school, head, deputy in zip(_SCHOOLS, _HEADS, _DEPUTIES, strict=True):
        one.bring("head_of_school", head, school)
        one.bring("deputy_headteacher", deputy, school)
    one.bring("school_business_manager", "Noor Castellan", "Pellowby Primary")
    one.bring("governing_body")
    one.bring("local_authority")
    one.bring("governance_professional", "Edwin Farrant-Cole")
    one.bring("consultant_head", "Rosalind Achterberg")
    one.tap("push", "Tidy arrangement")
    for number, (kind, source, target) in enumerate(sorted(LINES)):
        one.join(kind, source, target)
        if number % _DEEP == _DEEP - 1:
            one.tap("push", "Tidy arrangement")
    one.leave()
    one.tap("push", "Tidy arrangement")
    one.tap("push", "Fit the page")
    return one
