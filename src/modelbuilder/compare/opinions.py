"""What was noted of a model, for and against, opportunities and challenges, with the dots that it was given."""

from typing import NamedTuple

from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ThingId


class Opinion(NamedTuple):
    """A note: what it says, its colour, and its dots."""

    note: ThingId
    words: str
    colour: str
    votes: int

    def __str__(self) -> str:
        """Return the words with the dots, if there are any."""
        return f"{self.words} ({dots(self.votes)})" if self.votes else self.words


def opinions(ask: Questions, topic: str) -> list[Opinion]:
    """List the notes of a model on a topic, those with the most dots first."""
    model = ask.model
    found = [
        Opinion(note_id, " ".join(note.text.split()), note.colour, model.votes.get(note_id, 0))
        for note_id, note in model.stickies.items()
        if note.topic == topic and note.text.strip()
    ]
    return sorted(found, key=lambda one: (-one.votes, one.words))


def votes_on(ask: Questions) -> int:
    """Return how many dots the whole model was given."""
    return ask.model.votes.get(ThingId(ask.model_id), 0)


def dots(count: int) -> str:
    """Count dots in words."""
    return "one dot" if count == 1 else f"{count} dots" if count else "no dots"
