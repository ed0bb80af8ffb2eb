"""Differences are told in the words of the field, one sentence each."""

import pytest
from hypothesis import given, settings

from chart import chart
from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.differences import compare, compare_models
from modelbuilder.compare.matching import match
from modelbuilder.compare.sentences import tell
from modelbuilder.document.files import dump
from modelbuilder.document.ids import ThingId
from modelbuilder.document.records import Document
from strategies import documents

BASE = """
school Ash category=maintained pupils=90
school Beech category=maintained
group Hill kind=hard_federation
group Dale kind=cluster
Ash in Hill
post EHT role=executive_headteacher at=Hill held_by="Dai Rees"
post HoS role=head_of_school at=Ash held_by="Marta Quill"
post DHT role=deputy_headteacher at=Ash held_by="Piers Hollowell"
body GB kind=governing_body of=Hill seats=8
body M kind=members
outside LA kind=local_authority
person "Eva Lund"
HoS accountable_to EHT
HoS leads Ash mode=head
DHT accountable_to GB primary=no
DHT covers HoS order=1
EHT sits_on GB capacity=ex_officio
Ash journey Beech minutes=9
Ash school_to_school_support Beech agreement=yes funding="the DfE"
duty f25 of Ash accountable=HoS contributes=DHT
note "Who chairs?" topic=challenge
"""

CASES = [
    (
        "HoS accountable_to EHT",
        "HoS accountable_to GB",
        "Marta Quill answers to the governing body of Hill instead of Dai Rees.",
    ),
    (
        "HoS leads Ash mode=head",
        "DHT leads Ash mode=head",
        "Piers Hollowell, instead of Marta Quill, leads Ash day to day.",
    ),
    (
        "HoS leads Ash mode=head",
        "HoS leads Ash mode=head legal=yes",
        "Marta Quill is now the headteacher in law of Ash.",
    ),
    (
        "HoS leads Ash mode=head",
        "HoS leads Ash mode=acting",
        "Marta Quill leads Ash acting instead of as head.",
    ),
    (
        "HoS leads Ash mode=head",
        "HoS leads Ash mode=head time_share=50",
        "Marta Quill gives Ash now 50 per cent of working time.",
    ),
    (
        "DHT accountable_to GB primary=no",
        "",
        "Piers Hollowell no longer has a secondary line to the governing body of Hill.",
    ),
    (
        "DHT accountable_to GB primary=no",
        "DHT accountable_to GB",
        "The line from Piers Hollowell to the governing body of Hill is the primary one now.",
    ),
    (
        "DHT covers HoS order=1",
        "DHT covers HoS order=2",
        "Piers Hollowell steps in for Marta Quill as number 2 instead of number 1.",
    ),
    (
        "EHT sits_on GB capacity=ex_officio",
        "EHT sits_on GB capacity=chair",
        "Dai Rees sits on the governing body of Hill, chair instead of ex officio.",
    ),
    (
        "Ash journey Beech minutes=9",
        "Ash journey Beech minutes=14",
        "The journey from Ash to Beech takes 14 minutes instead of 9.",
    ),
    (
        'Ash school_to_school_support Beech agreement=yes funding="the DfE"',
        "Ash school_to_school_support Beech",
        "The support from Ash to Beech no longer has a written agreement.",
    ),
    (
        'Ash school_to_school_support Beech agreement=yes funding="the DfE"',
        "Ash school_to_school_support Beech funding=ours qa_lead=LA",
        "In the agreement on support from Ash to Beech, the funding is “ours” instead of “the DfE”.",
    ),
    (
        "",
        "EHT accountable_for Ash",
        "Dai Rees is now accountable for Ash.",
    ),
    (
        "",
        "LA intervenes Ash",
        "The local authority can now intervene in Ash.",
    ),
    (
        "Ash in Hill",
        "Ash in Dale",
        "Ash moves from Hill to Dale.",
    ),
    (
        "",
        "Beech in Dale",
        "Beech joins Dale.",
    ),
    (
        "Ash in Hill",
        "",
        "Ash leaves Hill.",
    ),
    (
        "school Ash category=maintained pupils=90",
        "school Ash category=academy pupils=90",
        "Ash is an academy instead of maintained.",
    ),
    (
        "school Ash category=maintained pupils=90",
        "school Ash category=maintained pupils=120",
        "Ash has 120 pupils instead of 90.",
    ),
    (
        "school Ash category=maintained pupils=90",
        "school Ash category=maintained pupils=90 sponsored=yes",
        "Ash is now sponsored.",
    ),
    (
        'post HoS role=head_of_school at=Ash held_by="Marta Quill"',
        'post HoS role=head_of_school at=Beech held_by="Marta Quill"',
        "Marta Quill, Head of School, moves from Ash to Beech.",
    ),
    (
        'post HoS role=head_of_school at=Ash held_by="Marta Quill"',
        'post HoS role=headteacher at=Ash held_by="Marta Quill"',
        "Marta Quill is Headteacher instead of Head of School.",
    ),
    (
        'post HoS role=head_of_school at=Ash held_by="Marta Quill"',
        'post HoS role=head_of_school at=Ash held_by="Joss Ferrant"',
        "Joss Ferrant becomes Head of School at Ash instead of Marta Quill.",
    ),
    (
        'post HoS role=head_of_school at=Ash held_by="Marta Quill"',
        "post HoS role=head_of_school at=Ash status=vacant",
        "Marta Quill is no longer Head of School at Ash; the post is vacant.",
    ),
    (
        'post HoS role=head_of_school at=Ash held_by="Marta Quill"',
        'post HoS role=head_of_school at=Ash held_by="Marta Quill" accounting_officer=yes',
        "Marta Quill is now the accounting officer.",
    ),
    (
        'post EHT role=executive_headteacher at=Hill held_by="Dai Rees"',
        'post EHT role=executive_headteacher at=Hill held_by="Dai Rees" home=Ash',
        "The home school of Dai Rees is now Ash.",
    ),
    (
        "",
        'post SBM role=school_business_manager at=Ash held_by="Noor Castellan"',
        "Noor Castellan becomes School Business Manager at Ash, in a new post.",
    ),
    (
        "",
        "post SBM role=school_business_manager at=Hill status=vacant",
        "There is a new post of School Business Manager of Hill, vacant.",
    ),
    (
        "body GB kind=governing_body of=Hill seats=8",
        "body GB kind=governing_body of=Hill seats=9",
        "The governing body of Hill has 9 seats instead of 8.",
    ),
    (
        "body GB kind=governing_body of=Hill seats=8",
        "body GB kind=governing_body of=Hill",
        "The governing body of Hill no longer says that it has 8 seats.",
    ),
    (
        "body M kind=members",
        "",
        "The members are left out.",
    ),
    (
        "",
        "body JC kind=joint_committee at=Dale",
        "The joint committee of Dale is set up.",
    ),
    (
        "outside LA kind=local_authority",
        "",
        "The local authority is left out.",
    ),
    (
        "",
        "group North kind=multi_academy_trust",
        "North, a multi-academy trust, is formed.",
    ),
    (
        "group Dale kind=cluster",
        "",
        "Dale, a cluster, is dissolved.",
    ),
    (
        'person "Eva Lund"',
        "",
        "Eva Lund is left out.",
    ),
    (
        "duty f25 of Ash accountable=HoS contributes=DHT",
        "duty f25 of Ash accountable=EHT contributes=DHT",
        "“Budget and finance” of Ash goes from Marta Quill to Dai Rees.",
    ),
    (
        "duty f25 of Ash accountable=HoS contributes=DHT",
        "",
        "“Budget and finance” of Ash is no longer allocated to Marta Quill and Piers Hollowell.",
    ),
    (
        "",
        "duty f24 of Ash accountable=GB contributes=EHT",
        "“Appraisal of the head” of Ash goes to the governing body of Hill, with Dai Rees contributing.",
    ),
    (
        'note "Who chairs?" topic=challenge',
        'note "Who chairs?" topic=against',
        "The note “Who chairs?” is about “Against” instead of “Challenge”.",
    ),
    (
        "",
        'note "More time"',
        "A note is added: “More time”.",
    ),
]


def _told(before: str, after: str) -> list[str]:
    """Return what is told of going from a model to the same with statements in place of others."""
    assert before == "" or f"{before}\n" in BASE
    changed = BASE.replace(f"{before}\n", f"{after}\n" if after else "") if before else f"{BASE}{after}\n"
    comparison = compare_models(_asked(f"model A\n{BASE}"), _asked(f"model A\n{changed}"))
    return [tell(comparison, difference) for difference in comparison.differences]


def _asked(text: str) -> Questions:
    document = chart(text)
    return Questions(document, document.order[0])


@pytest.mark.parametrize(("before", "after", "told"), CASES)
def test_a_difference_in_words(before: str, after: str, told: str) -> None:
    assert told in _told(before, after)


def test_whoever_gets_another_name_is_told_by_both() -> None:
    one = _asked('model A\nperson "Marta Quill" as=P1\nschool "Ash" as=S1')
    other = _asked('model A\nperson "Marta Lund" as=P1\nschool "Ash Primary" as=S1')
    said: dict[ThingId, ThingId | None] = {
        one_id: one_id for rows in (one.document.people, one.document.schools) for one_id in rows
    }
    comparison = compare_models(one, other, match(one, other, said))
    told = [tell(comparison, difference) for difference in comparison.differences]
    assert told == ["Ash is called Ash Primary now.", "Marta Quill is called Marta Lund now."]


@settings(max_examples=60)
@given(documents(), documents())
def test_every_difference_has_a_sentence(one: Document, other: Document) -> None:
    written = dump(one) + dump(other)
    across = compare_models(Questions(one, one.order[0]), Questions(other, other.order[0]))
    for comparison in (across, compare(one, one.order[0], one.order[-1])):
        for difference in comparison.differences:
            told = tell(comparison, difference)
            assert told.endswith(".")
            assert "None" not in told or "None" in written, "unless somebody is called so"
