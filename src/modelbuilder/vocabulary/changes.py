"""How what became of a thing is marked, by shape and word, so that no colour has to tell it."""

from typing import NamedTuple


class Mark(NamedTuple):
    """A sign and a word for what became of a thing."""

    sign: str
    word: str


MARKS = {
    "added": Mark("+", "New"),
    "removed": Mark("−", "Gone"),
    "moved": Mark("→", "Moved"),
    "changed": Mark("≠", "Changed"),
}
