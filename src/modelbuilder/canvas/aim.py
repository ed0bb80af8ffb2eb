"""The stage aimed at things: scrolled to them, fitted around them, and asked whether they can be seen."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QResizeEvent, QTransform

from modelbuilder.canvas.scope import SMALLEST
from modelbuilder.canvas.stage import Stage
from modelbuilder.document.ids import ThingId
from modelbuilder.drawing.gliding import Sight
from modelbuilder.layout.rect import Rect, bounds


class Aim(Stage):
    """A stage that finds things on its page and brings them into sight; fitted in, they are shown at `largest_fit`."""

    largest_fit = 1.0
    _fitted: Sight | None = None
    """How the page was fitted in last."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in the middle what was there, or the page fitted in if nobody has moved it since."""
        super().resizeEvent(event)
        before = event.oldSize()
        if before.isEmpty() or self.hands.busy:  # the page would shift under them
            return
        if self.sight == self._fitted:
            self.fit()
        else:
            self.centre_on(self.mapToScene(before.width() // 2, before.height() // 2))

    def reveal(self, thing_ids: frozenset[ThingId]) -> None:
        """Scroll so that things can be seen, and no further than needed."""
        for rect in self._rects_of(thing_ids):
            self.ensureVisible(QRectF(*rect.grown(60)), 20, 20)
            self.refresh_overlay()
            return

    def _rects_of(self, thing_ids: frozenset[ThingId]) -> list[Rect]:
        """Return where things are on the page, and where lines begin."""
        page = self.page
        if page is None:
            return []
        found = [page.rects[one] for one in thing_ids if one in page.rects]
        return found + [Rect(*page.routes[one][0], 1, 1) for one in thing_ids if one in page.routes]

    def _selection_seen(self) -> bool:
        """Tell whether anything that is selected can be seen."""
        visible = self.desk.visible
        return visible is not None and any(
            visible.whole.meets(rect) for rect in self._rects_of(self.desk.view.selection)
        )

    def shows_all(self) -> bool:
        """Tell whether the whole page can be seen."""
        whole = self.page.bounds() if self.page else None
        visible = self.desk.visible
        return whole is None or (visible is not None and visible.whole.covers(whole))

    def fit(self) -> None:
        """Show the whole page, no larger than is of use."""
        page = self.page if self.page is None or self.desk.session.live else self.desk.page()  # not what still glides
        whole = page.bounds() if page else None
        if whole is None:
            self.zoom_to(self.largest_fit)
            self.centerOn(self.viewport().width() / 2, self.viewport().height() / 2)
        else:
            self.fit_rect(whole)
        self._fitted = self.sight

    def fit_rect(self, whole: Rect) -> None:
        """Show a part of the page, no larger than is of use."""
        self._widen()
        room = self.viewport().rect()
        zoom = min((room.width() - 80) / max(whole.w, 1), (room.height() - 120) / max(whole.h, 1), self.largest_fit)
        self.setTransform(QTransform.fromScale(max(zoom, SMALLEST), max(zoom, SMALLEST)))
        self.centerOn(whole.cx, whole.cy + 20 / zoom)
        self.viewport().update()  # while things glide, Qt would wipe them where they stood before it scrolled
        self.refresh_overlay()
        self.zoomed.emit(self.zoom)

    def fit_things(self, thing_ids: frozenset[ThingId]) -> None:
        """Show things as large as they fit, no larger than is of use; the lines among them by both ends."""
        page = self.page
        lines = [page.routes[one] for one in thing_ids if one in page.routes] if page else []
        points = [Rect(point.x, point.y, 0, 0) for route in lines for point in route]
        whole = bounds([*(rect for rect in self._rects_of(thing_ids) if rect.w > 1), *points])
        if whole is not None:
            self.fit_rect(whole)

    def centre_on(self, spot: QPointF) -> None:
        """Bring a point of the page into the middle of what is shown."""
        self.centerOn(spot)
        self.refresh_overlay()
