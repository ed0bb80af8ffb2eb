"""Who answers for what: the holder that is recorded, or who it falls back to, and where the line splits or stops."""

import pytest

from chart import chart, first_model, thing
from modelbuilder.accountability.answers import Answer
from modelbuilder.accountability.who import QUESTIONS, who

TRUST = """
    group "Merrivane Trust" kind=multi_academy_trust
    school "Hexley Vale" category=academy
    "Hexley Vale" in "Merrivane Trust"
    body TB kind=trust_board of="Merrivane Trust"
    post CEO role=ceo at="Merrivane Trust" held_by="Priya Anselm-Vaughn" accounting_officer=yes
    post HT role=headteacher at="Hexley Vale" held_by="Simeon Underhay"
    post SBM role=school_business_manager at="Hexley Vale" held_by="Ada Frost"
    CEO accountable_to TB
    HT accountable_to CEO
    SBM accountable_to HT
    HT leads "Hexley Vale" mode=head
"""
ABOVE = "who answers to Priya Anselm-Vaughn, CEO, who answers to the board of trustees of Merrivane Trust"


def answered(question: str, *more: str) -> Answer:
    """Ask about Hexley Vale."""
    document = chart("\n".join((TRUST, *more)))
    return who(document, first_model(document), thing(document, "Hexley Vale"), question)


def test_who_holds_a_function_is_told_from_there_up_the_line() -> None:
    answer = answered("money", 'duty f25 of "Hexley Vale" accountable=SBM')
    assert answer.sentence == (
        "Hexley Vale, money: held by Ada Frost, School Business Manager, who answers to Simeon Underhay, "
        f"Headteacher, {ABOVE}."
    )
    assert answer.complete


def test_without_a_holder_money_rests_with_the_accounting_officer() -> None:
    assert "it rests with the accounting officer, Priya Anselm-Vaughn, CEO" in answered("money").sentence


@pytest.mark.parametrize("question", sorted(QUESTIONS.keys() - {"money", "day-to-day"}))
def test_all_else_rests_with_whoever_is_accountable(question: str) -> None:
    answer = answered(question)
    assert answer.sentence.endswith(f"accountable for the school: Simeon Underhay, Headteacher, {ABOVE}.")
    assert answer.complete


def test_where_two_hold_the_same_the_line_splits() -> None:
    duties = ('duty f15 of "Hexley Vale" accountable=SBM', 'duty f15 of "Hexley Vale" accountable=HT')
    answer = answered("safeguarding", *duties)
    assert "the line splits here, with two who hold it: held by " in answer.sentence
    assert not answer.complete


def test_where_the_line_stops_the_light_stops() -> None:
    document = chart('school "Lone"\npost HT role=headteacher at="Lone"\nHT leads "Lone" mode=head')
    answer = who(document, first_model(document), thing(document, "Lone"), "estates")
    assert answer.sentence.endswith("answers to nobody: the line stops here.")
    assert not answer.complete
    assert thing(document, "HT") in answer.chain


def test_where_nobody_is_accountable_that_is_said() -> None:
    document = chart('school "Lone"')
    answer = who(document, first_model(document), thing(document, "Lone"), "outcomes")
    assert "nobody is accountable for the school" in answer.sentence
    assert not answer.complete


def stops(answer: Answer, *more: str) -> dict[str, str]:
    """Return where the light stops, by handle or name, with the words for it."""
    document = chart("\n".join((TRUST, *more)))
    known = {thing(document, one): one for one in ("Hexley Vale", "Merrivane Trust", "CEO", "HT", "SBM")}
    return {known[one]: words for one, words in answer.stops}


def test_where_the_line_splits_only_the_holders_are_lit() -> None:
    duties = ('duty f15 of "Hexley Vale" accountable=SBM', 'duty f15 of "Hexley Vale" accountable=HT')
    answer = answered("safeguarding", *duties)
    document = chart("\n".join((TRUST, *duties)))
    assert set(answer.chain) == {thing(document, one) for one in ("Hexley Vale", "SBM", "HT")}
    assert stops(answer, *duties) == {"Hexley Vale": "the line splits here"}


def test_where_a_post_answers_to_two_the_light_goes_to_both_and_no_further() -> None:
    more = "HT accountable_to SBM"
    answer = answered("day-to-day", more)
    document = chart("\n".join((TRUST, more)))
    assert {thing(document, "CEO"), thing(document, "SBM")} < set(answer.chain)
    assert thing(document, "TB") not in answer.chain
    assert stops(answer, more) == {"HT": "the line splits here"}


def test_a_line_that_reaches_a_board_stops_nowhere() -> None:
    assert answered("outcomes").stops == ()
