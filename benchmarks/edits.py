"""Edits of 10,000 cards: the fold of live gestures, what changed, what lies under the pointer, and letting go."""

from functools import partial
from itertools import count

from PySide6.QtCore import QEvent, QPointF

from benchmarks.clock import Row, once, typical
from benchmarks.stage import Stage
from benchmarks.trusts import busiest, placed
from modelbuilder.document import edits
from modelbuilder.document.ids import ThingId
from modelbuilder.document.patch import diff
from modelbuilder.document.records import Box, Document
from modelbuilder.editor.events import Event
from modelbuilder.editor.gesture import Gesture
from modelbuilder.editor.session import Session


def measure(*, quick: bool = False) -> list[Row]:
    """Measure each alone; there is no floor to compare them with."""
    cards, times = (1_000, 5) if quick else (10_000, 25)
    document = placed(cards)
    return [
        Row(f"fold ten live gestures over {cards:,} cards", _fold(document, times)),
        Row(f"find what one move changed among {cards:,} cards", _difference(document, times)),
        *_pointing(document, times),
    ]


def _move(document: Document, thing_id: ThingId, by: float) -> Document:
    model_id = document.order[0]
    box = document.models[model_id].places[thing_id]
    return edits.move(document, model_id, {thing_id: box.model_copy(update={"x": box.x + by})})


def _fold(document: Document, times: int) -> float:
    session = Session(document)
    model_id = document.order[0]
    cards = list(document.models[model_id].posts)[:10]
    for finger, card in enumerate(cards):
        box = Box(x=10.0, y=10.0)
        session.hold(finger, _gesture(document, card, box))

    def refold() -> None:
        session.hold(0, _gesture(document, cards[0], Box(x=20.0, y=10.0)))
        assert session.trial is not document

    return typical(refold, times)


def _gesture(document: Document, card: ThingId, box: Box) -> Gesture:
    model_id = document.order[0]
    return Gesture("Move", model_id, lambda before: edits.move(before, model_id, {card: box}), frozenset({card}))


def _difference(document: Document, times: int) -> float:
    after = _move(document, busiest(document), 10)
    assert len(diff(document, after).changes) == 1
    return typical(lambda: diff(document, after), times)


def _pointing(document: Document, times: int) -> list[Row]:
    stage = Stage(document)
    card = busiest(document)
    grip = stage.look_at(card, 1.0)
    cards = len(document.models[document.order[0]].posts) + len(document.models[document.order[0]].bodies)
    rect = stage.desk.page().rects[card]
    over = Event("mouse", rect.cx, rect.cy)
    assert stage.hands.hit(over).thing_id == card
    hit = typical(lambda: stage.hands.hit(over), times)
    steps = count(1)
    released: list[float] = []
    for _ in range(max(5, times // 3)):
        by = 20.0 * (1 if next(steps) % 2 else -1)
        grip = stage.look_at(card, 1.0)
        stage.mouse(QEvent.Type.MouseButtonPress, grip)
        stage.mouse(QEvent.Type.MouseMove, grip + QPointF(by / 2, 0))
        stage.mouse(QEvent.Type.MouseMove, grip + QPointF(by, 0))
        released.append(once(partial(_release, stage, grip + QPointF(by, 0))))
    assert len(stage.session.history.done) == len(released)
    stage.close()
    released.sort()
    return [
        Row(f"find what lies under the pointer among {cards:,} cards", hit),
        Row(f"let go of a card among {cards:,}, until painted", released[len(released) // 2], most_ms=100.0),
    ]


def _release(stage: Stage, at_v: QPointF) -> None:
    before = stage.painted.count
    stage.mouse(QEvent.Type.MouseButtonRelease, at_v)
    stage.painted.wait(before)
