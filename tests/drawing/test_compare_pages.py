"""Slides on models beside each other: what differs is marked, the legend is exact, and tables go on."""

import pytest
from hypothesis import HealthCheck, given, settings
from slides_of import case_study, extent

from chart import chart
from modelbuilder.compare.differences import What
from modelbuilder.compare.question_list import QUESTIONS
from modelbuilder.document.decks import put_deck, slides_beside
from modelbuilder.document.pages import labelled
from modelbuilder.document.records import Deck, Document
from modelbuilder.document.roles_only import roles_only
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.deck_pages import deck_pages
from modelbuilder.drawing.marks import Box, Connector, Group, Text
from modelbuilder.drawing.side_by_side import SIZE
from modelbuilder.drawing.sizes import SIZES, WIDE, Size
from modelbuilder.drawing.slide import Slide
from modelbuilder.layout.rect import Rect
from modelbuilder.vocabulary.changes import MARKS
from strategies import documents

TWO = """
school "Ash Primary" category=maintained
model A "As today"
school "Ash Primary"
post HT role=headteacher at="Ash Primary" held_by="Ruth Calder"
post CLERK role=governance_professional held_by="Edwin Farrant"
body GB kind=governing_body of="Ash Primary" seats=8
HT accountable_to GB
note "We know it" as=N1 topic=for colour=green
votes N1 3
model B "Another head"
school "Ash Primary"
post HT role=headteacher at="Ash Primary" held_by="Dai Rees"
post DHT role=deputy_headteacher at="Ash Primary" held_by="Ann Lee"
body GB kind=governing_body of="Ash Primary" seats=9
HT accountable_to GB
DHT accountable_to HT
"""
ROLES = ("head_of_school",)


def shown(document: Document, labels: str, *abouts: tuple[str, ...], size: Size = WIDE) -> list[Slide]:
    """Draw the slides on some models beside each other."""
    models = tuple(labelled(document, label, "it")[0] for label in labels.split(","))
    return list(deck_pages(document, Deck(name="D", slides=tuple(slides_beside(models, abouts))), size))


def words(slide: Slide) -> list[str]:
    return [mark.text for mark in slide.content if isinstance(mark, Text)]


def on_cards(slide: Slide) -> dict[str, str]:
    """Map the signs on a slide onto what is written on them."""
    signs = [one for one in slide.diagram if isinstance(one, Group) and one.thing_id.startswith("sign ")]
    return {one.label: next(m.text for m in one.marks if isinstance(m, Text)) for one in signs}


def test_what_differs_is_marked_by_shape_and_word_and_explained() -> None:
    comparison = shown(place_all(chart(TWO)), "A,B")[0]
    assert comparison.title == "Two models beside each other"
    assert set(on_cards(comparison)) == {"− not in B", "» moved", "+ new", "~ changed"}
    assert {"new", "not in B", "moved", "changed"} <= set(words(comparison))
    assert {"As today", "Another head", "Who is ultimately", "accountable?"} <= set(words(comparison))


def test_a_sign_lies_on_no_card_but_its_own_where_there_is_room() -> None:
    comparison = shown(case_study("pellowby-federation.leadership"), "B/3,B/4")[0]
    groups = [one for one in comparison.diagram if isinstance(one, Group)]
    boxes = {one.thing_id: Rect(one.x, one.y, *_size(one)) for one in groups}
    signs = {key.removeprefix("sign "): box for key, box in boxes.items() if key.startswith("sign ")}
    cards = {key: box for key, box in boxes.items() if " post-" in key and not key.startswith("sign ")}
    assert len(signs) == 4
    for key, sign in signs.items():
        assert [other for other, card in cards.items() if card.meets(sign)] == [key]


def _size(group: Group) -> tuple[float, float]:
    box = next(mark.rect for mark in group.marks if isinstance(mark, Box))
    return box.w, box.h


def test_only_signs_that_are_to_be_seen_are_explained() -> None:
    document = case_study("pellowby-federation.leadership")
    comparison = shown(document, "B/3,B/4")[0]
    assert comparison.title == "Two stages beside each other"
    assert set(on_cards(comparison)) == {"+ new"}
    assert "new" in words(comparison)
    assert not {MARKS[what].word for what in (What.MOVED, What.CHANGED)} & set(words(comparison))


def test_the_legend_shows_what_all_drawings_show_each_once() -> None:
    document = case_study("models-abc.leadership")
    legend = shown(document, "A,B")[0].legend
    assert legend is not None
    labels = [placed.entry.label for placed in legend.entries]
    assert len(labels) == len(set(labels))
    assert {"Headteacher", "Executive Headteacher", "Head of School", "accountable to"} <= set(labels)
    assert "CEO" not in labels, "that is in C only"


def test_models_that_are_strangers_are_not_marked_and_it_is_said_why() -> None:
    comparison = shown(case_study("models-abc.leadership"), "A,B,C")[0]
    assert not on_cards(comparison)
    assert comparison.words is not None
    assert comparison.words.subtitle == ("B and C have little in common with A: what differs is not marked.",)


def test_notes_stand_on_a_slide_in_their_colours_with_their_dots() -> None:
    slide = shown(place_all(chart(TWO)), "A,B")[1]
    assert slide.title == "For and against"
    assert words(slide) == ["A", "As today", "B", "Another head", "For", "We know it (3 dots)", "–"]


def test_what_changes_is_told_of_a_role_and_of_a_person() -> None:
    document = case_study("models-abc.leadership")
    marta = next(one for one, person in document.people.items() if person.name == "Marta Quill")
    slides = shown(document, "B,C", ROLES, (marta,))
    titles = [slide.title for slide in slides]
    assert titles.index("What changes for Head of School") < titles.index("What changes for Marta Quill")
    role = next(slide for slide in slides if slide.title == "What changes for Head of School")
    assert role.words is not None
    assert role.words.subtitle[0].startswith("~ marks what differs from model to model.")
    assert "~ I answer to" in words(role)
    assert any(told.startswith("~ I answer to B: Dai Okonedo-Reyes") for told in role.narration)


def test_a_table_that_does_not_fit_goes_on_and_says_so() -> None:
    slides = [
        slide for slide in shown(case_study("models-abc.leadership"), "A,B,C") if slide.title.startswith("The same")
    ]
    assert [slide.words.subtitle for slide in slides if slide.words] == [
        ("The rest is on the next slide.",),
        ("Continued.",),
    ]
    whole, part = slides
    assert whole.table is not None and len(whole.table.rows) == len(QUESTIONS)
    assert part.table is None and part.name.endswith(", continued")
    headings = [text for slide in slides for text in words(slide) if text.endswith("?")]
    assert "Who is ultimately" not in headings
    assert "Who appoints?" in headings and "What findings remain?" in headings


def test_of_roles_only_no_name_is_shown() -> None:
    document = case_study("models-abc.leadership")
    marta = next(one for one, person in document.people.items() if person.name == "Marta Quill")
    models = tuple(document.order)
    deck = Deck(name="D", slides=tuple(slides_beside(models, [ROLES, (marta,)])), roles_only=True)
    withheld = roles_only(put_deck(document, deck))
    slides = list(deck_pages(withheld, withheld.decks[0]))
    told = " ".join(
        [text for slide in slides for text in (*words(slide), *slide.narration, slide.title, slide.name)]
        + [mark.text for slide in slides for one in slide.diagram for mark in one.marks if isinstance(mark, Text)]
    )
    assert not [person.name for person in document.people.values() if person.name in told]
    assert "What changes for Head of School at Pellowby Primary" in told


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize(
    ("name", "labels"), [("models-abc.leadership", "A,B,C"), ("pellowby-federation.leadership", "B/1,B/3,B/4,B/6")]
)
def test_everything_keeps_on_its_slide_apart_and_legible(name: str, labels: str, size: Size) -> None:
    whole = Rect(0, 0, size.w, size.h)
    for slide in shown(case_study(name), labels, ROLES, ("chair_of_governors", "chair_of_trustees"), size=size):
        texts = [mark for mark in slide.content if isinstance(mark, Text)]
        assert all(whole.covers(extent(mark)) for mark in slide.content)
        assert all(mark.size / size.inch * 72 >= 9 for mark in texts)
        spots = [extent(mark) for mark in slide.frame if isinstance(mark, Text)]
        for index, spot in enumerate(spots):
            assert not any(spot.meets(other) for other in spots[index + 1 :])
        for one in slide.diagram:
            points = one.points if isinstance(one, Connector) else ()
            assert all(whole.covers(Rect(point.x, point.y, 0, 0)) for point in points)
        ids = [one.thing_id if isinstance(one, Group) else one.line_id for one in slide.diagram]
        assert len(ids) == len(set(ids)), "the same thing in two models is two things on the slide"


def test_signs_have_nine_points() -> None:
    assert all(SIZE / size.inch * 72 >= 9 for size in SIZES.values())


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_any_models_can_be_shown_beside_each_other(document: Document) -> None:
    document = place_all(document)
    models = tuple(document.order)[:4]
    if len(models) < 2:
        models = (models[0], models[0])
    slides = list(deck_pages(document, Deck(name="D", slides=tuple(slides_beside(models, [ROLES])))))
    assert [slide.words.number for slide in slides if slide.words] == list(range(1, len(slides) + 1))
