"""Carry: drag cards and boxes about, into boxes and out of them; onto a card to offer a line."""

from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import label_of
from modelbuilder.document.permit import offers
from modelbuilder.document.records import Box, Document
from modelbuilder.drawing.page import Page
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.dropping import Rehoming, box_at, land
from modelbuilder.editor.events import Event
from modelbuilder.editor.gesture import Gesture
from modelbuilder.editor.tools.tool import NOTHING, Overlay
from modelbuilder.layout.rect import Point, Rect, bounds
from modelbuilder.layout.snapping import Ruler, ruler, snap_to


class Carry:
    """Moves what was pressed, or the whole selection when it was part of it."""

    def __init__(self, desk: Desk, event: Event, thing_id: ThingId) -> None:
        self.desk = desk
        self.start = event
        self.overlay: Overlay = NOTHING
        self.page: Page = desk.page()
        self.pressed = thing_id
        self.toggled = event.ctrl
        self.was = desk.view
        self.moving = False
        self.target: ThingId | None = None
        if event.ctrl:
            desk.look(desk.view.choosing(self.was.selection ^ {thing_id}))
        elif thing_id not in self.was.selection:
            desk.select(thing_id)
        self.things = self._outermost(desk.view.selection | {thing_id})
        self._ruler: Ruler | None = None
        self._rehomed: Rehoming | None = None

    def _outermost(self, thing_ids: frozenset[ThingId]) -> tuple[ThingId, ...]:
        """Return the selected things that do not stand in another selected thing."""
        home, free = self.page.home, []
        for thing_id in thing_ids:
            step = home.get(thing_id)
            while step is not None and step not in thing_ids:
                step = home.get(step)
            if step is None and thing_id in self.page.rects:
                free.append(thing_id)
        return tuple(sorted(free))

    def move(self, event: Event) -> None:
        """Follow the pointer once it has left the slack around the press."""
        dx, dy = event.x - self.start.x, event.y - self.start.y
        if not self._look_again():
            self.overlay, self.target = NOTHING, None
            self.desk.session.drop(event.pointer)
            return
        if not self.moving:
            if abs(dx) < self.start.slack and abs(dy) < self.start.slack:
                return
            if any(self.desk.session.holder(one) not in (None, event.pointer) for one in self.things):
                self.desk.say("Somebody else is holding that.")
                return
            self.moving = True
        whole = bounds(self.page.rects[one] for one in self.things)
        assert whole is not None
        snapped = snap_to(whole.moved(dx, dy), self._guides(), 8.0 / event.zoom)
        dx, dy = dx + snapped.dx, dy + snapped.dy
        self.target = self._card_under(event)
        holder = self._holder(event)
        self.overlay = Overlay(guides=snapped.guides, target=self.target or self._shown_holder(holder))
        self.desk.session.hold(event.pointer, self._gesture(dx, dy, holder))

    def _look_again(self) -> bool:
        """Take the page as other hands have left it; False when all that was pressed has gone."""
        page = self.desk.page()
        if page is not self.page:
            self.page = page
            self.things = self._outermost(frozenset(self.things))
        return bool(self.things)

    def _guides(self) -> Ruler:
        if self._ruler is None:
            inside = self.page.inside(self.things)
            home = self.page.home.get(self.things[0])
            near = [one for one in self.page.holders.get(home, ()) if one not in inside][:4000]
            self._ruler = ruler(self.page.rects[one] for one in near)
        return self._ruler

    def _holder(self, event: Event) -> ThingId | None:
        model = self.page.model
        for_school = any(one in model.placements or one in model.groups for one in self.things)
        if all(one in model.stickies for one in self.things):
            return None
        inside = self.page.inside(self.things)
        return box_at(self.page, event.x, event.y, inside, for_school=for_school)

    def _shown_holder(self, holder: ThingId | None) -> ThingId | None:
        return holder if holder != self.page.home.get(self.things[0]) else None

    def _card_under(self, event: Event) -> ThingId | None:
        """Return the post under the pointer when a single post is carried onto it."""
        if len(self.things) != 1 or self.things[0] not in self.page.model.posts:
            return None
        posts = self.page.model.posts
        under = self.page.cards_at(event.x, event.y)
        return next((one for one in under if one in posts and one != self.things[0]), None)

    def _gesture(self, dx: float, dy: float, holder: ThingId | None) -> Gesture:
        wanted = {one: self.page.rects[one].moved(dx, dy) for one in self.things}
        corners = {one: self._stored(one, rect) for one, rect in wanted.items()}
        boxes = land(self.page, corners, holder)
        model_id, things = self.page.model_id, self.things
        if self._rehomed is None or self._rehomed.holder != holder or self._rehomed.things != things:
            leaving = tuple(one for one in things if self.page.home.get(one) != holder)
            self._rehomed = Rehoming(model_id, things, leaving, holder)
        rehomed = self._rehomed

        def edit(document: Document) -> Document:
            return rehomed.put(document, boxes)

        label = (
            label_of(self.desk.document, self.page.model, things[0]) if len(things) == 1 else f"{len(things)} things"
        )
        return Gesture(f"Move {label}".replace("\n", " "), model_id, edit, frozenset(things))

    def _stored(self, thing_id: ThingId, rect: Rect) -> Rect:
        """Return the rectangle from the thing's stored corner: a box may reach left of it."""
        drawn = self.page.rects[thing_id]
        place = self.page.model.places.get(thing_id, Box())
        home = self.page.home.get(thing_id)
        x, y = place.x, place.y
        while home is not None:
            around = self.page.model.places.get(home, Box())
            x, y, home = x + around.x, y + around.y, self.page.home.get(home)
        return rect.moved(x - drawn.x, y - drawn.y)

    def release(self, event: Event) -> None:
        """Drop the things, or offer a line when a post was dropped on a post; a mere press selects."""
        self.overlay = NOTHING
        if not self.moving:
            if not self.toggled:
                self.desk.select(self.pressed)
            return
        if self.target is not None:
            found = offers(self.desk.document, self.desk.model, self.things[0], self.target)
            self.desk.session.drop(event.pointer)
            if found:
                self.desk.offer(found, Point(event.x, event.y))
            else:
                self.desk.say("They are already joined in every way that makes sense.")
            return
        self.desk.session.release(event.pointer)

    def cancel(self) -> None:
        """Put everything back."""
        self.overlay = NOTHING
        self.desk.session.drop(self.start.pointer)
        self.desk.look_back(self.was)
