"""The sentence that says who answers for a school, and what it lights up."""

import pytest

from chart import chart, first_model, thing
from modelbuilder.accountability.answers import Answer, answer_for

FEDERATION = """
    school "Pellowby Primary"
    school "Fennimoor Primary"
    group "Pellowby Federation" kind=hard_federation
    "Pellowby Primary" in "Pellowby Federation"
    "Fennimoor Primary" in "Pellowby Federation"
    body FGB kind=governing_body of="Pellowby Federation"
    post EHT role=executive_headteacher at="Pellowby Federation" held_by="Dai Okonedo-Reyes"
    post HoS role=head_of_school at="Fennimoor Primary" held_by="Joss Ferrant"
    HoS leads "Fennimoor Primary" mode=head
    HoS accountable_to EHT
    EHT accountable_to FGB
"""


def answered(text: str, handle: str) -> Answer:
    """Ask about one thing of a chart."""
    document = chart(text)
    return answer_for(document, first_model(document), thing(document, handle))


def test_executive_headteacher_and_head_of_school() -> None:
    answer = answered(FEDERATION, "Fennimoor Primary")
    assert answer.sentence == (
        "Fennimoor Primary: led day to day by Joss Ferrant, Head of School, who answers to Dai Okonedo-Reyes, "
        "Executive Headteacher, who answers to the governing body of Pellowby Federation."
    )
    assert answer.complete
    document = chart(FEDERATION)
    model = document.models[first_model(document)]
    lit = [thing(document, handle) for handle in ("Fennimoor Primary", "HoS", "EHT", "FGB")]
    assert [part for part in answer.chain if part not in model.lines] == lit
    assert len(answer.chain) == 7, "the four things and the three lines between them"


def test_post_body_and_group() -> None:
    board = "the governing body of Pellowby Federation"
    assert answered(FEDERATION, "EHT").sentence == f"Dai Okonedo-Reyes, Executive Headteacher, answers to {board}."
    assert answered(FEDERATION, "Pellowby Federation").sentence == (
        f"Pellowby Federation: led by Dai Okonedo-Reyes, Executive Headteacher, who answers to {board}."
    )
    assert answered(FEDERATION, "FGB").sentence == (
        "The governing body of Pellowby Federation governs Fennimoor Primary and Pellowby Primary and is where lines "
        "of accountability end."
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            "EHT accountable_to FGB|",
            "led day to day by Joss Ferrant, Head of School, who answers to Dai Okonedo-Reyes, Executive Headteacher, "
            "who answers to nobody: the line stops here.",
        ),
        (
            "EHT accountable_to FGB|EHT accountable_to HoS",
            "led day to day by Joss Ferrant, Head of School, who answers to Dai Okonedo-Reyes, Executive Headteacher, "
            "who answers to Joss Ferrant again: the line goes round in a circle.",
        ),
        (
            'held_by="Joss Ferrant"|status=vacant',
            "led day to day by nobody: the post of Head of School is vacant, and answers to Dai Okonedo-Reyes, "
            "Executive Headteacher, who answers to the governing body of Pellowby Federation.",
        ),
        ('HoS leads "Fennimoor Primary" mode=head|', "nobody leads it and nobody answers for it."),
        (
            "HoS accountable_to EHT|HoS accountable_to EHT primary=no",
            "led day to day by Joss Ferrant, Head of School, who has only a secondary line, to Dai Okonedo-Reyes: "
            "the line stops here.",
        ),
    ],
)
def test_where_the_line_breaks_the_sentence_says_so(change: str, sentence: str) -> None:
    before, _, after = change.partition("|")
    assert before in FEDERATION
    answer = answered(FEDERATION.replace(before, after), "Fennimoor Primary")
    assert answer.sentence == f"Fennimoor Primary: {sentence}"
    assert not answer.complete


def test_two_boards() -> None:
    text = FEDERATION + '    body GB kind=governing_body of="Fennimoor Primary"\n    EHT accountable_to GB\n'
    assert answered(text, "Fennimoor Primary").sentence.endswith(
        "who answers to two boards: the governing body of Pellowby Federation and the governing body of "
        "Fennimoor Primary."
    )


def test_a_very_long_ladder_is_cut_short() -> None:
    rows = [f"post P{n} role=middle_leader\nP{n} accountable_to P{n + 1}\n" for n in range(2000)]
    answer = answered("".join(rows) + "post P2000 role=middle_leader", "P0")
    assert answer.sentence.endswith(".") and len(answer.sentence) < 10_000


@pytest.mark.parametrize(
    ("change", "handle", "words"),
    [
        ("EHT accountable_to FGB|", "EHT", "the line stops here"),
        ("EHT accountable_to FGB|EHT accountable_to HoS", "HoS", "the line goes round"),
        ('held_by="Joss Ferrant"|status=vacant', "HoS", "nobody in post"),
        ('HoS leads "Fennimoor Primary" mode=head|', "Fennimoor Primary", "nobody leads it"),
    ],
)
def test_the_end_of_the_light_is_told(change: str, handle: str, words: str) -> None:
    before, _, after = change.partition("|")
    text = FEDERATION.replace(before, after)
    assert answered(text, "Fennimoor Primary").stops == ((thing(chart(text), handle), words),)


def test_a_board_that_no_line_leads_to_is_named_all_the_same() -> None:
    second = '    body GB kind=governing_body of="Fennimoor Primary"\n'
    sentence = answered(FEDERATION + second, "Fennimoor Primary").sentence
    assert sentence.endswith(
        "who answers to the governing body of Pellowby Federation; the governing body of Fennimoor Primary governs it "
        "too, though no line leads there."
    )
    both = second + "    EHT accountable_to GB\n"
    assert "governs it too" not in answered(FEDERATION + both, "Fennimoor Primary").sentence
