"""A veil: what of a model is not shown as it is in one view, boxes that are folded and things that are left out."""

from collections.abc import Container, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import held_by
from modelbuilder.document.records import HELD_TABLES, Line, Model
from modelbuilder.drawing.links import link

T = TypeVar("T")


class Veil(NamedTuple):
    """Schools and groups that are folded, and things and lines that are left out; never saved."""

    folds: frozenset[ThingId] = frozenset()
    hidden: frozenset[ThingId] = frozenset()


UNVEILED = Veil()


def seen(model: Model, veil: Veil) -> Model:
    """Return the model as it is seen: what is folded away is gone, and its lines, as far as drawn, end at the box."""
    if veil == UNVEILED:
        return model
    into = _into(model, veil.folds)
    drawn = frozenset(link(model).drawn) if into else frozenset()
    gone = into.keys() | veil.hidden
    tables: dict[str, object] = {name: _without(getattr(model, name), gone) for name in (*HELD_TABLES, "stickies")}
    lines: dict[ThingId, Line] = {}
    known: set[tuple[object, ...]] = set()
    ends = {**_people_into(model, into), **into}
    for line_id, line in model.lines.items():
        if line_id in veil.hidden or line.source in veil.hidden or line.target in veil.hidden:
            continue
        source, target = ends.get(line.source, line.source), ends.get(line.target, line.target)
        if (source, target) != (line.source, line.target):
            alike = (line.kind, source, target, line.primary)
            if source == target or alike in known or line_id not in drawn:
                continue
            known.add(alike)
            lines[line_id] = line.model_copy(update={"source": source, "target": target})
        else:
            lines[line_id] = line
    return model.model_copy(update={**tables, "lines": MappingProxyType(lines)})


def _into(model: Model, folds: frozenset[ThingId]) -> dict[ThingId, ThingId]:
    """Map everything that is folded away onto the outermost folded box around it."""
    contents = held_by(model)
    into: dict[ThingId, ThingId] = {}
    pending: list[tuple[ThingId, ThingId | None]] = [(one, None) for one in contents.get(None, ())]
    while pending:
        thing_id, box = pending.pop()
        if box is not None:
            into[thing_id] = box
        elif thing_id in folds:
            box = thing_id
        pending.extend((one, box) for one in contents.get(thing_id, ()))
    return into


def _people_into(model: Model, into: Mapping[ThingId, ThingId]) -> dict[ThingId, ThingId]:
    """Map people all of whose posts are folded away onto the box of the first."""
    found: dict[ThingId, ThingId] = {}
    seen_outside = {post.person for post_id, post in model.posts.items() if post_id not in into}
    for post_id, post in model.posts.items():
        if post_id in into and post.person and post.person not in seen_outside and post.person not in model.figures:
            found.setdefault(post.person, into[post_id])
    return found


def _without(rows: Mapping[ThingId, T], gone: Container[ThingId]) -> Mapping[ThingId, T]:
    return MappingProxyType({one: row for one, row in rows.items() if one not in gone})
