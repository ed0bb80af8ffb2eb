"""Snapping: to the nearest edge or middle within reach, or else to the grid."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapes import rects

from modelbuilder.layout.boxes import snap
from modelbuilder.layout.rect import Rect
from modelbuilder.layout.snapping import REACH, ruler, snap_to

moving = st.builds(Rect, st.floats(-900, 900), st.floats(-900, 900), st.floats(1, 400), st.floats(1, 400))


@given(moving, st.lists(rects, max_size=8))
def test_a_drag_is_corrected_to_the_nearest_edge_or_middle_or_else_to_the_grid(rect: Rect, still: list[Rect]) -> None:
    result = snap_to(rect, ruler(still))
    upright = [at for one in still for at in (one.x, one.cx, one.right)]
    level = [at for one in still for at in (one.y, one.cy, one.bottom)]
    for mine, theirs, shift, plain in (
        ((rect.x, rect.cx, rect.right), upright, result.dx, rect.x),
        ((rect.y, rect.cy, rect.bottom), level, result.dy, rect.y),
    ):
        nearest = min((abs(at - edge) for at in theirs for edge in mine), default=REACH + 1)
        if nearest <= REACH:
            assert abs(shift) == pytest.approx(nearest)
        else:
            assert plain + shift == pytest.approx(snap(plain), abs=1e-6)


@given(moving, st.lists(rects, max_size=8))
def test_each_guide_lies_on_an_edge_or_middle_of_both_and_reaches_over_both(rect: Rect, still: list[Rect]) -> None:
    result = snap_to(rect, ruler(still))
    settled = rect.moved(result.dx, result.dy)
    for guide in result.guides:
        if guide.upright:
            edges, low, high = (settled.x, settled.cx, settled.right), settled.y, settled.bottom
            others = [(at, one.y, one.bottom) for one in still for at in (one.x, one.cx, one.right)]
        else:
            edges, low, high = (settled.y, settled.cy, settled.bottom), settled.x, settled.right
            others = [(at, one.x, one.right) for one in still for at in (one.y, one.cy, one.bottom)]
        assert any(guide.at == pytest.approx(edge, abs=1e-6) for edge in edges)
        assert any(guide.at == at and guide.start <= start and end <= guide.end for at, start, end in others)
        assert guide.start <= low + 1e-6
        assert high - 1e-6 <= guide.end


@given(moving, st.lists(rects, max_size=8))
def test_what_is_snapped_stays_where_it_is(rect: Rect, still: list[Rect]) -> None:
    against = ruler(still)
    first = snap_to(rect, against)
    settled = rect.moved(first.dx, first.dy)
    if len(first.guides) == 2:
        again = snap_to(settled, against)
        assert (again.dx, again.dy) == pytest.approx((0, 0), abs=1e-6)


def test_a_wider_reach_catches_more() -> None:
    against = ruler([Rect(0, 0, 100, 100)])
    far = Rect(115, 203, 50, 50)
    assert snap_to(far, against).guides == ()
    assert snap_to(far, against, reach=16).dx == -15
