"""Several models beside each other: the same person and the same school are found in each."""

import pytest

from chart import chart, thing
from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.several import Several
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Document

THREE = """
model A
school "Pellowby Primary" category=maintained
post HT role=headteacher at="Pellowby Primary" held_by="Dai Okonedo-Reyes"
model B
school "Pellowby Primary"
school "Fennimoor Primary" category=maintained
post EHT role=executive_headteacher held_by="Dai Okonedo-Reyes"
post HoS role=head_of_school at="Pellowby Primary" held_by="Marta Quill"
model C
school "Fennimoor Primary"
post HoS role=head_of_school at="Fennimoor Primary"
"Dai Okonedo-Reyes" coaches "Marta Quill"
"""


@pytest.fixture
def document() -> Document:
    return chart(THREE)


@pytest.fixture
def several(document: Document) -> Several:
    return Several([Questions(document, model_id) for model_id in document.order])


def lit(document: Document, *handles: str) -> list[set[ThingId]]:
    return [{thing(document, one) for one in row.split()} for row in handles]


def test_a_person_is_all_their_posts_and_their_figure(several: Several, document: Document) -> None:
    dai = thing(document, "Dai Okonedo-Reyes")
    found = several.kin(0, thing(document, "HT"))
    assert [set(one) for one in found] == [*lit(document, "HT", "EHT"), {dai}]
    assert several.kin(2, dai) == found, "seen from any of them"


def test_a_school_is_itself_where_it_stands(several: Several, document: Document) -> None:
    school = thing(document, "Pellowby Primary")
    assert [set(one) for one in several.kin(1, school)] == [{school}, {school}, set()]


def test_the_cast_has_each_once_schools_first(several: Several) -> None:
    names = [member.name for member in several.cast()]
    assert names == ["Pellowby Primary", "Fennimoor Primary", "Dai Okonedo-Reyes", "Marta Quill"]
    assert [len(one) for one in several.cast()[2].lit] == [1, 1, 1]


def test_models_of_two_documents_are_matched_by_name_and_as_said(document: Document) -> None:
    other = chart(THREE.replace("HoS", "H").replace("EHT", "E").replace("Marta Quill", "Marta Quil"))
    asks = [Questions(document, document.order[1]), Questions(other, other.order[1])]
    school = thing(other, "Pellowby Primary")
    assert Several(asks).kin(0, thing(document, "Pellowby Primary"))[1] == {school}
    assert Several(asks).kin(0, thing(document, "EHT"))[1] == {thing(other, "E")}
    marta, other_marta = thing(document, "Marta Quill"), thing(other, "Marta Quil")
    said = Several(asks, {(0, 1): {marta: other_marta}})
    assert said.kin(0, thing(document, "HoS"))[1] == {thing(other, "H")}
    nobody = Several(asks, {(0, 1): {marta: None, thing(document, "HoS"): None}})
    assert nobody.kin(0, thing(document, "HoS"))[1] == frozenset()


def test_each_is_compared_with_the_first(several: Several, document: Document) -> None:
    assert several.comparison(1) is several.comparison(1)
    assert several.comparison(1).one.model_id == document.order[0]
    assert several.twins(1)[thing(document, "Pellowby Primary")] == thing(document, "Pellowby Primary")


def test_models_with_little_in_common_are_strangers(several: Several) -> None:
    assert not several.strangers(0)
    assert not several.strangers(1), "a school and a person of two each"
    assert not several.strangers(2)
    other = chart("post CEO role=ceo\npost CFO role=cfo\nschool Elsewhere")
    assert Several([several.asks[0], Questions(other, other.order[0])]).strangers(1)


def test_stages_of_one_story_are_never_strangers() -> None:
    told = chart("""
        stage B/1 "Alone"
        post HT role=headteacher
        stage B/2 "Elsewhere"
        remove HT
        post CEO role=ceo
        post CFO role=cfo
        """)
    assert not Several([Questions(told, one) for one in told.order]).strangers(1)
