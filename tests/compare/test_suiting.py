"""A private card is held beside what a model’s graph gives a post: each wish with its reason, and no verdict."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chart import chart, thing
from modelbuilder.accountability.questions import Questions
from modelbuilder.compare.conditions import CONDITIONS_MET
from modelbuilder.compare.gifts import GIFTS
from modelbuilder.compare.subjects import subject_called
from modelbuilder.compare.suiting import Suit, suit, suits
from modelbuilder.document.examples import examples_folder
from modelbuilder.document.files import load
from modelbuilder.document.records import Document, Fit
from modelbuilder.vocabulary.wishes import CONDITIONS, FITTINGS, WISHES
from strategies import documents

TRUST = """
    school Ash
    school Beech
    group T kind=hard_federation
    Ash in T
    Beech in T
    post EHT role=executive_headteacher at=T held_by="Dai Rees"
    post HoS role=head_of_school at=Ash held_by="Marta Quill" new=yes
    post DHT role=deputy_headteacher at=Ash held_by="Piers Hollowell"
    post Other role=head_of_school at=Beech held_by="Joss Ferrant"
    body GB kind=governing_body of=T
    EHT leads T mode=executive
    EHT accountable_for T
    HoS leads Ash mode=head
    Other leads Beech mode=head
    HoS accountable_to EHT
    Other accountable_to EHT
    EHT accountable_to GB
    DHT accountable_to HoS
    DHT covers HoS order=1
    HoS public_face_of Ash
    EHT supports_challenges HoS
    HoS peer_support Other
    Ash journey Beech minutes=25
"""
ALONE = """
    school Ash
    post HT role=headteacher at=Ash held_by="Ada Lund"
    body GB kind=governing_body of=Ash
    HT leads Ash mode=head
    HT accountable_to GB
"""
EVERYTHING = tuple(CONDITIONS)


def _suit(fit: Fit, handle: str, text: str = TRUST) -> tuple[Document, Suit]:
    document = chart(text)
    return document, suit(fit, Questions(document, document.order[0]), thing(document, handle))


def _told(fit: Fit, handle: str, text: str = TRUST) -> dict[str, tuple[str, str, str]]:
    _, found = _suit(fit, handle, text)
    return {row.key: (row.given, row.fitting, row.reason) for row in found.rows}


def test_every_wish_and_condition_is_asked_of_the_graph() -> None:
    assert GIFTS.keys() == WISHES.keys()
    assert CONDITIONS_MET.keys() == CONDITIONS.keys()


def test_what_a_head_of_school_is_given() -> None:
    fit = Fit(name="Me", teaching=4, strategy=1, accountability=0, support=2, public_face=4, travel=20)
    assert _told(fit, "HoS") == {
        "teaching": ("much", "nearly", "Assumed: Dai Rees is above and can take other work."),
        "strategy": ("a little", "as_wished", "Assumed: Dai Rees leads on it."),
        "accountability": ("a little", "nearly", "Dai Rees is accountable."),
        "support": ("much", "as_wished", "Two lines of support or peer support, and Dai Rees above."),
        "public_face": ("very much", "as_wished", "The post is drawn as the public face."),
        "travel": ("none", "as_wished", "The post is at one school."),
    }


def test_what_a_head_who_stands_alone_is_given() -> None:
    fit = Fit(name="Me", teaching=4, strategy=1, accountability=3, support=3, public_face=4, travel=20)
    assert _told(fit, "HT", ALONE) == {
        "teaching": (
            "some",
            "otherwise",
            "Assumed: whoever leads a school without an executive above has all else to do as well.",
        ),
        "strategy": ("much", "otherwise", "Assumed: no executive above leads on it."),
        "accountability": ("much", "as_wished", "The post is accountable for Ash."),
        "support": ("not at all", "otherwise", "No line of support or peer support."),
        "public_face": ("not said", "not_said", "Nobody is drawn as the public face."),
        "travel": ("none", "as_wished", "The post is at one school."),
    }


def test_what_an_executive_is_given() -> None:
    fit = Fit(name="Me", teaching=1, strategy=4, accountability=4, public_face=4, travel=20)
    assert _told(fit, "EHT") == {
        "teaching": ("a little", "as_wished", "Assumed of an Executive Headteacher."),
        "strategy": ("very much", "as_wished", "Assumed of an Executive Headteacher."),
        "accountability": ("very much", "as_wished", "The post is accountable for Ash and Beech."),
        "public_face": ("not at all", "otherwise", "Marta Quill is the public face."),
        "travel": ("25 minutes", "nearly", "Ash and Beech are 25 minutes apart."),
    }


@pytest.mark.parametrize(
    ("travel", "fitting"), [(60, "as_wished"), (25, "as_wished"), (20, "nearly"), (19, "otherwise")]
)
def test_a_journey_may_be_nearly_as_wished(travel: int, fitting: str) -> None:
    assert _told(Fit(name="Me", travel=travel), "EHT")["travel"][1] == fitting


def test_a_journey_that_is_not_known_is_not_said() -> None:
    text = TRUST.replace("    Ash journey Beech minutes=25\n", "")
    told = _told(Fit(name="Me", travel=20), "EHT", text)["travel"]
    assert told == ("not said", "not_said", "No journey between its schools is known.")


def test_allocated_functions_are_counted() -> None:
    allocated = "    duty f01,f07,f08,f10 of Ash accountable=HoS\n    duty f02,f04,f05,f21 of Ash accountable=EHT\n"
    fit = Fit(name="Me", teaching=4, strategy=0, public_face=0, conditions=("hard_cases", "clear_remit"))
    assert _told(fit, "HoS", TRUST + allocated) == {
        "teaching": ("very much", "as_wished", "Three of four functions allocated to the post are about learning."),
        "strategy": ("not at all", "as_wished", "None of it is allocated to the post."),
        "public_face": ("very much", "otherwise", "The post is drawn as the public face."),
        "clear_remit": ("no", "otherwise", "8 of 36 functions are allocated at its schools."),
        "hard_cases": ("yes", "as_wished", "“HR casework” is allocated to Dai Rees."),
    }
    executive = _told(Fit(name="Me", strategy=4, conditions=("hard_cases",)), "EHT", TRUST + allocated)
    assert executive["strategy"][0] == "very much"
    assert executive["hard_cases"][:2] == ("no", "otherwise")


def test_the_conditions_of_a_head_of_school() -> None:
    told = _told(Fit(name="Me", conditions=EVERYTHING), "HoS")
    assert {key: (fitting, reason) for key, (_, fitting, reason) in told.items()} == {
        "sounding_board": ("as_wished", "Dai Rees, Executive Headteacher, is above."),
        "peers": ("as_wished", "Peer support with Joss Ferrant."),
        "stand_in": ("as_wished", "Piers Hollowell, Deputy Headteacher, steps in."),
        "capacity": ("as_wished", "Piers Hollowell below."),
        "clear_remit": ("otherwise", "No function is allocated, and no scheme of delegation is drawn."),
        "start": ("as_wished", "The post is new; support comes from Dai Rees and Joss Ferrant."),
        "hard_cases": ("not_said", "“HR casework” is not allocated; Dai Rees could take it."),
        "one_board": ("as_wished", "The lines lead to the governing body of T."),
        "next_step": ("as_wished", "Executive Headteacher would be the next post."),
    }


def test_the_conditions_of_a_head_who_stands_alone() -> None:
    told = _told(Fit(name="Me", conditions=EVERYTHING), "HT", ALONE)
    assert [key for key, row in told.items() if row[1] == "as_wished"] == ["one_board"]
    assert all(row[1] == "otherwise" for key, row in told.items() if key != "one_board")


def test_two_boards_are_not_one() -> None:
    text = f"{ALONE}    body Other kind=governing_body\n    HT accountable_to Other primary=no\n"
    told = _told(Fit(name="Me", conditions=("one_board",)), "HT", text)["one_board"]
    assert told[1] == "otherwise"


def test_a_card_is_held_beside_every_post_of_its_role_in_every_model() -> None:
    document = load(examples_folder() / "models-abc.leadership")
    models = [Questions(document, one) for one in document.order]
    fit = Fit(name="Me", role="head_of_school", teaching=4, conditions=("peers",))
    found = suits(fit, models)
    assert [(one.model, one.name.partition(",")[0]) for one in found] == [
        ("B", "Marta Quill"),
        ("B", "Joss Ferrant"),
        ("B", "Wren Adeyemi-Holt"),
        ("C", "Amara Tolliver"),
        ("C", "Bronwen Hask"),
    ]
    assert all(one.counts() == {"as_wished": 1, "nearly": 1, "otherwise": 0, "not_said": 0} for one in found)
    (only,) = suits(fit, models, subject_called([document], "Ines Marlowe-Tate"))
    assert (only.model, only.name) == ("A", "Ines Marlowe-Tate, Headteacher")
    assert suits(Fit(name="Me"), models) == ()


def test_reasons_light_up_what_they_are_read_from() -> None:
    document, found = _suit(Fit(name="Me", accountability=0, conditions=("stand_in",)), "HoS")
    lit = {row.key: row.lit for row in found.rows}
    assert lit["accountability"] == {thing(document, "EHT")}
    assert thing(document, "DHT") in lit["stand_in"]


@settings(max_examples=30)
@given(documents(), st.data())
def test_any_card_can_be_held_beside_any_post(document: Document, data: st.DataObject) -> None:
    wishes = {key: data.draw(st.integers(0, 4)) for key in WISHES}
    fit = Fit.model_validate({"name": "Me", "travel": 30, "conditions": EVERYTHING, **wishes})
    for model_id, model in document.models.items():
        ask = Questions(document, model_id)
        known = {*model.lines, *document.people, *ask.lines.standing}
        for post_id in model.posts:
            rows = suit(fit, ask, post_id).rows
            assert len(rows) == len(WISHES) + 1 + len(CONDITIONS)
            assert all(row.fitting in FITTINGS and row.reason.endswith(".") and row.lit <= known for row in rows)
