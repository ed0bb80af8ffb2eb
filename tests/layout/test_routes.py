"""Routes: level or upright, from edge to edge, around what is in the way; siblings share a bus."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapes import on_edge, rects

from modelbuilder.layout.rect import Point, Rect
from modelbuilder.layout.routes import Shape, Wish, is_hung, route

small_shifts = st.sampled_from([-16.0, 0.0, 16.0])
cards = st.builds(Rect, st.integers(-900, 900), st.integers(-900, 900), st.integers(268, 388), st.integers(84, 140))


def crossed(points: tuple[Point, ...], rect: Rect) -> bool:
    """Tell whether a route runs through the inside of a rectangle."""
    for a, b in pairwise(points):
        run = Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))
        if run.grown(0.01).meets(rect.grown(-0.02)):
            return True
    return False


@given(cards, cards, st.sampled_from(Shape), small_shifts, small_shifts, st.lists(cards, max_size=5))
def test_a_route_is_level_or_upright_and_joins_the_edges_of_its_ends(
    source: Rect, target: Rect, shape: Shape, first: float, last: float, obstacles: list[Rect]
) -> None:
    points = route(Wish(source, target, shape, is_hung(source, target), first, last), obstacles)
    assert len(points) >= 2
    assert all(a.x == pytest.approx(b.x) or a.y == pytest.approx(b.y) for a, b in pairwise(points))
    assert on_edge(source, points[0])
    assert on_edge(target, points[-1])


@given(rects, st.data(), st.sampled_from(Shape))
def test_a_line_between_a_box_and_what_it_holds_stays_inside_the_box(
    outer: Rect, data: st.DataObject, shape: Shape
) -> None:
    outer = outer._replace(w=outer.w + 200, h=outer.h + 200)
    x, y = data.draw(st.floats(outer.x, outer.right - 100)), data.draw(st.floats(outer.y, outer.bottom - 50))
    inner = Rect(x, y, 100, 50)
    for wish in (Wish(inner, outer, shape), Wish(outer, inner, shape)):
        points = route(wish)
        assert all(outer.grown(0.01).holds(*point) for point in points)
        assert on_edge(wish.source, points[0])
        assert on_edge(wish.target, points[-1])
        assert points[0] != points[-1]


def test_siblings_share_a_bus() -> None:
    boss = Rect(400, 0, 268, 84)
    below = [Rect(x, 300, 268, 84) for x in (0, 350, 700, 1050)]
    routes = [route(Wish(one, boss, Shape.TREE)) for one in below]
    assert {points[-1] for points in routes} == {Point(534, 84)}
    bends = [points for points in routes if len(points) == 4]
    assert len(bends) == 4
    assert {points[1].y for points in bends} == {124}
    assert {points[2] for points in bends} == {Point(534, 124)}


def test_a_column_hangs_from_one_rail() -> None:
    head = Rect(0, 0, 268, 84)
    team = [Rect(30, 110 * number, 268, 84) for number in (1, 2, 3)]
    assert all(is_hung(one, head) for one in team)
    routes = [route(Wish(one, head, Shape.TREE, hung=True)) for one in team]
    assert {points[-1] for points in routes} == {Point(15, 84)}
    assert {points[1].x for points in routes} == {15}


@pytest.mark.parametrize("shape", Shape)
def test_a_card_in_the_way_is_gone_around(shape: Shape) -> None:
    source, target, between = Rect(0, 600, 268, 84), Rect(0, 0, 268, 84), Rect(-60, 250, 388, 160)
    assert crossed(route(Wish(source, target, Shape.TREE)), between)
    assert not crossed(route(Wish(source, target, shape), [between]), between)


def test_a_name_over_the_middle_of_a_card_is_passed_on_the_way_to_its_top() -> None:
    boss, card, name = Rect(600, 0, 268, 84), Rect(0, 300, 268, 84), Rect(-30, 240, 190, 44)
    points = route(Wish(card, boss, Shape.TREE), [name])
    assert not crossed(points, name)
    assert points[0].y == card.y
    assert name.right < points[0].x < card.right


def test_a_card_between_neighbours_is_gone_around() -> None:
    source, target, between = Rect(0, 0, 268, 84), Rect(900, 0, 268, 84), Rect(450, -30, 268, 150)
    assert len(route(Wish(source, target, Shape.SIDE))) == 2
    assert not crossed(route(Wish(source, target, Shape.SIDE), [between]), between)


def test_a_governs_line_comes_straight_down_where_it_can() -> None:
    board, school = Rect(100, 0, 268, 84), Rect(0, 200, 600, 400)
    points = route(Wish(board, school, Shape.GOVERNS))
    assert len(points) == 2
    assert (points[0].y, points[1].y) == (84, 200)
    assert points[0].x != board.cx, "the middle is left to the line of accountability"


@given(cards, cards, st.sampled_from(Shape), st.lists(cards, max_size=5))
def test_a_route_is_the_same_on_every_run(source: Rect, target: Rect, shape: Shape, obstacles: list[Rect]) -> None:
    wish = Wish(source, target, shape)
    assert route(wish, obstacles) == route(wish, obstacles)
