"""Finding rows by a few typed words, in any order: what is called so comes first, then what begins so."""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

_PUNCTUATION = {ord(sign): " " for sign in '.,:;!?()[]/-–—…·“”"'} | {ord(sign): None for sign in "'‘’"}


class Sought(NamedTuple):
    """What a row can be found by, made plain once: its name, and what else is said of it."""

    name: str
    more: str = ""


def sought(name: str, more: str = "") -> Sought:
    """Make the words of a row plain."""
    return Sought(plain(name), plain(more))


def plain(words: str) -> str:
    """Return words in small letters without accents and punctuation, so that “Llanwr” finds “Llanŵr”."""
    if not words.isascii():
        words = "".join(sign for sign in unicodedata.normalize("NFKD", words) if not unicodedata.combining(sign))
    return " ".join(words.translate(_PUNCTUATION).casefold().split())


def ranked(query: str, rows: Sequence[Sought]) -> list[int]:
    """Return the indices of the rows that have every word of a query, the likeliest first; all of them for none."""
    wanted = plain(query).split()
    if not wanted:
        return list(range(len(rows)))
    whole = " ".join(wanted)
    found: list[tuple[int, int]] = []
    for index, (name, more) in enumerate(rows):
        score = -1 if name == whole else 0 if name.startswith(whole) else 1
        for word in wanted:
            at = name.find(word)
            if at >= 0:
                score += 0 if at == 0 or f" {word}" in name else 3
            elif word in more:
                score += 6
            else:
                break
        else:
            found.append((score, index))
    return [index for _, index in sorted(found)]
