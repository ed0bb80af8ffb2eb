"""What changes for a person or a role is told model by model, from what each model’s graph gives them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chart import chart, thing
from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.subjects import Subject, bearers, roles_called, subject_called
from modelbuilder.compare.what_changes import Table, what_changes
from modelbuilder.document.errors import InputError
from modelbuilder.document.examples import examples_folder
from modelbuilder.document.files import load
from modelbuilder.document.records import Document
from modelbuilder.vocabulary.roles import ROLES
from strategies import documents

PARTNERS = """
    school Ash
    school Beech
    model A
    post HT role=headteacher at=Ash held_by="Marta Quill"
    post SBM role=school_business_manager at=Ash held_by="Noor Castellan"
    body GB kind=governing_body of=Ash
    HT leads Ash mode=head
    HT accountable_to GB
    SBM accountable_to HT
    duty f01-f03 of Ash accountable=HT
    duty f26 of Ash accountable=SBM
    model B
    group Hill kind=hard_federation
    Ash in Hill
    Beech in Hill
    post EHT role=executive_headteacher at=Hill held_by="Dai Rees"
    post HoS role=head_of_school at=Ash held_by="Marta Quill"
    post DHT role=deputy_headteacher at=Ash held_by="Piers Hollowell"
    body GB kind=governing_body of=Hill
    person "Eva Lund"
    "Eva Lund" sits_on GB capacity=chair
    HoS leads Ash mode=head
    EHT leads Hill mode=executive
    HoS accountable_to EHT
    EHT accountable_to GB
    DHT accountable_to HoS
    DHT covers HoS order=1
    EHT covers HoS order=2
    HoS public_face_of Ash
    EHT supports_challenges HoS
    duty f01 of Ash accountable=HoS
    duty f02 of Ash accountable=EHT
    duty f02 of Beech accountable=EHT
    Ash journey Beech minutes=9
    model C
    school Ash
"""


def _table(words: str, labels: str = "ABC", text: str = PARTNERS) -> Table:
    document = chart(text)
    models = [Questions(document, one) for one, model in document.models.items() if model.label in labels]
    return what_changes(models, subject_called([document], words))


def _cells(table: Table) -> dict[str, tuple[str, ...]]:
    return {row.key: tuple(cell.words for cell in row.cells) for row in table.rows}


def test_what_changes_for_a_person() -> None:
    table = _table("Marta Quill")
    assert table.models == ("A", "B", "C")
    assert _cells(table) == {
        "post": ("Headteacher at Ash", "Head of School at Ash", "Not in this model"),
        "upward": ("The governing body of Ash", "Dai Rees (Executive Headteacher)", "–"),
        "downward": ("Noor Castellan (School Business Manager)", "Piers Hollowell (Deputy Headteacher)", "–"),
        "decides": ("Vision and ethos, Strategy and school plan, Self-evaluation", "Vision and ethos", "–"),
        "others": ("Noor Castellan (Procurement and contracts)", "Dai Rees (Strategy and school plan)", "–"),
        "support": ("Nobody", "Dai Rees (Executive Headteacher)", "–"),
        "face": ("No school", "Ash", "–"),
        "schools": ("Ash", "Ash", "–"),
        "cover": ("Nobody", "Piers Hollowell (Deputy Headteacher), then Dai Rees (Executive Headteacher)", "–"),
    }
    assert {row.key for row in table.rows if not row.differs} == {"schools"}


def test_one_paragraph_tells_the_same_in_plain_words() -> None:
    assert _table("Marta Quill").paragraph == (
        "In model A Marta Quill, Headteacher, leads Ash day to day and answers to the governing body of Ash. In "
        "model B Marta Quill, Head of School, leads Ash day to day, is its public face and answers to Dai Rees "
        "(Executive Headteacher). If Marta Quill is away, Piers Hollowell (Deputy Headteacher) steps in first and "
        "Dai Rees second. In model C Marta Quill has no place. Beside model A, model B takes “Strategy and school "
        "plan” and “Self-evaluation” away. What differs: “My post”, “I answer to”, “Answer to me”, “I decide”, "
        "“Others decide”, “I am supported by”, “I am the public face of” and “I am covered by”; the same "
        "everywhere: “My schools and journeys”."
    )


def test_what_changes_for_whoever_leads_several_schools() -> None:
    cells = _cells(_table("executive headteacher", "B"))
    assert cells["schools"] == ("Ash and Beech, 9 minutes apart",)
    assert cells["decides"] == ("Strategy and school plan",)
    assert cells["others"] == ("Marta Quill (Vision and ethos)",)


def test_a_chair_without_a_post_is_in_the_role_of_chair() -> None:
    table = _table("chair", "AB")
    cells = _cells(table)
    assert cells["post"] == ("Not in this model", "No post, but in the chair of the governing body of Hill")
    assert cells["downward"][1] == "Dai Rees (Executive Headteacher) by way of the board"
    assert cells["schools"][1] == "Ash and Beech, 9 minutes apart"
    assert table.paragraph.startswith("In model A there is no chair. In model B Eva Lund")


def test_several_in_a_role_are_told_apart_and_folded_where_they_are_alike() -> None:
    document = load(examples_folder() / "models-abc.leadership")
    table = what_changes(
        [Questions(document, one) for one in document.order], subject_called([document], "head of school")
    )
    cells = _cells(table)
    assert cells["upward"] == (
        "–",
        "Dai Okonedo-Reyes (Executive Headteacher)",
        "Kofi Brandreth (Executive Headteacher)",
    )
    assert cells["face"][1:] == (
        "Marta Quill: Pellowby Primary; Joss Ferrant: Fennimoor Primary; Wren Adeyemi-Holt: Pellowby Nursery",
        "No school",
    )
    assert cells["others"][2] == (
        "Amara Tolliver: Kofi Brandreth is accountable for Quillstead Academy; Bronwen Hask: Kofi Brandreth is "
        "accountable for Tarrowfield Primary"
    )
    assert "One other post is of the same kind." in table.paragraph


def test_models_that_give_the_same_are_told_together() -> None:
    table = _table(
        "Ada", "AB", "model A\npost HT role=headteacher held_by=Ada\nmodel B\npost HT role=headteacher held_by=Ada"
    )
    assert table.paragraph == (
        "In models A and B Ada is Headteacher. Models A and B give the same in everything that is asked here."
    )
    assert not any(row.differs for row in table.rows)


def test_a_cell_lights_what_it_is_read_from() -> None:
    document = chart(PARTNERS)
    model_id = document.order[1]
    table = what_changes([Questions(document, model_id)], subject_called([document], "Marta Quill"))
    lit = {row.key: row.cells[0].lit for row in table.rows}
    lines = {
        line.kind: one for one, line in document.models[model_id].lines.items() if line.kind == "supports_challenges"
    }
    assert lit["support"] == {thing(document, "EHT"), lines["supports_challenges"]}
    assert {thing(document, "HoS"), thing(document, "EHT")} < lit["upward"]


def test_a_subject_is_a_person_a_role_or_a_post() -> None:
    document = chart(PARTNERS)
    assert subject_called([document], "marta quill") == Subject("Marta Quill", person="marta quill")
    assert subject_called([document], "Head of School") == Subject("Head of School", roles=("head_of_school",))
    assert subject_called([document], "deputy").roles == ("deputy_headteacher",)
    assert subject_called([document], "EHT") == Subject("Executive Headteacher (EHT)", handle="EHT")
    assert roles_called("chair") == ("chair_of_governors", "chair_of_trustees", "chair_of_lgb")
    assert all(roles_called(role.label) == roles_called(key) == (key,) for key, role in ROLES.items())
    for wrong, hint in (("Marta Quil", "did you mean Marta Quill?"), ("", ""), ("king", "")):
        with pytest.raises(InputError, match=f"^“{wrong}” is neither a person nor a role of these models.*{hint}"):
            subject_called([document], wrong)


def test_a_vacant_post_is_told_as_one() -> None:
    text = "model A\nschool Ash\npost HT role=headteacher at=Ash status=vacant\nHT leads Ash"
    assert _cells(_table("headteacher", "A", text))["post"] == ("Headteacher at Ash, vacant",)


@settings(max_examples=30)
@given(documents(), st.sampled_from(sorted(ROLES)))
def test_every_person_and_role_can_ask(document: Document, role: str) -> None:
    models = [Questions(document, model_id) for model_id in document.order]
    subjects = [Subject(ROLES[role].label, roles=(role,))]
    subjects += [subject_called([document], person.name) for person in document.people.values() if person.name.strip()]
    for subject in subjects:
        table = what_changes(models, subject)
        assert table.paragraph
        for ask, *cells in zip(models, *(row.cells for row in table.rows), strict=True):
            known = {*ask.model.lines, *ask.document.people, *ask.lines.standing}
            assert all(cell.words and cell.short and cell.lit <= known for cell in cells)
            assert bearers(ask, subject) or all(cell.lit == frozenset() for cell in cells)
