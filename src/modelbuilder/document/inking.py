"""Edits of the ink on a model: strokes are added whole and rubbed out whole."""

from collections.abc import Collection

from modelbuilder.document import edits
from modelbuilder.document.ids import ModelId, ThingId, seed_id
from modelbuilder.document.records import Document, Stroke


def new_stroke_id(document: Document) -> ThingId:
    """Return an id that no stroke of the document has."""
    taken = set().union(*(model.strokes for model in document.models.values()))
    number = len(taken) + 1
    while (stroke_id := seed_id("stroke", str(number))) in taken:
        number += 1
    return stroke_id


def put_stroke(document: Document, model_id: ModelId, stroke_id: ThingId, stroke: Stroke) -> Document:
    """Write a stroke onto a model, or write it on."""
    return edits.put_row(document, model_id, "strokes", stroke_id, stroke)


def rub_out(document: Document, model_id: ModelId, stroke_ids: Collection[ThingId]) -> Document:
    """Take strokes away from a model."""
    model = document.models.get(model_id)
    if model is None or not model.strokes.keys() & set(stroke_ids):
        return document
    kept = {one: stroke for one, stroke in model.strokes.items() if one not in stroke_ids}
    return edits.put_model(document, model_id, strokes=kept)
