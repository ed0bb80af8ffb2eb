"""A note that is flicked from the palette lands on the page, where it was thrown to, and never out of sight."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF

from fingers import TouchScreen
from modelbuilder.windows import flick
from modelbuilder.windows.flick import Flick
from modelbuilder.windows.work import Work

PAGE = QRectF(200, 0, 1000, 600)


@pytest.mark.parametrize(
    ("steps", "seconds", "lands"),
    [
        ([(0, 100), (60, 100), (120, 100)], 0.02, (960, 130)),
        ([(0, 100), (60, 100), (120, 100)], 0.2, (120, 100)),
        ([(0, 100), (20, 100), (40, 100)], 0.03, (40, 100)),
        ([(0, 500), (100, 100), (200, -300)], 0.02, (1070, 130)),
        ([(5, 5)], 0.02, (5, 5)),
    ],
)
def test_what_is_thrown_flies_on_and_what_is_put_down_stays(
    steps: list[tuple[float, float]], seconds: float, lands: tuple[float, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    thrown, now = Flick(), [0.0]
    monkeypatch.setattr(flick, "monotonic", lambda: now[0])
    for step in steps:
        now[0] += seconds
        thrown.follow("finger", QPointF(*step))
    at = thrown.landing("finger", QPointF(*steps[-1]), PAGE)
    assert at.toTuple() == pytest.approx(lands, abs=1)


def test_a_note_is_flicked_onto_the_page(work: Work) -> None:
    screen, tiles = TouchScreen(), work.palette_panel.tiles
    tile = tiles.rect_of("note")
    assert tile is not None
    start = tile.center().toPoint()
    screen.press(0, start, tiles)
    for step in (12, 40, 68):
        screen.move(0, start + QPoint(step, 0))
    screen.release(0)
    (note_id,) = work.desk.model.stickies
    rect = work.desk.page().rects[note_id]
    assert work.desk.visible is not None and work.desk.visible.whole.covers(rect)
    assert len(work.session.history.done) == 1
