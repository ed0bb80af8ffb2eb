"""A ghost: what an edit would add, change and take away, before anybody has done it."""

from collections.abc import Iterator
from dataclasses import dataclass

from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Document
from modelbuilder.drawing import style
from modelbuilder.drawing.marks import Box, Connector, Drawn, Group
from modelbuilder.drawing.page import Page, draw
from modelbuilder.layout.rect import Rect, bounds

_RADII = {
    "card": style.CARD_RADIUS,
    "school": style.SCHOOL_RADIUS,
    "group": style.GROUP_RADIUS,
    "folded": style.SCHOOL_RADIUS,
    "note": 4.0,
}


@dataclass(frozen=True)
class Ghost:
    """The page as it would be, beside the page as it is.

    `come` names what is added or looks otherwise, `go` what is taken away, `give_way` what is only moved aside.
    """

    rest: Page
    page: Page
    come: frozenset[ThingId]
    go: frozenset[ThingId]
    give_way: frozenset[ThingId]

    def __bool__(self) -> bool:
        """Tell whether anything that is drawn would differ."""
        return bool(self.come or self.go)

    @property
    def replaced(self) -> frozenset[ThingId]:
        """What stands on the page now and would go, or look otherwise."""
        return self.go | frozenset(one for one in self.come if one in self.rest.rects or one in self.rest.routes)

    def drawn(self) -> Iterator[Drawn]:
        """Yield what would be added or look otherwise; a box without its ground, so that its contents show."""
        for drawn in self.page.drawn():
            if isinstance(drawn, Connector):
                if drawn.line_id in self.come:
                    yield drawn
            elif drawn.thing_id in self.come:
                yield _hollow(drawn) if drawn.thing_id in self.page.boxes else drawn

    def outlines(self) -> Iterator[tuple[Rect, float]]:
        """Yield the outline of everything that would be added, look otherwise or stand elsewhere, with its radius."""
        for thing_id in self.come | self.give_way:
            if thing_id in self.page.rects:
                yield self.page.rects[thing_id], _RADII[self.page.faces[thing_id].kind]

    def bounds(self) -> Rect | None:
        """Return the smallest rectangle around what differs, without what only gives way."""
        found = [self.page.rects[one] for one in self.come if one in self.page.rects]
        found += [self.rest.rects[one] for one in self.go if one in self.rest.rects]
        for page, ids in ((self.page, self.come), (self.rest, self.go)):
            points = (point for one in ids for point in page.routes.get(one, ()))
            found += [Rect(point.x, point.y, 0, 0) for point in points]
        return bounds(found)


def ghost(rest: Page, after: Document) -> Ghost:
    """Return what differs between a page at rest and the same model as an edit would leave it."""
    page = draw(after, rest.model_id, rest, live=True)
    come = {one for one in page.rects if one not in rest.rects or _differs(rest, page, one)}
    come |= {one for one in page.routes if one not in rest.routes or _runs_otherwise(rest, page, one)}
    go = {one for one in rest.rects if one not in page.rects} | {one for one in rest.routes if one not in page.routes}
    give_way = {one for one, rect in page.rects.items() if one not in come and rest.rects[one] != rect}
    give_way = {one for one in give_way if not _goes_along(rest, page, one)}
    return Ghost(rest, page, frozenset(come), frozenset(go), frozenset(give_way))


def _differs(rest: Page, page: Page, thing_id: ThingId) -> bool:
    if rest.faces[thing_id] != page.faces[thing_id] or rest.home.get(thing_id) != page.home.get(thing_id):
        return True
    return rest.model.places.get(thing_id) != page.model.places.get(thing_id)


def _goes_along(rest: Page, page: Page, thing_id: ThingId) -> bool:
    """Tell whether a thing moves only because its box does."""
    box = page.home.get(thing_id)
    if box is None or box not in rest.rects:
        return False
    (old, new), (old_box, new_box) = ((rest.rects[one], page.rects[one]) for one in (thing_id, box))
    return new == old.moved(new_box.x - old_box.x, new_box.y - old_box.y)


def _runs_otherwise(rest: Page, page: Page, line_id: ThingId) -> bool:
    old, new = rest.model.lines[line_id], page.model.lines[line_id]
    return (old.kind, old.primary, old.source, old.target) != (new.kind, new.primary, new.source, new.target)


def _hollow(group: Group) -> Group:
    return group._replace(marks=tuple(mark for mark in group.marks if not isinstance(mark, Box)))
