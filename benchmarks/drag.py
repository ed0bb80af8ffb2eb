"""Drag: one frame while a card with five lines is dragged at zoom 1, from the mouse event until it is painted."""

from functools import partial
from math import sin, tau

from PySide6.QtCore import QEvent, QPointF

from benchmarks.clock import Row, once, share
from benchmarks.stage import Bare, Stage
from benchmarks.trusts import busiest, placed

_WARM = 10


def measure(*, quick: bool = False) -> list[Row]:
    """Drag among 100, 1,000 and 10,000 cards; the floor moves one bare rectangle and sets its five paths."""
    return [row for cards in ((100, 1_000) if quick else (100, 1_000, 10_000)) for row in _rows(cards, quick=quick)]


def _rows(cards: int, *, quick: bool) -> list[Row]:
    within, floor = _frames(cards, 40 if quick else 200, 80)
    across, _ = _frames(cards, 40 if quick else 80, 240)
    return [
        Row(f"drag a card among {cards:,}, median", share(within, 0.5), share(floor, 0.5)),
        Row(
            f"drag a card among {cards:,}, 95 of 100 frames",
            share(within, 0.95),
            share(floor, 0.95),
            16.7,
            2.0 if cards == 10_000 else None,
        ),
        Row(f"the same in and out of other boxes, 95 of 100 frames, {cards:,}", share(across, 0.95), most_ms=16.7),
    ]


def _frames(cards: int, count: int, height: float) -> tuple[list[float], list[float]]:
    document = placed(cards)
    stage = Stage(document)
    card = busiest(document)
    grip = stage.look_at(card, 1.0)
    page = stage.desk.page()
    bare = Bare(page)
    bare.look_as(stage.canvas)
    lines = page.links.at[card]
    assert len(lines) == 5
    stage.mouse(QEvent.Type.MouseButtonPress, grip)
    ours: list[float] = []
    floor: list[float] = []
    for index in range(count + _WARM):
        turn = tau * index / 80
        at_v = grip + QPointF(260 * sin(turn), height * sin(2 * turn + 0.4) - 40)
        before = stage.painted.count
        ours.append(once(partial(_frame, stage, at_v)))
        if stage.painted.count == before:
            # The pointer moved, the card stayed on its guide: nothing to paint, and no frame to count.
            ours.pop()
            continue
        shown = stage.canvas.page
        assert shown is not None
        # The bare card follows the pointer exactly: on the grid it would stand still now and then.
        free = page.rects[card].moved(at_v.x() - grip.x(), at_v.y() - grip.y())
        dx, dy = free.x - shown.rects[card].x, free.y - shown.rects[card].y
        routes = [(one, [QPointF(x + dx, y + dy) for x, y in shown.routes[one]]) for one in lines]
        floor.append(once(partial(bare.move, card, free, routes)))
    stage.mouse(QEvent.Type.MouseButtonRelease, at_v)
    stage.close()
    bare.close()
    return ours[_WARM:], floor[_WARM:]


def _frame(stage: Stage, at_v: QPointF) -> None:
    before = stage.painted.count
    stage.mouse(QEvent.Type.MouseMove, at_v)
    stage.painted.came(before)
