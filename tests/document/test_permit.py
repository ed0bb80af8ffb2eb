"""The lines that are offered between two things: likeliest first, either way round, never meaningless."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chart import chart, first_model, thing
from modelbuilder.document.permit import Offer, offers, refusal, refusal_to_join
from modelbuilder.document.records import Document, Line
from modelbuilder.vocabulary.lines import LINES
from strategies import documents, things

CAST = """
    school "S"
    school "T"
    group "F" kind=hard_federation
    post HT role=headteacher at=S held_by=Ann
    post HoS role=head_of_school
    post HoS2 role=head_of_school
    post Act role=head_of_school status=acting
    post Co role=co_headteacher
    post EHT role=executive_headteacher
    post CEO role=ceo
    post Gov role=governor
    post Clerk role=governance_professional
    body GB kind=governing_body
    body TB kind=trust_board
    body LGB kind=local_governing_body
    outside LA kind=local_authority
    outside Ofsted kind=ofsted
    person Dai
    Dai coaches HoS
"""
"""Things that can be joined; S, T and F stand in the model too, by the lines that name them."""


def _offers(source: str, target: str, more: str = "") -> list[Offer]:
    document = chart(CAST + more)
    model = document.models[first_model(document)]
    return offers(document, model, thing(document, source), thing(document, target))


def _forwards(offer: Offer, document: Document, source: str) -> bool:
    return offer.line.source == thing(document, source)


@pytest.mark.parametrize(
    ("source", "target", "first", "words"),
    [
        ("HoS", "EHT", "accountable_to", "Head of School accountable to Executive Headteacher"),
        ("EHT", "HoS", "accountable_to", "Head of School accountable to Executive Headteacher"),
        ("EHT", "CEO", "accountable_to", "Executive Headteacher accountable to CEO"),
        ("HoS", "HoS2", "peer_support", "Head of School peer support Head of School"),
        ("GB", "S", "governs", "Governing Body governs S"),
        ("S", "GB", "governs", "Governing Body governs S"),
        ("GB", "F", "governs", "Governing Body governs F"),
        ("HoS", "S", "leads", "Head of School leads S"),
        ("S", "EHT", "leads", "Executive Headteacher leads S"),
        ("HT", "GB", "accountable_to", "Headteacher accountable to Governing Body"),
        ("GB", "HT", "accountable_to", "Headteacher accountable to Governing Body"),
        ("Gov", "GB", "sits_on", "Governor sits on Governing Body"),
        ("Clerk", "GB", "advises", "Governance Professional advises Governing Body"),
        ("TB", "LGB", "delegates_to", "Board of Trustees delegates to Local Governing Body"),
        ("LA", "S", "supports_challenges", "Local Authority supports and challenges S"),
        ("Ofsted", "S", "inspects", "Ofsted inspects S"),
        ("Ofsted", "HT", "inspects", "Ofsted inspects Headteacher"),
        ("S", "T", "school_to_school_support", "S school-to-school support T"),
        ("HoS", "Dai", "peer_support", "Head of School peer support Dai"),
        ("Dai", "GB", "sits_on", "Dai sits on Governing Body"),
    ],
)
def test_the_likeliest_line_comes_first(source: str, target: str, first: str, words: str) -> None:
    best = _offers(source, target)[0]
    assert (best.kind.key, best.words) == (first, words)


def test_both_directions_are_offered() -> None:
    document = chart(CAST)
    found = _offers("HoS", "EHT")
    up, down = (offer for offer in found if offer.kind.key == "accountable_to")
    assert _forwards(up, document, "HoS") and _forwards(down, document, "EHT")
    assert up.line.target == down.line.source == thing(document, "EHT")


def test_a_line_without_direction_is_offered_once() -> None:
    assert [offer.kind.key for offer in _offers("S", "T")].count("peer_support") == 1


def test_a_board_is_not_offered_what_outside_bodies_do_before_its_own_lines() -> None:
    keys = [offer.kind.key for offer in _offers("LGB", "S")]
    assert keys.index("coordinates") < keys.index("inspects")
    assert keys.index("supports_challenges") < keys.index("school_to_school_support")


def test_a_head_is_never_asked_to_answer_for_a_board() -> None:
    document = chart(CAST)
    board = thing(document, "GB")
    assert not [o for o in _offers("GB", "HT") if o.kind.key == "accountable_to" and o.line.source == board]


@pytest.mark.parametrize(
    ("leader", "mode"),
    [("HT", "head"), ("HoS", "head"), ("EHT", "executive"), ("Act", "acting"), ("Co", "co")],
)
def test_who_leads_how(leader: str, mode: str) -> None:
    assert {offer.line.mode for offer in _offers(leader, "S") if offer.kind.key == "leads"} == {mode}


def test_what_is_there_is_not_offered_again() -> None:
    keys = [offer.kind.key for offer in _offers("HoS", "EHT", "    HoS accountable_to EHT\n    HoS covers EHT\n")]
    assert keys.count("accountable_to") == keys.count("covers") == 1  # the other way round
    document = chart(CAST + "    T peer_support S\n")
    model = document.models[first_model(document)]
    back = Line(kind="peer_support", source=thing(document, "S"), target=thing(document, "T"))
    assert refusal(document, model, back) == "They are already joined by “peer support”."


@pytest.mark.parametrize(
    ("kind", "source", "target", "sentence"),
    [
        ("accountable_to", "HoS", "HoS", "A line needs two ends: nothing can be joined to itself."),
        ("coaches", "Dai", "HoS", "They are already joined by “coaches”."),
        ("accountable_to", "HoS", "S", "“accountable to” cannot go from a post to a school."),
        ("governs", "S", "GB", "“governs” cannot go from a school to a body."),
        ("governs", "Nobody", "GB", "A line joins two things of the same model."),
        ("coaches", "HoS", "Dai", None),
    ],
)
def test_a_meaningless_line_is_refused_with_a_sentence(
    kind: str, source: str, target: str, sentence: str | None
) -> None:
    document = chart(CAST + "    S in F\n    person Nobody\n    model B\n    person Nobody\n")
    model = document.models[first_model(document)]
    line = Line(kind=kind, source=thing(document, source), target=thing(document, target))
    assert refusal(document, model, line) == sentence


def test_a_journey_is_not_offered() -> None:
    assert "journey" not in [offer.kind.key for offer in _offers("S", "T")]


def test_why_nothing_can_be_joined() -> None:
    document = chart(CAST)
    model = document.models[first_model(document)]
    hos, eht = thing(document, "HoS"), thing(document, "EHT")
    line_id = next(iter(model.lines))
    assert refusal_to_join(document, model, hos, hos) == "Nothing can be joined to itself."
    assert refusal_to_join(document, model, hos, line_id) == "Lines join posts, people, bodies, schools and groups."
    assert refusal_to_join(document, model, hos, eht) is None
    every = "".join(f"    {one} {kind} {other}\n" for kind in LINES for one, other in [("HoS", "EHT"), ("EHT", "HoS")])
    joined = chart(CAST + every)
    model = joined.models[first_model(joined)]
    assert refusal_to_join(joined, model, hos, eht) == (
        "Executive Headteacher is already joined in every way that makes sense."
    )


@settings(max_examples=40)
@given(documents(), st.data())
def test_what_is_offered_is_not_refused(document: Document, data: st.DataObject) -> None:
    model_id = data.draw(st.sampled_from(document.order))
    model, known = document.models[model_id], things(document, model_id)
    if not known:
        return
    source, target = data.draw(st.sampled_from(known)), data.draw(st.sampled_from(known))
    found = offers(document, model, source, target)
    assert all(refusal(document, model, offer.line) is None for offer in found)
    assert all({offer.line.source, offer.line.target} == {source, target} for offer in found)
    assert (refusal_to_join(document, model, source, target) is None) == bool(found)


def test_no_school_is_offered_to_be_part_of_a_body_before_all_else() -> None:
    document = chart('school "S"\nbody LGB kind=local_governing_body at="S"\nbody GB kind=governing_body')
    model_id = document.order[0]
    for body in ("LGB", "GB"):
        for ends in (("S", body), (body, "S")):
            found = offers(document, document.models[model_id], *(thing(document, end) for end in ends))
            assert found[0].kind.key in ("governs", "supports_challenges")
            assert "part_of" not in [offer.kind.key for offer in found[:4]]
