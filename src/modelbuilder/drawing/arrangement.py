"""Tidy a model, or give a place to what has none: the plan that layout needs, read from the records."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import median_low

from modelbuilder.document import edits
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import held_by, pinned
from modelbuilder.document.records import Box, Document, Model
from modelbuilder.drawing.faces import face
from modelbuilder.drawing.folds import folded_face
from modelbuilder.drawing.links import Links, link
from modelbuilder.drawing.veil import UNVEILED, Veil, seen
from modelbuilder.layout.boxes import GAP, PADDING, Frame, drawn_boxes
from modelbuilder.layout.plan import Plan
from modelbuilder.layout.rect import Point, bounds
from modelbuilder.layout.stacks import COLUMN, ROW_OF_BOXES, Measures
from modelbuilder.layout.tidy import arrange
from modelbuilder.vocabulary.bodies import BODIES

_ROUNDS = 4
"""What gives way to pinned things may then be read in another order: all is arranged so often until it stays."""


def tidy(
    document: Document,
    model_id: ModelId,
    veil: Veil = UNVEILED,
    *,
    across: int = ROW_OF_BOXES,
    column: int = COLUMN,
    columns: bool = True,
) -> Document:
    """Arrange a model by accountability; what is pinned stays, and what reads from left to right keeps its order.

    All of it moves as little as that allows. Behind a veil, only what is seen is given a place. Rows are wrapped
    after so many boxes, columns after so many cards; posts of a school hang in one column unless that is too high.
    """
    wishes = Measures(across, column)
    for _ in range(_ROUNDS):
        before = document.models[model_id]
        document = edits.put_model(document, model_id, places=_arranged(document, before, veil, wishes, columns))
        if not pinned(before) or document.models[model_id].places == before.places:
            break
    return document


def _arranged(document: Document, model: Model, veil: Veil, wishes: Measures, columns: bool) -> dict[ThingId, Box]:
    plan = _plan(document, model, veil)
    measures = wishes._replace(chosen=plan.measures.chosen)
    places = arrange(replace(plan, measures=measures, columns=plan.columns if columns else frozenset()))
    if not plan.pins:
        places = _settled(places, model.places, plan.holders)
    return {one: _with_wishes(box, model.places.get(one)) for one, box in sorted(places.items())}


def _settled(
    places: dict[ThingId, Box], before: Mapping[ThingId, Box], holders: Mapping[ThingId | None, Sequence[ThingId]]
) -> dict[ThingId, Box]:
    """Return the places with all that stands on the page moved as one, so that most things stay where they were."""
    shifts = list(_shifts(places, before, holders))
    if not shifts:
        return places
    dx, dy = median_low(round(shift.x) for shift in shifts), median_low(round(shift.y) for shift in shifts)
    top = holders.get(None, ())
    moved = {one: places[one].model_copy(update={"x": places[one].x - dx, "y": places[one].y - dy}) for one in top}
    return places | moved


def _shifts(
    places: Mapping[ThingId, Box], before: Mapping[ThingId, Box], holders: Mapping[ThingId | None, Sequence[ThingId]]
) -> Iterator[Point]:
    """Yield how far each thing that had a place would move on the page."""
    pending: list[tuple[ThingId | None, Point]] = [(None, Point(0, 0))]
    while pending:
        holder, (dx, dy) = pending.pop()
        for one in holders.get(holder, ()):
            if (old := before.get(one)) is not None:
                yield (shift := Point(dx + places[one].x - old.x, dy + places[one].y - old.y))
                pending.append((one, shift))


def _with_wishes(box: Box, before: Box | None) -> Box:
    """Return a place with what is wanted of every arrangement."""
    if before is None or not (before.pinned or before.branch or before.beside):
        return box
    return before.model_copy(update={"x": box.x, "y": box.y, "w": box.w, "h": box.h})


def place_all(document: Document) -> Document:
    """Give every thing of every model a place: tidy a model that has none, else fill the gaps."""
    for model_id, model in document.models.items():
        standing = [thing_id for children in held_by(model).values() for thing_id in children]
        if not standing or all(thing_id in model.places for thing_id in standing):
            continue
        if any(thing_id in model.places for thing_id in standing):
            document = _fill(document, model_id)
        else:
            document = tidy(document, model_id)
    return document


def _fill(document: Document, model_id: ModelId) -> Document:
    """Set what has no place under what has one, in the same box."""
    model = document.models[model_id]
    links = link(model)
    holders = held_by(model)
    frames = _frames(document, model, links, holders)
    places = dict(model.places)
    for holder, children in holders.items():
        missing = [child for child in children if child not in places]
        if not missing:
            continue
        settled = [child for child in children if child in places]
        rects = drawn_boxes({**holders, None: settled}, frames, places)
        taken = bounds([rects[child] for child in settled])
        top = frames[holder].header or 0 if holder is not None else 0.0
        x = taken.x if taken else PADDING
        y = taken.bottom + GAP if taken else top
        for child in missing:
            size = drawn_boxes({**holders, None: [child]}, frames, {**places, child: Box()})[child]
            places[child] = Box(x=x, y=y)
            x += size.w + GAP
    return edits.put_model(document, model_id, places=places)


def _frames(
    document: Document, model: Model, links: Links, holders: dict[ThingId | None, list[ThingId]]
) -> dict[ThingId, Frame]:
    return {
        thing_id: face(document, model, links, thing_id).frame()
        for children in holders.values()
        for thing_id in children
    }


def _plan(document: Document, source: Model, veil: Veil) -> Plan:
    model = seen(source, veil)
    links = link(model)
    holders = held_by(model)
    frames = _frames(document, model, links, holders)
    folded = veil.folds & frames.keys()
    frames |= {one: folded_face(document, source, one).frame() for one in folded}
    rects = drawn_boxes(holders, frames, model.places)
    for children in holders.values():
        children.sort(key=model.bodies.__contains__)
    outside = {body_id for body_id, body in model.bodies.items() if BODIES[body.kind].outside}
    return Plan(
        holders=holders,
        frames=frames,
        upward=list(_upward(model)),
        beside=list(_beside(model, links, outside)),
        columns=frozenset(model.placements) - folded,
        tiles=folded,
        now={one: rect for one, rect in rects.items() if one in model.places},
        last=frozenset(model.bodies),
        left=frozenset(outside),
        pins={one: Point(model.places[one].x, model.places[one].y) for one in pinned(model) & model.places.keys()},
        asides=frozenset(one for one, box in model.places.items() if box.beside),
        measures=Measures(chosen={one: box.branch for one, box in model.places.items() if box.branch}),
    )


def _upward(model: Model) -> Iterator[tuple[ThingId, ThingId]]:
    """Yield who stands under whom: posts first, then what a board governs, then committees.

    Where nothing else says it, who is appointed stands under the body that appoints, and schools under the
    board that co-ordinates their group.
    """
    lines = [line for line in model.lines.values() if line.kind == "accountable_to" and line.source != line.target]
    yield from ((line.source, line.target) for line in lines if line.primary and line.source in model.posts)
    yield from ((line.target, line.source) for line in model.lines.values() if line.kind == "governs")
    yield from ((line.source, line.target) for line in lines if line.primary and line.source not in model.posts)
    yield from ((line.source, line.target) for line in lines if not line.primary)
    for line in model.lines.values():
        if line.kind in ("delegates_to", "appoints") and line.source in model.bodies:
            yield line.target, line.source
        elif line.kind == "coordinates":
            yield from ((one, line.source) for one in _held(model, line.target))


def _held(model: Model, group_id: ThingId) -> Iterator[ThingId]:
    """Yield the schools and groups that stand in a group."""
    for rows in (model.placements, model.groups):
        yield from (one for one, row in rows.items() if row.group == group_id)


def _beside(model: Model, links: Links, outside: set[ThingId]) -> Iterator[tuple[ThingId, ThingId]]:
    """Yield who only helps, and whom; an outside body or a figure before the rest."""
    anchors = links.anchors
    for line_id in links.drawn:
        line = model.lines[line_id]
        if line.kind in ("accountable_to", "governs"):
            continue
        source, target = anchors.get(line.source, line.source), anchors.get(line.target, line.target)
        if source in outside or source in model.figures or target not in model.figures:
            yield source, target
        if target in outside or target in model.figures:
            yield target, source
