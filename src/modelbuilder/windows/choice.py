"""What one can choose from: rows of words, with what choosing one gives."""

from typing import Any, NamedTuple

from modelbuilder.vocabulary.tiers import Tier


class Choice(NamedTuple):
    """A row to choose: its words, what else is said of it, its key, how it looks, and what choosing it gives."""

    words: str
    detail: str = ""
    keys: str = ""
    icon: str = ""
    tier: Tier | None = None
    value: Any = None

    def spoken(self) -> str:
        """Return the row as it is read aloud."""
        return ", ".join(part for part in (self.words, self.detail, self.keys) if part)
