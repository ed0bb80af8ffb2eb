"""Pictures of just the diagram: tight, and with a sign on what findings are about."""

from chart import chart, thing
from modelbuilder.accountability.findings import check
from modelbuilder.accountability.manual import manual_page
from modelbuilder.document import pages
from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.marks import Group, Text
from modelbuilder.drawing.page import draw
from modelbuilder.drawing.picture import MARGIN, picture
from modelbuilder.drawing.slide import Slide


def arranged(slug: str) -> Document:
    """Read and arrange the Wrong of a rule's page."""
    return place_all(chart(manual_page(slug).wrong))


def signs(shown: Slide) -> list[str]:
    """List the rings and badges of a picture, in the order of painting."""
    return [one.thing_id for one in shown.diagram if isinstance(one, Group) and one.thing_id[:5] in ("ring-", "badge")]


def test_a_picture_is_as_large_as_what_it_shows() -> None:
    document = arranged("nobody-accountable")
    shown = picture(document, "Wrong")
    whole = draw(document, document.order[0]).bounds()
    assert whole is not None
    assert (shown.w, shown.h) == (round(whole.w + 2 * MARGIN), round(whole.h + 2 * MARGIN))
    corners = [(one.x, one.y) for one in shown.diagram if isinstance(one, Group)]
    assert min(x for x, _ in corners) >= MARGIN - 0.5
    assert min(y for _, y in corners) >= MARGIN - 0.5
    assert not signs(shown)


def test_a_finding_has_a_ring_under_the_lines_and_a_badge_over_all() -> None:
    document = arranged("several-primary-lines")
    found = [finding for finding in check(document, document.order[0]) if finding.code == "R07"]
    post_id = thing(document, "EHT")
    shown = picture(document, "Wrong", found)
    assert signs(shown) == [f"ring-{post_id}", f"badge-{post_id}"]
    order = [one.thing_id if isinstance(one, Group) else "line" for one in shown.diagram]
    assert order.index(f"ring-{post_id}") < order.index("line") < order.index(f"badge-{post_id}")
    assert shown.diagram[-1].label == f"Check: {found[0].message}"


def test_stages_stand_one_under_the_other_with_captions_and_ids_of_their_own() -> None:
    document = arranged("returns-after-removal")
    shown = picture(document, "Wrong", check(document, document.order[-1]))
    captions = [mark.text for mark in shown.frame if isinstance(mark, Text)]
    assert captions == ["B/1  A hub supports", "B/2  The hub withdraws", "B/3  Later"]
    ids = [one.thing_id for one in shown.diagram if isinstance(one, Group)]
    assert len(set(ids)) == len(ids) == 7


def test_an_empty_page_is_an_empty_picture() -> None:
    shown = picture(pages.new_document(), "Nothing")
    assert (shown.w, shown.h) == (2 * MARGIN, 2 * MARGIN)
    assert shown.diagram == ()
