"""A page: where everything of a model stands and how its lines run, drawn anew only where it changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from modelbuilder.document.ids import ModelId, ThingId
from modelbuilder.document.layered import Layered
from modelbuilder.document.lookup import handle_of, held_by, holder_of, label_of, pinned
from modelbuilder.document.patch import changed_rows
from modelbuilder.document.records import HELD_TABLES, Document, Model
from modelbuilder.drawing.cards import marks_of
from modelbuilder.drawing.connectors import connector_marks
from modelbuilder.drawing.faces import Face, face
from modelbuilder.drawing.folds import folded_face
from modelbuilder.drawing.links import Links, link
from modelbuilder.drawing.marks import Connector, Drawn, Group, Mark
from modelbuilder.drawing.names import Name
from modelbuilder.drawing.naming import names_of, quick_names, spots_of
from modelbuilder.drawing.obstacles import Obstacles
from modelbuilder.drawing.routing import Route, boxes_of, ends_of, obstacles_of, region_of, routes_of
from modelbuilder.drawing.veil import UNVEILED, Veil, seen
from modelbuilder.layout.boxes import Frame, drawn_boxes, moved_boxes
from modelbuilder.layout.rect import Rect, bounds

T = TypeVar("T")


@dataclass(frozen=True)
class Page:
    """One model as it is drawn. `changed` names what differs from the page it was drawn from.

    `source` is the model with all that it has, `model` what of it is seen.
    """

    document: Document
    model_id: ModelId
    source: Model
    model: Model
    links: Links
    holders: Mapping[ThingId | None, list[ThingId]]
    home: Mapping[ThingId, ThingId | None]
    faces: Mapping[ThingId, Face]
    frames: Mapping[ThingId, Frame]
    rects: Mapping[ThingId, Rect]
    routes: Mapping[ThingId, Route]
    names: Mapping[ThingId, Name]
    veil: Veil = UNVEILED
    changed: frozenset[ThingId] = frozenset()
    everything: bool = True
    cache: dict[str, Obstacles[ThingId]] = field(default_factory=dict, compare=False)

    def bounds(self) -> Rect | None:
        """Return the smallest rectangle around all that is drawn, or None for an empty page."""
        runs = (Rect(point.x, point.y, 0, 0) for points in self.routes.values() for point in points)
        words = (name.rect for name in self.names.values() if name.words)
        return bounds([*self.rects.values(), *runs, *words])

    def depth(self, thing_id: ThingId) -> int:
        """Return how many boxes stand around a thing."""
        return sum(1 for _ in self.around(thing_id))

    @property
    def boxes(self) -> list[ThingId]:
        """The schools and groups that are not folded."""
        folds = self.veil.folds
        return [one for one in (*self.model.groups, *self.model.placements) if one not in folds]

    @cached_property
    def pinned(self) -> frozenset[ThingId]:
        """What makes way for nothing."""
        return pinned(self.model)

    def around(self, thing_id: ThingId) -> Iterator[ThingId]:
        """Yield the boxes around a thing, from the inside out."""
        home = self.home
        while (holder := home.get(thing_id)) is not None:
            yield (thing_id := holder)

    def inside(self, thing_ids: Iterable[ThingId]) -> set[ThingId]:
        """Return the things and everything that stands inside them."""
        found: set[ThingId] = set()
        pending = list(thing_ids)
        while pending:
            if (thing_id := pending.pop()) not in found:
                found.add(thing_id)
                pending.extend(self.holders.get(thing_id, ()))
        return found

    def boxes_at(self, x: float, y: float) -> list[ThingId]:
        """Return the boxes at a point, in no order of depth."""
        return boxes_of(self).at(x, y)

    def cards_at(self, x: float, y: float) -> list[ThingId]:
        """Return the cards and notes at a point."""
        kinds = ("card", "folded", "note")
        return [one for one in obstacles_of(self).at(x, y) if self.faces[one].kind in kinds]

    def group(self, thing_id: ThingId) -> Group:
        """Return the marks of a card, box or note."""
        rect = self.rects[thing_id]
        marks = marks_of(self.faces[thing_id], rect.w, rect.h)
        label, name = label_of(self.document, self.model, thing_id), handle_of(self.document, self.model, thing_id)
        return Group(thing_id, label, rect.x, rect.y, marks, self.home.get(thing_id), name)

    def connector(self, line_id: ThingId) -> Connector:
        """Return the marks of a line."""
        line = self.model.lines[line_id]
        label = label_of(self.document, self.model, line_id)
        name = handle_of(self.document, self.model, line_id)
        marks, points = self.line_marks(line_id), self.routes[line_id]
        return Connector(
            line_id,
            label,
            line.source,
            line.target,
            marks,
            line.kind,
            line.primary,
            points,
            ends_of(self, line_id),
            name,
        )

    def line_marks(self, line_id: ThingId) -> tuple[Mark, ...]:
        """Return what a line looks like, its name included."""
        line = self.model.lines[line_id]
        return connector_marks(line.kind, line.primary, self.routes[line_id], self.names.get(line_id))

    def drawn(self) -> Iterator[Drawn]:
        """Yield everything in the order of painting: boxes from the outside in, lines, cards, notes."""
        order = {"group": 0, "school": 1, "card": 3, "folded": 3, "note": 4}
        things = sorted(self.rects, key=lambda one: (order[self.faces[one].kind], self.depth(one)))
        boxes = [one for one in things if self.faces[one].kind in ("group", "school")]
        yield from (self.group(one) for one in boxes)
        yield from (self.connector(line_id) for line_id in self.links.drawn)
        yield from (self.group(one) for one in things[len(boxes) :])


def draw(
    document: Document, model_id: ModelId, before: Page | None = None, *, live: bool = False, veil: Veil | None = None
) -> Page:
    """Draw a model, sharing what did not change with the page drawn before, and unless told otherwise behind its veil.

    While a hand holds something (`live`), only the lines of what moved are routed anew, and straight;
    the page drawn at rest is the same whether it was drawn afresh or from any page at rest.
    """
    source = document.models[model_id]
    veil = veil or (before.veil if before is not None else UNVEILED)
    if before is not None and before.veil == veil and differs_in_places_only(before, document):
        if before.source.places is source.places:
            model = _as_seen(source, before)
            return replace(before, document=document, source=source, model=model, changed=frozenset(), everything=False)
        return _moved(document, source, before, live=live)
    model = seen(source, veil)
    links = link(model)
    holders = held_by(model)
    home = {child: holder for holder, children in holders.items() for child in children}
    faces = _kept_faces(document, source, before) if live and before is not None else {}
    told = links if model is source else link(source)  # a card says the same whatever is folded beside it
    faces = {one: faces[one] if one in faces else _face(document, source, told, one, before) for one in home}
    faces |= {one: folded_face(document, source, one) for one in veil.folds if one in home}
    old_faces, old_frames = (before.faces, before.frames) if before is not None else ({}, {})
    frames = {
        thing_id: old_frames[thing_id] if old_faces.get(thing_id) is one else one.frame()
        for thing_id, one in faces.items()
    }
    rects = drawn_boxes(holders, frames, model.places)
    page = Page(document, model_id, source, model, links, holders, home, faces, frames, rects, {}, {}, veil)
    kept = _kept_routes(page, before) if live and before is not None else {}
    fresh = routes_of(page, [line_id for line_id in links.drawn if line_id not in kept], live=live)
    page = replace(page, routes={**kept, **fresh})
    if live and before is not None:
        settled = {one: name for one, name in before.names.items() if one in kept}
        return replace(page, names=settled | quick_names(page, fresh))
    return replace(page, names=names_of(page, {}, ()))


def _as_seen(source: Model, before: Page) -> Model:
    """Return what is seen of a model that has the same things as the page drawn before."""
    if before.veil == UNVEILED:
        return source
    tables = (*HELD_TABLES, "stickies", "lines")
    return source.model_copy(update={name: getattr(before.model, name) for name in tables})


def _face(document: Document, model: Model, links: Links, thing_id: ThingId, before: Page | None) -> Face:
    """Return the face of a thing: the very one shown before when it is the same."""
    new = face(document, model, links, thing_id)
    old = before.faces.get(thing_id) if before is not None else None
    return old if old is not None and old == new else new


def _kept_faces(document: Document, model: Model, before: Page) -> dict[ThingId, Face]:
    """Return the faces that cannot differ while a hand changes other things, boxes or lines."""
    if before.document.people is not document.people or before.document.schools is not document.schools:
        return {}
    touched: set[ThingId] = set()
    for name in (*HELD_TABLES, "stickies"):
        old, new = getattr(before.source, name), getattr(model, name)
        touched.update(changed_rows(old, new))
        touched.update(one for one in old if one not in new)
    touched |= {box for one in touched for box in (before.home.get(one), holder_of(model, one)) if box is not None}
    near = set(touched)
    old_lines = before.source.lines
    for line_id, line in model.lines.items():
        if line.source in touched or line.target in touched or old_lines.get(line_id) is not line:
            near.update((line.source, line.target))
    gone = (old_lines[one] for one in old_lines.keys() - model.lines.keys())
    near.update(end for line in gone for end in (line.source, line.target))
    near |= {post for person, post in before.links.anchors.items() if person in near}
    return {one: kept for one, kept in before.faces.items() if one not in near}


def _kept_routes(page: Page, before: Page) -> dict[ThingId, Route]:
    """Return the routes of lines that neither changed nor moved while a hand changes others."""
    kept: dict[ThingId, Route] = {}
    for line_id in page.links.drawn:
        if line_id in before.routes and before.model.lines[line_id] is page.model.lines[line_id]:
            ends = ends_of(page, line_id)
            if ends == ends_of(before, line_id) and all(page.rects[end] == before.rects.get(end) for end in ends):
                kept[line_id] = before.routes[line_id]
    return kept


def differs_in_places_only(before: Page, document: Document) -> bool:
    """Tell whether a document has the same things as a page that was drawn: they can only have moved."""
    old, model = before.source, document.models[before.model_id]
    tables = ("groups", "placements", "posts", "figures", "bodies", "lines", "stickies")
    same_cast = before.document.people is document.people and before.document.schools is document.schools
    return same_cast and all(getattr(old, name) is getattr(model, name) for name in tables)


def _moved(document: Document, source: Model, before: Page, *, live: bool) -> Page:
    """Draw a page on which only places changed."""
    model = _as_seen(source, before)
    moved = changed_rows(before.source.places, source.places)
    fresh = moved_boxes(moved, before.home, before.holders, before.frames, model.places, before.rects)
    changed = {thing_id for thing_id, rect in fresh.items() if before.rects[thing_id] != rect}
    rects = _laid_over(before.rects, fresh, live=live)
    page = replace(before, document=document, source=source, model=model, rects=rects, cache={}, everything=False)
    lines = _lines_around(page, before, changed, live=live)
    fresh_routes = routes_of(page, lines, live=live)
    runs = {line_id for line_id, points in fresh_routes.items() if before.routes.get(line_id) != points}
    page = replace(page, routes=_laid_over(before.routes, fresh_routes, live=live))
    names: Mapping[ThingId, Name]
    if live:
        fresh_names = quick_names(page, fresh_routes)
        names = _laid_over(before.names, fresh_names, live=True)
    else:
        spots = [rects[one] for rects in (before.rects, page.rects) for one in changed]
        spots += [spot for routes in (before.routes, page.routes) for one in runs for spot in spots_of(routes[one])]
        names = fresh_names = names_of(page, before.names, spots)
    renamed = {one for one, name in fresh_names.items() if before.names.get(one) != name}
    return replace(page, names=names, changed=frozenset(changed | runs | renamed))


def _laid_over(before: Mapping[ThingId, T], fresh: dict[ThingId, T], *, live: bool) -> Mapping[ThingId, T]:
    """Return both as one table; while a hand is at work the large one is not copied."""
    return Layered(before, fresh) if live and fresh.keys() <= before.keys() else {**before, **fresh}


def _lines_around(page: Page, before: Page, changed: Iterable[ThingId], *, live: bool) -> list[ThingId]:
    """List the lines whose run may differ: those of what moved and of its neighbours, and those near."""
    at, ends = page.links.at, page.links.anchors
    changed = set(changed)
    found: dict[ThingId, None] = {}
    for thing_id in changed:
        for line_id in at.get(thing_id, ()):
            found[line_id] = None
    if live:
        return list(found)
    for line_id in list(found):
        line = page.model.lines[line_id]
        for end in (line.source, line.target):
            found.update(dict.fromkeys(at.get(ends.get(end, end), ())))
    spots = [before.rects[one] for one in changed] + [page.rects[one] for one in changed]
    for line_id in page.links.drawn:
        if line_id not in found:
            region = region_of(page, line_id)
            if any(region.meets(spot) for spot in spots):
                found[line_id] = None
    return list(found)
