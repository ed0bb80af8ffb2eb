"""Where things are on the screen that a hand would press, asked of the window itself as eyes would look for them."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from modelbuilder.document.ids import ThingId
from modelbuilder.document.lookup import label_of, person_name
from modelbuilder.editor.events import MOUSE
from modelbuilder.layout.rect import Point, Rect
from modelbuilder.windows.theme import room
from modelbuilder.windows.work import Work

Spot = tuple[int, int]


class Spots:
    """Finds what has a name, on the screen; None where it cannot be seen now."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def find(self, kind: str, *words: str) -> Spot | None:
        """Return the middle of what is looked for."""
        finder: Callable[..., Spot | None] = getattr(self, kind)
        return finder(*words)

    # In the palette

    def tile(self, key: str) -> Spot | None:
        """A tile that can be seen whole."""
        tiles = self.work.palette_panel.tiles
        rect = tiles.rect_of(key)
        whole = rect is not None and rect.top() >= 0 and rect.bottom() <= tiles.height()
        return _on_screen(tiles, rect.center()) if rect is not None and whole else None

    def tiles(self, share: str) -> Spot:
        """A point at a share of the height of the tiles."""
        tiles = self.work.palette_panel.tiles
        return _on_screen(tiles, QPointF(tiles.width() / 2, tiles.height() * float(share)))

    # On the page

    def named(self, name: str) -> ThingId | None:
        """Return what is called so, or the newest unnamed thing of a role."""
        document, model = self.work.desk.document, self.work.desk.model
        found = None
        for one in (*model.posts, *model.bodies, *model.placements, *model.groups):
            post = model.posts.get(one)
            called = (person_name(document, post) if post else "") or label_of(document, model, one)
            if called.replace("\n", " ") == name:
                found = one
        return found

    def thing(self, name: str) -> Spot | None:
        """A point of a card or box at which a press takes it."""
        one = self.named(name)
        rect = self.work.desk.page().rects.get(one) if one is not None else None
        return self._first(rect, lambda part, hit: part == "thing" and hit == one) if rect is not None else None

    def free(self, holder: str = "") -> Spot | None:
        """A free point of the page, or of a box."""
        page = self.work.desk.page()
        if not holder:
            canvas = self.work.canvas
            view = canvas.viewport().rect().adjusted(60, 60, -60, -60)
            seen = canvas.mapToScene(view).boundingRect()
            where = Rect(seen.x(), seen.y(), seen.width(), seen.height())
            apart = [rect.grown(40) for rect in page.rects.values()]
            return self._first(where, lambda part, _: part == "empty", apart)
        one = self.named(holder)
        inside = [page.rects[other].grown(6) for other in page.rects if other != one and page.home.get(other) == one]
        rect = page.rects[one]  # type: ignore[index]
        return self._first(rect.grown(-8), lambda part, hit: part == "thing" and hit == one, inside)

    def line(self, kind: str, source: str, target: str) -> Spot | None:
        """The middle of the page where a line is drawn; some come with the card that they belong to."""
        model, ends = self.work.desk.model, (self.named(source), self.named(target))
        drawn = any((line.kind, line.source, line.target) == (kind, *ends) for line in model.lines.values())
        return _on_screen(self.work.canvas, QPointF(self.work.canvas.rect().center())) if drawn else None

    def button(self, words: str) -> Spot | None:
        """A button of what is selected."""
        shown = next((one for one in self.work.canvas._overlay._adornments if one.words == words), None)
        return self._seen(Point(shown.rect.cx, shown.rect.cy)) if shown is not None else None

    def _first(self, where: Rect, fits: Callable[[str, ThingId | None], bool], apart: list[Rect] = []) -> Spot | None:  # noqa: B006
        for point in _grid(where):
            if any(rect.holds(point.x, point.y) for rect in apart):
                continue
            spot = self._seen(point)
            if spot is None:
                continue
            at_v = self.work.canvas.spot_v(point)
            event = self.work.canvas.event_at(MOUSE, at_v, Qt.KeyboardModifier.NoModifier, touch=True)
            hit = self.work.hands.hit(event)
            if fits(hit.part, hit.thing_id):
                return spot
        return None

    def _seen(self, point: Point) -> Spot | None:
        """Return where a point of the page is on the screen, unless something lies over it."""
        canvas = self.work.canvas
        at_v = canvas.spot_v(point).toPoint()
        over = canvas.childAt(canvas.viewport().mapTo(canvas, at_v))
        return _on_screen(canvas.viewport(), QPointF(at_v)) if over is canvas.viewport() else None

    # What is open over it

    def picker(self, words: str) -> Spot | None:
        """A name, a key or a button of the panel of names."""
        panel = self.work.picking.picker
        rect = panel.rect_of(words) if panel.isVisible() else None
        return _on_screen(panel, rect.center()) if rect is not None else None

    def offer(self, kind: str, source: str, target: str) -> Spot | None:
        """The row of a line between two things."""
        panel = self.work.picking.offers
        ends = (self.named(source), self.named(target))
        rows = panel._rows()[panel._scroll : panel._scroll + panel._seen]
        for at, offer in enumerate(rows):
            wanted = kind == "more" if offer is None else offer.kind.key == kind
            if wanted and (offer is None or (offer.line.source, offer.line.target) == ends):
                return self._offer_row(at)
        return None

    def offers(self, row: str) -> Spot | None:
        """A row of the panel of lines, counted from what is shown; from the last one with a minus."""
        panel = self.work.picking.offers
        return self._offer_row(int(row) % panel._seen) if panel.isVisible() else None

    def _offer_row(self, at: int) -> Spot:
        panel = self.work.picking.offers
        return _on_screen(panel, QPointF(panel.width() / 2, room(46) + room(52) * (at + 0.5)))

    def menu(self, words: str) -> Spot | None:
        """A row of a menu that is open."""
        for menu in QApplication.topLevelWidgets():
            if isinstance(menu, QMenu) and menu.isVisible():
                for action in menu.actions():
                    if action.text() == words:
                        return _on_screen(menu, QPointF(menu.actionGeometry(action).center()))
        return None

    def push(self, words: str) -> Spot | None:
        """A button of the window, by its words or by what screen readers call it."""
        for button in self.work.window().findChildren(QPushButton):
            if button.isVisible() and words in (button.text(), button.accessibleName()):
                return _on_screen(button, QPointF(button.rect().center()))
        return None


def _grid(where: Rect) -> Iterator[Point]:
    """Yield points of a rectangle, from its middle outwards."""
    shares = [(at + 0.5) / 24 for at in range(24)]
    points = [Point(where.x + where.w * x, where.y + where.h * y) for x in shares for y in shares]
    return iter(sorted(points, key=lambda point: (point.x - where.cx) ** 2 + (point.y - where.cy) ** 2))


def _on_screen(widget: QWidget, at: QPointF) -> Spot:
    spot: QPoint = widget.mapToGlobal(at.toPoint())
    assert QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size()).contains(spot)
    return spot.x(), spot.y()
