"""Lines: pulled from a card, offered by what they join, and taken elsewhere by an end."""

import pytest

from modelbuilder.document.ids import ThingId
from modelbuilder.editor import verbs
from modelbuilder.editor.adornments import adornments
from modelbuilder.editor.events import Hit
from modelbuilder.layout.rect import Point
from modelbuilder.vocabulary.lines import LINES
from modelbuilder.vocabulary.roles import ROLES
from play import Play, federation, scene

TWO = """
    post EHT role=executive_headteacher
    post HoS role=head_of_school
    body GB kind=governing_body
"""
HOS, EHT = ROLES["head_of_school"].label, ROLES["executive_headteacher"].label
UPWARD = LINES["accountable_to"].label


@pytest.fixture
def play() -> Play:
    return Play(scene(TWO, {"EHT": (0, 0), "HoS": (0, 400), "GB": (800, 0)}))


def _adornment(play: Play, part: str, name: str) -> Point:
    """Return the middle of what hangs on the selection."""
    shown = adornments(play.desk.page(), play.desk.view, 1.0)
    rect = next(one.rect for one in shown if one.hit.part == part and one.hit.name == name)
    return Point(rect.cx, rect.cy)


def _line(play: Play, kind: str, source: str) -> ThingId:
    return next(one for one, line in play.model.lines.items() if (line.kind, line.source) == (kind, play.id(source)))


@pytest.mark.parametrize("side", ["top", "right", "bottom", "left"])
def test_a_pull_from_each_handle_offers_accountable_to_the_executive_head_first(play: Play, side: str) -> None:
    play.tap("HoS")
    play.drag("mouse", _adornment(play, "handle", side), "EHT")
    best = play.offered[0].line
    assert (best.kind, best.source, best.target) == ("accountable_to", play.id("HoS"), play.id("EHT"))
    assert play.document is play.start, "nothing is drawn before one is chosen"


def test_a_pull_downwards_offers_the_line_upwards_too(play: Play) -> None:
    play.drag("mouse", "EHT", "HoS", Hit("handle", play.id("EHT"), "bottom"))
    found = [(offer.line.kind, offer.line.source) for offer in play.offered]
    assert ("accountable_to", play.id("HoS")) in found


def test_the_button_connect_can_be_pulled_as_well(play: Play) -> None:
    play.tap("HoS")
    play.drag("mouse", _adornment(play, "button", "connect"), "EHT")
    assert play.offered[0].line.kind == "accountable_to"
    assert play.buttons == []


def test_a_tap_on_a_button_presses_it(play: Play) -> None:
    play.tap("HoS")
    for name in ("connect", "name", "who", "delete"):
        play.tap(_adornment(play, "button", name))
    assert play.buttons == ["connect", "name", "who", "delete"]


def test_the_rubber_band_follows_and_the_target_is_shown_with_its_line_in_words(play: Play) -> None:
    play.press("mouse", "HoS", Hit("handle", play.id("HoS"), "top"))
    play.move("mouse", "EHT")
    (overlay,) = play.hands.overlays()
    assert overlay.target == play.id("EHT")
    assert overlay.rubber is not None
    assert overlay.rubber[1] == play.spot("EHT")
    assert play.words[-1] == f"{HOS} {UPWARD} {EHT}."


def test_what_cannot_be_joined_is_dimmed_and_the_reason_is_said() -> None:
    play = Play(federation())
    play.bring("mouse", "note", (2000, 1200))
    (note,) = play.model.stickies
    spot = play.page().rects[note]
    play.press("mouse", "HoS", Hit("handle", play.id("HoS"), "top"))
    play.move("mouse", (spot.cx, spot.cy))
    (overlay,) = play.hands.overlays()
    assert overlay.dimmed == {note}
    assert overlay.target is None
    assert play.words[-1] == "Lines join posts, people, bodies, schools and groups."
    play.release("mouse", (spot.cx, spot.cy))
    assert not play.offered
    assert play.words[-1] == "Lines join posts, people, bodies, schools and groups."


def test_a_thing_to_connect_from_is_joined_by_the_next_tap(play: Play) -> None:
    play.hands.connect_from(play.id("HoS"))
    play.tap("EHT")
    assert play.offered[0].line.kind == "accountable_to"
    play.tap("EHT")
    assert play.selected() == {play.id("EHT")}


def test_escape_leaves_connecting(play: Play) -> None:
    play.hands.connect_from(play.id("HoS"))
    assert play.escape()
    play.tap("EHT")
    assert not play.offered


def test_what_has_gone_meanwhile_is_connected_to_nothing(play: Play) -> None:
    play.hands.connect_from(play.id("HoS"))
    play.desk.select(play.id("HoS"))
    verbs.delete(play.desk)
    play.tap("EHT")
    assert not play.offered
    assert play.selected() == {play.id("EHT")}


def test_let_go_over_nothing_no_line_is_offered(play: Play) -> None:
    play.drag("mouse", "HoS", (2000, 2000), Hit("handle", play.id("HoS"), "top"))
    assert not play.offered
    assert play.document is play.start


def test_a_line_that_is_there_is_not_offered_again(play: Play) -> None:
    play.drag("mouse", "HoS", "EHT", Hit("handle", play.id("HoS"), "top"))
    line = play.offered[0].line
    verbs.draw_line(play.desk, line)
    assert play.steps() == [f"Connect: {UPWARD}"]
    play.drag("mouse", "HoS", "EHT", Hit("handle", play.id("HoS"), "top"))
    assert line not in [offer.line for offer in play.offered]
    assert verbs.draw_line(play.desk, line) is None
    assert "already" in play.words[-1]


def test_an_end_is_taken_to_another_card() -> None:
    play = Play(federation())
    line_id = _line(play, "accountable_to", "DHT")
    play.tap(_middle(play, line_id))
    assert play.selected() == {line_id}
    play.drag("mouse", _adornment(play, "end", "target"), "EHT")
    assert play.model.lines[line_id].target == play.id("EHT")
    assert play.steps() == [f"Move “{UPWARD}” to {EHT}"]


def _middle(play: Play, line_id: ThingId) -> Point:
    a, b = play.page().routes[line_id][:2]
    return Point((a.x + b.x) / 2, (a.y + b.y) / 2)


def test_an_end_shows_the_line_at_its_new_place_and_goes_back_over_nothing() -> None:
    play = Play(federation())
    line_id = _line(play, "accountable_to", "DHT")
    play.press("mouse", "HoS", Hit("end", line_id, "target"))
    play.move("mouse", "EHT")
    assert play.trial.lines[line_id].target == play.id("EHT")
    play.move("mouse", (2500, 2500))
    assert play.session.trial is play.document
    assert play.words[-1] == "Drop it on a card, school or body."
    play.release("mouse", (2500, 2500))
    assert play.document is play.start


@pytest.mark.parametrize(
    ("kind", "source", "end", "over", "reason"),
    [
        ("accountable_to", "DHT", "target", "DHT", "nothing can be joined to itself"),
        ("accountable_to", "DHT", "target", "HoS", "It is already there"),
        ("accountable_to", "HoS", "source", "EHT", "nothing can be joined to itself"),
        ("accountable_to", "HoS", "source", "DHT", ""),
        ("governs", "GB", "source", "SENCO", "cannot go from a post to a group"),
    ],
)
def test_an_end_is_refused_with_the_reason(kind: str, source: str, end: str, over: str, reason: str) -> None:
    play = Play(federation())
    line_id = _line(play, kind, source)
    play.drag("mouse", (2500, 2500), over, Hit("end", line_id, end))
    assert (play.document is play.start) == bool(reason)
    if reason:
        assert reason in play.words[-1]


def test_an_end_is_not_taken_to_what_somebody_else_deletes_meanwhile() -> None:
    play = Play(federation())
    line_id = _line(play, "accountable_to", "DHT")
    play.press("mouse", "HoS", Hit("end", line_id, "target"))
    play.move("mouse", "EHT")
    play.desk.select(play.id("EHT"))
    verbs.delete(play.desk)
    assert play.trial.lines[line_id].target == play.id("HoS")
    play.hands.release(play.event("mouse", (340, 400)))
    assert play.model.lines[line_id].target == play.id("HoS")


def test_a_line_turns_round_where_its_type_allows() -> None:
    play = Play(federation())
    line_id = _line(play, "accountable_to", "DHT")
    verbs.turn_line(play.desk, line_id)
    assert play.model.lines[line_id].source == play.id("HoS")
    verbs.turn_line(play.desk, _line(play, "governs", "GB"))
    assert "cannot go from" in play.words[-1]
    assert len(play.steps()) == 1


def test_an_end_that_is_only_pressed_is_not_spoken_of() -> None:
    play = Play(federation())
    line_id = _line(play, "accountable_to", "EHT")
    play.press("mouse", "GB", Hit("end", line_id, "source"))
    play.release("mouse", "GB")
    assert play.document is play.start and play.words == []
