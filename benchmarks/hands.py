"""Hands: one frame while three fingers drag three cards at once, and while two fingers pan and zoom."""

from collections.abc import Callable
from functools import partial
from math import cos, sin, tau

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from benchmarks.clock import Row, once, share
from benchmarks.stage import SIZE, Bare, Stage, settle
from benchmarks.trusts import placed
from modelbuilder.document.ids import ThingId
from modelbuilder.layout.rect import Point

_WARM = 10
_HANDS = 3
_READY = 1500
"""Milliseconds until a page that was opened is ready to be seen from far away as well."""
_REACHED = QRectF(110, 140, 560, 500)


def measure(*, quick: bool = False) -> list[Row]:
    """Among 1,000 and 10,000 cards with their lines, p95; the floor does the same to bare items in the same run."""
    return [row for cards in ((1_000,) if quick else (1_000, 10_000)) for row in _rows(cards, 30 if quick else 120)]


def _rows(cards: int, count: int) -> list[Row]:
    stage = Stage(placed(cards))
    QTest.qWait(_READY)
    rows = []
    for what, frames in (
        (f"three hands drag three cards among {cards:,}", _dragging(stage, count)),
        (f"two fingers pan among {cards:,}", _moving(stage, count, zooms=False)),
        (f"two fingers zoom among {cards:,}", _moving(stage, count, zooms=True)),
    ):
        ours, floor = frames
        rows.append(Row(f"{what}, 95 of 100 frames", share(ours, 0.95), share(floor, 0.95), 16.7))
    stage.close()
    return rows


class _Fingers:
    """Fingers of a touch screen on the canvas; each event moves all that are down."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.view = stage, stage.canvas.viewport()
        self.device = QTest.createTouchDevice()

    def send(self, what: str, spots: list[QPointF]) -> None:
        """Send one event of all fingers, and wait until it is painted."""
        before = self.stage.painted.count
        event = QTest.touchEvent(self.view, self.device)
        for finger, spot in enumerate(spots):
            getattr(event, what)(finger, spot.toPoint(), self.view)
        event.commit()
        self.stage.painted.came(before)


def _bare(stage: Stage) -> Bare:
    """Make the floor once fingers are down: its window lies over the canvas, where they would press it."""
    bare = Bare(stage.desk.page())
    bare.look_as(stage.canvas)
    return bare


def _near(stage: Stage) -> list[ThingId]:
    """Show a part of the page with cards that have lines, and return three of them that fingers can reach."""
    page = stage.desk.page()
    cards = [one for one in page.model.posts if page.links.at.get(one)]
    for middle in cards[len(cards) // 2 :: 7]:
        _look_at(stage, middle, 1.0)
        found = [one for one in cards if _REACHED.contains(_grip(stage, one)) and _is_on_top(stage, one)]
        if len(found) >= _HANDS:
            return found[:_HANDS]
    raise RuntimeError("nowhere do enough cards stand together")


def _is_on_top(stage: Stage, card: ThingId) -> bool:
    event = stage.canvas.event_at(("finger", 0), _grip(stage, card), Qt.KeyboardModifier.NoModifier, touch=True)
    return stage.hands.hit(event).thing_id == card


def _look_at(stage: Stage, card: ThingId, zoom: float) -> None:
    """Bring a card to where fingers reach it: the offscreen screen is smaller than the canvas."""
    rect = stage.desk.page().rects[card]
    stage.canvas.zoom_to(zoom)
    stage.canvas.centerOn(rect.cx + (SIZE[0] / 2 - 400) / zoom, rect.cy + (SIZE[1] / 2 - 400) / zoom)
    stage.canvas.refresh_overlay()
    settle()


def _grip(stage: Stage, card: ThingId) -> QPointF:
    rect = stage.desk.page().rects[card]
    return stage.canvas.spot_v(Point(rect.x + 24, rect.y + 24))


def _dragging(stage: Stage, count: int) -> tuple[list[float], list[float]]:
    cards = _near(stage)
    grips = [_grip(stage, one) for one in cards]
    fingers = _Fingers(stage)
    fingers.send("press", grips)
    fingers.send("move", [grip + QPointF(40, 0) for grip in grips])  # or they would be held still, for the menu
    bare = _bare(stage)
    ours: list[float] = []
    floor: list[float] = []
    for index in range(count + _WARM):
        turn = tau * index / 60
        spots = [grip + QPointF(90 * sin(turn + at), 60 * cos(turn + at) - 60) for at, grip in enumerate(grips)]
        ours.append(once(partial(fingers.send, "move", spots)))
        shown = stage.canvas.page
        assert shown is not None
        assert index < _WARM or len(stage.session.held()) == _HANDS
        before = bare.painted.count
        floor.append(once(partial(_move_bare, bare, stage, cards, spots, grips, before)))
    fingers.send("release", spots)
    for _ in range(_HANDS):
        stage.session.undo()
    bare.close()
    return ours[_WARM:], floor[_WARM:]


def _move_bare(
    bare: Bare, stage: Stage, cards: list[ThingId], spots: list[QPointF], grips: list[QPointF], before: int
) -> None:
    page, shown = stage.desk.page(), stage.canvas.page
    assert shown is not None
    for card, spot, grip in zip(cards, spots, grips, strict=True):
        bare.rects[card].setPos(page.rects[card].x + spot.x() - grip.x(), page.rects[card].y + spot.y() - grip.y())
        for line in page.links.at[card]:
            if line in bare.lines:
                bare.set_route(line, [QPointF(*point) for point in shown.routes[line]])
    bare.painted.wait(before)


def _moving(stage: Stage, count: int, *, zooms: bool) -> tuple[list[float], list[float]]:
    """Let two fingers on the empty page pan, or zoom between the size at which cards are read and half of it."""
    card = _near(stage)[0]
    _look_at(stage, card, 0.7)
    fingers, free = _Fingers(stage), _free_spots(stage)
    fingers.send("press", free)
    fingers.send("move", [spot + QPointF(30, 0) for spot in free])
    bare = _bare(stage)
    ours: list[float] = []
    floor: list[float] = []
    for index in range(count + _WARM):
        turn = tau * index / 60
        apart = QPointF(60 * sin(turn), 0) if zooms else QPointF(0, 0)
        shift = QPointF(0, 0) if zooms else QPointF(120 * sin(turn), 80 * sin(2 * turn))
        ours.append(once(partial(fingers.send, "move", [free[0] + shift - apart, free[1] + shift + apart])))
        floor.append(once(_followed(bare, stage)))
    fingers.send("release", free)
    bare.close()
    return ours[_WARM:], floor[_WARM:]


def _followed(bare: Bare, stage: Stage) -> Callable[[], None]:
    transform, middle = stage.canvas.transform(), stage.canvas.mapToScene(stage.canvas.viewport().rect().center())

    def show() -> None:
        before = bare.painted.count
        bare.view.setTransform(transform)
        bare.view.centerOn(middle)
        bare.painted.came(before)

    return show


def _free_spots(stage: Stage) -> list[QPointF]:
    """Return two points of the viewport that nothing of the page lies on."""
    found: list[QPointF] = []
    for x in range(140, 660, 20):
        for y in range(120, 680, 20):
            spot = QPointF(x, y)
            page = stage.canvas.mapToScene(spot.toPoint())
            clear = not stage.desk.page().boxes_at(page.x(), page.y()) and stage.hands.lies_free(
                stage.canvas.event_at(("finger", 0), spot, Qt.KeyboardModifier.NoModifier, touch=True)
            )
            if clear and (not found or abs(found[0].x() - x) + abs(found[0].y() - y) > 140):
                found.append(spot)
                if len(found) == 2:
                    return found
    raise RuntimeError("nowhere is the page empty")
