"""A document as slides: one for each model, or those of a deck, each with a footer that says where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from modelbuilder.accountability.captions import captions
from modelbuilder.accountability.findings import check
from modelbuilder.accountability.narration import narrate
from modelbuilder.document import edits
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.lookup import label_of
from modelbuilder.document.records import Document
from modelbuilder.drawing import style
from modelbuilder.drawing.excerpt import excerpt, parts
from modelbuilder.drawing.marks import Group
from modelbuilder.drawing.page import draw
from modelbuilder.drawing.sizes import WIDE, Size
from modelbuilder.drawing.slide import Slide, slide
from modelbuilder.drawing.veil import UNVEILED, Veil

LEGIBLE = 9.0
"""Points that the names on cards have at least on a slide that is read from afar."""
_POINTS = 72.0


def slides(
    document: Document,
    chosen: Sequence[ModelId] = (),
    size: Size = WIDE,
    *,
    described: bool = False,
    veils: Mapping[ModelId, Veil] = MappingProxyType({}),
) -> Iterator[Slide]:
    """Yield the slide of each model in the order of the tabs, or of those that are chosen.

    Described, a slide also tells in words what it shows, for those who do not see it. A model with a veil is shown
    behind it, and no more is told of it than is shown.
    """
    for number, model_id in enumerate(chosen or document.order, start=1):
        veil = veils.get(model_id, UNVEILED)
        shown = slide(draw(document, model_id, veil=veil), footer(document, model_id), number, size)
        if described:
            told = captions(document, model_id)
            narration = narrate(document, model_id) if veil == UNVEILED else _said(shown, told)
            shown = replace(shown, descriptions=told, narration=narration)
        yield shown


def legible_slides(
    document: Document, model_id: ModelId, number: int, size: Size = WIDE, *, described: bool = False
) -> Iterator[Slide]:
    """Yield the slide of a model and, when its cards are too small to be read, one for each part of it.

    The first then says how many follow.
    """
    page, foot = draw(document, model_id), footer(document, model_id)
    whole = slide(page, foot, number, size)
    boxes = parts(document, model_id) if letters(whole) < LEGIBLE else []
    pages = [draw(_titled(excerpt(document, model_id, box), model_id, box), model_id) for box in boxes]
    details = [part for part in pages if slide(part, foot, number, size).scale > whole.scale]
    if details:
        whole = slide(page, foot, number, size, f"Overview: {len(details)} slides with its parts follow.")
    told = captions(document, model_id) if described else {}
    yield replace(whole, descriptions=told, narration=narrate(document, model_id)) if described else whole
    for index, part in enumerate(details, start=1):
        shown = slide(part, foot, number + index, size)
        yield replace(shown, level=1, descriptions=told, narration=_said(shown, told))


def _titled(part: Document, model_id: ModelId, box_id: ThingId) -> Document:
    """Return a part of a model under its own title."""
    model = part.models[model_id]
    title = ": ".join(words for words in (model.title, label_of(part, model, box_id)) if words)
    return edits.put_model(part, model_id, title=title, narration="", notes="")


def _said(shown: Slide, told: Mapping[ThingId, str]) -> tuple[str, ...]:
    """Tell of what a part shows as the whole model has it, from the top down: of the rest it says nothing."""
    things = sorted((one for one in shown.diagram if isinstance(one, Group)), key=lambda one: (one.y, one.x))
    return tuple(told[one.thing_id] for one in things if one.thing_id in told)


def letters(shown: Slide) -> float:
    """Return how many points high the names of cards are set on a slide."""
    return style.ROLE_SIZE * shown.scale / shown.inch * _POINTS


def footer(document: Document, *models: ModelId) -> str:
    """Say which document this is and of what date, and that nothing was found in its models when that is so."""
    findings = "" if any(check(document, model_id) for model_id in models) else "no findings"
    words = " · ".join(part for part in (document.title, document.date, findings) if part)
    return words[:1].upper() + words[1:]
