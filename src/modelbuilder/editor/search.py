"""What can be found in a document: everything with a name, in every model."""

from collections.abc import Iterator
from typing import NamedTuple

from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import holder_of, label_of, person_name
from modelbuilder.document.pages import ordered
from modelbuilder.document.records import HELD_TABLES, Document, Model
from modelbuilder.vocabulary.bodies import BODIES
from modelbuilder.vocabulary.groups import GROUPS
from modelbuilder.vocabulary.roles import ROLES
from modelbuilder.vocabulary.tiers import Tier


class Found(NamedTuple):
    """Something with a name: what it is called, what else is said of it, and how it looks."""

    model_id: ModelId
    thing_id: ThingId
    words: str
    where: str
    icon: str
    tier: Tier


def everything(document: Document, first: ModelId) -> list[Found]:
    """List everything that has a name; what stands in the model that is shown comes first."""
    models = sorted(ordered(document), key=lambda row: row[0] != first)
    several = len(models) > 1
    return [found for model_id, model in models for found in _of_model(document, model_id, model, several=several)]


def _of_model(document: Document, model_id: ModelId, model: Model, *, several: bool) -> Iterator[Found]:
    for table in HELD_TABLES:
        for thing_id in getattr(model, table):
            label = label_of(document, model, thing_id).replace("\n", " ")
            post = model.posts.get(thing_id)
            person = person_name(document, post) if post else ""
            holder = holder_of(model, thing_id)
            parts = [label if person else "", label_of(document, model, holder) if holder else _sort(model, thing_id)]
            parts.append(f"model {model.label}" if several else "")
            where = " · ".join(part.replace("\n", " ") for part in parts if part)
            yield Found(model_id, thing_id, person or label, where, *look(model, thing_id))
    for thing_id, note in model.stickies.items():
        if note.text.strip():
            words = " ".join(note.text.split())
            yield Found(
                model_id, thing_id, words, f"note{f' · model {model.label}' if several else ''}", "", Tier.OUTSIDE
            )


def look(model: Model, thing_id: ThingId) -> tuple[str, Tier]:
    """Return the icon of a thing and the tier that colours it."""
    if post := model.posts.get(thing_id):
        return post.role, ROLES[post.role].tier
    if body := model.bodies.get(thing_id):
        return body.kind, BODIES[body.kind].tier
    if group := model.groups.get(thing_id):
        return group.kind, GROUPS[group.kind].tier
    return ("school", Tier.SCHOOL) if thing_id in model.placements else ("person", Tier.OUTSIDE)


def _sort(model: Model, thing_id: ThingId) -> str:
    if group := model.groups.get(thing_id):
        return GROUPS[group.kind].words
    return "school" if thing_id in model.placements else "person" if thing_id in model.figures else ""
