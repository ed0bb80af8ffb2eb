"""What somebody wants of arrangements: pins, branches, assistants, lined up and spread things, and a slide's shape."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chart import chart, thing
from modelbuilder.document.ids import ThingId
from modelbuilder.drawing.arrangement import place_all, tidy
from modelbuilder.drawing.page import draw
from modelbuilder.editor import aligning, arranging, verbs
from modelbuilder.editor.desk import Desk
from modelbuilder.layout.rect import Rect
from play import Play

TEAM = """
    group Hill kind=hard_federation
    school Ash
    Ash in Hill
    post EHT role=executive_headteacher at=Hill
    post PA role=school_business_manager at=Hill
    post A role=head_of_school at=Ash
    post B role=deputy_headteacher at=Ash
    post C role=assistant_headteacher at=Ash
    post D role=senco at=Ash
    A accountable_to EHT
    PA accountable_to EHT
    B accountable_to A
    C accountable_to A
    D accountable_to A
"""


@pytest.fixture
def desk() -> Desk:
    return Play(place_all(chart(TEAM))).desk


def choose(desk: Desk, *handles: str) -> tuple[ThingId, ...]:
    """Select things by their handles."""
    things = tuple(thing(desk.document, handle) for handle in handles)
    desk.look(desk.view.choosing(frozenset(things)))
    return things


def test_what_is_pinned_stays_when_all_is_tidied(desk: Desk) -> None:
    (deputy,) = choose(desk, "B")
    verbs.nudge(desk, 500, 340)
    arranging.pin(desk)
    assert desk.session.history.done[-1].label == "Pin Deputy Headteacher"
    before = desk.page().rects[deputy]
    verbs.tidy(desk)
    arranging.arrange_for_slide(desk)
    assert desk.page().rects[deputy] == before
    siblings = desk.page().holders[thing(desk.document, "Ash")]
    assert [one for one in siblings if desk.page().rects[one].meets(before)] == [deputy], "nobody lies on it"
    choose(desk, "B")
    arranging.pin(desk)
    verbs.tidy(desk)
    assert desk.page().rects[deputy] != before


def test_what_is_pinned_does_not_make_way(desk: Desk) -> None:
    (senco,) = choose(desk, "D")
    arranging.pin(desk)
    before = desk.page().rects[senco]
    ash = thing(desk.document, "Ash")
    (deputy,) = choose(desk, "B")
    verbs.nudge(desk, 0, before.y - desk.page().rects[deputy].y)
    choose(desk, "B", "C")
    aligning.align(desk, "top")
    assert desk.page().rects[senco] == before
    assert desk.page().rects[ash].covers(before)


def test_those_below_a_leader_stand_as_is_chosen(desk: Desk) -> None:
    below = [thing(desk.document, handle) for handle in "BCD"]
    choose(desk, "A")
    assert arranging.leads_somebody(desk)
    arranging.branch(desk, "row")
    assert len({desk.page().rects[one].y for one in below}) == 1
    arranging.branch(desk, "")
    assert len({desk.page().rects[one].y for one in below}) == 3
    desk.session.undo()
    assert len({desk.page().rects[one].y for one in below}) == 1, "one step each"


def test_an_assistant_is_set_beside_and_below_again(desk: Desk) -> None:
    (aide,) = choose(desk, "PA")
    leader = thing(desk.document, "EHT")
    assert arranging.can_stand_beside(desk)
    arranging.beside(desk)
    assert desk.page().rects[aide].y == desk.page().rects[leader].y
    arranging.beside(desk)
    assert desk.page().rects[aide].y > desk.page().rects[leader].bottom
    choose(desk, "A")
    assert not arranging.can_stand_beside(desk), "others answer to the head of school"


def test_arranging_moves_as_little_as_it_can(desk: Desk) -> None:
    model_id = desk.model_id
    before = draw(tidy(desk.document, model_id), model_id).rects
    choose(desk, "Hill")
    verbs.nudge(desk, 700, 300)
    after = draw(tidy(desk.document, model_id), model_id).rects
    moved = {(after[one].x - rect.x, after[one].y - rect.y) for one, rect in before.items()}
    assert moved == {(700.0, 300.0)}, "what was moved as a whole stays there"


rects = st.builds(
    Rect, *(st.integers(low, high).map(float) for low, high in ((-500, 500), (-500, 500), (20, 300), (20, 200)))
)
some = st.lists(rects, min_size=3, max_size=7).map(
    lambda found: {ThingId(f"t{number}"): rect for number, rect in enumerate(found)}
)


@settings(max_examples=60)
@given(some, st.sampled_from(sorted(aligning.SIDES)))
def test_what_is_lined_up_shares_an_edge_and_does_not_overlap(found: dict[ThingId, Rect], key: str) -> None:
    side = aligning.SIDES[key]
    lined = aligning.aligned(found, side)
    at = [rect.x + rect.w * side.share if side.upright else rect.y + rect.h * side.share for rect in lined.values()]
    assert max(at) - min(at) < 0.001
    things = list(lined.values())
    assert not any(one.meets(other) for number, one in enumerate(things) for other in things[:number])
    assert {(rect.w, rect.h) for rect in lined.values()} == {(rect.w, rect.h) for rect in found.values()}


@settings(max_examples=60)
@given(some, st.booleans())
def test_what_is_spread_has_even_gaps(found: dict[ThingId, Rect], across: bool) -> None:
    spread = aligning.spread_out(found, across=across)
    edges = sorted((rect.x, rect.right) if across else (rect.y, rect.bottom) for rect in spread.values())
    gaps = [low - high for (_, high), (low, _) in pairwise(edges)]
    assert max(gaps) - min(gaps) < 0.001 and min(gaps) >= 25.9


def test_lining_up_is_one_step_and_says_when_nothing_moves(desk: Desk) -> None:
    choose(desk, "B", "C", "D")
    assert aligning.can_align(desk) and aligning.can_spread(desk)
    aligning.align(desk, "left")
    done = len(desk.session.history.done)
    aligning.align(desk, "left")
    assert len(desk.session.history.done) == done
    choose(desk, "Ash", "B")
    assert not aligning.can_align(desk), "a card moves with its school"
