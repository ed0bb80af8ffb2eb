"""Decks as slides: what is too small to be read is shown part by part; findings and people have slides too."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slides_of import FILES, case_study, extent

from chart import chart
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.wording import upper_first
from modelbuilder.document import edits
from modelbuilder.document.examples import examples, stories
from modelbuilder.document.files import load
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Box, Deck, DeckSlide, Document, Line
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.deck import legible_slides
from modelbuilder.drawing.deck_pages import deck_pages
from modelbuilder.drawing.excerpt import excerpt, parts
from modelbuilder.drawing.line_pages import TITLE
from modelbuilder.drawing.line_rows import line_rows
from modelbuilder.drawing.marks import Connector, Group, Text
from modelbuilder.drawing.page import draw
from modelbuilder.drawing.portions import LEGIBLE, WAY_UP, letters
from modelbuilder.drawing.sizes import SIZES, WIDE, Size
from modelbuilder.drawing.slide import Slide
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
    assert overview.words is not None and not overview.whole
    assert " ".join(overview.words.subtitle) == f"Overview: {len(details)} slides with its parts follow."
    boxes = [one.name for one in overview.diagram if isinstance(one, Group)]
    assert sorted(boxes) == ["Ashfield", "Birchwood", "CEO", "Cedar", "T", "TB"], "what is in schools is folded"
    assert [shown.title for shown in details] == [f"The trust: {name}" for name in ("Ashfield", "Birchwood", "Cedar")]
    assert [shown.words.number for shown in (overview, *details) if shown.words] == [4, 5, 6, 7]
    for number, shown in enumerate(details, start=1):
        assert letters(shown) >= LEGIBLE
        names = {one.name for one in shown.diagram if isinstance(one, Group)}
        assert "CEO" in names, "whom they answer to is on every part"
        assert len([name for name in names if name.endswith("HT")]) == 1, "other schools are not"
        assert shown.words is not None
        said = f"Part {number} of {len(details)}."
        assert " ".join(shown.words.subtitle) == (said if "TB" in names else f"{said} {WAY_UP}")
        assert shown.words.footer == overview.words.footer, "what is found is found in the whole model"
        assert set(shown.narration) <= set(overview.descriptions.values()), "and so is what is told"


def test_what_is_only_laid_out_too_wide_is_laid_out_anew() -> None:
    rows = "".join(f"post D{n} role=deputy_headteacher at=Ashfield\nD{n} accountable_to HT\n" for n in range(4))
    document = place_all(chart(f"school Ashfield\npost HT role=headteacher at=Ashfield\n{rows}"))
    model = document.models[document.order[0]]
    post = next(one for one in model.posts if one != "x")
    places = {**model.places, post: Box(x=2600, y=model.places[post].y)}
    document = edits.put_model(document, document.order[0], places=places)
    [shown] = legible_slides(document, document.order[0], 1)
    assert letters(shown) >= LEGIBLE
    assert shown.words is not None and shown.words.subtitle == ("Arranged anew, so that it can be read.",)
    assert shown.anew and not shown.whole, "so what is moved on it is not taken for a move on the page"


def test_a_part_says_of_itself_what_the_whole_says(trust: Document) -> None:
    model_id = trust.order[0]
    box = parts(trust, model_id)[0]
    part = excerpt(Questions(trust, model_id), model_id, [box]).models[model_id]
    whole = trust.models[model_id]
    assert all(whole.posts[one].role == post.role for one, post in part.posts.items())
    assert all(whole.lines[one] == line for one, line in part.lines.items())
    assert whole.lines.keys() > part.lines.keys()


def every_line_is_told(document: Document, model_id: ModelId, shown: list[Slide]) -> None:
    """Every line that the page has is drawn on a slide, or is in the list of lines with the slides of its ends."""
    drawn = {one.line_id for slide in shown for one in slide.diagram if isinstance(one, Connector)}
    page = draw(document, model_id)
    wanted = [row for row in line_rows(Questions(document, model_id)) if row.line_id in page.links.drawn]
    missing = [row for row in wanted if row.line_id not in drawn]
    listed = [mark for slide in shown if slide.title == TITLE for mark in slide.content if isinstance(mark, Text)]
    cells = [mark.text for mark in listed if mark.size > 15]
    assert len(cells) == 5 * len(missing)
    for number, row in enumerate(missing):
        source, first, line, target, last = cells[5 * number : 5 * number + 5]
        assert row.source.startswith(source.rstrip("…"))
        assert row.line.startswith(line.rstrip("…"))
        assert upper_first(row.target).startswith(target.rstrip("…"))
        ends = (page.model.lines[row.line_id].source, page.model.lines[row.line_id].target)
        for end, said in zip(ends, (first, last), strict=True):
            slide = next((one for one in shown if one.words and str(one.words.number) == said), None)
            things = {one.thing_id for one in slide.diagram if isinstance(one, Group)} if slide else set()
            assert (page.links.anchors.get(end, end) in things) if slide else said == "–"


def legible_and_whole(document: Document, model_id: ModelId, size: Size) -> None:
    """Every slide can be read, says which one it is, and no card of the model is missing."""
    shown = list(legible_slides(document, model_id, 1, size))
    assert all(letters(one) >= LEGIBLE for one in shown if one.diagram)
    model = document.models[model_id]
    drawn = {one.thing_id for slide in shown for one in slide.diagram if isinstance(one, Group)}
    assert model.posts.keys() | model.bodies.keys() | model.figures.keys() | model.stickies.keys() <= drawn
    every_line_is_told(document, model_id, shown)
    assert [one.words.number for one in shown if one.words] == list(range(1, len(shown) + 1))
    details = [one for one in shown if one.level and one.diagram]
    for number, one in enumerate(details, start=1):
        assert one.words is not None
        assert one.words.subtitle[0].startswith(f"Part {number} of {len(details)}.")
    listed = [
        mark.text
        for one in shown
        if not one.diagram and one.title != TITLE
        for mark in one.content
        if isinstance(mark, Text)
    ]
    if listed:
        assert {str(one.words.number) for one in details if one.words} <= set(listed)


def test_a_line_that_is_drawn_nowhere_is_listed_with_the_slides_of_its_ends(trust: Document) -> None:
    model_id = trust.order[0]
    heads = {post.handle: one for one, post in trust.models[model_id].posts.items()}
    coached = trust  # of two lines alike between two folded schools, the overview shows one
    for one, other in (("AshfieldD0", "CedarD3"), ("AshfieldD1", "CedarD2")):
        coached = edits.add_line(coached, model_id, Line(kind="coaches", source=heads[one], target=heads[other]))
    overview, *details, last = legible_slides(coached, model_id, 1)
    assert overview.words is not None and last.words is not None
    assert overview.words.subtitle == ("Overview: 3 slides with its parts follow, then further lines in words.",)
    assert last.words.subtitle == ("One line of this model is not drawn on its slides.",)
    assert last.words.number == 5 and len(details) == 3
    every_line_is_told(coached, model_id, [overview, *details, last])


def test_a_long_sentence_never_cuts_what_a_slide_says_of_itself(trust: Document) -> None:
    told = edits.put_model(trust, trust.order[0], narration="Everybody in the trust knows whom to ask. " * 9)
    overview = next(legible_slides(told, trust.order[0], 1))
    assert overview.words is not None
    first, second = overview.words.subtitle
    assert first.startswith("Everybody in") and first.endswith("…")
    assert second == "Overview: 3 slides with its parts follow."


@pytest.mark.parametrize("path", [*examples(), *stories()], ids=lambda path: path.stem)
@pytest.mark.parametrize("size", SIZES)
def test_every_stage_of_every_story_can_be_read(path: Path, size: str) -> None:
    document = place_all(load(path))
    for model_id in document.order:
        legible_and_whole(document, model_id, SIZES[size])


def large_trust(schools: list[int], hub: int, centre: int) -> Document:
    """Return a trust of schools with so many posts each, in hubs of so many schools, or in none."""
    rows = ["group T kind=multi_academy_trust", "body TB kind=trust_board of=T", "post CEO role=ceo at=T"]
    rows += ["CEO accountable_to TB"]
    for number in range(centre):
        rows += [f"post C{number} role=cfo at=T", f"C{number} accountable_to {'CEO' if number % 2 else 'TB'}"]
    for number, posts in enumerate(schools):
        if hub and number % hub == 0:
            rows += [f"group Hub{number} kind=hub", f"Hub{number} in T"]
        rows += [f"school S{number}", f"S{number} in {f'Hub{number - number % hub}' if hub else 'T'}"]
        for post in range(posts):
            rows += [f"post S{number}P{post} role={'assistant_headteacher' if post else 'headteacher'} at=S{number}"]
            rows += [f"S{number}P{post} accountable_to {f'S{number}P{(post - 1) // 3}' if post else 'CEO'}"]
    return place_all(chart("\n".join(rows)))


@pytest.mark.parametrize("hub", [0, 5])
def test_a_trust_of_forty_schools_can_be_read(hub: int) -> None:
    document = large_trust([10] * 40, hub, 3)
    legible_and_whole(document, document.order[0], WIDE)


@settings(max_examples=25, deadline=None)
@given(
    schools=st.lists(st.integers(0, 12), max_size=14),
    hub=st.integers(0, 7),
    centre=st.integers(0, 12),
    size=st.sampled_from(list(SIZES)),
)
def test_whatever_a_trust_is_like_its_slides_can_be_read(schools: list[int], hub: int, centre: int, size: str) -> None:
    document = large_trust(schools, hub, centre)
    legible_and_whole(document, document.order[0], SIZES[size])


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
