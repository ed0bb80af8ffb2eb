"""The parts of a model that no line, box or person joins."""

from collections.abc import Iterator

from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import HELD_TABLES, Model


def parts_of(model: Model) -> list[list[ThingId]]:
    """List the things of each part: the weakly connected components of the model's graph, found faster."""
    root: dict[ThingId, ThingId] = {}
    for name in HELD_TABLES:
        root |= {thing_id: thing_id for thing_id in getattr(model, name)}
    standing = list(root)
    for post in model.posts.values():
        if post.person is not None:
            root[post.person] = post.person

    def top(thing_id: ThingId) -> ThingId:
        above = root[thing_id]
        while above != thing_id:
            root[thing_id] = thing_id = root[above]
            above = root[thing_id]
        return thing_id

    for one, other in _joins(model):
        if one in root and other in root:
            root[top(one)] = top(other)
    parts: dict[ThingId, list[ThingId]] = {}
    for thing_id in standing:
        parts.setdefault(top(thing_id), []).append(thing_id)
    return list(parts.values())


def _joins(model: Model) -> Iterator[tuple[ThingId, ThingId]]:
    for name, field in HELD_TABLES.items():
        for thing_id, record in getattr(model, name).items():
            holder = getattr(record, field)
            if holder is not None:
                yield thing_id, holder
    for post_id, post in model.posts.items():
        if post.person is not None:
            yield post_id, post.person
    for line in model.lines.values():
        yield line.source, line.target
