"""A part of a model alone, when the whole is too much to be read on one slide."""

from collections.abc import Collection, Iterable, Iterator
from types import MappingProxyType

from modelbuilder.accountability.questions import Questions
from modelbuilder.document import edits
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.integrity import settle
from modelbuilder.document.lookup import held_by, holder_of
from modelbuilder.document.records import Document, Model

_STANDING = ("groups", "placements", "posts", "figures", "bodies", "stickies", "places")


def parts(document: Document, model_id: ModelId) -> list[ThingId]:
    """List the boxes that a model falls into, from left to right: groups, those in its only group, or schools."""
    model = document.models[model_id]
    held, boxes = held_by(model), model.groups.keys() | model.placements.keys()
    found = [one for one in held.get(None, []) if one in boxes]
    while len(found) == 1 and found[0] in model.groups:
        within = [one for one in held.get(found[0], []) if one in boxes]
        if not within:
            break
        found = within
    return in_order(model, found)


def in_order(model: Model, things: Iterable[ThingId]) -> list[ThingId]:
    """List things from left to right as they stand."""

    def order(one: ThingId) -> tuple[float, float]:
        place = model.places.get(one)
        return (place.x, place.y) if place else (0.0, 0.0)

    return sorted(things, key=order)


def excerpt(
    ask: Questions,
    model_id: ModelId,
    things: Iterable[ThingId],
    frame: ThingId | None = None,
    steps: int | None = None,
    *,
    helped: bool = True,
) -> Document:
    """Return the document with no more of a model than some things, what stands in them, and what these are joined to.

    From there it goes up to whoever they answer to in the end, or only so many steps; those who only help may be
    left out. What stands in other parts is left out unless it is on that way. The frame is the box that they are shown
    in. It has to be arranged anew.
    """
    document, model = ask.document, ask.model
    inside = edits.inside(model, list(things))
    others = edits.inside(model, parts(document, model_id))
    kept = inside | above(ask, inside, steps)
    if helped:
        kept |= set(_joined(model, inside, others))
    kept |= {frame} if frame is not None else set()
    freed = edits.hold(document, model_id, {one for one in kept if holder_of(model, one) not in kept}, None)
    model = freed.models[model_id]
    rows = {name: {one: row for one, row in getattr(model, name).items() if one in kept} for name in _STANDING}
    less = edits.put_model(freed, model_id, **{name: MappingProxyType(row) for name, row in rows.items()})
    return settle(document, less)


def above(ask: Questions, inside: Collection[ThingId], steps: int | None) -> set[ThingId]:
    """Return whoever things answer to, so many steps up."""
    cards = ask.model.posts.keys() | ask.model.bodies.keys()
    found: set[ThingId] = set()
    rank = [one for one in inside if one in cards]
    while rank and (steps is None or steps > 0):
        ends = {rung.target for one in rank for rung in ask.ladder.above(one)}
        rank = [one for one in ends if one not in found and one not in inside]
        found.update(rank)
        steps = steps - 1 if steps is not None else None
    return found


def _joined(model: Model, inside: Collection[ThingId], others: Collection[ThingId]) -> Iterator[ThingId]:
    """Yield what else lines join to things that is in no other part."""
    cards = model.posts.keys() | model.bodies.keys() | model.figures.keys()
    for line in model.lines.values():
        for one, other in ((line.source, line.target), (line.target, line.source)):
            if one in inside and other in cards and other not in others:
                yield other
