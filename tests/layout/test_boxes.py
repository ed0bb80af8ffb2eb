"""Drawn boxes: they reach around what they hold, with room for padding and header."""

from hypothesis import given
from hypothesis import strategies as st
from shapes import sides, spots

from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Box
from modelbuilder.layout.boxes import GROUP_HEADER, PADDING, Frame, drawn_boxes, moved_boxes, snap
from modelbuilder.layout.rect import Rect

Holders = dict[ThingId | None, list[ThingId]]


@st.composite
def nests(draw: st.DrawFn) -> tuple[Holders, dict[ThingId, Frame], dict[ThingId, Box]]:
    """Boxes within boxes and cards in them, anywhere."""
    holders: Holders = {None: []}
    frames: dict[ThingId, Frame] = {}
    places: dict[ThingId, Box] = {}
    boxes: list[ThingId] = []
    for number in range(draw(st.integers(1, 12))):
        thing_id = ThingId(f"t{number}")
        holder = draw(st.sampled_from([None, *boxes]))
        holders.setdefault(holder, []).append(thing_id)
        is_box = draw(st.booleans())
        frames[thing_id] = Frame(draw(sides), draw(sides), GROUP_HEADER if is_box else None)
        if is_box:
            boxes.append(thing_id)
        if draw(st.integers(0, 4)):
            places[thing_id] = Box(x=draw(spots), y=draw(spots), w=draw(sides), h=draw(sides))
    return holders, frames, places


@given(nests())
def test_a_drawn_box_encloses_what_it_holds_with_padding_and_header(
    nest: tuple[Holders, dict[ThingId, Frame], dict[ThingId, Box]],
) -> None:
    holders, frames, places = nest
    rects = drawn_boxes(holders, frames, places)
    assert set(rects) == set(frames)
    for holder, children in holders.items():
        for child in children:
            inside = rects[child]
            if holder is not None:
                outside = rects[holder]
                assert outside.x <= inside.x - PADDING
                assert outside.right >= inside.right + PADDING
                assert outside.y <= inside.y - GROUP_HEADER
                assert outside.bottom >= inside.bottom + PADDING


@given(nests())
def test_a_drawn_thing_is_no_smaller_than_it_needs_and_stands_where_it_was_put(
    nest: tuple[Holders, dict[ThingId, Frame], dict[ThingId, Box]],
) -> None:
    holders, frames, places = nest
    rects = drawn_boxes(holders, frames, places)
    for thing_id, frame in frames.items():
        rect, place = rects[thing_id], places.get(thing_id, Box())
        if frame.header is None:
            assert (rect.w, rect.h) == (frame.w, frame.h)
            if thing_id in holders[None]:
                assert (rect.x, rect.y) == (place.x, place.y)
        else:
            assert rect.w >= max(frame.w, place.w)
            assert rect.h >= max(frame.h, place.h)


def test_contents_move_with_their_box() -> None:
    box, card = ThingId("box"), ThingId("card")
    holders: Holders = {None: [box], box: [card]}
    frames = {box: Frame(320, 150, 66), card: Frame(268, 84)}
    before = drawn_boxes(holders, frames, {box: Box(x=0, y=0), card: Box(x=30, y=66)})
    after = drawn_boxes(holders, frames, {box: Box(x=500, y=70), card: Box(x=30, y=66)})
    assert before[card] == Rect(30, 66, 268, 84)
    assert after == {thing_id: rect.moved(500, 70) for thing_id, rect in before.items()}


@given(nests(), st.data())
def test_boxes_redrawn_for_what_moved_are_those_drawn_afresh(
    nest: tuple[Holders, dict[ThingId, Frame], dict[ThingId, Box]], data: st.DataObject
) -> None:
    holders, frames, places = nest
    before = drawn_boxes(holders, frames, places)
    moved = data.draw(st.sets(st.sampled_from(sorted(frames)), max_size=3))
    after = {**places, **{one: Box(x=data.draw(spots), y=data.draw(spots)) for one in moved}}
    home = {child: holder for holder, children in holders.items() for child in children}
    fresh = moved_boxes(moved, home, holders, frames, after, before)
    assert {**before, **fresh} == drawn_boxes(holders, frames, after)


@given(st.floats(-1e5, 1e5))
def test_snapping_to_the_grid_moves_by_half_a_step_at_most(value: float) -> None:
    assert abs(snap(value) - value) <= 5
    assert snap(value) % 10 == 0
    assert snap(snap(value)) == snap(value)
