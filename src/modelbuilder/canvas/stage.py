"""The stage: shows the trial page, item by item or from far away, at any zoom."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPixmapCache,
)
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from modelbuilder.canvas.badges import Badge
from modelbuilder.canvas.dots import DotsItem
from modelbuilder.canvas.far import FarPage, is_far
from modelbuilder.canvas.ink import InkLayer
from modelbuilder.canvas.items import LineItem, ThingItem
from modelbuilder.canvas.overlay import OverlayItem
from modelbuilder.canvas.scope import Scope
from modelbuilder.canvas.tags import TagsItem
from modelbuilder.document.ids import ThingId
from modelbuilder.document.layered import plain
from modelbuilder.document.records import Document
from modelbuilder.drawing import style
from modelbuilder.drawing.cards import marks_of
from modelbuilder.drawing.page import Page, draw
from modelbuilder.editor.adornments import FINGER
from modelbuilder.editor.desk import Desk
from modelbuilder.editor.emphasis import PLAIN, Emphasis
from modelbuilder.editor.hands import Hands
from modelbuilder.layout.text import Weight
from modelbuilder.render.qt import colour, font

if TYPE_CHECKING:
    from modelbuilder.canvas.ghosts import GhostItem
    from modelbuilder.drawing.ghost import Ghost

_FADED = 0.22
_SOON = 400
"""Milliseconds after which a page that is new is made ready to be seen from far away."""
_CARDS_KEPT = 128 * 1024
"""Kilobytes of painted cards that Qt keeps; its own 10 MB are less than one screen of them."""


class Stage(Scope):
    """A view of one model. What hands do to it, the canvas adds.

    What is `spared` is left as it is while something else is lit.
    """

    def __init__(self, desk: Desk, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.hands = hands
        self.page: Page | None = None
        self._rest: Page | None = None
        self.hint = ""
        self._gathering = False
        self._things: dict[ThingId, ThingItem] = {}
        self._lines: dict[ThingId, LineItem] = {}
        self._far = FarPage()
        self._far_soon = QTimer(self, singleShot=True, interval=_SOON)
        self._far_soon.timeout.connect(self._make_far_ready)
        self._tags = TagsItem()
        self._overlay = OverlayItem(self._tags)
        self._emphasis = PLAIN
        self._ghost: GhostItem | None = None
        self._badges: Mapping[ThingId, Badge] = {}
        self._faded: frozenset[ThingId] = frozenset()
        self._lifted: set[ThingId] = set()
        self.spared: frozenset[ThingId] = frozenset()
        scene = QGraphicsScene(self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        self._ink = InkLayer(scene)
        self._dots = DotsItem()
        scene.addItem(self._dots)
        scene.addItem(self._tags)
        scene.addItem(self._overlay)
        self.setScene(scene)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState, True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        QPixmapCache.setCacheLimit(_CARDS_KEPT)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Model")
        scene.setSceneRect(-20_000, -20_000, 60_000, 60_000)

    # What is shown

    def refresh(self) -> None:
        """Show the trial document: what the hands would leave now."""
        self.show_page(self.desk.trial_page())

    @contextmanager
    def together(self) -> Iterator[None]:
        """Show once, at the end, all that hands do meanwhile."""
        self._gathering = True
        try:
            with self.desk.session.together():
                yield
        finally:
            self._gathering = False
            self.refresh()

    def show_document(self, document: Document) -> None:
        """Show another state of the same model for a moment, as while something glides to its place."""
        self.show_page(draw(document, self.desk.model_id, self.desk.page(), live=True))

    def show_page(self, page: Page) -> None:
        """Bring the items in line with a page, touching only those that differ."""
        before, self.page = self.page, page
        if page is not before:
            if before is not None and self._has_same_things(page, before):
                changed = self._changed(page, before)
                self._show(page, changed)
                self._update_far(page, changed)
            else:
                self._rebuild(page, before)
            self._dots.show_votes(page)
            if self._ink.show_ink(page.source.strokes) and is_far(self.zoom, page):
                self.viewport().update()
        self.refresh_overlay()

    @staticmethod
    def _has_same_things(page: Page, before: Page) -> bool:
        return before.links is page.links and before.faces is page.faces and before.model_id == page.model_id

    def _changed(self, page: Page, before: Page) -> frozenset[ThingId]:
        """Return what may look otherwise than before: all that differs once a hand has let go while others hold on."""
        rest, self._rest = self._rest, self.desk.page()
        if page.everything:
            return self._all(page)
        return before.changed | page.changed if rest is self._rest else self._differing(page, before)

    @staticmethod
    def _all(page: Page) -> frozenset[ThingId]:
        return frozenset(page.rects) | frozenset(page.routes)

    @staticmethod
    def _differing(page: Page, before: Page) -> frozenset[ThingId]:
        """Return what looks otherwise than on the page before, or was not there."""
        rects, routes, names = plain(before.rects), plain(before.routes), plain(before.names)
        faces, lines, new_names = before.faces, before.model.lines, plain(page.names)
        things = (
            one
            for one, rect in plain(page.rects).items()
            if rects.get(one) != rect or faces[one] is not page.faces[one]
        )
        runs = (
            one
            for one, route in plain(page.routes).items()
            if routes.get(one) != route
            or lines.get(one) is not page.model.lines[one]
            or names.get(one) != new_names.get(one)
        )
        return frozenset((*things, *runs))

    def _rebuild(self, page: Page, before: Page | None) -> None:
        """Show a page with other things on it; of the same model, only what differs is shown anew."""
        same_model = before is not None and before.model_id == page.model_id
        scene = self.scene()
        for gone in self._things.keys() - page.rects.keys():
            scene.removeItem(self._things.pop(gone))
        for gone in self._lines.keys() - page.routes.keys():
            scene.removeItem(self._lines.pop(gone))
        fresh = (page.rects.keys() - self._things.keys()) | (page.routes.keys() - self._lines.keys())
        for thing_id in page.rects.keys() - self._things.keys():
            self._things[thing_id] = item = ThingItem(thing_id)
            scene.addItem(item)
        for line_id in page.routes.keys() - self._lines.keys():
            self._lines[line_id] = line = LineItem(line_id)
            scene.addItem(line)
        self._show(page, self._differing(page, before) if same_model and before is not None else self._all(page))
        self._far.rebuild(page)
        self._far_soon.start()
        self._faded = (self._faded & self._all(page)) - fresh
        self.set_badges(self._badges)
        self._tint()
        self._fade()
        if not self.desk.session.live:
            self._widen()
        was_empty = before is None or not before.rects
        if not same_model or was_empty or not page.rects or is_far(self.zoom, self.page):
            self.viewport().update()

    def _show(self, page: Page, changed: frozenset[ThingId]) -> None:
        for one in changed:
            if (item := self._things.get(one)) is not None:
                face, rect = page.faces[one], page.rects[one]
                item.show_at(face, rect, marks_of(face, rect.w, rect.h), page.depth(one) if face.kind == "group" else 0)
            elif (line_item := self._lines.get(one)) is not None:
                line_item.show_along(page.routes[one], page.line_marks(one), page.names.get(one))
        held = self.desk.session.held()
        for thing_id in self._lifted ^ held:
            if (item := self._things.get(thing_id)) is not None:
                item.lift(thing_id in held)
        self._lifted = set(held)

    def _update_far(self, page: Page, changed: frozenset[ThingId]) -> None:
        if page.everything:
            self._far.rebuild(page)
            self._far_soon.start()
            return
        self._far.update(page, changed)
        if is_far(self.zoom, self.page):
            self.viewport().update()

    def _make_far_ready(self) -> None:
        """Get ready to be seen from far away, while no hand is at work: not in the middle of the next pinch."""
        if self.hands.busy:
            self._far_soon.start()
        else:
            self._far.make_ready()

    def _widen(self) -> None:
        whole = self.page.bounds() if self.page else None
        if whole is not None:
            room = QRectF(*whole).adjusted(-20_000, -20_000, 20_000, 20_000)
            if not self.sceneRect().contains(QRectF(*whole)):
                self.scene().setSceneRect(room)

    def refresh_overlay(self) -> None:
        """Show selection, guides and buttons as they are now."""
        if self.page is None or self._gathering:
            return
        before = self.desk.visible
        self.desk.visible = visible = self.shown()
        if before is None or visible.whole != before.whole:
            self.sighted.emit()
        at_rest, overlays = not self.hands.busy, self.hands.overlays()
        self._overlay.show_over(
            self.page,
            self.desk.view,
            self.zoom,
            overlays,
            visible,
            self._badges,
            at_rest=not self.hands.work_on_selection,
            halos=self.hands.halos(),
            finger=self.desk.finger,
        )
        self._tags.show_over(self.page, self._emphasis, self.zoom, visible.whole, at_rest=at_rest)
        self._fade()

    def _fade(self) -> None:
        """Fade what cannot be joined, or what is not on the chain that is lit."""
        joining = frozenset().union(*(overlay.dimmed for overlay in self.hands.overlays()))
        dimmed = joining | self._emphasis.faded if joining else self._emphasis.faded
        lit = self.desk.view.lit
        if lit and self.page is not None:
            around = {box for one in lit for box in self._around(one)}
            dimmed = self._all(self.page) - lit - around - self.spared
        if self.ghost is not None:
            dimmed |= self.ghost.replaced
        if dimmed is self._faded or dimmed == self._faded:
            return
        for one in dimmed ^ self._faded:
            item = self._things.get(one) or self._lines.get(one)
            if item is not None:
                item.setOpacity(_FADED if one in dimmed else 1.0)
        self._faded = dimmed

    def _around(self, thing_id: ThingId) -> list[ThingId]:
        found, home = [], self.page.home if self.page else {}
        while (holder := home.get(thing_id)) is not None:
            found.append(holder)
            thing_id = holder
        return found

    def set_badges(self, badges: Mapping[ThingId, Badge]) -> None:
        """Show the gravest finding of each thing."""
        self._badges = badges
        for thing_id, item in self._things.items():
            item.set_badge(badges.get(thing_id))

    @property
    def ghost(self) -> "Ghost | None":
        """What a repair would do, while somebody looks at it."""
        return self._ghost.ghost if self._ghost is not None else None

    def show_ghost(self, ghost: "Ghost | None") -> None:
        """Show faintly what a repair would do, or only what there is."""
        if self._ghost is None:
            from modelbuilder.canvas.ghosts import GhostItem

            self._ghost = GhostItem()
            self.scene().addItem(self._ghost)
        self._ghost.show_ghost(ghost)
        self._fade()

    def show_emphasis(self, emphasis: Emphasis) -> None:
        """Bring out what a reading of the model says; PLAIN for nothing."""
        if emphasis != self._emphasis:
            self._emphasis = emphasis
            self._tint()
            self.refresh_overlay()

    def _tint(self) -> None:
        tints = self._emphasis.tints
        for thing_id, item in self._things.items():
            item.set_tint(tints.get(thing_id, 0))

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Lay the board under the page, in the theme that is worn."""
        painter.fillRect(rect, colour(style.BOARD))

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Say on an empty page what to do first."""
        if self.page is not None and not self.page.rects and self.hint:
            painter.save()
            painter.resetTransform()
            painter.setFont(font(20, Weight.REGULAR))
            painter.setPen(colour(style.SECOND))
            painter.drawText(QRectF(self.viewport().rect()), Qt.AlignmentFlag.AlignCenter, self.hint)
            painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page; from far away, its rectangles and lines in a few calls."""
        if not is_far(self.zoom, self.page):
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colour(style.BOARD))
        painter.setTransform(self.viewportTransform())
        seen = self.mapToScene(event.rect()).boundingRect()
        self._far.paint(painter, seen)
        if self.page is not None:
            self._far.paint_signs(painter, self.page, seen, self.desk.finger / FINGER)
        self._ink.paint(painter)
        if self._ghost is not None:
            self._ghost.paint(painter, None)  # type: ignore[arg-type]
        self._tags.paint_far(painter)
        self._overlay.paint(painter, None)  # type: ignore[arg-type]
        painter.end()
