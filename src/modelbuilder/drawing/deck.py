"""A document as slides: one for each model, or those of a deck, each with a footer that says where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from modelbuilder.accountability.captions import captions
from modelbuilder.accountability.findings import check
from modelbuilder.accountability.narration import narrate
from modelbuilder.accountability.questions import Questions
from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.records import Document
from modelbuilder.drawing.line_pages import line_pages, undrawn
from modelbuilder.drawing.marks import Group
from modelbuilder.drawing.overview import folded, listing, overview_words
from modelbuilder.drawing.page import Page, draw
from modelbuilder.drawing.portions import LEGIBLE, WAY_UP, Portion, best, letters, portions
from modelbuilder.drawing.sizes import WIDE, Size
from modelbuilder.drawing.slide import Slide, slide
from modelbuilder.drawing.veil import UNVEILED, Veil


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
    """Yield the slide of a model and, when its cards are too small to be read, an overview and its parts instead.

    The overview says how many follow, and each of these which one it is; lines that are drawn on none are listed.
    Where it is enough to arrange the model anew, there is one slide, which says so.
    """
    page, foot = draw(document, model_id), footer(document, model_id)
    whole = slide(page, foot, number, size)
    told = captions(document, model_id) if described else {}
    narration = narrate(document, model_id) if described else ()
    if letters(whole) >= LEGIBLE:
        yield replace(whole, descriptions=told, narration=narration)
        return
    if anew := best(document, model_id, size):
        shown = slide(anew, foot, number, size, "Arranged anew, so that it can be read.")
        yield replace(shown, descriptions=told, narration=narration, anew=True)
        return
    over = folded(document, model_id, size)
    found = portions(document, model_id, size, outside=over is None or bool(over.veil.hidden))
    left = undrawn(page, [*([over] if over else []), *(portion.page for portion in found)])
    remark = overview_words(len(found), further=bool(left))
    lists = (
        [slide(over, foot, number, size, remark)] if over else list(listing(page, found, remark, foot, number, size))
    )
    yielded: list[Slide] = []
    for one in lists:
        yielded.append(replace(one, anew=True, descriptions=told, narration=narration if one is lists[0] else ()))
        yield yielded[-1]
    for index, portion in enumerate(found, start=1):
        remark = f"Part {index} of {len(found)}."
        if portion.cut_above:
            remark += f" {WAY_UP}"
        shown = slide(_titled(portion), foot, number + len(lists) - 1 + index, size, remark)
        yielded.append(replace(shown, level=1, descriptions=told, narration=_said(shown, told)))
        yield yielded[-1]
    yield from line_pages(page, Questions(document, model_id), left, yielded, foot, size)


def _titled(portion: Portion) -> Page:
    """Return the page of a portion under its own title."""
    page = portion.page
    title = ": ".join(words for words in (page.model.title, portion.title) if words)
    return replace(page, model=page.model.model_copy(update={"title": title}))


def _said(shown: Slide, told: Mapping[ThingId, str]) -> tuple[str, ...]:
    """Tell of what a part shows as the whole model has it, from the top down: of the rest it says nothing."""
    things = sorted((one for one in shown.diagram if isinstance(one, Group)), key=lambda one: (one.y, one.x))
    return tuple(told[one.thing_id] for one in things if one.thing_id in told)


def footer(document: Document, *models: ModelId) -> str:
    """Say which document this is and of what date, and that nothing was found in its models when that is so."""
    findings = "" if any(check(document, model_id) for model_id in models) else "no findings"
    words = " · ".join(part for part in (document.title, document.date, findings) if part)
    return words[:1].upper() + words[1:]
