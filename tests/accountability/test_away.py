"""What if she is away: cover, broken lines, schools with nobody, and those left without support."""

import pytest
from hypothesis import given, settings
from structures import renamed, structures
from test_case_studies import study

from chart import chart, first_model, thing
from modelbuilder.accountability.away import Absence, away
from modelbuilder.document import pages
from modelbuilder.document.ids import ModelId
from modelbuilder.document.records import Document
from strategies import documents

CHANGES = ("broken", "nobody", "unsupported", "cut")


def model_id_of(document: Document, label: str) -> ModelId:
    """Find a model by its label."""
    return next(model_id for model_id, model in pages.ordered(document) if model.label == label)


def without(label: str, *handles: str) -> Absence:
    """Send people of a model of the examples away."""
    document = study("models-abc")
    return away(document, model_id_of(document, label), [thing(document, handle) for handle in handles])


def test_a_deputy_steps_in_and_nothing_but_what_is_personal_breaks() -> None:
    document = study("models-abc")
    found = without("A", "Ines Marlowe-Tate")
    lines = document.models[model_id_of(document, "A")].lines
    assert {lines[line_id].kind for line_id in found.broken} == {"peer_support", "supports_challenges"}
    assert (found.nobody, found.cut, found.unsupported) == ((), (), ())
    assert found.sentences == (
        "Ines Marlowe-Tate, Headteacher, is away: Tobin Ashgrove, Deputy Headteacher, steps in.",
        "No school would be left without a leader.",
    )


def test_the_post_stands_for_whoever_holds_it() -> None:
    assert without("B", "HoS1") == without("B", "Marta Quill")


def test_a_school_has_nobody_when_head_and_deputy_are_away() -> None:
    document = study("models-abc")
    found = without("A", "HT", "DHT")
    assert found.nobody == (thing(document, "Wrenbeck Primary"),)
    assert found.cut == (thing(document, "SBM"), thing(document, "SENCO")), "and the head's own line is no news"
    assert found.sentences == (
        "Wrenbeck Primary would have nobody to lead it.",
        "No line to a board would be left for Gareth Lowmoor (School Business Manager) and Perla Winstock (SENCO).",
        "Ines Marlowe-Tate, Headteacher, is away, and nobody is left to step in: "
        "Tobin Ashgrove, who comes first, is away too.",
        "Tobin Ashgrove, Deputy Headteacher, is away, and nobody is named to step in.",
    )


def test_the_executive_covers_one_school_but_not_two() -> None:
    document = study("models-abc")
    found = without("B", "HoS1", "DHT1", "HoS2", "DHT2")
    assert found.nobody == (thing(document, "Fennimoor Primary"),)
    assert found.unsupported == (thing(document, "HoS3"),), "the only peer is away"
    assert (
        "Joss Ferrant, Head of School, is away, and nobody is left to step in: Piers Hollowell, who comes first, "
        "is away too, and Dai Okonedo-Reyes, who comes second, stands in for Marta Quill already."
    ) in found.sentences
    assert "Wren Adeyemi-Holt (Head of School) would be left without support." in found.sentences


def test_nobody_above_cuts_the_line_of_the_schools_below() -> None:
    document = study("models-abc")
    found = without("C", "DoE")
    schools = tuple(thing(document, handle) for handle in ("Quillstead Academy", "Tarrowfield Primary"))
    assert found.nobody == () and found.cut[:2] == schools
    assert thing(document, "HT-M") not in found.cut
    assert found.cut[2] == thing(document, "EHT-C"), "the highest post first"
    assert "The line from Quillstead Academy and Tarrowfield Primary to a board would be cut." in found.sentences
    assert without("C", "CEO").cut == (), "the director of education steps in"


def test_a_mentor_without_a_post_can_be_away() -> None:
    found = without("B", "Rosalind Achterberg")
    assert found.sentences[0] == "Rosalind Achterberg is away."
    assert len(found.broken) == 1 and found.posts == ()


def test_a_post_that_is_vacant_already_changes_nothing() -> None:
    document = chart("""
        school "Fennimoor Primary"
        post HoS role=head_of_school at="Fennimoor Primary" status=vacant
        HoS leads "Fennimoor Primary" mode=head
    """)
    found = away(document, first_model(document), [thing(document, "HoS")])
    assert found == away(document, first_model(document), [])
    assert found.sentences == ("Nobody is away.",)


def test_cover_that_is_vacant_says_so() -> None:
    document = chart("""
        school "Fennimoor Primary"
        post HoS role=head_of_school at="Fennimoor Primary" held_by="Joss Ferrant"
        post DHT role=deputy_headteacher at="Fennimoor Primary" status=vacant
        HoS leads "Fennimoor Primary" mode=head
        DHT covers HoS order=1
    """)
    assert away(document, first_model(document), [thing(document, "HoS")]).sentences == (
        "Fennimoor Primary would have nobody to lead it.",
        "Joss Ferrant, Head of School, is away, and nobody is left to step in: the vacant post of Deputy Headteacher "
        "at Fennimoor Primary has nobody in it.",
    )


@pytest.mark.parametrize("label", ["A", "B", "C"])
def test_everybody_away_leaves_every_school_with_nobody(label: str) -> None:
    document = study("models-abc")
    model_id = model_id_of(document, label)
    model = document.models[model_id]
    found = away(document, model_id, [*model.posts, *model.figures])
    assert set(found.nobody) == set(model.placements)
    assert not any(cover.by for cover in found.covers)
    assert (found.cut, found.unsupported) == ((), ())
    ends = model.posts.keys() | model.figures.keys()
    assert found.broken == {line_id for line_id, line in model.lines.items() if {line.source, line.target} & ends}


@given(documents())
@settings(max_examples=40)
def test_nobody_away_changes_nothing_and_everybody_is_covered_by_nobody(document: Document) -> None:
    for model_id, model in document.models.items():
        found = away(document, model_id, [])
        assert not any(getattr(found, name) for name in CHANGES)
        found = away(document, model_id, [*model.posts, *document.people, *model.lines])
        assert not any(cover.by for cover in found.covers)
        assert all(sentence.endswith(".") for sentence in found.sentences)


@given(structures())
@settings(max_examples=40)
def test_absence_does_not_hang_on_ids_or_rows(document: Document) -> None:
    model_id = first_model(document)
    other, names = renamed(document, 7)
    for post_id in document.models[model_id].posts:
        found, same = away(document, model_id, [post_id]), away(other, model_id, [names[post_id]])
        assert found.sentences == same.sentences
        for name in CHANGES:
            assert {names[thing_id] for thing_id in getattr(found, name)} == set(getattr(same, name))


@given(structures())
@settings(max_examples=40)
def test_a_line_breaks_only_at_those_who_are_away(document: Document) -> None:
    model_id = first_model(document)
    model = document.models[model_id]
    for post_id in model.posts:
        found = away(document, model_id, [post_id])
        theirs = {*found.posts, model.posts[post_id].person, post_id}
        assert all({model.lines[one].source, model.lines[one].target} & theirs for one in found.broken)
