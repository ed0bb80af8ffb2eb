"""The arithmetic of ink: thinned within reach of what was drawn, and met where it runs."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from modelbuilder.layout.rect import Point
from modelbuilder.layout.strokes import apart, around, meets, points_of, thinned

_spots = st.lists(st.tuples(st.floats(-500, 500), st.floats(-500, 500)).map(lambda pair: Point(*pair)), min_size=1)


@given(points=_spots, reach=st.floats(0.1, 20))
def test_what_is_left_out_lies_within_reach_of_what_is_kept(points: list[Point], reach: float) -> None:
    kept = thinned(points, reach)
    assert (kept[0], kept[-1]) == (points[0], points[-1])
    assert set(kept) <= set(points)
    runs = list(pairwise(kept)) or [(kept[0], kept[0])]
    assert all(min(apart(point, a, b) for a, b in runs) <= reach + 1e-6 for point in points)


def test_a_straight_line_is_its_two_ends() -> None:
    assert thinned([Point(0, 0), Point(1, 0), Point(2, 0.1), Point(9, 0)], 0.5) == [Point(0, 0), Point(9, 0)]


def test_ink_is_met_where_it_runs_and_not_beside() -> None:
    run = (0.0, 0.0, 100.0, 0.0, 100.0, 80.0)
    assert points_of(run) == [(0, 0), (100, 0), (100, 80)]
    assert around(run) == (0, 0, 100, 80)
    assert meets(run, Point(50, 4), 5) and meets(run, Point(104, 80), 5)
    assert not meets(run, Point(50, 40), 5) and not meets(run, Point(50, 6), 5)
    assert meets((3.0, 3.0), Point(5, 5), 3) and not meets((3.0, 3.0), Point(7, 7), 3)
