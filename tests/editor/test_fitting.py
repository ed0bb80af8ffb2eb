"""What an edit adds, or puts into another box, gets a place there, and what it would cover makes way."""

from itertools import combinations

from chart import thing
from modelbuilder.document import edits
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Document, Post
from modelbuilder.drawing.page import Page, draw
from modelbuilder.editor.fitting import fit_in
from play import scene

TEXT = """
school "Ash Lane Primary" category=maintained
school "Beck Primary" category=maintained
post HT role=headteacher at="Ash Lane Primary"
body GB kind=governing_body
"""
PLACES = {"Ash Lane Primary": (0, 0), "HT": (30, 90), "Beck Primary": (0, 240), "GB": (1500, 900)}


def drawn(document: Document) -> Page:
    """Draw the only model."""
    return draw(document, document.order[0])


def test_nothing_done_is_nothing_moved() -> None:
    document = scene(TEXT, PLACES)
    assert fit_in(drawn(document), document) is document


def test_what_is_put_into_a_school_stands_under_what_is_there_and_the_next_school_makes_way() -> None:
    before = scene(TEXT, PLACES)
    model_id = before.order[0]
    board, school = thing(before, "GB"), thing(before, "Ash Lane Primary")
    after = fit_in(drawn(before), edits.hold(before, model_id, [board], school))
    page = drawn(after)
    head = page.rects[thing(after, "HT")]
    assert page.rects[school].covers(page.rects[board])
    assert page.rects[board].y > head.bottom
    assert page.rects[school].h < 400
    schools = [page.rects[one] for one in after.models[model_id].placements]
    assert not any(one.meets(other) for one, other in combinations(schools, 2))


def test_what_is_added_to_a_school_lets_the_next_school_make_way() -> None:
    before = scene(TEXT, PLACES)
    model_id = before.order[0]
    school = thing(before, "Ash Lane Primary")
    deputy = Post(handle="DHT", role="deputy_headteacher", at=school)
    after = edits.put_row(before, model_id, "posts", ThingId("post-dht"), deputy)
    page = drawn(fit_in(drawn(before), after))
    schools = [page.rects[one] for one in page.model.placements]
    assert not any(one.meets(other) for one, other in combinations(schools, 2))
    assert all(page.rects[school].covers(page.rects[one]) for one in page.holders[school])
