"""What is moved, renamed or taken away in PowerPoint comes back as edits; what nobody touched does not."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from pptx import Presentation

from chart import chart, thing
from modelbuilder.document.errors import InputError
from modelbuilder.document.examples import examples
from modelbuilder.document.files import load
from modelbuilder.document.records import Deck, DeckSlide, Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.deck import legible_slides, slides
from modelbuilder.drawing.deck_pages import deck_pages
from modelbuilder.drawing.marks import Group
from modelbuilder.drawing.page import draw
from modelbuilder.drawing.slide import Slide
from modelbuilder.render.pptx import pptx
from modelbuilder.sources.changes import Returned, returned, take_over
from modelbuilder.sources.slide_changes import Change
from pictures import png
from strategies import documents

EMU = 6350
DOT = png(1, 1)


@pytest.fixture
def document() -> Document:
    return place_all(
        chart(
            """
            document "Two schools"
            school "Ashfield" phase=primary pupils=120
            school "Birchwood" phase=primary
            model A "Before"
            group "The Federation" kind=hard_federation
            "Ashfield" in "The Federation"
            "Birchwood" in "The Federation"
            body GB kind=governing_body of="The Federation" seats=9
            post EHT role=executive_headteacher at="The Federation" held_by="Ann Lee"
            post HoS1 role=head_of_school at="Ashfield" held_by="Bo Ray"
            post HoS2 role=head_of_school at="Birchwood"
            HoS1 accountable_to EHT
            HoS2 accountable_to EHT
            EHT accountable_to GB
            person "Cy Dee"
            "Cy Dee" coaches EHT
            """
        )
    )


def exported(document: Document) -> bytes:
    return pptx(slides(document), "Slides", lambda slide, scale: DOT)


def edited(content: bytes, edit: Callable[[dict[str, Any]], None]) -> bytes:
    """Change the slides as somebody in PowerPoint would."""
    deck = Presentation(BytesIO(content))
    for slide in deck.slides:
        edit({shape.name: shape for shape in _all(slide)})
    buffer = BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _all(tree: Any) -> Iterator[Any]:
    for shape in tree.shapes:
        yield shape
        if shape.shape_type == 6:
            yield from _all(shape)


def changed(content: bytes, document: Document) -> list[Change]:
    """Return what can be kept; nothing was moved that cannot."""
    found = returned(content, document)
    assert found.moved == []
    return found.changes


def say(shape: Any, line: int, words: str) -> None:
    """Type over a line of a shape."""
    runs = shape.text_frame.paragraphs[line].runs
    runs[0].text = words
    for run in runs[1:]:
        run.text = ""


def words_of(found: list[Change]) -> list[str]:
    return [change.words for change in found]


def test_what_nobody_touched_has_no_changes(document: Document) -> None:
    assert changed(exported(document), document) == []
    assert changed(edited(exported(document), lambda shapes: None), document) == []


@settings(max_examples=10, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_no_document_comes_back_changed(document: Document) -> None:
    document = place_all(document)
    assert words_of(changed(exported(document), document)) == []


def test_a_card_that_was_moved_stands_there(document: Document) -> None:
    def edit(shapes: dict[str, Any]) -> None:
        shapes["!!GB"].left += 120 * EMU
        shapes["!!GB"].top -= 24 * EMU

    found = changed(edited(exported(document), edit), document)
    assert words_of(found) == ["Model A: Governing Body was moved."]
    after, model_id, body = take_over(document, found), document.order[0], thing(document, "GB")
    scale = next(iter(slides(document))).scale
    old, new = (draw(one, model_id).rects[body] for one in (document, after))
    assert new.x - old.x == pytest.approx(120 / scale, abs=0.5)
    assert new.y - old.y == pytest.approx(-24 / scale, abs=0.5)


def test_a_school_that_was_moved_takes_its_cards_along(document: Document) -> None:
    def edit(shapes: dict[str, Any]) -> None:
        group = shapes["!!Ashfield and all in it"]
        group.top += 60 * EMU

    found = changed(edited(exported(document), edit), document)
    assert words_of(found) == ["Model A: Ashfield was moved."]


def test_words_come_back(document: Document) -> None:
    def edit(shapes: dict[str, Any]) -> None:
        say(shapes["!!HoS1"], 1, "Di Eff")
        say(shapes["!!HoS2"], 1, "Ann Lee")
        say(shapes["!!EHT"], 0, "Executive Leader")
        say(shapes["!!Ashfield"], 0, "Ashfield Infants")
        say(shapes["!!The Federation"], 0, "The Partnership")
        say(shapes["!!Cy Dee"], 0, "Cy Dee-Moss")

    found = changed(edited(exported(document), edit), document)
    assert sorted(words_of(found)) == [
        "Model A: Ashfield is now called “Ashfield Infants”.",
        "Model A: Cy Dee is now called “Cy Dee-Moss”.",
        "Model A: Executive Headteacher Ann Lee is now called “Executive Leader”.",
        "Model A: Head of School Bo Ray is now held by “Di Eff”.",
        "Model A: Head of School is now held by “Ann Lee”.",
        "Model A: The Federation is now called “The Partnership”.",
    ]
    after = take_over(document, found)
    model = after.models[after.order[0]]
    holder = model.posts[thing(document, "HoS1")].person
    assert holder is not None and after.people[holder].name == "Di Eff"
    assert model.posts[thing(document, "HoS2")].person == model.posts[thing(document, "EHT")].person
    assert model.posts[thing(document, "EHT")].label == "Executive Leader"
    assert after.schools[thing(document, "Ashfield")].name == "Ashfield Infants"
    assert model.groups[thing(document, "The Federation")].name == "The Partnership"
    assert [one.name for one in after.people.values() if one.name.startswith("Cy")] == ["Cy Dee-Moss"]
    assert changed(exported(place_all(after)), place_all(after)) == []


def gone(shape: Any) -> None:
    shape._element.getparent().remove(shape._element)


def test_what_was_taken_away_goes_with_its_lines(document: Document) -> None:
    def edit(shapes: dict[str, Any]) -> None:
        gone(shapes["!!HoS2"])
        gone(shapes["!!HoS1 accountable_to EHT"])

    found = changed(edited(exported(document), edit), document)
    assert words_of(found) == [
        "Model A: Head of School was deleted.",
        "Model A: the line “Head of School accountable to Executive Headteacher” was deleted.",
    ]
    model = take_over(document, found).models[document.order[0]]
    assert thing(document, "HoS2") not in model.posts
    assert [line.source for line in model.lines.values() if line.kind == "accountable_to"] == [thing(document, "EHT")]


def test_a_box_that_was_taken_away_is_one_change(document: Document) -> None:
    found = changed(edited(exported(document), lambda shapes: gone(shapes["!!Ashfield and all in it"])), document)
    assert words_of(found) == ["Model A: Ashfield was deleted."]


def test_changes_are_taken_over_one_by_one(document: Document) -> None:
    def edit(shapes: dict[str, Any]) -> None:
        shapes["!!GB"].left += 200 * EMU
        say(shapes["!!HoS1"], 1, "Di Eff")

    renamed, moved = changed(edited(exported(document), edit), document)
    assert take_over(document, [moved]).people == document.people
    assert take_over(document, [renamed]).models[document.order[0]].places == document.models[document.order[0]].places


def test_a_slide_that_is_gone_takes_nothing_away(document: Document) -> None:
    deck = Presentation(BytesIO(exported(document)))
    ids = deck.slides._sldIdLst
    deck.part.drop_rel(ids[0].rId)
    ids.remove(ids[0])
    buffer = BytesIO()
    deck.save(buffer)
    assert changed(buffer.getvalue(), document) == []


def test_a_broken_presentation_is_refused(document: Document) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        changed(b"PK\x03\x04 and no more", document)


def test_a_deck_that_nobody_touched_has_no_changes() -> None:
    path = next(path for path in examples() if path.name == "models-abc.leadership")
    whole = load(path)
    kinds = ("model", "findings", "people")
    deck = Deck(name="All", slides=tuple(DeckSlide(what=what, model=one) for one in whole.order for what in kinds))
    shown = list(deck_pages(whole, deck))
    assert len(shown) > 9, "models are split into parts"
    content = pptx(shown, "Slides", lambda slide, scale: DOT)
    assert words_of(changed(content, whole)) == []


@pytest.fixture
def parts() -> tuple[Document, bytes]:
    """Return a trust that is cut into an overview and parts, and its deck."""
    whole = load(next(path for path in examples() if path.name == "models-abc.leadership"))
    deck = Deck(name="All", slides=tuple(DeckSlide(what="model", model=one) for one in whole.order[1:]))
    shown = list(deck_pages(whole, deck))
    assert len([one for one in shown if one.level]) > 4
    return whole, pptx(shown, "Slides", lambda slide, scale: DOT)


def test_words_on_a_part_come_back(parts: tuple[Document, bytes]) -> None:
    whole, content = parts

    def edit(shapes: dict[str, Any]) -> None:
        if "!!HoS1" in shapes and "!!EHT" in shapes:
            say(shapes["!!HoS1"], 1, "Di Eff")
            say(shapes["!!EHT"], 1, "Ann Lee")

    found = changed(edited(content, edit), whole)
    assert sorted(words_of(found)) == [
        "Model B: Executive Headteacher Dai Okonedo-Reyes is now held by “Ann Lee”.",
        "Model B: Head of School Marta Quill is now held by “Di Eff”.",
    ]


def test_what_is_still_on_another_part_was_not_deleted(parts: tuple[Document, bytes]) -> None:
    whole, content = parts
    model = whole.models[whole.order[2]]
    head = next(post for post in model.posts.values() if post.role == "headteacher")
    chief = next(post for post in model.posts.values() if post.role == "ceo")
    taken: list[str] = []

    def once(shapes: dict[str, Any]) -> None:
        for handle in (head.handle, chief.handle):
            if f"!!{handle}" in shapes and handle not in taken:
                taken.append(handle)
                gone(shapes[f"!!{handle}"])

    found = words_of(changed(edited(content, once), whole))
    assert sorted(taken) == sorted((head.handle, chief.handle))
    assert [words for words in found if "CEO" in words and "line" not in words] == []
    assert [words for words in found if words.endswith("was deleted.") and "Headteacher" in words] != []


def test_a_part_that_would_be_cut_otherwise_today_is_left_alone(
    parts: tuple[Document, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, content = parts

    def later(*args: Any, **options: Any) -> Iterator[Slide]:
        for one in legible_slides(*args, **options):
            drawn = [mark._replace(x=mark.x + 40) if isinstance(mark, Group) else mark for mark in one.diagram]
            yield replace(one, diagram=tuple(drawn))

    monkeypatch.setattr("modelbuilder.sources.changes.legible_slides", later)
    assert returned(edited(content, lambda shapes: None), whole) == Returned([], [])


def test_what_is_moved_on_a_part_is_named_and_stays(parts: tuple[Document, bytes]) -> None:
    whole, content = parts

    def edit(shapes: dict[str, Any]) -> None:
        if "!!HoS1" in shapes:
            shapes["!!HoS1"].left += 150 * EMU

    found = returned(edited(content, edit), whole)
    assert found.changes == []
    assert found.moved == ["Head of School Marta Quill"]


def test_a_part_that_is_gone_takes_nothing_away(parts: tuple[Document, bytes]) -> None:
    whole, content = parts
    deck = Presentation(BytesIO(content))
    ids = deck.slides._sldIdLst
    for one in list(ids)[3:]:
        deck.part.drop_rel(one.rId)
        ids.remove(one)
    buffer = BytesIO()
    deck.save(buffer)
    assert changed(buffer.getvalue(), whole) == []
