"""What is said from far away: names while they have room, then schools with initials and counts, never cut off."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chart import chart, thing
from modelbuilder.drawing import style
from modelbuilder.drawing.afar import SIZE, afar, initials
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.page import Page, draw
from modelbuilder.layout import text
from modelbuilder.layout.rect import Rect

EVERYWHERE = Rect(-4000, -4000, 12000, 12000)
TRUST = """
    group "Merrivane Learning Trust" kind=multi_academy_trust
    school "Hexley Vale Primary"
    school Lantern
    "Hexley Vale Primary" in "Merrivane Learning Trust"
    Lantern in "Merrivane Learning Trust"
    post CEO role=ceo at="Merrivane Learning Trust"
    post HT1 role=headteacher at="Hexley Vale Primary"
    post HT2 role=headteacher at=Lantern
    post DHT role=deputy_headteacher at=Lantern
"""


@pytest.fixture
def page() -> Page:
    document = place_all(chart(TRUST))
    return draw(document, document.order[0])


def words(page: Page, zoom: float) -> list[str]:
    return [sign.words for sign in afar(page, zoom, EVERYWHERE).signs]


def test_cards_keep_their_names_as_long_as_these_can_be_read(page: Page) -> None:
    told = afar(page, 0.24, EVERYWHERE)
    assert told.plates and {ground for _, ground in told.plates} <= {style.PAPER, *style.TINTS.values()}
    cards = [rect for one, rect in page.rects.items() if page.faces[one].kind == "card"]
    assert not any(plate.meets(card) for plate, _ in told.plates for card in cards), "they keep lines off names only"
    assert {"CEO", "Lantern"} <= {sign.words for sign in told.signs}
    assert any(sign.words.startswith("Head") for sign in told.signs)


def test_from_further_away_schools_say_who_they_are_and_how_much_is_in_them(page: Page) -> None:
    told = afar(page, 0.16, EVERYWHERE)
    assert {"Lantern", "2"} <= {sign.words for sign in told.signs} or "2 cards" in {sign.words for sign in told.signs}
    school = page.rects[thing(page.document, "Lantern")]
    assert any(school.covers(rect) and rect.w > 0.9 * school.w for rect, _ in told.plates), "its cards are covered"
    assert {"Lan", "2"} <= set(words(page, 0.09))


def test_a_card_says_who_holds_the_post_where_two_lines_have_room() -> None:
    document = place_all(chart("post HT role=headteacher held_by=Ines"))
    page = draw(document, document.order[0])
    assert words(page, 0.4) == ["Headteacher", "Ines"]
    assert words(page, 0.3) == ["Headteacher"]


@pytest.mark.parametrize("zoom", [0.07, 0.09, 0.12, 0.16])
def test_the_name_of_a_group_covers_none_of_its_cards(page: Page, zoom: float) -> None:
    plates = [rect for rect, ground in afar(page, zoom, EVERYWHERE).plates if ground != style.PAPER]
    cards = [rect for one, rect in page.rects.items() if page.faces[one].kind == "card"]
    assert not any(plate.meets(card) for plate in plates for card in cards)


def test_what_has_no_room_is_left_out(page: Page) -> None:
    assert words(page, 0.02) == []
    assert afar(page, 0.2, Rect(-9000, -9000, 10, 10)).signs == ()


@settings(max_examples=40)
@given(st.floats(0.01, 0.25))
def test_no_words_are_wider_than_what_they_stand_in(zoom: float) -> None:
    document = place_all(chart(TRUST))
    page = draw(document, document.order[0])
    for sign in afar(page, zoom, EVERYWHERE).signs:
        wide = text.width(sign.words, sign.size, sign.weight) / zoom
        left = sign.x - wide / 2 if sign.centred else sign.x
        around = [rect for rect in page.rects.values() if rect.holds(sign.x, sign.y)]
        assert sign.size >= SIZE
        assert any(rect.x <= left and left + wide <= rect.right for rect in around)


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("St Bede's Primary", "SBP"),
        ("Church of the Holy Ghost", "CHG"),
        ("Merrivane", "Mer"),
        ("School 10", "S10"),
        ("School10", "S10"),
        ("14", "14"),
    ],
)
def test_a_name_is_shortened_to_three_letters(title: str, short: str) -> None:
    assert initials(title) == short
