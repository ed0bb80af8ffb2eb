"""A part of a model alone, when the whole is too much to be read on one slide."""

from collections.abc import Iterator
from types import MappingProxyType

from modelbuilder.accountability.questions import Questions
from modelbuilder.document import edits
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.integrity import settle
from modelbuilder.document.lookup import held_by
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import tidy

_STANDING = ("groups", "placements", "posts", "figures", "bodies", "stickies", "places")


def parts(document: Document, model_id: ModelId) -> list[ThingId]:
    """List the boxes that a model falls into, from left to right: groups, those in its only group, or schools."""
    model = document.models[model_id]
    held, boxes = held_by(model), model.groups.keys() | model.placements.keys()
    found = [one for one in held.get(None, []) if one in boxes]
    while len(found) == 1 and found[0] in model.groups:
        found = [one for one in held.get(found[0], []) if one in boxes]
    places = model.places
    found.sort(key=lambda one: (places[one].x, places[one].y) if one in places else (0.0, 0.0))
    return found if len(found) > 1 else []


def excerpt(document: Document, model_id: ModelId, box_id: ThingId) -> Document:
    """Return the document with no more of a model than a box, what stands in it, and what that is joined to.

    From there it goes up to whoever it answers to in the end; what stands in other parts is left out
    unless it is on that way. It is arranged anew.
    """
    model = document.models[model_id]
    inside = edits.inside(model, [box_id])
    kept = inside | set(_joined(Questions(document, model_id), inside, edits.inside(model, parts(document, model_id))))
    freed = edits.hold(document, model_id, kept - inside | {box_id}, None)
    model = freed.models[model_id]
    rows = {name: {one: row for one, row in getattr(model, name).items() if one in kept} for name in _STANDING}
    less = edits.put_model(freed, model_id, **{name: MappingProxyType(row) for name, row in rows.items()})
    return tidy(settle(document, less), model_id)


def _joined(ask: Questions, inside: set[ThingId], others: set[ThingId]) -> Iterator[ThingId]:
    """Yield whoever things answer to, up to the board, and what else lines join to them that is in no other part."""
    model = ask.model
    cards = model.posts.keys() | model.bodies.keys() | model.figures.keys()
    for line in model.lines.values():
        for one, other in ((line.source, line.target), (line.target, line.source)):
            if one in inside and other in cards and other not in others:
                yield other
    for one in inside & (model.posts.keys() | model.bodies.keys()):
        yield from (end for end in ask.ladder.reach(one) if end in cards)
