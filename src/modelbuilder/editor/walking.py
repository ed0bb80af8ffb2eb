"""Walking a page by keyboard: up to whom a thing answers, down to who answers to it, sideways to its peers."""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import label_of, person_name
from modelbuilder.document.records import Line
from modelbuilder.drawing.page import Page
from modelbuilder.vocabulary.lines import LINES


class Way(Enum):
    """Where an arrow key leads."""

    UP = "up"
    DOWN = "down"
    BACK = "back"
    ON = "on"


class Step(NamedTuple):
    """Where a step leads, or words on why it leads nowhere."""

    to: ThingId | None
    words: str = ""


_RISING = ("accountable_to",)
"""Lines whose target stands above their source."""
_FALLING = ("governs", "holds_to_account", "delegates_to", "coordinates")
"""Lines whose source stands above their target."""


def step(page: Page, here: ThingId, way: Way, kept: dict[ThingId, ThingId] | None = None) -> Step:
    """Return where an arrow leads from a thing or line; `kept` says from whom each thing was reached last."""
    line = page.model.lines.get(here)
    if line is not None:
        return _along(page, line, way)
    if here not in page.rects:
        return Step(None, "It is not shown.")
    if way is Way.UP:
        return _up(page, here)
    if way is Way.DOWN:
        return _down(page, here, kept or {})
    return _aside(page, here, 1 if way is Way.ON else -1)


def first(page: Page, x: float, y: float) -> ThingId | None:
    """Return the card nearest to a point, where a walk begins, or without cards any thing."""
    cards = [one for one in page.rects if page.faces[one].kind == "card"] or list(page.rects)
    return min(cards, key=lambda one: (page.rects[one].cx - x) ** 2 + (page.rects[one].cy - y) ** 2, default=None)


def round_trip(page: Page) -> list[ThingId]:
    """List everything on a page in reading order: row by row, what stands in a box after the box."""
    return sorted(page.rects, key=lambda one: (round(page.rects[one].y / 40), page.rects[one].x, page.depth(one)))


def lines_at(page: Page, here: ThingId) -> list[ThingId]:
    """List the lines of a thing, upward ones first; those that its card says in words come last."""
    rising = {line_id for line_id, _, upper in _pairs(page) if upper != here}
    drawn = sorted(page.links.at.get(here, ()), key=lambda one: one not in rising)
    return list(dict.fromkeys((*drawn, *page.links.said.get(here, ()))))


def above(page: Page, here: ThingId) -> list[ThingId]:
    """List what a thing answers to, the primary line first."""
    return [upper for _, lower, upper in _ranked(page) if lower == here]


def below(page: Page, here: ThingId) -> list[ThingId]:
    """List what answers to a thing, from left to right."""
    return _across(page, {lower for _, lower, upper in _pairs(page) if upper == here})


def peers(page: Page, here: ThingId) -> list[ThingId]:
    """List a thing and those beside it: who answers to the same, or helps it, or else stands in the same box."""
    uppers = above(page, here)
    if uppers and len(found := below(page, uppers[0])) > 1:
        return found
    mutual = {end for line in page.model.lines.values() if LINES[line.kind].mutual for end in _others(page, line, here)}
    if mutual:
        return _across(page, {here, *mutual})
    box = page.faces[here].kind in ("school", "group")
    inside, ranked = page.holders.get(page.home.get(here), ()), {*uppers, *below(page, here)}
    alike = [one for one in inside if (page.faces[one].kind in ("school", "group")) == box and one not in ranked]
    return _across(page, alike)


def called(page: Page, thing_id: ThingId) -> str:
    """Name a thing in few words: the person who holds a post, or else its label."""
    post = page.model.posts.get(thing_id)
    name = person_name(page.document, post) if post else ""
    return name or label_of(page.document, page.model, thing_id).replace("\n", " ")


def _up(page: Page, here: ThingId) -> Step:
    to = next(iter(above(page, here)), None) or page.home.get(here)
    return Step(to, "" if to is not None else f"{called(page, here)} answers to nobody here.")


def _down(page: Page, here: ThingId, kept: dict[ThingId, ThingId]) -> Step:
    inside = _across(page, page.holders.get(here, ()))
    found = [*inside, *below(page, here)]
    if found:
        return Step(kept[here] if kept.get(here) in found else found[0])
    box = page.faces[here].kind in ("school", "group")
    return Step(None, f"Nothing stands in {called(page, here)}." if box else f"Nobody answers to {called(page, here)}.")


def _aside(page: Page, here: ThingId, by: int) -> Step:
    row = peers(page, here)
    at = row.index(here) + by
    if 0 <= at < len(row):
        return Step(row[at])
    if len(row) == 1:
        return Step(None, f"Nobody stands beside {called(page, here)}.")
    return Step(None, f"{called(page, here)} is the {'last' if by > 0 else 'first'} of {len(row)}.")


def _along(page: Page, line: Line, way: Way) -> Step:
    """Return the end of a line: its upper one on the way up, and to the left where it comes from."""
    source, target = (page.links.anchors.get(end, end) for end in (line.source, line.target))
    upper, lower = (source, target) if line.kind in _FALLING else (target, source)
    return Step({Way.UP: upper, Way.DOWN: lower, Way.BACK: source, Way.ON: target}[way])


def _pairs(page: Page) -> Iterator[tuple[ThingId, ThingId, ThingId]]:
    """Yield each line of command with its lower and its upper end, as far as both are shown."""
    anchors, rects = page.links.anchors, page.rects
    for line_id, line in page.model.lines.items():
        source, target = anchors.get(line.source, line.source), anchors.get(line.target, line.target)
        if source == target or source not in rects or target not in rects:
            continue
        if line.kind in _RISING:
            yield line_id, source, target
        elif line.kind in _FALLING:
            yield line_id, target, source


def _ranked(page: Page) -> list[tuple[ThingId, ThingId, ThingId]]:
    kinds = (*_RISING, *_FALLING)
    lines = page.model.lines
    return sorted(_pairs(page), key=lambda row: (not lines[row[0]].primary, kinds.index(lines[row[0]].kind)))


def _others(page: Page, line: Line, here: ThingId) -> list[ThingId]:
    ends = [page.links.anchors.get(end, end) for end in (line.source, line.target)]
    return [end for end in ends if end != here and end in page.rects] if here in ends else []


def _across(page: Page, thing_ids: Iterable[ThingId]) -> list[ThingId]:
    return sorted(thing_ids, key=lambda one: (page.rects[one].x, page.rects[one].y))
