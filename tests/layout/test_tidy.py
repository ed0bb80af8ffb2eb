"""Tidying: nobody overlaps, all stand in their boxes, leaders above, the same again on every run."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapes import overlapping

from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Box
from modelbuilder.layout.boxes import GAP, PADDING, Frame, drawn_boxes
from modelbuilder.layout.plan import Plan
from modelbuilder.layout.reading import Stood, read
from modelbuilder.layout.rect import Point, Rect, bounds
from modelbuilder.layout.stacks import Measures
from modelbuilder.layout.tidy import arrange

CARD = Frame(268, 84)
SCHOOL = Frame(320, 150, 66, 200)

card_frames = st.tuples(st.integers(268, 388), st.integers(84, 140)).map(lambda size: Frame(*size))
box_frames = st.tuples(st.integers(320, 500), st.integers(150, 230), st.integers(100, 300)).map(
    lambda size: Frame(size[0], size[1], 66.0, size[2])
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Boxes within boxes, any lines upward and beside, circles included."""
    holders: dict[ThingId | None, list[ThingId]] = {}
    frames: dict[ThingId, Frame] = {}
    boxes: list[ThingId] = []
    for number in range(draw(st.integers(1, 22))):
        thing_id = ThingId(f"t{number}")
        holder = draw(st.sampled_from([None, None, *boxes]))
        holders.setdefault(holder, []).append(thing_id)
        frames[thing_id] = draw(card_frames | box_frames)
        if frames[thing_id].header is not None:
            boxes.append(thing_id)
    some = st.sampled_from(list(frames))
    pairs = st.tuples(some, some)
    chosen: dict[ThingId | None, str] = draw(st.dictionaries(some, st.sampled_from(["row", "column"]), max_size=4))
    return Plan(
        holders=holders,
        frames=frames,
        upward=draw(st.lists(pairs, max_size=18)),
        beside=draw(st.lists(pairs, max_size=6)),
        columns=frozenset(draw(st.lists(some, max_size=4))) & frozenset(boxes),
        left=frozenset(draw(st.lists(some, max_size=4))),
        asides=frozenset(draw(st.lists(some, max_size=4))),
        measures=Measures(draw(st.integers(1, 8)), draw(st.integers(1, 7)), chosen),
    )


def drawn(plan: Plan) -> dict[ThingId, Rect]:
    return drawn_boxes(plan.holders, plan.frames, arrange(plan))


@given(plans())
def test_no_siblings_overlap_and_all_stand_in_their_boxes(plan: Plan) -> None:
    rects = drawn(plan)
    assert set(rects) == set(plan.frames)
    for holder, children in plan.holders.items():
        assert overlapping({child: rects[child] for child in children}) == []
        if holder is not None:
            header = plan.frames[holder].header or 0
            for child in children:
                assert rects[child].x >= rects[holder].x + PADDING - 0.5
                assert rects[child].y >= rects[holder].y + header - 0.5
                assert rects[holder].covers(rects[child])


@settings(max_examples=50)
@given(plans())
def test_tidying_is_the_same_on_every_run_and_a_box_is_as_large_as_its_place_says(plan: Plan) -> None:
    places = arrange(plan)
    assert places == arrange(plan)
    rects = drawn_boxes(plan.holders, plan.frames, places)
    for thing_id, frame in plan.frames.items():
        if frame.header is not None:
            assert rects[thing_id].w == pytest.approx(places[thing_id].w, abs=1)
            assert rects[thing_id].h == pytest.approx(places[thing_id].h, abs=1)


@settings(max_examples=60)
@given(plans(), st.data())
def test_what_is_pinned_stays_and_nobody_overlaps(plan: Plan, data: st.DataObject) -> None:
    rests = arrange(plan)
    home = {child: holder for holder, children in plan.holders.items() for child in children}
    held = data.draw(st.lists(st.sampled_from(sorted(plan.frames)), min_size=1, max_size=3, unique=True))
    pins: dict[ThingId, Point] = {}
    for thing_id in held:
        step: ThingId | None = thing_id
        while step is not None:
            shift = st.integers(-300, 900).map(float)
            by = Point(data.draw(shift), data.draw(shift)) if step == thing_id else Point(0, 0)
            pins.setdefault(step, Point(rests[step].x + by.x, rests[step].y + by.y))
            step = home[step]
    places = arrange(replace(plan, pins=pins))
    rects = drawn_boxes(plan.holders, plan.frames, places)
    for thing_id, point in pins.items():
        assert (places[thing_id].x, places[thing_id].y) == point
    for children in plan.holders.values():
        apart = {child: rects[child] for child in children}
        clashing = overlapping(apart)
        assert all(one in pins and other in pins for one, other in clashing), "only what somebody pinned so"


@st.composite
def forests(draw: st.DrawFn) -> Plan:
    """Siblings of which each answers to one other at most, without circles."""
    things = [ThingId(f"t{number}") for number in range(draw(st.integers(2, 24)))]
    upward = []
    for number, thing_id in enumerate(things[1:], start=1):
        above = draw(st.integers(-1, number - 1))
        if above >= 0:
            upward.append((thing_id, things[above]))
    frames = {thing_id: draw(card_frames | box_frames) for thing_id in things}
    return Plan(holders={None: draw(st.permutations(things))}, frames=frames, upward=upward)


def stood(plan: Plan) -> Plan:
    """Return the plan for arranging anew what has been arranged, whatever the order in which it is listed."""
    holders = {holder: children[::-1] for holder, children in plan.holders.items()}
    return replace(plan, holders=holders, now=drawn(plan))


@settings(max_examples=400)
@given(plans() | forests())
def test_arranging_anew_what_is_arranged_changes_nothing(plan: Plan) -> None:
    assert arrange(stood(plan)) == arrange(plan)


@settings(max_examples=50)
@given(forests())
def test_leaders_stand_above_those_who_answer_to_them(plan: Plan) -> None:
    rects = drawn(plan)
    for lower, upper in plan.upward:
        assert rects[lower].y >= rects[upper].bottom + GAP / 2


@settings(max_examples=50)
@given(forests())
def test_cards_of_one_level_stand_in_one_row(plan: Plan) -> None:
    rects = drawn(plan)
    roots = set(rects) - {lower for lower, _ in plan.upward}
    assert len({rects[root].y for root in roots}) == 1


def test_a_leader_stands_over_the_middle_of_those_below() -> None:
    boss, *below = (ThingId(name) for name in "abcd")
    rects = drawn(Plan({None: [*below, boss]}, dict.fromkeys([boss, *below], CARD), [(lower, boss) for lower in below]))
    whole = bounds(rects[lower] for lower in below)
    assert whole is not None
    assert rects[boss].cx == pytest.approx(whole.cx, abs=1)
    assert [rects[lower].x for lower in below] == sorted(rects[lower].x for lower in below)


def test_a_line_from_a_card_in_a_box_lifts_the_leader_over_the_box() -> None:
    boss, school, head = ThingId("boss"), ThingId("school"), ThingId("head")
    plan = Plan({None: [school, boss], school: [head]}, {boss: CARD, head: CARD, school: SCHOOL}, [(head, boss)])
    rects = drawn(plan)
    assert rects[school].y >= rects[boss].bottom + GAP
    assert rects[boss].cx == pytest.approx(rects[head].cx, abs=1)


def test_a_long_row_of_boxes_wraps() -> None:
    boss, *schools = (ThingId(f"t{number}") for number in range(25))
    frames = {boss: CARD, **dict.fromkeys(schools, SCHOOL)}
    rects = drawn(Plan({None: [boss, *schools]}, frames, [(school, boss) for school in schools]))
    rows = sorted({rects[school].y for school in schools})
    assert len(rows) == 3
    assert all(below - above >= SCHOOL.h + GAP for above, below in pairwise(rows))
    assert max(rect.right for rect in rects.values()) - min(rect.x for rect in rects.values()) <= 9 * (SCHOOL.w + GAP)
    reading = sorted(schools, key=lambda school: (rects[school].y, rects[school].x))
    assert reading == schools


def test_many_plain_reports_hang_in_columns() -> None:
    boss, *team = (ThingId(f"t{number}") for number in range(13))
    plan = Plan({None: [boss, *team]}, dict.fromkeys([boss, *team], CARD), [(one, boss) for one in team])
    rects = drawn(plan)
    assert len({rects[one].x for one in team}) == 2
    assert overlapping(rects) == []


def test_in_a_school_the_team_hangs_in_one_column_under_its_head() -> None:
    school, head, deputy, bursar = (ThingId(name) for name in ("school", "head", "deputy", "bursar"))
    plan = Plan(
        {None: [school], school: [deputy, head, bursar]},
        {school: SCHOOL, head: CARD, deputy: CARD, bursar: CARD},
        [(deputy, head), (bursar, head)],
        columns=frozenset({school}),
    )
    rects = drawn(plan)
    assert [rects[one].x - rects[head].x for one in (deputy, bursar)] == [30, 30]
    assert rects[head].bottom < rects[deputy].y < rects[deputy].bottom < rects[bursar].y


def test_what_only_helps_stands_beside_and_outside_bodies_on_the_left() -> None:
    head, adviser, outside = ThingId("head"), ThingId("adviser"), ThingId("outside")
    plan = Plan(
        {None: [head, adviser, outside]},
        dict.fromkeys((head, adviser, outside), CARD),
        [],
        beside=[(outside, head), (adviser, head)],
        left=frozenset({outside}),
    )
    rects = drawn(plan)
    assert rects[outside].right < rects[head].x < rects[head].right < rects[adviser].x
    assert rects[outside].y == rects[head].y == rects[adviser].y


def test_the_line_to_a_leader_comes_in_beside_the_name_of_the_box() -> None:
    boss, school, head = ThingId("boss"), ThingId("school"), ThingId("head")
    frames = {boss: CARD, head: CARD, school: SCHOOL._replace(name=250)}
    places = arrange(Plan({None: [boss, school], school: [head]}, frames, [(head, boss)]))
    assert places[head].x + CARD.w / 2 >= 250
    assert places[head] == Box(x=places[head].x, y=66)


def row(*contents: list[Frame], names: tuple[float, ...] = ()) -> tuple[list[Rect], list[list[Rect]]]:
    """Tidy a leader and schools whose heads answer to them; return the schools and the cards in each."""
    boss = ThingId("boss")
    schools = [ThingId(f"s{number}") for number in range(len(contents))]
    holders: dict[ThingId | None, list[ThingId]] = {None: [boss, *schools]}
    frames = {boss: CARD}
    upward: list[tuple[ThingId, ThingId]] = []
    for number, (school, cards) in enumerate(zip(schools, contents, strict=True)):
        frames[school] = SCHOOL._replace(name=names[number]) if names else SCHOOL
        inside = holders[school] = [ThingId(f"{school}.{index}") for index in range(len(cards))]
        frames.update(zip(inside, cards, strict=True))
        upward += zip(inside, [boss, *inside], strict=False)
    rects = drawn(Plan(holders, frames, upward, columns=frozenset(schools)))
    return [rects[school] for school in schools], [[rects[one] for one in holders[school]] for school in schools]


def test_schools_in_a_row_are_equally_wide_and_their_columns_stand_alike() -> None:
    schools, cards = row([CARD, CARD], [Frame(328, 84), CARD], [CARD], names=(200, 260, 310))
    assert len({school.w for school in schools}) == 1
    assert len({school.y for school in schools}) == 1
    assert len({inside[0].cx - school.x for school, inside in zip(schools, cards, strict=True)}) == 1


def test_the_cards_of_a_chain_are_centred_under_each_other() -> None:
    _, [cards] = row([Frame(328, 84), Frame(268, 84), Frame(288, 101)])
    assert len({card.cx for card in cards}) == 1


def test_a_school_that_holds_far_more_does_not_stretch_its_neighbours() -> None:
    schools, _ = row([CARD], [Frame(900, 84)], [CARD])
    assert schools[0].w == schools[2].w < schools[1].w


def test_schools_that_differ_by_a_line_of_words_are_equally_high_and_by_a_card_are_not() -> None:
    schools, _ = row([CARD], [Frame(268, 101)], [CARD, CARD])
    assert schools[0].h == schools[1].h < schools[2].h


def test_the_cards_of_a_row_stand_level_when_one_name_has_two_lines() -> None:
    short, long, *cards = (ThingId(name) for name in ("short", "long", "a", "b"))
    frames = {short: SCHOOL, long: SCHOOL._replace(header=88.0), **dict.fromkeys(cards, CARD)}
    holders: dict[ThingId | None, list[ThingId]] = {None: [short, long], short: cards[:1], long: cards[1:]}
    rects = drawn(Plan(holders, frames, [], columns=frozenset((short, long))))
    assert rects[cards[0]].y == rects[cards[1]].y


def test_reports_hang_below_one_another_where_that_is_chosen() -> None:
    boss, *below = (ThingId(name) for name in "abcd")
    things = [boss, *below]
    frames, upward = dict.fromkeys(things, CARD), [(lower, boss) for lower in below]
    hung = drawn(Plan({None: things}, frames, upward, measures=Measures(chosen={boss: "column"})))
    assert len({hung[one].x for one in below}) == 1
    assert [hung[one].y for one in below] == sorted({hung[one].y for one in below})
    many = [ThingId(f"m{number}") for number in range(7)]
    plan = Plan({None: [boss, *many]}, dict.fromkeys([boss, *many], CARD), [(lower, boss) for lower in many])
    assert len({drawn(plan)[one].y for one in many}) > 1, "more than four hang"
    row = replace(plan, measures=Measures(chosen={boss: "row"}))
    assert len({drawn(row)[one].y for one in many}) == 1


def test_an_assistant_stands_beside_whom_they_answer_to() -> None:
    boss, aide, *below = (ThingId(name) for name in "abcd")
    things = [boss, aide, *below]
    plan = Plan({None: things}, dict.fromkeys(things, CARD), [(one, boss) for one in things[1:]])
    rects = drawn(replace(plan, asides=frozenset({aide})))
    assert rects[aide].y == rects[boss].y and rects[aide].x > rects[boss].right
    assert all(rects[one].y > rects[boss].bottom for one in below)
    school = ThingId("school")
    inside = Plan(
        {None: [school], school: things}, {**plan.frames, school: SCHOOL}, plan.upward, columns=frozenset({school})
    )
    rects = drawn(replace(inside, asides=frozenset({aide})))
    assert rects[aide].y == rects[boss].y and rects[aide].x > rects[boss].right


def test_broad_rows_of_boxes_are_broken() -> None:
    boss, *boxes = (ThingId(f"t{number}") for number in range(9))
    wide = Frame(2000, 1300, 60.0, 300)
    rects = drawn(
        Plan({None: [boss, *boxes]}, {boss: CARD, **dict.fromkeys(boxes, wide)}, [(one, boss) for one in boxes])
    )
    whole = bounds(rects.values())
    assert whole is not None and whole.w < 3.2 * whole.h
    assert sorted(boxes, key=lambda one: (rects[one].y, rects[one].x)) == boxes, "in reading order"


def test_who_answers_to_somebody_set_beside_others_stands_somewhere() -> None:
    lower, upper, helper = (ThingId(name) for name in "abc")
    things = [lower, upper, helper]
    plan = Plan({None: things}, dict.fromkeys(things, CARD), [(lower, upper), (lower, helper)], [(helper, lower)])
    assert overlapping(drawn(plan)) == []


def team(*reports: tuple[str, str]) -> Plan:
    """Return the plan of a page of cards with who answers to whom."""
    things = list(dict.fromkeys(ThingId(name) for pair in reports for name in pair[::-1]))
    return Plan({None: things}, dict.fromkeys(things, CARD), [(ThingId(low), ThingId(up)) for low, up in reports])


def test_in_a_school_with_two_heads_who_answers_to_one_is_indented_and_with_one_is_not() -> None:
    school, first, second, deputy = (ThingId(name) for name in ("school", "first", "second", "deputy"))
    plan = Plan(
        {None: [school], school: [first, second, deputy]},
        {school: SCHOOL, **dict.fromkeys((first, second, deputy), CARD)},
        [(deputy, first)],
        columns=frozenset({school}),
    )
    rects = drawn(plan)
    assert rects[first].x == rects[second].x == rects[deputy].x - 30
    assert rects[first].y < rects[deputy].y < rects[second].y
    rects = drawn(replace(plan, last=frozenset({second})))
    assert rects[first].x == rects[second].x == rects[deputy].x


def test_a_small_team_hangs_with_its_leader_in_the_order_of_all() -> None:
    plan = team(("a", "boss"), ("deputy", "boss"), ("x", "deputy"), *((one, "boss") for one in "bcde"))
    rects = drawn(plan)
    deputy, x, b = (rects[ThingId(name)] for name in ("deputy", "x", "b"))
    assert deputy.x < x.x < deputy.right and deputy.bottom < x.y < x.bottom < b.y
    assert read({one: Stood(rects[one], rects[one].bottom, 0) for one in map(ThingId, "abcde")}) == list("abcde")


def test_a_large_team_stands_beside_the_columns_in_its_place() -> None:
    below = [(f"x{number}", "deputy") for number in range(9)]
    rects = drawn(team(("a", "boss"), ("b", "boss"), ("deputy", "boss"), *below, *((one, "boss") for one in "cde")))
    a, b, c, d, deputy = (rects[ThingId(name)] for name in ("a", "b", "c", "d", "deputy"))
    assert a.x == b.x < deputy.x < c.x == d.x
    assert overlapping(rects) == []


def test_a_leader_stands_over_the_gutter_of_the_rows_of_boxes() -> None:
    boss, clerk, *schools = (ThingId(f"t{number}") for number in range(17))
    frames = {boss: CARD, clerk: CARD, **dict.fromkeys(schools, SCHOOL)}
    rects = drawn(Plan({None: [boss, clerk, *schools]}, frames, [(one, boss) for one in (clerk, *schools)]))
    row = [rects[school] for school in schools if rects[school].y == rects[schools[0]].y]
    assert any(left.right < rects[boss].cx < right.x for left, right in pairwise(row))
    assert abs(rects[boss].cx - (row[0].x + row[-1].right) / 2) <= SCHOOL.w
