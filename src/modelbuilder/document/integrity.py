"""Mend the consequences of an edit, so that a document never points at what is gone."""

from collections.abc import Container, Iterator, Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from modelbuilder.document.decks import without_lost_slides
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.patch import same_keys
from modelbuilder.document.records import HELD_TABLES, Document, Duty, Line, Model, Post
from modelbuilder.document.settings import without_lost_asides

_POINTING = ("groups", "placements", "posts", "figures", "bodies", "lines", "duties", "stickies", "votes")

PARTIES = ("qa_lead", "broker")
"""The fields of an agreement that name a post, body, school, group or person of the model."""


def settle(before: Document, after: Document) -> Document:
    """Return `after` with dangling references mended, looking only at the models that changed.

    A line goes with either of its ends, a duty with its school or when nobody is left who holds it, a
    place and votes with their thing, a placement with its school, an aside with what it is about; a thing whose box is
    gone stands on the page, and boxes that hold each other are taken apart; a deck loses the slides of models
    that are gone. Idempotent.
    """
    cast_shrank = _shrank(before.people, after.people) or _shrank(before.schools, after.schools)
    changed: dict[ModelId, Model] = {}
    for model_id, model in after.models.items():
        if cast_shrank or _may_need_mending(before.models.get(model_id), model):
            mended = mend(after, model, model_id)
            if mended is not model:
                changed[model_id] = mended
    order = _mended_order(after)
    if changed or order != after.order:
        models = after.models.copy()
        models.update(changed)
        after = after.model_copy(update={"models": MappingProxyType(models), "order": order})
    after = without_lost_slides(after) if after.decks else after
    return without_lost_asides(after) if after.settings.asides else after


def _shrank(before: Mapping[ThingId, object], after: Mapping[ThingId, object]) -> bool:
    return before is not after and bool(before.keys() - after.keys())


def _may_need_mending(before: Model | None, after: Model) -> bool:
    if before is after:
        return False
    if before is None or any(getattr(before, name) is not getattr(after, name) for name in _POINTING):
        return True
    return before.places is not after.places and not same_keys(before.places, after.places)


def _mended_order(document: Document) -> tuple[ModelId, ...]:
    if names_each_model_once(document):
        return document.order
    known = [model_id for model_id in dict.fromkeys(document.order) if model_id in document.models]
    return (*known, *(model_id for model_id in document.models if model_id not in known))


def names_each_model_once(document: Document) -> bool:
    """Tell whether the order of the document's models is one of all its models."""
    return len(document.order) == len(document.models) and document.models.keys() == set(document.order)


def mend(document: Document, model: Model, model_id: ModelId | None = None) -> Model:
    """Return the model without references that lead nowhere; the same object where there are none.

    Votes on the whole model stand under its id.
    """
    model = _kept(model, "placements", document.schools)
    model = _kept(model, "figures", document.people)
    model = _let_go(model)
    model = _changed(model, "posts", dict(_mended_posts(document, model)))
    model = _without_loose_lines(model)
    model = _without_loose_duties(model)
    model = _kept(model, "places", standing(model))
    return _kept(model, "votes", [one for one in model.votes if can_be_voted_on(model, model_id, one)])


def _kept(model: Model, name: str, known: Container[ThingId]) -> Model:
    """Return the model with only those rows of a table whose ids are known."""
    rows = getattr(model, name)
    if all(thing_id in known for thing_id in rows):
        return model
    kept = {thing_id: row for thing_id, row in rows.items() if thing_id in known}
    return model.model_copy(update={name: MappingProxyType(kept)})


def _changed(model: Model, name: str, changed: Mapping[ThingId, Any]) -> Model:
    """Return the model with some rows of a table replaced."""
    if not changed:
        return model
    return model.model_copy(update={name: MappingProxyType({**getattr(model, name), **changed})})


def _let_go(model: Model) -> Model:
    """Put onto the page what stands in a box that is not there, or that stands inside it."""
    boxes = model.groups.keys() | model.placements.keys()
    for name, field in HELD_TABLES.items():
        holders = model.groups.keys() if name in ("groups", "placements") else boxes
        rows, holder = getattr(model, name), attrgetter(field)
        lost = [one for one, row in rows.items() if holder(row) is not None and holder(row) not in holders]
        if name == "groups":
            lost += [group_id for group_id in rows if _closes_a_circle(model, group_id)]
        model = _changed(model, name, {one: rows[one].model_copy(update={field: None}) for one in lost})
    return model


def _closes_a_circle(model: Model, group_id: ThingId) -> bool:
    """Tell whether the group is the one, in a circle of groups inside each other, that is let go."""
    circle = {group_id}
    step = model.groups[group_id].group
    while step is not None and step not in circle:
        circle.add(step)
        group = model.groups.get(step)
        step = group.group if group else None
    return step == group_id == min(circle)


def _mended_posts(document: Document, model: Model) -> Iterator[tuple[ThingId, Post]]:
    for post_id, post in model.posts.items():
        lost: dict[str, None] = {}
        if post.person is not None and post.person not in document.people:
            lost["person"] = None
        if post.home is not None and post.home not in model.placements:
            lost["home"] = None
        if lost:
            yield post_id, post.model_copy(update=lost)


def _without_loose_lines(model: Model) -> Model:
    ends = line_ends(model)
    tied = {line_id for line_id, line in model.lines.items() if line.source in ends and line.target in ends}
    model = _kept(model, "lines", tied)
    stray = {
        line_id: mended for line_id, line in model.lines.items() if (mended := _tied(model, line, ends)) is not line
    }
    return _changed(model, "lines", stray)


def _tied(model: Model, line: Line, ends: Container[ThingId]) -> Line:
    """Return the line without the school, or the parties to its agreement, that are not there."""
    if line.represents is not None and line.represents not in model.placements:
        line = line.model_copy(update={"represents": None})
    if line.agreement is not None:
        lost = {name: None for name in PARTIES if (party := getattr(line.agreement, name)) and party not in ends}
        if lost:
            line = line.model_copy(update={"agreement": line.agreement.model_copy(update=lost)})
    return line


def _without_loose_duties(model: Model) -> Model:
    holders = model.posts.keys() | model.bodies.keys()
    mended: dict[ThingId, Duty] = {}
    for duty_id, duty in model.duties.items():
        owner = duty.accountable if duty.accountable in holders else None
        others = tuple(one for one in duty.contributes if one in holders)
        if (owner, others) != (duty.accountable, duty.contributes):
            mended[duty_id] = duty.model_copy(update={"accountable": owner, "contributes": others})
    model = _changed(model, "duties", mended)
    held = {
        duty_id
        for duty_id, duty in model.duties.items()
        if duty.school in model.placements and (duty.accountable or duty.contributes)
    }
    return _kept(model, "duties", held)


def standing(model: Model) -> set[ThingId]:
    """Return all that has a place of its own in the model: things in boxes or on the page, and notes."""
    return set(model.stickies).union(*(getattr(model, name) for name in HELD_TABLES))


def can_be_voted_on(model: Model, model_id: str | None, thing_id: ThingId) -> bool:
    """Tell whether dots can be put on an id: on what stands in the model, its lines and notes, and on itself."""
    tables = (*HELD_TABLES, "stickies", "lines")
    return thing_id == model_id or any(thing_id in getattr(model, name) for name in tables)


def line_ends(model: Model) -> set[ThingId]:
    """Return all that a line of the model can end on; a person in a post stands for themselves."""
    holders = {post.person for post in model.posts.values() if post.person is not None}
    return holders.union(*(getattr(model, name) for name in HELD_TABLES))
