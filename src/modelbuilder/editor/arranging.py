"""What somebody wants of every arrangement: what is pinned, how those below a leader stand, and who stands beside."""

from collections.abc import Collection
from typing import Any

from modelbuilder.document import edits
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Box, Document
from modelbuilder.drawing.arrangement import tidy
from modelbuilder.drawing.slide_fit import fit_to_slide
from modelbuilder.editor.aligning import outermost
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.verbs import named


def arrange_for_slide(desk: Desk) -> None:
    """Arrange the page so that it can be shown as large as possible, as one step."""
    model_id = desk.model_id
    desk.session.do("Arrange for a slide", model_id, lambda document: fit_to_slide(document, model_id))


def pin(desk: Desk) -> None:
    """Pin what is selected, so that no arrangement moves it; or let it go when all of it is pinned."""
    chosen = outermost(desk.page(), desk.view.selection)
    places = desk.model.places
    held = all(places.get(one, Box()).pinned for one in chosen)
    _wish(desk, named(desk, "Unpin" if held else "Pin"), chosen, pinned=not held)


def leads_somebody(desk: Desk) -> bool:
    """Tell whether one thing is selected below or in which others stand."""
    model, chosen = desk.model, desk.view.selection
    if len(chosen) != 1:
        return False
    one = next(iter(chosen))
    reports = any(line.kind == "accountable_to" and line.target == one for line in model.lines.values())
    return reports or one in model.groups or one in model.placements


def branch(desk: Desk, way: str) -> None:
    """Let those below the selected leader stand in a way of their own, or as it fits; all is arranged anew."""
    _wish(desk, named(desk, "Arrange those below"), desk.view.selection, tidied=True, branch=way)


def can_stand_beside(desk: Desk) -> bool:
    """Tell whether what is selected answers to somebody and nobody answers to it."""
    model, chosen = desk.model, desk.view.selection
    lines = [line for line in model.lines.values() if line.kind == "accountable_to"]
    lower, upper = {line.source for line in lines}, {line.target for line in lines}
    return bool(chosen) and chosen <= lower and chosen.isdisjoint(upper)


def beside(desk: Desk) -> None:
    """Let what is selected stand beside whom it answers to, as assistants do, or below again."""
    chosen, places = desk.view.selection, desk.model.places
    now = all(places.get(one, Box()).beside for one in chosen)
    _wish(desk, named(desk, "Stand below" if now else "Stand beside"), chosen, tidied=True, beside=not now)


def _wish(desk: Desk, label: str, things: Collection[ThingId], *, tidied: bool = False, **wishes: Any) -> None:
    model_id = desk.model_id

    def edit(document: Document) -> Document:
        places = document.models[model_id].places
        boxes = {one: places.get(one, Box()).model_copy(update=wishes) for one in things}
        document = edits.move(document, model_id, boxes)
        return tidy(document, model_id) if tidied else document

    desk.session.do(label, model_id, edit)
