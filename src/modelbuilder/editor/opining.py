"""What a group thinks: colours and topics of notes, and anonymous dots; each tap is a step of its own."""

from collections.abc import Iterable
from types import MappingProxyType

from modelbuilder.document import edits, voting
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import label_of
from modelbuilder.document.records import Document
from modelbuilder.editor.desk import Desk
from modelbuilder.vocabulary.notes import COLOURS, TOPICS


def next_colour(desk: Desk, note_id: ThingId) -> None:
    """Give a note the colour after the one that it has."""
    colour = _after(COLOURS, desk.model.stickies[note_id].colour)
    _change(desk, note_id, f"Make a note {COLOURS[colour].lower()}", colour=colour)


def next_topic(desk: Desk, note_id: ThingId) -> None:
    """Let a note be about the topic after its own, and after the last about none."""
    topic = _after(("", *TOPICS), desk.model.stickies[note_id].topic)
    words = f"a note “{TOPICS[topic]}”" if topic else "a note by no topic"
    _change(desk, note_id, f"Head {words}", topic=topic)


def _after(words: Iterable[str], word: str) -> str:
    row = list(words)
    return row[(row.index(word) + 1) % len(row)]


def _change(desk: Desk, note_id: ThingId, label: str, **values: str) -> None:
    model_id = desk.model_id
    desk.session.do(label, model_id, lambda document: edits.change(document, model_id, note_id, **values))


def vote(desk: Desk, thing_id: ThingId) -> bool:
    """Put a dot on a thing of the model shown, or under its own id on the model itself; False when nobody may."""
    model_id = desk.model_id
    what = f"model {desk.model.label}" if str(thing_id) == model_id else label_of(desk.document, desk.model, thing_id)
    label = f"Vote for {what}".replace("\n", " ")
    return desk.session.do(label, model_id, lambda document: voting.vote(document, model_id, thing_id))


def clear_votes(desk: Desk) -> None:
    """Take away every dot that the model shown has now."""
    model_id, seen = desk.model_id, MappingProxyType(dict(desk.model.votes))

    def edit(document: Document) -> Document:
        return voting.clear(document, model_id, seen)

    desk.session.do("Clear the votes", model_id, edit)
