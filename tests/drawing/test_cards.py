"""Cards and boxes: as wide as their words in steps, all words inside, equal faces drawn once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slides_of import FILES, arranged, case_study, extent, pages

from chart import chart, first_model, thing
from modelbuilder.document import edits
from modelbuilder.document.records import Document
from modelbuilder.drawing import style
from modelbuilder.drawing.cards import marks_of
from modelbuilder.drawing.faces import Face, face
from modelbuilder.drawing.links import link
from modelbuilder.drawing.marks import Text
from modelbuilder.drawing.page import draw
from modelbuilder.layout.rect import Rect
from strategies import documents

names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=120) | st.sampled_from(
    ("W" * 200, "i" * 200, "Ŵyn Żółć", "Executive Headteacher of the Federation of Upper and Lower Wrenbeck", "—")
)

SCHOOL = """
    group "Trust" kind=multi_academy_trust
    school "School" category=academy phase=all_through pupils=98765
    "School" in "Trust"
    post HT role=headteacher at="School" held_by="Somebody"
    body LGB kind=local_governing_body at="School" seats=7
    HT leads "School" mode=head legal=yes
    HT accountable_for "School"
    HT public_face_of "School"
    """


def of_card(document: Document, handle: str) -> Face:
    model = document.models[first_model(document)]
    return face(document, model, link(model), thing(document, handle))


def assert_words_inside(one: Face, w: float, h: float) -> None:
    """All words stand inside; on a card right of its panel, too."""
    whole, left, right = Rect(0, 0, w, h), 0.0, w
    if one.kind == "card":
        left, right = style.PANEL + style.TEXT_LEFT, w - style.TEXT_RIGHT
    for mark in marks_of(one, w, h):
        rect = extent(mark)
        assert whole.covers(rect), f"{mark} reaches out of {whole}"
        if isinstance(mark, Text):
            assert rect.x >= left
            assert rect.right <= right + 0.02


def assert_lines_apart(one: Face, w: float, h: float) -> None:
    """No line of text is set over another."""
    spots = [extent(mark) for mark in marks_of(one, w, h) if isinstance(mark, Text) and mark.text.strip()]
    for index, rect in enumerate(spots):
        assert not any(rect.meets(other) for other in spots[index + 1 :])


@given(names, names)
def test_words_stay_inside_whatever_the_names_are(name: str, title: str) -> None:
    document = chart(SCHOOL)
    model_id = first_model(document)
    school_id = thing(document, "School")
    people = {key: row.model_copy(update={"name": name}) for key, row in document.people.items()}
    schools = {key: row.model_copy(update={"name": title}) for key, row in document.schools.items()}
    document = document.model_copy(update={"people": people, "schools": schools})
    document = edits.change(document, model_id, thing(document, "HT"), label=title)
    document = edits.change(document, model_id, thing(document, "LGB"), label=name)
    document = edits.change(document, model_id, thing(document, "Trust"), name=name)
    model = document.models[model_id]
    for thing_id in (*model.posts, *model.bodies, *model.groups, school_id):
        one = face(document, model, link(model), thing_id)
        assert_words_inside(one, one.w, one.h)
        assert_lines_apart(one, one.w, one.h)


@settings(max_examples=30)
@given(documents())
def test_words_stay_inside_on_every_generated_page(document: Document) -> None:
    for page in pages(arranged(document)):
        for thing_id, one in page.faces.items():
            rect = page.rects[thing_id]
            assert_words_inside(one, rect.w, rect.h)
            assert_lines_apart(one, rect.w, rect.h)


@given(names)
def test_a_card_grows_in_steps_up_to_its_widest(title: str) -> None:
    document = chart("post HT role=headteacher")
    document = edits.change(document, first_model(document), thing(document, "HT"), label=title)
    w = of_card(document, "HT").w
    assert style.CARD_WIDTH <= w <= style.CARD_WIDEST
    assert (w - style.CARD_WIDTH) % style.CARD_STEP == 0


def test_a_card_is_no_wider_than_its_words_need() -> None:
    document = chart("post HT role=headteacher held_by=Ann")
    assert (of_card(document, "HT").w, of_card(document, "HT").h) == (268, 84)
    longer = edits.change(document, first_model(document), thing(document, "HT"), label="Acting Executive Headteacher")
    assert of_card(longer, "HT").w == 348


def named_school(name: str) -> Document:
    """Return a trust with one school of that name, whose head answers to the chief executive."""
    return chart(
        f"""
        group "Trust" kind=multi_academy_trust
        school "{name}" category=academy phase=primary pupils=210
        "{name}" in "Trust"
        post CEO role=ceo at="Trust"
        post HT role=headteacher at="{name}" held_by="Ann"
        HT accountable_to CEO
        """
    )


LONG_NAMES = (
    "St Bartholomew's Church of England Primary and Nursery School",
    "The Sir Cuthbert Featherstonehaugh Voluntary Aided Roman Catholic High School",
)


@pytest.mark.parametrize("name", LONG_NAMES)
def test_a_long_school_name_stands_on_two_lines_unshortened(name: str) -> None:
    one = of_card(named_school(name), name)
    assert one.title.split() == name.split()
    assert one.title.count("\n") == 1
    assert one.w <= 520
    assert one.frame().header == of_card(named_school("Short"), "Short").frame().header + style.SCHOOL_LINE  # type: ignore[operator]
    assert_words_inside(one, one.w, one.h)
    assert_lines_apart(one, one.w, one.h)


@pytest.mark.parametrize("name", LONG_NAMES[:1])
def test_the_line_of_a_head_comes_in_from_above_beside_a_long_name(name: str) -> None:
    [page] = pages(arranged(named_school(name)))
    [line_id] = page.links.drawn
    head = page.rects[page.model.lines[line_id].source]
    assert page.routes[line_id][0].y == head.y


def test_equal_faces_share_one_tuple_of_marks() -> None:
    for page in pages(case_study(FILES[0])):
        again = draw(page.document, page.model_id)
        for thing_id, one in page.faces.items():
            assert one is not again.faces[thing_id]
            assert page.group(thing_id).marks is again.group(thing_id).marks


@pytest.mark.parametrize(
    ("post", "second", "alert", "quiet"),
    [
        ("post HT role=headteacher held_by=Ann", "Ann", False, False),
        ("post HT role=headteacher", "No name yet", False, True),
        ("post HT role=headteacher status=vacant", "Vacant", True, False),
    ],
)
def test_a_card_says_who_holds_the_post(post: str, second: str, alert: bool, quiet: bool) -> None:
    one = of_card(chart(post), "HT")
    assert (one.title, one.second, one.alert, one.quiet) == ("Headteacher", second, alert, quiet)


def test_a_card_says_what_is_not_drawn_as_a_line() -> None:
    document = case_study(FILES[1])
    page = pages(document)[0]
    head = next(one for one in page.faces.values() if one.title == "Headteacher")
    assert head.small == ("accountable for the school", "public face · headteacher in law · sits on the board")
