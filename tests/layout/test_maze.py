"""The search for a way past others: it keeps clear, is no longer than it must be, and says when there is none."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from modelbuilder.layout.maze import Dock, way
from modelbuilder.layout.rect import Point, Rect

START = Dock(Point(0, 50), Point(20, 50))
END = Dock(Point(1000, 50), Point(980, 50))
walls = st.builds(Rect, st.integers(60, 900), st.integers(-400, 400), st.integers(10, 200), st.integers(10, 200)).map(
    lambda rect: Rect(*map(float, rect))
)


def length(points: list[Point]) -> float:
    return sum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in pairwise(points))


def test_where_nothing_stands_it_goes_straight() -> None:
    found = way([START], [END], [], 10, 70)
    assert found is not None
    assert length(found) == 1000 and {point.y for point in found} == {50}


def test_it_goes_around_what_stands_in_the_way_on_the_shorter_side() -> None:
    found = way([START], [END], [Rect(400, 0, 100, 400)], 10, 70)
    assert found is not None
    assert min(point.y for point in found) == -11 and max(point.y for point in found) == 50


def test_where_all_is_walled_up_there_is_none() -> None:
    ring = [Rect(900, -100, 40, 300), Rect(900, -100, 300, 40), Rect(900, 160, 300, 40), Rect(1160, -100, 40, 300)]
    assert way([START], [END], ring, 10, 70) is None


@settings(max_examples=60)
@given(st.lists(walls, max_size=12))
def test_a_way_keeps_clear_of_everything_and_turns_at_right_angles(obstacles: list[Rect]) -> None:
    found = way([START], [END], obstacles, 10, 70)
    clear = [rect.grown(10) for rect in obstacles]
    if found is None:
        assert any(wall.holds(*END.outside) or wall.holds(*START.outside) for wall in clear)
        return
    assert found[0] == START.edge and found[-1] == END.edge
    for a, b in list(pairwise(found))[1:-1]:
        assert a.x == b.x or a.y == b.y
        run = Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))
        assert not any(run.meets(wall) for wall in clear)
