"""Walking by keyboard: up, down and sideways along lines, and round everything."""

import pytest
from hypothesis import given, settings

from modelbuilder.document.records import Document
from modelbuilder.drawing.arrangement import place_all
from modelbuilder.drawing.page import draw
from modelbuilder.editor import walking
from modelbuilder.editor.walking import Way
from play import Play, federation, scene
from strategies import documents


def walk(play: Play, start: str, *ways: Way) -> str | None:
    """Return the handle or name that a walk ends at."""
    page, here = play.desk.page(), play.id(start)
    for way in ways:
        to = walking.step(page, here, way).to
        if to is None:
            return None
        here = to
    names = {play.id(one): one for one in ("EHT", "HoS", "DHT", "GB", "Hill", "Ash", "Beech", "Dee", "SENCO", "LA")}
    return names[here]


@pytest.mark.parametrize(
    ("start", "ways", "end"),
    [
        ("DHT", [Way.UP], "HoS"),
        ("DHT", [Way.UP, Way.UP, Way.UP], "GB"),
        ("GB", [Way.DOWN], "Hill"),
        ("EHT", [Way.DOWN], "HoS"),
        ("Hill", [Way.UP], "GB"),
        ("Beech", [Way.UP], "Hill"),
        ("Hill", [Way.DOWN], "Ash"),
        ("Ash", [Way.DOWN], "HoS"),
        ("Ash", [Way.ON], "Beech"),
        ("Beech", [Way.BACK], "Ash"),
        ("HoS", [Way.ON], "Dee"),
        ("SENCO", [Way.UP], None),
        ("DHT", [Way.DOWN], None),
    ],
)
def test_arrows_go_along_lines_and_then_along_boxes(start: str, ways: list[Way], end: str | None) -> None:
    assert walk(Play(federation()), start, *ways) == end


def test_where_no_step_leads_it_is_said_why() -> None:
    play = Play(federation())
    said = {
        (start, way): walking.step(play.desk.page(), play.id(start), way).words
        for start, way in (("SENCO", Way.UP), ("DHT", Way.DOWN), ("Beech", Way.DOWN), ("Beech", Way.ON))
    }
    assert list(said.values()) == [
        "Cy answers to nobody here.",
        "Nobody answers to Deputy Headteacher.",
        "Nothing stands in Beech.",
        "Beech is the last of 2.",
    ]


def test_down_leads_back_to_where_one_came_from() -> None:
    play = Play(federation())
    page, ehts = play.desk.page(), play.id("EHT")
    assert walking.step(page, play.id("Hill"), Way.DOWN, {play.id("Hill"): ehts}).to == ehts


def test_a_line_leads_to_its_ends() -> None:
    play = Play(federation())
    page = play.desk.page()
    line = next(
        one for one, row in play.model.lines.items() if (row.source, row.kind) == (play.id("HoS"), "accountable_to")
    )
    ends = {way: walking.step(page, line, way).to for way in Way}
    assert ends == {
        Way.UP: play.id("EHT"),
        Way.DOWN: play.id("HoS"),
        Way.BACK: play.id("HoS"),
        Way.ON: play.id("EHT"),
    }


def test_the_lines_of_a_thing_begin_with_the_one_upward() -> None:
    play = Play(federation())
    rows = walking.lines_at(play.desk.page(), play.id("HoS"))
    kinds = [play.model.lines[one].kind for one in rows]
    assert kinds[0] == "accountable_to"
    assert sorted(kinds) == ["accountable_to", "accountable_to", "leads", "peer_support"]


@settings(max_examples=60)
@given(documents())
def test_every_step_leads_to_something_shown_or_says_why(document: Document) -> None:
    document = place_all(document)
    page = draw(document, document.order[0])
    assert sorted(walking.round_trip(page)) == sorted(page.rects), "Tab reaches everything"
    for here in (*page.rects, *page.routes):
        for way in Way:
            to, words = walking.step(page, here, way)
            assert bool(words) == (to is None)
            assert to is None or to in page.rects or to in page.model.lines
    reached = {line_id for here in page.rects for line_id in walking.lines_at(page, here)}
    assert reached >= set(page.routes), "every line is reached from a thing"


def test_sideways_leads_to_no_one_who_stands_above_or_below() -> None:
    text = "school S\npost HT role=headteacher at=S\npost DHT role=deputy_headteacher at=S\nDHT accountable_to HT"
    play = Play(scene(text, {"S": (0, 0), "HT": (30, 80), "DHT": (30, 200)}))
    page = play.desk.page()
    assert [walking.step(page, play.id("DHT"), way).to for way in (Way.ON, Way.BACK)] == [None, None]
