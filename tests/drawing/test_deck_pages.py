"""Decks as slides: what is too small to be read is shown part by part; findings and people have slides too."""

import pytest
from hypothesis import HealthCheck, given, settings
from slides_of import FILES, case_study, extent

from chart import chart
from modelbuilder.document.records import Deck, DeckSlide, Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.deck import LEGIBLE, legible_slides, letters
from modelbuilder.drawing.deck_pages import deck_pages
from modelbuilder.drawing.excerpt import excerpt, parts
from modelbuilder.drawing.marks import Group, Text
from modelbuilder.drawing.sizes import WIDE
from modelbuilder.layout.rect import Rect
from strategies import documents


@pytest.fixture
def trust() -> Document:
    """Return a trust of three schools that is too wide for one slide."""
    lines = ["group T kind=multi_academy_trust", "body TB kind=trust_board of=T", "post CEO role=ceo at=T"]
    lines += ["CEO accountable_to TB", 'model A "The trust"']
    for name in ("Ashfield", "Birchwood", "Cedar"):
        lines += [f'school "{name}"', f'"{name}" in T', f'post {name}HT role=headteacher at="{name}"']
        lines += [f"{name}HT accountable_to CEO", f'{name}HT leads "{name}"']
        for index in range(4):
            lines += [f'post {name}D{index} role=deputy_headteacher at="{name}"']
            lines += [f"{name}D{index} accountable_to {name}HT"]
    head = lines.index('model A "The trust"')
    return place_all(chart("\n".join(['model A "The trust"', *lines[:head], *lines[head + 1 :]])))


def test_a_model_that_can_be_read_is_one_slide() -> None:
    document = place_all(chart("post HT role=headteacher\nbody GB kind=governing_body\nHT accountable_to GB"))
    [shown] = legible_slides(document, document.order[0], 1)
    assert letters(shown) >= LEGIBLE


def test_one_that_cannot_is_an_overview_and_its_parts(trust: Document) -> None:
    overview, *details = legible_slides(trust, trust.order[0], 4, described=True)
    assert letters(overview) < LEGIBLE
    assert overview.words is not None
    assert " ".join(overview.words.subtitle) == "Overview: 3 slides with its parts follow."
    assert [shown.title for shown in details] == [f"The trust: {name}" for name in ("Ashfield", "Birchwood", "Cedar")]
    assert [shown.words.number for shown in (overview, *details) if shown.words] == [4, 5, 6, 7]
    for shown in details:
        assert letters(shown) > letters(overview)
        names = {one.name for one in shown.diagram if isinstance(one, Group)}
        assert {"TB", "CEO"} <= names, "the way up to the board is on every part"
        assert len([name for name in names if name.endswith("HT")]) == 1, "other schools are not"
        assert shown.words is not None and overview.words is not None
        assert shown.words.footer == overview.words.footer, "what is found is found in the whole model"
        assert set(shown.narration) <= set(overview.descriptions.values()), "and so is what is told"


def test_a_part_says_of_itself_what_the_whole_says(trust: Document) -> None:
    model_id = trust.order[0]
    box = parts(trust, model_id)[0]
    part, whole = excerpt(trust, model_id, box).models[model_id], trust.models[model_id]
    assert all(whole.posts[one].role == post.role for one, post in part.posts.items())
    assert all(whole.lines[one] == line for one, line in part.lines.items())
    assert trust.models[model_id].lines.keys() > part.lines.keys()


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_every_deck_can_be_drawn(document: Document) -> None:
    document = place_all(document)
    kinds = ("model", "findings", "people")
    deck = Deck(name="All", slides=tuple(DeckSlide(what=what, model=one) for one in document.order for what in kinds))
    pages = list(deck_pages(document, deck))
    assert [shown.words.number for shown in pages if shown.words] == list(range(1, len(pages) + 1))


@pytest.mark.parametrize("name", FILES)
def test_lists_keep_on_their_slides_and_cells_apart(name: str) -> None:
    document = case_study(name)
    kinds = ("findings", "people")
    deck = Deck(name="All", slides=tuple(DeckSlide(what=what, model=one) for one in document.order for what in kinds))
    whole = Rect(0, 0, WIDE.w, WIDE.h)
    for shown in deck_pages(document, deck):
        spots = [extent(mark) for mark in shown.content]
        assert all(whole.covers(spot) for spot in spots)
        words = [extent(mark) for mark in shown.frame if isinstance(mark, Text)]
        for index, spot in enumerate(words):
            assert not any(spot.meets(other) for other in words[index + 1 :])


def test_people_are_listed_from_the_top() -> None:
    document = place_all(
        chart(
            """
            school "Ashfield"
            post DHT role=deputy_headteacher at="Ashfield" status=vacant
            post HT role=headteacher at="Ashfield" held_by="Ann Lee"
            body GB kind=governing_body
            HT accountable_to GB
            DHT accountable_to HT
            """
        )
    )
    [shown] = deck_pages(document, Deck(name="P", slides=(DeckSlide(what="people", model=document.order[0]),)))
    words = [mark.text for mark in shown.content if isinstance(mark, Text)]
    assert words == [
        *("Post", "Held by", "At", "Answers to"),
        *("Headteacher", "Ann Lee", "Ashfield", "Governing Body"),
        *("Deputy Headteacher", "Vacant", "Ashfield", "Ann Lee"),
    ]
    assert shown.words is not None and shown.words.subtitle == ("Two posts in this model.",)
