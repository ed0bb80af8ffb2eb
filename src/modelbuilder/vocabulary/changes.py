"""How what became of a thing is marked, by shape and word, so that no colour has to tell it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Mark(NamedTuple):
    """A sign and a word for what became of a thing."""

    sign: str
    word: str

    def __str__(self) -> str:
        """Return both: “+ new”."""
        return f"{self.sign} {self.word}"


MARKS: Mapping[str, Mark] = MappingProxyType(
    {
        "added": Mark("+", "new"),
        "removed": Mark("−", "gone"),
        "moved": Mark("»", "moved"),
        "changed": Mark("~", "changed"),
    }
)
"""What became of a thing, in the order of telling; signs that the font of slides has."""
