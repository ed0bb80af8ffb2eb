"""The whole model in words: everything that stands on the page, in good order and good English."""

import re

import pytest
from hypothesis import given, settings
from structures import renamed, structures
from test_away import model_id_of
from test_case_studies import study

from chart import chart, first_model
from modelbuilder.accountability.narration import narrate, paragraphs
from modelbuilder.accountability.questions import Questions
from modelbuilder.document import edits, pages
from modelbuilder.document.ids import ModelId, seed_id
from modelbuilder.document.lookup import label_of
from modelbuilder.document.records import Document, Note
from modelbuilder.vocabulary.lines import LINES, End
from strategies import documents


def told(text: str) -> list[str]:
    """Narrate the first model of a chart."""
    document = chart(text)
    return list(narrate(document, first_model(document)))


def headings(document: Document, model_id: ModelId) -> list[str]:
    """Return the headings of a narration."""
    return [part.heading for part in paragraphs(Questions(document, model_id))]


def plain(text: str) -> str:
    """Return a text without what a sentence may change: capitals and white space."""
    return " ".join(text.split()).casefold()


def test_model_a_reads_from_the_board_to_the_classroom() -> None:
    document = study("models-abc")
    assert narrate(document, model_id_of(document, "A")) == (
        "Model A, “Headteacher”, shows one school, one governing body, six posts, two outside bodies and two people "
        "without a post.",
        "Wrenbeck Primary is a maintained community primary school with 210 pupils and a medium level of need.",
        "The governing body governs the school, and has eight seats, among them two for parents, one for staff, one "
        "for the local authority and three for co-opted members.",
        "Leonie Stackpole, Chair of Governors, sits on it as chair and as a co-opted member.",
        "Hester Quayle, Governance Professional, advises it.",
        "Ines Marlowe-Tate, Headteacher, leads the school day to day, is its headteacher in law and its public face, "
        "and is accountable for it.",
        "Ines Marlowe-Tate answers to the governing body and sits on it ex officio.",
        "Tobin Ashgrove (Deputy Headteacher) and Gareth Lowmoor (School Business Manager) answer to Ines Marlowe-Tate.",
        "Perla Winstock, SENCO, answers to Tobin Ashgrove.",
        "If Ines Marlowe-Tate is away, Tobin Ashgrove steps in.",
        "Ines Marlowe-Tate shares peer support with Callum Thornaby and Shirin Vale-Osgood.",
        "The local authority supports and challenges Ines Marlowe-Tate.",
        "Ofsted inspects Wrenbeck Primary.",
    )


def test_model_b_tells_the_federation_before_its_schools() -> None:
    document = study("models-abc")
    model_id = model_id_of(document, "B")
    assert headings(document, model_id)[1:] == [
        "Pellowby Federation",
        "Leadership of Pellowby Federation",
        "Fennimoor Primary",
        "Pellowby Nursery",
        "Pellowby Primary",
        "Support and outside",
    ]
    sentences = narrate(document, model_id)
    for sentence in (
        "Pellowby Federation is a hard federation of three schools: Fennimoor Primary, Pellowby Nursery and Pellowby "
        "Primary.",
        "Dai Okonedo-Reyes, Executive Headteacher, leads all three schools as executive, is accountable for them, "
        "answers to the governing body and sits on it ex officio.",
        "If Joss Ferrant is away, Piers Hollowell steps in first and Dai Okonedo-Reyes second.",
        "Joss Ferrant shares peer support with Marta Quill and Wren Adeyemi-Holt.",
    ):
        assert sentence in sentences


def test_model_c_gathers_what_is_the_same() -> None:
    document = study("models-abc")
    sentences = narrate(document, model_id_of(document, "C"))
    for sentence in (
        "The members of Merrivane Learning Trust have five seats.",
        "The board of trustees of Merrivane Learning Trust governs its six schools, answers to the members and has "
        "nine seats, among them one held by an employee.",
        "It delegates standards, safeguarding, SEND, and parents and community to the local governing bodies of all "
        "six schools.",
        "Conrad Whitlow (CFO) and Maeve Ostrander (Director of Education) answer to Priya Anselm-Vaughn.",
        "Quillstead Academy is an all-through sponsored academy with 960 pupils and a high level of need.",
    ):
        assert sentence in sentences


def test_an_empty_model_says_so() -> None:
    assert told('model A "Bones"') == [
        "Model A, “Bones”, is empty: nobody leads, governs or supports anything here yet."
    ]


def test_a_vacant_post_is_told_as_what_it_would_do() -> None:
    sentences = told("""
        school "Fennimoor Primary"
        post HoS role=head_of_school at="Fennimoor Primary" status=vacant
        post EHT role=executive_headteacher held_by="Dai Okonedo-Reyes"
        HoS leads "Fennimoor Primary" mode=head
        HoS accountable_for "Fennimoor Primary"
        HoS accountable_to EHT
        EHT covers HoS
    """)
    assert (
        "The post of Head of School is vacant; it would lead the school day to day, would be accountable for it and "
        "would answer to Dai Okonedo-Reyes."
    ) in sentences
    assert "For the vacant post of Head of School, Dai Okonedo-Reyes steps in." in sentences


def test_posts_without_names_are_told_apart() -> None:
    sentences = told("""
        school "Ash Lane"
        post HT role=headteacher at="Ash Lane"
        post D1 role=deputy_headteacher at="Ash Lane"
        post D2 role=deputy_headteacher at="Ash Lane"
        D1 accountable_to HT
    """)
    assert sentences[1:] == [
        "Ash Lane is a school.",
        "There is the Headteacher, with no name given.",
        "The Deputy Headteacher (D1) answers to the Headteacher.",
        "There is the Deputy Headteacher (D2), with no name given.",
        "Nobody is shown leading the school.",
    ]


def test_what_no_line_joins_is_named_last() -> None:
    sentences = told("""
        model A
        outside LA kind=local_authority
        person "Callum Thornaby"
    """)
    assert sentences[-1] == "Callum Thornaby and the local authority are on the page as well, joined to nothing."


def test_notes_are_told_last() -> None:
    document = study("models-abc")
    model_id = model_id_of(document, "A")
    note = Note(text="Who is the\nclerk?")
    document = edits.add_thing(document, model_id, seed_id("sticky", "1"), note, None)
    assert narrate(document, model_id)[-1] == "A note says: “Who is the clerk?”."


_HANDLES = {End.POST: "P", End.BODY: "B", End.SCHOOL: '"Ash Lane"', End.GROUP: '"North hub"', End.PERSON: '"Pat Mole"'}


@pytest.mark.parametrize("kind", LINES)
def test_every_type_of_line_is_put_in_words(kind: str) -> None:
    page = """
        school "Ash Lane"
        group "North hub" kind=hub
        post P role=headteacher held_by="Ruth Calder"
        post P2 role=deputy_headteacher held_by="Owen Pryce"
        body B kind=trust_board label="The Board"
        body B2 kind=committee label="The Committee"
        person "Pat Mole"
    """
    source, target = (
        next(_HANDLES[end] for end in End if end in ends) for ends in (LINES[kind].sources, LINES[kind].targets)
    )
    target = f"{target}2" if target == source and target in ("P", "B") else target
    before, after = told(page), told(f"{page}\n        {source} {kind} {target}\n")
    new = [sentence for sentence in after if sentence not in before]
    named = {"P": "Ruth Calder", "P2": "Owen Pryce", "B": "The Board", "B2": "The Committee"}
    ends = [plain(named.get(end, end.strip('"'))) for end in (source, target)]
    assert any(all(end in plain(sentence) for end in ends) for sentence in new) or target == '"Ash Lane"', new
    assert any(ends[0] in plain(sentence) for sentence in new)
    assert "is joined by" not in " ".join(new), "this type has no words of its own"


@pytest.mark.parametrize("name", ["models-abc", "models-abc-broken"])
def test_nothing_is_said_twice_of_the_same_school(name: str) -> None:
    document = study(name)
    for model_id, _ in pages.ordered(document):
        for part in paragraphs(Questions(document, model_id)):
            assert len(part.sentences) == len(set(part.sentences))


@pytest.mark.parametrize("name", ["models-abc", "models-abc-broken"])
def test_one_is_and_several_are(name: str) -> None:
    document = study(name)
    for model_id, _ in pages.ordered(document):
        for sentence in narrate(document, model_id):
            assert not re.search(r"\bone (\w+s)\b(?<!ss)|\b(two|three|six) (post|school|seat)\b", sentence), sentence
            assert not re.search(r"\) (answers|leads|sits|is)\b|^They (has|is)\b|^It (have|are)\b", sentence), sentence


@given(documents())
@settings(max_examples=80)
def test_everything_on_the_page_is_named(document: Document) -> None:
    for model_id, model in document.models.items():
        sentences = narrate(document, model_id)
        text = plain(" ".join(sentences))
        assert all(sentence == " ".join(sentence.split()) for sentence in sentences)
        tables = (model.groups, model.placements, model.posts, model.bodies, model.figures)
        for thing_id in (thing_id for rows in tables for thing_id in rows):
            assert plain(label_of(document, model, thing_id)) in text
        for post in model.posts.values():
            assert post.person is None or plain(document.people[post.person].name) in text
        for note in model.stickies.values():
            assert plain(note.text) in text


@given(structures())
@settings(max_examples=60)
def test_a_narration_does_not_hang_on_ids_or_rows(document: Document) -> None:
    model_id = first_model(document)
    other, _ = renamed(document, 7)
    assert narrate(document, model_id) == narrate(other, model_id)


def test_ways_between_schools_are_told_with_their_minutes() -> None:
    sentences = told("""
        school Ash
        school Oak
        school Elm
        Ash journey Oak minutes=9
        Elm journey Ash minutes=14
        Oak journey Elm
    """)
    assert "Ash is nine minutes away from Oak and is 14 minutes away from Elm." in sentences
    assert "Elm is a journey away from Oak." in sentences
