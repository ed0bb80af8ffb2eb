"""Who steps in: in the order that is drawn, and nobody at two places at once."""

from chart import chart, first_model, thing
from modelbuilder.accountability.questions import Questions
from modelbuilder.accountability.stand_ins import Cover, Why, covers, human

SCHOOLS = """
    post EHT role=executive_headteacher held_by="Dai Okonedo-Reyes"
    post HoS1 role=head_of_school at="Pellowby Primary" held_by="Marta Quill"
    post HoS2 role=head_of_school at="Fennimoor Primary" held_by="Joss Ferrant"
    post DHT1 role=deputy_headteacher at="Pellowby Primary" held_by="Anouk Delacombe"
    post DHT2 role=deputy_headteacher at="Fennimoor Primary" status=vacant
    school "Pellowby Primary"
    school "Fennimoor Primary"
    HoS1 leads "Pellowby Primary" mode=head
    HoS2 leads "Fennimoor Primary" mode=head
    EHT covers HoS1 order=2
    DHT1 covers HoS1 order=1
    DHT2 covers HoS2 order=1
    EHT covers HoS2 order=2
"""


def stand_ins(text: str, *handles: str) -> dict[str, tuple[str | None, list[tuple[str, Why]]]]:
    """Return, by handles, who covers each post and who was passed over for what reason."""
    document = chart(text)
    ask = Questions(document, first_model(document))
    away = frozenset(human(ask, thing(document, handle)) for handle in handles)
    handle_of = {post_id: post.handle for post_id, post in ask.model.posts.items()}

    def row(cover: Cover) -> tuple[str | None, list[tuple[str, Why]]]:
        return cover.by and handle_of[cover.by], [(handle_of[one.by], one.why) for one in cover.passed]

    return {handle_of[cover.post]: row(cover) for cover in covers(ask, away)}


def test_the_first_steps_in_and_the_second_could_follow() -> None:
    assert stand_ins(SCHOOLS, "HoS1") == {"HoS1": ("DHT1", [])}
    document = chart(SCHOOLS)
    ask = Questions(document, first_model(document))
    (cover,) = covers(ask, frozenset([thing(document, "Marta Quill")]))
    assert cover.order == 1 and cover.then == (thing(document, "EHT"),)
    assert ask.model.lines[cover.line or cover.post].kind == "covers"


def test_a_vacant_post_or_somebody_who_is_away_too_does_not_count() -> None:
    assert stand_ins(SCHOOLS, "HoS2") == {"HoS2": ("EHT", [("DHT2", Why.VACANT)])}
    found = stand_ins(SCHOOLS, "HoS1", "DHT1")
    assert found == {"HoS1": ("EHT", [("DHT1", Why.AWAY)]), "DHT1": (None, [])}


def test_nobody_covers_two_posts_at_once() -> None:
    found = stand_ins(SCHOOLS, "HoS1", "DHT1", "HoS2")
    assert found["HoS1"] == ("EHT", [("DHT1", Why.AWAY)])
    assert found["HoS2"] == (None, [("DHT2", Why.VACANT), ("EHT", Why.BUSY)])


def test_one_person_in_two_posts_is_away_from_both_and_covers_neither() -> None:
    text = SCHOOLS + '    post HT role=headteacher held_by="Marta Quill"\n    HT covers HoS1 order=1\n'
    found = stand_ins(text, "HT")
    assert found == {"HoS1": ("DHT1", []), "HT": (None, [])}
    assert stand_ins(text, "HT", "DHT1")["HoS1"] == ("EHT", [("DHT1", Why.AWAY), ("HT", Why.AWAY)])


def test_the_first_are_asked_before_any_second() -> None:
    text = """
        post HT role=headteacher
        post SBM role=school_business_manager
        post DHT role=deputy_headteacher
        post AsHT role=assistant_headteacher
        AsHT covers HT order=1
        DHT covers HT order=2
        DHT covers SBM order=1
    """
    assert {post: by for post, (by, _) in stand_ins(text, "HT", "SBM").items()} == {"HT": "AsHT", "SBM": "DHT"}


def test_a_person_can_cover_without_a_post() -> None:
    text = """
        post HT role=headteacher
        person "Callum Thornaby"
        "Callum Thornaby" covers HT
    """
    document = chart(text)
    (cover,) = covers(Questions(document, first_model(document)), frozenset([thing(document, "HT")]))
    assert cover.by == thing(document, "Callum Thornaby")
