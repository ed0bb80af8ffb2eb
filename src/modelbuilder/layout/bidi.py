"""In which direction each character of a line runs: the implicit part of Unicode's bidirectional algorithm (UAX #9).

Marks that embed, override or isolate a direction are passed over: names have none.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeVar
from unicodedata import bidirectional

T = TypeVar("T")

_NUMBERS = ("EN", "AN")
_RIGHT = ("R", "AL")
_NEUTRAL = ("B", "S", "WS", "ON")
_BRACKETS = dict(zip(")]}）］｝」』】", "([{（［｛「『【", strict=True))
_PASSED_OVER = ("BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "")


def from_right(text: str) -> bool:
    """Tell whether a line begins on the right: whether most of its letters run to the left.

    The first letter alone would turn an English sentence round that begins with an Arabic name.
    """
    kinds = [bidirectional(character) for character in text]
    return sum(kind in _RIGHT for kind in kinds) > kinds.count("L")


def levels(text: str) -> list[int]:
    """Return the level of every character of a line: odd where it runs from right to left."""
    base = int(from_right(text))
    levels = [base] * len(text)
    shown = [index for index, character in enumerate(text) if bidirectional(character) not in _PASSED_OVER]
    original = [bidirectional(text[index]) for index in shown]
    kinds = _weak_resolved(original, base)
    kinds = _neutrals_resolved(_brackets_resolved([text[index] for index in shown], kinds, base), base)
    for index, kind in zip(shown, kinds, strict=True):
        if base:
            levels[index] = 1 if kind == "R" else 2  # I2
        else:
            levels[index] = {"L": 0, "R": 1}.get(kind, 2)  # I1
    for index, character in enumerate(text):
        if bidirectional(character) in _PASSED_OVER and index:
            levels[index] = levels[index - 1]
    blank = True
    for index in range(len(text) - 1, -1, -1):  # L1
        kind = bidirectional(text[index])
        blank = kind in ("B", "S") or (blank and (kind == "WS" or kind in _PASSED_OVER))
        if blank:
            levels[index] = base
    return levels


def _weak_resolved(kinds: list[str], base: int) -> list[str]:
    """Resolve numbers, their separators and marks on letters (W1 to W7)."""
    start = "R" if base else "L"
    found, strong = list(kinds), start
    for index in range(len(found)):
        if found[index] == "NSM":
            found[index] = found[index - 1] if index else start
        kind = found[index]
        if kind in ("L", *_RIGHT):
            strong = kind
        elif kind == "EN" and strong == "AL":
            found[index] = "AN"
    for index in range(1, len(found) - 1):
        before, kind, after = found[index - 1 : index + 2]
        if before == after and ((kind == "ES" and before == "EN") or (kind == "CS" and before in _NUMBERS)):
            found[index] = before
    for index in range(1, len(found)):
        if found[index] == "ET" and found[index - 1] == "EN":
            found[index] = "EN"
    for index in range(len(found) - 2, -1, -1):
        if found[index] == "ET" and found[index + 1] == "EN":
            found[index] = "EN"
    strong = start
    for index, kind in enumerate(found):
        if kind in ("L", *_RIGHT):
            found[index] = strong = "L" if kind == "L" else "R"
        elif kind == "EN" and strong == "L":
            found[index] = "L"
        elif kind in ("ES", "ET", "CS"):
            found[index] = "ON"
    return found


def _brackets_resolved(text: Sequence[str], kinds: list[str], base: int) -> list[str]:
    """Let both brackets of a pair run as what they hold does, where that is as the line or as what is before (N0)."""
    along, against = ("R", "L") if base else ("L", "R")
    found = list(kinds)
    for start, end in sorted(_pairs(text, kinds)):
        inside = {_side(kind) for kind in found[start + 1 : end] if kind not in _NEUTRAL}
        if not inside:
            continue
        before = next((_side(kind) for kind in reversed(found[:start]) if kind not in _NEUTRAL), along)
        found[start] = found[end] = against if along not in inside and before == against else along
    return found


def _pairs(text: Sequence[str], kinds: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where brackets open and close."""
    opened: list[int] = []
    for index, (character, kind) in enumerate(zip(text, kinds, strict=True)):
        if kind != "ON":
            continue
        if character in _BRACKETS.values():
            opened.append(index)
        elif character in _BRACKETS:
            partner = next((at for at in reversed(opened) if text[at] == _BRACKETS[character]), None)
            if partner is not None:
                yield partner, index
                del opened[opened.index(partner) :]


def _neutrals_resolved(kinds: list[str], base: int) -> list[str]:
    """Let what has no direction run as what is on both sides of it, or as the line does (N1, N2)."""
    along = "R" if base else "L"
    found: list[str] = []
    rest = [(neutral, len(list(run))) for neutral, run in groupby(kinds, lambda kind: kind in _NEUTRAL)]
    at = 0
    for neutral, count in rest:
        if neutral:
            before = _side(kinds[at - 1]) if at else along
            after = _side(kinds[at + count]) if at + count < len(kinds) else along
            found += [before if before == after else along] * count
        else:
            found += kinds[at : at + count]
        at += count
    return found


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"


def reordered(pieces: Sequence[tuple[int, T]]) -> list[tuple[int, T]]:
    """Return pieces of a line, each with its level, in the order from left to right (L2)."""
    found = list(pieces)
    for least in range(max((level for level, _ in found), default=0), 0, -1):
        runs = [list(run) for _, run in groupby(found, lambda piece: piece[0] >= least)]  # noqa: B023  # used at once
        found = [piece for run in runs for piece in (reversed(run) if run[0][0] >= least else run)]
    return found
