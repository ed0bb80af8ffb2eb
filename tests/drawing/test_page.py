"""The page: routes clear of cards and names, drawn the same afresh or from the page before."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slides_of import FILES, arranged, case_study, extent, pages

from chart import chart
from modelbuilder.document import edits
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Box, Document
from modelbuilder.drawing.marks import Connector, Group, Icon, Text
from modelbuilder.drawing.page import Page, draw
from modelbuilder.layout.rect import Point, Rect, bounds
from strategies import documents


def ends(page: Page, line_id: ThingId) -> tuple[ThingId, ThingId]:
    """Name the two things that a line is drawn between."""
    line = page.model.lines[line_id]
    return page.links.anchors.get(line.source, line.source), page.links.anchors.get(line.target, line.target)


def runs(points: tuple[Point, ...]) -> list[Rect]:
    """Return the straight pieces of a route."""
    return [Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y)) for a, b in pairwise(points)]


def in_the_way(page: Page, thing_id: ThingId) -> list[Rect]:
    """Return what no line should run through: a whole card or note, or the icon and words of a box."""
    rect = page.rects[thing_id]
    if page.faces[thing_id].kind in ("card", "note"):
        return [rect.grown(-1)]
    return [extent(mark).moved(rect.x, rect.y) for mark in page.group(thing_id).marks if isinstance(mark, Text | Icon)]


@pytest.mark.parametrize("tidied", [False, True])
@pytest.mark.parametrize("name", FILES)
def test_no_line_runs_through_a_card_or_the_name_of_a_box(name: str, tidied: bool) -> None:
    document = case_study(name)
    for page in pages(arranged(document) if tidied else document):
        assert len(page.routes) == len(page.links.drawn) > 8
        for line_id, points in page.routes.items():
            for thing_id in page.rects:
                if thing_id in ends(page, line_id) and page.faces[thing_id].kind == "card":
                    continue
                for spot in in_the_way(page, thing_id):
                    assert not any(run.meets(spot) for run in runs(points)), (
                        page.connector(line_id).label,
                        page.group(thing_id).label,
                    )


def assert_routes_join(page: Page) -> None:
    """Each route is level or upright and begins and ends on the edges of its things."""
    for line_id, points in page.routes.items():
        assert len(points) >= 2
        for a, b in pairwise(points):
            assert a.x == pytest.approx(b.x, abs=0.02) or a.y == pytest.approx(b.y, abs=0.02)
        for thing_id, point in zip(ends(page, line_id), (points[0], points[-1]), strict=True):
            rect = page.rects[thing_id]
            assert rect.grown(0.02).holds(*point)
            assert not rect.grown(-0.02).holds(*point)


@pytest.mark.parametrize("name", FILES)
def test_the_lines_of_the_case_studies_join_the_edges_of_their_cards(name: str) -> None:
    for page in pages(case_study(name)):
        assert_routes_join(page)


@settings(max_examples=30)
@given(documents())
def test_every_line_joins_the_edges_of_its_cards(document: Document) -> None:
    for page in pages(arranged(document)):
        assert_routes_join(page)


@settings(max_examples=30)
@given(documents(), st.data())
def test_lines_join_wherever_things_were_put(document: Document, data: st.DataObject) -> None:
    document = arranged(document)
    for model_id in document.order:
        places = document.models[model_id].places
        moved = data.draw(st.lists(st.sampled_from(sorted(places)), max_size=4, unique=True)) if places else []
        spots = st.integers(-300, 900)
        where = {one: places[one].model_copy(update={"x": data.draw(spots), "y": data.draw(spots)}) for one in moved}
        before = draw(document, model_id)
        document = edits.move(document, model_id, where)
        page = draw(document, model_id, before)
        assert_routes_join(page)
        fresh = draw(document, model_id)
        assert page.rects == fresh.rects
        assert page.routes == fresh.routes
        assert page.names == fresh.names
        changed = {one for one in page.rects if page.rects[one] != before.rects[one]}
        changed |= {one for one in page.routes if page.routes[one] != before.routes[one]}
        changed |= {one for one in page.names if page.names[one] != before.names[one]}
        assert changed == page.changed


def test_several_lines_at_one_side_dock_apart() -> None:
    for page in pages(case_study(FILES[0])):
        docks: dict[tuple[ThingId, Point], int] = {}
        for line_id, points in page.routes.items():
            if page.model.lines[line_id].kind in ("accountable_to", "governs"):
                continue
            for thing_id, point in zip(ends(page, line_id), (points[0], points[-1]), strict=True):
                docks[(thing_id, point)] = docks.get((thing_id, point), 0) + 1
        assert set(docks.values()) == {1}


@pytest.mark.parametrize("name", FILES)
def test_lines_of_different_kinds_leave_a_side_visibly_apart(name: str) -> None:
    for page in pages(case_study(name)):
        docks: dict[tuple[ThingId, float], list[tuple[float, str]]] = {}
        for line_id, points in page.routes.items():
            for thing_id, point in zip(ends(page, line_id), (points[0], points[-1]), strict=True):
                rect = page.rects[thing_id]
                if point.x in (rect.x, rect.right) and rect.y < point.y < rect.bottom:
                    docks.setdefault((thing_id, point.x), []).append((point.y, page.model.lines[line_id].kind))
        for side in docks.values():
            for (y, kind), (next_y, next_kind) in pairwise(sorted(side)):
                assert kind == next_kind or next_y - y >= 8, (kind, next_kind)


def test_what_a_board_governs_is_not_drawn_across_those_who_answer_to_it() -> None:
    page = pages(case_study(FILES[0]))[2]
    governs = [one for one in page.routes if page.model.lines[one].kind == "governs"]
    assert governs
    for line_id in governs:
        board = ends(page, line_id)[0]
        rising = [one for one in page.links.at[board] if page.model.lines[one].kind == "accountable_to"]
        assert len(rising) > 1
        for run in (run for one in rising for run in runs(page.routes[one])):
            assert not any(run.grown(0.1).meets(other) for other in runs(page.routes[line_id]))


def test_lines_that_lead_up_past_a_line_of_accountability_do_not_cross_it() -> None:
    page = pages(case_study(FILES[0]))[1]
    [manager] = [post_id for post_id, post in page.model.posts.items() if post.handle == "SBM-B"]
    rising, *others = (
        runs(page.routes[line_id])
        for line_id in sorted(page.links.at[manager], key=lambda one: page.model.lines[one].kind)
    )
    assert len(others) == 2
    crossings = [(one, run) for other in others for run in other for one in rising if one.grown(0.1).meets(run)]
    assert crossings == []


def test_a_busy_side_still_docks_on_the_card() -> None:
    document = case_study(FILES[0])
    model_id = document.order[0]
    model = document.models[model_id]
    [head] = [post_id for post_id, post in model.posts.items() if post.handle == "HT"]
    for kind in ("advises", "coaches", "mentors", "covers", "develops", "supports_challenges"):
        [line] = [one for one in model.lines.values() if one.kind == "advises"][:1]
        for source in (*model.figures, *model.posts):
            if source != head:
                fresh = line.model_copy(update={"kind": kind, "source": source, "target": head})
                document = edits.add_line(document, model_id, fresh)
    page = draw(document, model_id)
    assert len(page.links.at[head]) > 25
    assert_routes_join(page)


def test_lines_to_one_leader_share_a_bus() -> None:
    page = pages(case_study(FILES[0]))[2]
    [chief] = [post_id for post_id, post in page.model.posts.items() if post.handle == "CEO"]
    lines = [
        points
        for line_id, points in page.routes.items()
        if page.model.lines[line_id].kind == "accountable_to" and ends(page, line_id)[1] == chief
    ]
    assert len(lines) == 6
    assert {points[-1] for points in lines} == {Point(page.rects[chief].cx, page.rects[chief].bottom)}
    assert len({points[-2].y for points in lines if len(points) > 2}) == 1


def test_things_are_painted_from_the_outside_in_with_lines_under_cards() -> None:
    for page in pages(case_study(FILES[0])):
        kinds = ["line" if isinstance(drawn, Connector) else page.faces[drawn.thing_id].kind for drawn in page.drawn()]
        order = ["group", "school", "line", "card", "note"]
        assert kinds == sorted(kinds, key=order.index)
        assert {drawn.thing_id for drawn in page.drawn() if isinstance(drawn, Group)} == set(page.rects)


def test_the_bounds_hold_every_card_and_every_corner_of_a_line() -> None:
    for page in pages(case_study(FILES[0])):
        whole = page.bounds()
        assert whole is not None
        assert all(whole.covers(rect) for rect in page.rects.values())
        assert all(whole.holds(*point) for points in page.routes.values() for point in points)
        words = [name.rect for name in page.names.values() if name.words]
        assert whole == bounds(
            [*page.rects.values(), *words, *(run for points in page.routes.values() for run in runs(points))]
        )


def test_a_box_that_is_moved_takes_its_contents_along() -> None:
    document = case_study(FILES[0])
    model_id = document.order[0]
    before = draw(document, model_id)
    [school] = document.models[model_id].placements
    place = document.models[model_id].places[school]
    after = draw(edits.move(document, model_id, {school: Box(x=place.x, y=place.y + 100)}), model_id, before)
    inside = before.holders[school]
    assert inside
    assert all(after.rects[one] == before.rects[one].moved(0, 100) for one in inside)
    assert set(inside) <= after.changed


def test_a_line_around_the_name_of_a_box_keeps_clear_of_its_edge() -> None:
    document = chart(
        """
        group Trust kind=hard_federation
        school Ash
        Ash in Trust
        body GB kind=governing_body of=Ash
        """
    )
    model_id = document.order[0]
    model = document.models[model_id]
    [group], [school], [body] = model.groups, model.placements, model.bodies
    places = {body: Box(x=20, y=0), group: Box(x=0, y=150, w=500, h=300), school: Box(x=30, y=80, w=440, h=190)}
    page = draw(edits.move(document, model_id, places), model_id)
    [route] = page.routes.values()
    assert route[0].x == page.rects[body].x, "it leaves by the side, because the name is below"
    assert min(point.x for point in route) <= page.rects[group].x - 20


def test_a_journey_is_neither_drawn_nor_said() -> None:
    document = chart("school S\nschool T\nS journey T minutes=9\nS shares_staff T")
    page = draw(document, document.order[0])
    assert [page.model.lines[one].kind for one in page.links.drawn] == ["shares_staff"]
    assert not page.links.said
