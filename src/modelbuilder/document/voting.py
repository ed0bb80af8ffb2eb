"""Votes: anonymous dots that a room puts on the things of a model, or on the model itself."""

from collections.abc import Mapping

from modelbuilder.document import edits
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.integrity import can_be_voted_on
from modelbuilder.document.records import Document
from modelbuilder.document.values import MOST_DOTS


def vote(document: Document, model_id: ModelId, thing_id: ThingId) -> Document:
    """Put one dot on a thing of the model, or on the model itself under its own id."""
    return _counted(document, model_id, {thing_id: 1})


def take_back(document: Document, model_id: ModelId, thing_id: ThingId) -> Document:
    """Take one dot back, where there is one."""
    return _counted(document, model_id, {thing_id: -1})


def clear(document: Document, model_id: ModelId, seen: Mapping[ThingId, int]) -> Document:
    """Take back every dot that was seen: those that other hands put there meanwhile stay."""
    return _counted(document, model_id, {thing_id: -dots for thing_id, dots in seen.items()})


def _counted(document: Document, model_id: ModelId, dots: Mapping[ThingId, int]) -> Document:
    """Add to what there is: so the order in which several hands vote does not matter."""
    model = document.models.get(model_id)
    if model is None:
        return document
    votes = model.votes.copy()
    for thing_id, more in dots.items():
        count = min(votes.pop(thing_id, 0) + more, MOST_DOTS)
        if count > 0 and can_be_voted_on(model, model_id, thing_id):
            votes[thing_id] = count
    return document if votes == model.votes else edits.put_model(document, model_id, votes=votes)
