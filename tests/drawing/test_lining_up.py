"""Pages side by side stand so that the same schools are at the same place, as far as one shift can do that."""

import pytest

from chart import chart, thing
from modelbuilder.document import edits
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.lining_up import around_all, lined_up
from modelbuilder.drawing.page import Page, draw
from modelbuilder.layout.rect import Point

THREE = """
model A
school "Pellowby Primary" category=maintained
school "Fennimoor Primary" category=maintained
post HT1 role=headteacher at="Pellowby Primary"
model B
school "Pellowby Primary"
school "Fennimoor Primary"
post HT1 role=headteacher at="Pellowby Primary"
model C
post CEO role=ceo
"""


@pytest.fixture
def document() -> Document:
    return place_all(chart(THREE))


def drawn(document: Document) -> list[Page]:
    return [draw(document, model_id) for model_id in document.order]


def alike(pages: list[Page]) -> list[dict[object, object]]:
    return [{one: one for one in page.rects} for page in pages]


def test_the_same_schools_stand_at_the_same_place(document: Document) -> None:
    second = document.order[1]
    schools = [thing(document, name) for name in ("Pellowby Primary", "Fennimoor Primary")]
    places = document.models[second].places
    far = {one: places[one].model_copy(update={"x": places[one].x + 300, "y": places[one].y - 80}) for one in schools}
    pages = drawn(edits.move(document, second, far))
    shifts = lined_up(pages, alike(pages))  # type: ignore[arg-type]
    assert shifts[0] == Point(0, 0)
    for school in schools:
        here, there = pages[0].rects[school], pages[1].rects[school].moved(*shifts[1])
        assert (here.x, here.y) == (there.x, there.y)


def test_pages_with_nothing_in_common_are_centred_under_one_another(document: Document) -> None:
    pages = drawn(document)
    whole, shift = pages[2].rects[thing(document, "CEO")], lined_up(pages, alike(pages))[2]  # type: ignore[arg-type]
    first = around_all(pages[:1], [Point(0, 0)])
    assert first is not None
    assert whole.cx + shift.x == pytest.approx(first.cx, abs=4)


def test_everything_fits_into_the_rectangle_around_all(document: Document) -> None:
    pages = drawn(document)
    shifts = lined_up(pages, alike(pages))  # type: ignore[arg-type]
    whole = around_all(pages, shifts)
    assert whole is not None
    for page, shift in zip(pages, shifts, strict=True):
        assert all(whole.covers(rect.moved(*shift)) for rect in page.rects.values())
    assert around_all(drawn(chart("model A")), [Point(0, 0)]) is None
