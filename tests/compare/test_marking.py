"""What differs is marked on things by shape and word, and what was noted is listed with its dots."""

from chart import chart, thing
from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.marking import signs
from modelbuilder.compare.opinions import dots, opinions, votes_on
from modelbuilder.compare.several import Several
from modelbuilder.document.records import Document

TWO = """
school "Ash Primary"
model A "Two posts"
school "Ash Primary"
post HT role=headteacher at="Ash Primary" held_by="Ruth Calder"
post CLERK role=governance_professional
body GB kind=governing_body of="Ash Primary" seats=8
note "Known" as=N1 topic=for colour=green
note "Dear" as=N2 topic=for colour=pink
note "Alone" as=N3 topic=challenge
votes N2 2
model B "Another head"
school "Ash Primary"
post HT role=headteacher at="Ash Primary" held_by="Dai Rees"
post DHT role=deputy_headteacher at="Ash Primary"
body GB kind=governing_body of="Ash Primary" seats=9
model C "Elsewhere"
post CEO role=ceo
post CFO role=cfo
"""


def asked(document: Document) -> list[Questions]:
    return [Questions(document, one) for one in document.order]


def test_each_sign_has_a_shape_and_words() -> None:
    document = chart(TWO)
    first, second, third = signs(Several(asked(document)))
    assert thing(document, "CLERK") in first
    assert {sign.words for sign in first.values()} == {"− not in B"}
    told = {handle: second[thing(document, handle)] for handle in ("HT", "DHT", "GB")}
    assert {handle: sign.words for handle, sign in told.items()} == {"HT": "» moved", "DHT": "+ new", "GB": "~ changed"}
    assert {handle: sign.shape for handle, sign in told.items()} == {"HT": "»", "DHT": "+", "GB": "~"}
    assert thing(document, "Ash Primary") not in {**first, **second}, "the school is the same"
    assert not third, "a model that has nothing in common would be marked all over"


def test_notes_are_listed_by_topic_those_with_most_dots_first() -> None:
    document = chart(TWO)
    ask = asked(document)[0]
    assert [(one.words, one.colour, one.votes) for one in opinions(ask, "for")] == [
        ("Dear", "pink", 2),
        ("Known", "green", 0),
    ]
    assert [str(one) for one in opinions(ask, "for")] == ["Dear (2 dots)", "Known"]
    assert opinions(ask, "against") == []
    assert votes_on(ask) == 0
    assert [dots(count) for count in (0, 1, 5)] == ["no dots", "one dot", "5 dots"]


def test_a_line_that_comes_with_its_end_is_not_marked_again() -> None:
    document = chart(
        """
        model A
        post HT role=headteacher
        body GB kind=governing_body
        body LA kind=local_authority
        HT accountable_to LA
        model B
        post HT role=headteacher
        post DHT role=deputy_headteacher
        body GB kind=governing_body
        body LA kind=local_authority
        HT accountable_to GB
        DHT accountable_to HT
        """
    )
    _, second = signs(Several(asked(document)))
    lines = document.models[document.order[1]].lines
    assert {lines[one].source for one in second if one in lines} == {thing(document, "HT")}
