"""Making room: nothing is covered afterwards, what is held stays, and a second time nothing moves."""

from hypothesis import assume, given
from hypothesis import strategies as st
from shapes import overlapping, rects, siblings, sides

from modelbuilder.document.ids import ThingId
from modelbuilder.layout.boxes import GAP
from modelbuilder.layout.rect import Point, Rect
from modelbuilder.layout.room import find_room, make_room


@st.composite
def grown(draw: st.DrawFn) -> tuple[dict[ThingId, Rect], set[ThingId], set[ThingId]]:
    """Siblings apart, some of which are held and have grown; the held ones are boxes."""
    found = draw(siblings)
    fixed = set(draw(st.lists(st.sampled_from(list(found)), min_size=1, max_size=3, unique=True)))
    boxes = fixed | set(draw(st.lists(st.sampled_from(list(found)), unique=True)))
    for thing_id in sorted(fixed):
        rect = found[thing_id]
        found[thing_id] = rect._replace(w=rect.w + draw(sides), h=rect.h + draw(sides))
    assume(not overlapping({thing_id: found[thing_id] for thing_id in fixed}))
    return found, fixed, boxes


def after(found: dict[ThingId, Rect], moves: dict[ThingId, tuple[float, float]]) -> dict[ThingId, Rect]:
    return {thing_id: rect.moved(*moves.get(thing_id, (0, 0))) for thing_id, rect in found.items()}


@given(grown())
def test_once_room_is_made_no_box_covers_anything_what_is_fixed_has_stayed_and_all_is_at_rest(
    case: tuple[dict[ThingId, Rect], set[ThingId], set[ThingId]],
) -> None:
    found, fixed, boxes = case
    moves = make_room(found, fixed, boxes)
    assert fixed.isdisjoint(moves)
    now = after(found, moves)
    assert not [pair for pair in overlapping(now) if not boxes.isdisjoint(pair)]
    assert make_room(now, fixed, boxes) == {}


@given(siblings)
def test_where_nothing_is_covered_nothing_moves(found: dict[ThingId, Rect]) -> None:
    assert make_room(found, set(found), set(found)) == {}


def test_things_move_right_or_down_the_shorter_way_and_push_on() -> None:
    a, b, c, d = (ThingId(name) for name in "abcd")
    found = {a: Rect(0, 0, 300, 300), b: Rect(290, 0, 100, 100), c: Rect(400, 0, 100, 100), d: Rect(0, 280, 100, 100)}
    moves = make_room(found, {a}, {a, b, c, d})
    assert moves == {b: (10 + GAP, 0), c: (80, 0), d: (0, 20 + GAP)}


def test_two_cards_may_lie_close_as_a_hand_put_them() -> None:
    found = {ThingId("a"): Rect(0, 0, 100, 100), ThingId("b"): Rect(50, 50, 100, 100)}
    assert make_room(found, {ThingId("a")}, set()) == {}


def test_what_is_pushed_onto_something_else_that_is_fixed_goes_on_past_it() -> None:
    first, loose, last = ThingId("a"), ThingId("b"), ThingId("c")
    found = {last: Rect(210, 0, 100, 100), first: Rect(0, 0, 120, 100), loose: Rect(100, 0, 100, 100)}
    now = after(found, make_room(found, {first, last}, set(found)))
    assert not overlapping(now)
    assert (now[first], now[last]) == (found[first], found[last])


@given(rects, siblings, st.sampled_from([26.0, 40.0]))
def test_the_room_found_is_free_and_not_outside(wanted: Rect, others: dict[ThingId, Rect], gap: float) -> None:
    least = Point(wanted.x - 200, wanted.y - 200)
    spot = find_room(wanted, list(others.values()), least, gap)
    assert not any(spot.meets(other) for other in others.values())
    assert spot.x >= least.x
    assert spot.y >= least.y
    assert (spot.w, spot.h) == (wanted.w, wanted.h)
    assert find_room(spot, list(others.values()), least, gap) == spot


@given(rects, siblings)
def test_a_free_place_is_kept(wanted: Rect, others: dict[ThingId, Rect]) -> None:
    free = [other for other in others.values() if not other.meets(wanted)]
    assert find_room(wanted, free, Point(wanted.x, wanted.y), 40) == wanted


def test_the_nearest_room_is_taken() -> None:
    wanted, other = Rect(90, 0, 100, 100), Rect(0, 0, 100, 100)
    assert find_room(wanted, [other], Point(-1000, -1000), 40) == Rect(140, 0, 100, 100)
    assert find_room(wanted._replace(x=10, y=80), [other], Point(-1000, -1000), 40) == Rect(10, 140, 100, 100)
