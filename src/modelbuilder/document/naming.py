"""Naming a thing as one does on its card: a post by who holds it, everything else by its own name."""

from modelbuilder.document import edits, people
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document


def name_thing(document: Document, model_id: ModelId, thing_id: ThingId, words: str) -> Document:
    """Give a thing of a model the words typed over it; a school, group or person keeps its name for empty ones."""
    model = document.models.get(model_id)
    short = " ".join(words.split())
    if model is None:
        return document
    if thing_id in model.posts:
        return people.name_holder(document, model_id, thing_id, short)
    if thing_id in model.figures:
        return people.rename_person(document, thing_id, short)
    if thing_id in model.bodies:
        return edits.change(document, model_id, thing_id, label=short)
    if thing_id in model.stickies:
        return edits.change(document, model_id, thing_id, text=words)
    if not short:
        return document
    if thing_id in model.placements:
        return edits.change_school(document, thing_id, name=short)
    return edits.change(document, model_id, thing_id, name=short) if thing_id in model.groups else document
