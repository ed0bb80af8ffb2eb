"""Fitting in what an edit added or put into another box without a hand: it gets a place, and others make way."""

from modelbuilder.document import edits
from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import held_by
from modelbuilder.document.records import Box, Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.page import Page, draw
from modelbuilder.editor.dropping import neighbours, shifted
from modelbuilder.layout.room import make_room


def fit_in(page: Page, after: Document) -> Document:
    """Return what an edit made of a page's document, with a place for all that it added, under what stands there."""
    if after is page.document:
        return after
    document = place_all(_uprooted(page, after))
    model_id = page.model_id
    fitted = draw(document, model_id, page, live=True)
    for holder in _inside_out(fitted):
        boxes = _shifted(page, fitted, holder)
        if boxes:
            document = edits.move(document, model_id, boxes)
            fitted = draw(document, model_id, fitted, live=True)
    return document


def _uprooted(page: Page, after: Document) -> Document:
    """Forget the places of things that stand in another box now: they were counted from the old one."""
    model = after.models[page.model_id]
    home = {child: holder for holder, children in held_by(model).items() for child in children}
    moved = {one for one, holder in home.items() if one in page.home and page.home[one] != holder}
    if not moved & model.places.keys():
        return after
    places = {one: box for one, box in model.places.items() if one not in moved}
    return edits.put_model(after, page.model_id, places=places)


def _inside_out(page: Page) -> list[ThingId | None]:
    return [*sorted((one for one in page.holders if one is not None), key=page.depth, reverse=True), None]


def _shifted(before: Page, page: Page, holder: ThingId | None) -> dict[ThingId, Box]:
    """Return the places of what makes way in one box for things that are new there or larger than before."""
    near = page.holders.get(holder, [])
    grown = {
        one for one in near if one not in before.rects or before.home.get(one) != holder or _grew(before, page, one)
    }
    if not grown:
        return {}
    fixed = grown | page.pinned.intersection(near)
    near, boxes = neighbours(near, holder, page.frames, fixed)
    return shifted(page.model.places, make_room({one: page.rects[one] for one in near}, fixed, boxes))


def _grew(before: Page, page: Page, thing_id: ThingId) -> bool:
    old, new = before.rects[thing_id], page.rects[thing_id]
    return (old.w, old.h) != (new.w, new.h)
