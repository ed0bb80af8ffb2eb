"""What boxes already show is said on a card: what goes to all of a group, seats on its boards, each of its boards."""

import pytest

from chart import chart, thing
from modelbuilder.document.records import Document
from modelbuilder.drawing.links import link, words_on_card

PARTNERSHIP = """
    group Family kind=soft_federation
    school Ash
    school Beech
    school Cedar
    Ash in Family
    Beech in Family
    Cedar in Family
    post HT1 role=headteacher at=Ash
    post HT2 role=headteacher at=Beech
    body GB1 kind=governing_body at=Ash of=Ash
    body GB2 kind=governing_body at=Beech of=Beech
    body GB3 kind=governing_body at=Cedar of=Cedar
    body JC kind=joint_committee at=Family label="Family board"
    body PB kind=partnership_board at=Family
    post PD role=partnership_director at=Family
"""


def said(text: str, handle: str) -> tuple[str, ...]:
    """Return the words on a card of the partnership with more lines."""
    document = chart(PARTNERSHIP + text)
    model = document.models[document.order[0]]
    return words_on_card(model, link(model), thing(document, handle))


def drawn(text: str, kind: str) -> int:
    """Count the lines of a kind that are drawn."""
    document: Document = chart(PARTNERSHIP + text)
    model = document.models[document.order[0]]
    return sum(model.lines[one].kind == kind for one in link(model).drawn)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("PD supports_challenges Family", "supports all schools"),
        ("PD shares_services Family", "serves all schools"),
        ("PB coordinates Family", "co-ordinates all schools"),
    ],
)
def test_what_goes_to_the_group_around_is_said(line: str, words: str) -> None:
    source, kind, _ = line.split()
    assert said(f"    {line}", source) == (words,)
    assert drawn(f"    {line}", kind) == 0


def test_what_goes_to_one_school_or_comes_from_outside_is_drawn() -> None:
    text = "    PD supports_challenges Ash\n    outside LA kind=local_authority\n    LA supports_challenges Family"
    assert drawn(text, "supports_challenges") == 2
    assert said(text, "PD") == ()


def test_a_seat_on_a_board_of_the_group_is_said_with_its_name() -> None:
    assert said("    HT1 sits_on PB", "HT1") == ("sits on the partnership board",)
    assert said("    HT1 sits_on JC", "HT1") == ("sits on the family board",)
    assert said("    HT1 sits_on JC\n    HT1 sits_on PB", "HT1") == ("sits on two boards",)


def test_a_seat_of_somebody_beside_the_board_or_outside_is_drawn() -> None:
    text = '    PD sits_on PB\n    post P role=principal\n    P sits_on PB\n    person "Ann"\n    Ann sits_on PB'
    assert drawn(text, "sits_on") == 3


def test_what_goes_to_the_board_of_each_school_is_said() -> None:
    each = "\n".join(f"    JC accountable_to GB{number}" for number in (1, 2, 3))
    assert said(each, "JC") == ("answers to all three governing bodies",)
    assert drawn(each, "accountable_to") == 0
    told = "\n".join(f"    PD reports_to_for_information GB{number}" for number in (1, 2, 3))
    assert said(told, "PD") == ("reports to all three governing bodies",)


def test_what_leaves_out_a_school_is_drawn() -> None:
    some = "    JC accountable_to GB1\n    JC accountable_to GB2"
    assert drawn(some, "accountable_to") == 2
    assert said(some, "JC") == ()
    beside = some + "\n    body GB4 kind=governing_body\n    JC accountable_to GB4"
    assert drawn(beside, "accountable_to") == 3


def test_a_head_who_answers_to_every_board_is_drawn_with_each_line() -> None:
    each = "\n".join(f"    PD accountable_to GB{number}" for number in (1, 2, 3))
    assert drawn(each, "accountable_to") == 3
