"""From stage to stage: begins as the one page, ends as the other, and what stays is never out of sight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chart import chart, thing
from modelbuilder.document.ids import ThingId
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.gliding import Shown, Sight, between, eased, sight_between
from modelbuilder.drawing.marks import Group
from modelbuilder.drawing.page import Page, draw

STORY = """
school "Fennimoor Primary" category=maintained
school "Pellowby Primary" category=maintained
stage B/1 "Two heads"
school "Fennimoor Primary"
body GB1 kind=governing_body of="Fennimoor Primary"
post HT1 role=headteacher at="Fennimoor Primary" held_by="Ruth Calder"
HT1 leads "Fennimoor Primary" mode=head
HT1 accountable_to GB1
stage B/2 "One executive headteacher"
remove HT1
school "Pellowby Primary"
body GB1 kind=governing_body label="Governors of Fennimoor"
post EHT role=executive_headteacher held_by="Dai Okonedo-Reyes"
post HoS1 role=head_of_school at="Fennimoor Primary" held_by="Joss Ferrant"
HoS1 leads "Fennimoor Primary" mode=head
HoS1 accountable_to EHT
EHT accountable_to GB1
"""


@pytest.fixture(scope="module")
def stages() -> tuple[Page, Page]:
    document = place_all(chart(STORY))
    first, second = (draw(document, model_id) for model_id in document.order)
    return first, second


def shown(stages: tuple[Page, Page], share: float) -> list[Shown]:
    return list(between(*stages, share))


def of(rows: list[Shown], thing_id: ThingId) -> list[tuple[Group, float]]:
    return [(row.drawn, row.opacity) for row in rows if isinstance(row.drawn, Group) and row.drawn.thing_id == thing_id]


@pytest.mark.parametrize("end", [0, 1])
def test_it_begins_as_the_one_page_and_ends_as_the_other(stages: tuple[Page, Page], end: int) -> None:
    rows = shown(stages, float(end))
    assert {row.drawn for row in rows if row.opacity == 1.0} == set(stages[end].drawn())
    assert all(row.opacity == 1.0 for row in rows)


def test_newcomers_fade_in_and_leavers_fade_out(stages: tuple[Page, Page]) -> None:
    leaver, newcomer = thing(stages[0].document, "HT1"), thing(stages[1].document, "HoS1")
    opacity = [[row[1] for row in of(shown(stages, share), leaver)] for share in (0.15, 0.3, 0.7)]
    assert opacity == [[pytest.approx(0.75)], [pytest.approx(0.5)], []]
    opacity = [[row[1] for row in of(shown(stages, share), newcomer)] for share in (0.3, 0.7, 0.85)]
    assert opacity == [[], [pytest.approx(0.5)], [pytest.approx(0.75)]]


def test_what_stays_is_half_way_half_way(stages: tuple[Page, Page]) -> None:
    board = thing(stages[0].document, "GB1")
    old, new = (page.rects[board] for page in stages)
    assert old != new
    rows = of(shown(stages, 0.5), board)
    assert [(one.x, one.y) for one, _ in rows] == [((old.x + new.x) / 2, (old.y + new.y) / 2)] * len(rows)
    assert rows[0][1] == 1.0, "and there is always one that is wholly opaque"


@given(share=st.floats(0, 1))
def test_what_stays_is_never_out_of_sight(stages: tuple[Page, Page], share: float) -> None:
    rows = shown(stages, share)
    assert all(0 < row.opacity <= 1 for row in rows)
    for one in stages[0].rects.keys() & stages[1].rects.keys():
        assert any(opacity == 1.0 for _, opacity in of(rows, one))


def test_boxes_lie_below_lines_and_lines_below_cards(stages: tuple[Page, Page]) -> None:
    faces = {**stages[0].faces, **stages[1].faces}
    order = []
    for drawn, _ in shown(stages, 0.7):
        box = isinstance(drawn, Group) and faces[drawn.thing_id].kind in ("school", "group")
        order.append(0 if box else 2 if isinstance(drawn, Group) else 1)
    assert order == sorted(order)
    assert set(order) == {0, 1, 2}


def test_the_picture_is_fitted_as_it_goes() -> None:
    assert sight_between(Sight(1, 0, 10), Sight(2, 100, 20), 0.5) == Sight(1.5, 50, 15)
    assert (eased(0), eased(1)) == (0, 1)
    assert eased(0.5) > 0.5, "it comes to rest gently"
