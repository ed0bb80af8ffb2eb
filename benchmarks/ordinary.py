"""Ordinary edits of a model, such as somebody makes in a workshop: always the same ones, each taken back again."""

from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import TypeAlias

from modelbuilder.document import edits, people
from modelbuilder.document.ids import ModelId, ThingId, seed_id
from modelbuilder.document.integrity import settle
from modelbuilder.document.patch import apply, diff
from modelbuilder.document.records import Box, Document, Line, Model, Post

_Kind: TypeAlias = Callable[[Document, ModelId, Random], Document]

_ROLES = ("headteacher", "head_of_school", "deputy_headteacher", "executive_principal", "middle_leader", "senco")
_TARGETS = {"accountable_to": "posts", "leads": "placements", "governs": "placements", "peer_support": "posts"}


def ordinary_edits(document: Document, model_id: ModelId, times: int) -> Iterator[Document]:
    """Yield the document after each of some edits, and after each of them is undone."""
    random = Random(7)
    kinds = [kind for _ in range(times // len(_KINDS) + 1) for kind in _KINDS]
    random.shuffle(kinds)
    for kind in kinds[:times]:
        changed = settle(document, kind(document, model_id, random))
        back = diff(changed, document)
        yield changed
        document = apply(changed, back)
        yield document


def _some(random: Random, rows: Mapping[ThingId, object]) -> ThingId:
    return random.choice(list(rows))


def _some_line(random: Random, model: Model, *kinds: str) -> ThingId:
    return random.choice([line_id for line_id, line in model.lines.items() if line.kind in kinds])


def _rename(document: Document, _: ModelId, random: Random) -> Document:
    return people.rename_person(document, _some(random, document.people), f"Somebody {random.random()}")


def _status(document: Document, model_id: ModelId, random: Random) -> Document:
    post_id = _some(random, document.models[model_id].posts)
    return edits.change(document, model_id, post_id, status=random.choice(["vacant", "acting"]))


def _leave(document: Document, model_id: ModelId, random: Random) -> Document:
    return edits.change(document, model_id, _some(random, document.models[model_id].posts), person=None)


def _name(document: Document, model_id: ModelId, random: Random) -> Document:
    post_id = _some(random, document.models[model_id].posts)
    return people.name_holder(document, model_id, post_id, f"Somebody {random.random()}")


def _role(document: Document, model_id: ModelId, random: Random) -> Document:
    post_id = _some(random, document.models[model_id].posts)
    return edits.change(document, model_id, post_id, role=random.choice(_ROLES))


def _add_post(document: Document, model_id: ModelId, random: Random) -> Document:
    post = Post(handle="New", role=random.choice(_ROLES), at=_some(random, document.models[model_id].placements))
    return edits.add_thing(document, model_id, seed_id("post", "New"), post)


def _remove_post(document: Document, model_id: ModelId, random: Random) -> Document:
    return edits.remove(document, model_id, [_some(random, document.models[model_id].posts)])


def _add_line(document: Document, model_id: ModelId, random: Random) -> Document:
    model, kind = document.models[model_id], random.choice(list(_TARGETS))
    source = _some(random, model.bodies if kind == "governs" else model.posts)
    line = Line(kind=kind, source=source, target=_some(random, getattr(model, _TARGETS[kind])))
    return edits.add_line(document, model_id, line)


def _remove_line(document: Document, model_id: ModelId, random: Random) -> Document:
    line_id = _some_line(random, document.models[model_id], *_TARGETS)
    return edits.remove(document, model_id, [line_id])


def _reverse(document: Document, model_id: ModelId, random: Random) -> Document:
    model = document.models[model_id]
    line_id = _some_line(random, model, "accountable_to", "peer_support")
    line = model.lines[line_id]
    return edits.change(document, model_id, line_id, source=line.target, target=line.source)


def _counts(document: Document, model_id: ModelId, random: Random) -> Document:
    body_id = _some(random, document.models[model_id].bodies)
    return edits.change(document, model_id, body_id, seats=random.randint(1, 12), parents=random.randint(0, 3))


def _move_school(document: Document, model_id: ModelId, random: Random) -> Document:
    model = document.models[model_id]
    return edits.hold(document, model_id, [_some(random, model.placements)], _some(random, model.groups))


def _move_card(document: Document, model_id: ModelId, random: Random) -> Document:
    box = Box(x=random.random() * 100, y=random.random() * 100)
    return edits.move(document, model_id, {_some(random, document.models[model_id].posts): box})


def _fact(document: Document, _: ModelId, random: Random) -> Document:
    return edits.change_school(document, _some(random, document.schools), pupils=random.randint(50, 2000))


_KINDS: tuple[_Kind, ...] = (
    _rename,
    _status,
    _leave,
    _name,
    _role,
    _add_post,
    _remove_post,
    _add_line,
    _add_line,
    _remove_line,
    _remove_line,
    _reverse,
    _counts,
    _move_school,
    _move_card,
    _fact,
)
